"""How a clause stands: its modality and polarity so far, with the words that made them so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondsource.annotations import Token
from secondsource.claims.records import Modality, Polarity

_STRENGTH = {
    Modality.ACTUAL: 0,
    Modality.PLANNED: 1,
    Modality.POSSIBLE: 2,
    Modality.HYPOTHETICAL: 3,
    Modality.REQUESTED: 4,
}
_OPPOSITE = {
    Polarity.AFFIRMED: Polarity.DENIED,
    Polarity.DENIED: Polarity.AFFIRMED,
    Polarity.UNCONFIRMED: Polarity.UNCONFIRMED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Modality, polarity, and the tokens that mark each or hedge the whole.

    Where nothing marks a field its words are empty, and it has its default: actual, affirmed.
    Words of a polarity that is affirmed cancel each other ("did not fail to") or vouch for it
    ("confirmed that").
    """

    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    modality_words: tuple[Token, ...] = ()
    polarity_words: tuple[Token, ...] = ()
    hedges: tuple[Token, ...] = ()

    def raised(self, modality: Modality, *words: Token) -> Stance:
        """In ``modality`` where that is further from the actual; for an equal one, adds words."""
        step = _STRENGTH[modality] - _STRENGTH[self.modality]
        if step < 0 or modality is Modality.ACTUAL:
            return self
        kept = self.modality_words if step == 0 else ()
        return replace(self, modality=modality, modality_words=(*kept, *words))

    def settled(self) -> Stance:
        """In the actual world, its polarity kept."""
        return replace(self, modality=Modality.ACTUAL, modality_words=())

    def negated(self, *words: Token) -> Stance:
        """The opposite; what is unconfirmed stays so."""
        return self.turned(_OPPOSITE[self.polarity], *words)

    def turned(self, polarity: Polarity, *words: Token) -> Stance:
        """With ``polarity``, marked by ``words`` besides those that marked it before."""
        return replace(self, polarity=polarity, polarity_words=(*self.polarity_words, *words))

    def opened(self, *words: Token) -> Stance:
        """Left open: unconfirmed, of the actual world unless put as a mere condition."""
        kept = self if self.modality is Modality.HYPOTHETICAL else self.settled()
        return kept.turned(Polarity.UNCONFIRMED, *words)

    def hedged(self, *words: Token) -> Stance:
        """With ``words`` among its hedges."""
        return replace(self, hedges=(*self.hedges, *words))

    def in_order(self) -> Stance:
        """Each field's words once, in the order of the text."""
        return replace(
            self,
            modality_words=_in_order(self.modality_words),
            polarity_words=_in_order(self.polarity_words),
            hedges=_in_order(self.hedges),
        )


def _in_order(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(token for _, token in sorted({token.index: token for token in tokens}.items()))
