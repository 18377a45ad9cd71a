"""The reader of incidents: windows, and the model as shipped on plain sentences."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from secondsource.annotations import IncidentRole, IncidentType, load_incident_reader
from secondsource.annotations.engines.decoding import SINGLE
from secondsource.annotations.engines.incidents import IncidentReader, Outputs
from secondsource.text import Span
from tests.annotations.engines.speaking import tokenizer

ARMY = 2
TYPES = tuple(IncidentType)


def army_is_blamed(pieces: NDArray[np.int64]) -> Outputs:
    """Takes every "army" for an organization, and a text for the likelier an attack the longer."""
    tags = np.zeros((len(pieces), len(IncidentRole), 5), dtype=np.float32)
    tags[..., 0] = 5.0
    tags[pieces == ARMY, IncidentRole.ORGANIZATION, SINGLE] = 10.0
    types = np.zeros(len(TYPES), dtype=np.float32)
    types[TYPES.index(IncidentType.ATTACK)] = len(pieces)
    kinds = np.zeros((len(pieces), len(TYPES)), dtype=np.float32)
    return Outputs(tags=tags, types=types, kinds=kinds)


def test_words_keep_their_scores_over_windows() -> None:
    text = "the army left. " * 200
    windows = IncidentReader(tokenizer(), army_is_blamed).read(text, [Span(0, len(text))])
    assert len(windows) == 2
    found = [
        window.words[start].of(text)
        for window in windows
        for start, end in window.runs(IncidentRole.ORGANIZATION, 0.0)
        if end == start + 1
    ]
    assert found == ["army"] * 200
    assert not any(window.runs(IncidentRole.VICTIM, 0.0) for window in windows)
    assert windows[0].types.max() > windows[1].types.max()
    np.testing.assert_allclose(np.exp(windows[0].tags).sum(axis=-1), 1.0, rtol=1e-5)


def test_a_text_without_words_has_no_windows() -> None:
    assert IncidentReader(tokenizer(), army_is_blamed).read("", []) == ()


@pytest.mark.parametrize("spelt", [str, str.upper, str.lower])
@pytest.mark.parametrize(
    ("text", "kind", "role", "words"),
    [
        (
            "A car bomb exploded outside a police station on Tuesday, killing six people.",
            IncidentType.BOMBING,
            IncidentRole.INSTRUMENT,
            "car bomb",
        ),
        (
            "Armed men kidnapped the mayor, Jose Perez, from his home yesterday.",
            IncidentType.KIDNAPPING,
            IncidentRole.VICTIM,
            "Jose Perez",
        ),
    ],
)
def test_plain_incidents_are_read_in_any_case(
    text: str, kind: IncidentType, role: IncidentRole, words: str, spelt: type[str]
) -> None:
    given = spelt(text)
    [window] = load_incident_reader().read(given, [Span(0, len(given))])
    assert TYPES[int(window.types.argmax())] is kind
    assert window.types.max() > 0
    found = [
        given[window.words[start].start : window.words[end - 1].end]
        for start, end in window.runs(role, 3.0)
    ]
    assert spelt(words) in found


def test_talks_are_no_incident() -> None:
    text = "The minister met the ambassador to discuss trade on Monday."
    [window] = load_incident_reader().read(text, [Span(0, len(text))])
    assert window.types.max() < 0
