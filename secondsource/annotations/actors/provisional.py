"""Actors that the registry has not: names that the parser takes for persons or bodies.

Each becomes a provisional actor, ``x-`` and a slug of its longest name in the report, at all its
mentions in the report, surnames included.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from secondsource.annotations.actor_ids import is_provisional
from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.found import Found, Meaning, found
from secondsource.annotations.actors.keys import provisional_id, word_key
from secondsource.annotations.actors.matcher import Casing, casings
from secondsource.annotations.actors.phrases import head_of, modified, phrase
from secondsource.annotations.records import ActorKind, Parse, Token

_DESCRIBING = frozenset(lexicon.COLLECTIVE) | lexicon.INDIVIDUAL | lexicon.TITLES | lexicon.OFFICE
_LABELS = frozenset({"PERSON", "ORG", "NORP"})
_TRIMMED = frozenset("the a an this 's ’s \" “ ” ' ‘ ’ - – — , . ; : ( ) mr mrs ms dr".split())
_PLURAL = frozenset({"NNPS", "NNS"})
_UNWORDLY = frozenset("_[]|<>@#{}=*/\\")
_SHORTEST_SURNAME = 4
_GUESSED = "a name that the registry has not; its kind is a guess from its words"
# Proper nouns that are nobody's names.
_NOBODY = frozenset(
    "islam christianity judaism quran koran ramadan eid christmas jihad sharia internet god allah "
    "english arabic sunday monday tuesday wednesday thursday friday saturday vbied ied uav rpg wmd "
    "operation hostilities treaty agreement resolution act passcode skype nilesat near mountains "
    "lakes".split()
)
_GIVEN_FIRST = frozenset({"abu", "umm", "bin", "ibn"})

# The word that says what sort of body a name is, most telling first.
_KIND_WORDS: tuple[tuple[ActorKind, str], ...] = (
    (ActorKind.OUTLET, "news times post tv television radio newspaper daily herald tribune"),
    (ActorKind.AGENCY, "agency"),
    (ActorKind.MONITOR, "observatory watch documentation monitor"),
    (ActorKind.PARTY, "party"),
    (ActorKind.COALITION, "coalition alliance"),
    (
        ActorKind.GOVERNMENT,
        "ministry parliament senate congress cabinet embassy department bureau court",
    ),
    (
        ActorKind.ARMED_GROUP,
        (
            "brigade brigades battalion battalions front militia jaysh liwa jabhat kataib harakat "
            "faylaq ansar jund lashkar army fighters movement legion saraya mujahideen"
        ),
    ),
    (ActorKind.MILITARY, "command fleet force forces regiment corps navy"),
    (ActorKind.COMMUNITY, "tribe clan"),
)
_KIND_OF = {word: kind for kind, words in reversed(_KIND_WORDS) for word in words.split()}
_RANK = {kind: rank for rank, (kind, _) in enumerate(_KIND_WORDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name as the parser marked it, at the tokens ``[first, last]``."""

    first: int
    last: int
    person: bool
    keys: tuple[str, ...]


def provisional_mentions(parse: Parse, known: list[Found], taken: Set[int]) -> list[Found]:
    """Mentions of names outside ``taken``, the tokens that the registry or a place explains."""
    located, case = _located_keys(parse), casings(parse)
    names = [
        name
        for name in _names(parse)
        if taken.isdisjoint(range(name.first, name.last + 1))
        and name.keys[-1] not in located
        and _telling(name, case[parse[name.first].sentence])
    ]
    longest = _longest(names)
    figures = {keys: row for row in known for keys in _endings(parse, row)}
    used = set(taken)
    rows: list[Found] = []
    for name in names:
        figure = figures.get(name.keys) if name.person else None
        if figure is not None:
            rows.append(_again(parse, name.first, name.last, figure))
        else:
            rows.append(_mention(parse, name, longest[name.keys], known))
        used.update(rows[-1].tokens)
    rows.extend(_repeated(parse, rows, known, used))
    return rows


