"""What becomes of the trained reader's answers, given here as words of the text."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from secondsource.annotations.attribution_records import AttributionMention, QuoteKind, SourceType
from secondsource.annotations.attributions import find_attributions_with
from secondsource.annotations.engines.decoding import log_probabilities, tags_of
from secondsource.annotations.engines.parser import Parser
from secondsource.annotations.engines.tagging import Role, Tagged, TagScores
from secondsource.annotations.records import Layers
from secondsource.errors import LayerOrder
from secondsource.text import Span
from tests.annotations.attributions.sentences import report_of
from tests.annotations.engines.speaking import reader


def _spans(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def _tagged(
    text: str, source: tuple[str, ...], cue: tuple[str, ...], content: tuple[str, ...]
) -> Tagged:
    return Tagged(
        source=_spans(text, source), cue=_spans(text, cue), content=_spans(text, content), score=0.9
    )


def _read(parser: Parser, text: str, *rows: Tagged) -> tuple[AttributionMention, ...]:
    report = report_of(text)
    (parse,) = parser.parse([report])
    return find_attributions_with(Layers(report=report, parse=parse), rows)


def test_a_cue_that_no_rule_knows_is_read(parser: Parser) -> None:
    text = "The two leaders swapped barbs over who would pay for the dam."
    row = _tagged(
        text, ("The two leaders",), ("swapped barbs over",), ("who would pay for the dam",)
    )
    (found,) = _read(parser, text, row)
    assert (found.source, found.cue, found.content) == (row.source, row.cue, row.content)
    assert found.source_type is SourceType.OFFICE_HOLDER
    assert found.kind is QuoteKind.INDIRECT
    assert "90% sure" in found.why


def test_the_tagger_says_where_spans_end_and_the_rule_who_was_told(parser: Parser) -> None:
    text = "A negotiator told Reuters on Monday that the brigade would leave, although none did."
    row = _tagged(text, ("A negotiator",), ("told",), ("that the brigade would leave",))
    (found,) = _read(parser, text, row)
    assert found.content == row.content
    assert found.via is not None
    assert found.via.of(text) == "Reuters"
    assert "“tell”" in found.why


def _sure_by(text: str, row: Tagged, margin: float) -> Tagged:
    """The row with scores that prefer its own tag, at each word, by ``margin``."""
    words = tuple(Span(*found.span()) for found in re.finditer(r"\w+|[^\w\s]", text))
    scores = np.zeros((len(Role), len(words), 5), dtype=np.float32)
    for role in Role:
        inside = np.array([any(map(word.overlaps, row.spans(role))) for word in words])
        scores[role, np.arange(len(words)), tags_of(inside)] = margin
    return replace(row, scores=TagScores(words=words, tags=log_probabilities(scores)))


@pytest.mark.parametrize(
    ("margin", "content"),
    [(0.1, "that the brigade would leave the town"), (9.0, "that the brigade would leave")],
)
def test_a_rule_ends_a_span_where_the_tagger_is_in_doubt(
    parser: Parser, margin: float, content: str
) -> None:
    text = "A negotiator said that the brigade would leave the town."
    row = _tagged(text, ("A negotiator",), ("said",), ("that the brigade would leave",))
    (found,) = _read(parser, text, _sure_by(text, row, margin))
    assert [span.of(text) for span in found.content] == [content]


@pytest.mark.parametrize(
    ("text", "cue", "read"),
    [
        ("The army said that it left.", "said", True),
        ("The army winked that it left.", "winked", False),
    ],
)
def test_a_doubtful_cue_needs_a_rule(parser: Parser, text: str, cue: str, read: bool) -> None:
    row = replace(_tagged(text, ("The army",), (cue,), ("that it left",)), score=0.3)
    assert bool(_read(parser, text, row)) is read


def test_a_relative_pronoun_stands_for_its_noun(parser: Parser) -> None:
    text = "A deserter who said the road was mined crossed the border."
    (found,) = _read(parser, text, _tagged(text, ("who",), ("said",), ("the road was mined",)))
    assert found.antecedent is not None
    assert found.antecedent.of(text) == "A deserter"


def test_quotation_marks_are_kept_whole(parser: Parser) -> None:
    text = "“The town has fallen,” the mayor said."
    row = _tagged(text, ("the mayor",), ("said",), ("The town has fallen",))
    (found,) = _read(parser, text, row)
    assert [span.of(text) for span in found.content] == ["“The town has fallen,”"]
    assert found.kind is QuoteKind.DIRECT


def test_an_attribution_without_a_source_stays_without(parser: Parser) -> None:
    text = "The bridge was reportedly destroyed."
    row = _tagged(text, (), ("reportedly",), ("The bridge was",))
    (found,) = _read(parser, text, row)
    assert found.source == ()
    assert found.source_type is None


def test_inner_attributions_know_what_holds_them(parser: Parser) -> None:
    text = "The envoy said the army claims it left."
    outer = _tagged(text, ("The envoy",), ("said",), ("the army claims it left",))
    inner = _tagged(text, ("the army",), ("claims",), ("it left",))
    found = _read(parser, text, outer, inner)
    assert [row.nested_in for row in found] == [None, 0]


def test_the_readers_answers_fit(parser: Parser) -> None:
    report = report_of("The town fell. Rebels said the town fell.")
    (parse,) = parser.parse([report])
    (tagged,) = reader().read([report])
    (found,) = find_attributions_with(Layers(report=report, parse=parse), tagged)
    assert [span.of(report.text) for span in found.source] == ["Rebels"]


def test_the_parse_is_needed() -> None:
    with pytest.raises(LayerOrder, match="no parse"):
        find_attributions_with(Layers(report=report_of("He said no.")), ())


def test_plain_saying_that_the_tagger_passed_over_is_kept(parser: Parser) -> None:
    text = "The mayor said that the road was open. The guard believed that it was closed."
    (found,) = _read(parser, text)
    assert [span.of(text) for span in found.source] == ["The mayor"]
    assert "passed over" in found.why


def test_content_ends_before_the_sentence_of_the_next_speaker(parser: Parser) -> None:
    text = "According to a doctor, the market was hit at noon. The mayor said it was empty."
    rows = (
        _tagged(text, ("a doctor",), ("According to",), (text[23:-1],)),
        _tagged(text, ("The mayor",), ("said",), ("it was empty",)),
    )
    first, second = _read(parser, text, *rows)
    assert [span.of(text) for span in first.content] == ["the market was hit at noon."]
    assert second.nested_in is None


def test_a_hedge_has_no_source(parser: Parser) -> None:
    text = "The brigade reportedly took the dam."
    row = _tagged(text, ("The brigade",), ("reportedly",), ("The brigade", "took the dam"))
    (found,) = _read(parser, text, row)
    assert found.source == ()


def test_whoever_quotes_is_no_source(parser: Parser) -> None:
    text = "The general was quoted by state television as saying that the dam had burst."
    row = _tagged(text, ("state television",), ("was quoted",), ("that the dam had burst",))
    (found,) = _read(parser, text, row)
    assert [span.of(text) for span in found.source] == ["The general"]
    assert found.via is not None
    assert found.via.of(text) == "state television"


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“It is late. The envoy says he will sign,” a spokesman said.", "The envoy"),
        ("“It is late. I say he will sign,” a spokesman said.", None),
    ],
)
def test_a_third_partys_words_are_kept_inside_anothers(
    parser: Parser, text: str, inner: str | None
) -> None:
    quoted = text[: text.index("”") + 1]
    found = _read(parser, text, _tagged(text, ("a spokesman",), ("said",), (quoted,)))
    nested = [row.source[0].of(text) for row in found if row.nested_in is not None]
    assert nested == ([inner] if inner else [])


def test_whoever_is_accused_is_no_source(parser: Parser) -> None:
    text = "The governor, accused of selling grain, has fled."
    row = _tagged(text, ("The governor",), ("accused of",), ("selling grain",))
    (found,) = _read(parser, text, row)
    assert found.source == ()


def test_a_source_that_runs_on_gives_way_to_the_rules(parser: Parser) -> None:
    text = "According to the town hospital, four people died in the raid."
    row = _tagged(text, (text[13:-13],), ("According to",), ("in the raid",))
    (found,) = _read(parser, text, row)
    assert [span.of(text) for span in found.source] == ["the town hospital"]


def test_a_headlines_source_is_kept(parser: Parser) -> None:
    text = "Rebels seize border town: monitor\nThe town fell at noon, a monitor said."
    row = _tagged(text, ("a monitor",), ("said",), ("The town fell at noon",))
    assert [found.cue[0].of(text) for found in _read(parser, text, row)] == [":", "said"]


def test_a_turn_of_a_transcript_is_whole(parser: Parser) -> None:
    text = "HOST: Who won?\nSALEM HADDAD: Nobody won. We all lost."
    colon = Span(text.rindex(":"), text.rindex(":") + 1)
    row = replace(_tagged(text, ("SALEM HADDAD",), (":",), ("Nobody won",)), cue=(colon,))
    turns = [found.content[0].of(text) for found in _read(parser, text, row)]
    assert turns == ["Who won?", "Nobody won. We all lost."]


def test_the_name_of_a_genre_is_no_source(parser: Parser) -> None:
    text = "The parliament debates the truce. Explainer: how the war began."
    row = _tagged(text, ("Explainer",), (":",), ("how the war began",))
    assert _read(parser, text, row) == ()
