"""Inputs into the ledger: what it has seen already is not read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from secondsource.ledger import InputKey, InputSeen, Ledger
from secondsource.reports import Input, Kind, ReadOptions, Rejection, Upload, inputs, reports_in

_AT_ONCE = 64
_BYTES_AT_ONCE = 16 * 1024 * 1024
# One document, one report, whatever the options; tables depend on the column mapping, and the
# entries of a feed are read again so that those rejected are named again.
_READ_ONCE = frozenset({Kind.TEXT, Kind.HTML, Kind.PDF})

Found = Input | Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What one batch of inputs did: reports new and known, and the inputs that gave none."""

    new: int
    known: int
    rejected: tuple[Rejection, ...]


def store_inputs(
    ledger: Ledger, sources: Iterable[str | Upload], options: ReadOptions
) -> Iterator[Stored]:
    """Read ``sources`` into ``ledger`` a batch at a time; each batch is appended as a whole."""
    stream = (found for source in sources for found in inputs(source, options))
    for batch in _batches(stream):
        yield _store(ledger, batch, options)


def _store(ledger: Ledger, batch: Sequence[Found], options: ReadOptions) -> Stored:
    seen_before = ledger.known_inputs([_key(one) for one in batch if _is_read_once(one)])
    known = 0
    seen: list[InputSeen] = []
    for found in batch:
        before = seen_before.get(_key(found)) if _is_read_once(found) else None
        if before and before.reports:
            known += len(before.reports)
        else:
            seen += _read(found, options)
    added = ledger.add_inputs(seen)
    offered = sum(len(one.reports) for one in seen)
    rejected = (*(one.rejection for one in seen if one.rejection), *added.rejected)
    return Stored(
        new=len(added.reports),
        known=known + offered - len(added.reports),
        rejected=tuple(dict.fromkeys(rejected)),
    )


def _read(found: Found, options: ReadOptions) -> Iterator[InputSeen]:
    if isinstance(found, Rejection):
        yield InputSeen.of(found)
        return
    for one in reports_in(found, options):
        if _is_read_once(found) and not isinstance(one, Rejection):
            yield InputSeen(key=_key(found), reports=(one,))
        else:
            yield InputSeen.of(one)


def _is_read_once(found: Found) -> TypeGuard[Input]:
    return isinstance(found, Input) and found.kind in _READ_ONCE


def _key(found: Input) -> InputKey:
    return InputKey(locator=found.name, sha256=found.sha256)


def _batches(stream: Iterable[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    size = 0
    for found in stream:
        batch.append(found)
        size += len(found.data) if isinstance(found, Input) else 0
        if len(batch) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
