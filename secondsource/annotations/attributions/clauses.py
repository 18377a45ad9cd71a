"""A cue with its speaker: who does the saying, by which words, to whom."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations.attributions.grammar import is_passive
from secondsource.annotations.attributions.lexicon import CITING, HEDGES, Cue, cue_of
from secondsource.annotations.attributions.speakers import agent_of, source_tokens, speaker_of
from secondsource.annotations.records import Parse, Token

_AUXILIARIES = ("aux", "auxpass", "neg", "prt")
_BEFORE_CUE = frozenset("also then now again still first later once even just".split())
_LIGHT = frozenset("go continue proceed begin start try seem appear use".split())
_COPULAS = frozenset("be feel remain seem sound become".split())
_GIVING = frozenset("release issue send publish post make circulate".split())
_PLACES_OF_SPEECH = frozenset(
    "statement interview tweet email e-mail letter memo post twitter facebook release".split()
)
_LONGEST_GIVING = 6
_IDIOMS = {
    "claim": frozenset({"life", "victim", "casualty"}),
    "find": frozenset({"refuge", "shelter", "way", "itself", "themselves", "himself", "herself"}),
    "answer": frozenset({"call", "phone", "door"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One cue in its clause.

    ``head`` is the cue's verb or adjective and ``verb`` the verb that carries its subject (the
    copula of an adjective). ``words`` are the cue's tokens, ``speaker`` the head noun of the
    source and ``source`` its tokens (empty where there is none), ``addressee`` the head noun of
    whoever is told, or quotes what was said, where that is no part of the content.
    """

    head: Token
    verb: Token
    cue: Cue
    words: tuple[Token, ...]
    speaker: Token | None
    source: tuple[Token, ...]
    addressee: Token | None
    passive: bool

    @property
    def negated(self) -> bool:
        """Whether the cue says that it was not said, believed or denied."""
        return any(word.dep == "neg" for word in self.words)

    def indices(self) -> set[int]:
        """The indices of the tokens of cue and source."""
        return {token.index for token in (*self.words, *self.source)}


def read_clause(parse: Parse, head: Token, cue: Cue) -> Clause | None:
    """The clause of a verbal or adjectival cue, or ``None`` where nobody could be saying it."""
    verb = head if cue.part == "verb" else _copula(parse, head)
    if (
        verb is None
        or _is_idiom(parse, verb)
        or cited_for(parse, verb) is not None
        or _is_quoted_saying(parse, verb)
    ):
        return None
    quoting = _quoted_by(parse, verb)
    if quoting is not None:
        return _clause_of_quoted(parse, verb, cue, quoting)
    passive = cue.part == "verb" and is_passive(parse, verb)
    speaker = agent_of(parse, verb) if passive else speaker_of(parse, verb)
    if speaker is None and not (passive and _stands_alone(parse, verb, cue)):
        return None
    words = [*_given(parse, verb, speaker), *_cue_words(parse, verb, head)]
    return Clause(
        head=head,
        verb=verb,
        cue=cue,
        words=tuple(words),
        speaker=speaker,
        source=tuple(source_tokens(parse, speaker, words)) if speaker else (),
        addressee=_addressee(parse, verb, cue),
        passive=passive,
    )


def _is_idiom(parse: Parse, verb: Token) -> bool:
    """Whether the verb and its object tell no words: "the blast claimed five lives"."""
    meant = _IDIOMS.get(verb.lemma, frozenset())
    return any(noun.lemma.lower() in meant for noun in parse.children(verb, "dobj"))


def _quoted_by(parse: Parse, verb: Token) -> Token | None:
    """The passive that quotes whoever is speaking: "was quoted as saying"."""
    through = parse.head(verb)
    quoting = parse.head(through)
    leads = verb.dep == "pcomp" and verb.tag == "VBG" and through.lemma.lower() == "as"
    return quoting if leads and quoting.lemma in CITING and is_passive(parse, quoting) else None


def _is_quoted_saying(parse: Parse, verb: Token) -> bool:
    """Whether the verb is that passive, whose "saying" is the cue."""
    return any(
        cue_of(saying) is not None and _quoted_by(parse, saying) is not None
        for through in parse.children(verb, "prep")
        for saying in parse.children(through, "pcomp")
    )


def _clause_of_quoted(parse: Parse, verb: Token, cue: Cue, quoting: Token) -> Clause | None:
    """The clause of "saying" in "was quoted as saying": whoever is quoted is the source."""
    subjects = parse.children(quoting, "nsubjpass", "nsubj")
    speaker = subjects[0] if subjects else parse.head(quoting) if quoting.dep == "acl" else None
    if speaker is None or speaker.index > quoting.index:
        return None
    words = [*_cue_words(parse, quoting, quoting), parse.head(verb), verb]
    return Clause(
        head=verb,
        verb=verb,
        cue=cue,
        words=tuple(words),
        speaker=speaker,
        source=tuple(source_tokens(parse, speaker, words)),
        addressee=agent_of(parse, quoting),
        passive=False,
    )


