"""Words that stand for one entity, told by the words and by brackets.

"Car bomb" and "bomb", "Enrique Lopez Albujar" and "Lopez Albujar", "National Liberation Front"
and "NLF": one is part of the other, or its initials. "Farabundo Marti Front (FMLN)": one is put in
brackets after the other. Two descriptions that merely end alike are left apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.annotations import IncidentRole
from secondsource.claims.incidents.fillers import Filler

_SMALL = frozenset({"of", "the", "for", "and", "de", "del", "la", "los", "las", "y", "el"})
_LEAST_INITIALS = 2
_OPENS = re.compile(r"[\s\"”’']*[(\[]\s*(?:the\s+)?", re.IGNORECASE)
_CLOSES = re.compile(r"[\s\"”’']*[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fillers of one role that stand for one entity, the likeliest first."""

    role: IncidentRole
    fillers: tuple[Filler, ...]

    @property
    def best(self) -> Filler:
        """The likeliest words."""
        return self.fillers[0]


def grouped(text: str, rows: Sequence[Filler]) -> list[Group]:
    """``rows``, found in ``text``, as entities, the likeliest first."""
    groups: list[list[Filler]] = []
    for row in sorted(rows, key=lambda row: (-row.score, row.spans[0])):
        joined = next((held for held in groups if _joins(text, held, row)), None)
        if joined is None:
            groups.append([row])
        else:
            joined.append(row)
    return [Group(role=held[0].role, fillers=tuple(held)) for held in groups]


def _joins(text: str, held: Sequence[Filler], row: Filler) -> bool:
    best = held[0]
    if best.role is not row.role:
        return False
    return same_entity(best.words, row.words) or in_brackets(text, best, row)


def in_brackets(text: str, left: Filler, right: Filler) -> bool:
    """Whether one stands in brackets after the other anywhere in ``text``."""
    return any(
        _OPENS.fullmatch(text[before.end : after.start]) and _CLOSES.match(text, after.end)
        for one, other in ((left, right), (right, left))
        for before in one.spans
        for after in other.spans
        if before.end <= after.start
    )


def same_entity(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the words of one are within those of the other, or its initials."""
    few, many = sorted((left, right), key=len)
    if len(few) == 1 and few[0].replace(".", "") in _initials(many):
        return True
    return {_singular(word) for word in few} <= {_singular(word) for word in many}


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _initials(words: Sequence[str]) -> frozenset[str]:
    """The acronyms that the words would have, with and without the small ones among them."""
    every = "".join(word[0] for word in words)
    great = "".join(word[0] for word in words if word not in _SMALL)
    return frozenset(name for name in (every, great) if len(name) >= _LEAST_INITIALS)
