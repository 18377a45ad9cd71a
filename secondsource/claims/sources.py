"""Who says so: the attribution chain of a claim, from the outlet outwards."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotations import ActorMention, AttributionMention, Layers, SourceType
from secondsource.claims.records import Link, Party
from secondsource.text import Evidence, Span, cover

_PRONOUNS = frozenset("i he she it they we who".split())


def reported_by(layers: Layers, trigger: Span) -> tuple[AttributionMention, ...]:
    """The attributions with a source whose content holds ``trigger``, widest content first."""
    holding = [
        attribution
        for attribution in layers.attributions or ()
        if attribution.source
        and any(content.contains(trigger) for content in attribution.content)
        and not any(span.overlaps(trigger) for span in (*attribution.cue, *attribution.source))
    ]
    holding.sort(key=_from_the_outlet_outwards)
    return tuple(holding)


def _from_the_outlet_outwards(attribution: AttributionMention) -> tuple[int, bool, Span]:
    """Wider content first; of two with one content, the outlet that cites the other."""
    cited = attribution.source_type is not SourceType.OUTLET
    return -_width(attribution), cited, attribution.source[0]


def chain(
    layers: Layers, reported: Iterable[AttributionMention], actors: Iterable[Party]
) -> tuple[Link, ...]:
    """The chain of ``reported``, from the outlet outwards.

    Whoever announces what they themselves will do or want done is the claim's actor, not a source
    of news about it.
    """
    spans = [party.words.span for party in actors]
    links = [
        _link(layers, attribution)
        for attribution in reported
        if not any(source.overlaps(span) for source in attribution.source for span in spans)
    ]
    return tuple(link for at, link in enumerate(links) if not at or _is_another(link, links[:at]))


def _is_another(link: Link, before: Iterable[Link]) -> bool:
    """Whether a link inside another's content is somebody else: "he said he had learned" is not."""
    if link.source.text.lower() in _PRONOUNS and link.id is None:
        return False
    return all(link.id is None or link.id != other.id for other in before)


def speaks_of_itself(reported: Iterable[AttributionMention], party: Party) -> bool:
    """Whether the words of ``party`` are a source's own words, which its content does not hold."""
    return any(
        source.overlaps(party.words.span)
        and not any(content.contains(party.words.span) for content in attribution.content)
        for attribution in reported
        for source in attribution.source
    )


def _width(attribution: AttributionMention) -> int:
    return sum(len(content) for content in attribution.content)


def _link(layers: Layers, attribution: AttributionMention) -> Link:
    text = layers.report.text
    source = attribution.source[0]
    named = _named(layers.actors or (), source)
    return Link(
        source=Evidence.at(text, source),
        name=named.name if named else source.of(text),
        type=attribution.source_type or SourceType.ANONYMOUS,
        id=named.actor if named else None,
        cue=Evidence.at(text, cover(attribution.cue)) if attribution.cue else None,
        via=Evidence.at(text, attribution.via) if attribution.via else None,
    )


def _named(mentions: Iterable[ActorMention], source: Span) -> ActorMention | None:
    """The actor who is the source: the mention that is, or heads, the whole of its words."""
    whole = [
        mention for mention in mentions if mention.actor and source in (mention.span, mention.head)
    ]
    return max(whole, key=lambda mention: len(mention.span), default=None)
