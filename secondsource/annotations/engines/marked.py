"""A sentence as the reader of events sees it: word pieces, with two mentions marked.

The source stands between two "@" and the target between two "#" (Zhou and Chen, 2022, find that
plain marks do as well as new ones). Training and reading prepare texts with the same functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.text import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 128
FIRST, LAST = 101, 102
AT, HASH = 1030, 1001
NEITHER, SOURCE, TARGET, BOTH = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Pieces and, for each, whether it belongs to the source (1), the target (2) or both (3),
    the marks around a mention being part of it."""

    pieces: tuple[int, ...]
    marks: tuple[int, ...]


def plain(tokenizer: Tokenizer, text: str) -> Marked:
    """The beginning of ``text``, nothing marked."""
    pieces = tokenizer.encode(text, add_special_tokens=False).ids[: LONGEST - 2]
    return _framed([(piece, NEITHER) for piece in pieces])


def marked(tokenizer: Tokenizer, text: str, source: Span, target: Span) -> Marked:
    """``text`` with both mentions marked; of a long one what stands nearest to them."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    rows: list[tuple[int, int]] = []
    last = NEITHER
    for piece, ends in zip(encoding.ids, encoding.offsets, strict=True):
        span = Span(*ends)
        mark = (SOURCE if span.overlaps(source) else 0) | (TARGET if span.overlaps(target) else 0)
        rows.extend(_between(last, mark))
        rows.append((piece, mark))
        last = mark
    rows.extend(_between(last, NEITHER))
    return _framed(_nearest(rows))


def _between(before: int, after: int) -> list[tuple[int, int]]:
    """The marks that stand where one mention ends or the other begins."""
    changed = before ^ after
    return [(piece, role) for role, piece in ((SOURCE, AT), (TARGET, HASH)) if changed & role]


def _nearest(rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(rows) <= LONGEST - 2:
        return list(rows)
    held = [number for number, (_, mark) in enumerate(rows) if mark]
    ends = [number for number in held if number - 1 not in held or number + 1 not in held]
    order = sorted(
        range(len(rows)),
        key=lambda number: min((abs(number - end) for end in ends), default=number),
    )
    return [rows[number] for number in sorted(order[: LONGEST - 2])]


def _framed(rows: Sequence[tuple[int, int]]) -> Marked:
    pieces = (FIRST, *(piece for piece, _ in rows), LAST)
    return Marked(pieces=pieces, marks=(NEITHER, *(mark for _, mark in rows), NEITHER))
