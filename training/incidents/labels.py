"""Windows with the answers that the reader of incidents is to give for them.

The keys of MUC-4 say which words fill a role and not where they stand, so every occurrence of the
words is an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from secondsource.annotations.engines.decoding import BEGIN, END, INSIDE, OUTSIDE, SINGLE
from secondsource.annotations.engines.incidents import IncidentRole, IncidentType
from secondsource.annotations.engines.passages import LONGEST, Passage, passages
from secondsource.text import Misalignment, Span
from training.incidents.corpus import Message, Template, pattern

IGNORED = -100
TYPES = tuple(IncidentType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Words ``start`` to ``end`` of a window that fill ``role`` in the numbered ``templates``."""

    start: int
    end: int
    role: IncidentRole
    templates: frozenset[int]
    types: frozenset[IncidentType]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A window with the fillers in it and the types of incident that it tells of."""

    passage: Passage
    fillers: tuple[Filler, ...]
    types: frozenset[IncidentType]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded tensors: ``pieces`` (windows, length), ``tags`` (windows, length, roles), ``types``
    (windows, types); ``starts``, ``windows`` and ``kinds`` (fillers, types) are by filler, and
    ``together`` (fillers, fillers) says which share an incident, -1 for those not to compare."""

    pieces: Tensor
    tags: Tensor
    types: Tensor
    windows: Tensor
    starts: Tensor
    kinds: Tensor
    together: Tensor


def examples(
    tokenizer: Tokenizer, message: Message, *, longest: int = LONGEST
) -> Iterator[Example]:
    """The windows of a message."""
    parts = [Span(0, len(message.text))]
    found = [_occurrences(message.text, template) for template in message.templates]
    for passage in passages(tokenizer, message.text, parts, longest=longest):
        fillers = tuple(_fillers(passage, message.templates, found))
        yield Example(
            passage=passage,
            fillers=fillers,
            types=_types(passage, message.templates, found),
        )


def _occurrences(text: str, template: Template) -> list[tuple[Span, IncidentRole]]:
    return [
        (Span(*match.span()), mention.role)
        for mention in template.mentions
        for match in pattern(mention.words).finditer(text)
    ]


def _types(
    passage: Passage,
    templates: Sequence[Template],
    found: Sequence[Sequence[tuple[Span, IncidentRole]]],
) -> frozenset[IncidentType]:
    """The types of the incidents with a filler here, or with none anywhere."""
    whole = Span(passage.words[0].start, passage.words[-1].end)
    rows = (
        template.types
        for template, spans in zip(templates, found, strict=True)
        if not spans or any(span.overlaps(whole) for span, _ in spans)
    )
    return frozenset().union(*rows)


def _fillers(
    passage: Passage,
    templates: Sequence[Template],
    found: Sequence[Sequence[tuple[Span, IncidentRole]]],
) -> Iterator[Filler]:
    known: dict[tuple[int, int, IncidentRole], set[int]] = {}
    for number, spans in enumerate(found):
        for span, role in spans:
            ends = span.align(passage.words, Misalignment.EXPAND)
            if ends and ends[0] < ends[1]:
                known.setdefault((ends[0], ends[1], role), set()).add(number)
    for (start, end, role), numbers in known.items():
        yield Filler(
            start=start,
            end=end,
            role=role,
            templates=frozenset(numbers),
            types=frozenset().union(*(templates[number].types for number in numbers)),
        )


def batch(rows: Sequence[Example]) -> Batch:
    """``rows`` padded to the longest window."""
    length = max(len(row.passage.pieces) for row in rows)
    pieces = torch.zeros(len(rows), length, dtype=torch.long)
    tags = torch.full((len(rows), length, len(IncidentRole)), IGNORED, dtype=torch.long)
    types = torch.zeros(len(rows), len(TYPES))
    for number, row in enumerate(rows):
        heads = torch.tensor(row.passage.heads)
        pieces[number, : len(row.passage.pieces)] = torch.tensor(row.passage.pieces)
        tags[number, heads] = torch.tensor(_tags(row))
        for kind in row.types:
            types[number, TYPES.index(kind)] = 1.0
    held = [(number, row, filler) for number, row in enumerate(rows) for filler in row.fillers]
    starts = [row.passage.heads[filler.start] for _, row, filler in held]
    return Batch(
        pieces=pieces,
        tags=tags,
        types=types,
        windows=torch.tensor([number for number, _, _ in held], dtype=torch.long),
        starts=torch.tensor(starts, dtype=torch.long),
        kinds=torch.tensor(
            [[float(kind in filler.types) for kind in TYPES] for _, _, filler in held]
        ).reshape(-1, len(TYPES)),
        together=_together([(number, filler) for number, _, filler in held]),
    )


def _tags(row: Example) -> list[list[int]]:
    tags = [[OUTSIDE] * len(IncidentRole) for _ in row.passage.words]
    # The longest last, so that it wins over one within it.
    for filler in sorted(row.fillers, key=lambda filler: filler.end - filler.start):
        for word in range(filler.start, filler.end):
            tags[word][filler.role] = INSIDE
        tags[filler.start][filler.role] = BEGIN
        tags[filler.end - 1][filler.role] = END
        if filler.end == filler.start + 1:
            tags[filler.start][filler.role] = SINGLE
    return tags


def _together(held: Sequence[tuple[int, Filler]]) -> Tensor:
    found = torch.full((len(held), len(held)), -1.0)
    for one, (window, left) in enumerate(held):
        for other, (beside, right) in enumerate(held):
            if window == beside and one != other:
                found[one, other] = float(bool(left.templates & right.templates))
    return found
