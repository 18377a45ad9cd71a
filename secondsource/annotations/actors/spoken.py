"""Who "I" and "we" are: whoever a quotation is attributed to, or the body that they speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotations.actors.antecedents import NO_BODY
from secondsource.annotations.attribution_records import (
    AttributionMention,
    QuoteKind,
    SourceDetails,
)
from secondsource.annotations.records import ActorMention

_ONE = frozenset({"i", "me", "my", "myself"})
_SEVERAL = frozenset({"we", "us", "our", "ourselves"})
_QUOTED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})


def with_speakers(
    text: str, actors: Sequence[ActorMention], attributions: Sequence[AttributionMention]
) -> tuple[ActorMention, ...]:
    """``actors`` with the "I" and "we" of quotations linked to the one source of the innermost.

    "We" is the body to which the source belongs; where the words name none, it stays open.
    """
    return tuple(_linked(text, mention, actors, attributions) for mention in actors)


def _linked(
    text: str,
    mention: ActorMention,
    actors: Sequence[ActorMention],
    attributions: Sequence[AttributionMention],
) -> ActorMention:
    word = mention.span.of(text)
    if mention.actor or word == "US" or word.lower() not in _ONE | _SEVERAL:
        return mention
    details = _speaker(mention, attributions)
    if details is None:
        return mention
    meant = _person(details, actors)
    if word.lower() in _SEVERAL:
        meant = _body(details, meant, actors)
    if meant is None:
        return mention
    return replace(
        mention,
        actor=meant.actor,
        name=meant.name,
        kind=meant.kind,
        antecedents=(meant.span,),
        why=f"in a quotation of or for {meant.name!r}",
    )


def _speaker(
    mention: ActorMention, attributions: Sequence[AttributionMention]
) -> SourceDetails | None:
    """The one source of the smallest quotation around the words."""
    around = [
        row
        for row in attributions
        if row.kind in _QUOTED and any(span.contains(mention.span) for span in row.content)
    ]
    inner = min(around, key=lambda row: sum(map(len, row.content)), default=None)
    return inner.details[0] if inner is not None and len(inner.details) == 1 else None


def _person(details: SourceDetails, actors: Sequence[ActorMention]) -> ActorMention | None:
    inside = [row for row in actors if row.span.overlaps(details.head)]
    return max(inside, key=lambda row: len(row.span), default=None)


def _body(
    details: SourceDetails, speaker: ActorMention | None, actors: Sequence[ActorMention]
) -> ActorMention | None:
    """The body that the source belongs to, that is the source, or that alone its words name."""
    if details.affiliate is not None:
        return next((row for row in actors if row.actor == details.affiliate), None)
    if speaker is not None and speaker.actor and speaker.kind not in NO_BODY:
        return speaker
    inside = [
        row
        for row in actors
        if row.actor and row.kind not in NO_BODY and details.words.contains(row.span)
    ]
    return inside[0] if len({row.actor for row in inside}) == 1 else None
