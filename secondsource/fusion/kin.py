"""Which reports share text or a story, pair by pair."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from secondsource.fusion.citations import Cited
from secondsource.fusion.nearcopies import Alignment, alignments
from secondsource.fusion.prose import read, without_standing_text
from secondsource.fusion.records import Relation
from secondsource.fusion.relations import relation_of
from secondsource.fusion.stories import Resting, find_resting
from secondsource.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Two reports, by id and in their order, that share text or a story.

    It depends on the two, what they cite, and the standing text of their outlets alone. ``copies``
    says in both directions how much of the one stands in the other, ``resting`` who rests on whom.
    """

    first: str
    second: str
    copies: tuple[Alignment, ...] = ()
    resting: tuple[Resting, ...] = ()


def find_kin(
    reports: Iterable[Report],
    pairs: Iterable[tuple[str, str]],
    *,
    standing: Collection[tuple[str, int]],
    cited: Mapping[str, Cited],
) -> tuple[Kin, ...]:
    """Those of ``pairs`` of ``reports`` that share text or a story.

    ``standing`` is the standing text of their outlets, and ``cited`` what each of them rests on
    (see `cited_by`).
    """
    by_id = {report.id: report for report in reports}
    compared = sorted(pairs)
    proses = {key: without_standing_text(read(one), standing) for key, one in by_id.items()}
    copies: dict[tuple[str, str], list[Alignment]] = {}
    for row in alignments(compared, proses):
        if relation_of(row) is not Relation.INDEPENDENT:
            copies.setdefault(_pair(row.copy, row.other), []).append(row)
    resting: dict[tuple[str, str], list[Resting]] = {}
    for found in find_resting(by_id, cited, compared):
        resting.setdefault(_pair(found.report, found.on), []).append(found)
    return tuple(
        Kin(
            first=pair[0],
            second=pair[1],
            copies=tuple(copies.get(pair, ())),
            resting=tuple(resting.get(pair, ())),
        )
        for pair in sorted(copies.keys() | resting.keys())
    )


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)
