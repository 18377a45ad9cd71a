"""The year of a date without one, from other reports of the same lineage or event.

An undated report that says "Nov. 2" gives no year. Reports that copy it or that it copies, reports
on the same story of one agency, and the claims about the same event, may: each is asked for the
years that it allows, and the year is taken only where they leave one and the same. The value is
marked as uncertain (EDTF's ``?``) and the claim that says it is never changed; callers compare and
show a dated copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.claims import Claim, Time, TimeBasis
from secondsource.fusion.intervals import Interval, YearlessInterval, bounds, latest, overlap
from secondsource.fusion.records import Lineage
from secondsource.reports import Report

_YEAR_ITSELF = 366
_QUALIFIER = re.compile(r"[?~%]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hint:
    """The years that one other report allows, and the reason in words."""

    years: frozenset[int]
    why: str


def date_by_copies(claims: Iterable[Claim], told: Mapping[str, Sequence[str]]) -> tuple[Claim, ...]:
    """The claims in their order, those of undated reports dated by the copies of the same text
    or story; ``told`` is when these were published (see `days_of_copies`).

    A text that was published on a day is about the last such day before it.
    """
    dated = []
    for claim in claims:
        time = _yearless(claim)
        hints = [_before(time, day) for day in told.get(claim.report_id, ())] if time else []
        dated.append(_dated(claim, [hint for hint in hints if hint]))
    return tuple(dated)


def days_of_copies(
    reports: Iterable[Report], lineage: Iterable[Lineage]
) -> dict[str, tuple[str, ...]]:
    """By undated report, on which days (EDTF) copies of its text or story were published, by which
    alone its claims are dated."""
    days = {report.id: report.published.value for report in reports if report.published}
    families = ((key, copies) for key, copies in _families(lineage).items() if key not in days)
    told = ((key, {days[one] for one in copies if one in days}) for key, copies in families)
    return {key: tuple(sorted(found)) for key, found in told if found}


def told_around(told: Iterable[str]) -> Interval | None:
    """From when to when a text or story was published, whose copies were on the days ``told``."""
    days = [last for day in told if (last := latest(day)) is not None]
    return Interval(start=min(days), end=max(days)) if days else None


def date_by_event(
    claims: Sequence[Claim], said: Mapping[str, Interval | YearlessInterval | None]
) -> tuple[Claim, ...]:
    """Claims about one event, those without a year dated by the others.

    ``said`` is by claim id when the claim says that it was. A time that the date line alone gives
    says nothing.
    """
    dated = []
    for claim in claims:
        time = _yearless(claim)
        own = said.get(claim.id)
        if time is None or isinstance(own, Interval):
            dated.append(claim)
            continue
        others = [other for other in claims if other.report_id != claim.report_id]
        hints = [_beside(time, other, said.get(other.id)) for other in others]
        dated.append(_dated(claim, [hint for hint in hints if hint]))
    return tuple(dated)


def _yearless(claim: Claim) -> YearlessInterval | None:
    time = bounds(claim.time.edtf) if claim.time and not claim.time.framed else None
    return time if isinstance(time, YearlessInterval) else None


def _families(lineage: Iterable[Lineage]) -> dict[str, frozenset[str]]:
    """By report, the reports with the same text or story, copied or cited at any remove.

    What is cited in passing has another origin than the report that cites it.
    """
    rows = {row.report_id: row for row in lineage}
    family: dict[str, frozenset[str]] = {}
    for row in rows.values():
        copied = rows.get(row.copies) if row.copies is not None else None
        if copied is not None and copied.origin == row.origin:
            alone = frozenset({row.report_id}), frozenset({copied.report_id})
            together = family.get(row.report_id, alone[0]) | family.get(copied.report_id, alone[1])
            family.update(dict.fromkeys(together, together))
    return family


def _before(time: YearlessInterval, published: str) -> _Hint | None:
    day = latest(published)
    if day is None:
        return None
    began = time.up_to(day).start
    why = f"the text or story was published on {published.partition('T')[0]}"
    return _Hint(years=frozenset({began.year}), why=why) if began else None


def _beside(
    time: YearlessInterval, other: Claim, said: Interval | YearlessInterval | None
) -> _Hint | None:
    if not isinstance(said, Interval) or said.start is None or said.end is None:
        return None
    if (said.days or 0) > _YEAR_ITSELF or other.time is None:
        return None
    tried = range(said.start.year - 1, said.end.year + 2)
    years = frozenset(year for year in tried if overlap(time.in_year(year), said, slack=1))
    why = f"another report of the event says {other.time.words.text!r}, {_day(said)}"
    return _Hint(years=years, why=why) if years else None


def _day(said: Interval) -> str:
    return "/".join(dict.fromkeys(str(day) for day in (said.start, said.end)))


def _dated(claim: Claim, hints: Sequence[_Hint]) -> Claim:
    """The claim with the one year on which all hints agree, or as it is."""
    if not hints or claim.time is None:
        return claim
    agreed = frozenset.intersection(*(hint.years for hint in hints))
    if len(agreed) != 1:
        return claim
    return replace(claim, time=_in_year(claim.time, next(iter(agreed)), hints))


def _in_year(time: Time, year: int, hints: Sequence[_Hint]) -> Time:
    yearless = bounds(time.edtf)
    sides = (time.edtf or "").split("/")
    turns = isinstance(yearless, YearlessInterval) and yearless.end < yearless.start
    years = (year, year + 1) if turns else (year, year)
    edtf = "/".join(_qualified(side, y) for side, y in zip(sides, years, strict=False))
    reasons = sorted({hint.why for hint in hints})
    why = "; ".join(filter(None, (time.why, f"the year is inferred: {', '.join(reasons)}")))
    return replace(time, edtf=edtf, basis=TimeBasis.OTHER_REPORTS, why=why)


def _qualified(side: str, year: int) -> str:
    """``XXXX-11-02`` as ``2014-11-02?``; what was approximate already becomes ``%``."""
    mark = "%" if side.endswith(("~", "%")) else "?"
    return _QUALIFIER.sub("", side.replace("XXXX", f"{year:04}", 1)) + mark
