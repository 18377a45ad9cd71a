"""Reads the quantities of a report in the order of its text."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations.quantities import lexicon
from secondsource.annotations.quantities.phrases import NumberPhrase, find_phrases
from secondsource.annotations.quantities.roles import category, role
from secondsource.annotations.quantities.units import Counted, attached, counted
from secondsource.annotations.records import (
    Layers,
    Parse,
    Quantity,
    QuantityRole,
    TimeType,
    Token,
)
from secondsource.errors import LayerOrder
from secondsource.text import Span


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
    dates = [row.span for row in layers.times or () if row.type is not TimeType.DURATION]
    return tuple(
        quantity
        for paragraph in report.body
        for phrase in find_phrases(report.text, paragraph)
        if not any(phrase.core.overlaps(span) for span in dates)
        for quantity in _quantity(report.text, parse, phrase)
    )


def _quantity(text: str, parse: Parse, phrase: NumberPhrase) -> Iterator[Quantity]:
    tokens = parse.within(phrase.core)
    if not tokens:
        return
    number = tokens[-1]
    unit = counted(parse, phrase, text)
    if not _counts(text, parse, phrase, tokens[0], unit):
        return
    measure = attached(phrase, text)
    meant, why = _role(text, parse, number, phrase, unit, measure)
    end = max(phrase.span.end, unit.head.span.end if unit else 0, measure.end if measure else 0)
    words = measure.of(text) if measure else (unit.words if unit else None)
    yield Quantity(
        span=Span(phrase.span.start, end),
        low=phrase.low,
        high=phrase.high,
        best=phrase.best,
        approximate=phrase.approximate,
        unit=words,
        role=meant,
        category=category(unit) if measure is None else None,
        why=why,
    )


def _role(
    text: str,
    parse: Parse,
    number: Token,
    phrase: NumberPhrase,
    unit: Counted | None,
    measure: Span | None,
) -> tuple[QuantityRole, str]:
    if phrase.money:
        return QuantityRole.MONEY, "a currency sign"
    word = measure.of(text).lower() if measure else ""
    for words, meant in (
        (lexicon.DISTANCE, QuantityRole.DISTANCE),
        (lexicon.DURATION, QuantityRole.DURATION),
        (lexicon.MONEY, QuantityRole.MONEY),
    ):
        if word in words:
            return meant, "a unit of measure"
    return role(parse, number, unit)


def _counts(
    text: str, parse: Parse, phrase: NumberPhrase, first: Token, unit: Counted | None
) -> bool:
    """Whether the number counts something, rather than standing in a name or for a person."""
    before = parse[first.index - 1] if first.index else None
    named = before is not None and before.pos == "PROPN" and before.sentence == first.sentence
    if unit is None and named and phrase.span == phrase.core:
        return False
    if phrase.core.of(text).lower() == "one":
        return unit is not None and first.dep == "nummod"
    return True
