"""From the head of an argument to the actors that it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.annotations import ActorKind, ActorMention, Parse, Token
from secondsource.claims.records import Party
from secondsource.text import Evidence, cover

_MODIFIERS = ("compound", "nmod", "amod", "poss", "appos", "npadvmod")
_MEMBERSHIP = frozenset({"of", "from", "by", "in", "within", "inside", "between", "among"})
_NAMING = frozenset({"know", "call", "name", "dub"})
# Whose brother was killed is not who was killed.
_KIN = frozenset(
    "brother sister father mother son daughter wife husband cousin uncle aunt nephew niece parent "
    "family relative child friend neighbour neighbor colleague widow".split()
)
# Whoever stands over against somebody is somebody else: "the US and its allies".
_COUNTERPARTS = frozenset(
    "ally enemy rival foe opponent adversary backer supporter sponsor partner proxy critic victim "
    "neighbour neighbor".split()
)
# "Iran-backed militias", "rebels linked to X": not those who back them.
_AIDED = frozenset(
    "back support fund arm train equip sponsor finance ally align affiliate link inspire oppose "
    "supply make".split()
)
# Somebody even where it is not sure who; "it" and "we" are then nobody in particular.
_SOMEBODY = frozenset({"he", "she", "they", "him", "them"})
_MAX_DEPTH = 5
_NOBODY = "the words in this role; they name no actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The actor mentions of a report by the tokens that they cover, and the names of the actors."""

    parse: Parse
    report_text: str
    by_token: Mapping[int, tuple[ActorMention, ...]]
    names: Mapping[str, tuple[str, ActorKind]]


def make_cast(parse: Parse, report_text: str, mentions: Iterable[ActorMention]) -> Cast:
    """Index ``mentions`` by token: by the name itself, and by the phrase that it heads."""
    rows: dict[int, list[ActorMention]] = defaultdict(list)
    names: dict[str, tuple[str, ActorKind]] = {}
    for mention in mentions:
        if mention.actor is not None:
            names.setdefault(mention.actor, (mention.name, mention.kind))
        for token in parse.within(mention.head):
            if mention.span.overlaps(token.span) or _heads(parse, token, mention):
                rows[token.index].append(mention)
    return Cast(
        parse=parse,
        report_text=report_text,
        by_token={index: tuple(found) for index, found in rows.items()},
        names=names,
    )


def _heads(parse: Parse, token: Token, mention: ActorMention) -> bool:
    """Whether ``token`` is the head of the mention's phrase."""
    return not mention.head.overlaps(parse.head(token).span) or token.head == token.index


def parties(cast: Cast, tokens: Iterable[Token]) -> tuple[Party, ...]:
    """The actors that ``tokens`` (heads of arguments) stand for, each once, in text order."""
    found: dict[str, Party] = {}
    for token in tokens:
        for mention in _mentions(cast, token, 0):
            if _is_nobody(cast, mention):
                continue
            for party in _as_parties(cast, mention):
                found.setdefault(party.id or f"{party.words.start}", party)
    listed = tuple(found.values())
    named = tuple(party for party in listed if party.id is not None)
    return named or listed


def _is_nobody(cast: Cast, mention: ActorMention) -> bool:
    """A pronoun that is left open and may stand for a thing: "it", "their"."""
    words = cast.parse.within(mention.span)
    bare = len(words) == 1 and words[0].pos == "PRON"
    known = mention.actor or mention.members
    return bare and not known and words[0].text.casefold() not in _SOMEBODY


def _mentions(cast: Cast, token: Token, depth: int) -> list[ActorMention]:
    parse = cast.parse
    own = _own(cast, token)
    known = _resolved(own)
    found = [*_joined_before(cast, token, known), *known]
    if depth < _MAX_DEPTH:
        alias = _alias(cast, token, depth)
        if alias:
            found = [*_beside_possessor(cast, token, depth), *alias]
        elif not known:
            found = _below(cast, token, depth) or own
        for member in (*parse.children(token, "conj"), *_listed(cast, token, known)):
            found = [*found, *_mentions(cast, member, depth + 1)]
        if token.dep == "appos" and not _resolved(found):
            found = _resolved(_own(cast, parse.head(token))) or found
    return found or own


