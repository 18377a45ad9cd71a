"""Secondsource: a ledger of who says what about armed conflict, on what evidence.

import secondsource as ss

with ss.open("x.db") as ledger:
    ledger.ingest("folder")
    for claim in ledger.claims(actor="islamic-state"):
        print(claim.type, claim.evidence[0].text)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secondsource.pipeline import Workspace

__version__ = "0.1.0"
__all__ = ["__version__", "annotate", "cluster", "open"]


def open(place: str | Path, *, create: bool = True) -> Workspace:  # noqa: A001 - as in the docs
    """Open the ledger in a file or at a ``postgresql://`` URL.

    Raises:
        UsageError: if ``place`` is no file name and no URL of that kind.
        LedgerUnavailable: if it cannot be opened, or is not there and ``create`` is false.
    """
    from secondsource.pipeline import open_workspace

    return open_workspace(place, create=create)


def annotate(
    documents: Iterable[Mapping[str, object]],
    layers: Sequence[str] | None = None,
    *,
    workers: int = 1,
    registry: Path | None = None,
    trained: bool = True,
) -> Iterator[dict[str, Any]]:
    """The layers of documents as the machine contract writes them, in order; no ledger is needed.

    A document is a mapping with ``id``, ``text`` and perhaps ``published`` and ``outlet``; one
    that cannot be read comes back with an ``error``. ``layers`` are all that are offered by
    default; without ``trained`` attributions are found by rules alone. More than one worker only
    under ``if __name__ == "__main__":``.

    Raises:
        UsageError: if a layer is not offered, or the actor file cannot be used.
    """
    from secondsource.pipeline import LAYERS, annotate_records

    chosen = LAYERS if layers is None else tuple(layers)
    return annotate_records(documents, chosen, workers=workers, registry=registry, trained=trained)


def cluster(
    documents: Iterable[Mapping[str, object]],
    *,
    workers: int = 1,
    registry: Path | None = None,
) -> Iterator[dict[str, Any]]:
    """Who copied whom among documents, then the events that they share, in the contract's records.

    Documents are as for `annotate`, with ``mentions`` of events if the caller has them.

    Raises:
        Unreadable: if one of them cannot be read, since the answer is about the whole set.
        UsageError: if two documents or two mentions share an id.
    """
    from secondsource.pipeline import cluster_records

    return cluster_records(documents, workers=workers, registry=registry)
