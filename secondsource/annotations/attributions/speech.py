"""Direct speech: which quotation belongs to which speaker.

A quotation goes, in this order, to the cue that follows it at once ("…," he said), to the cue
that leads up to it (he said: "…"), to the cue that breaks it ("…," he said. "…"), and at last to
whoever spoke just before, in the sentence or the paragraph before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from secondsource.annotations.attributions.clauses import Clause
from secondsource.annotations.attributions.grammar import SUBJECTS, right_edge, span_of
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.records import Parse
from secondsource.text import Span, cover

_NOTHING_BETWEEN = re.compile(r"[\s,—–-]*")
_LEADS_UP = re.compile(r"[^.?!;“”\"\n]{0,90}?[:,]?\s*")
_BEFORE_SPEECH = re.compile(r"[.?!:;,—–\n]\s*$")
_SENTENCE_CLOSED = re.compile(r"\.[\"”'’»]+$")
_SPEECH_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """A clause that can have direct speech, with the stretch of text that it takes up."""

    clause: Clause
    extent: Span


def speaking(parse: Parse, clause: Clause) -> Speaking:
    """The clause with its extent: source, cue and addressee."""
    tokens = [*clause.words, *clause.source]
    if clause.addressee is not None:
        tokens.append(parse[right_edge(parse, clause.addressee) - 1])
    return Speaking(clause=clause, extent=span_of(tokens))


def assign(
    text: str, parse: Parse, speakers: Sequence[Speaking], quotations: Sequence[Quotation]
) -> list[list[Quotation]]:
    """For each speaker the quotations that are theirs, in text order.

    ``speakers`` are sorted by where they stand.
    """
    owned: list[list[Quotation]] = [[] for _ in speakers]
    left = [quotation for quotation in quotations if is_speech(text, quotation)]
    for rule in (_follows, _leads_up_to):
        fits = partial(rule, text, parse)
        left = [row for row in left if not _give(speakers, owned, row, fits)]
    for quotation in left:
        number = _last_speaker(parse, speakers, owned, quotation)
        if number is not None:
            owned[number].append(quotation)
    return [sorted(rows, key=lambda row: row.span) for rows in owned]


def _give(
    speakers: Sequence[Speaking],
    owned: Sequence[list[Quotation]],
    quotation: Quotation,
    fits: Callable[[Speaking, Quotation], bool],
) -> bool:
    """Give the quotation to the nearest speaker that it fits and that has none yet."""
    fitting = [
        (abs(speaker.extent.start - quotation.span.start), number)
        for number, speaker in enumerate(speakers)
        if not owned[number] and fits(speaker, quotation)
    ]
    if not fitting:
        return False
    owned[min(fitting)[1]].append(quotation)
    return True


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quotation stands on its own, rather than as a few quoted words of a sentence."""
    before = text[max(0, quotation.span.start - 3) : quotation.span.start]
    starts = bool(_BEFORE_SPEECH.search(before)) or not before.strip()
    words = quotation.span.of(text)
    long = len(words.split()) >= _SPEECH_WORDS
    return starts and (long or words.rstrip("”\"'’»")[-1:] in tuple(".,?!"))


def _follows(text: str, _: Parse, speaker: Speaking, quotation: Quotation) -> bool:
    if speaker.extent.start < quotation.span.end or "quote" not in speaker.clause.cue.frames:
        return False
    gap = text[quotation.span.end : speaker.extent.start]
    if "\n" in gap or _NOTHING_BETWEEN.fullmatch(gap) is None:
        return False
    following = text[speaker.extent.start : speaker.extent.start + 1]
    closed = _SENTENCE_CLOSED.search(quotation.span.of(text)) is not None
    return not (closed and following.isupper() and speaker.clause.words[0].tag == "VBN")


def _leads_up_to(text: str, parse: Parse, speaker: Speaking, quotation: Quotation) -> bool:
    if speaker.extent.end > quotation.span.start or "quote" not in speaker.clause.cue.frames:
        return False
    gap = text[speaker.extent.end : quotation.span.start]
    ready = text[: quotation.span.start].rstrip()[-1:] in tuple(":,") or not gap.strip()
    if not ready or gap.count("\n") > 2 or _LEADS_UP.fullmatch(gap.rstrip()) is None:
        return False
    between = parse.within(Span(speaker.extent.end, quotation.span.start)) if gap else ()
    return not any(token.dep in SUBJECTS for token in between)


def _last_speaker(
    parse: Parse,
    speakers: Sequence[Speaking],
    owned: Sequence[list[Quotation]],
    quotation: Quotation,
) -> int | None:
    """Whoever spoke just before a quotation that has no cue of its own."""
    start = quotation.span.start
    before = [
        (max((speaker.extent.end, *(row.span.end for row in owned[number]))), number)
        for number, speaker in enumerate(speakers)
        if "quote" in speaker.clause.cue.frames
        and speaker.clause.source
        and speaker.extent.end <= start
    ]
    for end, number in sorted(before, reverse=True)[:3]:
        if end > start:
            continue
        between = [token for token in parse.within(Span(end, start)) if token.pos != "PUNCT"]
        sentence = speakers[number].clause.head.sentence
        if all(token.sentence == sentence for token in between):
            return number
    return None


def fragments(text: str, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The spans of quotations, those with only white space between them joined."""
    spans: list[Span] = []
    for quotation in quotations:
        if spans and not text[spans[-1].end : quotation.span.start].strip():
            spans[-1] = cover((spans[-1], quotation.span))
        else:
            spans.append(quotation.span)
    return tuple(spans)


def with_speech(
    text: str, parsed: Sequence[Span], rows: Sequence[Quotation], extent: Span
) -> tuple[Span, ...]:
    """A clause's content: what the parse gives and its direct speech, one within the other.

    Where a quotation goes on from the words before it, they are one span; where the speech
    stands alone, the parse's guess at it is dropped.
    """
    if not rows:
        return tuple(parsed)
    spans = fragments(text, rows)
    first, rest = spans[0], spans[1:]
    leading = [span for span in parsed if span.start < first.start]
    if _announced(text, first, extent):
        leading = [span for span in leading if span.start >= extent.end]
    if not leading:
        return spans
    joined = leading[-1]
    if joined.end > first.start or text[joined.end : first.start].strip() in (":", ","):
        return (*leading[:-1], Span(joined.start, max(first.end, joined.end)), *rest)
    return (*leading, *spans)


def _announced(text: str, quotation: Span, extent: Span) -> bool:
    """Whether the quotation is set off from what stands before it: by a colon, or by a comma
    that ends the cue's clause."""
    mark = text[: quotation.start].rstrip()[-1:]
    return mark == ":" or (mark == "," and extent.end <= quotation.start)


def before_others(text: str, span: Span, others: Iterable[Quotation]) -> Span:
    """``span`` up to the first quotation in it that is somebody else's."""
    starts = [row.span.start for row in others if span.start < row.span.start < span.end]
    end = min(starts, default=span.end)
    return Span(span.start, end).trim(text, " \t\n:,—–-") if starts else span
