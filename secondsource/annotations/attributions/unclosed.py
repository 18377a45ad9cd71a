"""Quotations whose closing mark was forgotten: they end where somebody says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from secondsource.annotations.attributions.clauses import Clause, read_clause
from secondsource.annotations.attributions.grammar import span_of
from secondsource.annotations.attributions.lexicon import CueKind, cue_of
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.records import Parse
from secondsource.text import Span

_OWN_VOICE = frozenset("i we you".split())
_ENDS_SPEECH = tuple(",?!")
_SAYING = 6  # tokens of a source and a cue thrown in behind speech


def close_quotations(
    text: str, parse: Parse, quotations: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """``quotations``, those left open ended before a clause that says them: '"It fell, he said.'

    One that goes on in the next paragraph is left as it is.
    """
    following = chain((row.continues for row in quotations[1:]), (False,))
    return tuple(
        row if row.closed or goes_on else _ended(text, parse, row)
        for row, goes_on in zip(quotations, following, strict=False)
    )


def _ended(text: str, parse: Parse, quotation: Quotation) -> Quotation:
    for clause in _clauses(parse, quotation.span):
        extent = span_of([*clause.words, *clause.source])
        start = quotation.span.start
        speech = Span(start, max(start, extent.start)).trim(text)
        if len(speech) and text[speech.end - 1].endswith(_ENDS_SPEECH) and _is_over(parse, clause):
            return replace(quotation, span=speech)
    return quotation


def _clauses(parse: Parse, span: Span) -> Iterator[Clause]:
    for token in parse.within(span):
        cue = cue_of(token)
        if cue is None or cue.kind is not CueKind.SAY or "quote" not in cue.frames:
            continue
        clause = read_clause(parse, token, cue)
        if clause is None or clause.speaker is None or token.tag not in ("VBD", "VBZ", "VBP"):
            continue
        if clause.speaker.text.lower() not in _OWN_VOICE:
            yield clause


def _is_over(parse: Parse, clause: Clause) -> bool:
    """Whether source and cue stand side by side and have no clause behind them."""
    rows = clause.indices()
    said = parse.children(clause.head, "ccomp", "dobj")
    return max(rows) - min(rows) < _SAYING and all(row.index < min(rows) for row in said)
