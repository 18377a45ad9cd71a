"""PLOVER's quad classes and sectors, and the CAMEO codes that its types come from.

PLOVER merges what CAMEO kept apart, so that a code is given only where type and mode leave one.
Types and quads: PLOVER manual (openeventdata/PLOVER). CAMEO: codebook 1.1b3 and GDELT's table of
event codes.
"""

from __future__ import annotations

from secondsource.annotations import ActorKind
from secondsource.claims import EventType

VERBAL_COOPERATION = "VERBAL COOPERATION"
MATERIAL_COOPERATION = "MATERIAL COOPERATION"
VERBAL_CONFLICT = "VERBAL CONFLICT"
MATERIAL_CONFLICT = "MATERIAL CONFLICT"

QUADS: dict[EventType, str] = {
    EventType.AGREE: VERBAL_COOPERATION,
    EventType.CONSULT: VERBAL_COOPERATION,
    EventType.SUPPORT: VERBAL_COOPERATION,
    EventType.CONCEDE: VERBAL_COOPERATION,
    EventType.COOPERATE: MATERIAL_COOPERATION,
    EventType.AID: MATERIAL_COOPERATION,
    EventType.RETREAT: MATERIAL_COOPERATION,
    EventType.REQUEST: VERBAL_CONFLICT,
    EventType.ACCUSE: VERBAL_CONFLICT,
    EventType.REJECT: VERBAL_CONFLICT,
    EventType.THREATEN: VERBAL_CONFLICT,
    EventType.PROTEST: MATERIAL_CONFLICT,
    EventType.SANCTION: MATERIAL_CONFLICT,
    EventType.MOBILIZE: MATERIAL_CONFLICT,
    EventType.COERCE: MATERIAL_CONFLICT,
    EventType.ASSAULT: MATERIAL_CONFLICT,
}

QUAD_NUMBERS = {
    VERBAL_COOPERATION: 1,
    MATERIAL_COOPERATION: 2,
    VERBAL_CONFLICT: 3,
    MATERIAL_CONFLICT: 4,
}

_CAMEO: dict[tuple[EventType, str | None], str] = {
    (EventType.AGREE, None): "030",
    (EventType.CONSULT, None): "040",
    (EventType.CONSULT, "phone"): "041",
    (EventType.CONSULT, "visit"): "042",
    (EventType.SUPPORT, None): "050",
    (EventType.COOPERATE, None): "060",
    (EventType.AID, None): "070",
    (EventType.CONCEDE, None): "080",
    (EventType.RETREAT, None): "080",
    (EventType.RETREAT, "ceasefire"): "0871",
    (EventType.ACCUSE, "investigate"): "090",
    (EventType.ACCUSE, "disapprove"): "110",
    (EventType.REJECT, None): "120",
    (EventType.THREATEN, None): "130",
    (EventType.PROTEST, None): "140",
    (EventType.PROTEST, "demo"): "141",
    (EventType.PROTEST, "hunger"): "142",
    (EventType.PROTEST, "strike"): "143",
    (EventType.PROTEST, "boycott"): "143",
    (EventType.PROTEST, "obstruct"): "144",
    (EventType.PROTEST, "riot"): "145",
    (EventType.MOBILIZE, None): "150",
    (EventType.SANCTION, None): "160",
    (EventType.COERCE, None): "170",
    (EventType.COERCE, "seize"): "171",
    (EventType.COERCE, "arrest"): "173",
    (EventType.COERCE, "deport"): "174",
    (EventType.ASSAULT, "abduct"): "181",
    (EventType.ASSAULT, "beat"): "182",
    (EventType.ASSAULT, "sexual"): "1821",
    (EventType.ASSAULT, "torture"): "1822",
    (EventType.ASSAULT, "explosives"): "183",
    (EventType.ASSAULT, "suicide-attack"): "1831",
    (EventType.ASSAULT, "firearms"): "193",
    (EventType.ASSAULT, "heavy-weapons"): "194",
    (EventType.ASSAULT, "aerial"): "195",
    (EventType.ASSAULT, "drone"): "1952",
}

_SECTORS = {
    ActorKind.GOVERNMENT: "GOV",
    ActorKind.STATE: "GOV",
    ActorKind.OFFICE: "GOV",
    ActorKind.MILITARY: "MIL",
    ActorKind.ARMED_GROUP: "REB",
    ActorKind.PARTY: "PTY",
    ActorKind.CIVILIANS: "CVL",
    ActorKind.PRIVATE_PERSON: "CVL",
    ActorKind.AGENCY: "JRN",
    ActorKind.OUTLET: "JRN",
}


def cameo_of(kind: EventType, mode: str | None) -> str | None:
    """The event code; of force without a mode, a request or an allegation there is not one."""
    return _CAMEO.get((kind, mode)) or _CAMEO.get((kind, None))


def base_of(code: str) -> str:
    """The code at level two, such as ``087`` for ``0871``."""
    return code[:3]


def root_of(code: str) -> str:
    """The root, such as ``08``."""
    return code[:2]


def sector_of(kind: ActorKind) -> str | None:
    """The sector of a kind of actor, where the kind settles it."""
    return _SECTORS.get(kind)
