"""Incidents on request: one record for each violent happening that a report tells of."""

from secondsource.claims.incidents.reading import read_incidents
from secondsource.claims.incidents.records import Entity, Incident, Stage
from secondsource.claims.incidents.wire import EntityRecord, IncidentRecord, incident_to_record

__all__ = [
    "Entity",
    "EntityRecord",
    "Incident",
    "IncidentRecord",
    "Stage",
    "incident_to_record",
    "read_incidents",
]
