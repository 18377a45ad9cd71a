"""Spans of a report that may name a place, with what is known about each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.annotations.places.cues import Cues, read_cues
from secondsource.annotations.places.entities import PLACE_LABELS, Entity
from secondsource.annotations.places.entries import Candidate, Entry, Feature, Match
from secondsource.annotations.places.gazetteer import Gazetteer
from secondsource.annotations.places.key import loose_key, name_key
from secondsource.annotations.places.position import Position, position_of
from secondsource.annotations.places.runs import Run, find_runs
from secondsource.annotations.records import Parse, Token
from secondsource.reports import Report
from secondsource.text import Span

_ENDINGS = {
    **dict.fromkeys(("state", "province", "governorate", "region", "oblast"), Feature.ADMIN1),
    **dict.fromkeys(("county", "district", "parish"), Feature.ADMIN2),
    **dict.fromkeys(("city", "town", "village", "township"), Feature.PLACE),
}
_NUMERIC_LABELS = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"}
)
_FUNCTION_WORDS = frozenset({"PRON", "ADP", "DET", "AUX", "CCONJ", "SCONJ", "PART", "ADV", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A span that may name a place.

    ``fixed`` is the entry of a demonym or an abbreviation, ``candidates`` the gazetteer's for any
    other name (none where only the parser sees a place). ``entity`` is the parser's entity that
    overlaps the span, ``before`` and ``after`` the words of the same run on either side, and
    ``position`` what the grammar says.
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
    position: Position = Position.OPEN


def possible_mentions(
    report: Report, parse: Parse, named: Sequence[Entity], gazetteer: Gazetteer
) -> list[Possible]:
    """Every part of every run of capitalised words that the gazetteer or the parser knows."""
    reading = _Reading(report=report, parse=parse, named=named)
    parts = [part for part in _parts(report) if not reading.is_common(part)]
    keys = {part.key for part in parts}
    exact = gazetteer.lookup((keys | {base for key in keys if (base := _base(key))}) - {""})
    loose = gazetteer.lookup(
        {loose_key(p.text) for p in parts if not exact.get(p.key) and reading.may_respell(p)} - {""}
    )
    found = []
    for part in parts:
        fixed = _fixed(part, report.text, gazetteer)
        candidates = (
            exact.get(part.key)
            or typed_candidates(part.key, exact)
            or loose.get(loose_key(part.text), ())
        )
        if fixed is not None:
            found.append(reading.possible(part, fixed.span, fixed=fixed))
        elif candidates or reading.labels_place(part.span):
            found.append(reading.possible(part, part.span, candidates=candidates))
    return found


def typed_candidates(key: str, known: Mapping[str, tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
    """The candidates of "Benue State" among those of "Benue": the ones of that type."""
    wanted = _ENDINGS.get(key.rpartition(" ")[2])
    return tuple(
        replace(candidate, match=Match.DERIVED)
        for candidate in known.get(_base(key), ())
        if candidate.entry.feature is wanted
    )


def _base(key: str) -> str:
    """A key without its type word, ``""`` where it has none."""
    base, _, ending = key.rpartition(" ")
    return base if ending in _ENDINGS else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Some neighbouring words of one run."""

    paragraph: Span
    run: Run
    first: int
    end: int
    span: Span
    text: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fixed:
    """A demonym or an abbreviation, which has one meaning."""

    span: Span
    entry: Entry
    demonym: bool


def _parts(report: Report) -> Iterator[_Part]:
    for paragraph in report.body:
        for run in find_runs(report.text, paragraph):
            for first, end in run.parts():
                span = run.span(first, end)
                text = span.of(report.text)
                yield _Part(
                    paragraph=paragraph,
                    run=run,
                    first=first,
                    end=end,
                    span=span,
                    text=text,
                    key=name_key(text),
                )


class _Reading:
    """A report's parse and entities, found by offset."""

    def __init__(self, *, report: Report, parse: Parse, named: Sequence[Entity]) -> None:
        self._text = report.text
        self._parse = parse
        self._tokens = parse.tokens
        self._named = named
        self._token_starts = [token.span.start for token in parse.tokens]
        self._entity_starts = [entity.span.start for entity in named]
        self._labelled = {entity.span: entity.label for entity in named}

    def labels_place(self, span: Span) -> bool:
        return self._labelled.get(span) in PLACE_LABELS

    def is_common(self, part: _Part) -> bool:
        """Whether a single word is a number, a date or a function word, and no place."""
        if part.end - part.first > 1 or self.labels_place(part.span):
            return False
        token = self._last_token(part.span)
        if token is None or part.text.isupper():
            return False
        return token.entity in _NUMERIC_LABELS or token.pos in _FUNCTION_WORDS

    def may_respell(self, part: _Part) -> bool:
        """Whether the transliteration key is tried: whole runs, and what the parser labels."""
        return part.end - part.first == len(part.run.words) or part.span in self._labelled

    def possible(
        self,
        part: _Part,
        span: Span,
        *,
        fixed: _Fixed | None = None,
        candidates: tuple[Candidate, ...] = (),
    ) -> Possible:
        words = part.run.words
        entity = self._overlapping(span)
        return Possible(
            span=span,
            text=span.of(self._text),
            key=part.key,
            paragraph=part.paragraph,
            cues=read_cues(self._text, part.paragraph, span),
            candidates=candidates,
            fixed=fixed.entry if fixed else None,
            demonym=fixed is not None and fixed.demonym,
            entity=entity,
            token=self._last_token(span),
            before=words[part.first - 1].text if part.first else "",
            after=words[part.end].text if part.end < len(words) else "",
            words=part.end - part.first,
            position=position_of(self._parse, span, entity, candidates),
        )

    def _overlapping(self, span: Span) -> Entity | None:
        index = bisect_right(self._entity_starts, span.end - 1) - 1
        best = None
        while index >= 0 and self._named[index].span.end > span.start:
            if self._named[index].span == span:
                return self._named[index]
            best = self._named[index]
            index -= 1
        return best

    def _last_token(self, span: Span) -> Token | None:
        index = bisect_left(self._token_starts, span.end) - 1
        return self._tokens[index] if index >= 0 else None


def _fixed(part: _Part, text: str, gazetteer: Gazetteer) -> _Fixed | None:
    """A demonym or an abbreviation; an abbreviation takes its full stop along."""
    entry = gazetteer.demonym(part.text)
    if entry is not None:
        return _Fixed(span=part.span, entry=entry, demonym=True)
    if part.end - part.first > 1:
        return None
    if text[part.span.end : part.span.end + 1] == ".":
        entry = gazetteer.abbreviation(part.text + ".")
        if entry is not None:
            stopped = Span(part.span.start, part.span.end + 1)
            return _Fixed(span=stopped, entry=entry, demonym=False)
    entry = gazetteer.abbreviation(part.text) if part.text.isupper() else None
    return _Fixed(span=part.span, entry=entry, demonym=False) if entry else None
