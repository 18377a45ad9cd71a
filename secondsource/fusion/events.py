"""Claims about one real-world event, found by blocking and merged where their slots fit.

Pairs are scored by `slots.fit` and merged best first; two groups are not merged if any claim of
one cannot be about the same event as any claim of the other. The outcome depends on the set of
claims only, not on the order in which they are given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.claims import Claim, ClaimKind
from secondsource.fusion.blocks import block_keys
from secondsource.fusion.matching import Reason
from secondsource.fusion.provenance import Provenance, provenance
from secondsource.fusion.records import EventGroup, Lineage
from secondsource.fusion.slots import Slots, explain_fit, fit, read_slots
from secondsource.fusion.summaries import date_group, summarise
from secondsource.fusion.years import date_by_lineage
from secondsource.reports import Report

# Points (see `slots.FEATURES`) at which two claims are taken to be about one event: the same type
# and two shared parties, or one shared party and the same place or day.
_ENOUGH = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """Two claims, by id and in their order, that fit well enough to be about one event.

    ``because`` are the features with their points; a link that was stored comes without.
    """

    first: str
    second: str
    score: float
    because: tuple[Reason, ...] = ()


def event_blocks(claim: Claim, report: Report | None) -> frozenset[str]:
    """The keys of an event claim, of which another must have one to be compared with it; none of
    a claim of another kind."""
    if claim.kind is not ClaimKind.EVENT:
        return frozenset()
    return block_keys(read_slots(claim, report))


def link_claims(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    lineage: Sequence[Lineage],
    *,
    touching: Collection[str] | None = None,
) -> tuple[EventLink, ...]:
    """The pairs of claims that fit well enough, which depends on the two claims, the days of their
    reports and the texts that these copy alone; with ``touching`` those pairs only that have one
    of these claims, by id."""
    slots = _slots(claims, provenance(reports, lineage), lineage)
    scored = _scored_pairs(slots, _candidates(slots, touching))
    return tuple(
        EventLink(
            first=one,
            second=two,
            score=points,
            because=explain_fit(slots[one], slots[two]),
        )
        for points, one, two in scored
    )


def group_events(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    lineage: Sequence[Lineage],
    *,
    links: Iterable[EventLink] | None = None,
) -> tuple[EventGroup, ...]:
    """The events that the event claims are about, sorted by time and id.

    ``links`` are the links between the claims, where they are known already.
    """
    known = provenance(reports, lineage)
    slots = _slots(claims, known, lineage)
    events = [summarise(group, known) for group in _grouped(slots, links)]
    return tuple(sorted(events, key=lambda event: (event.edtf or "~", event.id)))


def date_claims(
    claims: Sequence[Claim], reports: Sequence[Report], lineage: Sequence[Lineage]
) -> tuple[Claim, ...]:
    """The claims in their order, dates without a year read as other reports of the same lineage or
    event let them be. The claims given stay as they are."""
    groups = _groups(claims, provenance(reports, lineage), lineage)
    dated = {claim.id: claim for group in groups for claim in date_group(group)}
    return tuple(dated.get(claim.id, claim) for claim in claims)


def _groups(
    claims: Iterable[Claim], known: Provenance, lineage: Sequence[Lineage]
) -> list[list[Slots]]:
    """The event claims by event, those of copies dated."""
    return _grouped(_slots(claims, known, lineage), None)


def _grouped(slots: Mapping[str, Slots], links: Iterable[EventLink] | None) -> list[list[Slots]]:
    """The claims by event."""
    if links is None:
        scored = _scored_pairs(slots, _candidates(slots, None))
    else:
        scored = _best_first((one.score, one.first, one.second) for one in links)
    return [[slots[claim] for claim in group] for group in _merge(slots, scored)]


def _slots(
    claims: Iterable[Claim], known: Provenance, lineage: Sequence[Lineage]
) -> dict[str, Slots]:
    """The slots of the event claims by claim, those of copies dated."""
    told = sorted(
        (claim for claim in claims if claim.kind is ClaimKind.EVENT), key=lambda claim: claim.id
    )
    return {
        claim.id: read_slots(claim, known.reports.get(claim.report_id))
        for claim in date_by_lineage(told, known.reports.values(), lineage)
    }


def _merge(slots: Mapping[str, Slots], scored: Iterable[tuple[float, str, str]]) -> list[list[str]]:
    """Claim ids by event; ``scored`` are the pairs that fit, best first."""
    group_of = {claim: [claim] for claim in slots}
    for _, first, second in scored:
        mine, theirs = group_of[first], group_of[second]
        if mine is theirs or _conflict(mine, theirs, slots):
            continue
        mine.extend(theirs)
        for claim in theirs:
            group_of[claim] = mine
    distinct = {id(group): sorted(group) for group in group_of.values()}
    return sorted(distinct.values())


def _conflict(mine: Sequence[str], theirs: Sequence[str], slots: Mapping[str, Slots]) -> bool:
    return any(fit(slots[a], slots[b]) is None for a in mine for b in theirs)


def _scored_pairs(
    slots: Mapping[str, Slots], candidates: Iterable[tuple[str, str]]
) -> list[tuple[float, str, str]]:
    """Pairs that fit well enough, best first."""
    scored: list[tuple[float, str, str]] = []
    for first, second in candidates:
        points = fit(slots[first], slots[second])
        if points is not None and points >= _ENOUGH:
            scored.append((points, first, second))
    return _best_first(scored)


def _best_first(scored: Iterable[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    return sorted(scored, key=lambda row: (-row[0], row[1], row[2]))


def _candidates(
    slots: Mapping[str, Slots], touching: Collection[str] | None
) -> set[tuple[str, str]]:
    """Pairs with a key in common, all or those that have one of the claims ``touching``."""
    blocks: dict[str, list[str]] = {}
    for claim, row in slots.items():
        for key in block_keys(row):
            blocks.setdefault(key, []).append(claim)
    pairs: set[tuple[str, str]] = set()
    for block in blocks.values():
        wanted = block if touching is None else [claim for claim in block if claim in touching]
        pairs.update((min(a, b), max(a, b)) for a in wanted for b in block if a != b)
    return pairs
