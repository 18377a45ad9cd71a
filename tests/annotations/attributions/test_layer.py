"""Attributions found in sentences written for these tests."""

from __future__ import annotations

import pytest

from secondsource.annotations.attribution_records import QuoteKind, SourceType
from secondsource.annotations.attributions import find_attributions
from secondsource.annotations.records import Layers
from secondsource.errors import LayerOrder
from tests.annotations.attributions.sentences import Read, report_of

# text, source, cue, fragments of content
VERBS = [
    (
        "The army says the tape was made in May, two days after reports that he had died.",
        "The army",
        "says",
        ["the tape was made in May"],
    ),
    (
        "The governor said that two villages had been shelled overnight.",
        "The governor",
        "said",
        ["that two villages had been shelled overnight"],
    ),
    (
        "Two villages were shelled overnight, a local doctor said.",
        "a local doctor",
        "said",
        ["Two villages were shelled overnight"],
    ),
    (
        "Five trucks crossed the border, he said, because the road was open.",
        "he",
        "said",
        ["Five trucks crossed the border", "because the road was open"],
    ),
    (
        "The brigade will leave the town, a negotiator told Reuters, although no date is set.",
        "a negotiator",
        "told",
        ["The brigade will leave the town"],
    ),
    (
        "The army denied that its troops had entered the city.",
        "The army",
        "denied",
        ["that its troops had entered the city"],
    ),
    (
        "The rebels threatened to cut the water supply.",
        "The rebels",
        "threatened",
        ["to cut the water supply"],
    ),
    (
        "Diplomats fear that the truce will collapse.",
        "Diplomats",
        "fear",
        ["that the truce will collapse"],
    ),
    (
        "The villagers hope that the road will reopen.",
        "The villagers",
        "hope",
        ["that the road will reopen"],
    ),
    (
        "Some analysts suspect the two groups coordinate their attacks.",
        "Some analysts",
        "suspect",
        ["the two groups coordinate their attacks"],
    ),
    (
        "The mayor is certain that the bridge was mined.",
        "The mayor",
        "is certain",
        ["that the bridge was mined"],
    ),
    (
        "The ministry accused the militia of burning the crops.",
        "The ministry",
        "accused",
        ["the militia of burning the crops"],
    ),
    (
        "A splinter group claimed responsibility for the bombing.",
        "A splinter group",
        "claimed",
        ["responsibility for the bombing"],
    ),
    (
        "The recording calls for attacks on the capital.",
        "The recording",
        "calls for",
        ["attacks on the capital"],
    ),
    (
        "The commander ordered his men to hold their fire.",
        "The commander",
        "ordered",
        ["his men to hold their fire"],
    ),
    (
        "The envoy urged both sides to respect the truce.",
        "The envoy",
        "urged",
        ["both sides to respect the truce"],
    ),
    (
        "The council vowed to rebuild the bridge.",
        "The council",
        "vowed",
        ["to rebuild the bridge"],
    ),
    (
        "The ministry has not said whether the pilot survived.",
        "The ministry",
        "has not said",
        ["whether the pilot survived"],
    ),
    (
        "Witnesses described the blast as the largest in years.",
        "Witnesses",
        "described",
        ["the blast as the largest in years"],
    ),
    (
        "The group said in a statement that it had withdrawn.",
        "The group",
        "said in a statement",
        ["that it had withdrawn"],
    ),
    (
        "The governor and two of his aides said the dam was safe.",
        "The governor and two of his aides",
        "said",
        ["the dam was safe"],
    ),
    (
        "Residents said the convoy had stopped and called on the army to leave.",
        "Residents",
        "said",
        ["the convoy had stopped"],
    ),
]

