"""Which of two reports came first, where dates may be unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.fusion.intervals import earliest, latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What decides a report's place in the order of publication.

    ``is_agency`` says that its outlet is a news agency, ``credits_agency`` that it prints an
    agency's credit, ``sentences`` how complete its text is.
    """

    report_id: str
    first_day: date | None
    last_day: date | None
    moment: str
    is_agency: bool
    credits_agency: bool
    sentences: int


def standing(
    *, report_id: str, published: str | None, is_agency: bool, credits_agency: bool, sentences: int
) -> Standing:
    """The standing of a report published at ``published`` (EDTF or unknown)."""
    return Standing(
        report_id=report_id,
        first_day=earliest(published),
        last_day=latest(published),
        moment=published if published and "T" in published else "",
        is_agency=is_agency,
        credits_agency=credits_agency,
        sentences=sentences,
    )


def precedes(first: Standing, second: Standing) -> bool:
    """Whether ``first`` counts as the earlier of the two.

    Publication decides where the dates are known and differ. Else an agency's own text precedes,
    then one that still prints an agency's credit, then the more complete one, then the lower id.
    """
    by_date = _by_date(first, second)
    if by_date is not None:
        return by_date
    return _rank(first) < _rank(second)


def _by_date(first: Standing, second: Standing) -> bool | None:
    if first.last_day is None or second.last_day is None:
        return None
    if first.first_day is None or second.first_day is None:
        return None
    if first.last_day < second.first_day:
        return True
    if second.last_day < first.first_day:
        return False
    if first.moment and second.moment and first.moment != second.moment:
        return first.moment < second.moment
    return None


def _rank(report: Standing) -> tuple[bool, bool, int, str]:
    return (
        not report.is_agency,
        not report.credits_agency,
        -report.sentences,
        report.report_id,
    )


def in_order(standings: Mapping[str, Standing]) -> tuple[str, ...]:
    """Report ids by publication, unknown dates last, ties as in `precedes`."""
    return tuple(sorted(standings, key=lambda report: _position(standings[report])))


def _position(report: Standing) -> tuple[date, str, tuple[bool, bool, int, str]]:
    return report.first_day or date.max, report.moment, _rank(report)
