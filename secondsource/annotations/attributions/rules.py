"""The rule-based reader: cues of the table, quotation marks and the dependency parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from secondsource.annotations.attribution_records import SourceType
from secondsource.annotations.attributions.clauses import Clause, read_clause
from secondsource.annotations.attributions.contents import content_of
from secondsource.annotations.attributions.grammar import antecedent, is_relative, run, span_of
from secondsource.annotations.attributions.labels import headlined, named_by_colon, transcribed
from secondsource.annotations.attributions.lexicon import CueKind, cue_of
from secondsource.annotations.attributions.nouns import nominal
from secondsource.annotations.attributions.outlets import is_outlet
from secondsource.annotations.attributions.phrases import (
    according_to,
    as_put,
    citing,
)
from secondsource.annotations.attributions.pieces import Pieces, TokenRun, spans_of
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.attributions.sources import source_type
from secondsource.annotations.attributions.speech import before_others, with_speech
from secondsource.annotations.attributions.turns import Speaking, assign, speaking
from secondsource.annotations.records import ActorMention, Layers, Parse, Token
from secondsource.text import Span

_OWN_VOICE = frozenset("i we you it me us one there".split())
_PASSED_ON = frozenset({CueKind.SAY, CueKind.CLAIM, CueKind.DENIAL, CueKind.WARNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What every rule looks at. ``inside`` are the tokens in quotation marks."""

    text: str
    parse: Parse
    actors: tuple[ActorMention, ...] | None
    quotations: Sequence[Quotation]
    inside: frozenset[int]


def read_by_rules(
    layers: Layers, parse: Parse, quotations: Sequence[Quotation]
) -> Iterator[Reading]:
    """The attributions that rules find in a parsed report."""
    page = _Page(
        text=layers.report.text,
        parse=parse,
        actors=layers.actors,
        quotations=quotations,
        inside=frozenset(token.index for row in quotations for token in parse.within(row.span)),
    )
    speakers = [speaking(parse, clause) for clause in _clauses(page)]
    spoken = assign(page.text, parse, speakers, quotations)
    owned = {row for rows in spoken for row in rows}
    for speaker, rows in zip(speakers, spoken, strict=True):
        yield from _from_clause(page, speaker, rows, owned.difference(rows))
    for rule in (according_to, citing, as_put, nominal):
        for pieces in rule(parse):
            yield _from_pieces(page, pieces)
    yield from _labelled(page, layers.report.body, speakers, owned)


def _labelled(
    page: _Page, body: Sequence[Span], speakers: Sequence[Speaking], owned: set[Quotation]
) -> Iterator[Reading]:
    left = [row for row in page.quotations if row not in owned]
    for head, reading in named_by_colon(page.parse, left):
        yield replace(reading, source_type=_type(page, head))
    for head, reading in transcribed(page.text, page.parse, body):
        yield replace(reading, source_type=_type(page, head))
    named = (speaker.clause.speaker for speaker in speakers)
    names = frozenset(name.text for name in named if name is not None and name.pos == "PROPN")
    for pieces in headlined(page.text, page.parse, body, names):
        yield _from_pieces(page, pieces)


def _clauses(page: _Page) -> Iterator[Clause]:
    for token in page.parse.tokens:
        cue = cue_of(token)
        if cue is None or cue.part == "noun":
            continue
        clause = read_clause(page.parse, token, cue)
        if clause is None:
            continue
        if token.index not in page.inside or _passes_on(page.parse, clause):
            yield clause


def _passes_on(parse: Parse, clause: Clause) -> bool:
    """Whether a cue inside somebody's speech reports a third party's words."""
    if clause.speaker is None or clause.cue.kind not in _PASSED_ON:
        return False
    if clause.speaker.text.lower() in _OWN_VOICE or clause.speaker.tag in ("WP", "WDT", "DT"):
        return False
    return any(child.index > clause.head.index for child in parse.children(clause.head, "ccomp"))


def _from_clause(
    page: _Page, speaker: Speaking, rows: Sequence[Quotation], others: set[Quotation]
) -> Iterator[Reading]:
    clause = speaker.clause
    if not rows and clause.cue.frames == {"quote"}:
        return
    runs = content_of(page.parse, clause, page.inside)
    parsed = [before_others(page.text, span_of(tokens), others) for tokens in runs]
    kept = [span for span in parsed if len(span)]
    content = with_speech(page.text, kept, rows, speaker.extent)
    if content:
        yield Reading(
            source=(span_of(clause.source),) if clause.source else (),
            cue=spans_of(_with_preposition(page.parse, clause, runs)),
            content=content,
            source_type=_type(page, clause.speaker),
            via=_via(page, clause),
            antecedent=_antecedent(page.parse, clause.speaker),
            why=_why(clause, direct=bool(rows)),
        )


def _with_preposition(parse: Parse, clause: Clause, runs: Sequence[TokenRun]) -> TokenRun:
    """The cue with the preposition that leads to the content ("called for", "refers to")."""
    for tokens in runs:
        before = parse[tokens[0].index - 1]
        leads = before.dep == "prep" and before.head == clause.head.index
        if leads and before.index > clause.words[-1].index:
            return (*clause.words, before)
    return clause.words


def _via(page: _Page, clause: Clause) -> Span | None:
    told = clause.addressee
    if told is None:
        return None
    below = page.parse.subtree(told)
    after = [token for token in below if token.index > told.index]
    named = takewhile(lambda token: token.pos == "PROPN", after)
    span = span_of([min(below[0], told, key=lambda token: token.index), told, *named])
    return span if is_outlet(span.of(page.text)) else None


def _antecedent(parse: Parse, speaker: Token | None) -> Span | None:
    noun = antecedent(parse, speaker) if speaker is not None and is_relative(speaker) else None
    if speaker is None or noun is None:
        return None
    phrase = run(parse, noun, 0, speaker.index)
    return span_of(phrase) if phrase else None


def _why(clause: Clause, *, direct: bool) -> str:
    lemma, kind = clause.cue.lemma, clause.cue.kind.value
    parts = [f"{'direct speech with' if direct else 'the clause of'} “{lemma}” ({kind})"]
    if clause.passive and not clause.source:
        parts.append("in the passive, with no one named")
    if clause.negated:
        parts.append("the cue is negated")
    return "; ".join(parts)


def _from_pieces(page: _Page, pieces: Pieces) -> Reading:
    return Reading(
        source=(span_of(pieces.source),) if pieces.source else (),
        cue=spans_of(pieces.cue),
        content=tuple(span_of(tokens) for tokens in pieces.content),
        source_type=_type(page, pieces.speaker),
        why=pieces.why,
    )


def _type(page: _Page, speaker: Token | None) -> SourceType | None:
    if speaker is None:
        return None
    return source_type(page.parse, speaker, page.text, page.actors)
