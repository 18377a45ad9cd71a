"""What the rules read in the examples: the votes that are added to the classifier's scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.annotations import Layer, Layers, annotators, attach, load_resources, plan
from secondsource.claims import PairQuery, extract_claims
from secondsource.claims.coding import acled, pairs
from secondsource.claims.coding.between import read_pairs
from secondsource.claims.coding.cues import weigh
from secondsource.reports import from_text
from training.events.labels import Example

Votes = NDArray[np.float32]


def votes_of(examples: Sequence[Example]) -> list[Votes]:
    """The votes for the columns of each example's head."""
    resources = load_resources()
    stages = plan(annotators(resources), frozenset(Layer))
    found = []
    for example in examples:
        report = from_text(example.text)
        parse = next(iter(resources.parser.parse([report])))
        layers = attach(Layers(report=report, parse=parse), stages)
        found.append(_votes(layers, example))
    return found


def _votes(layers: Layers, example: Example) -> Votes:
    claims = extract_claims(layers)
    if example.source is None or example.target is None:
        return acled.votes_of(weigh(example.text, claims))
    query = PairQuery(id=example.id, source=example.source, target=example.target)
    [read] = read_pairs(layers, claims, [query])
    return pairs.votes_of(read)