def _listed(cast: Cast, token: Token, own: list[ActorMention]) -> list[Token]:
    """The B of "A, B and C" where the parser took B and C for other words for A."""
    ids = {mention.actor for mention in own}
    if token.pos != "PROPN" or not ids:
        return []
    return [
        beside
        for beside in cast.parse.children(token, "appos")
        if cast.parse.children(beside, "conj")
        and cast.parse.children(beside, "cc")
        and all(row.actor not in ids for row in _resolved(_own(cast, beside)))
        and _resolved(_own(cast, beside))
    ]


def _resolved(mentions: Iterable[ActorMention]) -> list[ActorMention]:
    return [mention for mention in mentions if mention.actor or mention.members]


def _joined_before(cast: Cast, token: Token, own: list[ActorMention]) -> list[ActorMention]:
    """The A of "A and B" where the parser made A a modifier of B's last word."""
    found: list[ActorMention] = []
    for child in cast.parse.children(token, "nmod", "compound"):
        joined = cast.parse.children(child, "conj")
        if any(mention.span.overlaps(row.span) for mention in own for row in joined):
            found += [mention for mention in _own(cast, child) if mention not in own]
    return found


def _own(cast: Cast, token: Token) -> list[ActorMention]:
    """The mentions at ``token``, the one whose own words it is before those it merely heads."""
    rows = cast.by_token.get(token.index, ())
    inside = [mention for mention in rows if mention.span.overlaps(token.span)]
    if inside:
        longest = max(len(mention.span) for mention in inside)
        return [mention for mention in inside if len(mention.span) == longest]
    return list(rows)


def _below(cast: Cast, token: Token, depth: int) -> list[ActorMention]:
    """The mentions that modify ``token``: "Isis leaders", "members of Nusra", "its planes"."""
    found: list[ActorMention] = []
    others = token.lemma.lower() in _KIN | _COUNTERPARTS
    for child in cast.parse.children(token, *_MODIFIERS):
        aided = child.tag == "VBN" and child.lemma.lower() in _AIDED
        if not aided and not (others and child.dep == "poss"):
            found += _mentions(cast, child, depth + 1)
    for preposition in cast.parse.children(token, "prep", "agent"):
        if preposition.lemma.lower() in _MEMBERSHIP:
            for child in cast.parse.children(preposition, "pobj"):
                found += [
                    mention
                    for mention in _mentions(cast, child, depth + 1)
                    if preposition.lemma.lower() != "in" or mention.kind is not ActorKind.STATE
                ]
    return found


def _alias(cast: Cast, token: Token, depth: int) -> list[ActorMention]:
    """Whom "X, known as Y" names."""
    found: list[ActorMention] = []
    for verb in cast.parse.children(token, "acl"):
        if verb.lemma in _NAMING:
            for preposition in cast.parse.children(verb, "prep"):
                for child in cast.parse.children(preposition, "pobj"):
                    found += _mentions(cast, child, depth + 1)
            for child in cast.parse.children(verb, "oprd"):
                found += _mentions(cast, child, depth + 1)
    return [mention for mention in found if mention.actor]


def _beside_possessor(cast: Cast, token: Token, depth: int) -> list[ActorMention]:
    """In "A and B's branch, known as C", A stands beside C, and B is only the possessor."""
    found: list[ActorMention] = []
    for child in cast.parse.children(token, "nmod", "poss", "compound"):
        joined = cast.parse.children(child, "conj")
        if joined and not cast.parse.children(child, "case"):
            found += _own(cast, child)
    return found if depth == 0 else []


def noun_phrase(cast: Cast, token: Token) -> Party | None:
    """The words of a noun phrase as a party that resolves to nobody; ``None`` for pronouns."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    parse = cast.parse
    inside = [token, *parse.children(token, "compound", "amod", "nummod", "nmod", "quantmod")]
    together = [row for row in inside if row.index <= token.index]
    span = cover(row.span for row in together)
    words = Evidence.at(cast.report_text, span)
    return Party(words=words, id=None, name=words.text, kind=ActorKind.UNKNOWN, why=_NOBODY)


def is_words(party: Party) -> bool:
    """Whether the party is no mention of an actor, only the words in its role."""
    return party.why == _NOBODY


def _as_parties(cast: Cast, mention: ActorMention) -> list[Party]:
    words = Evidence.at(cast.report_text, mention.span)
    if not mention.members:
        sort, why = mention.kind, mention.why or None
        return [Party(words=words, id=mention.actor, name=mention.name, kind=sort, why=why)]
    rows = []
    for member in mention.members:
        name, kind = cast.names.get(member, (member, mention.kind))
        rows.append(Party(words=words, id=member, name=name, kind=kind, why=mention.why or None))
    return rows
