"""The shapes of the machine contract's records, and a check of a record against one.

A shape is a type, a set of allowed values, a list (each item has the shape in it), a mapping (these
fields, each of its shape; more are allowed), or a function that says whether a value fits.
`Maybe` allows null and absence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Maybe:
    """A shape whose value may be null or absent."""

    shape: Any


def misfits(value: Any, shape: Any, where: str = "record") -> Iterator[str]:
    """What does not fit, with the place."""
    if isinstance(shape, Maybe):
        if value is not None:
            yield from misfits(value, shape.shape, where)
    elif isinstance(shape, Mapping):
        yield from _fields(value, shape, where)
    elif isinstance(shape, list):
        yield from _items(value, shape[0], where)
    elif not _fits(value, shape):
        yield f"{where}: {value!r} is not {shape}"


def _fields(value: Any, shape: Mapping[str, Any], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: {value!r} is no object"
        return
    for name, below in shape.items():
        if name not in value and not isinstance(below, Maybe):
            yield f"{where}: no field {name}"
        else:
            yield from misfits(value.get(name), below, f"{where}.{name}")


def _items(value: Any, shape: Any, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where}: {value!r} is no list"
        return
    for number, item in enumerate(value):
        yield from misfits(item, shape, f"{where}[{number}]")


def _fits(value: Any, shape: Any) -> bool:
    if isinstance(shape, frozenset):
        return value in shape
    if isinstance(shape, type):
        return isinstance(value, shape) and not (isinstance(value, bool) and shape is not bool)
    test: Callable[[Any], bool] = shape
    return test(value)


def number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def share(value: Any) -> bool:
    return number(value) and 0 <= value <= 1


def offsets(value: Any) -> bool:
    """A list of [start, end] pairs, in order."""
    return isinstance(value, list) and all(
        isinstance(pair, list) and len(pair) == 2 and 0 <= pair[0] < pair[1] for pair in value
    )


def named(prefix: str) -> Callable[[Any], bool]:
    """An id with this prefix."""
    return lambda value: isinstance(value, str) and value.startswith(prefix) and len(value) > 2


PRECISIONS = frozenset(
    {
        "point",
        "populated place",
        "district",
        "governorate",
        "country",
        "region",
        "near",
        "offset",
        "unresolved",
    }
)
KINDS = frozenset({"event", "tie", "statement", "quantity"})
EVENT_TYPES = frozenset(
    "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST "
    "RETREAT SANCTION SUPPORT THREATEN".split()
)
TIE_TYPES = frozenset(
    "ally truce hostile affiliate pledge merger split support control defection member leader "
    "spokesperson".split()
)
BASES = frozenset({"stated", "inferred from publication", "inferred from other reports"})
MODALITIES = frozenset({"actual", "planned", "possible", "requested", "hypothetical"})
POLARITIES = frozenset({"affirmed", "denied", "unconfirmed"})
ROLES = frozenset(
    "killed wounded missing displaced detained strength distance duration money weapons "
    "other".split()
)
CATEGORIES = frozenset({"civilians", "combatants", "women", "children"})
RELATIONS = frozenset({"reprint", "rewrite", "cites", "independent"})

SPAN = {"start": int, "end": int}
WORDS = {**SPAN, "text": str}
PARTY = {"id": Maybe(str), "name": str, **WORDS}
PLACE = {
    "name": str,
    "text": str,
    "lat": Maybe(number),
    "lon": Maybe(number),
    "geonames_id": Maybe(int),
    "country": Maybe(str),
    "precision": PRECISIONS,
}
QUANTITY = {
    "text": str,
    "low": Maybe(number),
    "high": Maybe(number),
    "best": Maybe(number),
    "approximate": bool,
    "unit": Maybe(str),
    "role": ROLES,
    "category": Maybe(CATEGORIES),
}
CLAIM = {
    "report": {
        "id": named("r_"),
        "path": Maybe(str),
        "url": Maybe(str),
        "outlet": Maybe(str),
        "title": Maybe(str),
        "published": Maybe(str),
    },
    "kind": KINDS,
    "type": Maybe(EVENT_TYPES | TIE_TYPES),
    "mode": Maybe(str),
    "contexts": [str],
    "actors": [PARTY],
    "recipients": [PARTY],
    "place": Maybe(PLACE),
    "time": Maybe({"text": str, "edtf": Maybe(str), "precision": str, "basis": BASES}),
    "quantities": [QUANTITY],
    "attribution": [
        {
            "source": {"text": str, "name": str, "type": str, "id": Maybe(str)},
            "cue": Maybe(str),
            "via": Maybe(str),
        }
    ],
    "modality": MODALITIES,
    "polarity": POLARITIES,
    "hedges": [str],
    "evidence": [WORDS],
    "extractor": str,
    "confidence": share,
}
STORED_CLAIM = {"id": named("c_"), **CLAIM}
VERDICT = {
    "claims": [named("c_")],
    "origins": int,
    "credibility": frozenset(range(1, 7)),
    "because": [str],
}
EVENT = {
    "id": named("e_"),
    "type": EVENT_TYPES,
    "time": Maybe({"edtf": str}),
    "place": Maybe(PLACE),
    "actors": [{"id": Maybe(str), "name": str}],
    "recipients": [{"id": Maybe(str), "name": str}],
    "reports": int,
    "sources": int,
    "supporting": [named("c_")],
    "disputing": [named("c_")],
    **VERDICT,
}
TIE = {
    "id": named("t_"),
    "between": [str],
    "state": TIE_TYPES,
    "from": Maybe(str),
    "to": Maybe(str),
    **VERDICT,
}
LINEAGE = {
    "report": named("r_"),
    "origin": named("o_"),
    "copies": Maybe(named("r_")),
    "relation": RELATIONS,
    "agency": Maybe(str),
    "share": share,
    "because": [str],
}
LAYERS = {
    "sentences": [SPAN],
    "actors": [{**WORDS, "actor": Maybe(str), "kind": str}],
    "places": [{**SPAN, **PLACE, "admin1": Maybe(str), "adjectival": bool}],
    "times": [{**WORDS, "type": str, "value": Maybe(str), "edtf": Maybe(str)}],
    "quantities": [{**WORDS, **QUANTITY}],
    "attributions": [
        {
            "source": offsets,
            "cue": offsets,
            "content": offsets,
            "kind": frozenset({"direct", "indirect", "mixed"}),
        }
    ],
    "claims": [CLAIM],
}
DISORDER_TYPES = frozenset(
    {
        "Political violence",
        "Demonstrations",
        "Political violence; Demonstrations",
        "Strategic developments",
    }
)
CODINGS = {
    "pairs": [{"id": str, "type": Maybe(EVENT_TYPES), "scores": dict}],
    "acled": Maybe(
        {
            "disorder_type": DISORDER_TYPES,
            "event_type": str,
            "sub_event_type": str,
            "score": share,
        }
    ),
}
ANNOTATED = {"id": str, **LAYERS}
CLUSTERED = {
    "id": str,
    "origin": named("o_"),
    "copies": Maybe(str),
    "relation": RELATIONS,
    "share": share,
}
CLUSTER = {"event": named("e_"), "mentions": [str]}
