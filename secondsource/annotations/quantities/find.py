"""Reads the quantities of a report in the order of its text."""

from __future__ import annotations

import re

from secondsource.annotations.quantities import lexicon
from secondsource.annotations.quantities.phrases import NumberPhrase, find_phrases
from secondsource.annotations.quantities.roles import category, measured, role
from secondsource.annotations.quantities.scope import shared
from secondsource.annotations.quantities.singles import find_singles
from secondsource.annotations.quantities.units import attached, counted
from secondsource.annotations.records import (
    Layers,
    Parse,
    Quantity,
    TimeType,
    Token,
)
from secondsource.errors import LayerOrder
from secondsource.text import Span

_AGE = re.compile(r"\bage[ds]?\s+(?:of\s+|below\s+|under\s+|over\s+)?$", re.IGNORECASE)
_LOOK_BACK = 16


def find_quantities(layers: Layers) -> tuple[Quantity, ...]:
    """The quantities of the analysed paragraphs, in order.

    Needs the parse; where the times are known, numbers in dates, times of day and recurring times
    are left out. "Dozens" and the like have only a lowest value, two of the kind: 24, 200, 2,000.

    Raises:
        LayerOrder: if the report was not parsed.
    """
    report, parse = layers.report, layers.parse
    if parse is None:
        raise LayerOrder("quantities", "the parse is missing", "run the parser first")
    dates = {
        offset
        for row in layers.times or ()
        if row.type is not TimeType.DURATION
        for offset in range(row.span.start, row.span.end)
    }
    found: list[Quantity] = []
    for paragraph in report.body:
        phrases = (
            phrase
            for phrase in find_phrases(report.text, paragraph)
            if phrase.core.start not in dates and phrase.core.end - 1 not in dates
        )
        rows = (_quantity(report.text, parse, phrase) for phrase in phrases)
        counts = [row for row in rows if row is not None]
        singles = [
            row
            for row in find_singles(parse, paragraph)
            if not any(row.span.overlaps(count.span) for count in counts)
        ]
        found.extend(shared(report.text, sorted((*counts, *singles), key=lambda row: row.span)))
    return tuple(found)


def _quantity(text: str, parse: Parse, phrase: NumberPhrase) -> Quantity | None:
    tokens = parse.within(phrase.core)
    measure = attached(phrase, text)
    unit = counted(parse, phrase, text) if measure is None else None
    if not tokens or not (unit or measure or _stands_alone(text, parse, phrase, tokens[0])):
        return None
    if phrase.core.of(text).lower() == "one" and tokens[0].dep != "nummod":
        return None
    meant, why = measured(phrase, measure.of(text) if measure else None) or role(
        parse, tokens[-1], unit
    )
    end = max(phrase.span.end, unit.head.span.end if unit else 0, measure.end if measure else 0)
    return Quantity(
        span=Span(phrase.span.start, end),
        low=phrase.low,
        high=phrase.high,
        best=phrase.best,
        approximate=phrase.approximate,
        unit=measure.of(text) if measure else (unit.words if unit else None),
        role=meant,
        category=category(unit),
        why=why,
    )


def _stands_alone(text: str, parse: Parse, phrase: NumberPhrase, first: Token) -> bool:
    """Whether a number without a unit counts something: not in a name ("Flight 370"), no age."""
    if _AGE.search(Span(max(0, phrase.span.start - _LOOK_BACK), phrase.span.start).of(text)):
        return False
    before = parse[first.index - 1] if first.index else None
    if before is None or before.sentence != first.sentence or phrase.money:
        return True
    named = before.pos == "PROPN" or before.lemma.lower() in lexicon.DESIGNATED
    return not (named and phrase.span == phrase.core) and phrase.core.of(text).lower() != "one"
