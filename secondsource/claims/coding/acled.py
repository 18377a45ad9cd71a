"""The ACLED type of a text's main event, by the codebook's words and by the claims.

Each cue and each claim that codes to a type speaks for it, those near the beginning of the text
more than those after, since news puts the main event first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secondsource.claims.coding.codebook import AcledType, load_acled
from secondsource.claims.coding.records import AcledCoding
from secondsource.claims.coding.violence import violence_of
from secondsource.claims.records import Claim, EventType

_FADING = 400.0  # code points after which a word counts half


def code_acled(text: str, claims: Sequence[Claim]) -> AcledCoding | None:
    """The type of the main event, or ``None`` where nothing speaks for any."""
    votes = weigh(text, claims)
    if not votes:
        return None
    types = load_acled()
    best = max(votes, key=lambda number: (votes[number], -number))
    return AcledCoding(
        type=types[best],
        score=round(votes[best] / sum(votes.values()), 3),
        violence=violence_of(types[best], claims),
    )


def weigh(text: str, claims: Sequence[Claim]) -> dict[int, float]:
    """How much speaks for each type, by its place in `load_acled`; types with nothing left out."""
    votes = {
        number: sum(_of_cues(text, kind)) + sum(_of_claims(claims, kind))
        for number, kind in enumerate(load_acled())
    }
    return {number: weight for number, weight in votes.items() if weight}


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