def cited_for(parse: Parse, verb: Token) -> Token | None:
    """The cue that rests on whom the verb names: "AP reported, citing two officials"."""
    if verb.lemma not in CITING or verb.tag != "VBG" or verb.dep != "advcl":
        return None
    above = parse.head(verb)
    if above.index < verb.index and cue_of(above) is not None:
        return above
    before = parse[verb.index - 2] if verb.index > 1 and parse[verb.index - 1].text == "," else None
    return before if before is not None and cue_of(before) is not None else None


def _stands_alone(parse: Parse, verb: Token, cue: Cue) -> bool:
    """Whether a passive that names nobody reports something ("is believed to", "when asked"),
    rather than name or describe ("a group called Khorasan")."""
    return bool(parse.children(verb, "auxpass")) or (verb.dep == "advcl" and "who" in cue.frames)


def _copula(parse: Parse, adjective: Token) -> Token | None:
    above = parse.head(adjective)
    return above if adjective.dep in ("acomp", "oprd") and above.lemma in _COPULAS else None


def _given(parse: Parse, verb: Token, speaker: Token | None) -> list[Token]:
    """ "issued a statement" before "saying": part of the cue where the issuer is the source."""
    noun = parse.head(verb)
    giving = parse.head(noun)
    if verb.dep != "acl" or verb.tag != "VBG" or giving.lemma not in _GIVING or speaker is None:
        return []
    if speaker.index > giving.index or verb.index - giving.index > _LONGEST_GIVING:
        return []
    first = min((t.index for t in parse.children(giving, *_AUXILIARIES)), default=giving.index)
    return list(parse.tokens[min(first, giving.index) : verb.index])


def _cue_words(parse: Parse, verb: Token, head: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle and the adverbs among them."""
    rows = {verb.index, head.index}
    rows.update(token.index for token in parse.children(verb, *_AUXILIARIES))
    lowest, above = verb, parse.head(verb)
    while lowest.dep == "xcomp" and above.lemma in _LIGHT and above.index < lowest.index:
        rows.update(range(above.index, lowest.index))
        rows.update(token.index for token in parse.children(above, *_AUXILIARIES))
        lowest, above = above, parse.head(above)
    low, high = min(rows), max(rows)
    while low > 0 and _leads(parse[low - 1], verb):
        low -= 1
    words = [
        token
        for token in parse.tokens[low : high + 1]
        if token.index in rows or token.dep == "advmod"
    ]
    words = _unbroken(words, head)
    words.extend(_place_of_speech(parse, verb, words[-1].index))
    after = words[-1].index + 1
    if after < len(parse) and parse[after].text == ":":
        words.append(parse[after])
    return words


def _leads(token: Token, verb: Token) -> bool:
    """Whether an adverb right before the cue belongs to it ("repeatedly denied")."""
    if token.dep != "advmod" or token.tag not in ("RB", "RBR") or token.head != verb.index:
        return False
    if token.text.lower() in HEDGES:
        return False
    return token.text.lower().endswith("ly") or token.text.lower() in _BEFORE_CUE


def _unbroken(words: list[Token], head: Token) -> list[Token]:
    """The run of neighbours around the head."""
    first = last = next(n for n, token in enumerate(words) if token.index == head.index)
    while first > 0 and words[first - 1].index == words[first].index - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].index == words[last].index + 1:
        last += 1
    return words[first : last + 1]


def _place_of_speech(parse: Parse, verb: Token, last: int) -> list[Token]:
    """ "in a statement", "on Twitter" right after the verb."""
    for token in parse.children(verb, "prep"):
        if token.index == last + 1 and token.lemma in ("in", "on", "via"):
            for noun in parse.children(token, "pobj"):
                if noun.lemma.lower() in _PLACES_OF_SPEECH:
                    return list(parse.tokens[token.index : noun.index + 1])
    return []


def _addressee(parse: Parse, verb: Token, cue: Cue) -> Token | None:
    if "who" not in cue.frames:
        return None
    if "whom" in cue.frames and any(
        parse.children(child, "aux") and child.tag == "VB"
        for child in parse.children(verb, "xcomp", "ccomp")
    ):
        return None
    for token in parse.children(verb, "dobj", "dative"):
        if token.index > verb.index:
            return token
    return None
