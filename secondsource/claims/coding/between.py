"""What the rules read between two mentions: by the parse, else by the claims.

The first event word on the way through the dependency tree from the source to the target is the
answer: "X agreed to help Y" is an AGREE. Else a claim between the two mentions is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secondsource.annotations import Layers, Parse, Token
from secondsource.claims.coding.records import PairQuery
from secondsource.claims.lexicon import load_lexicon
from secondsource.claims.records import Claim, ClaimKind, EventType, Party
from secondsource.claims.triggers import Trigger, find_triggers
from secondsource.errors import LayerOrder
from secondsource.text import Span

_TOGETHER = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})


def read_pairs(
    layers: Layers, claims: Sequence[Claim], queries: Iterable[PairQuery]
) -> tuple[EventType | None, ...]:
    """The type that the rules read for each of ``queries``, in order.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    if layers.parse is None:
        raise LayerOrder(layers.report.id, "pairs need the parse")
    parse = layers.parse
    triggers = tuple(find_triggers(parse, load_lexicon("events")))
    return tuple(_read(parse, triggers, claims, query) for query in queries)


def _read(
    parse: Parse, triggers: Sequence[Trigger], claims: Iterable[Claim], query: PairQuery
) -> EventType | None:
    return _on_the_way(parse, triggers, query) or _of_claims(claims, query)


def _of_claims(claims: Iterable[Claim], query: PairQuery) -> EventType | None:
    """The type of the surest claim that joins the two."""
    joining = [claim for claim in claims if _joins(claim, query)]
    surest = max(joining, key=lambda claim: claim.confidence, default=None)
    return surest.type if surest and isinstance(surest.type, EventType) else None


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
