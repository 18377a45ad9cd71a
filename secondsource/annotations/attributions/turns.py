"""Which quotation belongs to which speaker.

A quotation goes, in this order, to the cue that follows it at once ("…," he said), to the cue
that leads up to it (he said: "…"), to whoever spoke just before in the same sentence ("…," he
said, "…"), to whoever has the rest of it in other paragraphs, and at last to the one other speaker
of its paragraph, before it or else after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.annotations.attributions.clauses import Clause
from secondsource.annotations.attributions.grammar import SUBJECTS, right_edge, span_of
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.records import Parse
from secondsource.text import Span

_NOTHING_BETWEEN = re.compile(r"[\s,—–-]*")
_LEADS_UP = re.compile(r"[^.?!;“”\"\n]{0,90}?[:,]?\s*")
_BEFORE_SPEECH = re.compile(r"[.?!:;,—–\n]\s*$")
_SENTENCE_CLOSED = re.compile(r"\.[\"”'’»]+$")
_SPEECH_WORDS = 4
_CLOSE_BY, _WITHIN_REACH = 12, 120  # characters, past what the patterns of the gaps allow
_LOOKED_BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """A clause that can have direct speech, with the stretch of text that it takes up."""

    clause: Clause
    extent: Span

    @property
    def quotes(self) -> bool:
        """Whether the cue takes direct speech."""
        return "quote" in self.clause.cue.frames


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

    ``quotations`` are in text order.
    """
    page = _page(text, parse, speakers, [row for row in quotations if is_speech(text, row)])
    forwards = range(len(page.rows))
    owner: dict[int, int] = {}
    taken: set[int] = set()
    for fitting in (_following, _leading):
        for row in forwards:
            free = (number for number in fitting(page, row) if number not in taken)
            number = _nearest(page, row, free) if row not in owner else None
            if number is not None:
                owner[row] = number
                taken.add(number)
    for find, order in (
        (_interrupted, forwards),
        (_begun_before, forwards),
        (_ended_after, reversed(forwards)),
        (_resumed, forwards),
        (_taken_up, reversed(forwards)),
    ):
        for row in order:
            number = find(page, row, owner) if row not in owner else None
            if number is not None:
                owner[row] = number
    return [
        [page.rows[row] for row in sorted(owner) if owner[row] == number]
        for number in range(len(speakers))
    ]


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quotation stands on its own, rather than as a few quoted words of a sentence."""
    before = text[max(0, quotation.span.start - 3) : quotation.span.start]
    starts = bool(_BEFORE_SPEECH.search(before)) or not before.strip()
    words = quotation.span.of(text)
    long = len(words.split()) >= _SPEECH_WORDS
    return starts and (long or words.rstrip("”\"'’»")[-1:] in tuple(".,?!"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The speech of a report and its speakers, these also as (offset, number) in order."""

    text: str
    parse: Parse
    speakers: Sequence[Speaking]
    rows: Sequence[Quotation]
    by_start: Sequence[tuple[int, int]]
    by_end: Sequence[tuple[int, int]]


def _page(
    text: str, parse: Parse, speakers: Sequence[Speaking], rows: Sequence[Quotation]
) -> _Page:
    numbered = list(enumerate(speakers))
    return _Page(
        text=text,
        parse=parse,
        speakers=speakers,
        rows=rows,
        by_start=sorted((speaker.extent.start, number) for number, speaker in numbered),
        by_end=sorted((speaker.extent.end, number) for number, speaker in numbered),
    )


def _between(order: Sequence[tuple[int, int]], low: int, high: int) -> list[int]:
    """The numbers of the speakers whose offset is in ``[low, high]``, in order."""
    return [
        number
        for _, number in order[bisect_left(order, (low, 0)) : bisect_right(order, (high + 1, -1))]
    ]


def _nearest(page: _Page, row: int, numbers: Iterable[int]) -> int | None:
    start = page.rows[row].span.start
    return min(numbers, key=lambda n: abs(page.speakers[n].extent.start - start), default=None)


def _following(page: _Page, row: int) -> Iterator[int]:
    """Those whose cue stands right behind the quotation."""
    end = page.rows[row].span.end
    closed = _SENTENCE_CLOSED.search(page.rows[row].span.of(page.text)) is not None
    for number in _between(page.by_start, end, end + _CLOSE_BY):
        speaker = page.speakers[number]
        gap = page.text[end : speaker.extent.start]
        if not speaker.quotes or "\n" in gap or _NOTHING_BETWEEN.fullmatch(gap) is None:
            continue
        begins = page.text[speaker.extent.start : speaker.extent.start + 1].isupper()
        if not (closed and begins and speaker.clause.words[0].tag == "VBN"):
            yield number


