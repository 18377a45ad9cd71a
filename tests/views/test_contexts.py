"""Every field of every context says what it means."""

from __future__ import annotations

from dataclasses import Field, fields, is_dataclass

import pytest

from secondsource.views import contexts

ALL = [
    found
    for found in vars(contexts).values()
    if is_dataclass(found) and found.__module__ == contexts.__name__
]


@pytest.mark.parametrize(
    "field",
    [
        pytest.param(field, id=f"{context.__name__}.{field.name}")
        for context in ALL
        for field in fields(context)
    ],
)
def test_a_field_has_help(field: Field[object]) -> None:
    words = field.metadata.get("help", "")
    assert words.endswith((".", "…"))
    assert len(words) > 6
