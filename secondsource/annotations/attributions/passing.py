"""Whoever a source in turn cites: "X, citing Y, said …" and "X quoted Y as saying …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.annotations.attributions.grammar import (
    is_passive,
    right_edge,
    run,
    sentence_of,
    span_of,
    strip,
)
from secondsource.annotations.attributions.lexicon import CITING, QUOTING, cue_of
from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.attributions.sorts import sort_of
from secondsource.annotations.attributions.sources import source_type
from secondsource.annotations.records import Layers, Parse, Token
from secondsource.text import Span, subtract

_MARKS = " \t\n,–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """``verb`` is the "citing", ``source`` the phrase of whom it cites, headed by ``noun``."""

    verb: Token
    noun: Token
    source: Span

    @property
    def words(self) -> Span:
        """From the verb to the end of the source."""
        return Span(self.verb.span.start, self.source.end)


def with_those_cited(
    layers: Layers, parse: Parse, readings: Iterable[Reading]
) -> tuple[Reading, ...]:
    """``readings`` with one for each further source that another passes on.

    It has the content of the reading that it stands in; that somebody cites a source is no
    statement, so a reading of the citing itself is dropped.
    """
    rows = _with_quoted(layers, parse, list(readings))
    for verb in parse.tokens:
        cited = _cited(parse, verb)
        host = _host(layers.report.text, cited, rows) if cited else None
        if cited is None or host is None:
            continue
        content = _without(layers.report.text, rows[host].content, cited.words)
        if not content:
            continue
        rows[host] = replace(rows[host], content=content)
        rows = [row for row in rows if not _holds(row.cue, verb.span)]
        rows.append(
            Reading(
                source=(cited.source,),
                cue=(verb.span,),
                content=content,
                source_type=source_type(parse, cited.noun, layers.report.text, layers.actors),
                why=f"named by “{verb.text}”",
            )
        )
    return tuple(rows)


def _cited(parse: Parse, verb: Token) -> _Cited | None:
    if verb.tag != "VBG" or verb.lemma.lower() not in CITING:
        return None
    for noun in parse.children(verb, "dobj"):
        _, end = sentence_of(parse, verb)
        tokens = run(parse, noun, verb.index + 1, end)
        if tokens and (noun.pos == "PROPN" or sort_of(noun) is not None):
            return _Cited(verb=verb, noun=noun, source=span_of(tokens))
    return None


def _host(text: str, cited: _Cited, rows: Sequence[Reading]) -> int | None:
    """The reading that the citing stands beside: next to its source or its cue."""
    for at, row in enumerate(rows):
        beside = (*row.source, *row.cue) if row.source else ()
        near = any(_adjoin(text, part, cited.words) for part in beside)
        if near and not _holds(row.cue, cited.verb.span):
            return at
    return None


def _adjoin(text: str, part: Span, words: Span) -> bool:
    if part.end <= words.start:
        return not text[part.end : words.start].strip(_MARKS)
    return words.end <= part.start and not text[words.end : part.start].strip(_MARKS)


def _without(text: str, content: Iterable[Span], words: Span) -> tuple[Span, ...]:
    left = (part for whole in content for part in subtract(whole, (words,)))
    kept = (part.trim(text, _MARKS) for part in left)
    return tuple(part for part in kept if len(part))


def _holds(spans: Iterable[Span], word: Span) -> bool:
    return any(span.overlaps(word) for span in spans)


def _with_quoted(layers: Layers, parse: Parse, rows: list[Reading]) -> list[Reading]:
    """Those of "X quoted Y as saying …": the saying is Y's."""
    for quoting in parse.tokens:
        for noun, saying in _quoted(parse, quoting):
            source = span_of(run(parse, noun, quoting.index + 1, right_edge(parse, noun)))
            said = next((row for row in rows if _holds(row.cue, saying.span)), None)
            if said is not None and _holds(said.source, noun.span):
                continue
            if said is not None and not any(part.overlaps(source) for part in said.content):
                content = said.content
            else:
                content = _content(parse, saying) or _after(rows, quoting, saying)
            if not content:
                continue
            whole = said is not None and _holds(said.cue, quoting.span)
            rows = [row for row in rows if whole or row is not said]
            rows.append(
                Reading(
                    source=(source,),
                    cue=(saying.span,),
                    content=content,
                    source_type=source_type(parse, noun, layers.report.text, layers.actors),
                    why=f"quoted by another, whose words are “{quoting.text} … {saying.text}”",
                )
            )
    return rows


def _quoted(parse: Parse, quoting: Token) -> Iterator[tuple[Token, Token]]:
    """(whom, the saying) of an active "quoted Y as saying"."""
    if quoting.lemma.lower() not in QUOTING or is_passive(parse, quoting):
        return
    for noun in parse.children(quoting, "dobj"):
        for through in (*parse.children(quoting, "prep"), *parse.children(noun, "prep")):
            for saying in parse.children(through, "pcomp"):
                if through.text.lower() == "as" and cue_of(saying) is not None:
                    yield noun, saying


def _after(rows: Iterable[Reading], quoting: Token, saying: Token) -> tuple[Span, ...]:
    """What of the content of the quoting follows the saying."""
    return tuple(
        Span(saying.span.end + 1, part.end)
        for row in rows
        for part in row.content
        if _holds(row.cue, quoting.span) and part.contains(saying.span)
        if saying.span.end + 1 < part.end
    )


def _content(parse: Parse, saying: Token) -> tuple[Span, ...]:
    for clause in parse.children(saying, "ccomp"):
        return (span_of(strip(parse.subtree(clause))),)
    return ()
