"""The rule-based reader: cues of the table, quotation marks and the dependency parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.annotations.attributions.clauses import Clause, read_clause
from secondsource.annotations.attributions.contents import content_of
from secondsource.annotations.attributions.grammar import right_edge, span_of
from secondsource.annotations.attributions.lexicon import CueKind, cue_of
from secondsource.annotations.attributions.nouns import nominal
from secondsource.annotations.attributions.phrases import Pieces, according_to, named_by_colon
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.attributions.sources import is_outlet, source_type
from secondsource.annotations.attributions.speech import (
    Speaking,
    assign,
    before_others,
    speaking,
    with_speech,
)
from secondsource.annotations.records import Layers, Parse, Token
from secondsource.text import Span

_OWN_VOICE = frozenset("i we you it me us one there".split())
_SPOKEN_KINDS = frozenset({CueKind.SAY, CueKind.CLAIM, CueKind.DENIAL, CueKind.WARNING})


def read_by_rules(
    layers: Layers, parse: Parse, quotations: Sequence[Quotation]
) -> Iterator[Reading]:
    """The attributions that rules find in a parsed report."""
    text = layers.report.text
    speakers = [speaking(parse, clause) for clause in _clauses(parse, quotations)]
    spoken = assign(text, parse, speakers, quotations)
    inside = _quoted_tokens(parse, quotations)
    owned = {row for rows in spoken for row in rows}
    for speaker, rows in zip(speakers, spoken, strict=True):
        others = [row for row in owned if row not in rows]
        yield from _from_clause(layers, parse, speaker, rows, inside, others)
    for pieces in according_to(parse):
        yield from _from_pieces(layers, parse, pieces, "named by “according to”")
    for pieces in nominal(parse):
        yield from _from_pieces(layers, parse, pieces, "a noun that reports something")
    free = [row for row in quotations if row not in owned]
    for head, source, colon, quotation in named_by_colon(parse, free):
        span = span_of(source)
        yield Reading(
            source=(span,),
            cue=(colon.span,),
            content=(quotation.span,),
            source_type=source_type(parse, head, span, text, layers.actors),
            why="a name and a colon before a quotation",
        )


def _clauses(parse: Parse, quotations: Sequence[Quotation]) -> Iterator[Clause]:
    position = 0
    for token in parse.tokens:
        cue = cue_of(token)
        if cue is None or cue.part == "noun":
            continue
        while position < len(quotations) and quotations[position].span.end <= token.span.start:
            position += 1
        clause = read_clause(parse, token, cue)
        if clause is None:
            continue
        quoted = position < len(quotations) and quotations[position].span.contains(token.span)
        if not quoted or _reports_another(parse, clause):
            yield clause


def _reports_another(parse: Parse, clause: Clause) -> bool:
    """Whether a cue inside somebody's speech reports a third party's words."""
    if clause.speaker is None or clause.cue.kind not in _SPOKEN_KINDS:
        return False
    if clause.speaker.text.lower() in _OWN_VOICE or clause.speaker.tag in ("WP", "WDT", "DT"):
        return False
    return any(child.index > clause.head.index for child in parse.children(clause.head, "ccomp"))


def _quoted_tokens(parse: Parse, quotations: Sequence[Quotation]) -> frozenset[int]:
    return frozenset(
        token.index for quotation in quotations for token in parse.within(quotation.span)
    )


def _from_clause(
    layers: Layers,
    parse: Parse,
    speaker: Speaking,
    rows: Sequence[Quotation],
    inside: frozenset[int],
    others: Sequence[Quotation],
) -> Iterator[Reading]:
    clause, text = speaker.clause, layers.report.text
    if not rows and clause.cue.frames == {"quote"}:
        return
    runs = content_of(parse, clause, inside)
    parsed = [before_others(text, span_of(run), others) for run in runs]
    content = with_speech(text, [span for span in parsed if len(span)], rows, speaker.extent)
    if not content:
        return
    source = (span_of(clause.source),) if clause.source else ()
    kind = None
    if clause.speaker is not None and source:
        kind = source_type(parse, clause.speaker, source[0], text, layers.actors)
    yield Reading(
        source=source,
        cue=_spans(_with_preposition(parse, clause, runs)),
        content=content,
        source_type=kind,
        via=_via(parse, clause, text),
        why=_why(clause, direct=bool(rows)),
    )


def _with_preposition(
    parse: Parse, clause: Clause, runs: Sequence[Sequence[Token]]
) -> tuple[Token, ...]:
    """The cue with the preposition that leads to the content ("called for", "refers to")."""
    for run in runs:
        before = parse[run[0].index - 1]
        leads = before.dep == "prep" and before.head == clause.head.index
        if leads and before.index > clause.words[-1].index:
            return (*clause.words, before)
    return clause.words


def _via(parse: Parse, clause: Clause, text: str) -> Span | None:
    told = clause.addressee
    if told is None:
        return None
    tokens = parse.tokens[parse.subtree(told)[0].index : right_edge(parse, told)]
    span = span_of(token for token in tokens if token.index <= told.index)
    return span if is_outlet(span.of(text)) else None


def _why(clause: Clause, *, direct: bool) -> str:
    negated = any(word.dep == "neg" for word in clause.words)
    how = "direct speech with" if direct else "the clause of"
    passive = " in the passive, with no one named" if clause.passive and not clause.source else ""
    return f"{how} “{clause.cue.lemma}” ({clause.cue.kind.value}){passive}" + (
        "; the cue is negated" if negated else ""
    )


def _from_pieces(layers: Layers, parse: Parse, pieces: Pieces, why: str) -> Iterator[Reading]:
    head, source, cue, runs = pieces
    content = tuple(span_of(run) for run in runs if run)
    if not content:
        return
    span = span_of(source) if source else None
    text = layers.report.text
    kind = None
    if head is not None and span is not None:
        kind = source_type(parse, head, span, text, layers.actors)
    yield Reading(
        source=(span,) if span else (), cue=_spans(cue), content=content, source_type=kind, why=why
    )


def _spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The spans of ``tokens``, neighbours joined over the white space between them."""
    spans: list[Span] = []
    previous: Token | None = None
    for token in tokens:
        if previous is not None and token.index == previous.index + 1:
            spans[-1] = Span(spans[-1].start, token.span.end)
        else:
            spans.append(token.span)
        previous = token
    return tuple(spans)
