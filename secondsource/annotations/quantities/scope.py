"""Counts that share the role of the count beside them: lists and "including"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotations.quantities import lexicon
from secondsource.annotations.records import Quantity, QuantityRole
from secondsource.text import Span

_UNDECIDED = (QuantityRole.OTHER, QuantityRole.STRENGTH)
_PEOPLE = lexicon.PEOPLE | lexicon.CIVILIANS | lexicon.COMBATANTS | lexicon.WOMEN | lexicon.CHILDREN
_LIST = re.compile(r"[\s,]*(?:and|or|plus|as well as|along with)?[\s,]*", re.IGNORECASE)
_PART = re.compile(r".*\b(?:including|among them|of them|of whom|mostly)[\s,:]*", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\s+(?:were\s+|are\s+)?(?P<who>[a-z]+)", re.IGNORECASE)
_STOP = re.compile(r"[.!?;]\s|\n")
_FARTHEST = 120


def shared(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of one paragraph, those without a role of their own taking a neighbour's.

    "killed 12, including three children" and "25 women and 15 children were killed" count dead
    in both their parts.
    """
    rows = list(quantities)
    for index in range(1, len(rows)):
        if _follows(text, rows[index - 1], rows[index]):
            rows[index] = _taken(rows[index], rows[index - 1])
    for index in range(len(rows) - 2, -1, -1):
        if _listed(text, rows[index], rows[index + 1]):
            rows[index] = _taken(rows[index], rows[index + 1])
    return tuple(_of_them(text, row) for row in rows)


def _of_them(text: str, row: Quantity) -> Quantity:
    """ "30, 12 of them civilians": the part is of the category that follows."""
    found = _OF_THEM.match(text, row.span.end)
    if found is None or row.category is not None or row.role not in lexicon.CASUALTIES:
        return row
    word = found["who"].lower()
    meant = next((each for each, members in lexicon.CATEGORIES if word in members), None)
    return replace(row, category=meant) if meant is not None else row


def _taken(row: Quantity, neighbour: Quantity) -> Quantity:
    if row.role not in _UNDECIDED or neighbour.role not in lexicon.CASUALTIES:
        return row
    if row.unit is not None and row.unit.lower().split()[-1] not in _PEOPLE:
        return row
    return replace(row, role=neighbour.role, why="as the count beside it")


def _follows(text: str, before: Quantity, row: Quantity) -> bool:
    gap = Span(before.span.end, max(before.span.end, row.span.start)).of(text)
    if len(gap) > _FARTHEST or _STOP.search(gap):
        return False
    return bool(_LIST.fullmatch(gap) or _PART.fullmatch(gap))


def _listed(text: str, row: Quantity, after: Quantity) -> bool:
    gap = Span(row.span.end, max(row.span.end, after.span.start)).of(text)
    return bool(gap.strip()) and _LIST.fullmatch(gap) is not None
