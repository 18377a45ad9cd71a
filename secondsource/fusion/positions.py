"""What tellings of one matter say on one point, and which of these positions are opposed.

Claims that say the same take one *position*. Two positions that cannot both hold are one
contradiction, however many reports take them, and are shown by the plainest claim of each
(`tellings.standing`). Copies of one text are one account, what one report tells on one source's
word contradicts nothing, and the newer word of a source stands instead of its older one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from secondsource.fusion.records import Contradiction, ContradictionKind
from secondsource.fusion.tellings import Telling, may_contradict, speaker, standing, updates
from secondsource.text import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Generic[T]):
    """What one telling says on one point: ``value`` to compare, ``key`` the same for the same
    position, ``words`` where it stands in the report and ``shown`` how to say it."""

    telling: Telling
    key: Hashable
    value: T
    words: Span
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Generic[T]):
    """One way in which claims contradict each other: when two points cannot both hold, how to say
    it, and when the later of two tellings stands instead of the earlier."""

    kind: ContradictionKind
    opposed: Callable[[Point[T], Point[T]], bool]
    reason: Callable[[Point[T], Point[T]], str]
    replaces: Callable[[Telling, Telling], bool] = updates


def contradictions_between(
    about: str, difference: Difference[T], points: Sequence[Point[T]]
) -> Iterator[Contradiction]:
    """One contradiction for each two positions of which some two accounts cannot both hold."""
    positions: dict[Hashable, list[Point[T]]] = {}
    for point in sorted(points, key=lambda point: standing(point.telling)):
        positions.setdefault(point.key, []).append(point)
    for one, other in combinations(positions.values(), 2):
        pair = _first_opposed(one, other, difference)
        if pair is not None:
            yield _contradiction(about, difference, pair)


def _first_opposed(
    one: Sequence[Point[T]], other: Sequence[Point[T]], difference: Difference[T]
) -> tuple[Point[T], Point[T]] | None:
    return next(
        (
            (first, second)
            for first in one
            for second in other
            if may_contradict(first.telling, second.telling)
            and not difference.replaces(first.telling, second.telling)
            and not difference.replaces(second.telling, first.telling)
            and difference.opposed(first, second)
        ),
        None,
    )


def _contradiction(
    about: str, difference: Difference[T], pair: tuple[Point[T], Point[T]]
) -> Contradiction:
    first, second = sorted(
        pair, key=lambda point: (point.telling.published or "~", point.telling.claim.id)
    )
    return Contradiction(
        about=about,
        kind=difference.kind,
        first=first.telling.claim.id,
        second=second.telling.claim.id,
        first_words=first.words,
        second_words=second.words,
        because=difference.reason(first, second),
    )


def sentence(first: Point[T], second: Point[T], form: str) -> str:
    """Who says what and who says what else, the hearer told apart where both have one name."""
    one, other = speaker(first.telling), speaker(second.telling)
    if one == other:
        other = f"another report of {other}" if first.telling.published else f"{other} elsewhere"
    return form.format(one, first.shown, other, second.shown)
