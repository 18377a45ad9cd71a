"""Reads the time expressions of a report in the order of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from secondsource.annotations.records import Layers, Parse, TimeMention, TimeType
from secondsource.annotations.times import (
    clock,
    dates,
    durations,
    eras,
    listed,
    offsets,
    quarters,
    references,
    relative,
)
from secondsource.annotations.times.context import Context, published_period
from secondsource.annotations.times.date_line import date_line
from secondsource.annotations.times.grammar import NO_TIME, Found, Reading, Rule, modified
from secondsource.annotations.times.periods import Period, Unit
from secondsource.annotations.times.tense import tense_at
from secondsource.annotations.times.values import edtf
from secondsource.annotations.times.words import Word, split, symbols
from secondsource.errors import LayerOrder
from secondsource.text import Span

RULES: tuple[Rule, ...] = (
    *eras.RULES,
    *listed.RULES,
    *dates.RULES,
    *quarters.RULES,
    *relative.RULES,
    *offsets.RULES,
    *references.RULES,
    *clock.RULES,
    *durations.RULES,
)
_GLUE = frozenset(("", "on", ",", "of", "at", "in the", "on the", "'s", "’s", "early", "late"))


@dataclass(frozen=True, slots=True)
class _Read:
    """A reading with the range of words that it covers."""

    first: int
    last: int
    reading: Reading


def find_times(layers: Layers) -> tuple[TimeMention, ...]:
    """The time expressions of the analysed paragraphs and the date line, in order.

    Needs the parse; counts from ``layers.report.published`` where it is known.

    Raises:
        LayerOrder: if the report was not parsed.
    """
    report, parse = layers.report, layers.parse
    if parse is None:
        raise LayerOrder("times", "the parse is missing", "run the parser first")
    context = Context(
        published=published_period(report.published.value if report.published else None),
        last=None,
        last_day=None,
        tense_at=partial(tense_at, parse),
        tag_at=partial(_tag_at, parse),
        described_at=partial(_described_at, parse),
    )
    mentions: list[TimeMention] = []
    for paragraph in report.body:
        words = split(report.text, paragraph)
        read, context = _read(words, context)
        mentions.extend(_mention(words, row) for row in read)
    line = date_line(report)
    if line is not None and not any(line.span.overlaps(mention.span) for mention in mentions):
        mentions.append(line)
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _tag_at(parse: Parse, span: Span) -> str:
    tokens = parse.within(span)
    return tokens[0].tag if tokens else ""


def _described_at(parse: Parse, span: Span) -> tuple[str, str]:
    tokens = parse.within(span)
    for head in parse.ancestors(tokens[-1]) if tokens else ():
        if head.index > tokens[-1].index and head.pos in ("NOUN", "PROPN"):
            return head.lemma.lower(), head.tag
        if head.pos not in ("NUM", "ADJ", "NOUN"):
            break
    return "", ""


def _read(words: tuple[Word, ...], context: Context) -> tuple[list[_Read], Context]:
    """The readings of one paragraph, and the context after it."""
    line = symbols(words)
    rows: list[_Read] = []
    taken = 0
    for start, rule, match in _candidates(line):
        if start < taken:
            continue
        if rule.read is None:
            taken = match.end()
            continue
        reading = rule.read(Found(match, words), context)
        if reading is None:
            continue
        if reading is NO_TIME:
            taken = match.end()
            continue
        row = _joined(rows, _modified(line, words, match, reading, taken), words)
        rows.append(row)
        taken = row.last
        context = _after(context, row.reading)
    return rows, context


def _candidates(line: str) -> list[tuple[int, Rule, re.Match[str]]]:
    """Every match of every rule, leftmost first, the longest of those first."""
    rows = [
        (match.start(), -match.end(), number, match)
        for number, rule in enumerate(RULES)
        for match in rule.pattern.finditer(line)
    ]
    rows.sort(key=lambda row: row[:3])
    return [(start, RULES[number], match) for start, _, number, match in rows]


def _modified(
    line: str, words: tuple[Word, ...], match: re.Match[str], reading: Reading, taken: int
) -> _Read:
    first, last, modifier = modified(line, words, match.start(), match.end())
    if modifier is None or reading.modifier is not None or first < taken:
        return _Read(match.start(), match.end(), reading)
    return _Read(first, last, replace(reading, modifier=modifier))


def _joined(rows: list[_Read], row: _Read, words: tuple[Word, ...]) -> _Read:
    """A time of day and the day beside it as one reading; ``rows`` loses the part taken up."""
    if not rows:
        return row
    before = rows[-1]
    glue = " ".join(word.lower for word in words[before.last : row.first])
    days = [each for each in (before, row) if _is_day(each.reading)]
    clocks = [each for each in (before, row) if each.reading.clock]
    if glue not in _GLUE or len(days) != 1 or len(clocks) != 1:
        return row
    day, hour = days[0].reading, clocks[0].reading
    rows.pop()
    first = day.period.value if day.period is not None else day.value
    whole = replace(day, type=TimeType.TIME, value=f"{first}{hour.clock}")
    if "/" in day.value:
        whole = replace(whole, edtf=day.value)
    whole = replace(whole, modifier=row.reading.modifier or before.reading.modifier)
    return _Read(before.first, row.last, whole)


def _is_day(reading: Reading) -> bool:
    day = reading.period is not None and reading.period.unit is Unit.DAY
    partial_day = len(reading.value) == 10 and reading.value[4:5] == "-"
    return reading.type is TimeType.DATE and (day or partial_day)


def _after(context: Context, reading: Reading) -> Context:
    """The context for what follows: a date becomes the last date of the text."""
    if reading.type not in (TimeType.DATE, TimeType.TIME) or reading.value.endswith("_REF"):
        return context
    if reading.type is TimeType.DATE and reading.period is None and not _is_day(reading):
        return context
    period: Period | None = reading.period
    day = reading.value[:10] if _is_day(reading) or reading.type is TimeType.TIME else None
    if day is not None and "X-XX" in day:
        return context
    return replace(context, last=period, last_day=day)


def _mention(words: tuple[Word, ...], row: _Read) -> TimeMention:
    span = Span(words[row.first].span.start, words[row.last - 1].span.end)
    reading = row.reading
    return TimeMention(
        span=span,
        type=reading.type,
        value=reading.value,
        edtf=reading.edtf or edtf(reading.value, reading.modifier),
        modifier=reading.modifier,
        why=reading.why,
    )
