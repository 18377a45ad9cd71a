"""What a cursor may say."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.errors import UsageError
from secondsource.ledger.cursors import read_cursor, write_cursor

PLACES = st.lists(
    st.none()
    | st.integers(min_value=-(2**63) + 1, max_value=2**63 - 1)
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"))
)


@given(place=PLACES)
def test_a_place_comes_back(place: list[str | int | None]) -> None:
    assert read_cursor(write_cursor(*place)) == place


@pytest.mark.parametrize(
    "said",
    [[2**63], [1.5], [True], [{}], [["a"]], ["\ud800"], ["a\0b"], {"a": 1}, 3, "a", None],
    ids=ascii,
)
def test_what_no_database_compares_is_no_cursor(said: object) -> None:
    with pytest.raises(UsageError, match="no cursor"):
        read_cursor(base64.urlsafe_b64encode(json.dumps(said).encode()).decode())


@pytest.mark.parametrize("said", ["", "!", "a", "é", "WzFd" * 3, "\ud800"], ids=ascii)
def test_what_is_no_writing_is_no_cursor(said: str) -> None:
    with pytest.raises(UsageError, match="no cursor"):
        read_cursor(said)
