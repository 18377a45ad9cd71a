"""On which agency or outlet, if any, a report as a whole rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.annotations import SourceType
from secondsource.claims import Claim, Link
from secondsource.fusion.agencies import agency_named, outlet_key
from secondsource.fusion.credits import Credit, Position, find_credits
from secondsource.reports import Report

# An outlet behind this share of a report's attributed claims is what the report rests on.
_MAIN = 0.5
_LEAST_CLAIMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The agency or outlet that a report rests on.

    ``key`` is the same for all spellings of its name, ``name`` what to show. ``printed`` says
    that the report prints the agency's credit, as one does over an agency's text.
    """

    key: str
    name: str
    printed: bool
    because: str


def gatherers(attribution: Sequence[Link]) -> tuple[str, ...]:
    """The names of outlets and agencies along a chain, from the report's side outwards."""
    named: list[str] = []
    for link in attribution:
        if link.type in (SourceType.OUTLET, SourceType.SELF):
            named.append(link.name)
        if link.via is not None:
            named.append(link.via_name or link.via.text)
    return tuple(named)


def main_citation(report: Report, claims: Iterable[Claim]) -> Citation | None:
    """What the report rests on: a printed credit, else its lead, else most of its claims."""
    found = find_credits(report)
    if found and found[0].position is not Position.BODY:
        return _from_credit(found[0])
    return _from_claims(report, claims)


def passing_credits(report: Report) -> tuple[str, ...]:
    """Short names of the agencies that a report mentions as sources below its lead."""
    found = find_credits(report)
    return tuple(credit.agency.code for credit in found if credit.position is Position.BODY)


def _from_credit(credit: Credit) -> Citation:
    words = f"“{credit.words}”"
    return Citation(
        key=credit.agency.id,
        name=credit.agency.code,
        printed=credit.position in {Position.FIELD, Position.EDGE},
        because=f"credits {credit.agency.code} {credit.position.value} ({words})",
    )


def _from_claims(report: Report, claims: Iterable[Claim]) -> Citation | None:
    own = outlet_key(report.outlet.value) if report.outlet else None
    attributed = [claim for claim in claims if claim.attribution]
    named: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for claim in attributed:
        for name in gatherers(claim.attribution)[-1:]:
            key = outlet_key(name)
            named[key] += key != own
            shown[key] = min(name, shown.get(key, name))
    if not named:
        return None
    key, count = min(named.items(), key=lambda row: (-row[1], row[0]))
    if count < _LEAST_CLAIMS or count < _MAIN * len(attributed):
        return None
    agency = agency_named(key)
    name = agency.code if agency else shown[key]
    reason = f"{count} of its {len(attributed)} attributed claims come through {name}"
    return Citation(key=key, name=name, printed=False, because=reason)
