"""Reads how one word of a sentence is put."""

from __future__ import annotations

from secondsource.annotations import Parser, Token
from secondsource.claims import Modality, Polarity, stance_at
from secondsource.reports import from_text


def put(parser: Parser, text: str) -> tuple[str, str, str]:
    """Modality and polarity with the words that mark them ("planned: tried"), and the hedges.

    An asterisk in ``text`` stands before the word that is read.
    """
    [parse] = parser.parse([from_text(text.replace("*", ""))])
    [token] = [row for row in parse.tokens if row.span.start == text.index("*")]
    found = stance_at(parse, token)
    hedges = " ".join(word.text for word in found.hedges)
    modality = _marked(found.modality, found.modality_words)
    return modality, _marked(found.polarity, found.polarity_words), hedges


def _marked(value: Modality | Polarity, words: tuple[Token, ...]) -> str:
    return f"{value.value}: {' '.join(word.text for word in words)}" if words else value.value