PASSED_ON = [
    (
        "The officials were quoted as saying that the road was closed.",
        "The officials",
        ["were quoted as saying"],
        ["that the road was closed"],
    ),
    (
        "The general was quoted by state television as saying that the town had fallen.",
        "The general",
        ["was quoted", "as saying"],
        ["that the town had fallen"],
    ),
    (
        "Reuters reported, citing two diplomats, that the talks had failed.",
        "Reuters",
        ["reported"],
        ["that the talks had failed"],
    ),
    (
        "Reuters reported, citing two diplomats, that the talks had failed.",
        "two diplomats",
        ["citing"],
        ["that the talks had failed"],
    ),
    (
        "A rebel commander told Reuters that an army officer had said the siege would end.",
        "an army officer",
        ["had said"],
        ["the siege would end"],
    ),
    (
        "The officer allegedly ordered that the prisoners be shot.",
        "The officer",
        ["ordered"],
        ["that the prisoners be shot"],
    ),
]

PHRASES = [
    (
        "According to a rebel spokesman, the airport fell at dawn.",
        "a rebel spokesman",
        "According to",
        ["the airport fell at dawn"],
    ),
    (
        "The airport fell at dawn, according to a rebel spokesman.",
        "a rebel spokesman",
        "according to",
        ["The airport fell at dawn"],
    ),
    (
        "The new force, according to two officials, would guard the border.",
        "two officials",
        "according to",
        ["The new force", "would guard the border"],
    ),
    (
        "As one diplomat put it, the talks were over before they began.",
        "one diplomat",
        "put it",
        ["the talks were over before they began"],
    ),
    (
        "His warning that the city would fall was ignored.",
        "His",
        "warning",
        ["that the city would fall"],
    ),
    (
        "The council renewed its call for a ceasefire in the north.",
        "its",
        "call for",
        ["a ceasefire in the north"],
    ),
]

SPEECH = [
    (
        "“We will not leave this town,” the commander said.",
        "the commander",
        "said",
        ["“We will not leave this town,”"],
    ),
    (
        "“We will not leave this town,” said the commander. “Our families live here.”",
        "the commander",
        "said",
        ["“We will not leave this town,”", "“Our families live here.”"],
    ),
    (
        "“We will not leave,” he said, “until the army goes home.”",
        "he",
        "said",
        ["“We will not leave,”", "“until the army goes home.”"],
    ),
    (
        "A militia source told Reuters: “There are voices who want peace with them.”",
        "A militia source",
        "told",
        ["“There are voices who want peace with them.”"],
    ),
    (
        "“We will not leave this town,” he said.\n“Our families live here, and so do we.”",
        "he",
        "said",
        ["“We will not leave this town,”", "“Our families live here, and so do we.”"],
    ),
    (
        "“We came at night and found nobody.\n“In the morning they shot at us,” a soldier said.",
        "a soldier",
        "said",
        ["“We came at night and found nobody.\n“In the morning they shot at us,”"],
    ),
    (
        'American officials called the raids "successful".',
        "American officials",
        "called",
        ['the raids "successful"'],
    ),
]


def _words(text: str, spans: tuple) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(("text", "source", "cue", "content"), [*VERBS, *PHRASES, *SPEECH])
def test_source_cue_and_content(
    read: Read, text: str, source: str, cue: str, content: list[str]
) -> None:
    found = [
        (_words(text, row.source), _words(text, row.cue), _words(text, row.content))
        for row in read(text)
    ]
    assert ([source], [cue], content) in found


