"""What is said: the tokens that a cue's clause reports, before or after the cue."""

from __future__ import annotations

from secondsource.annotations.attributions.breaks import cut_short
from secondsource.annotations.attributions.clauses import Clause, cited_for
from secondsource.annotations.attributions.grammar import (
    DASHES,
    is_relative,
    left_edge,
    right_edge,
    sentence_of,
    strip,
)
from secondsource.annotations.attributions.lexicon import cue_of
from secondsource.annotations.attributions.pieces import TokenRun
from secondsource.annotations.records import Parse, Token

_OBJECTS = ("dobj", "oprd", "acomp", "attr")
_CIRCUMSTANCES = frozenset("on in at during before after since by until near".split())
_CONTRAST = frozenset("although though while whereas but which with as who".split())
_RELATIVES = frozenset({"which", "that", "whom", "what"})
_CONNECTIVES = frozenset({"", "in particular", "in addition", "in fact", "for example", "instead"})
_OPENERS = frozenset("still however meanwhile".split())


def content_of(parse: Parse, clause: Clause, quoted: frozenset[int]) -> tuple[TokenRun, ...]:
    """The runs of tokens that are the clause's content, in text order; none where it has none.

    ``quoted`` are the indices of the tokens inside quotation marks, where nothing is cut.
    """
    after = cut_short(parse, clause, _following(parse, clause), quoted)
    before: TokenRun = ()
    relative = _relative_object(parse, clause)
    if relative is not None:
        before = (relative,)
    elif clause.passive and "who" not in clause.cue.frames:
        before = _passive_subject(parse, clause)
        if after and [token.text.lower() for token in before] == ["it"]:
            before = ()
        if not after and clause.speaker is None:
            return ()
    if before or after:
        return tuple(part for part in (before, after) if part)
    return () if clause.passive else _preceding(parse, clause)


def _complements(parse: Parse, clause: Clause) -> list[Token]:
    found = [child for child in parse.children(clause.head) if _fits(parse, clause, child)]
    if clause.head.index != clause.verb.index:
        found += parse.children(clause.verb, "ccomp")
    last = clause.words[-1].index
    return [child for child in found if child.index > last or child.index > clause.head.index]


def _fits(parse: Parse, clause: Clause, child: Token) -> bool:
    frames = clause.cue.frames
    if clause.addressee is not None and child.index == clause.addressee.index:
        return False
    if child.dep == "ccomp":
        return bool(frames & {"that", "whom", "np", "how"})
    if child.dep in ("xcomp", "advcl"):
        return _takes_open_clause(parse, clause, child)
    if child.dep in _OBJECTS:
        return bool(frames & {"np", "whom"}) and not child.text.lower().endswith(("self", "selves"))
    if child.dep == "prep" and clause.passive and "as" in frames and child.lemma == "as":
        return True
    about = child.dep == "prep" and child.lemma.lower() in clause.cue.prepositions
    return about and not _says_when(parse, child)


def _says_when(parse: Parse, preposition: Token) -> bool:
    """ "reported on Thursday": when it was said, not what."""
    return any(token.entity in ("DATE", "TIME") for token in parse.children(preposition, "pobj"))


def _takes_open_clause(parse: Parse, clause: Clause, child: Token) -> bool:
    frames = clause.cue.frames
    infinitive = child.tag == "VB" and bool(parse.children(child, "aux", "auxpass"))
    if child.dep == "advcl":
        return infinitive and "whom" in frames
    if not infinitive:
        return bool(frames & {"np", "as", "that"})
    return bool(frames & {"inf", "whom"}) or (clause.passive and "that" in frames)


def _following(parse: Parse, clause: Clause) -> TokenRun:
    complements = _complements(parse, clause)
    if not complements:
        return ()
    head = complements[0]
    if head.dep == "prep" and len(clause.cue.prepositions) and head.lemma.lower() != "as":
        start = head.index + 1
    else:
        start = min(left_edge(parse, child) for child in complements)
    start = max(start, clause.words[-1].index + 1)
    if clause.addressee is not None:
        start = max(start, right_edge(parse, clause.addressee))
    end = max(_complement_end(parse, clause, child) for child in complements)
    if start < end and cited_for(parse, parse[start]) is not None:
        start = right_edge(parse, parse[start])
    return tuple(strip(parse.tokens[start:end]))


