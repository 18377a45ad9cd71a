"""Whom definite descriptions stand for, and what is said where that is not sure."""

from __future__ import annotations

import pytest

from secondsource.annotations.records import ActorMention
from tests.annotations.actors.reading import actors_of

IS, NUSRA, AHRAR = "islamic-state", "nusra-front", "ahrar-al-sham"


def last(text: str, words: str) -> ActorMention:
    return next(m for m in reversed(actors_of(text)) if m.span.of(text) == words)


LINKED = [
    ("Hezbollah denied it. The movement said nothing more.", "movement", "hezbollah"),
    ("Isis took Raqqa. Residents fled. The organisation raised a flag.", "organisation", IS),
    ("Nusra militants entered Homs. Isis watched. The militants then left.", "militants", NUSRA),
    ("The UN Security Council met. Isis shelled Homs. The council condemned it.", "council",
     "un-security-council"),
    ("President Barack Obama spoke. The president wants a truce.", "president", "barack-obama"),
    ("Colonel Omar Saleh and Commander Ali Hasan fell. The colonel was from Homs.", "colonel",
     "x-omar-saleh"),
    ("Nusra and IS met. The former wanted a truce.", "former", NUSRA),
    ("Nusra and IS met. The latter wanted a truce.", "latter", IS),
    ("Nusra, IS and Ahrar al-Sham met. The three groups agreed on a truce.", "groups",
     (NUSRA, IS, AHRAR)),
    ("Nusra, IS and Ahrar al-Sham met. All three signed.", "three", (NUSRA, IS, AHRAR)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "meant"), LINKED)
def test_linked(text: str, words: str, meant: object) -> None:
    mention = last(text, words)
    assert (mention.members or mention.actor) == meant
    assert mention.antecedents


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nusra fought Ahrar al-Sham near Homs. The group lost men.", "group"),
        ("A Turkish official and an Iraqi official met. The official was tired.", "official"),
        ("President Barack Obama met President Hassan Rouhani. The president was tired.",
         "president"),
        ("Isis and Nusra shelled Homs. The extremists then left.", "extremists"),
    ],
)  # fmt: skip
def test_where_two_fit_no_link_is_made_and_the_reason_names_both(text: str, words: str) -> None:
    mention = last(text, words)
    assert (mention.actor, mention.members, mention.antecedents) == (None, (), ())
    assert mention.why.startswith("not sure who: ")
    assert mention.why.endswith(" both fit")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Isis took Raqqa. A new group formed in Homs.", "new group"),
        ("Isis took Raqqa. Two civilians died. Two more civilians were hurt.", "civilians"),
    ],
)
def test_what_does_not_point_back_is_not_linked(text: str, words: str) -> None:
    mention = last(text, words)
    assert (mention.actor, mention.antecedents) == (None, ())


def test_a_source_without_a_name_is_followed_through_the_report() -> None:
    text = "A medical source spoke. The source said nine died. The source then left."
    first, second, third = (m for m in actors_of(text) if m.span.of(text).endswith("source"))
    assert first.antecedents == ()
    assert second.antecedents == (first.span,)
    assert third.name == second.name == "medical source"
    assert third.actor is None


def test_other_words_before_the_noun_mean_another() -> None:
    text = "A Turkish defence official spoke. The health official left."
    assert last(text, "health official").antecedents == ()


def test_a_description_is_named_as_it_is_printed() -> None:
    text = "Syria's two most powerful jihadist groups have reached a truce."
    assert (
        last(text, "powerful jihadist groups").name == "Syria's two most powerful jihadist groups"
    )
