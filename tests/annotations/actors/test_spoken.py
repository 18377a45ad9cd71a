"""The "I" and "we" of quotations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations.actors.spoken import with_speakers
from secondsource.annotations.attributions import find_attributions
from secondsource.annotations.records import ActorMention
from tests.annotations.actors.reading import actors_of, layers_of


def speaker(text: str, words: str) -> ActorMention:
    actors = actors_of(text)
    attributions = find_attributions(replace(layers_of(text), actors=actors, sentences=()))
    found = with_speakers(text, actors, attributions)
    return next(mention for mention in found if mention.span.of(text) == words)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("“We took the base,” Nusra Front said in a statement.", "We", "nusra-front"),
        ("“We took the base,” said Hezbollah spokesman Karim Aziz.", "We", "hezbollah"),
        ("“I saw nine bodies,” Samir Haddad said.", "I", "x-samir-haddad"),
    ],
)
def test_who_speaks_is_meant(text: str, words: str, actor: str) -> None:
    mention = speaker(text, words)
    assert mention.actor == actor
    assert mention.antecedents


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We fled in the night,” a fighter said.", "We"),
        ("We went to Homs with Nusra Front.", "We"),
        ("“We fled,” Samir Haddad said.", "We"),
    ],
)
def test_a_body_that_the_words_do_not_name_is_not_made_up(text: str, words: str) -> None:
    mention = speaker(text, words)
    assert (mention.actor, mention.why) == (None, "whoever is speaking")
