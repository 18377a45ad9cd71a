"""Directory rows of the views as table cells and as JSON records."""

from __future__ import annotations

from typing import Any

from pydantic import RootModel, TypeAdapter

from secondsource.cli.wording import UNKNOWN, day
from secondsource.reports import Rejection
from secondsource.views import ActorRow, HitRow, Overview, PlaceRow, ReportRow, WhyRow

_ANY: TypeAdapter[Any] = TypeAdapter(Any)


def row_record(
    row: ActorRow | PlaceRow | ReportRow | HitRow | WhyRow | Overview | Rejection,
) -> RootModel[Any]:
    """A row as a JSON record with the row's field names."""
    return RootModel[Any](_ANY.dump_python(row, mode="json"))


def report_cells(row: ReportRow) -> tuple[str, ...]:
    """A report as cells."""
    claims = "not read" if row.claims is None else str(row.claims)
    title = row.title or row.path or row.url or UNKNOWN
    return row.id, title, row.outlet or UNKNOWN, day(row.published), claims


def actor_cells(row: ActorRow) -> tuple[str, ...]:
    """An actor as cells."""
    counts = (str(row.mentions), str(row.reports), str(row.claims))
    return row.id, row.name, row.kind.value, *counts, ", ".join(row.words)


def place_cells(row: PlaceRow) -> tuple[str, ...]:
    """A place as cells."""
    point = [UNKNOWN if value is None else f"{value:.3f}" for value in (row.lat, row.lon)]
    area = (row.admin1 or UNKNOWN, row.country or UNKNOWN, row.precision.value)
    return row.name, *area, *point, str(row.mentions), ", ".join(row.words)


def rejection_cells(row: Rejection) -> tuple[str, ...]:
    """An input that gave no report as cells."""
    return row.input, row.kind.value, row.reason, row.next_step or UNKNOWN
