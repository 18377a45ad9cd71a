"""Sentences about events and ties, made of their slots: nothing is said that no claim says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.annotations import QuantityRole
from secondsource.claims import EventType, Modality, TieType
from secondsource.fusion import TieStance
from secondsource.views.dates import dated, spoken
from secondsource.views.wire import ActorRecord, EventRecord, TieRecord
from secondsource.views.wire_counts import FusedCountRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """An event type in words: "A {past} B", "A planned to {base} B", and "{noun} B" where nobody is
    said to have done it."""

    past: str
    base: str
    noun: str


_VERBS: Mapping[EventType, Verb] = {
    EventType.AGREE: Verb(
        past="agreed on something with",
        base="agree on something with",
        noun="an agreement that concerns",
    ),
    EventType.CONSULT: Verb(
        past="met or talked with", base="meet or talk with", noun="a meeting or talks that concern"
    ),
    EventType.SUPPORT: Verb(
        past="spoke or stood up for", base="speak or stand up for", noun="support for"
    ),
    EventType.CONCEDE: Verb(past="yielded to", base="yield to", noun="a concession to"),
    EventType.COOPERATE: Verb(
        past="worked together with", base="work together with", noun="cooperation with"
    ),
    EventType.AID: Verb(past="gave aid to", base="give aid to", noun="aid for"),
    EventType.RETREAT: Verb(
        past="stopped fighting, withdrew or let go, with regard to",
        base="stop fighting, withdraw or let go, with regard to",
        noun="a ceasefire, withdrawal or release that concerns",
    ),
    EventType.REQUEST: Verb(
        past="asked or called on", base="ask or call on", noun="a request made of"
    ),
    EventType.ACCUSE: Verb(past="accused or blamed", base="accuse or blame", noun="blame put on"),
    EventType.REJECT: Verb(
        past="refused or rejected something of",
        base="refuse or reject something of",
        noun="a refusal that concerns",
    ),
    EventType.THREATEN: Verb(past="threatened", base="threaten", noun="a threat against"),
    EventType.PROTEST: Verb(
        past="protested against", base="protest against", noun="a protest against"
    ),
    EventType.SANCTION: Verb(
        past="put sanctions or other measures on",
        base="put sanctions or other measures on",
        noun="measures against",
    ),
    EventType.MOBILIZE: Verb(
        past="moved or readied forces, with regard to",
        base="move or ready forces, with regard to",
        noun="forces moved or readied with regard to",
    ),
    EventType.COERCE: Verb(
        past="used force short of an attack on",
        base="use force short of an attack on",
        noun="force short of an attack on",
    ),
    EventType.ASSAULT: Verb(past="attacked", base="attack", noun="an attack on"),
}
_TIES: Mapping[TieType, str] = {
    TieType.ALLY: "{0} and {1} were allies",
    TieType.TRUCE: "{0} and {1} kept a truce",
    TieType.HOSTILE: "{0} and {1} were hostile to each other",
    TieType.AFFILIATE: "{0} was affiliated with {1}",
    TieType.PLEDGE: "{0} had pledged allegiance to {1}",
    TieType.MERGER: "{0} and {1} were merged",
    TieType.SPLIT: "{0} and {1} had split",
    TieType.SUPPORT: "{0} supported {1}",
    TieType.CONTROL: "{0} controlled {1}",
    TieType.DEFECTION: "{0} had gone over to {1}",
    TieType.MEMBER: "{0} was a member of {1}",
    TieType.LEADER: "{0} led {1}",
    TieType.SPOKESPERSON: "{0} spoke for {1}",
}
_STANCES: Mapping[TieStance, str] = {
    TieStance.HEDGED: "With hedges only: ",
    TieStance.DISPUTED: "Said by some and disputed by others: ",
    TieStance.DENIED: "Denied: ",
    TieStance.UNCONFIRMED: "Not confirmed: ",
    TieStance.PLANNED: "Planned or declared, not said to have come about: ",
    TieStance.POSSIBLE: "Possibly: ",
    TieStance.REQUESTED: "Asked for, not said to have come about: ",
    TieStance.HYPOTHETICAL: "Supposed, not said to be so: ",
}
_ROLES: Mapping[QuantityRole, str] = {
    QuantityRole.KILLED: "killed",
    QuantityRole.WOUNDED: "wounded",
    QuantityRole.MISSING: "missing",
    QuantityRole.DISPLACED: "displaced",
    QuantityRole.DETAINED: "detained",
}


def event_sentence(event: EventRecord) -> str:
    """What happened, is planned or supposed, with when, where and how many."""
    when = f" {_about(event)}{dated(event.time.edtf)}" if event.time else ""
    where = f" in {event.place.name}" if event.place else ""
    counts = "".join(f"; {words}" for words in map(_count, event.counts) if words)
    return f"{_deed(event)}{where}{when}{counts}."


def tie_sentence(tie: TieRecord) -> str:
    """How two actors stood to each other, from when to when, and how that is put."""
    state = _TIES[tie.state].format(*tie.names)
    return f"{_STANCES.get(tie.stance, '')}{state}{_lasting(tie)}."


def _about(event: EventRecord) -> str:
    return "about the day of the report, " if event.time and event.time.about else ""


def _deed(event: EventRecord) -> str:
    verb = _VERBS[event.type]
    who, whom = _names(event.actors), _names(event.recipients)
    if not who:
        return f"{_put_bare(event.modality)}{verb.noun} {whom}"
    together = {one.name for one in event.actors} >= {one.name for one in event.recipients}
    if len(event.actors) > 1 and together:
        whom = "each other"
    return _put(event.modality, who, verb, whom or "somebody not named")


def _put(modality: Modality, who: str, verb: Verb, whom: str) -> str:
    match modality:
        case Modality.ACTUAL:
            return f"{who} {verb.past} {whom}"
        case Modality.PLANNED:
            return f"{who} planned or agreed to {verb.base} {whom}"
        case Modality.POSSIBLE:
            return f"Possibly, {who} {verb.past} {whom}"
        case Modality.REQUESTED:
            return f"{who} was asked to {verb.base} {whom}"
        case Modality.HYPOTHETICAL:
            return f"Supposed, not said to be so: that {who} would {verb.base} {whom}"


def _put_bare(modality: Modality) -> str:
    if modality is Modality.ACTUAL:
        return "By whom is not said: "
    return f"By whom is not said, and {modality.value} only: "


def _names(actors: Sequence[ActorRecord]) -> str:
    named = [one.name for one in actors]
    return " and ".join((", ".join(named[:-1]), named[-1])) if len(named) > 1 else "".join(named)


def _count(count: FusedCountRecord) -> str:
    role = _ROLES.get(count.role)
    if role is None:
        return ""
    what = count.category.value if count.category else "people"
    figures = _figures(count)
    return f"{figures} {what} {role}" if figures else ""


def _figures(count: FusedCountRecord) -> str:
    low, high = count.low, count.high
    if low is not None and high is not None:
        return f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}"
    if low is not None:
        return f"at least {low:,.0f}"
    if high is not None:
        return f"at most {high:,.0f}"
    return f"about {count.best:,.0f}" if count.best is not None else ""


def _lasting(tie: TieRecord) -> str:
    start = _bound(tie.start.partition("/")[0] if tie.start else "")
    end = _bound(tie.end.rpartition("/")[2] if tie.end else "")
    if start and end:
        return f", {start}" if start == end else f", from {start} to {end}"
    if start:
        return f", since {start}"
    return f", until {end}" if end else ""


def _bound(edtf: str) -> str:
    return "" if edtf in {"", ".."} else spoken(edtf)
