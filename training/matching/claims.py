"""Fits the weights by which claims are grouped into events, and scores them by cross-validation.

    python -m training.matching.claims --data DATA [--write]

``DATA`` has the sets ``ecbplus`` and ``fakes_syria``. Few claims fall on what these sets annotate,
so the fit starts from weights set by hand (``FIRST``) and departs from them as far as the pairs
give reason to. What no pair shows stays as it was set.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np

from secondsource.claims import Claim, ClaimKind, EventType, Modality
from secondsource.fusion import EventMention, provenance, trace_lineage
from secondsource.fusion.compatible import is_copy, may_be_one
from secondsource.fusion.events import CLAIMS, candidate_pairs, slots_of
from secondsource.fusion.matching.claim_features import FEATURES
from secondsource.pipeline.documents import as_report, parse_documents
from secondsource.pipeline.reading import Plan, Reading, read_reports
from training.matching.corpus import Told, read_sets
from training.matching.regression import Floats, fitted

FIRST = Path("training/matching/claim_weights.toml")
_TABLE = Path("secondsource/fusion/matching/claim_weights.toml")
_FOLDS = 5
_PENALTY = 5.0
_LEAST_SHARE = 0.05
# The part of the pairs that grouping compares in many reports of one war that is right.
_RIGHT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The compared pairs of claims of one set; ``rows`` is (pairs, features), and ``parts`` say on
    which side of a split a pair is, ``None`` for one that straddles it."""

    name: str
    rows: Floats
    right: np.ndarray
    parts: tuple[str | None, ...]


def pairs_of(told: Told, readings: Sequence[Reading]) -> Pairs:
    """The pairs of annotated claims in different reports that grouping compares; copies, which it
    joins anyway, are left out."""
    claims = [claim for reading in readings for claim in reading.claims or ()]
    reports = [reading.layers.report for reading in readings]
    event = _events(told, claims)
    lineage = trace_lineage(reports, claims)
    slots = slots_of(claims, provenance(reports, lineage), lineage)
    chosen = {key: row for key, row in slots.items() if key in event}
    compared = [
        (one, other)
        for one, other in sorted(candidate_pairs(chosen, None))
        if _is_compared(chosen[one].claim, chosen[other].claim)
        and may_be_one(chosen[one], chosen[other])
        and not is_copy(chosen[one], chosen[other])
    ]
    rows = [
        [feature.measure(chosen[one], chosen[other]) for feature in FEATURES]
        for one, other in compared
    ]
    part = {key: told.part[row.claim.report_id] for key, row in chosen.items()}
    return Pairs(
        name=told.name,
        rows=np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES)),
        right=np.array([event[one] == event[other] for one, other in compared], dtype=np.bool_),
        parts=tuple(part[one] if part[one] == part[other] else None for one, other in compared),
    )


def _is_compared(first: Claim, second: Claim) -> bool:
    return first.report_id != second.report_id


def _events(told: Told, claims: Sequence[Claim]) -> dict[str, str]:
    """The annotated event of each claim that is annotated by its trigger, or, where a report has
    one annotation only, by its sentence."""
    given: dict[str, list[EventMention]] = {}
    for mention in told.mentions:
        given.setdefault(mention.report_id, []).append(mention)
    found: dict[str, str] = {}
    for claim in claims:
        near = given.get(claim.report_id, ()) if claim.kind is ClaimKind.EVENT else ()
        hits = [mention for mention in near if _is_about(claim, mention, alone=len(near) == 1)]
        if hits:
            nearest = min(hits, key=lambda row: abs(row.span.start - claim.trigger.start))
            found[claim.id] = told.event[nearest.id]
    return found


def _is_about(claim: Claim, mention: EventMention, *, alone: bool) -> bool:
    if mention.span.overlaps(claim.trigger.span):
        return True
    forceful = claim.type is EventType.ASSAULT and claim.modality is Modality.ACTUAL
    inside = any(part.span.contains(mention.span) for part in claim.evidence)
    return alone and forceful and inside


def column(sets: Sequence[Pairs], left_out: int | None) -> Floats:
    """The weights, then the base, from all pairs but those that touch a fold. Right pairs
    count less than wrong ones: annotated claims are of few stories, so that too many are right, and
    a false confirmation is worse than an event listed twice."""
    kept = [
        np.array([part is None or _fold(part) != left_out for part in row.parts], dtype=np.bool_)
        for row in sets
    ]
    rows = np.concatenate([row.rows[some] for row, some in zip(sets, kept, strict=True)])
    right = np.concatenate([row.right[some] for row, some in zip(sets, kept, strict=True)])
    counted = np.concatenate(
        [_balance(row.right[some]) for row, some in zip(sets, kept, strict=True)]
    )
    return fitted(rows, right.astype(float), counted, penalty=_PENALTY, first=first_weights())


def _balance(right: np.ndarray) -> Floats:
    """Weights of pairs by which a fourth of their sum is of right ones."""
    share = np.clip(right.mean() if len(right) else 0.5, _LEAST_SHARE, 1 - _LEAST_SHARE)
    weighed: Floats = np.where(right, _RIGHT / share, (1 - _RIGHT) / (1 - share))
    return weighed


def first_weights() -> Floats:
    """The weights set by hand, in the order of the features, then the base."""
    table = tomllib.loads(FIRST.read_text(encoding="utf-8"))[CLAIMS]
    return np.array([*(table[feature.name] for feature in FEATURES), table["base"]])


def _fold(part: str) -> int:
    return crc32(part.encode()) % _FOLDS


def _held_out(sets: Sequence[Pairs]) -> Iterator[tuple[str, Floats, Floats, np.ndarray]]:
    """By set and fold the scores of weights set by hand and of fitted ones, and what is right."""
    first = first_weights()
    for fold in range(_FOLDS):
        weights = column(sets, fold)
        for row in sets:
            inside = np.array([part is not None and _fold(part) == fold for part in row.parts])
            rows = row.rows[inside.astype(bool)]
            scores = [rows @ one[:-1] + one[-1] for one in (first, weights)]
            yield row.name, scores[0], scores[1], row.right[inside.astype(bool)]


def _report(sets: Sequence[Pairs]) -> None:
    found = list(_held_out(sets))
    for row in sets:
        mine = [one for one in found if one[0] == row.name]
        right = np.concatenate([one[3] for one in mine])
        for number, name in ((1, "by hand"), (2, "fitted")):
            scores = np.concatenate([one[number] for one in mine])
            joined = scores >= 0
            sure = np.log1p(np.exp(np.where(right, -scores, scores))).mean()
            print(
                f"{row.name}, {name}: {len(right)} pairs, {right.sum()} right, "
                f"{joined.sum()} joined, {(joined & right).sum()} of them right, loss {sure:.3f}"
            )


def _table(weights: Floats) -> str:
    lines = ["# Made by training/matching/claims.py; see docs/models/matching.md.", ""]
    lines += [f"[{CLAIMS}]", f"base = {weights[-1]:.4f}"]
    listed = zip(FEATURES, weights, strict=False)
    return "\n".join([*lines, *(f"{one.name} = {weight:.4f}" for one, weight in listed)]) + "\n"


def _read(told: Told) -> list[Reading]:
    reports = (replace(as_report(row), id=row.id) for row in parse_documents(told.documents))
    return list(read_reports(reports, Plan(claims=True)))


def main() -> None:
    """Score, and write the table where told."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = [pairs_of(told, _read(told)) for told in read_sets(options.data)]
    _report(sets)
    if options.write:
        _TABLE.write_text(_table(column(sets, None)), encoding="utf-8")


if __name__ == "__main__":
    main()
