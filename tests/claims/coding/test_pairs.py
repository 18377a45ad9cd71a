"""The trained reader and the rules together on pairs."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims import EventType, PairQuery, code_pairs
from secondsource.claims.coding.pairs import best_type
from secondsource.text import Span
from tests.claims.coding.answering import Answering
from tests.claims.reading import layers_of

TEXT = "Nothing new came. Rebels attacked the army near Aleppo. It rained."
REBELS = Span(TEXT.index("Rebels"), TEXT.index("Rebels") + 6)
ARMY = Span(TEXT.index("the army"), TEXT.index("the army") + 8)
QUERY = PairQuery(id="p", source=REBELS, target=ARMY)


@pytest.mark.parametrize(
    ("scores", "kind"),
    [
        ({"ACCUSE": 20.0}, "ACCUSE"),
        ({}, "ASSAULT"),
        ({"": 20.0}, None),
        ({"CONCEDE": 9.6, "RETREAT": 9.7, "SUPPORT": 10.0}, "RETREAT"),
    ],
)
def test_the_sure_reader_wins_and_the_rules_break_ties(
    parser: Parser, scores: dict[str, float], kind: str | None
) -> None:
    [found] = code_pairs(layers_of(parser, TEXT), (), [QUERY], Answering(scores))
    assert (found.type.value if found.type else None) == kind


def test_scores_are_probabilities_the_highest_first(parser: Parser) -> None:
    layers = layers_of(parser, TEXT)
    [found] = code_pairs(layers, (), [QUERY], Answering({"AID": 6.0, "REJECT": 5.0}))
    given = [score for _, score in found.scores]
    assert given == sorted(given, reverse=True)
    assert 0.9 < sum(given) <= 1.001
    assert found.scores[0][0] is found.type is EventType.AID


def test_the_reader_sees_the_sentence_of_the_mentions_only(parser: Parser) -> None:
    reader = Answering({})
    code_pairs(layers_of(parser, TEXT), (), [QUERY], reader)
    [(text, source, target)] = reader.asked
    assert text == "Rebels attacked the army near Aleppo."
    assert (source.of(text), target.of(text)) == ("Rebels", "the army")


def test_steps_back_are_weighed_together() -> None:
    chances = dict.fromkeys([*EventType, None], 0.0)
    chances |= {EventType.CONCEDE: 0.3, EventType.RETREAT: 0.25, EventType.AID: 0.4}
    assert best_type(chances) is EventType.CONCEDE
    assert best_type(chances | {EventType.AID: 0.6}) is EventType.AID
