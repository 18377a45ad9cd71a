"""Nominal cues: "reports that …", "his call for …", "the group's warning that …"."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations.attributions.grammar import left_edge, right_edge, run, strip
from secondsource.annotations.attributions.lexicon import Cue, cue_of
from secondsource.annotations.attributions.pieces import Pieces, TokenRun
from secondsource.annotations.records import Parse, Token

# Only these pass on what somebody says even where nobody is named.
_UNSOURCED = frozenset("report rumor rumour allegation accusation claim speculation".split())
_GIVING = frozenset("make issue give renew repeat reiterate express voice raise send".split())


def nominal(parse: Parse) -> Iterator[Pieces]:
    """Each noun that reports something, with its owner as the source."""
    for noun in parse.tokens:
        cue = cue_of(noun) if noun.pos == "NOUN" else None
        found = _content(parse, noun, cue) if cue is not None else None
        if found is None:
            continue
        leading, content = found
        speaker, source, giving = _source(parse, noun)
        if not content or (speaker is None and noun.lemma.lower() not in _UNSOURCED):
            continue
        first = giving.index if giving is not None else noun.index
        last = leading.index if leading is not None else noun.index
        yield Pieces(
            speaker=speaker,
            source=source,
            cue=parse.tokens[first : last + 1],
            content=(content,),
            why=f"the noun “{noun.lemma}”" + ("" if speaker else ", with no one named"),
        )


def _content(parse: Parse, noun: Token, cue: Cue) -> tuple[Token | None, TokenRun] | None:
    for child in parse.children(noun, "acl", "ccomp", "relcl"):
        marks = [mark.text.lower() for mark in parse.children(child, "mark")]
        stated = "that" in cue.frames and "that" in marks
        meant = "inf" in cue.frames and child.tag == "VB" and parse.children(child, "aux")
        if stated or meant:
            first, last = left_edge(parse, child), right_edge(parse, child)
            return None, tuple(strip(parse.tokens[first:last]))
    for child in parse.children(noun, "prep"):
        if child.lemma.lower() in cue.prepositions and child.index == noun.index + 1:
            return child, tuple(strip(parse.tokens[child.index + 1 : right_edge(parse, child)]))
    return None


def _source(parse: Parse, noun: Token) -> tuple[Token | None, TokenRun, Token | None]:
    """(head of the source, source, verb that gives the noun) of a noun, where it has them."""
    for owner in parse.children(noun, "poss"):
        return owner, tuple(run(parse, owner, 0, noun.index)), None
    for by in parse.children(noun, "prep"):
        for agent in parse.children(by, "pobj"):
            if by.lemma.lower() in ("by", "from") and by.index == noun.index + 1:
                source = run(parse, agent, by.index + 1, right_edge(parse, agent))
                return agent, tuple(source), None
    giving = parse.head(noun)
    if noun.dep == "dobj" and giving.lemma.lower() in _GIVING:
        for subject in parse.children(giving, "nsubj"):
            if subject.index < giving.index:
                return subject, tuple(run(parse, subject, 0, giving.index)), giving
    return None, (), None
