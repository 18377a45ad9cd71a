"""The bench's one table, written line by line as sets are done."""

from __future__ import annotations

from bench.figures import Figure
from bench.floors import Floors, Scored

_ROW = "{:<20} {:<50} {:>7} {:>7} {:>7} {:>8}  {}"


def header() -> str:
    """The line of column names."""
    return _ROW.format("set", "measure", "figure", "floor", "n", "seconds", "").rstrip()


def lines(run: Scored, floors: Floors) -> list[str]:
    """One line a figure; the time is that of the whole set and stands in its first line."""
    return [
        _line(run, figure, floors, seconds=f"{run.seconds:.1f}" if index == 0 else "")
        for index, figure in enumerate(run.figures)
    ]


def skipped(set_name: str, why: str) -> str:
    """The line of a set that was not run."""
    return _ROW.format(set_name, why, "", "", "", "", "").rstrip()


def _line(run: Scored, figure: Figure, floors: Floors, *, seconds: str) -> str:
    floor = floors.of(run.set, figure.measure, run.limit)
    notes = [figure.note] if figure.note else []
    if floor is not None and floor.corpus != run.corpus:
        notes.append("floor pinned on another corpus")
    if run.fallen(figure, floor):
        notes.append("BELOW FLOOR")
    return _ROW.format(
        run.set,
        figure.measure,
        "–" if figure.value is None else f"{figure.value:.3f}",
        "" if floor is None else f"{floor.value:.3f}",
        figure.n,
        seconds,
        ", ".join(notes),
    ).rstrip()
