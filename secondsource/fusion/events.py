"""Claims about one real-world event, found by blocking and merged where their slots fit.

Pairs are scored by the features of `matching.claim_features` and merged best first (see `merging`);
two groups are not merged if any claim of one cannot be about the same event as any claim of the
other (see `compatible`), where copies of one passage count as one claim. What people decided goes
before the scores. The outcome depends on the set of claims and decisions only, not on the order in
which the claims are given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.claims import Claim, ClaimKind
from secondsource.fusion.blocks import block_keys
from secondsource.fusion.compatible import is_copy, may_be_one
from secondsource.fusion.matching import Match, Reason, match
from secondsource.fusion.matching.claim_features import FEATURES
from secondsource.fusion.matching.model import shipped_weights
from secondsource.fusion.merging import merge_pairs
from secondsource.fusion.provenance import Provenance, provenance
from secondsource.fusion.records import EventGroup, Lineage
from secondsource.fusion.ruled import NO_ORDERS, EventOrders
from secondsource.fusion.slots import Slots, read_slots
from secondsource.fusion.summaries import date_group, summarise
from secondsource.fusion.years import date_by_copies, days_of_copies, told_around
from secondsource.reports import Report

CLAIMS = "claims"
"""The column of weights for claims of events."""

# Log-odds at which two claims are taken to be about one event.
_ENOUGH = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """Two claims, by id and in their order, that fit well enough to be about one event.

    ``score`` are log-odds, and ``because`` the features with their points, the heaviest first; a
    link that was stored comes without.
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
    slots = slots_of(claims, provenance(reports, lineage), lineage)
    return _links(slots, candidate_pairs(slots, touching))


def group_events(  # noqa: PLR0913 — what is known already is given part by part
    claims: Sequence[Claim],
    reports: Sequence[Report],
    lineage: Sequence[Lineage],
    *,
    links: Iterable[EventLink] | None = None,
    orders: EventOrders = NO_ORDERS,
    settled: Collection[frozenset[str]] = (),
) -> tuple[EventGroup, ...]:
    """The events that the event claims are about, sorted by time and id.

    ``links`` are the links between the claims, where they are known already; ``orders`` are what
    people decided of them. Events of just the claims of one of ``settled`` are left out.
    """
    known = provenance(reports, lineage)
    slots = slots_of(claims, known, lineage)
    groups = _grouped(slots, links, orders)
    new = (group for group in groups if frozenset(row.claim.id for row in group) not in settled)
    events = [summarise(group, known) for group in new]
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
    return _grouped(slots_of(claims, known, lineage), None, NO_ORDERS)


def _grouped(
    slots: Mapping[str, Slots], links: Iterable[EventLink] | None, orders: EventOrders
) -> list[list[Slots]]:
    """The claims by event."""
    found = _links(slots, candidate_pairs(slots, None)) if links is None else _best_first(links)
    pairs = [(link.first, link.second) for link in found]

    @cache
    def fits(one: str, other: str) -> bool:
        return may_be_one(slots[one], slots[other])

    groups = merge_pairs(
        slots,
        pairs,
        fits,
        orders,
        copies=[(one, other) for one, other in pairs if is_copy(slots[one], slots[other])],
    )
    return [[slots[claim] for claim in group] for group in groups]


def slots_of(
    claims: Iterable[Claim], known: Provenance, lineage: Sequence[Lineage]
) -> dict[str, Slots]:
    """The slots of the event claims by claim, those of copies dated."""
    told = sorted(
        (claim for claim in claims if claim.kind is ClaimKind.EVENT), key=lambda claim: claim.id
    )
    days = days_of_copies(known.reports.values(), lineage)
    around = {key: told_around(copied) for key, copied in days.items()}
    return {
        claim.id: read_slots(claim, known.reports.get(claim.report_id), around.get(claim.report_id))
        for claim in date_by_copies(told, days)
    }


def _links(
    slots: Mapping[str, Slots], candidates: Iterable[tuple[str, str]]
) -> tuple[EventLink, ...]:
    """Pairs that fit well enough, best first."""
    found: list[EventLink] = []
    for first, second in candidates:
        one, other = slots[first], slots[second]
        if not may_be_one(one, other):
            continue
        fit = compare_claims(one, other)
        if fit.score >= _ENOUGH:
            link = EventLink(first=first, second=second, score=fit.score, because=fit.because)
            found.append(link)
    return _best_first(found)


def compare_claims(first: Slots, second: Slots) -> Match:
    """How likely two claims that can be about one event are, and why."""
    return match(FEATURES, shipped_weights(CLAIMS), first, second)


def _best_first(links: Iterable[EventLink]) -> tuple[EventLink, ...]:
    return tuple(sorted(links, key=lambda link: (-link.score, link.first, link.second)))


def candidate_pairs(
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
