"""What a verdict rests on: the claims about one matter, sorted by what they do for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.claims import Claim, Modality, Polarity
from secondsource.fusion.independence import count_origins
from secondsource.fusion.provenance import Chain

_TOLD = frozenset({Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a verdict rests on: chains of the claims that say so, deny it, or leave it open.

    ``firm`` are those of ``supporting`` whose claims say it themselves and carry no hedge,
    ``unconfirmed`` those of ``open`` that say that it is not confirmed.
    """

    supporting: tuple[Chain, ...]
    firm: tuple[Chain, ...]
    disputing: tuple[Chain, ...]
    open: tuple[Chain, ...]
    unconfirmed: tuple[Chain, ...] = ()

    @property
    def for_it(self) -> int:
        """Independent origins that say so."""
        return count_origins(self.supporting)

    @property
    def firmly(self) -> int:
        """Independent origins that say so without a hedge."""
        return count_origins(self.firm)

    @property
    def firm_reports(self) -> int:
        """Reports that say so without a hedge: one report's two sources it chose itself."""
        return len({chain.report_id for chain in self.firm})

    @property
    def against(self) -> int:
        """Independent origins that deny it."""
        return count_origins(self.disputing)


def gather_grounds(
    claims: Sequence[tuple[Claim, Chain]], inferred: frozenset[str] = frozenset()
) -> Grounds:
    """Sort claims by what they do for the matter that they are about.

    Requests and hypotheses neither support nor dispute, nor do claims put as unconfirmed.
    ``inferred`` are the ids of claims that do not say it but let it be inferred; these are not
    firm.
    """
    told = [(claim, chain) for claim, chain in claims if claim.modality in _TOLD]
    supporting = [row for row in told if row[0].polarity is Polarity.AFFIRMED]
    disputing = [row for row in told if row[0].polarity is Polarity.DENIED]
    decided = {chain.claim_id for _, chain in (*supporting, *disputing)}
    return Grounds(
        supporting=tuple(chain for _, chain in supporting),
        firm=tuple(
            chain for claim, chain in supporting if is_firm(claim) and claim.id not in inferred
        ),
        disputing=tuple(chain for _, chain in disputing),
        open=tuple(chain for _, chain in claims if chain.claim_id not in decided),
        unconfirmed=tuple(
            chain for claim, chain in claims if claim.polarity is Polarity.UNCONFIRMED
        ),
    )


def is_firm(claim: Claim) -> bool:
    """Whether a claim is put without a hedge and not as a mere possibility."""
    return not claim.hedges and claim.modality is not Modality.POSSIBLE
