"""The layer ``incidents`` as the machine contract writes it."""

from __future__ import annotations

from secondsource.annotations import IncidentRole
from secondsource.claims.incidents.records import Entity, Incident, Stage
from secondsource.claims.wire_values import PlaceRecord, TimeRecord, place_to_record, time_to_record
from secondsource.claims.wire_words import WireRecord, WordsRecord, words_to_record


class EntityRecord(WireRecord):
    """An entity with its offsets. ``role`` is perpetrator, organization, target, victim, group
    (people told of without a name) or instrument; ``score`` is from 0 to 1."""

    role: str
    mentions: tuple[WordsRecord, ...]
    score: float


class IncidentRecord(WireRecord):
    """One incident. Each entity is its mentions in text order; ``entities`` are all of them with
    offsets.

    ``victims`` are the people named, or where none is, those told of without a name ("six
    people"). ``date`` is EDTF or null, ``time`` the words that it rests on; ``claims`` are
    indexes into the claims of the document. ``score`` is the chance of the type, from 0 to 1.
    """

    type: str
    perpetrators: tuple[tuple[str, ...], ...]
    organizations: tuple[tuple[str, ...], ...]
    targets: tuple[tuple[str, ...], ...]
    victims: tuple[tuple[str, ...], ...]
    instruments: tuple[tuple[str, ...], ...]
    date: str | None
    place: PlaceRecord | None
    stage: Stage
    claims: tuple[int, ...]
    score: float
    time: TimeRecord | None
    entities: tuple[EntityRecord, ...]


def incident_to_record(incident: Incident) -> IncidentRecord:
    """The contract's record of ``incident``."""
    named = _mentions(incident, IncidentRole.VICTIM)
    return IncidentRecord(
        type=incident.type.value,
        perpetrators=_mentions(incident, IncidentRole.PERPETRATOR),
        organizations=_mentions(incident, IncidentRole.ORGANIZATION),
        targets=_mentions(incident, IncidentRole.TARGET),
        victims=named or _mentions(incident, IncidentRole.GROUP),
        instruments=_mentions(incident, IncidentRole.INSTRUMENT),
        date=incident.time.edtf if incident.time else None,
        place=place_to_record(incident.place) if incident.place else None,
        stage=incident.stage,
        claims=incident.claims,
        score=incident.score,
        time=time_to_record(incident.time) if incident.time else None,
        entities=tuple(map(_entity, incident.entities)),
    )


def _mentions(incident: Incident, role: IncidentRole) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.text for words in entity.mentions) for entity in incident.of(role))


def _entity(entity: Entity) -> EntityRecord:
    return EntityRecord(
        role=entity.role.name.lower(),
        mentions=tuple(map(words_to_record, entity.mentions)),
        score=entity.score,
    )
