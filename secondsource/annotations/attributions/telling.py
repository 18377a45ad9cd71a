"""To which outlet, by what means and from where a source says something, as its clause shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.annotations.attribution_records import AttributionMention
from secondsource.annotations.attributions.grammar import left_edge, run, span_of, strip
from secondsource.annotations.attributions.lexicon import QUOTING
from secondsource.annotations.attributions.outlets import is_outlet
from secondsource.annotations.attributions.sorts import sort_of, sort_of_word
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span

_MEANS = frozenset(
    "statement interview briefing conference speech address sermon letter email e-mail message "
    "phone telephone skype call text comment remark testimony hearing release communique video "
    "audio recording account channel page broadcast television tv radio website site blog "
    "telegram post tweet x twitter facebook leaflet note".split()
)
_BY_MEANS = frozenset({"in", "on", "via", "through", "by", "during", "over"})
_SHORTEST_ACRONYM = 3
_TO = frozenset({"to", "with"})
_CARRIED = frozenset(
    "carry publish release air broadcast post print report obtain see read hear review give issue "
    "circulate quote cite make provide leak acquire show".split()
)
_SPEAKING = frozenset("speak talk write".split())
_ON = frozenset({"on", "in", "by", "to", "with", "for", "from"})


def cue_verb(parse: Parse, mention: AttributionMention) -> Token | None:
    """The token of the cue on which the others hang."""
    tokens = [token for span in mention.cue for token in parse.within(span)]
    inside = {token.index for token in tokens}
    return next((row for row in tokens if row.head not in inside or row.head == row.index), None)


def medium_of(parse: Parse, verb: Token) -> Span | None:
    """How it is said: "in a statement", "by telephone", "on his Telegram channel"."""
    for preposition, noun in _phrases(parse, verb, _BY_MEANS):
        if _is_means(noun):
            return span_of(strip(parse.tokens[preposition.index : noun.index + 1]))
    return None


def told_outlet(parse: Parse, text: str, verb: Token, source: Token) -> Span | None:
    """The outlet that was told, or that carries or has seen what ``source`` says."""
    for noun in (*_told(parse, verb), *_shown(parse, source)):
        phrase = named(parse, span_of(run(parse, noun, left_edge(parse, noun), noun.index + 1)))
        itself = phrase.contains(source.span)
        if is_outlet(phrase.of(text)) and not itself and not _is_social(parse, noun):
            return phrase
    return None


def named(parse: Parse, phrase: Span) -> Span:
    """An outlet's phrase with the name that follows it at once: "the news agency Interfax"."""
    tokens = parse.within(phrase)
    last = tokens[-1].index
    if tokens[-1].pos != "NOUN":
        return phrase
    while last + 1 < len(parse) and _goes_on(parse[last + 1]):
        last += 1
    return Span(phrase.start, parse[last].span.end)


def _goes_on(token: Token) -> bool:
    acronym = len(token.text) >= _SHORTEST_ACRONYM and token.text.isupper()
    return acronym or (token.pos == "PROPN" and token.entity not in ("DATE", "TIME"))


def spoken_from(parse: Parse, verb: Token) -> Iterator[Token]:
    """The prepositions that may say from where: "speaking in Ankara, …", "by phone from Raqqa"."""
    yield from (row for row in parse.children(verb, "prep") if row.lemma.lower() == "from")
    for _, noun in _phrases(parse, verb, _BY_MEANS):
        if _is_means(noun):
            yield from parse.children(noun, "prep")
    for clause in _while_speaking(parse, verb):
        yield from parse.children(clause, "prep")


def _phrases(
    parse: Parse, verb: Token, prepositions: Iterable[str]
) -> Iterator[tuple[Token, Token]]:
    for row in parse.children(verb, "prep", "agent", "dative"):
        if row.lemma.lower() in prepositions:
            yield from ((row, noun) for noun in parse.children(row, "pobj"))


def _is_means(noun: Token) -> bool:
    return noun.lemma.lower() in _MEANS or sort_of(noun) == "social media"


def _told(parse: Parse, verb: Token) -> Iterator[Token]:
    for said in (verb, *_while_speaking(parse, verb)):
        yield from (noun for _, noun in _phrases(parse, said, _TO))
        for _, noun in _phrases(parse, said, _BY_MEANS):
            yield noun
            if _is_means(noun):
                yield from (inner for _, inner in _phrases(parse, noun, _ON))
                yield from _shown(parse, noun)
    yield from _quoting(parse, verb)


def _quoting(parse: Parse, verb: Token) -> Iterator[Token]:
    """The outlet of "was quoted by X as saying" and "was quoted as saying by X"."""
    through = parse.head(verb)
    quoted = parse.head(through) if verb.dep == "pcomp" else verb
    if quoted.lemma.lower() in QUOTING:
        for said in (quoted, verb):
            yield from (noun for _, noun in _phrases(parse, said, {"by", "in"}))


def _shown(parse: Parse, noun: Token) -> Iterator[Token]:
    """Who has seen a document or carries a statement: "documents obtained by Reuters"."""
    for clause in parse.children(noun, "acl", "relcl"):
        if clause.lemma.lower() in _CARRIED:
            yield from (inner for _, inner in _phrases(parse, clause, _ON))
    for _, inner in _phrases(parse, noun, {"by", "of"}):
        yield from _shown(parse, inner)


def _while_speaking(parse: Parse, verb: Token) -> Iterator[Token]:
    for clause in parse.children(verb, "advcl"):
        if clause.lemma.lower() in _SPEAKING and clause.tag == "VBG":
            yield clause


def _is_social(parse: Parse, noun: Token) -> bool:
    before = [row.text.lower() for row in parse.children(noun, "compound", "nmod", "amod")]
    words = (*before, noun.text.lower())
    return "social" in words or any(sort_of_word(word) == "social media" for word in words)