def _telling(name: _Name, case: Casing) -> bool:
    """Among capitals any word may be marked: there, only persons of two words and bodies with a
    word that says so count."""
    if case is not Casing.CAPITALS:
        return True
    return len(name.keys) > 1 and (name.person or _kind(name.keys) is not ActorKind.UNKNOWN)


def _located_keys(parse: Parse) -> set[str]:
    """The last words of the names that the report somewhere puts as a place ("in Jobar")."""
    return {
        word_key(token.text)
        for token in parse.tokens
        if token.pos == "PROPN" and token.entity != "PERSON" and _located(parse, token)
    }


def _endings(parse: Parse, row: Found) -> Iterator[tuple[str, ...]]:
    """The ways to shorten a public figure's name from the front."""
    if row.mention.kind is ActorKind.PUBLIC_FIGURE:
        keys = tuple(key for key in (word_key(parse[i].text) for i in row.tokens) if key)
        for start in range(len(keys)):
            yield keys[start:]


def _names(parse: Parse) -> Iterator[_Name]:
    """The parser's persons, bodies and peoples, trimmed of articles, titles and quotation marks."""
    for run in _runs(parse):
        first, last = run[0].index, run[-1].index
        while first <= last and parse[first].text.lower() in _TRIMMED:
            first += 1
        while last >= first and parse[last].text.lower() in _TRIMMED:
            last -= 1
        tokens = parse.tokens[first : last + 1]
        if tokens and _nameable(parse, tokens):
            keys = tuple(key for key in (word_key(token.text) for token in tokens) if key)
            person = tokens[0].entity == "PERSON" and _kind(keys) is ActorKind.UNKNOWN
            yield _Name(first=first, last=last, person=person, keys=keys)


def _runs(parse: Parse) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in parse.tokens:
        if run and (token.entity != run[0].entity or token.sentence != run[0].sentence):
            yield run
            run = []
        if token.entity in _LABELS:
            run.append(token)
    if run:
        yield run


