"""Where reported content stops although the parser goes on: the outlet's voice comes back."""

from __future__ import annotations

from itertools import pairwise

from secondsource.annotations.attributions.clauses import Clause
from secondsource.annotations.attributions.grammar import DASHES, strip
from secondsource.annotations.attributions.lexicon import cue_of
from secondsource.annotations.records import Parse, Token

_PERIODS = frozenset("hour day week month year".split())
_COUNTING = 5  # tokens of "a few days after"
_SHARED = frozenset("he she they it".split())


def cut_short(
    parse: Parse, clause: Clause, tokens: tuple[Token, ...], quoted: frozenset[int]
) -> tuple[Token, ...]:
    """``tokens`` up to the first place where the speaker's words end.

    That is a lone dash, ", noting …", ", two days after …", a second cue coordinated with the first
    ("and called on"), or, after "has not said", a "but" with a subject of its own.
    """
    for position, token in enumerate(tokens):
        if position and token.index not in quoted and _ends(parse, clause, tokens, position):
            return tuple(strip(tokens[:position]))
    return tokens


def _ends(parse: Parse, clause: Clause, tokens: tuple[Token, ...], position: int) -> bool:
    token = tokens[position]
    if token.text in DASHES and _spaced(parse, token):
        return not any(other.text in DASHES for other in tokens[position + 1 :])
    if token.text == "," and position + 1 < len(tokens):
        following = tokens[position + 1]
        said_of = following.tag == "VBG" and cue_of(following) is not None
        return said_of or _counts_from(tokens[position + 1 : position + 1 + _COUNTING])
    if token.dep == "cc":
        if _second_cue(parse, tokens, token, clause.speaker):
            return True
        return clause.negated and _turns(parse, tokens, token)
    return False


def _counts_from(tokens: tuple[Token, ...]) -> bool:
    """Whether the words date what was said by another event: "two days after"."""
    for token, following in pairwise(tokens):
        if token.lemma.lower() in _PERIODS:
            return following.text.lower() == "after"
        if token.pos not in ("NUM", "DET", "ADJ", "ADV"):
            return False
    return False


def _spaced(parse: Parse, dash: Token) -> bool:
    """Whether a dash stands between words rather than inside one."""
    if dash.text in ("—", "--"):
        return True
    before, after = parse[dash.index - 1], dash.index + 1
    touches = before.span.end == dash.span.start
    return not touches and after < len(parse) and parse[after].span.start > dash.span.end


def _coordinated(parse: Parse, tokens: tuple[Token, ...], conjunction: Token) -> Token | None:
    """The verb that a conjunction joins to the one before it."""
    last = tokens[-1].index
    for verb in parse.children(parse.head(conjunction), "conj"):
        if conjunction.index < verb.index <= last and verb.pos in ("VERB", "AUX"):
            return verb
    return None


def _second_cue(
    parse: Parse, tokens: tuple[Token, ...], conjunction: Token, speaker: Token | None
) -> bool:
    verb = _coordinated(parse, tokens, conjunction)
    if verb is None or cue_of(verb) is None or speaker is None:
        return False
    subjects = parse.children(verb, "nsubj", "nsubjpass")
    if subjects:
        return subjects[0].text.lower() in _SHARED
    return verb.tag == parse.head(speaker).tag or verb.tag in ("VBZ", "VBD")


def _turns(parse: Parse, tokens: tuple[Token, ...], conjunction: Token) -> bool:
    """Whether "but" starts a clause of the outlet's: its verb is finite, its subject its own."""
    if conjunction.text.lower() != "but":
        return False
    verb = _coordinated(parse, tokens, conjunction)
    return verb is not None and bool(parse.children(verb, "nsubj", "nsubjpass"))
