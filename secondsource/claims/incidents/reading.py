"""The incidents of a report: what the trained reader sees, placed and dated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.annotations import ActorKind, ActorMention, IncidentReader, IncidentRole, Layers
from secondsource.claims.incidents.circumstances import (
    claims_in,
    place_of,
    sentences_with,
    stage_of,
    time_of,
)
from secondsource.claims.incidents.entities import Group
from secondsource.claims.incidents.fillers import Filler
from secondsource.claims.incidents.forming import Formed, candidates, formed
from secondsource.claims.incidents.records import Entity, Incident
from secondsource.claims.incidents.thresholds import load_thresholds
from secondsource.claims.records import Claim
from secondsource.text import Evidence, Span, cover

# Those who tell of incidents, and those who lead: the model, which knows neither, may blame them.
_NO_BODIES = frozenset(
    {ActorKind.OUTLET, ActorKind.AGENCY, ActorKind.MONITOR, ActorKind.PUBLIC_FIGURE}
)


def read_incidents(
    layers: Layers, claims: Sequence[Claim], reader: IncidentReader
) -> tuple[Incident, ...]:
    """The incidents that the report tells of, the likeliest type first.

    Raises:
        MissingResource: if the thresholds are absent.
    """
    report = layers.report
    found = candidates(report.text, reader.read(report.text, report.body))
    rows = formed(found, load_thresholds())
    return tuple(_incident(row, layers, claims, only=len(rows) == 1) for row in rows)


def _incident(row: Formed, layers: Layers, claims: Sequence[Claim], *, only: bool) -> Incident:
    text = layers.report.text
    groups = _told_apart(row.entities, layers)
    where = sentences_with(layers, _spans(groups))
    if only and not where:
        where = tuple(sentence.span for sentence in layers.sentences or ())
    numbers = claims_in(claims, where)
    told = [claims[number] for number in numbers]
    return Incident(
        type=row.type,
        entities=tuple(sorted((_entity(group, layers) for group in groups), key=_place)),
        score=row.score,
        stage=stage_of(text, where, told),
        place=place_of(layers, where, told),
        time=time_of(layers, where, told),
        claims=numbers,
    )


def _spans(groups: Sequence[Group]) -> Iterator[Span]:
    for group in groups:
        for filler in group.fillers:
            yield from filler.spans


def _told_apart(groups: Sequence[Group], layers: Layers) -> list[Group]:
    """The groups without organizations that are none, those of one actor as one."""
    kept: list[Group] = []
    known: dict[str, int] = {}
    for group in groups:
        actors = _actors(group, layers)
        if any(_is_no_body(group, actor) for actor in actors):
            continue
        same = next((known[row.actor] for row in actors if row.actor in known), None)
        if same is None:
            known |= {row.actor: len(kept) for row in actors if row.actor}
            kept.append(group)
        else:
            kept[same] = replace(kept[same], fillers=(*kept[same].fillers, *group.fillers))
    return kept


def _is_no_body(group: Group, actor: ActorMention) -> bool:
    """Whether the whole words of ``group`` are the actor's name: his forces are a body."""
    named = any(actor.span.contains(span) for span in group.best.spans)
    return named and actor.kind in _NO_BODIES


def _actors(group: Group, layers: Layers) -> list[ActorMention]:
    """The actors that the words of an organization name."""
    if group.role is not IncidentRole.ORGANIZATION:
        return []
    spans = group.best.spans
    return [row for row in layers.actors or () if any(map(row.span.overlaps, spans))]


def _entity(group: Group, layers: Layers) -> Entity:
    spans = sorted(_shown(filler, layers) for filler in group.fillers)
    return Entity(
        role=group.role,
        mentions=tuple(Evidence.at(layers.report.text, span) for span in spans),
        score=group.best.score,
    )


def _place(entity: Entity) -> tuple[IncidentRole, Span]:
    return entity.role, entity.mentions[0].span


def _shown(filler: Filler, layers: Layers) -> Span:
    """Where the words stand first; people without a name where they are first counted, with their
    number."""
    if filler.role is IncidentRole.GROUP:
        for span in filler.spans:
            for row in layers.quantities or ():
                if row.span.overlaps(span):
                    return cover((row.span, span))
    return filler.spans[0]
