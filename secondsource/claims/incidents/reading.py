"""The incidents of a report: what the trained reader sees, placed and dated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.annotations import IncidentReader, Layers
from secondsource.claims.incidents.circumstances import (
    claims_in,
    place_of,
    sentences_with,
    stage_of,
    time_of,
)
from secondsource.claims.incidents.entities import Group
from secondsource.claims.incidents.forming import Formed, candidates, formed
from secondsource.claims.incidents.records import Entity, Incident
from secondsource.claims.incidents.thresholds import load_thresholds
from secondsource.claims.records import Claim
from secondsource.text import Evidence, Span


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
    where = sentences_with(layers, _spans(row.entities))
    if only and not where:
        where = tuple(sentence.span for sentence in layers.sentences or ())
    numbers = claims_in(claims, where)
    told = [claims[number] for number in numbers]
    return Incident(
        type=row.type,
        entities=tuple(_entity(group, text) for group in row.entities),
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


def _entity(group: Group, text: str) -> Entity:
    firsts = sorted(filler.spans[0] for filler in group.fillers)
    return Entity(
        role=group.role,
        mentions=tuple(Evidence.at(text, span) for span in firsts),
        score=group.best.score,
    )
