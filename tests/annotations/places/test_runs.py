import pytest

from secondsource.annotations.places.runs import find_runs
from secondsource.text import Span

CASES = [
    ("beside the village of Khan al-Sunbul in the north", ["Khan al-Sunbul"]),
    ("A US-led raid on Raqqa", ["A US", "Raqqa"]),
    ("Turkish-Syrian border", ["Turkish", "Syrian"]),
    ("in Al-Bukamal and Deir ez-Zor", ["Al-Bukamal", "Deir ez-Zor"]),
    ("the U.S. and St. Louis", ["U.S.", "St. Louis"]),
    ("Syria’s capital and Iraq's", ["Syria", "Iraq"]),
    ("Gulf of Aden", ["Gulf of Aden"]),
    ("nothing here", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_runs(text: str, expected: list[str]) -> None:
    runs = list(find_runs(text, Span(0, len(text))))
    assert [run.span(0, len(run.words)).of(text) for run in runs] == expected


def test_the_article_opens_no_name() -> None:
    text = "The Korean Peninsula"
    (run,) = find_runs(text, Span(0, len(text)))
    assert "Korean Peninsula" in {run.span(*part).of(text) for part in run.parts()}
    assert not any(run.span(*part).of(text).startswith("The") for part in run.parts())
