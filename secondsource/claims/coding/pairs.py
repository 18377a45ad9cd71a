"""What the source of a pair does to its target: the trained reader and the rules together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from secondsource.annotations import EventReader, Layers, Parse
from secondsource.claims.coding.between import PairReading, read_pairs
from secondsource.claims.coding.columns import PAIR_COLUMNS
from secondsource.claims.coding.records import PairCoding, PairQuery
from secondsource.claims.coding.weights import Floats, load_weights
from secondsource.claims.records import Claim, EventType
from secondsource.errors import LayerOrder
from secondsource.text import Span, cover

_LEAST = 0.01
# A step back is hard to tell from the promise of one, so the two are chosen together first.
_STEPS_BACK = frozenset({EventType.CONCEDE, EventType.RETREAT})


def code_pairs(
    layers: Layers, claims: Sequence[Claim], queries: Iterable[PairQuery], reader: EventReader
) -> tuple[PairCoding, ...]:
    """One coding for each of ``queries``, in order.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    if layers.parse is None:
        raise LayerOrder(layers.report.id, "pairs need the parse")
    listed = list(queries)
    read = read_pairs(layers, claims, listed)
    asked = [_passage(layers.report.text, layers.parse, query) for query in listed]
    rows = zip(listed, reader.pairs(asked), read, strict=True)
    return tuple(_coding(query, scores, kind) for query, scores, kind in rows)


def _passage(text: str, parse: Parse, query: PairQuery) -> tuple[str, Span, Span]:
    """The sentences that hold both mentions, with the mentions' spans there."""
    both = cover((query.source, query.target))
    numbers = {token.sentence for token in parse.within(both)}
    tokens = [token for number in numbers for token in parse.sentence(number)]
    whole = cover((both, *(token.span for token in tokens)))
    return whole.of(text), query.source.shift(-whole.start), query.target.shift(-whole.start)


def votes_of(read: PairReading) -> Floats:
    """One vote for the type that the rules read, by column, and one against that of the way back.

    What is only done the other way round is a vote for nothing being done, too.
    """
    votes = np.zeros(len(PAIR_COLUMNS), dtype=np.float32)
    if read.type is not None:
        votes[PAIR_COLUMNS.index(read.type)] = 1.0
    if read.against is not None:
        votes[PAIR_COLUMNS.index(read.against)] = -1.0
        votes[PAIR_COLUMNS.index(None)] = 0.0 if read.type else 1.0
    return votes


def _coding(query: PairQuery, scores: Floats, read: PairReading) -> PairCoding:
    chances = load_weights("pairs").chances(scores, votes_of(read))
    by_type = dict(zip(PAIR_COLUMNS, chances, strict=True))
    shown = sorted(
        ((kind, round(chance, 3)) for kind, chance in by_type.items() if kind and chance >= _LEAST),
        key=lambda row: -row[1],
    )
    return PairCoding(id=query.id, type=best_type(by_type), scores=tuple(shown))


def best_type(chances: dict[EventType | None, float]) -> EventType | None:
    """The likeliest type, or ``None`` where it is likeliest that nothing is done."""
    back = sum(chances[kind] for kind in _STEPS_BACK)
    best = max(chances, key=lambda kind: chances[kind])
    if back > chances[best]:
        return max(_STEPS_BACK, key=lambda kind: chances[kind])
    return best
