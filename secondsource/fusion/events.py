"""Claims about one real-world event, found by blocking and merged where their slots fit.

Pairs are scored by `slots.fit` and merged best first; two groups are not merged if any claim of
one cannot be about the same event as any claim of the other. The outcome depends on the set of
claims only, not on the order in which they are given.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from secondsource.claims import Claim, ClaimKind, EventType, Modality, Party, Place, Time, TimeBasis
from secondsource.fusion.independence import count_origins, count_sources
from secondsource.fusion.intervals import Interval, bounds
from secondsource.fusion.provenance import Provenance, chain_of, provenance
from secondsource.fusion.records import EventGroup, Lineage
from secondsource.fusion.slots import Slots, anchor, fit, party_key, read_slots
from secondsource.fusion.verdicts import Grounds, gather_grounds, judge, judge_prospect
from secondsource.fusion.years import date_by_event, date_by_lineage
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
    events = [_event(group, known) for group in _groups(claims, known, lineage)]
    return tuple(sorted(events, key=lambda event: (event.edtf or "~", event.id)))


def date_claims(
    claims: Sequence[Claim], reports: Sequence[Report], lineage: Sequence[Lineage]
) -> tuple[Claim, ...]:
    """The claims in their order, dates without a year read as other reports of the same lineage or
    event let them be. The claims given stay as they are."""
    groups = _groups(claims, provenance(reports, lineage), lineage)
    dated = {claim.id: claim for group in groups for claim in _dated(group)}
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


def _dated(group: Sequence[Slots]) -> tuple[Claim, ...]:
    return date_by_event([row.claim for row in group], {row.claim.id: row.time for row in group})


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


def _event(group: Sequence[Slots], known: Provenance) -> EventGroup:
    claims = [row.claim for row in group]
    grounds = gather_grounds([(claim, chain_of(claim, known)) for claim in claims])
    counted = grounds.supporting or grounds.disputing or grounds.open
    modality = _most_common_modality(claims)
    happened = modality in {Modality.ACTUAL, Modality.POSSIBLE}
    time = _best_time(_dated(group))
    return EventGroup(
        id=_event_id(group),
        type=_most_common_type(claims),
        modality=modality,
        claims=tuple(claim.id for claim in claims),
        edtf=time.edtf if time else None,
        time=time,
        place=_best_place(claims),
        actors=_parties(party for claim in claims for party in claim.actors),
        recipients=_parties(party for claim in claims for party in claim.recipients),
        reports=len({claim.report_id for claim in claims}),
        origins=count_origins(counted),
        sources=count_sources(counted),
        supporting=_claim_ids(grounds, supporting=True),
        disputing=_claim_ids(grounds, supporting=False),
        verdict=judge(grounds) if happened else judge_prospect(grounds, modality),
    )


def _claim_ids(grounds: Grounds, *, supporting: bool) -> tuple[str, ...]:
    chains = grounds.supporting if supporting else grounds.disputing
    return tuple(chain.claim_id for chain in chains)


def _event_id(group: Sequence[Slots]) -> str:
    """Named after its first claim, so that later reports of the event leave the id as it is."""
    first = min(group, key=lambda row: (anchor(row), row.claim.id))
    return f"e_{hashlib.sha256(first.claim.id.encode()).hexdigest()[:16]}"


def _most_common_modality(claims: Sequence[Claim]) -> Modality:
    """The modality of most claims; a group holds those of one world only."""
    order = list(Modality)
    counts = Counter(claim.modality for claim in claims)
    return min(counts, key=lambda modality: (-counts[modality], order.index(modality)))


def _most_common_type(claims: Sequence[Claim]) -> EventType:
    order = list(EventType)
    counts = Counter(claim.type for claim in claims if isinstance(claim.type, EventType))
    return min(counts, key=lambda kind: (-counts[kind], order.index(kind)))


def _best_time(claims: Sequence[Claim]) -> Time | None:
    """The most precise time stated, the most often given one of those; else the date line's.

    A year that reports say comes before one that is inferred from others.
    """
    times = [claim.time for claim in claims if claim.time and claim.time.edtf]
    stated = [time for time in times if not time.framed] or times
    given = Counter(time.edtf for time in stated)
    return min(stated, key=lambda time: _time_rank(time, given), default=None)


def _time_rank(
    time: Time, given: Mapping[str | None, int]
) -> tuple[float, bool, int, str, str, int]:
    edtf = time.edtf or ""
    inferred = time.basis is TimeBasis.OTHER_REPORTS
    return _length(edtf), inferred, -given[edtf], edtf, time.words.text, time.words.start


def _length(edtf: str) -> float:
    found = bounds(edtf)
    days = found.days if isinstance(found, Interval) else None
    return days if days is not None else float("inf")


def _best_place(claims: Sequence[Claim]) -> Place | None:
    """The most precise place given, the most often named one of those."""
    given = [claim.place for claim in claims if claim.place]
    named = Counter(place.name for place in given)
    return min(given, key=lambda place: _place_rank(place, named), default=None)


def _place_rank(place: Place, named: Mapping[str, int]) -> tuple[int, int, str, str, int]:
    fineness = list(type(place.precision)).index(place.precision)
    return fineness, -named[place.name], place.name, place.words.text, place.words.start


def _parties(parties: Iterable[Party]) -> tuple[tuple[str | None, str], ...]:
    """(id, name) of each party once, the most often named first."""
    listed = list(parties)
    counts = Counter(map(party_key, listed))
    shown = {party_key(party): (party.id, party.name) for party in sorted(listed, key=_longest)}
    return tuple(shown[key] for key in sorted(counts, key=lambda key: (-counts[key], key)))


def _longest(party: Party) -> tuple[int, str]:
    return len(party.name), party.name
