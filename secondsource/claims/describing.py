"""How a noun phrase describes a source: by which nouns, with which words before them."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations import Parse, Token
from secondsource.text import Span

_BEFORE = ("compound", "amod", "nmod", "poss")
_OTHERS = frozenset("another other second third fourth fifth different".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
# Rank and number tell nobody from others of the same description.
_IDLE = frozenset(
    "senior top high-level high-ranking local second third fourth same other unnamed unidentified "
    "anonymous first last single former lone high level ranking".split()
)
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One noun of a description with the telling words before it: ("official", {"opposition"}).

    ``noun`` is its lemma, ``written`` the noun as it stands.
    """

    noun: str
    written: str
    before: tuple[str, ...]
    plural: bool

    def fits(self, other: Facet) -> bool:
        """Whether one of the two says no more than the other, of the same noun and number."""
        mine, theirs = frozenset(self.before), frozenset(other.before)
        same = self.noun == other.noun and self.plural == other.plural
        return same and (mine <= theirs or theirs <= mine)

    @property
    def words(self) -> str:
        """The description as plain words, noun last."""
        return " ".join((*self.before, self.written))


def facets_of(parse: Parse, noun: Token, words: Span) -> tuple[Facet, ...]:
    """The descriptions of the phrase ``words``: its head and what is set beside it."""
    beside = [row for row in parse.children(noun, "appos") if words.contains(row.span)]
    rows = [row for row in (noun, *beside) if row.pos == "NOUN"]
    return tuple(_facet(parse, row) for row in rows)


def _facet(parse: Parse, noun: Token) -> Facet:
    below = [token for child in parse.children(noun, *_BEFORE) for token in parse.subtree(child)]
    telling = [
        token.text.casefold()
        for token in sorted(below, key=lambda token: token.index)
        if token.index < noun.index and token.text[0].isalnum() and token.tag not in ("PRP$", "POS")
    ]
    return Facet(
        noun=noun.lemma.casefold(),
        written=noun.text.casefold(),
        before=tuple(word for word in telling if word not in _IDLE),
        plural=noun.tag in _PLURAL,
    )


def is_definite(parse: Parse, noun: Token) -> bool:
    """Whether the phrase points back: "the official", "his commander"."""
    marks = parse.children(noun, "det", "poss", "predet")
    return any(row.text.casefold() in _DEFINITE or row.tag == "PRP$" for row in marks)


def is_another(parse: Parse, noun: Token) -> bool:
    """Whether the phrase sets its source off from one before: "another resident"."""
    return any(row.text.casefold() in _OTHERS for row in parse.children(noun, "det", "amod"))


def shown_name(parse: Parse, noun: Token, words: Span, text: str) -> str:
    """The phrase without what follows in clauses and appositions, and without a possessive."""
    end = words.end
    for token in parse.within(words):
        after = token.index > noun.index
        if after and (token.dep in ("acl", "relcl") or token.text in (",", "(", "—", "–")):
            end = min(parse.subtree(token)[0].span.start if token.dep == "relcl" else end, end)
            end = min(end, token.span.start)
            break
    return trimmed(Span(words.start, max(end, noun.span.end)).of(text))


def trimmed(name: str) -> str:
    """A name without punctuation and a possessive at its end."""
    bare = name.strip(' \n\t,;:–—-“”"')
    for ending in ("'s", "’s"):
        bare = bare.removesuffix(ending)
    return bare.strip(" ,")
