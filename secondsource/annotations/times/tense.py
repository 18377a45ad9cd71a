"""The tense of the clause around an expression, from the parse."""

from __future__ import annotations

from secondsource.annotations.records import Parse, Token
from secondsource.annotations.times.context import Tense
from secondsource.text import Span

_FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "could", "can"))
_PLANNED = frozenset(("expect", "plan", "schedule", "intend", "due", "hope", "prepare"))
_VERBAL = frozenset(("VERB", "AUX"))


def tense_at(parse: Parse, span: Span) -> Tense:
    """The tense of the nearest finite verb above the words at ``span``.

    An infinitive, and what is expected, planned or due, lies in the future.
    """
    tokens = parse.within(span)
    if not tokens:
        return Tense.NONE
    told = _verb_before(parse, tokens[0])
    if told is not None:
        return told
    inside = {token.index for token in tokens}
    head = next((token for token in tokens if token.head not in inside), tokens[0])
    for row in (head, *parse.ancestors(head)):
        if head.dep == "poss" and row.tag == "VB":
            continue
        if row.lemma in _PLANNED and row.tag != "VBD":
            return Tense.FUTURE
        if row.pos in _VERBAL:
            tense = _tense(parse, row)
            if tense is not Tense.NONE:
                return tense
    return Tense.NONE


def _verb_before(parse: Parse, first: Token) -> Tense | None:
    """PAST for a past form right before the words: "announced Friday"."""
    before = parse[first.index - 1] if first.index else None
    if before is None or before.sentence != first.sentence or before.tag not in ("VBD", "VBN"):
        return None
    return None if _tense(parse, before) is Tense.FUTURE else Tense.PAST


def _tense(parse: Parse, verb: Token) -> Tense:
    helpers = parse.children(verb, "aux", "auxpass")
    if any(row.text.lower() in _FUTURE for row in helpers):
        return Tense.FUTURE
    if verb.tag == "VBD" or any(row.tag == "VBD" for row in helpers):
        return Tense.PAST
    if any(row.lemma == "have" for row in helpers):
        return Tense.PAST
    if any(row.tag == "TO" for row in helpers):
        return Tense.FUTURE
    if verb.tag in ("VBZ", "VBP") or any(row.tag in ("VBZ", "VBP") for row in helpers):
        return Tense.PRESENT
    return Tense.PAST if verb.tag == "VBN" and verb.dep in ("acl", "ROOT") else Tense.NONE
