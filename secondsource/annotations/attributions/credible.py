"""Which of the tagger's readings are somebody's words or thoughts, as far as the words show."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.annotations.attributions.grammar import SUBJECTS
from secondsource.annotations.attributions.lexicon import Cue, cue_of
from secondsource.annotations.engines.tagging import Tagged
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span

# Chosen on PolNeAR's development split for the least loss there at the most precision.
_SURE = 0.5
_SURE_WITHOUT_WORD = 0.7
_VERY_SURE = 0.9
_SEEMING = frozenset("appear seem look sound".split())
_NAMING = frozenset("know call name dub bill title style nickname".split())
_HEDGES = frozenset("reportedly allegedly purportedly supposedly apparently".split())
_PHRASES = frozenset({"according", *_HEDGES})
_CONTENT_WORDS = ("VERB", "NOUN", "ADJ", "ADV", "PROPN")


def is_credible(parse: Parse, found: Tagged, *, by_somebody: bool) -> bool:
    """Whether a reading that no rule shares may stand.

    A word of the cue table that takes its content as the table says needs a score of 0.5; any other
    cue, which may as well tell an act ("followed"), one of 0.7, or 0.9 where it ends in a
    preposition ("counted on") or no person, body or document is its source (``by_somebody``). What
    only seems, or only has a name, is nobody's saying.
    """
    words = words_of(parse, found.cue)
    if _only_seems(words) or (not found.source and _only_names(parse, words)):
        return False
    if _tells(parse, words, found.content):
        return found.score >= _SURE
    doubtful = words[-1].pos == "ADP" or not by_somebody
    return found.score >= (_VERY_SURE if doubtful else _SURE_WITHOUT_WORD)


def only_hedges(parse: Parse, cue: Sequence[Span]) -> bool:
    """Whether the cue is an adverb that names nobody ("reportedly")."""
    return all(token.text.lower() in _HEDGES for token in words_of(parse, cue))


def words_of(parse: Parse, spans: Sequence[Span]) -> list[Token]:
    """The tokens of ``spans``."""
    return [token for span in spans for token in parse.within(span)]


def _only_seems(words: Sequence[Token]) -> bool:
    telling = [token for token in words if token.pos in ("VERB", "NOUN", "ADJ")]
    return bool(telling) and all(token.lemma.lower() in _SEEMING for token in telling)


def _only_names(parse: Parse, words: Sequence[Token]) -> bool:
    """Whether the cue says how something is called: "known as Daesh"."""
    return any(
        token.lemma.lower() in _NAMING and token.tag == "VBN" and not parse.children(token, "agent")
        for token in words
    )


def _tells(parse: Parse, words: Sequence[Token], content: Sequence[Span]) -> bool:
    """Whether a word of the cue tells of saying or thinking; so do a bare colon or dash."""
    if not any(token.pos in _CONTENT_WORDS for token in words):
        return True
    if any(token.text.lower() in _PHRASES for token in words):
        return True
    said = words_of(parse, content)
    rows = [(token, cue) for token in words if (cue := cue_of(token)) is not None]
    return any(_takes(token, cue, words[-1], said) for token, cue in rows)


def _takes(token: Token, cue: Cue, last: Token, said: Sequence[Token]) -> bool:
    """Whether the content is such as the cue takes: a clause, an object, or what its preposition
    leads to."""
    first = said[0]
    preposition = next(
        (row for row in (last, first) if row.dep == "prep" and row.index > token.index), None
    )
    if preposition is not None:
        lemma = preposition.lemma.lower()
        return lemma in cue.prepositions or (lemma == "as" and "as" in cue.frames)
    if cue.frames & {"that", "quote", "how"} and any(row.dep in SUBJECTS for row in said):
        return True
    if first.tag == "TO":
        return bool(cue.frames & {"inf", "whom"})
    return bool(cue.frames & {"np", "whom", "quote"}) or token.tag == "VBN"
