"""Claims about one real-world event, found by blocking and merged where their slots fit.

Pairs are scored by `slots.fit` and merged best first; two groups are not merged if any claim of
one cannot be about the same event as any claim of the other. The outcome depends on the set of
claims only, not on the order in which they are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from secondsource.claims import Claim, ClaimKind
from secondsource.fusion.provenance import Provenance, provenance
from secondsource.fusion.records import EventGroup, Lineage
from secondsource.fusion.slots import Slots, anchor, fit, read_slots
from secondsource.fusion.summaries import date_group, summarise
from secondsource.fusion.years import date_by_lineage
from secondsource.reports import Report

# Points (see `slots.FEATURES`) at which two claims are taken to be about one event: the same type
# and two shared parties, or one shared party and the same place or day.
_ENOUGH = 3.0
# Within a block, a claim is compared with this many that come next in time.
_AHEAD = 40


def group_events(
    claims: Sequence[Claim], reports: Sequence[Report], lineage: Sequence[Lineage]
) -> tuple[EventGroup, ...]:
    """The events that the event claims are about, sorted by time and id."""
    known = provenance(reports, lineage)
    events = [summarise(group, known) for group in _groups(claims, known, lineage)]
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
    told = sorted(
        (claim for claim in claims if claim.kind is ClaimKind.EVENT), key=lambda claim: claim.id
    )
    slots = {
        claim.id: read_slots(claim, known.reports.get(claim.report_id))
        for claim in date_by_lineage(told, known.reports.values(), lineage)
    }
    return [[slots[claim] for claim in group] for group in _merge(slots)]


def _merge(slots: Mapping[str, Slots]) -> list[list[str]]:
    """Claim ids by event."""
    group_of = {claim: [claim] for claim in slots}
    for _, first, second in _scored_pairs(slots):
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


def _scored_pairs(slots: Mapping[str, Slots]) -> list[tuple[float, str, str]]:
    """Pairs that fit well enough, best first."""
    scored: list[tuple[float, str, str]] = []
    for first, second in sorted(_candidates(slots)):
        points = fit(slots[first], slots[second])
        if points is not None and points >= _ENOUGH:
            scored.append((points, first, second))
    return sorted(scored, key=lambda row: (-row[0], row[1], row[2]))


def _candidates(slots: Mapping[str, Slots]) -> set[tuple[str, str]]:
    """Pairs with a party or a place in common that lie close in time."""
    blocks: dict[tuple[str, str, str], list[str]] = {}
    for claim, row in slots.items():
        for key in _block_keys(row):
            blocks.setdefault((row.family.value, row.world, key), []).append(claim)
    pairs: set[tuple[str, str]] = set()
    for block in blocks.values():
        block.sort(key=lambda claim: (anchor(slots[claim]), claim))
        for at, claim in enumerate(block):
            for other in block[at + 1 : at + 1 + _AHEAD]:
                pairs.add((min(claim, other), max(claim, other)))
    return pairs


def _block_keys(row: Slots) -> Iterable[str]:
    yield from row.parties
    if row.place is not None:
        yield f"place:{row.place.geonames_id or row.place.name.casefold()}"
