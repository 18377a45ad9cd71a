"""How far reviewers agree on the claims that several of them decided on.

Krippendorff's alpha for nominal data, any number of coders and missing values (K. Krippendorff,
*Computing Krippendorff's Alpha-Reliability*, 2011), and Cohen's kappa for each two (J. Cohen,
*A Coefficient of Agreement for Nominal Scales*, 1960). A reviewer's code of a field is the value
that stands by their last decision on the claim; of a rejected claim it is "rejected".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from secondsource.claims import ClaimRecord
from secondsource.ledger import ClaimRuling, Decision, Judgement, Ledger, claim_ruling_of
from secondsource.views.contexts import about

REJECTED = "rejected"
NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kappa:
    """Cohen's kappa of two reviewers on one field."""

    reviewers: tuple[str, str] = field(metadata=about("The two reviewers."))
    claims: int = field(metadata=about("Claims that both decided on."))
    agreed: int = field(metadata=about("Claims on which they agree."))
    kappa: float | None = field(
        metadata=about("1 full agreement, 0 as by chance; nothing where both used one value only.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAgreement:
    """How far reviewers agree on one field of claims."""

    part: str = field(metadata=about("The field, or “judgement”: kept or rejected."))
    claims: int = field(metadata=about("Claims that two reviewers or more decided on."))
    reviewers: int = field(metadata=about("How many reviewers decided on any of these."))
    alpha: float | None = field(
        metadata=about("Krippendorff's alpha; nothing where all values are the same.")
    )
    pairs: tuple[Kappa, ...] = field(metadata=about("Each two reviewers with claims in common."))


Codes = Mapping[str, Mapping[str, str]]
"""The code of each reviewer, by claim."""


def agreement_of(ledger: Ledger) -> tuple[FieldAgreement, ...]:
    """The agreement on each field, over all claims that two reviewers or more decided on."""
    last = _last_rulings(ledger.reviews.all())
    shared = {claim: by for claim, by in last.items() if len(by) > 1}
    return tuple(_agreement(name, _codes(shared, value)) for name, value in _FIELDS)


def krippendorff_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Nominal alpha over the codes given to each unit; ``None`` where no two could disagree."""
    pairable = [unit for unit in units if len(unit) > 1]
    totals = Counter(code for unit in pairable for code in unit)
    count = totals.total()
    expected = count * count - sum(number * number for number in totals.values())
    if expected == 0:
        return None
    observed = sum(_disagreements(unit) / (len(unit) - 1) for unit in pairable)
    return 1 - (count - 1) * observed / expected


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Kappa over the codes of two coders, one pair a unit; ``None`` where chance leaves no room."""
    if not pairs:
        return None
    count = len(pairs)
    agreed = sum(one == other for one, other in pairs) / count
    first, second = (Counter(codes) for codes in zip(*pairs, strict=True))
    chance = sum(first[code] * second[code] for code in first) / (count * count)
    return None if chance == 1 else (agreed - chance) / (1 - chance)


def _disagreements(unit: Sequence[str]) -> int:
    """Ordered pairs of unlike codes within a unit."""
    counts = Counter(unit)
    return len(unit) ** 2 - sum(number * number for number in counts.values())


def _agreement(name: str, codes: Codes) -> FieldAgreement:
    reviewers = sorted({who for by in codes.values() for who in by})
    return FieldAgreement(
        part=name,
        claims=len(codes),
        reviewers=len(reviewers),
        alpha=krippendorff_alpha(tuple(by.values()) for by in codes.values()),
        pairs=tuple(
            kappa
            for one, other in combinations(reviewers, 2)
            if (kappa := _kappa(one, other, codes)) is not None
        ),
    )


def _kappa(one: str, other: str, codes: Codes) -> Kappa | None:
    both = [(by[one], by[other]) for by in codes.values() if one in by and other in by]
    if not both:
        return None
    return Kappa(
        reviewers=(one, other),
        claims=len(both),
        agreed=sum(mine == theirs for mine, theirs in both),
        kappa=cohen_kappa(both),
    )


def _last_rulings(decisions: Iterable[Decision]) -> dict[str, dict[str, ClaimRuling]]:
    """The last standing ruling of each reviewer on each claim."""
    last: dict[str, dict[str, ClaimRuling]] = {}
    for decision in decisions:
        ruling = claim_ruling_of(decision)
        if ruling is not None and decision.withdrawn_at is None:
            last.setdefault(ruling.subject, {})[decision.decided.who] = ruling
    return last


def _codes(
    last: Mapping[str, Mapping[str, ClaimRuling]], value: Callable[[ClaimRecord], str]
) -> Codes:
    return {
        claim: {who: _code(ruling, value) for who, ruling in by.items()}
        for claim, by in last.items()
    }


def _code(ruling: ClaimRuling, value: Callable[[ClaimRecord], str]) -> str:
    if ruling.judgement is Judgement.REJECT or ruling.after is None:
        return REJECTED
    return value(ruling.after)


def _parties(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids)) or NOTHING


_FIELDS: tuple[tuple[str, Callable[[ClaimRecord], str]], ...] = (
    ("judgement", lambda _: "kept"),
    ("type", lambda claim: claim.type or NOTHING),
    ("modality", lambda claim: claim.modality.value),
    ("polarity", lambda claim: claim.polarity.value),
    ("actors", lambda claim: _parties(one.id or one.name for one in claim.actors)),
    ("recipients", lambda claim: _parties(one.id or one.name for one in claim.recipients)),
    ("place", lambda claim: claim.place.name if claim.place else NOTHING),
    ("time", lambda claim: (claim.time.edtf if claim.time else None) or NOTHING),
    ("source", lambda claim: _parties(link.source.name for link in claim.attribution[-1:])),
)
