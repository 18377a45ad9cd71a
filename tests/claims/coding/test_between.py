"""What the rules read between two mentions."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims import EventType, PairQuery, extract_claims
from secondsource.claims.coding.between import read_pairs
from secondsource.text import Span
from tests.claims.reading import layers_of

READ = [
    ("[Rebels] attacked the (army) near Aleppo.", "ASSAULT"),
    ("The (army) was attacked by [rebels] near Aleppo.", "ASSAULT"),
    ("[Turkey] agreed to help (Jordan) with the refugees.", "AGREE"),
    ("[The opposition] rejected calls to negotiate with the (government).", "REJECT"),
    ("[The minister] accused (Hezbollah) of sending fighters to Qusayr.", "ACCUSE"),
    ("[Police] arrested (two activists) on Monday.", "COERCE"),
    ("The (journalist) was kidnapped last week by [a militia].", "ASSAULT"),
    ("[The envoy] met the (foreign minister) in Geneva.", "CONSULT"),
    ("[Qatar] is near (Bahrain).", None),
]


@pytest.mark.parametrize(("marked", "kind"), READ)
def test_reading(parser: Parser, marked: str, kind: str | None) -> None:
    text, query = asked(marked)
    layers = layers_of(parser, text)
    [found] = read_pairs(layers, extract_claims(layers), [query])
    assert (found.type.value if found.type else None) == kind


@pytest.mark.parametrize(
    ("marked", "kind", "against"),
    [
        ("(Rebels) attacked the [army] near Aleppo.", None, "ASSAULT"),
        ("The [army] was attacked by (rebels) near Aleppo.", None, "ASSAULT"),
        ("(France) accused [Russia] of lying.", None, "ACCUSE"),
        ("(Rebels) clashed with the [army] near Aleppo.", "ASSAULT", None),
        ("(Turkey) met the [envoy] in Geneva.", "CONSULT", None),
        ("(Turkey) attacked [Syria], and Syria threatened Turkey.", None, "ASSAULT"),
    ],
)
def test_what_is_done_the_other_way_round_speaks_against_the_same(
    parser: Parser, marked: str, kind: str | None, against: str | None
) -> None:
    text, query = asked(marked)
    layers = layers_of(parser, text)
    [found] = read_pairs(layers, extract_claims(layers), [query])
    assert (found.type.value if found.type else None) == kind
    assert (found.against.value if found.against else None) == against


def test_answers_come_in_the_order_of_the_questions(parser: Parser) -> None:
    text, query = asked("[Rebels] attacked the (army). Turkey met the envoy.")
    met = PairQuery(id="met", source=span(text, "Turkey"), target=span(text, "envoy"))
    found = read_pairs(layers_of(parser, text), (), [met, query])
    assert [row.type for row in found] == [EventType.CONSULT, EventType.ASSAULT]


def span(text: str, words: str) -> Span:
    """Where ``words`` stand."""
    return Span(text.index(words), text.index(words) + len(words))


def asked(marked: str) -> tuple[str, PairQuery]:
    """The text without brackets, and the pair of the words in square and in round ones."""
    text, spans, opened = "", {}, 0
    for character in marked:
        if character in "[(":
            opened = len(text)
        elif character in "])":
            spans[character] = Span(opened, len(text))
        else:
            text += character
    return text, PairQuery(id="p", source=spans["]"], target=spans[")"])
