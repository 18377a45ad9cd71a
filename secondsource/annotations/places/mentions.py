"""Spans of a report that may name a place, with what is known about each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.annotations.places.cues import Cues, read_cues
from secondsource.annotations.places.entries import Candidate, Entry
from secondsource.annotations.places.gazetteer import Gazetteer
from secondsource.annotations.places.key import loose_key, name_key
from secondsource.annotations.places.runs import Run, find_runs
from secondsource.annotations.records import Parse, Token
from secondsource.reports import Report
from secondsource.text import Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A span that the parser labels as an entity."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A span that may name a place.

    ``fixed`` is the entry of a demonym or an abbreviation, ``candidates`` the gazetteer's for any
    other name (none where only the parser sees a place). ``entity`` is the parser's entity that
    overlaps the span, ``before`` and ``after`` the words of the same run on either side, and
    ``container`` the name that follows a comma ("Paris, Texas").
    """

    span: Span
    text: str
    key: str
    paragraph: Span
    cues: Cues
    candidates: tuple[Candidate, ...] = ()
    fixed: Entry | None = None
    demonym: bool = False
    entity: Entity | None = None
    token: Token | None = None
    before: str = ""
    after: str = ""
    words: int = 1


def entities(parse: Parse) -> list[Entity]:
    """The parser's entities: neighbouring tokens of one label in one sentence."""
    found: list[Entity] = []
    previous: Token | None = None
    for token in parse.tokens:
        if not token.entity:
            previous = None
            continue
        if previous and previous.entity == token.entity and previous.sentence == token.sentence:
            found[-1] = Entity(span=Span(found[-1].span.start, token.span.end), label=token.entity)
        else:
            found.append(Entity(span=token.span, label=token.entity))
        previous = token
    return [Entity(span=_bare(entity.span, parse), label=entity.label) for entity in found]


def possible_mentions(
    report: Report, parse: Parse, named: Sequence[Entity], gazetteer: Gazetteer
) -> list[Possible]:
    """Every part of every run of capitalised words that the gazetteer or the parser knows."""
    runs = [
        (paragraph, run) for paragraph in report.body for run in find_runs(report.text, paragraph)
    ]
    parts = [
        (paragraph, run, first, end, run.span(first, end).of(report.text))
        for paragraph, run in runs
        for first, end in run.parts()
    ]
    known = gazetteer.lookup({name_key(text) for *_, text in parts} - {""})
    labelled = {entity.span for entity in named if entity.label in PLACE_LABELS}
    missing = {
        loose_key(text)
        for _, run, first, end, text in parts
        if not known.get(name_key(text))
        and (end - first == len(run.words) or run.span(first, end) in labelled)
    }
    loose = gazetteer.lookup(missing - {""})
    starts = [entity.span.start for entity in named]
    tokens = [token.span.start for token in parse.tokens]
    found = []
    for paragraph, run, first, end, text in parts:
        span = run.span(first, end)
        key = name_key(text)
        possible = _possible(report.text, run, first, end, gazetteer)
        if possible is None:
            candidates = known.get(key, ()) or loose.get(loose_key(text), ())
            if not candidates and span not in labelled:
                continue
            possible = (span, None, False, candidates)
        span, fixed, demonym, candidates = possible
        found.append(
            Possible(
                span=span,
                text=span.of(report.text),
                key=key,
                paragraph=paragraph,
                cues=read_cues(report.text, paragraph, span),
                candidates=candidates,
                fixed=fixed,
                demonym=demonym,
                entity=_overlapping(span, named, starts),
                token=_last_token(span, parse, tokens),
                before=run.words[first - 1].text if first else "",
                after=run.words[end].text if end < len(run.words) else "",
                words=end - first,
            )
        )
    return found


def _possible(
    text: str, run: Run, first: int, end: int, gazetteer: Gazetteer
) -> tuple[Span, Entry | None, bool, tuple[Candidate, ...]] | None:
    """A demonym or an abbreviation at a word range; the abbreviation takes its full stop along."""
    span = run.span(first, end)
    written = span.of(text)
    entry = gazetteer.demonym(written)
    if entry is not None:
        return span, entry, True, ()
    if end - first == 1 and text[span.end : span.end + 1] == ".":
        entry = gazetteer.abbreviation(written + ".")
        if entry is not None:
            return Span(span.start, span.end + 1), entry, False, ()
    if end - first == 1 and written.isupper():
        entry = gazetteer.abbreviation(written)
        if entry is not None:
            return span, entry, False, ()
    return None


def _bare(span: Span, parse: Parse) -> Span:
    """An entity's span without a leading article and a trailing possessive."""
    inside = [t for t in _inside(span, parse)]
    while len(inside) > 1 and inside[0].tag == "DT":
        inside = inside[1:]
    while len(inside) > 1 and inside[-1].tag == "POS":
        inside = inside[:-1]
    return Span(inside[0].span.start, inside[-1].span.end)


def _inside(span: Span, parse: Parse) -> Iterator[Token]:
    first = bisect_left(parse.tokens, span.start, key=lambda token: token.span.start)
    for token in parse.tokens[first:]:
        if token.span.end > span.end:
            return
        yield token


def _overlapping(span: Span, named: Sequence[Entity], starts: list[int]) -> Entity | None:
    index = bisect_right(starts, span.end - 1) - 1
    best = None
    while index >= 0 and named[index].span.end > span.start:
        if named[index].span == span:
            return named[index]
        best = named[index]
        index -= 1
    return best


def _last_token(span: Span, parse: Parse, starts: list[int]) -> Token | None:
    index = bisect_left(starts, span.end) - 1
    return parse.tokens[index] if index >= 0 else None
