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
9     two or more say so otherwise; a report: not confirmed        3 possibly true
10    two or more origins say so otherwise                          2 probably true
11    one origin says so firmly                                     3 possibly true
12    one origin says so with hedges only                           6 cannot be judged
====  ===========================================================  ===========================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from secondsource.claims import Modality
from secondsource.fusion.grounds import Grounds
from secondsource.fusion.reasons import reasons_for
from secondsource.fusion.records import Credibility, Reason, Verdict


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
    Rule(
        row=9,
        applies=lambda on: on.for_it >= 2 and bool(on.unconfirmed),
        credibility=Credibility.POSSIBLE,
    ),
    Rule(row=10, applies=lambda on: on.for_it >= 2, credibility=Credibility.PROBABLE),
    Rule(row=11, applies=lambda on: on.firmly == 1, credibility=Credibility.POSSIBLE),
    Rule(row=12, applies=lambda _: True, credibility=Credibility.UNJUDGED),
)


def judge(grounds: Grounds) -> Verdict:
    """The credibility digit of the first rule that applies, with its reasons as sentences."""
    rule = next(rule for rule in RULES if rule.applies(grounds))
    return Verdict(credibility=rule.credibility, reasons=reasons_for(grounds), row=rule.row)


def judge_prospect(grounds: Grounds, modality: Modality) -> Verdict:
    """The verdict on what nobody says has happened: at best possible, however many announce it."""
    verdict = judge(grounds)
    digit = max(verdict.credibility, Credibility.POSSIBLE, key=lambda digit: digit.value)
    told = tuple(chain.claim_id for chain in grounds.supporting)
    reason = Reason(text=f"{modality.value}: nobody says that it has happened", claims=told)
    return Verdict(credibility=digit, reasons=(reason, *verdict.reasons), row=verdict.row)
