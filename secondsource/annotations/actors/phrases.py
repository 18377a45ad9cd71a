"""Noun phrases around a name: their heads, their extent, and the words that link them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.annotations.actors.lexicon import LINKED, SITUATED
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span, cover

_MODIFIES = frozenset({"compound", "amod", "poss", "nmod", "nn"})
_BEFORE = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "nn", "predet", "quantmod"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset("-‐‑–")
_NEGATES = frozenset({"anti", "pro", "non", "counter", "ex"})


def head_of(parse: Parse, first: int, last: int) -> Token:
    """The token of ``[first, last]`` on which the others hang; the last one if several do."""
    inside = parse.tokens[first : last + 1]
    tops = [t for t in inside if not first <= t.head <= last or t.head == t.index]
    return tops[-1] if tops else inside[-1]


def modified(parse: Parse, first: int, last: int) -> Token | None:
    """The noun that the words ``[first, last]`` stand before and modify ("fighters" in "Isis
    fighters", "leaders" in "Isis and Nusra leaders"), or ``None``."""
    token = head_of(parse, first, last)
    start = token
    for _ in range(4):
        head = parse.head(token)
        linked = token.dep in _MODIFIES or (token.dep == "conj" and _adjectival(parse, token))
        if not linked or head.index == token.index:
            break
        if head.index < token.index and token.dep != "conj":
            break
        token = head
    if token.index <= last or token.pos not in _NOUNS or token.index == start.index:
        return None
    return token


def _adjectival(parse: Parse, token: Token) -> bool:
    """Whether a coordinated word shares the modified noun of the word that it is joined to."""
    return parse.head(token).dep in _MODIFIES


def prefixed(parse: Parse, first: int) -> bool:
    """Whether a prefix such as "anti-" turns the name into somebody else's description."""
    if first < 1:
        return False
    before = parse[first - 1]
    if before.text in _HYPHENS and first > 1:
        before = parse[first - 2]
    return before.text.lower().rstrip("-") in _NEGATES


def compounded(parse: Parse, last: int) -> str | None:
    """The participle of a compound that the name begins ("led" in "US-led"), or ``None``."""
    word = _after_hyphen(parse, last)
    return word if word in LINKED else None


def situated(parse: Parse, last: int) -> bool:
    """Whether the name begins a compound that makes it a place ("UK-based")."""
    return _after_hyphen(parse, last) in SITUATED


def _after_hyphen(parse: Parse, last: int) -> str:
    if last + 2 < len(parse) and parse[last + 1].text in _HYPHENS:
        return parse[last + 2].text.lower()
    return ""


def phrase(parse: Parse, head: Token) -> Span:
    """The noun phrase of ``head`` from its leftmost modifier up to it."""
    return cover([parse[left_edge(parse, head)].span, head.span])


def printed(tokens: Iterable[Token]) -> str:
    """Tokens in one line, parted where the report parts them: "Syria's two groups"."""
    said = ""
    end: int | None = None
    for token in tokens:
        said += f" {token.text}" if end is not None and token.span.start > end else token.text
        end = token.span.end
    return said


def left_edge(parse: Parse, head: Token) -> int:
    """The index of the first token of the noun phrase that ``head`` ends."""
    edge = head.index
    for child in reversed(parse.children(head)):
        below = parse.subtree(child)
        clause = any(token.pos == "VERB" and token.dep not in _BEFORE for token in below)
        if child.index < head.index and child.dep in _BEFORE and not clause:
            edge = min(edge, below[0].index)
    return edge


def between(parse: Parse, last: int, head: Token) -> list[Token]:
    """The tokens after ``last`` and before ``head``."""
    return list(parse.tokens[last + 1 : head.index])


def determiner(parse: Parse, head: Token) -> str:
    """The determiner of a noun in lower case, or ``""``."""
    for child in parse.children(head, "det", "poss", "predet"):
        if child.dep == "det":
            return child.text.lower()
    return ""


def governors(parse: Parse, token: Token) -> Iterator[Token]:
    """The heads above ``token``, nearest first, conjuncts skipped up to their first."""
    previous = token
    for head in parse.ancestors(token):
        if previous.dep != "conj":
            yield head
        previous = head


def conjuncts(parse: Parse, token: Token) -> list[Token]:
    """The tokens coordinated with ``token`` to its right, in text order. A list such as "A, B and
    C" is often parsed as A explained by "B and C"; that counts as coordination too."""
    found: list[Token] = []
    for child in parse.children(token, "conj", "appos"):
        if child.dep == "appos" and not parse.children(child, "conj"):
            continue
        found.append(child)
        found.extend(conjuncts(parse, child))
    return found