def _complement_end(parse: Parse, clause: Clause, child: Token) -> int:
    """The index after the complement, with what the parser hung too high taken back into it:
    what follows it with no comma between belongs to it."""
    end = right_edge(parse, child)
    clausal = child.dep in ("ccomp", "xcomp", "advcl")
    for other in parse.children(clause.head):
        if other.index < end or other.pos == "PUNCT":
            continue
        joined = left_edge(parse, other) == end or (
            left_edge(parse, other) == end + 1 and parse[end].dep == "cc"
        )
        if joined and _extends(parse, other, clausal=clausal):
            end = right_edge(parse, other)
    return end


def _extends(parse: Parse, other: Token, *, clausal: bool) -> bool:
    if other.dep == "conj":
        own = parse.children(other, "nsubj", "nsubjpass")
        return clausal and bool(own) and cue_of(other) is None
    if other.dep == "prep":
        return clausal or other.lemma.lower() not in _CIRCUMSTANCES
    if clausal:
        return other.dep in ("advcl", "advmod", "npadvmod")
    return other.dep in ("xcomp", "ccomp", "oprd")


def _relative_object(parse: Parse, clause: Clause) -> Token | None:
    """The relative pronoun that stands for (part of) the content: "which analysts suspect is …"."""
    if clause.verb.dep != "relcl":
        return None
    first = parse[left_edge(parse, clause.verb)]
    if not is_relative(first) or first.index in clause.indices():
        return None
    return first if first.text.lower() in _RELATIVES else None


def _passive_subject(parse: Parse, clause: Clause) -> TokenRun:
    start, _ = sentence_of(parse, clause.head)
    for subject in parse.children(clause.head, "nsubjpass", "nsubj"):
        if subject.index < clause.head.index:
            first = max(start, left_edge(parse, subject))
            tokens = parse.tokens[first : min(right_edge(parse, subject), clause.words[0].index)]
            return tuple(strip(tokens))
    return ()


def _preceding(parse: Parse, clause: Clause) -> tuple[TokenRun, ...]:
    """The content of a clause that is thrown in after it: "…, the official said(, …)"."""
    if not clause.cue.frames & {"that", "quote"}:
        return ()
    start, end = sentence_of(parse, clause.head)
    rows = clause.indices()
    low, high = min(rows), max(rows)
    if clause.addressee is not None:
        high = max(high, right_edge(parse, clause.addressee) - 1)
    if low == start or parse[low - 1].pos != "PUNCT":
        return ()
    before = without_opener(_with_conjunction(parse, start, strip(parse.tokens[start:low])))
    after = _resumed(parse, parse[low - 1], high + 1, end)
    if _is_connective(before):
        before = ()
    elif not after and not any(token.pos in ("VERB", "AUX") for token in before):
        return ()
    return tuple(part for part in (before, after) if part)


def _with_conjunction(parse: Parse, start: int, tokens: list[Token]) -> list[Token]:
    """The tokens with a first "And" or "Nor"; a "But" is left to the outlet."""
    first = parse[start]
    kept = first.pos == "CCONJ" and first.text.lower() != "but"
    return [first, *tokens] if kept and tokens and tokens[0].index == start + 1 else tokens


def _is_connective(tokens: TokenRun) -> bool:
    """Whether the words only tie the sentence to the one before ("In particular")."""
    return " ".join(token.text.lower() for token in tokens) in _CONNECTIVES


def without_opener(tokens: list[Token]) -> TokenRun:
    """The tokens without a first "Still," or "However,", which is the outlet's own."""
    opens = len(tokens) > 1 and tokens[0].text.lower() in _OPENERS and tokens[1].text == ","
    return tuple(tokens[2:] if opens else tokens)


def _resumed(parse: Parse, opened: Token, first: int, end: int) -> TokenRun:
    """The rest of a sentence that goes on after the cue's clause thrown into it."""
    if first + 2 >= end:
        return ()
    same = opened.text in DASHES and parse[first].text in DASHES
    if not same and parse[first].text != ",":
        return ()
    following = parse[first + 1]
    if following.text.lower() in _CONTRAST or following.tag == "VBG":
        return ()
    return tuple(strip(parse.tokens[first:end]))
