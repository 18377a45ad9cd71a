"""The event that a group of claims is about: its time, place, parties, support and verdict."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from secondsource.claims import Claim, EventType, Modality, Party, Place, Time, TimeBasis
from secondsource.fusion.counts import fuse_counts
from secondsource.fusion.grounds import Grounds, gather_grounds
from secondsource.fusion.independence import count_origins, count_sources
from secondsource.fusion.intervals import Interval, bounds
from secondsource.fusion.provenance import Provenance, chain_of
from secondsource.fusion.records import EventGroup
from secondsource.fusion.slots import Slots, anchor, party_key
from secondsource.fusion.tellings import tellings
from secondsource.fusion.verdicts import judge, judge_prospect
from secondsource.fusion.years import date_by_event


def summarise(group: Sequence[Slots], known: Provenance) -> EventGroup:
    """The event that the claims of ``group`` are about."""
    claims = [row.claim for row in group]
    grounds = gather_grounds([(claim, chain_of(claim, known)) for claim in claims])
    counted = grounds.supporting or grounds.disputing or grounds.open
    modality = _most_common_modality(claims)
    happened = modality in {Modality.ACTUAL, Modality.POSSIBLE}
    time = _best_time(date_group(group))
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
        counts=fuse_counts(tellings(claims, known)),
    )


def date_group(group: Sequence[Slots]) -> tuple[Claim, ...]:
    """The claims of a group in their order, dates without a year read as the others let them be."""
    return date_by_event([row.claim for row in group], {row.claim.id: row.time for row in group})


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
    """(id, name) of each party once, the most often named first.

    Words that resolve to nobody ("rival militants") are left out where other claims name more
    often who it was.
    """
    listed = list(parties)
    counts = Counter(map(party_key, listed))
    shown = {party_key(party): (party.id, party.name) for party in sorted(listed, key=_longest)}
    named = max((counts[key] for key, (known, _) in shown.items() if known), default=0)
    kept = [key for key, (known, _) in shown.items() if known or counts[key] >= named]
    return tuple(shown[key] for key in sorted(kept, key=lambda key: (-counts[key], key)))


def _longest(party: Party) -> tuple[int, str]:
    return len(party.name), party.name
