"""Sources named by a phrase rather than by a verb: "according to …", 'X: "…"'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.annotations.attributions.contents import without_opener
from secondsource.annotations.attributions.grammar import run, sentence_of, strip
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.records import Parse, Token

_NAME_TOKENS = 8
_DASHES = frozenset({"—", "–", "-", "--"})
_OWN_VOICE = frozenset("but and although though while whereas which with as who".split())

Pieces = tuple[Token | None, tuple[Token, ...], tuple[Token, ...], tuple[tuple[Token, ...], ...]]


def according_to(parse: Parse) -> Iterator[Pieces]:
    """(head of the source, source, cue, content runs) of each "according to"."""
    for word in parse.tokens[:-2]:
        to = parse[word.index + 1]
        if word.text.lower() != "according" or to.text.lower() != "to":
            continue
        start, end = sentence_of(parse, word)
        head = next(iter(parse.children(to, "pobj")), None)
        if head is None or head.index >= end:
            continue
        source = run(parse, head, to.index + 1, end)
        if source:
            low, high = word.index, source[-1].index + 1
            yield head, tuple(source), (word, to), _around(parse, word, low, high, start, end)


def _around(
    parse: Parse, word: Token, low: int, high: int, start: int, end: int
) -> tuple[tuple[Token, ...], ...]:
    """What stands before and after the phrase: one of them where the phrase is at a border."""
    before = without_opener(strip(parse.tokens[_scope(parse, word, start, low) : low]))
    after = tuple(strip(parse.tokens[high:end]))
    if len(before) <= 1:
        return (after,) if after else ()
    if len(after) > 1 and _resumes(parse, low - 1, high):
        return (before, after)
    return (before,)


def _resumes(parse: Parse, opened: int, closed: int) -> bool:
    """Whether the sentence goes on after a phrase set off by commas or by dashes."""
    commas = parse[opened].text == parse[closed].text == ","
    dashes = parse[opened].text in _DASHES and parse[closed].text in _DASHES
    following = parse[closed + 1]
    own = following.text.lower() in _OWN_VOICE or following.tag == "VBG"
    return (commas or dashes) and not own


def _scope(parse: Parse, word: Token, start: int, low: int) -> int:
    """Where the clause that the phrase belongs to begins: after ", but", "(" or at "which"."""
    above = parse.head(word)
    if above.dep == "relcl" and above.index < low:
        return parse.subtree(above)[0].index
    for index in range(low - 1, start, -1):
        token = parse[index]
        if token.text == "(" and not any(t.text == ")" for t in parse.tokens[index:low]):
            return index + 1
        if token.dep == "cc" and parse[index - 1].text in (",", ";") and _clausal(parse, token):
            return index + 1
    return start


def _clausal(parse: Parse, conjunction: Token) -> bool:
    above = parse.head(conjunction)
    return any(
        parse.children(verb, "nsubj", "nsubjpass")
        for verb in parse.children(above, "conj")
        if verb.index > conjunction.index and verb.pos in ("VERB", "AUX")
    )


def named_by_colon(
    parse: Parse, quotations: Sequence[Quotation]
) -> Iterator[tuple[Token, tuple[Token, ...], Token, Quotation]]:
    """(head of the source, source, the colon, quotation) of each 'X: "…"' without a verb."""
    for quotation in quotations:
        tokens = parse.within(quotation.span)
        if not tokens or tokens[0].index == 0:
            continue
        colon = parse[tokens[0].index - 1]
        if colon.text != ":":
            continue
        start, _ = sentence_of(parse, colon)
        source = parse.tokens[start : colon.index]
        nouns = [token for token in source if token.pos in ("NOUN", "PROPN")]
        verbs = [token for token in source if token.pos in ("VERB", "AUX")]
        if nouns and not verbs and len(source) <= _NAME_TOKENS:
            yield nouns[-1], tuple(source), colon, quotation
