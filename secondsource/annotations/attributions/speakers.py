"""Whose words they are: the subject of a cue, stated, shared or inverted."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.annotations.attributions.grammar import (
    NOMINAL,
    left_edge,
    run,
    sentence_of,
    strip,
)
from secondsource.annotations.attributions.sorts import is_document
from secondsource.annotations.records import Parse, Token

_AUXILIARIES = ("aux", "auxpass", "neg")
_MISREAD_SUBJECT = ("dobj", "attr", "npadvmod", "oprd", "dep", "appos")
_VERBAL = ("VERB", "AUX")
_MARKS = frozenset("”“\"'’,—–-")


def agent_of(parse: Parse, verb: Token) -> Token | None:
    """The head noun of a passive's "by" phrase."""
    for by in parse.children(verb, "agent"):
        for noun in parse.children(by, "pobj"):
            return noun
    return None


def speaker_of(parse: Parse, verb: Token) -> Token | None:
    """The head noun of the verb's subject, stated or shared with a verb above it."""
    subjects = parse.children(verb, "nsubj")
    if subjects:
        return min(subjects, key=lambda token: abs(token.index - verb.index))
    return (
        _mislabelled(parse, verb)
        or _inverted(parse, verb)
        or _stranded(parse, verb)
        or _inherited(parse, verb)
    )


def _inherited(parse: Parse, verb: Token) -> Token | None:
    above = parse.head(verb)
    if above.index == verb.index:
        return None
    if verb.dep == "acl":
        return _of_participle(parse, verb, above) if verb.tag == "VBG" else None
    if verb.dep == "pcomp":
        governor = parse.head(above)
        return _subject_above(parse, governor) if governor.pos in _VERBAL else None
    if above.pos not in _VERBAL:
        return None
    if verb.dep in ("conj", "xcomp", "dep") or (
        verb.dep in ("advcl", "ccomp") and verb.tag == "VBG"
    ):
        return _subject_above(parse, above)
    return None


def _subject_above(parse: Parse, verb: Token) -> Token | None:
    passive = parse.children(verb, "nsubjpass")
    return passive[0] if passive else speaker_of(parse, verb)


def _of_participle(parse: Parse, verb: Token, noun: Token) -> Token | None:
    """Whose "saying" it is after a noun: the noun's ("a letter saying"), or that of the clause
    ("emailed supporters saying", "…, saying", "issued a statement saying")."""
    governor = parse.head(noun)
    in_object = noun.dep in ("dobj", "pobj", "attr") and governor.index != noun.index
    while governor.pos not in _VERBAL and governor.head != governor.index:
        governor = parse.head(governor)
    after_comma = parse[verb.index - 1].text == ","
    given = noun.dep == "dobj" and is_document(noun)
    if in_object and governor.pos in _VERBAL and (after_comma or given or not is_document(noun)):
        return _subject_above(parse, governor) or noun
    return noun


def _mislabelled(parse: Parse, verb: Token) -> Token | None:
    """The subject that the parser took for a compound with the verb: "The recording calls on"."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    nouns = parse.children(verb, "compound", "nmod")
    return next((t for t in nouns if t.index == verb.index - 1 and t.pos in NOMINAL), None)


def _inverted(parse: Parse, verb: Token) -> Token | None:
    """The subject after the verb that the parser took for an object: "…," said the commander."""
    start, _ = sentence_of(parse, verb)
    if verb.index == start or verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    if parse[verb.index - 1].text[-1] not in _MARKS:
        return None
    for token in parse.children(verb, *_MISREAD_SUBJECT):
        if token.index > verb.index and token.pos in NOMINAL:
            return token
    return None


def _stranded(parse: Parse, verb: Token) -> Token | None:
    """The subject that the parser hung on the noun before it: "…, an official have told …"."""
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or verb.dep not in ("conj", "ROOT", "dep"):
        return None
    start, _ = sentence_of(parse, verb)
    rows = [token.index for token in parse.children(verb, *_AUXILIARIES)]
    first = min([*rows, verb.index])
    if first == start or (verb.tag == "VBN" and first == verb.index):
        return None
    found: Token | None = None
    token = parse[first - 1]
    while token.dep in ("conj", "appos") and token.pos in ("NOUN", "PROPN"):
        left = left_edge(parse, token)
        if left > start and parse[left - 1].text == "," and not _listed(parse, token):
            found = token
        token = parse.head(token)
    return found


def _listed(parse: Parse, noun: Token) -> bool:
    """Whether a noun is the member of a list that "and" or "or" announces."""
    return noun.dep == "conj" and bool(parse.children(parse.head(noun), "cc"))


def source_tokens(parse: Parse, speaker: Token, words: Sequence[Token]) -> list[Token]:
    """The noun phrase of a speaker, bounded by the cue.

    A phrase with an apposition or clause of its own between commas keeps the comma that ends it,
    as the annotators of PolNeAR do.
    """
    if speaker.tag == "PRP$" or speaker.dep == "poss":
        return run(parse, speaker, 0, words[0].index)
    start, end = sentence_of(parse, speaker)
    cue = [token.index for token in words]
    if speaker.dep in ("compound", "nmod") and speaker.index == cue[0] - 1:
        parts = parse.children(parse[cue[0]], "det", "amod", "poss", "compound", "nmod")
        first = min(left_edge(parse, part) for part in parts)
        return strip(parse.tokens[max(start, first) : cue[0]])
    if speaker.index < cue[0]:
        tokens = run(parse, speaker, start, cue[0])
    else:
        tokens = run(parse, speaker, cue[-1] + 1, end)
    return list(closing_comma(parse, tokens, end))


def closing_comma(parse: Parse, tokens: Sequence[Token], end: int) -> tuple[Token, ...]:
    """``tokens`` with the comma after them where they hold another, which it answers."""
    after = tokens[-1].index + 1 if tokens else end
    closes = after < end and parse[after].text == ","
    if closes and any(token.text == "," for token in tokens):
        return (*tokens, parse[after])
    return tuple(tokens)
