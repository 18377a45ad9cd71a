"""Fits the weights of `secondsource.fusion.matching` and scores them by cross-validation.

    python -m training.matching.train --data DATA [--write]

``DATA`` has the sets ``ecbplus`` and ``fakes_syria``. Without ``--write`` only the scores of
weights that never saw the topic they are scored on are shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from bench.scorers.coreference import b_cubed, clustering, conll
from secondsource.fusion.clusters import average_linkage
from secondsource.fusion.matching.mention_features import FEATURES
from secondsource.fusion.mentions import OTHER, SAME
from training.matching.corpus import Told, Topic, compared, read_layers, read_sets
from training.matching.regression import Floats, fitted

_TABLE = Path("secondsource/fusion/matching/weights.toml")
_FOLDS = 5
_PENALTY = 3.0
_THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5)

Kept = Callable[[str], bool]


def columns(topics: Sequence[Topic], kept: Kept) -> dict[bool, Floats]:
    """The weights for triggers of one kind and of different kinds, from the parts that are kept."""
    found = {}
    for alike in (True, False):
        chosen = [(topic, _inside(topic, kept) & (topic.alike == alike)) for topic in topics]
        rows = np.concatenate([topic.rows[inside] for topic, inside in chosen])
        right = np.concatenate([topic.right[inside] for topic, inside in chosen])
        found[alike] = fitted(rows, right.astype(float), np.ones(len(rows)), penalty=_PENALTY)
    return found


def _inside(topic: Topic, kept: Kept) -> np.ndarray:
    held = np.array([kept(part) for part in topic.parts])
    pairs = np.array(topic.pairs, dtype=int).reshape(-1, 2)
    return held[pairs[:, 0]] & held[pairs[:, 1]]


def clusters(
    topic: Topic, weights: dict[bool, Floats], kept: Kept, least: float
) -> tuple[tuple[str, ...], ...]:
    """The mentions of the kept parts of a topic, grouped."""
    points = {alike: topic.rows @ column[:-1] + column[-1] for alike, column in weights.items()}
    chance = 1 / (1 + np.exp(-np.where(topic.alike, points[True], points[False])))
    members = [one for one, part in zip(topic.ids, topic.parts, strict=True) if kept(part)]
    inside = _inside(topic, kept)
    scored = (
        (float(chance[at]), topic.ids[first], topic.ids[second])
        for at, (first, second) in enumerate(topic.pairs)
        if inside[at]
    )
    return average_linkage(members, scored, least=least)


def _fold(part: str) -> int:
    return crc32(part.encode()) % _FOLDS


def _held_out(topics: Sequence[Topic], least: float) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Clusters by set, each made with weights that saw nothing of its part."""
    for fold in range(_FOLDS):
        weights = columns(topics, lambda part, fold=fold: _fold(part) != fold)
        for topic in topics:
            for group in clusters(topic, weights, lambda p, fold=fold: _fold(p) == fold, least):
                yield topic.name, group


def _report(told: Sequence[Told], topics: Sequence[Topic]) -> None:
    for least in _THRESHOLDS:
        found = list(_held_out(topics, least))
        for row in told:
            events: dict[str, list[str]] = {}
            for mention, event in row.event.items():
                events.setdefault(event, []).append(mention)
            gold = clustering(events.values())
            mine = clustering(group for name, group in found if name == row.name)
            scores = f"CoNLL {conll(gold, mine):.3f}, B3 {b_cubed(gold, mine).f1:.3f}"
            print(f"{least} {row.name}: {scores}")


def _any_part(_: str) -> bool:
    return True


def _table(weights: dict[bool, Floats]) -> str:
    lines = ["# Made by training/matching/train.py; see docs/models/matching.md."]
    for name, alike in ((SAME, True), (OTHER, False)):
        lines += ["", f'["{name}"]', f"base = {weights[alike][-1]:.4f}"]
        listed = zip(FEATURES, weights[alike], strict=False)
        lines += [f"{feature.name} = {weight:.4f}" for feature, weight in listed]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Score, and write the table where told."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    told = list(read_sets(options.data))
    topics = [topic for row in told for topic in compared(row, read_layers(row))]
    if options.write:
        _TABLE.write_text(_table(columns(topics, _any_part)), encoding="utf-8")
    else:
        _report(told, topics)


if __name__ == "__main__":
    main()
