"""Fitting the claims of reports into the events of the standing picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.claims import Claim
from secondsource.fusion import (
    NO_ORDERS,
    Contradiction,
    EventGroup,
    EventOrders,
    Lineage,
    Provenance,
    event_blocks,
    event_contradictions,
    group_events,
    link_claims,
    provenance,
)
from secondsource.ledger import (
    ClaimAnchor,
    Drawing,
    PictureChange,
    anchors_of,
    event_orders,
)
from secondsource.pipeline.fitting_facts import Facts
from secondsource.pipeline.fitting_lineage import Moved
from secondsource.reports import Report


def fit_events(facts: Facts, drawing: Drawing, moved: Moved) -> None:
    """Group anew the claims that what moved may concern."""
    old = drawing.grouped_claims(moved.changed | moved.undated)
    reached = (drawing.linked_claims(old) | _told_with(drawing, old)) - old
    new = {one.id: one for one in facts.claims(moved.told)}
    _compare(facts, drawing, old, new)
    retold = drawing.grouped_claims(moved.retraced) - old
    # A group made anew from its own claims is the group it was: none of them fitted another.
    whole = _told_with(drawing, retold)
    members = drawing.linked_claims(reached | new.keys()) | (whole - old)
    orders = _orders(facts, drawing, old, new)
    members = _with_partners(drawing, orders, members) - (old - new.keys())
    made = drawing.events_among(members | old)
    moving = old | retold | new.keys()
    settled = {key: claims for key, claims in made.items() if claims.isdisjoint(moving)}
    told = facts.told(members)
    reports, lineage = _around(facts, drawing, told)
    events = group_events(
        told,
        reports,
        lineage,
        links=[one for one in drawing.event_links(members) if one.second in members],
        orders=orders,
        settled=frozenset(settled.values()),
    )
    regrouped = {claim for event in events for claim in event.claims}
    kept = {key for key, claims in settled.items() if claims.isdisjoint(regrouped)}
    drawing.write(
        PictureChange(
            events=events,
            contradictions=_contradictions(events, told, provenance(reports, lineage)),
            gone_events=tuple(sorted(made.keys() - kept)),
        )
    )


def _told_with(drawing: Drawing, claims: set[str]) -> set[str]:
    """The claims of the events that these claims stand in."""
    return set().union(*drawing.events_among(claims).values())


def _orders(facts: Facts, drawing: Drawing, old: set[str], new: Mapping[str, Claim]) -> EventOrders:
    """What people decided about the claims that there are now."""
    rulings = drawing.event_rulings()
    if not rulings:
        return NO_ORDERS
    reports = {anchor.report for ruling in rulings for anchor in anchors_of(ruling)}
    there = (drawing.grouped_claims(reports) - old) | new.keys()

    def find(anchor: ClaimAnchor) -> str | None:
        found = anchor.claim if anchor.claim in there else None
        return found or anchor.find(facts.claims((anchor.report,)))

    return event_orders(rulings, find)


def _with_partners(drawing: Drawing, orders: EventOrders, members: set[str]) -> set[str]:
    """``members`` with the claims that decisions name beside them, and what is linked with
    those."""
    found = set(members)
    while new := orders.partners(found) - found:
        found |= drawing.linked_claims(new) | _told_with(drawing, new)
    return found


def _compare(facts: Facts, drawing: Drawing, old: set[str], new: dict[str, Claim]) -> None:
    """Link the claims ``new``, which take the place of ``old``, with those that they fit."""
    reports = facts.headings({one.report_id for one in new.values()})
    keys = {
        one.id: blocks
        for one in new.values()
        if (blocks := event_blocks(one, reports[one.report_id]))
    }
    drawing.key_claims(old, keys)
    near = drawing.claims_with({key for blocks in keys.values() for key in blocks})
    told = facts.told(near)
    found = link_claims(told, *_around(facts, drawing, told), touching=new.keys())
    drawing.link_claims(old | new.keys(), found)


def _around(
    facts: Facts, drawing: Drawing, claims: Iterable[Claim]
) -> tuple[tuple[Report, ...], tuple[Lineage, ...]]:
    """The reports of the claims and those that they come from, with their lineage; of those
    undated all that are linked with them, which may date them."""
    told = {one.report_id for one in claims}
    undated = {key for key, one in facts.headings(told).items() if one.published is None}
    lineage = drawing.lineage_of(told | drawing.kin(undated))
    return tuple(facts.headings(told | lineage.keys()).values()), tuple(lineage.values())


def _contradictions(
    events: Iterable[EventGroup], told: Iterable[Claim], known: Provenance
) -> tuple[Contradiction, ...]:
    claims = {one.id: one for one in told}
    found = (
        event_contradictions(event, [claims[key] for key in event.claims], known)
        for event in events
    )
    return tuple(one for listed in found for one in listed)
