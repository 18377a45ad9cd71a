"""Mentions of the registry's actors: which bearer of a name is meant, and in which phrase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.found import Found, Meaning, found
from secondsource.annotations.actors.keys import provisional_id
from secondsource.annotations.actors.matcher import Hit
from secondsource.annotations.actors.phrases import compounded, head_of, modified, phrase, prefixed
from secondsource.annotations.actors.records import Actor, Name, Registry
from secondsource.annotations.actors.states import Role, role_of
from secondsource.annotations.records import ActorKind, Parse, Token
from secondsource.text import Span

_QUOTES = frozenset("\"“”'‘’")
_INDEFINITE = frozenset({"a", "an"})
_ENTITIES = frozenset({"PERSON", "ORG", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})


def named_mentions(
    parse: Parse, hits: tuple[Hit, ...], registry: Registry, published: str | None
) -> list[Found]:
    """One mention for each hit that names an actor rather than a place."""
    plain = (hit.bearers[0][0] for hit in hits if len(hit.bearers) == 1)
    countries = Counter(actor.country for actor in plain)
    rows = (_mention(parse, hit, registry, countries, published) for hit in hits)
    listed = [row for row in rows if row is not None]
    bodies = {row.top for row in listed if row.mention.kind in lexicon.NAMED_BODIES}
    return [row for row in listed if not _only_origin(row, bodies)]


def _only_origin(row: Found, bodies: Set[int]) -> bool:
    """Whether a state says only where another body's man is from: "a Saudi Isis commander"."""
    return row.mention.kind is ActorKind.STATE and row.top in bodies and row.top > row.last


def _mention(
    parse: Parse,
    hit: Hit,
    registry: Registry,
    countries: Counter[str | None],
    published: str | None,
) -> Found | None:
    actor, name, why = _bearer(hit, countries, published)
    if actor.kind is ActorKind.STATE:
        return _state(parse, hit, actor, name, registry)
    if actor.kind is not ActorKind.COALITION and _only_described(parse, hit):
        return None
    if actor.kind in lexicon.PERSONS and _namesake(parse, hit):
        return None
    noun = modified(parse, hit.first, hit.last)
    if noun is not None and _is_bearing(parse, noun):
        noun = None
    if noun is not None and actor.kind not in lexicon.PERSONS:
        if noun.lemma.lower() in lexicon.PLACES:
            return None
        top, head = noun.index, phrase(parse, noun)
    else:
        token = head_of(parse, hit.first, hit.last)
        top, head = token.index, None
    if prefixed(parse, hit.first) or compounded(parse, hit.last):
        top, head = hit.last, None
    meaning = Meaning(actor=actor.id, name=actor.name, kind=actor.kind, why=why)
    return found(parse, range(hit.first, hit.last + 1), top, meaning, head)


def _is_bearing(parse: Parse, noun: Token) -> bool:
    """Whether a noun only says where: "fought Islamic State west of Baghdad"."""
    following = noun.index + 1
    return (
        noun.lemma.lower() in lexicon.DIRECTIONS
        and following < len(parse)
        and parse[following].text.lower() == "of"
    )


def _namesake(parse: Parse, hit: Hit) -> bool:
    """Whether a family name alone was found behind the given name of somebody else."""
    if hit.first != hit.last or hit.first == 0:
        return False
    before = parse[hit.first - 1]
    return (
        before.pos == "PROPN"
        and before.head == hit.first
        and before.entity == "PERSON"
        and before.text.lower() not in lexicon.TITLES
    )


def _bearer(
    hit: Hit, countries: Counter[str | None], published: str | None
) -> tuple[Actor, Name, str]:
    """The bearer whose country the report is about, then one whose name was in use, then the
    one that the registry puts first. Bearers with a longer name in the report come first in a
    hit already."""
    if len(hit.bearers) == 1:
        actor, name = hit.bearers[0]
        return actor, name, f"{name.text!r} is a name of it in the registry ({name.source})"
    actor, name = max(
        hit.bearers,
        key=lambda pair: (
            countries[pair[0].country] if pair[0].country else 0,
            _in_use(pair[1], published),
        ),
    )
    others = len(hit.bearers) - 1
    why = f"{name.text!r} is a name of it and of {others} more; the report's countries decide"
    return actor, name, why


def _in_use(name: Name, published: str | None) -> bool:
    """Whether the name was in use on an EDTF date, as far as both are known."""
    if published is None:
        return True
    started = name.start is None or name.start[: len(published)] <= published
    ended = name.end is not None and name.end < published[: len(name.end)]
    return started and not ended


def _only_described(parse: Parse, hit: Hit) -> bool:
    """Whether an indefinite article makes the words a description: an "Islamic State"."""
    if modified(parse, hit.first, hit.last) or compounded(parse, hit.last):
        return False
    before = hit.first - 1
    while before >= 0 and parse[before].text in _QUOTES:
        before -= 1
    return before >= 0 and parse[before].text.lower() in _INDEFINITE


def _state(parse: Parse, hit: Hit, state: Actor, name: Name, registry: Registry) -> Found | None:
    role = role_of(parse, hit.first, hit.last, name.use, name.text)
    if role is None or _inside_entity(parse, hit, role):
        return None
    token = head_of(parse, hit.first, role.last)
    noun = modified(parse, hit.first, role.last)
    free = compounded(parse, hit.last) or prefixed(parse, hit.first)
    head: Span | None = None
    if noun is not None and not free:
        token, head = noun, phrase(parse, noun)
    meaning = _meaning(state, name, role, registry)
    return found(parse, range(hit.first, role.last + 1), token.index, meaning, head)


def _meaning(state: Actor, name: Name, role: Role, registry: Registry) -> Meaning:
    """The state, its government or armed forces, or its people, who are a provisional actor."""
    why = f"{name.text!r} is a name of {state.name}; {role.why}"
    if role.branch == "people":
        words = name.text
        return Meaning(actor=provisional_id(words), name=words, kind=ActorKind.COMMUNITY, why=why)
    actor = (registry.branch(state.id, role.branch) if role.branch else None) or state
    return Meaning(actor=actor.id, name=actor.name, kind=actor.kind, why=why)


def _inside_entity(parse: Parse, hit: Hit, role: Role) -> bool:
    """Whether the parser reads the state's name as the beginning of somebody else's name."""
    following = role.last + 1
    if role.branch or following >= len(parse):
        return False
    label, after = parse[role.last].entity, parse[following]
    joined = (
        after.entity == label
        and after.pos == "PROPN"
        and after.sentence == parse[hit.last].sentence
    )
    return label in _ENTITIES and joined
