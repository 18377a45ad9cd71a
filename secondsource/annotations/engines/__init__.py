"""Engines: the heavyweight model libraries, loaded only when a parse is asked for."""

from secondsource.annotations.engines.events import EventReader, load_event_reader
from secondsource.annotations.engines.incidents import (
    IncidentReader,
    IncidentRole,
    IncidentScores,
    IncidentType,
    load_incident_reader,
)
from secondsource.annotations.engines.parser import Parser, load_parser
from secondsource.annotations.engines.reader import Reader, load_reader
from secondsource.annotations.engines.states import StateReader, load_state_reader
from secondsource.annotations.engines.tagging import Role, Tagged

__all__ = [
    "EventReader",
    "IncidentReader",
    "IncidentRole",
    "IncidentScores",
    "IncidentType",
    "Parser",
    "Reader",
    "Role",
    "StateReader",
    "Tagged",
    "load_event_reader",
    "load_incident_reader",
    "load_parser",
    "load_reader",
    "load_state_reader",
]
