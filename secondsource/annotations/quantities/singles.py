"""Casualties counted by an article: "a soldier was killed", "a woman and her child died"."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations.quantities import lexicon
from secondsource.annotations.quantities.roles import category, role
from secondsource.annotations.quantities.units import Counted
from secondsource.annotations.records import Parse, Quantity, Token
from secondsource.text import Span, cover

_ARTICLES = frozenset(("a", "an", "another"))
_PERSONS = (
    lexicon.CIVILIANS
    | lexicon.COMBATANTS
    | lexicon.WOMEN
    | lexicon.CHILDREN
    | {"person", "man", "fighter", "victim"}
)
_PLACES = frozenset(("nsubjpass", "nsubj", "dobj", "conj", "pobj"))


def find_singles(parse: Parse, within: Span) -> Iterator[Quantity]:
    """One each for the persons with an article to whom a casualty verb happens, in text order."""
    for token in parse.within(within):
        if token.tag == "DT" and token.text.lower() in _ARTICLES:
            found = _single(parse, token)
            if found is not None:
                yield found


def _single(parse: Parse, article: Token) -> Quantity | None:
    head = parse.head(article)
    if head.tag != "NN" or head.dep not in _PLACES or head.lemma.lower() not in _PERSONS:
        return None
    if head.index < article.index or parse.children(head, "nummod"):
        return None
    phrase = tuple(parse[index] for index in range(article.index + 1, head.index + 1))
    unit = Counted(head=head, words=head.text, phrase=phrase)
    meant, why = role(parse, article, unit)
    if meant not in lexicon.CASUALTIES:
        return None
    return Quantity(
        span=cover((article.span, head.span)),
        low=None,
        high=None,
        best=1.0,
        approximate=False,
        unit=head.text,
        role=meant,
        category=category(unit),
        why=f"one, {why}",
    )
