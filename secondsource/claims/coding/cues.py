"""What the rules see of ACLED's types in a text: the codebook's words, and the claims.

Each cue and each claim that codes to a type speaks for it, those near the beginning of the text
more than those after, since news puts the main event first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secondsource.claims.coding.codebook import AcledType, load_acled
from secondsource.claims.records import Claim, EventType

_FADING = 400.0  # code points after which a word counts half


def weigh(text: str, claims: Sequence[Claim]) -> dict[str, float]:
    """How much speaks for each sub-event type, by its name; types with nothing are left out."""
    votes = {
        kind.sub_event: sum((*_of_cues(text, kind), *_of_claims(claims, kind)))
        for kind in load_acled()
    }
    return {name: weight for name, weight in votes.items() if weight}


def _of_cues(text: str, kind: AcledType) -> Iterator[float]:
    """A weight for each cue, where it stands first."""
    known: set[str] = set()
    for cue in kind.cues.finditer(text):
        words = cue.group().lower()
        if words not in known:
            known.add(words)
            yield _weight(cue.start())


def _of_claims(claims: Iterable[Claim], kind: AcledType) -> Iterator[float]:
    for claim in claims:
        if isinstance(claim.type, EventType):
            code = f"{claim.type.value}/{claim.mode}" if claim.mode else claim.type.value
            if code in kind.codes:
                yield _weight(claim.trigger.start)


def _weight(place: int) -> float:
    return 1 / (1 + place / _FADING)
