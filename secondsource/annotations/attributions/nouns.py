"""Nominal cues: "reports that …", "his call for …", "the group's warning that …"."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations.attributions.grammar import left_edge, right_edge, run, strip
from secondsource.annotations.attributions.lexicon import Cue, CueKind, cue_of
from secondsource.annotations.attributions.phrases import Pieces
from secondsource.annotations.records import Parse, Token

_UNSOURCED = frozenset(
    "report rumor rumour allegation accusation claim speculation suspicion fear concern".split()
)
_GIVING = frozenset(
    "make issue give renew repeat reiterate express voice raise send reject release".split()
)


def nominal(parse: Parse) -> Iterator[Pieces]:
    """(head of the source, source, cue, content runs) of each noun that reports something."""
    for noun in parse.tokens:
        if noun.pos != "NOUN":
            continue
        cue = cue_of(noun)
        found = _content(parse, noun, cue) if cue is not None else None
        if cue is None or found is None:
            continue
        preposition, content = found
        words = (noun, preposition) if preposition is not None else (noun,)
        speaker, source = _source(parse, noun)
        clausal = preposition is None
        if speaker is None and not (clausal or noun.lemma.lower() in _UNSOURCED):
            continue
        if content and (clausal or cue.kind is not CueKind.SAY or speaker or noun.tag == "NNS"):
            yield speaker, source, words, (content,)


def _content(parse: Parse, noun: Token, cue: Cue) -> tuple[Token | None, tuple[Token, ...]] | None:
    for child in parse.children(noun, "acl", "ccomp", "relcl"):
        mark = parse.children(child, "mark")
        if mark and mark[0].text.lower() == "that" and "that" in cue.frames:
            return None, tuple(
                strip(parse.tokens[left_edge(parse, child) : right_edge(parse, child)])
            )
        if "inf" in cue.frames and parse.children(child, "aux") and child.tag == "VB":
            return None, tuple(
                strip(parse.tokens[left_edge(parse, child) : right_edge(parse, child)])
            )
    for child in parse.children(noun, "prep"):
        if child.lemma.lower() in cue.prepositions - {"by"} and child.index == noun.index + 1:
            return child, tuple(strip(parse.tokens[child.index + 1 : right_edge(parse, child)]))
    return None


def _source(parse: Parse, noun: Token) -> tuple[Token | None, tuple[Token, ...]]:
    for owner in parse.children(noun, "poss"):
        tokens = run(parse, owner, 0, noun.index)
        return owner, tuple(token for token in tokens if token.dep != "case")
    for by in parse.children(noun, "prep"):
        if by.lemma.lower() in ("by", "from") and by.index == noun.index + 1:
            for agent in parse.children(by, "pobj"):
                return agent, tuple(run(parse, agent, by.index + 1, right_edge(parse, agent)))
    above = parse.head(noun)
    if noun.dep == "dobj" and above.lemma.lower() in _GIVING:
        for subject in parse.children(above, "nsubj"):
            return subject, tuple(run(parse, subject, 0, above.index))
    return None, ()
