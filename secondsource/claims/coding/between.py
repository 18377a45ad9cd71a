"""What the rules read between two mentions: by the parse, else by the claims.

The first event word on the way through the dependency tree from the source to the target is the
answer: "X agreed to help Y" is an AGREE. Else a claim between the two mentions is. What the target
does to the source is no answer, and speaks against the same the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.annotations import Layers, Parse, Token
from secondsource.claims.coding.records import PairQuery
from secondsource.claims.lexicon import load_lexicon
from secondsource.claims.records import Claim, ClaimKind, EventType, Party
from secondsource.claims.triggers import Trigger, find_triggers
from secondsource.errors import LayerOrder
from secondsource.text import Span

_TOGETHER = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReading:
    """What the rules read of a pair: the type, ``None`` where they read none.

    ``against`` is what is done the other way round only.
    """

    type: EventType | None
    against: EventType | None = None


def read_pairs(
    layers: Layers, claims: Sequence[Claim], queries: Iterable[PairQuery]
) -> tuple[PairReading, ...]:
    """What the rules read for each of ``queries``, in order.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    if layers.parse is None:
        raise LayerOrder(layers.report.id, "pairs need the parse")
    parse = layers.parse
    triggers = tuple(find_triggers(parse, load_lexicon("events")))
    return tuple(_read(parse, triggers, claims, query) for query in queries)


def _read(
    parse: Parse, triggers: Sequence[Trigger], claims: Sequence[Claim], query: PairQuery
) -> PairReading:
    mutual = {trigger.span for trigger in triggers if trigger.entry.reciprocal}
    one_way = [claim for claim in claims if claim.trigger.span not in mutual]
    by_target = {row.trigger.span for row in one_way if _is_done_by_target(row, query)}
    ahead = [trigger for trigger in triggers if trigger.span not in by_target]
    found = _on_the_way(parse, ahead, query) or _type(_surest(claims, query))
    back = PairQuery(id=query.id, source=query.target, target=query.source)
    against = _type(_surest(one_way, back))
    return PairReading(type=found, against=None if against is found else against)


def _is_done_by_target(claim: Claim, query: PairQuery) -> bool:
    return _touch(claim.actors, query.target) and not _touch(claim.actors, query.source)


def _surest(claims: Iterable[Claim], query: PairQuery) -> Claim | None:
    """The surest claim that joins the two."""
    joining = [claim for claim in claims if _joins(claim, query)]
    return max(joining, key=lambda claim: claim.confidence, default=None)


def _type(claim: Claim | None) -> EventType | None:
    return claim.type if claim and isinstance(claim.type, EventType) else None


def _joins(claim: Claim, query: PairQuery) -> bool:
    if claim.kind is not ClaimKind.EVENT:
        return False
    if claim.type in _TOGETHER:
        everyone = (*claim.actors, *claim.recipients)
        return _touch(everyone, query.source) and _touch(everyone, query.target)
    return _touch(claim.actors, query.source) and _touch(claim.recipients, query.target)


def _touch(parties: Iterable[Party], span: Span) -> bool:
    return any(party.words.span.overlaps(span) for party in parties)


def _on_the_way(parse: Parse, triggers: Sequence[Trigger], query: PairQuery) -> EventType | None:
    source, target = _head(parse, query.source), _head(parse, query.target)
    if source is None or target is None:
        return None
    types: dict[int, EventType] = {}
    for trigger in triggers:
        if isinstance(trigger.entry.type, EventType):
            for word in trigger.words:
                types.setdefault(word.index, trigger.entry.type)
    return next(
        (types[row.index] for row in _way(parse, source, target) if row.index in types), None
    )


def _head(parse: Parse, span: Span) -> Token | None:
    """The token of ``span`` that no other of its tokens is above."""
    tokens = parse.within(span)
    inside = {token.index for token in tokens}
    return next((row for row in tokens if row.head == row.index or row.head not in inside), None)


def _way(parse: Parse, source: Token, target: Token) -> Iterator[Token]:
    """The tokens between the two in the tree, from the source on; in other sentences, all above."""
    above_target = [target, *parse.ancestors(target)]
    known = {token.index: depth for depth, token in enumerate(above_target)}
    for token in parse.ancestors(source):
        yield token
        if token.index in known:
            yield from reversed(above_target[1 : known[token.index]])
            return
    if source.index in known:
        yield from reversed(above_target[1 : known[source.index]])
    else:
        yield from reversed(above_target[1:])
