import pytest

from secondsource.annotations.places.cues import is_compass, read_cues
from secondsource.annotations.places.entries import Feature
from secondsource.text import Span

# text, name, phrase, and what else is expected of the cues
CASES = [
    ("in the town of Atareb, north", "Atareb", "the town of Atareb", {"type": Feature.PLACE}),
    ("a village 25 miles west of Baghdad -", "Baghdad", "25 miles west of Baghdad",
     {"km": pytest.approx(40.2, abs=0.1), "direction": "west", "near": True}),
    ("about 20 kilometers (12 miles) north-east of Homs", "Homs",
     "20 kilometers (12 miles) north-east of Homs", {"km": 20.0, "direction": "northeast"}),
    ("just one mile away from Baghdad", "Baghdad", "one mile away from Baghdad",
     {"km": pytest.approx(1.6, abs=0.1), "near": True, "direction": None}),
    ("west of Aleppo, at", "Aleppo", "west of Aleppo", {"direction": "west", "km": None}),
    ("areas of northern Syria.", "Syria", "northern Syria", {"part": "northern", "near": False}),
    ("the northern province of Idlib", "Idlib", "the northern province of Idlib",
     {"part": None, "type": Feature.ADMIN1}),
    ("hit near Raqqa on", "Raqqa", "Raqqa", {"near": True}),
    ("fighting outside the city of Hama", "Hama", "the city of Hama",
     {"near": True, "type": Feature.PLACE}),
    ("in Diyala province, a", "Diyala", "Diyala province",
     {"preposition": "in", "type": Feature.ADMIN1}),
    ("in Aleppo", "Aleppo", "Aleppo", {"preposition": "in", "near": False, "type": None}),
    ("Obama said Turkey would", "Turkey", "Turkey", {"preposition": None, "near": False}),
    ("BEIRUT (Reuters) - Rebels", "BEIRUT", "BEIRUT", {"dateline": True}),
    ("Aleppo was quiet", "Aleppo", "Aleppo", {"dateline": False}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "phrase", "expected"), CASES)
def test_cues(text: str, name: str, phrase: str, expected: dict[str, object]) -> None:
    start = text.index(name)
    cues = read_cues(text, Span(0, len(text)), Span(start, start + len(name)))
    assert cues.phrase.of(text) == phrase
    assert {field: getattr(cues, field) for field in expected} == expected


def test_cues_stay_inside_the_paragraph() -> None:
    text = "the town of\nAtareb"
    cues = read_cues(text, Span(12, 18), Span(12, 18))
    assert cues.phrase == Span(12, 18)
    assert cues.type is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Eastern", True), ("north-west", True), ("NORTHERN", True), ("Norther", False), ("", False)],
)
def test_compass_words(word: str, expected: bool) -> None:
    assert is_compass(word) is expected