def _nameable(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    """Whether the parser's words can be somebody's name, and not a place's, a thing's or a
    description's."""
    lemmas = {token.text.lower() for token in tokens} | {token.lemma.lower() for token in tokens}
    noun = modified(parse, tokens[0].index, tokens[-1].index)
    adjective = noun is not None or tokens[-1].tag not in _PLURAL
    words = [token.text for token in tokens if token.pos == "PROPN"]
    refused = (
        any(character in _UNWORDLY for token in tokens for character in token.text)
        or any(character.isdigit() for character in tokens[-1].text[1:])
        or (tokens[0].entity == "NORP" and adjective)
        or (noun is not None and noun.lemma.lower() in lexicon.PLACES)
        or bool(lemmas & (lexicon.PLACES | _NOBODY))
        or all(_describes(token) for token in tokens)
        or _located(parse, head_of(parse, tokens[0].index, tokens[-1].index))
    )
    return not refused and any(word[:1].isupper() and len(word) > 1 for word in words)


def _describes(token: Token) -> bool:
    """Whether a word is a common noun or an article, a capital at its head or not."""
    words = {token.text.lower(), token.lemma.lower(), _singular(token)}
    return bool(words & (_DESCRIBING | _TRIMMED))


def _singular(token: Token) -> str:
    """The word in lower case, without the ending of a plural that was read as a name."""
    return token.text.lower().removesuffix("s")


def _located(parse: Parse, token: Token) -> bool:
    """Whether the words around say that a name is a place: "the town of X", "near X"."""
    preposition = parse.head(token)
    if token.dep != "pobj":
        return False
    of_place = parse.head(preposition).lemma.lower() in lexicon.PLACES
    return preposition.text.lower() in lexicon.LOCATIVE or of_place


def _kind(keys: tuple[str, ...]) -> ActorKind:
    kinds = [_KIND_OF[key] for key in keys if key in _KIND_OF]
    return min(kinds, key=lambda kind: _RANK[kind], default=ActorKind.UNKNOWN)


def _longest(names: list[_Name]) -> dict[tuple[str, ...], _Name]:
    """For each spelling, the longest name of the report that it ends or equals."""
    by_length = sorted(names, key=lambda name: -len(name.keys))
    return {
        name.keys: next(
            other
            for other in by_length
            if other.keys[-len(name.keys) :] == name.keys and other.person == name.person
        )
        for name in names
    }


def _words(parse: Parse, name: _Name) -> str:
    tokens = parse.tokens[name.first : name.last + 1]
    pieces = [
        token.text
        if index == 0 or tokens[index - 1].span.end == token.span.start
        else f" {token.text}"
        for index, token in enumerate(tokens)
    ]
    return "".join(pieces)


def _mention(parse: Parse, name: _Name, longest: _Name, known: list[Found]) -> Found:
    words = _words(parse, longest)
    kind, why = _person(parse, name, known) if name.person else (_kind(longest.keys), "")
    if kind is ActorKind.UNKNOWN and parse[name.first].entity == "ORG":
        kind = ActorKind.ORGANISATION
    if parse[name.first].entity == "NORP":
        kind = ActorKind.COMMUNITY
    noun = None if name.person else modified(parse, name.first, name.last)
    token = noun or head_of(parse, name.first, name.last)
    meaning = Meaning(actor=provisional_id(words), name=words, kind=kind, why=why or _GUESSED)
    head = phrase(parse, noun) if noun else None
    return found(parse, range(name.first, name.last + 1), token.index, meaning, head)


def _person(parse: Parse, name: _Name, known: list[Found]) -> tuple[ActorKind, str]:
    """A public figure where an office or a role in a named body stands by the name."""
    top = head_of(parse, name.first, name.last)
    by_name = [child for child in parse.children(top) if child.index < name.first]
    by_name += parse.children(top, "appos")
    if top.dep == "appos":
        by_name.append(parse.head(top))
    by_name += [t for t in parse.tokens[max(0, name.first - 2) : name.first] if t.pos != "PUNCT"]
    titles = [token for token in by_name if token.lemma.lower() in lexicon.TITLES]
    if not titles:
        return ActorKind.PRIVATE_PERSON, "a person whom the registry has not"
    title = titles[0]
    bodies = [row.mention.name for row in known if row.top in {title.index, top.index}]
    of = f" of {bodies[0]}" if bodies else ""
    return ActorKind.PUBLIC_FIGURE, f"named with the office or role {title.text!r}{of}"


def _repeated(
    parse: Parse, rows: list[Found], known: list[Found], used: set[int]
) -> Iterator[Found]:
    """Mentions of the same names, or of a person's surname, that the parser did not mark."""
    by_first: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
    for row in (*rows, *known):
        for keys in _short_forms(parse, row):
            by_first.setdefault(keys[0], []).append((keys, row))
    for token in parse.tokens:
        if token.index in used or not token.text[:1].isupper():
            continue
        for keys, row in sorted(
            by_first.get(word_key(token.text), ()), key=lambda pair: -len(pair[0])
        ):
            last = token.index + len(keys) - 1
            tokens = parse.tokens[token.index : last + 1]
            if tuple(word_key(t.text) for t in tokens) != keys or tokens[-1].index in used:
                continue
            used.update(t.index for t in tokens)
            yield _again(parse, token.index, last, row)
            break


def _short_forms(parse: Parse, row: Found) -> Iterator[tuple[str, ...]]:
    keys = tuple(word_key(parse[index].text) for index in row.tokens)
    if not all(keys):
        return
    if row.mention.kind not in lexicon.PERSONS:
        if is_provisional(row.mention.actor):
            yield keys
        return
    yield keys
    given = len(keys) == 2 or (len(keys) > 2 and keys[0] not in _GIVEN_FIRST)
    if given and len(keys[-1]) >= _SHORTEST_SURNAME and keys[-1].isalpha():
        yield keys[-1:]


def _again(parse: Parse, first: int, last: int, row: Found) -> Found:
    mention = row.mention
    noun = None if mention.kind in lexicon.PERSONS else modified(parse, first, last)
    token = noun or head_of(parse, first, last)
    why = f"the same name as {mention.name!r} elsewhere in the report"
    meaning = replace(row.meaning, why=why)
    head = phrase(parse, noun) if noun else None
    return found(parse, range(first, last + 1), token.index, meaning, head)
