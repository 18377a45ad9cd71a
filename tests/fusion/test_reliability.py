"""The user's ratings of outlets."""

from __future__ import annotations

import pytest

from secondsource.errors import UsageError
from secondsource.fusion import Reliability, outlet_key, read_ratings

FILES = [
    ("ratings.csv", "outlet,reliability\nSample Post,C\nthe Associated Press,b\n"),
    ("ratings.yaml", "Sample Post: C\nAP: B\n"),
]


@pytest.mark.parametrize(("name", "text"), FILES)
def test_outlets_are_rated_under_any_spelling(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = {rating.key: rating.reliability for rating in read_ratings(path)}
    assert found == {
        outlet_key("Associated Press"): Reliability.B,
        outlet_key("Sample Post"): Reliability.C,
    }


WRONG = [
    ("a letter that is none", "ratings.csv", "outlet,reliability\nSample Post,G\n", "line 2"),
    ("no letter", "ratings.yaml", "Sample Post:\n", "line 1"),
    ("rated twice", "ratings.yaml", "AP: B\nAssociated Press: C\n", "rated twice"),
    ("another column", "ratings.csv", "outlet,letter\nSample Post,A\n", "a column is missing"),
    ("a list", "ratings.yaml", "- Sample Post\n", "not mapped to letters"),
    ("no YAML", "ratings.yaml", "Sample Post: [\n", "no YAML"),
]


@pytest.mark.parametrize(
    ("name", "text", "message"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_a_wrong_file_says_where_and_what(tmp_path, name, text, message):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_ratings(path)


def test_a_missing_file_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_ratings(tmp_path / "none.csv")
