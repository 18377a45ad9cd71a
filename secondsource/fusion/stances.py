"""How a state of a relation stands by all that is claimed of it, as a table; the first row that
applies decides.

===========  ==========================================================================
stance       applies when
===========  ==========================================================================
denied       somebody denies it and nobody says that it is, may be or will be so
disputed     somebody denies it and somebody says so
unconfirmed  a report says that it is not confirmed, and fewer than two origins say firmly
             that it is so
asserted     somebody says that it is so, without a hedge
hedged       somebody says that it is so, only with hedges
planned      somebody says that it will be so
possible     somebody says that it may be so, or acts in preparation of it
requested    somebody wants it to be so
===========  ==========================================================================
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.claims import Claim, Modality, Polarity
from secondsource.fusion.grounds import Grounds
from secondsource.fusion.records import TieStance

_ENOUGH = 2
_PROSPECTS = (
    (Modality.PLANNED, TieStance.PLANNED),
    (Modality.POSSIBLE, TieStance.POSSIBLE),
    (Modality.REQUESTED, TieStance.REQUESTED),
)


def stance_of(grounds: Grounds, claims: Iterable[Claim]) -> TieStance:
    """The stance of a state by its claims and the grounds gathered from them."""
    listed = list(claims)
    if grounds.disputing:
        return TieStance.DISPUTED if grounds.supporting else TieStance.DENIED
    if _any_unconfirmed(listed) and grounds.firmly < _ENOUGH:
        return TieStance.UNCONFIRMED
    affirmed = [claim for claim in listed if claim.polarity is Polarity.AFFIRMED]
    actual = [claim for claim in affirmed if claim.modality is Modality.ACTUAL]
    if actual:
        hedged = all(claim.hedges for claim in actual)
        return TieStance.HEDGED if hedged else TieStance.ASSERTED
    put = {claim.modality for claim in affirmed}
    return next((stance for mode, stance in _PROSPECTS if mode in put), TieStance.UNCONFIRMED)


def _any_unconfirmed(claims: Iterable[Claim]) -> bool:
    return any(claim.polarity is Polarity.UNCONFIRMED for claim in claims)
