"""The tense of the clause around an expression, from the parse."""

from __future__ import annotations

from secondsource.annotations.records import Parse, Token
from secondsource.annotations.times.context import Tense
from secondsource.text import Span

_FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "could", "can"))
_PLANNED = frozenset(("expect", "plan", "schedule", "intend", "due", "hope", "prepare", "slate"))
_VERBAL = frozenset(("VERB", "AUX"))
_PUT_OFF = frozenset(
    ("postpone", "delay", "defer", "extend", "adjourn", "suspend", "remand", "reschedule", "give")
)
_LIMITS = frozenset(("until", "till", "to"))
# In the present tense these speak of what is arranged: "the talks begin on Thursday".
_ARRANGED = frozenset(
    "begin start open close end expire resume return arrive leave depart meet travel fly visit"
    " host hold convene reconvene vote".split()
)
_ATTRIBUTIVE = frozenset(("poss", "compound", "nmod"))


def tense_at(parse: Parse, span: Span) -> Tense:
    """The tense of the nearest finite verb above the words at ``span``.

    An infinitive, and what is expected, planned, arranged or put off, lies in the future, unless
    it was so in the past of the past ("had been due to").
    """
    tokens = parse.within(span)
    if not tokens:
        return Tense.NONE
    told = _verb_before(parse, tokens[0])
    if told is not None:
        return told
    inside = {token.index for token in tokens}
    head = next((token for token in tokens if token.head not in inside), tokens[0])
    tense = _above(parse, head)
    return Tense.PAST if tense is Tense.FUTURE and _had(parse, head) else tense


def _above(parse: Parse, head: Token) -> Tense:
    for row in (head, *parse.ancestors(head)):
        if head.dep in _ATTRIBUTIVE and row.tag == "VB":
            continue
        if row.lemma in _PLANNED and row.tag != "VBD":
            return Tense.FUTURE
        if row.lemma in _PUT_OFF and _is_limit(parse, head, row):
            return Tense.FUTURE
        if row.pos in _VERBAL:
            tense = _tense(parse, row)
            if tense is Tense.PRESENT and _is_arranged(parse, head, row):
                return Tense.FUTURE
            if tense is not Tense.NONE:
                return tense
    return Tense.NONE


def _is_limit(parse: Parse, head: Token, verb: Token) -> bool:
    """ "postponed until Friday": what the words hang on is a limit of the verb."""
    above = parse.head(head)
    return above.lemma.lower() in _LIMITS and parse.head(above).index == verb.index


def _is_arranged(parse: Parse, head: Token, verb: Token) -> bool:
    above = parse.head(head)
    direct = head.head == verb.index or (above.dep == "prep" and above.head == verb.index)
    return verb.lemma in _ARRANGED and verb.tag in ("VBZ", "VBP") and direct


def _had(parse: Parse, head: Token) -> bool:
    """Whether the clause, or one it depends on, is put in the past of the past."""
    return any(
        helper.lemma == "have" and helper.tag == "VBD"
        for row in parse.ancestors(head)
        for helper in parse.children(row, "aux")
    )


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
