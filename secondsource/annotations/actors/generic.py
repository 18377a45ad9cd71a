"""Descriptions that stand for actors without naming them: "government forces", "a source"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.found import Found, Meaning, found
from secondsource.annotations.actors.keys import name_key
from secondsource.annotations.actors.phrases import (
    compounded,
    conjuncts,
    determiner,
    modified,
    phrase,
)
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
_ACTING = frozenset(
    "regime government rebel army coalition militia insurgent opposition guerrilla".split()
)
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_VAGUE = frozenset("other such more several many same extra additional own".split())
_HYPHENS = frozenset("-‐‑")
_SIDES_WITH = frozenset({"pro", "anti"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What a description is resolved by. ``coalitions`` are the ids of those named,
    ``bodies`` the named mentions that are no persons by the token that heads their phrase."""

    registry: Registry
    setting: Setting
    coalitions: frozenset[str]
    bodies: dict[int, Found]


def generic_mentions(
    parse: Parse,
    registry: Registry,
    setting: Setting,
    known: list[Found],
    taken: Set[int],
) -> list[Found]:
    """One mention per describing noun outside ``taken`` that no name stands before."""
    bodies = {row.top: row for row in known if row.mention.kind not in lexicon.PERSONS}
    coalitions = {
        row.mention.actor
        for row in known
        if row.mention.actor and row.mention.kind is ActorKind.COALITION
    }
    around = _Around(
        registry=registry, setting=setting, coalitions=frozenset(coalitions), bodies=bodies
    )
    return [
        _mention(parse, token, _first(parse, token, taken), around)
        for token in _describing(parse, taken)
        if token.index not in bodies
    ]


def _describing(parse: Parse, taken: Set[int]) -> Iterator[Token]:
    for token in parse.tokens:
        lemma = lemma_of(token)
        if lemma not in lexicon.COLLECTIVE and lemma not in lexicon.INDIVIDUAL:
            continue
        if token.index not in taken and token.pos in _NOUNS and _heads_phrase(parse, token):
            yield token


def lemma_of(token: Token) -> str:
    """The lemma of a describing noun, also of a plural that the parser took for a name ("Rebels"
    at the head of a sentence)."""
    lemma = token.lemma.lower()
    if token.pos != "PROPN" or lemma in lexicon.COLLECTIVE:
        return lemma
    single = lemma.removesuffix("s")
    return single if single in lexicon.COLLECTIVE else lemma


def _heads_phrase(parse: Parse, token: Token) -> bool:
    """Whether the noun is not itself a description of another ("rebel" in "rebel stronghold");
    before an act ("regime air strikes") it is the one that acts."""
    if compounded(parse, token.index) or token.text.lower() in lexicon.LINKED:
        return False
    if token.lemma.lower() in lexicon.CRAFT | {"people"} and token.dep not in _ROLES:
        return False
    if token.lemma.lower() in lexicon.CRAFT and not _acts(parse, token):
        return False
    if token.dep == "dobj" and parse.head(token).lemma.lower() == "join":
        return token.lemma.lower() != "force"
    noun = modified(parse, token.index, token.index)
    if noun is None:
        return token.pos != "ADJ" or token.dep in _ROLES
    acts = noun.lemma.lower() in lexicon.ACTS and lemma_of(token) in _ACTING
    return acts or token.dep == "poss"


def _hands_of(parse: Parse, token: Token, bodies: dict[int, Found]) -> Meaning | None:
    """The body or bodies whose people are meant: "leaders from Isis and Nusra"."""
    if lemma_of(token) not in lexicon.HANDS or token.tag not in _PLURAL:
        return None
    meant = [
        bodies[noun.index].mention
        for preposition in parse.children(token, "prep")
        if preposition.text.lower() in {"of", "from"}
        for first in parse.children(preposition, "pobj")
        for noun in (first, *conjuncts(parse, first))
        if noun.index in bodies
    ]
    ids = tuple(dict.fromkeys(mention.actor for mention in meant if mention.actor))
    if not ids:
        return None
    return Meaning(
        actor=ids[0] if len(ids) == 1 else None,
        name=" and ".join(dict.fromkeys(mention.name for mention in meant)),
        kind=meant[0].kind,
        members=ids if len(ids) > 1 else (),
        why=f"{token.text} of or from what is named",
    )


def _acts(parse: Parse, token: Token) -> bool:
    """Whether the noun does something, or is what something is done by."""
    while token.dep == "conj":
        token = parse.head(token)
    by = token.dep == "pobj" and parse.head(token).text.lower() in {"by", "from"}
    return token.dep in {"nsubj", "nsubjpass"} or by


