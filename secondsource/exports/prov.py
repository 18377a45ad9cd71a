"""PROV-O (W3C, 2013) as JSON-LD: where each claim, event and tie comes from.

Reports, claims, events and ties are entities; reading a report is an activity of the extractor, a
software agent; those who are said to have said it are agents to whom a claim is attributed. Lineage
is derivation between reports: a reprint quotes, a rewrite revises, a citation has its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import quote

from secondsource.claims import ClaimRecord, ReportRecord
from secondsource.exports.jsonvalues import Json, known, listed
from secondsource.exports.selection import (
    Selection,
    claims_of,
    events_of,
    lineage_of,
    reports_of,
    ties_of,
)
from secondsource.exports.tally import Tally
from secondsource.fusion import Relation
from secondsource.views import EventRecord, LineageRecord, ReportRow, TieRecord

BASE = "urn:secondsource:"
_PREFIX = "s"
_REFERENCES = (
    "wasGeneratedBy wasAttributedTo wasDerivedFrom wasQuotedFrom wasRevisionOf hadPrimarySource "
    "wasAssociatedWith used alternateOf"
).split()
CONTEXT: dict[str, Json] = {
    "@vocab": BASE,
    _PREFIX: BASE,
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "label": "rdfs:label",
    "value": "prov:value",
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in _REFERENCES},
}
_DERIVED = {
    Relation.REPRINT: "wasQuotedFrom",
    Relation.REWRITE: "wasRevisionOf",
    Relation.CITES: "hadPrimarySource",
}


def prov_text(selection: Selection, tally: Tally) -> Iterator[str]:
    """The graph, written as the records come; of agents and activities the names are kept."""
    nodes = chain(
        map(_report, reports_of(selection)),
        _lineages(lineage_of(selection)),
        _claims(claims_of(selection)),
        map(_event, events_of(selection)),
        map(_tie, ties_of(selection)),
    )
    return listed({"@context": CONTEXT}, "@graph", _counted(nodes, tally))


def _counted(nodes: Iterable[Json], tally: Tally) -> Iterator[Json]:
    for node in nodes:
        tally.rows += 1
        yield node


def _name(*words: str) -> str:
    """The IRI of something that is named by these words."""
    return ":".join((_PREFIX, *(quote(word, safe="") for word in words)))


def _entity(key: str, kind: str) -> dict[str, Json]:
    return {"@id": _name(key), "@type": ["prov:Entity", kind]}


def _report(row: ReportRow) -> Json:
    return _entity(row.id, "Report") | known(
        {
            "label": row.title,
            "outlet": row.outlet,
            "published": row.published,
            "language": row.language,
            "url": row.url,
            "path": row.path,
        }
    )


def _lineages(rows: Iterable[LineageRecord]) -> Iterator[Json]:
    for row in rows:
        relation = _DERIVED.get(row.relation)
        derived: dict[str, Json] = {relation: _name(row.copies)} if relation and row.copies else {}
        yield (
            _entity(row.report, "Report")
            | known(
                {
                    "origin": row.origin,
                    "relation": row.relation.value,
                    "agency": row.agency,
                    "because": list(row.because),
                }
            )
            | {"share": row.share}
            | derived
        )


def _claims(claims: Iterable[ClaimRecord]) -> Iterator[Json]:
    seen: set[str] = set()
    for claim in claims:
        for node in _around(claim):
            key = str(node["@id"])
            if key not in seen:
                seen.add(key)
                yield node
        yield _claim(claim)


def _around(claim: ClaimRecord) -> Iterator[dict[str, Json]]:
    """The extractor, its reading of the report, and those who are said to have said it."""
    extractor = _name(claim.extractor)
    yield {"@id": extractor, "@type": "prov:SoftwareAgent", "label": claim.extractor}
    yield {
        "@id": _reading(claim),
        "@type": "prov:Activity",
        "used": _name(claim.report.id),
        "wasAssociatedWith": extractor,
    }
    yield from _agents(claim)


def _agents(claim: ClaimRecord) -> Iterator[dict[str, Json]]:
    if claim.report.outlet:
        yield _agent(_outlet(claim.report), claim.report.outlet, "outlet")
    for link in claim.attribution:
        source = link.source
        yield _agent(_source(claim.report, source.id, source.name), source.name, source.type.value)


def _agent(key: str, name: str, sort: str) -> dict[str, Json]:
    return {"@id": key, "@type": "prov:Agent", "label": name, "sort": sort}


def _outlet(report: ReportRecord) -> str:
    return _name("outlet", report.outlet or report.id)


def _source(report: ReportRecord, key: str | None, name: str) -> str:
    """A source whom nobody knows is somebody else in every report."""
    return _name("source", key) if key else _name("source", report.id, name)


def _reading(claim: ClaimRecord) -> str:
    return _name("reading", claim.report.id, claim.extractor)


def _claim(claim: ClaimRecord) -> Json:
    told = [_source(claim.report, one.source.id, one.source.name) for one in claim.attribution]
    by: list[Json] = [*([_outlet(claim.report)] if claim.report.outlet else []), *told]
    return _entity(claim.id or "", "Claim") | known(
        {
            "wasGeneratedBy": _reading(claim),
            "wasDerivedFrom": _name(claim.report.id),
            "wasAttributedTo": by,
            "value": [words.text for words in claim.evidence],
            "span": [f"{words.start}-{words.end}" for words in claim.evidence],
            "kind": claim.kind.value,
            "type": claim.type,
            "modality": claim.modality.value,
            "polarity": claim.polarity.value,
            "confidence": claim.confidence,
        }
    )


def _event(event: EventRecord) -> Json:
    return _entity(event.id, "Event") | known(
        {
            "type": event.type.value,
            "modality": event.modality.value,
            "time": event.time.edtf if event.time else None,
            "place": event.place.name if event.place else None,
            "wasDerivedFrom": [_name(claim) for claim in event.claims],
            "supportedBy": [{"@id": _name(claim)} for claim in event.supporting],
            "disputedBy": [{"@id": _name(claim)} for claim in event.disputing],
            "credibility": event.credibility,
            "origins": event.origins,
            "because": list(event.because),
        }
    )


def _tie(tie: TieRecord) -> Json:
    return _entity(tie.id, "Tie") | known(
        {
            "state": tie.state.value,
            "stance": tie.stance.value,
            "between": list(tie.names),
            "from": tie.start,
            "to": tie.end,
            "wasDerivedFrom": [_name(claim) for claim in tie.claims],
            "credibility": tie.credibility,
            "origins": tie.origins,
            "because": list(tie.because),
        }
    )
