"""FA-KES: the main event of reports on the Syrian war, and which reports belong together.

One event an article is annotated, so what is scored is whether it is among what was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.gold.fakes_classes import actor_class, governorate
from bench.program import NotOffered, Program
from bench.records import ClaimFound, Clusters, InputRecord, OutputRecord, QuantityFound, Trigger
from bench.scorers.coreference import b_cubed, clustering, muc, over
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("fakes_syria/fakes_syria.dev.jsonl.gz", "fakes_syria/overlap_pairs.dev.jsonl.gz")

COPIED = 0.5
"""Share of common word 5-grams from which a pair counts as a near-copy."""

_LAYERS = ("actors", "places", "times", "quantities", "claims")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """The authors' coding of one annotation; what they left unknown is ``None``."""

    date: str
    governorate: str
    actor_class: str | None
    civilians: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report. ``overlaps`` are the later documents that share text with it, with how much."""

    document: InputRecord
    places: tuple[Span, ...]
    dates: tuple[Span, ...]
    coded: tuple[Coded, ...]
    event: str
    overlaps: tuple[tuple[str, float], ...]


def read(data: Path) -> tuple[Article, ...]:
    """The reports of the developer half."""
    overlaps: dict[str, list[tuple[str, float]]] = {}
    for pair in json_rows(data / FILES[1]):
        overlaps.setdefault(pair["a"], []).append((pair["b"], pair["containment5"]))
    rows = json_rows(data / FILES[0])
    return tuple(_article(row, overlaps.get(row["doc_id"], [])) for row in rows)


def figures(articles: Sequence[Article], program: Program) -> Iterator[Figure]:
    """The main event among the layers and claims, then grouping and near-copies."""
    outputs = program.annotate((row.document for row in articles), _LAYERS)
    rows = list(zip(articles, outputs, strict=True))
    read_well = sum(output.error is None for _, output in rows)
    yield share("reports annotated without an error", read_well, len(rows))
    yield from _in_layers(rows)
    yield from _in_claims(rows)
    try:
        clusters = program.cluster([row.document for row in articles])
    except NotOffered as missing:
        yield Figure(measure="grouping B3 F1", value=None, n=0, note=str(missing))
    else:
        yield from _grouping(articles, clusters)
        yield from _copies(articles, clusters)


def place_found(article: Article, output: OutputRecord) -> bool:
    """Whether some place of the layer touches the annotated location."""
    return _touch(article.places, [place.span for place in output.places or ()])


def date_found(article: Article, output: OutputRecord) -> bool:
    """Whether some time of the layer touches the annotated date."""
    return _touch(article.dates, [time.span for time in output.times or ()])


def governorate_right(article: Article, claims: Sequence[ClaimFound]) -> bool:
    """Whether some violent claim lies in a coded governorate."""
    return any(
        claim.place and governorate(claim.place) == coded.governorate
        for claim in claims
        for coded in article.coded
    )


def date_right(article: Article, edtfs: Sequence[str | None]) -> bool:
    """Whether one of ``edtfs`` is a coded day (a time of day is let pass)."""
    return any(edtf and edtf.startswith(coded.date) for edtf in edtfs for coded in article.coded)


def civilians_right(article: Article, quantities: Sequence[QuantityFound]) -> bool:
    """Whether some count of killed, not of combatants, is a coded count of civilians."""
    return any(
        coded.civilians in {quantity.low, quantity.best, quantity.high}
        for quantity in quantities
        for coded in article.coded
        if coded.civilians and quantity.role == "killed" and quantity.category != "combatants"
    )


def _in_layers(rows: Sequence[tuple[Article, OutputRecord]]) -> Iterator[Figure]:
    placed = [row for row in rows if row[0].places]
    dated = [row for row in rows if row[0].dates]
    both = [row for row in placed if row[0].dates]
    yield share("place found in the layers", sum(place_found(*r) for r in placed), len(placed))
    yield share("date found in the layers", sum(date_found(*r) for r in dated), len(dated))
    hits = sum(place_found(*row) and date_found(*row) for row in both)
    yield share("place and date found in the layers", hits, len(both))
    hits = sum(
        any(governorate(p) == c.governorate for p in output.places or () for c in article.coded)
        for article, output in rows
    )
    yield share("governorate right in the layers", hits, len(rows))
    hits = sum(date_right(a, [time.edtf for time in o.times or ()]) for a, o in rows)
    yield share("date right in the layers", hits, len(rows))
    counted = [row for row in rows if any(coded.civilians for coded in row[0].coded)]
    hits = sum(civilians_right(a, o.quantities or ()) for a, o in counted)
    yield share("civilians killed right in the layers", hits, len(counted))


def _in_claims(rows: Sequence[tuple[Article, OutputRecord]]) -> Iterator[Figure]:
    violent = [
        (article, [claim for claim in output.claims or () if claim.type == "ASSAULT"])
        for article, output in rows
    ]
    n = len(violent)
    yield share("governorate right in claims", sum(governorate_right(*r) for r in violent), n)
    hits = sum(date_right(a, [c.time.edtf for c in claims if c.time]) for a, claims in violent)
    yield share("date right in claims", hits, n)
    known = [row for row in violent if any(coded.actor_class for coded in row[0].coded)]
    yield share("actor class right in claims", sum(actor_right(*row) for row in known), len(known))
    counted = [row for row in violent if any(coded.civilians for coded in row[0].coded)]
    hits = sum(
        civilians_right(article, [count for claim in claims for count in claim.quantities])
        for article, claims in counted
    )
    yield share("civilians killed right in claims", hits, len(counted))


def actor_right(article: Article, claims: Sequence[ClaimFound]) -> bool:
    """Whether an actor of some violent claim is of a coded class."""
    classes = {actor_class(actor) for claim in claims for actor in claim.actors}
    return any(coded.actor_class in classes for coded in article.coded if coded.actor_class)


def _grouping(articles: Sequence[Article], clusters: Clusters) -> Iterator[Figure]:
    """Reports by the event of the trigger given for them, against the coded event."""
    asked = [row for row in articles if row.document.mentions]
    events: dict[str, list[str]] = {}
    for row in asked:
        events.setdefault(row.event, []).append(row.document.id)
    gold = clustering(events.values())
    found = over((row.document.id for row in asked), clusters.events)
    for name, measure in (("B3", b_cubed), ("MUC", muc)):
        yield Figure(measure=f"grouping {name} F1", value=measure(gold, found).f1, n=len(asked))


def _copies(articles: Sequence[Article], clusters: Clusters) -> Iterator[Figure]:
    """Near-copies that share an origin; reprints that do share text."""
    present = {row.document.id for row in articles}
    overlapping = {
        frozenset((row.document.id, other)): amount
        for row in articles
        for other, amount in row.overlaps
        if other in present
    }
    origin = {row.id: row.origin for row in clusters.lineage}
    copies = [pair for pair, amount in overlapping.items() if amount >= COPIED]
    hits = sum(len({origin.get(document, document) for document in pair}) == 1 for pair in copies)
    yield share("near-copies under one origin", hits, len(copies))
    reprints = [
        frozenset((row.id, row.copies))
        for row in clusters.lineage
        if row.copies and row.relation == "reprint"
    ]
    yield share("reprints that share text", sum(r in overlapping for r in reprints), len(reprints))


def _touch(gold: Sequence[Span], found: Sequence[Span]) -> bool:
    return any(key.overlaps(span) for key in gold for span in found)


def _article(row: dict[str, Any], overlaps: Sequence[tuple[str, float]]) -> Article:
    cause, place = _spans(row, "cause"), _spans(row, "location")
    trigger = (cause or place)[:1]
    return Article(
        document=InputRecord(
            id=row["doc_id"],
            text=row["text"],
            outlet=row["outlet"],
            mentions=tuple(Trigger(id=row["doc_id"], span=span) for span in trigger),
        ),
        places=place,
        dates=_spans(row, "date"),
        coded=tuple(map(_coded, row["normalized"])),
        event=row["event_key_strict"][0],
        overlaps=tuple(overlaps),
    )


def _spans(row: dict[str, Any], field: str) -> tuple[Span, ...]:
    return tuple(
        Span(*ends)
        for answer in row["annotations"]
        if field in answer
        for ends in answer[field]["offsets"]
    )


def _coded(row: dict[str, Any]) -> Coded:
    actor = row["actor_class"]
    return Coded(
        date=row["date"],
        governorate=row["governorate"],
        actor_class=None if actor == "unknown" else actor,
        civilians=row["civilians"] or None,
    )
