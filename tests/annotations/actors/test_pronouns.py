"""Whom pronouns stand for, and what is said where that is not sure."""

from __future__ import annotations

import pytest

from secondsource.annotations.records import ActorMention
from tests.annotations.actors.reading import actors_of

IS, NUSRA, HAMAS = "islamic-state", "nusra-front", "hamas"


def last(text: str, words: str) -> ActorMention | None:
    """The last mention that stands exactly on ``words``."""
    return next((m for m in reversed(actors_of(text)) if m.span.of(text) == words), None)


LINKED = [
    ("Samir Haddad fled to Beirut. He was seen there on Monday.", "He", "x-samir-haddad"),
    ("Leila Nasser met Samir Haddad in Beirut. She left on Monday.", "She", "x-leila-nasser"),
    ("Leila Nasser met Samir Haddad in Beirut. He left on Monday.", "He", "x-samir-haddad"),
    ("Samir Haddad, a doctor, said he had seen the blast.", "he", "x-samir-haddad"),
    ("Hamas said it would hold the border.", "it", HAMAS),
    ("Hamas buried its fighters on Friday.", "its", HAMAS),
    ("The commission forced Hamas to free its prisoners.", "its", HAMAS),
    ("Hamas held the town for a year. Its men dug tunnels.", "Its", HAMAS),
    ("Isis and Nusra met in Homs. Their truce held for a week.", "Their", (IS, NUSRA)),
    ("Isis and Nusra met in Homs. Reuters reported that they signed.", "they", (IS, NUSRA)),
    ("Nusra leader Samir Haddad wrote a letter. In it, he threatened the army.", "he",
     "x-samir-haddad"),
    ("Samir Haddad killed himself in jail.", "himself", "x-samir-haddad"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "meant"), LINKED)
def test_linked(text: str, words: str, meant: object) -> None:
    mention = last(text, words)
    assert mention is not None
    assert (mention.members or mention.actor) == meant
    assert mention.antecedents
    assert all(span.end <= mention.span.start for span in mention.antecedents)


UNSURE = [
    ("Samir Haddad left at noon. Karim Aziz came at night, and Omar Saleh spoke. He fell.", "He"),
    ("The army fought Nusra near Homs, and Hamas fought Hezbollah there. They lost men.", "They"),
]


@pytest.mark.parametrize(("text", "words"), UNSURE)
def test_where_two_fit_no_link_is_made_and_the_reason_names_both(text: str, words: str) -> None:
    mention = last(text, words)
    assert mention is not None
    assert (mention.actor, mention.members, mention.antecedents) == (None, (), ())
    assert mention.why.endswith("both fit")


NOBODY = [
    ("He was seen on Monday. Samir Haddad fled.", "He"),
    ("Leila Nasser left Beirut. He was seen on Monday.", "He"),
    ("The road was mined. He fell.", "He"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_nobody_who_comes_later_or_disagrees_is_linked(text: str, words: str) -> None:
    mention = last(text, words)
    assert mention is not None
    assert mention.actor is None
    assert mention.why == "nobody before it fits"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hamas met in Gaza. It is raining there.", "It"),
        ("Hamas shelled the bridge, making it one of many in ruins.", "it"),
        ("The bridge fell and its pillars sank.", "its"),
    ],
)
def test_an_it_that_is_nobody_is_no_mention(text: str, words: str) -> None:
    assert last(text, words) is None


def test_who_does_something_to_somebody_is_not_that_somebody() -> None:
    text = "Samir Haddad, a medic, said that Omar Saleh shot him."
    mention = last(text, "him")
    assert mention is not None
    assert mention.actor == "x-samir-haddad"


def test_a_pronoun_points_back_to_somebody_without_a_name() -> None:
    text = "A Turkish commander gave an order. He then left the camp."
    mention = last(text, "He")
    assert mention is not None
    assert (mention.actor, mention.why) == (None, "refers back to 'commander'")
    assert [span.of(text) for span in mention.antecedents] == ["A Turkish commander"]


def test_planes_are_not_given_to_a_group() -> None:
    text = "Nusra said the United States had lied: its planes were over Homs."
    mention = last(text, "its")
    assert mention is not None
    assert mention.actor == "united-states"