def _leading(page: _Page, row: int) -> Iterator[int]:
    """Those whose cue leads up to the quotation."""
    start = page.rows[row].span.start
    set_off = _before(page.text, start) in tuple(":,")
    for number in _between(page.by_end, start - _WITHIN_REACH, start):
        speaker = page.speakers[number]
        gap = page.text[speaker.extent.end : start]
        ready = set_off or not gap.strip()
        if not (speaker.quotes and ready) or gap.count("\n") > 2:
            continue
        if _LEADS_UP.fullmatch(gap.rstrip()) is not None and not _has_subject(page, gap, start):
            yield number


def _has_subject(page: _Page, gap: str, end: int) -> bool:
    between = page.parse.within(Span(end - len(gap), end)) if gap else ()
    return any(token.dep in SUBJECTS for token in between)


def _interrupted(page: _Page, row: int, owner: dict[int, int]) -> int | None:
    """Whoever spoke just before in the same sentence."""
    start = page.rows[row].span.start
    last: dict[int, int] = {}
    for other in range(max(0, row - _LOOKED_BACK), row):
        if other in owner:
            last[owner[other]] = page.rows[other].span.end
    back = bisect_right(page.by_end, (start + 1, -1))
    near = {number for _, number in page.by_end[max(0, back - 2 * _LOOKED_BACK) : back]}
    ends = [
        (max(page.speakers[number].extent.end, last.get(number, 0)), number)
        for number in near | last.keys()
        if page.speakers[number].quotes and page.speakers[number].clause.source
    ]
    for end, number in sorted(ends, reverse=True)[:_LOOKED_BACK]:
        sentence = page.speakers[number].clause.head.sentence
        if end <= start and all(
            token.sentence == sentence or token.pos == "PUNCT"
            for token in (page.parse.within(Span(end, start)) if end < start else ())
        ):
            return number
    return None


def _begun_before(page: _Page, row: int, owner: dict[int, int]) -> int | None:
    """Whoever has the paragraph before that left the quotation open."""
    goes_on = row > 0 and page.rows[row].continues and not page.rows[row - 1].closed
    return owner.get(row - 1) if goes_on else None


def _ended_after(page: _Page, row: int, owner: dict[int, int]) -> int | None:
    """Whoever has the paragraph after in which the open quotation goes on."""
    goes_on = row + 1 < len(page.rows) and page.rows[row + 1].continues
    return owner.get(row + 1) if goes_on and not page.rows[row].closed else None


def _resumed(page: _Page, row: int, owner: dict[int, int]) -> int | None:
    """Whoever spoke before in the paragraph, with nobody else in between."""
    number = owner.get(row - 1)
    if number is None or not _stands_apart(page, row):
        return None
    after = max(page.rows[row - 1].span.end, page.speakers[number].extent.end)
    return number if _alone(page, row - 1, row, after, page.rows[row].span.start) else None


def _taken_up(page: _Page, row: int, owner: dict[int, int]) -> int | None:
    """Whoever speaks next in the paragraph, with nobody else in between."""
    number = owner.get(row + 1)
    if number is None or not _stands_apart(page, row):
        return None
    before = min(page.rows[row + 1].span.start, page.speakers[number].extent.start)
    return number if _alone(page, row, row + 1, page.rows[row].span.end, before) else None


def _stands_apart(page: _Page, row: int) -> bool:
    """Whether the quotation is a sentence of its own."""
    span = page.rows[row].span
    ended = _before(page.text, span.start) in ("", *'.!?…”"»')
    return ended and len(span.of(page.text).split()) >= _SPEECH_WORDS


def _before(text: str, offset: int) -> str:
    """The last character before an offset that is no white space; empty at the text's head."""
    while offset > 0 and text[offset - 1].isspace():
        offset -= 1
    return text[offset - 1 : offset]


def _alone(page: _Page, first: int, second: int, start: int, end: int) -> bool:
    """Whether no other speaker and no other person acts between two quotations of a paragraph."""
    if page.rows[first].paragraph != page.rows[second].paragraph or start > end:
        return False
    near = (page.speakers[number] for number in _between(page.by_start, start, end - 1))
    others = [speaker for speaker in near if speaker.quotes and speaker.clause.source]
    tokens = page.parse.within(Span(start, end)) if start < end else ()
    return not others and not any(token.entity == "PERSON" for token in tokens)
