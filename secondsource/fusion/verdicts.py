"""The credibility of information on the Admiralty scale, as a decision table.

The scale (STANAG 2511; AJP-2.1) asks whether *other, independent* sources confirm. The first row
of `RULES` that applies decides. "Firm" means said outright, affirmed, and without a hedge such as
"reportedly".

====  ===========================================================  ===========================
row   applies when                                                  credibility
====  ===========================================================  ===========================
1     nobody says that it is so, nobody that it is not              6 cannot be judged
2     nobody says that it is so, two or more origins deny it        5 improbable
3     nobody says that it is so, one origin denies it               4 doubtful
4     more origins deny it than say so                              5 improbable
5     as many origins deny it as say so                             4 doubtful
6     some deny it; twice as many or more say so, three at least    2 probably true
7     some deny it; more say so                                     3 possibly true
8     two or more origins say so firmly, in two or more reports     1 confirmed
9     two or more origins say so otherwise                          2 probably true
10    one origin says so firmly                                     3 possibly true
11    one origin says so with hedges only                           6 cannot be judged
====  ===========================================================  ===========================
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondsource.claims import Claim, Modality, Polarity
from secondsource.fusion.agencies import agency_named
from secondsource.fusion.independence import count_origins, count_sources, settle
from secondsource.fusion.provenance import Chain
from secondsource.fusion.records import Credibility, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a verdict rests on: chains of the claims that say so, deny it, or leave it open.

    ``firm`` are those of ``supporting`` whose claims say it themselves and carry no hedge.
    """

    supporting: tuple[Chain, ...]
    firm: tuple[Chain, ...]
    disputing: tuple[Chain, ...]
    open: tuple[Chain, ...]

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
    )


_TOLD = frozenset({Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE})


def is_firm(claim: Claim) -> bool:
    """Whether a claim is put without a hedge and not as a mere possibility."""
    return not claim.hedges and claim.modality is not Modality.POSSIBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the decision table."""

    row: int
    applies: Callable[[Grounds], bool]
    credibility: Credibility


RULES: tuple[Rule, ...] = (
    Rule(
        row=1,
        applies=lambda on: not on.for_it and not on.against,
        credibility=Credibility.UNJUDGED,
    ),
    Rule(
        row=2,
        applies=lambda on: not on.for_it and on.against >= 2,
        credibility=Credibility.IMPROBABLE,
    ),
    Rule(row=3, applies=lambda on: not on.for_it, credibility=Credibility.DOUBTFUL),
    Rule(row=4, applies=lambda on: on.against > on.for_it, credibility=Credibility.IMPROBABLE),
    Rule(row=5, applies=lambda on: on.against == on.for_it, credibility=Credibility.DOUBTFUL),
    Rule(
        row=6,
        applies=lambda on: on.against > 0 and on.for_it >= max(3, 2 * on.against),
        credibility=Credibility.PROBABLE,
    ),
    Rule(row=7, applies=lambda on: on.against > 0, credibility=Credibility.POSSIBLE),
    Rule(
        row=8,
        applies=lambda on: on.firmly >= 2 and on.firm_reports >= 2,
        credibility=Credibility.CONFIRMED,
    ),
    Rule(row=9, applies=lambda on: on.for_it >= 2, credibility=Credibility.PROBABLE),
    Rule(row=10, applies=lambda on: on.firmly == 1, credibility=Credibility.POSSIBLE),
    Rule(row=11, applies=lambda _: True, credibility=Credibility.UNJUDGED),
)


def judge(grounds: Grounds) -> Verdict:
    """The credibility digit of the first rule that applies, with its reasons as sentences."""
    rule = next(rule for rule in RULES if rule.applies(grounds))
    return Verdict(credibility=rule.credibility, because=_reasons(grounds))


def judge_prospect(grounds: Grounds, modality: Modality) -> Verdict:
    """The verdict on what nobody says has happened: at best possible, however many announce it."""
    verdict = judge(grounds)
    digit = max(verdict.credibility, Credibility.POSSIBLE, key=lambda digit: digit.value)
    reason = f"{modality.value}: nobody says that it has happened"
    return Verdict(credibility=digit, because=(reason, *verdict.because))


def _reasons(grounds: Grounds) -> tuple[str, ...]:
    reasons = [_support(grounds), *_confirmation(grounds)]
    if grounds.supporting and not grounds.firm:
        reasons.append("every claim that says so is hedged or only lets it be inferred")
    elif len(grounds.firm) < len(grounds.supporting):
        reasons.append(
            f"{len(grounds.supporting) - len(grounds.firm)} of {len(grounds.supporting)} "
            "claims are hedged or only let it be inferred"
        )
    if grounds.disputing:
        denying = f"denied by {_number(count_sources(grounds.disputing), 'source')}"
        reasons.append(f"{denying} of {_number(grounds.against, 'origin')}")
    if grounds.open:
        reasons.append(f"{_number(len(grounds.open), 'claim')} left open: neither for nor against")
    return tuple(reasons)


def _support(grounds: Grounds) -> str:
    if not grounds.supporting:
        return "no report says that it is so"
    sources = count_sources(grounds.supporting)
    counted = _number(sources, "source")
    by_key = {chain.gatherer: chain.gatherer_name for chain in settle(grounds.supporting)}
    names = sorted(by_key.values())
    if len(names) > 1:
        return f"{counted} through {len(names)} outlets or agencies"
    agency = agency_named(names[0])
    through = "one agency" if agency and agency.wire else "one outlet"
    both = {1: "", 2: "both "}.get(sources, "all ")
    separator = ", " if both else " "
    return f"{counted}{separator}{both}through {through}: {names[0]}"


def _confirmation(grounds: Grounds) -> list[str]:
    if not grounds.supporting:
        return []
    if grounds.for_it == 1:
        return ["no report with another origin"]
    reasons = [f"{grounds.for_it} origins that share neither gatherer nor informant"]
    if len({chain.report_id for chain in grounds.supporting}) == 1:
        reasons.append("all of it from one report")
    return reasons


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
