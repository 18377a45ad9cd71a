from __future__ import annotations

import pytest

from secondsource.claims import EventType, TieType, load_lexicon


@pytest.mark.parametrize(("name", "types"), [("events", EventType), ("ties", TieType)])
def test_every_type_has_words(name: str, types: type[EventType] | type[TieType]) -> None:
    lexicon = load_lexicon(name)
    tables = (lexicon.verbs, lexicon.nouns, lexicon.participles)
    found = {row.entry.type for table in tables for rows in table.values() for row in rows}
    assert found == set(types)


def test_longer_phrases_come_first() -> None:
    for table in (load_lexicon("events").verbs, load_lexicon("ties").nouns):
        for phrases in table.values():
            lengths = [len(phrase.rest) for phrase in phrases]
            assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("words", "head"),
    [("air strike", "strike"), ("pledge of allegiance", "pledge")],
)
def test_heads_of_noun_phrases(words: str, head: str) -> None:
    for name in ("events", "ties"):
        for phrase in load_lexicon(name).nouns.get(head, ()):
            if set(words.split()) == {phrase.head, *phrase.rest}:
                return
    pytest.fail(f"{words} is not found under {head}")
