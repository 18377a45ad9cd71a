"""Directory rows of the views as table cells and as JSON records."""

from __future__ import annotations

from typing import Any

from pydantic import RootModel, TypeAdapter

from secondsource.views import ActorRow, HitRow, PlaceRow, ReportRow

_UNKNOWN = "—"
_ANY: TypeAdapter[Any] = TypeAdapter(Any)


def row_record(row: ActorRow | PlaceRow | ReportRow | HitRow) -> RootModel[Any]:
    """A row as a JSON record with the row's field names."""
    return RootModel[Any](_ANY.dump_python(row, mode="json"))


def hit_record(row: HitRow) -> RootModel[Any]:
    """A search hit as a JSON record."""
    return row_record(row)


def report_cells(row: ReportRow) -> tuple[str, ...]:
    """A report as cells."""
    claims = "not read" if row.claims is None else str(row.claims)
    title = row.title or row.path or row.url or _UNKNOWN
    return row.id, title, row.outlet or _UNKNOWN, row.published or "undated", claims


def actor_cells(row: ActorRow) -> tuple[str, ...]:
    """An actor as cells."""
    counts = (str(row.mentions), str(row.reports), str(row.claims))
    return row.id, row.name, row.kind.value, *counts, ", ".join(row.words)


def place_cells(row: PlaceRow) -> tuple[str, ...]:
    """A place as cells."""
    point = [_UNKNOWN if value is None else f"{value:.3f}" for value in (row.lat, row.lon)]
    area = (row.admin1 or _UNKNOWN, row.country or _UNKNOWN, row.precision.value)
    return row.name, *area, *point, str(row.mentions), ", ".join(row.words)


def hit_cells(row: HitRow) -> tuple[str, ...]:
    """A search hit as cells."""
    what = "claim" if row.claim else "report"
    where = row.outlet or row.title or row.report
    return what, where, row.published or "undated", row.snippet
