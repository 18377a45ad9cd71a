"""JSON as nested values, for formats that are JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def line_of(value: Json) -> str:
    """One line of JSON, with its line end."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def known(values: dict[str, Json]) -> dict[str, Json]:
    """``values`` without those that are absent: null, or a list of nothing."""
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def listed(head: dict[str, Json], name: str, items: Iterable[Json]) -> Iterator[str]:
    """An object of ``head`` and, last, a list of ``items``, written as the items come."""
    opening = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    between = "," if head else ""
    yield f"{opening[:-1]}{between}{json.dumps(name)}:[\n"
    parted = ""
    for item in items:
        yield parted + line_of(item)[:-1]
        parted = ",\n"
    yield "\n]}\n"
