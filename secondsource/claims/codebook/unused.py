"""Words of a lexicon that stand in none of the examples: often misspelt, or no lemmas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.annotations import Parse
from secondsource.claims.codebook.records import Codebook
from secondsource.claims.lexicon import Entry
from secondsource.claims.records import EventType, TieType
from secondsource.claims.triggers import Trigger, find_triggers


def unused_words(codebook: Codebook, parses: Iterable[Parse]) -> tuple[str, ...]:
    """The phrases that carry their type in none of ``parses``, each as "type: words"."""
    lexicons = [codebook.lexicon(parents) for parents in (EventType, TieType)]
    found = [
        (row.entry, _forms(row))
        for parse in parses
        for lexicon in lexicons
        for row in find_triggers(parse, lexicon)
    ]
    return tuple(
        f"{entry.code}: {phrase}"
        for entry, phrase in _phrases(codebook)
        if not any(entry is other and set(phrase.split()) <= forms for other, forms in found)
    )


def _phrases(codebook: Codebook) -> Iterator[tuple[Entry, str]]:
    for kind in codebook.types:
        for words in kind.words:
            for phrases in words.phrases.values():
                yield from ((words.entry, phrase) for phrase in phrases)


def _forms(trigger: Trigger) -> set[str]:
    """The words of a trigger as they stand and as lemmas."""
    return {form for word in trigger.words for form in (word.lemma.lower(), word.text.lower())}
