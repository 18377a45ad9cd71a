"""Descriptions that a report's names leave open, resolved once its places and persons are known.

1. "Assad's troops": the forces of whoever leads a state are the state's, those of a group's leader
   or spokesman the group's, by the affiliations that held when the report was published.
2. "The regime in Pyongyang": those of the country of the place in the description's own words.
3. "Government forces retook Mosul": those of the country in which the passage is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.generic import of_state, picks_some, sought_of
from secondsource.annotations.actors.records import Actor, Affiliation, Registry
from secondsource.annotations.actors.setting import Setting, setting_of
from secondsource.annotations.records import (
    ActorKind,
    ActorMention,
    Layers,
    Parse,
    PlaceMention,
    Token,
)
from secondsource.text import Span

_OPEN = frozenset(
    {ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION}
)
_LEADING = ("leader", "spokesperson", "member")
_MANY = frozenset({"NNS", "NNPS"})
_STANDING = frozenset({"army", "military", "navy", "militia", "regime", "government"})
_BODIES = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.MILITARY, ActorKind.ORGANISATION}
)
_RULED = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a description is resolved by."""

    parse: Parse
    registry: Registry
    setting: Setting
    persons: Mapping[int, ActorMention]
    countries: Mapping[int, str]
    published: str | None


def with_sides(
    layers: Layers, places: Sequence[PlaceMention], registry: Registry
) -> tuple[ActorMention, ...]:
    """The actor mentions, those that describe one side linked where it is plain which."""
    parse, actors = layers.parse, layers.actors or ()
    if parse is None or not any(map(_is_open, actors)):
        return actors
    published = layers.report.published.value if layers.report.published else None
    known = _Known(
        parse=parse,
        registry=registry,
        setting=setting_of(parse, (), frozenset(), tuple(places)),
        persons=_by_token(parse, actors),
        countries=_countries(parse, places),
        published=published,
    )
    changed = {one.span: _linked(one, known) for one in actors if _is_open(one)}
    linked = {span: one for span, one in changed.items() if one.actor is not None}
    return tuple(_following(linked.get(one.span, one), linked) for one in actors)


def _is_open(mention: ActorMention) -> bool:
    return (
        mention.actor is None
        and not mention.members
        and not mention.antecedents
        and mention.kind in _OPEN
    )


def _by_token(parse: Parse, actors: Iterable[ActorMention]) -> dict[int, ActorMention]:
    return {
        parse.within(one.span)[-1].index: one
        for one in actors
        if one.kind is ActorKind.PUBLIC_FIGURE and parse.within(one.span)
    }


def _countries(parse: Parse, places: Iterable[PlaceMention]) -> dict[int, str]:
    return {
        token.index: place.country
        for place in places
        if place.country and not place.adjectival
        for token in parse.within(place.span)
    }


def _linked(mention: ActorMention, known: _Known) -> ActorMention:
    tokens = known.parse.within(mention.span)
    if not tokens:
        return mention
    noun = tokens[-1]
    inner = {token.lemma.lower() for token in tokens[:-1]}
    owned = _of_person(noun, known)
    if owned is not None:
        return _to(mention, *owned)
    sought = sought_of(noun, inner)
    if sought is None or picks_some(known.parse, noun, sought):
        return mention
    country, why = _country(noun, known)
    state = known.registry.state(country)
    actor = of_state(state, sought, known.registry) if state else None
    return mention if actor is None else _to(mention, actor, why)


def _to(mention: ActorMention, actor: Actor, why: str) -> ActorMention:
    """``mention`` linked to ``actor`` for the reason ``why``."""
    return replace(mention, actor=actor.id, name=actor.name, kind=actor.kind, why=why)


def _country(noun: Token, known: _Known) -> tuple[str | None, str]:
    """The country of a place in the noun's own phrase, else that of the passage."""
    parse = known.parse
    within = {
        known.countries[below.index]
        for preposition in parse.children(noun, "prep")
        for below in parse.subtree(preposition)
        if below.index in known.countries
    }
    if len(within) == 1:
        [inside] = within
        return inside, f"its words say that it is in {_name(inside, known)}"
    around = known.setting.country(noun.sentence)
    return around, f"the passage is set in {_name(around, known)}"


def _name(country: str | None, known: _Known) -> str:
    state = known.registry.state(country)
    return state.name if state else "no one country"


def _of_person(noun: Token, known: _Known) -> tuple[Actor, str] | None:
    """The body whose forces a public figure's are: "Assad's troops", "his fighters"."""
    lemma = noun.lemma.lower()
    forces = noun.tag in _MANY and lemma in lexicon.HANDS | lexicon.FORCES
    if not forces and lemma not in _STANDING:
        return None
    for child in known.parse.children(noun, "poss"):
        person = known.persons.get(child.index)
        entry = known.registry.get(person.actor) if person else None
        if entry is not None:
            return _led_by(entry, lemma, known)
    return None


def _led_by(person: Actor, lemma: str, known: _Known) -> tuple[Actor, str] | None:
    """The body that a person leads or speaks for; of a ruler, the armed forces of the state."""
    held = [one for one in person.affiliations if _holds(one, known.published)]
    speaking = (one for one in held if one.relation in _LEADING)
    for one in sorted(speaking, key=lambda one: _LEADING.index(one.relation)):
        body = known.registry.get(one.actor)
        if body is not None and body.kind in _RULED and one.relation == "leader":
            state = known.registry.state(body.country) or body
            branch = "government" if lemma in lexicon.GOVERNMENT else "military"
            body = known.registry.branch(state.id, branch) or state
        elif body is None or body.kind not in _BODIES:
            continue
        return body, f"{person.name} is {one.relation} of {body.name}"
    return None


def _holds(affiliation: Affiliation, published: str | None) -> bool:
    """Whether it held on an EDTF date, as far as both are known."""
    if published is None:
        return True
    start, end = affiliation.start, affiliation.end
    begun = start is None or start[: len(published)] <= published[: len(start)]
    return begun and (end is None or end[: len(published)] >= published[: len(end)])


def _following(mention: ActorMention, linked: Mapping[Span, ActorMention]) -> ActorMention:
    """A reference to one description, with what that is linked to."""
    if mention.actor is not None or mention.members or len(mention.antecedents) != 1:
        return mention
    meant = linked.get(mention.antecedents[0])
    if meant is None or meant.actor is None:
        return mention
    why = f"points back to {meant.name}"
    return replace(mention, actor=meant.actor, name=meant.name, kind=meant.kind, why=why)
