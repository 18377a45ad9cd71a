"""The records of `bench.records` from and to the JSON objects of the machine contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bench.records import (
    ActorFound,
    AttributionFound,
    ClaimFound,
    Clusters,
    IncidentFound,
    InputRecord,
    LineageFound,
    LinkFound,
    OutputRecord,
    PlaceFound,
    QuantityFound,
    SourceFound,
    TimeFound,
    Words,
)
from secondsource.text import Span

Json = Mapping[str, Any]

_ROLES = (
    ("perpetrators", "PerpInd"),
    ("organizations", "PerpOrg"),
    ("targets", "Target"),
    ("victims", "Victim"),
    ("instruments", "Weapon"),
)


def input_to_json(record: InputRecord) -> dict[str, Any]:
    """The JSON object of an input record; optional parts are left out where empty."""
    row: dict[str, Any] = {
        "id": record.id,
        "text": record.text,
        "published": record.published,
        "outlet": record.outlet,
    }
    if record.pairs:
        row["pairs"] = [
            {"id": pair.id, "source": _ends(pair.source), "target": _ends(pair.target)}
            for pair in record.pairs
        ]
    if record.mentions:
        row["mentions"] = [
            {"id": mention.id, "start": mention.span.start, "end": mention.span.end}
            for mention in record.mentions
        ]
    return row


def output_from_json(row: Json) -> OutputRecord:
    """The output record of a JSON object; a layer that is absent or null becomes ``None``."""
    acled = row.get("acled")
    return OutputRecord(
        id=row["id"],
        error=row.get("error"),
        sentences=_layer(row, "sentences", _span),
        actors=_layer(row, "actors", _actor),
        places=_layer(row, "places", _place),
        times=_layer(row, "times", _time),
        quantities=_layer(row, "quantities", _quantity),
        attributions=_layer(row, "attributions", _attribution),
        claims=_layer(row, "claims", claim_from_json),
        incidents=_layer(row, "incidents", _incident),
        acled=acled["sub_event_type"] if acled else None,
        pairs=_layer(row, "pairs", lambda pair: (pair["id"], pair.get("type"))),
    )


def clusters_from_json(rows: Iterable[Json]) -> Clusters:
    """Lineage and event clusters of ``cluster``'s output, in its order."""
    listed = list(rows)
    return Clusters(
        lineage=tuple(
            LineageFound(
                id=row["id"],
                origin=row["origin"],
                copies=row.get("copies"),
                relation=row.get("relation"),
            )
            for row in listed
            if "origin" in row
        ),
        events=tuple(tuple(row["mentions"]) for row in listed if "event" in row),
    )


def claim_from_json(row: Json) -> ClaimFound:
    """The claim of a claim record, with or without an id."""
    return ClaimFound(
        kind=row["kind"],
        type=row.get("type"),
        mode=row.get("mode"),
        trigger=_words(row["trigger"]) if row.get("trigger") else None,
        evidence=tuple(map(_words, row["evidence"])),
        actors=tuple(map(_actor, row.get("actors") or ())),
        recipients=tuple(map(_actor, row.get("recipients") or ())),
        place=_place(row["place"]) if row.get("place") else None,
        time=_time(row["time"]) if row.get("time") else None,
        quantities=tuple(map(_quantity, row.get("quantities") or ())),
        attribution=tuple(map(_link, row.get("attribution") or ())),
        modality=row.get("modality") or "actual",
        polarity=row.get("polarity") or "affirmed",
        confidence=float(row.get("confidence") or 0.0),
        hedges=tuple(row.get("hedges") or ()),
        contexts=tuple(row.get("contexts") or ()),
    )


def _layer(row: Json, name: str, read: Any) -> Any:
    entries = row.get(name)
    return None if entries is None else tuple(map(read, entries))


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _span(row: Json) -> Span:
    """A record's span; parts of a claim may come without offsets, which gives an empty span."""
    return Span(row.get("start") or 0, row.get("end") or 0)


def _words(row: Json) -> Words:
    return Words(span=_span(row), text=row["text"])


def _actor(row: Json) -> ActorFound:
    identity = row["actor"] if "actor" in row else row.get("id")
    return ActorFound(
        span=_span(row),
        text=row.get("text") or "",
        id=identity,
        name=row.get("name"),
        kind=row.get("kind"),
        members=tuple(row.get("members") or ()),
        antecedents=tuple(Span(*ends) for ends in row.get("antecedents") or ()),
    )


def _place(row: Json) -> PlaceFound:
    return PlaceFound(
        span=_span(row),
        text=row.get("text") or "",
        name=row.get("name"),
        lat=row.get("lat"),
        lon=row.get("lon"),
        admin1=row.get("admin1"),
        country=row.get("country"),
        precision=row.get("precision"),
        adjectival=bool(row.get("adjectival")),
    )


def _time(row: Json) -> TimeFound:
    return TimeFound(
        span=_span(row), type=row.get("type"), value=row.get("value"), edtf=row.get("edtf")
    )


def _quantity(row: Json) -> QuantityFound:
    return QuantityFound(
        span=_span(row),
        low=row.get("low"),
        high=row.get("high"),
        best=row.get("best"),
        role=row.get("role"),
        category=row.get("category"),
    )


def _attribution(row: Json) -> AttributionFound:
    return AttributionFound(
        source=tuple(Span(*ends) for ends in row.get("source") or ()),
        cue=tuple(Span(*ends) for ends in row.get("cue") or ()),
        content=tuple(Span(*ends) for ends in row.get("content") or ()),
        via=Span(*row["via"]) if row.get("via") else None,
        details=tuple(map(_source, row.get("sources") or ())),
    )


def _source(row: Json) -> SourceFound:
    return SourceFound(
        span=Span(row["start"], row["end"]),
        type=row.get("type"),
        role=row.get("role"),
        affiliate=row.get("affiliate"),
        location=Span(*row["location"]) if row.get("location") else None,
    )


def _link(row: Json) -> LinkFound:
    source = row["source"]
    return LinkFound(source=source["text"], type=source.get("type"), via=row.get("via"))


def _incident(row: Json) -> IncidentFound:
    return IncidentFound(
        type=row["type"],
        entities=tuple(
            (role, tuple(tuple(mentions) for mentions in row.get(name) or ()))
            for name, role in _ROLES
        ),
    )
