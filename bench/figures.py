"""One line of the bench's table."""

from __future__ import annotations

from dataclasses import dataclass

NOT_OFFERED = "not offered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measure of one set, the higher the better.

    ``value`` is ``None`` where nothing was scored, and ``note`` says why; ``n`` counts the things
    judged.
    """

    measure: str
    value: float | None
    n: int
    note: str = ""


def share(measure: str, hits: int, n: int, note: str = "") -> Figure:
    """The figure ``hits / n``, without a value where there was nothing to judge."""
    if not n:
        return Figure(measure=measure, value=None, n=0, note=note or "nothing to judge")
    return Figure(measure=measure, value=hits / n, n=n, note=note)


def not_offered(measure: str, layer: str) -> Figure:
    """The line of a measure whose layer the program does not have."""
    return Figure(measure=measure, value=None, n=0, note=f"{NOT_OFFERED}: {layer}")