def _mention(parse: Parse, token: Token, first: int, around: _Around) -> Found:
    inner = {t.lemma.lower() for t in parse.tokens[first : token.index]}
    kind = _kind(token, inner)
    body = _hands_of(parse, token, around.bodies)
    if body is not None:
        return found(parse, range(first, token.index + 1), token.index, body, phrase(parse, token))
    actor, why = _resolve(parse, token, inner, kind, around)
    words = " ".join(t.text for t in parse.tokens[first : token.index + 1])
    meaning = Meaning(
        actor=actor.id if actor else None,
        name=actor.name if actor else words.replace(" - ", "-"),
        kind=actor.kind if actor else kind,
        why=why,
    )
    tokens = range(first, token.index + 1)
    row = found(parse, tokens, token.index, meaning, phrase(parse, token))
    return replace(row, described=True)


def _first(parse: Parse, token: Token, taken: Set[int]) -> int:
    """The first of the nouns and adjectives that belong to the description."""
    first = token.index
    for before in reversed(parse.tokens[: token.index]):
        if before.index in taken or before.sentence != token.sentence:
            break
        belongs = before.dep in {"compound", "amod"} and before.head == token.index
        belongs = belongs and before.text.lower() not in lexicon.LINKED
        if belongs and before.pos in _NOUNS and before.lemma.lower() not in _VAGUE:
            first = before.index
        elif before.text not in _HYPHENS:
            if parse[before.index + 1].text not in _HYPHENS or not before.text.isalpha():
                break
            first = before.index
    return first


def _kind(token: Token, inner: Set[str]) -> ActorKind:
    lemma = lemma_of(token)
    individual = lemma in lexicon.INDIVIDUAL and token.tag not in _PLURAL
    if individual:
        return ActorKind.OFFICE if lemma in lexicon.OFFICE else ActorKind.PRIVATE_PERSON
    if lexicon.COLLECTIVE.get(lemma) is ActorKind.ORGANISATION and inner & lexicon.ARMED:
        return ActorKind.ARMED_GROUP
    if inner & _REBEL_WORDS and lexicon.COLLECTIVE.get(lemma) is ActorKind.MILITARY:
        return ActorKind.ARMED_GROUP
    if lemma in lexicon.INDIVIDUAL and lemma not in lexicon.COLLECTIVE:
        return ActorKind.OFFICE if lemma in lexicon.OFFICE else ActorKind.COMMUNITY
    return lexicon.COLLECTIVE.get(lemma, ActorKind.UNKNOWN)


def _resolve(
    parse: Parse, token: Token, inner: Set[str], kind: ActorKind, around: _Around
) -> tuple[Actor | None, str]:
    lemma = lemma_of(token)
    if kind is ActorKind.COALITION:
        return _coalition(parse, token, around)
    sought = sought_of(token, inner)
    if sought is None or kind in lexicon.PERSONS:
        return None, f"a description ({lemma}); no name says who"
    if picks_some(parse, token, sought):
        return None, f"one or some of many ({lemma}); no name says who"
    state = around.registry.state(around.setting.country(token.sentence))
    if state is None:
        return None, f"a description ({lemma}) in a passage that no one country is plain for"
    actor = of_state(state, sought, around.registry)
    why = f"the passage is set in {state.name}" if actor else f"{state.name} has no such entry"
    return actor, why


def _coalition(parse: Parse, token: Token, around: _Around) -> tuple[Actor | None, str]:
    if len(around.coalitions) != 1 or not definite(parse, token):
        return None, "not the one coalition that the report names"
    return around.registry.get(next(iter(around.coalitions))), "the one coalition that is named"


def picks_some(parse: Parse, token: Token, sought: str) -> bool:
    """Whether the words pick out another or only some: "a rebel group", "foreign forces"."""
    if any(t.lemma.lower() in {"foreign", "other", "new"} for t in parse.children(token)):
        return True
    article = determiner(parse, token)
    single = token.tag not in _PLURAL and sought == "rebels"
    return (
        article in {"a", "an", "another", "no"}
        or single
        or (sought == "opposition" and article != "the")
    )


def sought_of(token: Token, inner: Set[str]) -> str | None:
    """What of its country a description asks for."""
    lemma = lemma_of(token)
    kind = lexicon.COLLECTIVE.get(lemma)
    if inner & _SIDES_WITH:
        return None
    if inner & _REBEL_WORDS or lemma in _REBELS:
        armed = {ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.ORGANISATION}
        return "rebels" if kind in armed and lemma != "opposition" else None
    if lemma == "opposition":
        return "opposition"
    if kind is ActorKind.MILITARY and (inner & (_STATE_WORDS | _SECURITY) or lemma in _STANDING):
        return "military"
    if kind is ActorKind.GOVERNMENT:
        return "government"
    return None


def of_state(state: Actor, sought: str, registry: Registry) -> Actor | None:
    """A state's ``"government"`` or ``"military"``, or who is called its rebels or opposition."""
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
