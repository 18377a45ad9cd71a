"""Pinned floors: what each measure must reach, on which corpus and sample."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from math import floor as whole
from pathlib import Path

from bench.figures import Figure
from secondsource.errors import UsageError

FLOORS = Path(__file__).with_name("floors.json")

_STEPS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least a measure may be.

    ``corpus`` is the hash of the set's files, ``limit`` the number of documents it was run on
    (``None`` for all); a floor holds only for both as pinned.
    """

    set: str
    measure: str
    limit: int | None
    value: float
    corpus: str

    @property
    def key(self) -> tuple[str, str, int | None]:
        return self.set, self.measure, self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowering:
    """A floor that was lowered on purpose, and why. ``date`` is ISO."""

    set: str
    measure: str
    limit: int | None
    was: float
    now: float
    reason: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """All floors with the history of those lowered."""

    floors: tuple[Floor, ...] = ()
    lowered: tuple[Lowering, ...] = ()

    def of(self, set_name: str, measure: str, limit: int | None) -> Floor | None:
        """The floor pinned for a measure at a limit."""
        key = set_name, measure, limit
        return next((floor for floor in self.floors if floor.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The figures of one set in one run."""

    set: str
    corpus: str
    limit: int | None
    figures: tuple[Figure, ...]
    seconds: float

    def fallen(self, figure: Figure, floor: Floor | None) -> bool:
        """Whether ``figure`` is below ``floor``, or gone, on the corpus that it was pinned on."""
        if floor is None or floor.corpus != self.corpus:
            return False
        return figure.value is None or figure.value < floor.value


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors of a file; none where there is no file."""
    if not path.exists():
        return Floors()
    rows = json.loads(path.read_text(encoding="utf-8"))
    return Floors(
        floors=tuple(Floor(**row) for row in rows["floors"]),
        lowered=tuple(Lowering(**row) for row in rows["lowered"]),
    )


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write one floor a line, sorted, so that a change reads well in a diff."""
    ordered = sorted(floors.floors, key=lambda row: (row.set, row.measure, row.limit or 0))
    sections = (("floors", ordered), ("lowered", floors.lowered))
    parts = [f' "{name}": [\n{_lines(rows)}\n ]' for name, rows in sections]
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def updated(floors: Floors, runs: Iterable[Scored], *, reason: str | None, today: str) -> Floors:
    """``floors`` with those of ``runs`` set to the figures reached, rounded down to 0.001.

    ``reason`` allows floors to be lowered and is recorded with each that is.

    Raises:
        UsageError: if a floor would be lowered and there is no reason.
    """
    rows = {floor.key: floor for floor in floors.floors}
    lowered = list(floors.lowered)
    for fresh in (floor for run in runs for floor in _reached(run)):
        before = rows.get(fresh.key)
        if before is not None and fresh.value < before.value:
            lowered.append(_lowering(before, fresh, reason=reason or "", today=today))
        rows[fresh.key] = fresh
    fallen = lowered[len(floors.lowered) :]
    if fallen and not reason:
        raise UsageError(
            "floors", f"would be lowered: {_listed(fallen)}", "give --allow-lower REASON"
        )
    return replace(floors, floors=tuple(rows.values()), lowered=tuple(lowered))


def _reached(run: Scored) -> list[Floor]:
    return [
        Floor(
            set=run.set,
            measure=figure.measure,
            limit=run.limit,
            value=whole(figure.value * _STEPS) / _STEPS,
            corpus=run.corpus,
        )
        for figure in run.figures
        if figure.value is not None
    ]


def _lowering(before: Floor, after: Floor, *, reason: str, today: str) -> Lowering:
    return Lowering(
        set=before.set,
        measure=before.measure,
        limit=before.limit,
        was=before.value,
        now=after.value,
        reason=reason,
        date=today,
    )


def _listed(rows: Sequence[Lowering]) -> str:
    return "; ".join(f"{row.set} {row.measure} {row.was:.3f} → {row.now:.3f}" for row in rows)


def _lines(rows: Sequence[Floor | Lowering]) -> str:
    return ",\n".join(f"  {json.dumps(asdict(row), ensure_ascii=False)}" for row in rows)
