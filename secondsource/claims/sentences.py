"""The layers of a report sentence by sentence, so that a long report costs no more per claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from secondsource.annotations import Layers, Parse
from secondsource.text import Span

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class BySentence:
    """For each sentence number the report's layers, cut down to what touches that sentence."""

    rows: Mapping[int, Layers]
    empty: Layers

    def at(self, number: int) -> Layers:
        """The layers of one sentence."""
        return self.rows.get(number, self.empty)


def by_sentence(layers: Layers, parse: Parse) -> BySentence:
    """Sort places, times, quantities and attributions by the sentences that they touch."""
    places = _sorted(parse, ((row.phrase, row) for row in layers.places or ()))
    times = _sorted(parse, ((row.span, row) for row in layers.times or ()))
    quantities = _sorted(parse, ((row.span, row) for row in layers.quantities or ()))
    said = _sorted(
        parse, ((span, row) for row in layers.attributions or () for span in row.content)
    )
    numbers = {*places, *times, *quantities, *said}
    return BySentence(
        rows={
            number: replace(
                layers,
                places=tuple(places.get(number, ())),
                times=tuple(times.get(number, ())),
                quantities=tuple(quantities.get(number, ())),
                attributions=tuple(dict.fromkeys(said.get(number, ()))),
            )
            for number in numbers
        },
        empty=replace(layers, places=(), times=(), quantities=(), attributions=()),
    )


def _sorted(parse: Parse, items: Iterable[tuple[Span, Item]]) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    for span, item in items:
        inside = parse.within(span)
        if inside:
            for number in range(inside[0].sentence, inside[-1].sentence + 1):
                found[number].append(item)
    return found
