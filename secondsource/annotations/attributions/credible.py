"""Which of the tagger's readings are somebody's words or thoughts, as far as the words show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.annotations.attributions.grammar import SUBJECTS, is_passive
from secondsource.annotations.attributions.lexicon import HEDGES, Cue, CueKind, cue_of
from secondsource.annotations.engines.tagging import Tagged
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span

# Chosen on PolNeAR's development split for the least loss there at the most precision.
_SURE = 0.5
_SURE_WITHOUT_WORD = 0.7
_VERY_SURE = 0.9
_SEEMING = frozenset("appear seem look sound".split())
_NAMING = frozenset("know call name dub bill title style nickname".split())
_PHRASES = frozenset({"according", *HEDGES})
_SPOKEN = frozenset({CueKind.SAY, CueKind.CLAIM, CueKind.ACCUSATION, CueKind.JUDGEMENT})
GENRES = frozenset(
    "live watch video audio photo photos update opinion news note q a factbox explainer timeline "
    "exclusive breaking analysis editorial".split()
)
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
    if all(token.pos == "PUNCT" for token in words) and not is_speaker(parse, found.source):
        return False
    if _tells(parse, words, found.content):
        return found.score >= _SURE
    doubtful = words[-1].pos == "ADP" or not by_somebody
    return found.score >= (_VERY_SURE if doubtful else _SURE_WITHOUT_WORD)


def is_nobodys(parse: Parse, found: Tagged) -> bool:
    """Whether the tagger gives a source to a cue that names none: a hedge ("reportedly"), or a
    passive whose subject is spoken of ("the mayor, accused of theft")."""
    words = words_of(parse, found.cue)
    if all(token.text.lower() in HEDGES for token in words):
        return True
    source = {token.index for token in words_of(parse, found.source)}
    return any(source & set(_spoken_of(parse, token)) for token in words if token.pos == "VERB")


def _spoken_of(parse: Parse, verb: Token) -> Iterator[int]:
    """The indices of the subject of a passive that has no agent, where its cue reports words."""
    cue = cue_of(verb)
    if cue is None or cue.kind not in _SPOKEN or parse.children(verb, "agent"):
        return
    lost = verb.lemma == "accuse" and not parse.children(verb, "dobj", "ccomp")
    if lost or parse.children(verb, "auxpass"):
        subjects = parse.children(verb, "nsubjpass", "nsubj")
        for noun in subjects or [parse.head(verb)]:
            yield from (token.index for token in parse.subtree(noun))


def tells_more(parse: Parse, source: Sequence[Span]) -> bool:
    """Whether a source has a finite clause in it that describes nobody in it: it runs on."""
    tokens = words_of(parse, source)
    inside = {token.index for token in tokens}
    return any(
        token.tag in ("VBD", "VBZ", "VBP") and not _describes(parse, token, inside)
        for token in tokens
    )


def _describes(parse: Parse, verb: Token, inside: set[int]) -> bool:
    above = [verb, *parse.ancestors(verb)]
    return any(row.dep in ("relcl", "acl") and row.head in inside for row in above)


def is_speaker(parse: Parse, source: Sequence[Span]) -> bool:
    """Whether a label before a colon can be a speaker's: no genre, no clause."""
    words = words_of(parse, source)
    return bool(words) and not any(
        token.text.lower() in GENRES or token.pos == "VERB" for token in words
    )


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
    return any(_takes(parse, token, cue, words[-1], said) for token, cue in rows)


def _takes(parse: Parse, token: Token, cue: Cue, last: Token, said: Sequence[Token]) -> bool:
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
    return bool(cue.frames & {"np", "whom", "quote"}) or is_passive(parse, token)
