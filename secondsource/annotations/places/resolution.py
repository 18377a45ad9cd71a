"""Which of the places of this name is meant?

All mentions of one name in a report are taken to mean one place. Its candidates are scored by the
features below, first by what is known of each alone (the prior), then with what the prior makes
of the report's other names; both sets of weights are in the table of `weights`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from secondsource.annotations.places.context import Context, context_features, read_context
from secondsource.annotations.places.entries import Entry, Match
from secondsource.annotations.places.names import Belief, Named, Setting, prior_features
from secondsource.annotations.places.weights import Features, score

_FEW = 24
_NOTHING = 0.002


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The entry chosen for a name, how probable it is among its candidates, and why."""

    entry: Entry
    match: Match
    probability: float
    rivals: int
    reasons: tuple[str, ...] = ()


def resolve(
    names: Sequence[Named], setting: Setting, weights: Mapping[str, Mapping[str, float]]
) -> list[Choice | None]:
    """The choice for each name, ``None`` where the gazetteer has no candidate."""
    beliefs = [believe(named, weights["prior"], setting) for named in names]
    first = read_context(beliefs)
    context = read_context([revise(belief, first, weights["resolver"]) for belief in beliefs])
    return [_choose(belief, context, weights["resolver"]) for belief in beliefs]


def believe(named: Named, weights: Mapping[str, float], setting: Setting) -> Belief:
    """What the prior makes of a name: its candidates with their shares, the likeliest first."""
    if named.fixed is not None:
        return Belief(named=named, rows=(), shares=((named.fixed, 1.0),))
    rows = prior_features(named, setting)
    return Belief(named=named, rows=tuple(rows), shares=_shares(named, rows, weights))


def revise(belief: Belief, context: Context, weights: Mapping[str, float]) -> Belief:
    """The belief once more, with the shares that the resolver gives in a context."""
    if belief.named.fixed is not None:
        return belief
    rows = resolver_features(belief, context)
    return replace(belief, shares=_shares(belief.named, rows, weights))


def _shares(
    named: Named, rows: Sequence[Features], weights: Mapping[str, float]
) -> tuple[tuple[Entry, float], ...]:
    shares = softmax([score(weights, row) for row in rows])
    ranked = sorted(zip(shares, named.candidates, strict=True), key=lambda pair: -pair[0])
    return tuple((candidate.entry, share) for share, candidate in ranked[:_FEW] if share > _NOTHING)


def resolver_features(belief: Belief, context: Context) -> list[Features]:
    """The resolver's features for each candidate of a name, in the candidates' order."""
    return [
        row | _for_outlet(row, context_features(candidate, belief, context))
        for row, candidate in zip(belief.rows, belief.named.candidates, strict=True)
    ]


def _for_outlet(row: Features, context: Features) -> Features:
    """The context's features, once more for the name that the outlet carries."""
    if "outlet's name" not in row:
        return context
    return context | {f"outlet's name, {name}": value for name, value in context.items()}


def _choose(belief: Belief, context: Context, weights: Mapping[str, float]) -> Choice | None:
    named = belief.named
    if named.fixed is not None:
        return Choice(entry=named.fixed, match=Match.PRIMARY, probability=1.0, rivals=0)
    if not named.candidates:
        return None
    rows = resolver_features(belief, context)
    shares = softmax([score(weights, row) for row in rows])
    best = max(range(len(shares)), key=shares.__getitem__)
    return Choice(
        entry=named.candidates[best].entry,
        match=named.candidates[best].match,
        probability=shares[best],
        rivals=len(shares) - 1,
        reasons=tuple(_reasons(rows[best])),
    )


def _reasons(features: Features) -> list[str]:
    reasons = []
    if any(name.startswith("contained") for name in features):
        reasons.append("the words beside it name the area that it lies in")
    if features.get("type agrees"):
        reasons.append("the words beside it say what it is")
    if features.get("any near"):
        reasons.append("other places in the report are near")
    elif features.get("area named"):
        reasons.append("the report names other places in the same area")
    elif features.get("country named"):
        reasons.append("the report names its country or other places there")
    if features.get("outlet's country"):
        reasons.append("the outlet is of that country")
    return reasons


def softmax(logits: Sequence[float]) -> list[float]:
    """Shares that add up to one, in proportion to the exponentials of ``logits``."""
    if not logits:
        return []
    top = max(logits)
    powers = [exp(logit - top) for logit in logits]
    total = sum(powers)
    return [power / total for power in powers]
