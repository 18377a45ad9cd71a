"""What rules alone read, beside the tagger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from secondsource.annotations.attribution_records import AttributionMention
from secondsource.annotations.attributions.credible import words_of
from secondsource.annotations.attributions.grammar import NOMINAL, SUBJECTS
from secondsource.annotations.attributions.lexicon import CueKind, cue_of
from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span, merge

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PASSED_ON = frozenset(
    {
        CueKind.SAY,
        CueKind.CLAIM,
        CueKind.DENIAL,
        CueKind.WARNING,
        CueKind.THREAT,
        CueKind.PROMISE,
        CueKind.ACCUSATION,
    }
)


def left_over(
    parse: Parse, ruled: Sequence[AttributionMention], read: Sequence[Reading]
) -> Iterator[AttributionMention]:
    """Those of the rules' that are kept beside what was ``read``, which shares no cue with them.

    They have a source. Outside the contents read, it is plain saying or a colon's or dash's;
    inside them, what a third party that is named outright says, claims, denies, threatens or
    promises.
    """
    taken = {word.index for row in read for word in words_of(parse, row.cue)}
    contents = merge(part for row in read for part in row.content)
    starts = [part.start for part in contents]
    for row in ruled:
        words = words_of(parse, row.cue)
        if not row.source or any(word.index in taken for word in words):
            continue
        at = bisect_right(starts, row.cue[0].end) - 1
        inside = at >= 0 and contents[at].overlaps(row.cue[0])
        if _is_passed_on(parse, row) if inside else _is_plain(parse, row):
            yield row


def is_mark(parse: Parse, cue: Sequence[Span]) -> bool:
    """Whether the cue is only a colon or a dash."""
    return all(token.pos == "PUNCT" for token in words_of(parse, cue))


def head_of(parse: Parse, spans: Sequence[Span]) -> Token | None:
    """The token that the others of a phrase depend on: a noun or pronoun where there is one."""
    tokens = words_of(parse, spans)
    inside = {token.index for token in tokens}
    tops = [row for row in tokens if row.head not in inside or row.head == row.index]
    naming = [row for row in tops if row.pos in NOMINAL]
    return next(iter(naming or tops), None)


def _is_plain(parse: Parse, rule: AttributionMention) -> bool:
    return is_mark(parse, rule.cue) or CueKind.SAY in _kinds(parse, rule)


def _is_passed_on(parse: Parse, rule: AttributionMention) -> bool:
    speaker = head_of(parse, rule.source)
    named = speaker is not None and speaker.pos in ("NOUN", "PROPN")
    finite = any(token.tag in _FINITE for token in words_of(parse, rule.cue))
    clause = _is_clause(words_of(parse, rule.content))
    return named and finite and clause and bool(_kinds(parse, rule) & _PASSED_ON)


def _kinds(parse: Parse, rule: AttributionMention) -> set[CueKind]:
    cues = (cue_of(token) for token in words_of(parse, rule.cue))
    return {cue.kind for cue in cues if cue is not None}


def _is_clause(said: Sequence[Token]) -> bool:
    return said[0].tag == "TO" or any(token.dep in SUBJECTS for token in said)