@pytest.mark.parametrize(("text", "source", "cue", "content"), PASSED_ON)
def test_words_that_others_pass_on(
    read: Read, text: str, source: str, cue: list[str], content: list[str]
) -> None:
    found = [
        (_words(text, row.source), _words(text, row.cue), _words(text, row.content))
        for row in read(text)
    ]
    assert ([source], cue, content) in found


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It is believed that the hostages were moved.", "that the hostages were moved"),
        (
            "It was reported that the bridge had been destroyed.",
            "that the bridge had been destroyed",
        ),
        ("It is understood the pilot survived.", "the pilot survived"),
    ],
)
def test_what_is_believed_has_no_source(read: Read, text: str, content: str) -> None:
    (found,) = read(text)
    assert found.source == ()
    assert _words(text, found.content) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the village and withdrew on Tuesday.",
        "Fighters seized the airport after a siege of two weeks.",
        "A group called the Northern Brigade holds the hill.",
        "The bridge was reportedly destroyed.",
        "The blast claimed five lives and left a crater.",
        "The families found shelter in a school.",
        "Rescue workers responded to the attack within minutes.",
    ],
)
def test_the_outlets_own_voice_is_no_attribution(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The leader was said to have been killed in an air strike.",
            ["The leader", "to have been killed in an air strike"],
        ),
        (
            "The envoy is believed to be in the capital.",
            ["The envoy", "to be in the capital"],
        ),
        ("There are reports that the dam was hit.", ["that the dam was hit"]),
    ],
)
def test_where_nobody_is_named_there_is_no_source(
    read: Read, text: str, content: list[str]
) -> None:
    (row,) = read(text)
    assert row.source == ()
    assert row.source_type is None
    assert _words(text, row.content) == content


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The road is closed, an official told The Associated Press.", "The Associated Press"),
        ("An activist told AFP that the road is closed.", "AFP"),
        ("The minister told parliament that the road is closed.", None),
    ],
)
def test_the_outlet_that_was_told(read: Read, text: str, via: str | None) -> None:
    (row,) = read(text)
    assert (row.via.of(text) if row.via else None) == via


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The governor said the road was closed.", QuoteKind.INDIRECT),
        ("“The road is closed to everyone,” the governor said.", QuoteKind.DIRECT),
        ("The governor said the road was “closed to everyone”.", QuoteKind.MIXED),
    ],
)
def test_kind_follows_the_quotation_marks(read: Read, text: str, kind: QuoteKind) -> None:
    assert [row.kind for row in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Reuters said the road was closed.", SourceType.OUTLET),
        ("A BBC correspondent said the road was closed.", SourceType.OUTLET),
        ("The recording says the road is closed.", SourceType.DOCUMENT),
        ("A diplomat said the road was closed.", SourceType.ANONYMOUS),
        ("The president said the road was closed.", SourceType.OFFICE_HOLDER),
        ("Villagers said the road was closed.", SourceType.ANONYMOUS),
        ("The United Nations said the road was closed.", SourceType.NAMED_ORGANISATION),
        ("John Kerry said the road was closed.", SourceType.NAMED_PERSON),
        ("A tweet said the road was closed.", SourceType.SOCIAL_MEDIA),
        ("He said the road was closed.", None),
    ],
)
def test_sort_of_source(read: Read, text: str, sort: SourceType | None) -> None:
    assert [row.source_type for row in read(text)] == [sort]


def test_speech_within_speech_is_nested(read: Read) -> None:
    text = "“The minister says the army misjudged the danger,” a spokesman said."
    inner, outer = sorted(read(text), key=lambda row: row.cue)
    assert _words(text, inner.source) == ["The minister"]
    assert _words(text, outer.source) == ["a spokesman"]
    assert inner.nested_in == read(text).index(outer)
    assert outer.nested_in is None


def test_a_relative_pronoun_keeps_what_it_stands_for(read: Read) -> None:
    text = "They met a deserter who said that the depot was empty."
    (row,) = read(text)
    assert _words(text, row.source) == ["who"]
    assert row.antecedent is not None
    assert row.antecedent.of(text) == "a deserter"
    assert row.source_type is SourceType.ANONYMOUS


def test_a_negated_cue_says_so(read: Read) -> None:
    text = "The ministry has not said the pilot survived but its planes have left the base."
    row = next(row for row in read(text) if "negated" in row.why)
    assert _words(text, row.content) == ["the pilot survived"]


def test_a_long_lede_whose_speakers_the_parser_hangs_on_the_noun_before(read: Read) -> None:
    text = (
        "Commanders from both movements met in a school near the border on Monday and settled on "
        "a plan to halt their feud and fight their opponents, a senior opposition figure and a "
        "militia leader have told The Associated Press."
    )
    row = next(row for row in read(text) if _words(text, row.cue) == ["have told"])
    assert _words(text, row.source) == ["a senior opposition figure and a militia leader"]
    assert _words(text, row.content) == [text[: text.index(", a senior")]]


def test_without_a_parse_the_order_of_layers_is_wrong() -> None:
    with pytest.raises(LayerOrder):
        find_attributions(Layers(report=report_of("He said so.")))
