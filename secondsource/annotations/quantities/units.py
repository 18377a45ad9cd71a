"""What a number counts: the noun phrase around it."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations.quantities import lexicon
from secondsource.annotations.quantities.phrases import NumberPhrase
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span, cover

_NOUNS = frozenset(("NOUN", "PROPN"))
_MODIFYING = frozenset(("nummod", "quantmod", "compound", "amod", "det", "nmod"))
_INSIDE = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "ADV", "PUNCT", "PART", "VERB", "SYM"))
_REACH = 6
_FAMILY = frozenset(("family", "household", "clan"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The noun that a number counts. ``words`` are the unit as written, ``head`` its head token,
    ``phrase`` all words between the number and the head; ``kin`` says that they are members of a
    family, not of a body."""

    head: Token
    words: str
    phrase: tuple[Token, ...]
    kin: bool = False


def counted(parse: Parse, phrase: NumberPhrase, text: str) -> Counted | None:
    """The noun phrase headed right of the number, directly or after "of"; ``None`` without one."""
    number = _number(parse, phrase)
    head = None if number is None else _head(parse, number, phrase)
    if number is None or head is None:
        return None
    between = tuple(
        parse[index]
        for index in range(number.index + 1, head.index + 1)
        if parse[index].span.start >= phrase.core.end
    )
    kin = any(
        token.lemma.lower() in _FAMILY
        for of in parse.children(head, "prep")
        for token in parse.children(of, "pobj")
    )
    return Counted(head=head, words=_unit(between, head, text), phrase=between, kin=kin)


def _number(parse: Parse, phrase: NumberPhrase) -> Token | None:
    """The last token of the number itself."""
    tokens = parse.within(phrase.core)
    return tokens[-1] if tokens else None


def _head(parse: Parse, number: Token, phrase: NumberPhrase) -> Token | None:
    """By the tree where it says so, else the last noun of the run of words that follows."""
    for token in (number, *parse.ancestors(number)):
        if token.index > number.index and token.pos in _NOUNS:
            return token if _one_phrase(parse, number, token) else None
        if token.span.start >= phrase.core.start and token.dep not in _MODIFYING:
            break
    after = _after(parse, number)
    if after is not None and after.text.lower() == "of":
        nouns = [row for row in parse.children(after, "pobj") if row.pos in _NOUNS]
        return nouns[0] if nouns else None
    return _run(parse, number)


def _one_phrase(parse: Parse, number: Token, head: Token) -> bool:
    """Whether only modifiers stand between a number and its head."""
    between = (parse[index] for index in range(number.index + 1, head.index))
    return head.index - number.index <= _REACH and all(row.pos in _INSIDE for row in between)


def _after(parse: Parse, token: Token) -> Token | None:
    following = token.index + 1
    if following >= len(parse) or parse[following].sentence != token.sentence:
        return None
    return parse[following]


def _run(parse: Parse, number: Token) -> Token | None:
    head = None
    token = _after(parse, number)
    for _ in range(_REACH):
        if token is None or token.pos not in ("ADJ", "NOUN", "PROPN", "PUNCT"):
            break
        if token.pos == "PUNCT" and token.text not in ("-", "‑", '"', "“", "”"):
            break
        if token.pos == "NOUN" or token.text.lower() in ("others", "other"):
            head = token
        token = _after(parse, token)
    return head


def _unit(between: tuple[Token, ...], head: Token, text: str) -> str:
    """The head noun with the common nouns that stand right before it: "pickup trucks"."""
    kept = [head]
    for token in reversed(between[:-1]):
        if (
            token.pos != "NOUN"
            or token.dep != "compound"
            or token.span.end + 1 < kept[0].span.start
        ):
            break
        kept.insert(0, token)
    return cover(token.span for token in kept).of(text).strip("-‑ ")


def attached(phrase: NumberPhrase, text: str) -> Span | None:
    """A measure written on to the number: the "km" of "2km", the "mile" of "25-mile"."""
    end = phrase.core.end
    start = end + (text[end : end + 1] in ("-", "‑", " "))
    stop = start
    while stop < len(text) and text[stop].isalpha():
        stop += 1
    word = text[start:stop].lower()
    known = word in lexicon.DISTANCE or word in lexicon.DURATION or word in lexicon.MONEY
    return Span(start, stop) if known else None
