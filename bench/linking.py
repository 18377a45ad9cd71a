"""``python -m bench.linking``: what linking actors costs beside the whole pipeline.

Both are timed in one run on the same reports, by CPU time of this process: parsing, each layer and
the claims. Linking is the actors layer: finding names, deciding which actor each means, and
resolving what is not named.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

from bench.gold import fakes_syria
from bench.shared import shared_folder, spread
from secondsource.annotations import Layer, Layers, annotators, attach, load_resources, plan
from secondsource.claims import extract_claims
from secondsource.reports import Report, from_text

MOST = 0.10
"""The share of the pipeline's time that linking may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU seconds by part over some reports, and how many mentions were linked."""

    seconds: dict[str, float]
    mentions: int

    @property
    def share(self) -> float:
        """The part of linking."""
        return self.seconds["actors"] / sum(self.seconds.values())

    @property
    def per_thousand(self) -> float:
        """CPU seconds for 1,000 mentions."""
        return 1000 * self.seconds["actors"] / max(1, self.mentions)


def measured(reports: Sequence[Report]) -> Cost:
    """The cost over ``reports``, once warm."""
    _read(reports[:1])
    return _read(reports)


def _read(reports: Sequence[Report]) -> Cost:
    resources = load_resources(None)
    stages = plan(annotators(resources), frozenset(Layer))
    seconds: defaultdict[str, float] = defaultdict(float)
    start = process_time()
    parses = list(resources.parser.parse(reports))
    seconds["parse"] = process_time() - start
    mentions = 0
    for report, parse in zip(reports, parses, strict=True):
        layers = Layers(report=report, parse=parse)
        for stage in stages:
            start = process_time()
            layers = attach(layers, [stage])
            seconds[stage.gives.value] += process_time() - start
        start = process_time()
        extract_claims(layers)
        seconds["claims"] += process_time() - start
        mentions += len(layers.actors or ())
    return Cost(seconds=dict(seconds), mentions=mentions)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 if linking costs less than `MOST` of the whole, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="bench.linking", description=__doc__)
    parser.add_argument("--limit", type=int, default=60, help="how many reports to read (60)")
    options = parser.parse_args(arguments)
    shared = shared_folder()
    if shared is None:
        print("linking: skipped, no shared data (set SECONDSOURCE_SHARED)")
        return 0
    articles = spread(fakes_syria.read(shared / "data"), options.limit)
    cost = measured([from_text(row.document.text) for row in articles])
    whole = sum(cost.seconds.values())
    for part, seconds in cost.seconds.items():
        print(f"{part:<14} {seconds:7.2f} s {seconds / whole:7.1%}")
    print(
        f"linking {cost.mentions:,} mentions: {cost.share:.1%} of the pipeline's time, "
        f"{cost.per_thousand:.2f} s a thousand (at most {MOST:.0%})"
    )
    return int(cost.share >= MOST)


if __name__ == "__main__":
    sys.exit(main())
