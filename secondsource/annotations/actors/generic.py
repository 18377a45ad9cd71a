"""Descriptions that stand for actors without naming them: "government forces", "a source"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.found import Found, found
from secondsource.annotations.actors.keys import name_key
from secondsource.annotations.actors.phrases import determiner, modified, phrase
from secondsource.annotations.actors.records import Actor, NameUse, Registry
from secondsource.annotations.actors.setting import Setting
from secondsource.annotations.records import ActorKind, Parse, Token

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_PLURAL = frozenset({"NNS", "NNPS"})
_STATE_WORDS = frozenset({"government", "regime", "state", "loyalist", "pro-government"})
_REBEL_WORDS = frozenset({"rebel", "opposition", "insurgent", "revolutionary", "rebellion"})
_REBELS = frozenset({"rebel", "insurgent", "rebellion", "insurgency"})
_STANDING = frozenset({"army", "military", "navy"})
_SECURITY = frozenset({"security"})
_CASUALTY_VERBS = frozenset("kill wound injure murder execute behead massacre die displace".split())


def generic_mentions(
    parse: Parse,
    registry: Registry,
    setting: Setting,
    known: list[Found],
    taken: Set[int],
) -> list[Found]:
    """One mention per describing noun outside ``taken`` that no name stands before."""
    tops = {row.top for row in known if row.mention.kind not in lexicon.PERSONS}
    coalitions = {row.mention.actor for row in known if row.mention.kind is ActorKind.COALITION}
    rows = []
    for token in _describing(parse, taken):
        if token.index not in tops:
            rows.append(_mention(parse, token, registry, setting, coalitions, taken))
    return rows


def _describing(parse: Parse, taken: Set[int]) -> Iterator[Token]:
    for token in parse.tokens:
        lemma = token.lemma.lower()
        if lemma not in lexicon.COLLECTIVE and lemma not in lexicon.INDIVIDUAL:
            continue
        if token.index not in taken and token.pos in _NOUNS and _heads_phrase(parse, token):
            yield token


def _heads_phrase(parse: Parse, token: Token) -> bool:
    """Whether the noun is not itself a description of another ("rebel" in "rebel stronghold");
    before an act ("regime air strikes") it is the one that acts."""
    lemma = token.lemma.lower()
    if lemma == "people" and parse.head(token).lemma.lower() not in _CASUALTY_VERBS:
        return token.dep in {"nsubj", "nsubjpass", "dobj"}
    noun = modified(parse, token.index, token.index)
    if noun is None:
        return token.pos != "ADJ" or token.dep in {"nsubj", "nsubjpass", "pobj", "dobj", "conj"}
    return noun.lemma.lower() in lexicon.ACTS or token.dep == "poss"


def _mention(
    parse: Parse,
    token: Token,
    registry: Registry,
    setting: Setting,
    coalitions: Set[str | None],
    taken: Set[int],
) -> Found:
    first = _first(parse, token, taken)
    inner = {t.lemma.lower() for t in parse.tokens[first : token.index]}
    kind = _kind(token, inner)
    actor, why = _resolve(parse, token, inner, kind, registry, setting, coalitions)
    words = " ".join(t.text for t in parse.tokens[first : token.index + 1] if t.text != "-")
    return found(
        parse,
        first,
        token.index,
        token.index,
        actor=actor.id if actor else None,
        name=actor.name if actor else words,
        kind=actor.kind if actor else kind,
        why=why,
        head=phrase(parse, token),
    )


def _first(parse: Parse, token: Token, taken: Set[int]) -> int:
    """The first of the nouns and adjectives that belong to the description."""
    first = token.index
    while (
        first
        and first - 1 not in taken
        and parse[first - 1].sentence == token.sentence
        and parse[first - 1].dep in {"compound", "amod"}
        and parse[first - 1].head == token.index
        and parse[first - 1].pos in _NOUNS
        and parse[first - 1].lemma.lower()
        not in {"other", "such", "more", "several", "many", "same"}
    ):
        first -= 1
    return first


def _kind(token: Token, inner: Set[str]) -> ActorKind:
    lemma = token.lemma.lower()
    individual = lemma in lexicon.INDIVIDUAL and token.tag not in _PLURAL
    if individual:
        return ActorKind.OFFICE if lemma in lexicon.OFFICE else ActorKind.PRIVATE_PERSON
    if inner & _REBEL_WORDS and lexicon.COLLECTIVE.get(lemma) is ActorKind.MILITARY:
        return ActorKind.ARMED_GROUP
    if lemma in lexicon.INDIVIDUAL and lemma not in lexicon.COLLECTIVE:
        return ActorKind.OFFICE if lemma in lexicon.OFFICE else ActorKind.COMMUNITY
    return lexicon.COLLECTIVE.get(lemma, ActorKind.UNKNOWN)


def _resolve(
    parse: Parse,
    token: Token,
    inner: Set[str],
    kind: ActorKind,
    registry: Registry,
    setting: Setting,
    coalitions: Set[str | None],
) -> tuple[Actor | None, str]:
    lemma = token.lemma.lower()
    if kind is ActorKind.COALITION:
        only = registry.get(next(iter(coalitions))) if len(coalitions) == 1 else None
        return (
            only,
            "the only coalition named in the report" if only else "no one coalition is named",
        )
    sought = _sought(token, inner)
    if sought is None or kind in lexicon.PERSONS:
        return None, f"a description ({lemma}); no name says who"
    if any(t.lemma.lower() in {"foreign", "other"} for t in parse.children(token)):
        return None, "said to be another's"
    country = setting.country(token.sentence)
    state = registry.state(country)
    if state is None:
        return None, f"a description ({lemma}) in a passage that no one country is plain for"
    actor = _of_state(state, sought, registry)
    why = f"the passage is set in {state.name}" if actor else f"{state.name} has no such entry"
    return actor, why


def _sought(token: Token, inner: Set[str]) -> str | None:
    """What of its country a description asks for."""
    lemma = token.lemma.lower()
    kind = lexicon.COLLECTIVE.get(lemma)
    if inner & _REBEL_WORDS or lemma in _REBELS:
        return "rebels" if kind in {ActorKind.ARMED_GROUP, ActorKind.MILITARY} else None
    if lemma == "opposition":
        return "opposition"
    if kind is ActorKind.MILITARY and (inner & (_STATE_WORDS | _SECURITY) or lemma in _STANDING):
        return "military"
    if kind is ActorKind.GOVERNMENT:
        return "government"
    return None


def _of_state(state: Actor, sought: str, registry: Registry) -> Actor | None:
    if sought in {"government", "military"}:
        return registry.branch(state.id, sought)
    demonyms = (name.text for name in state.names if name.use is NameUse.DEMONYM)
    by_key = _by_key(registry)
    found_ = (by_key.get(name_key(f"{demonym} {sought}")) for demonym in demonyms)
    return next((actor for actor in found_ if actor is not None), None)


@lru_cache(maxsize=4)
def _by_key(registry: Registry) -> dict[str, Actor]:
    return {
        name_key(name.text): actor
        for actor in reversed(registry.actors)
        for name in actor.names
        if name.text.endswith((" rebels", " opposition"))
    }


def definite(parse: Parse, token: Token) -> bool:
    """Whether a description points back at something already told."""
    return determiner(parse, token) in {"the", "this", "that", "these", "those", "both"}
