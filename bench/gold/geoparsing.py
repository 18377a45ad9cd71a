"""LGL, TR-News, GeoWebNews and GeoVirus: toponyms and their coordinates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.program import Program
from bench.records import InputRecord, PlaceFound
from bench.scorers.counts import Counts
from bench.scorers.geography import Point, near
from bench.shared import json_rows
from secondsource.text import Span

NAMES = ("lgl", "trnews", "geowebnews", "geovirus")

_NOT_TOPONYMS = frozenset({"Literal_Expression", "Non_Lit_Expression", "Non_Toponym"})
_WITHOUT_DEMONYMS = frozenset({"geovirus"})
_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with its toponyms; ``demonyms`` says whether they are among them."""

    document: InputRecord
    toponyms: tuple[tuple[Span, Point | None], ...]
    demonyms: bool


def files(name: str) -> tuple[str, ...]:
    """The file of the corpus ``name``."""
    return (f"geoparsing/{name}.dev.jsonl.gz",)


def reader(name: str) -> Callable[[Path], tuple[Article, ...]]:
    """A function that reads the corpus ``name``."""

    def read(data: Path) -> tuple[Article, ...]:
        rows = json_rows(data / files(name)[0])
        return tuple(_article(row, name not in _WITHOUT_DEMONYMS) for row in rows)

    return read


def figures(articles: Sequence[Article], program: Program) -> Iterator[Figure]:
    """Tagging F1 on exact spans; places within 161 km, of those found and of all."""
    outputs = program.annotate((row.document for row in articles), ("places",))
    tagging = Counts()
    located = found = right = 0
    for article, output in zip(articles, outputs, strict=True):
        places = answers(article, output.places or ())
        keys = {span for span, _ in article.toponyms}
        tagging += Counts.of(len(keys & set(places)), len(places), len(keys))
        for span, point in article.toponyms:
            if point is not None:
                located += 1
                found += span in places
                right += near(point, places.get(span))
    yield Figure(measure="tagging strict F1", value=tagging.f1, n=round(tagging.gold))
    yield share("accuracy@161km of those found", right, found)
    yield share("accuracy@161km end to end", right, located)


def answers(article: Article, places: Sequence[PlaceFound]) -> dict[Span, Point | None]:
    """The places to be judged in ``article``, by span."""
    return {
        place.span: None if place.lat is None or place.lon is None else Point(place.lat, place.lon)
        for place in places
        if article.demonyms or not place.adjectival
    }


def _article(row: dict[str, Any], demonyms: bool) -> Article:
    keys = [key for key in row["toponyms"] if key.get("type") not in _NOT_TOPONYMS]
    date = row["date"] if _ISO_DATE.fullmatch(row["date"] or "") else None
    return Article(
        document=InputRecord(
            id=row["doc_id"], text=row["text"], published=date, outlet=row["outlet"] or None
        ),
        toponyms=tuple(
            (Span(key["start"], key["end"]), _point(key))
            for key in keys
            if key.get("offset_ok") is not False
        ),
        demonyms=demonyms,
    )


def _point(key: dict[str, Any]) -> Point | None:
    return None if key.get("lat") is None else Point(key["lat"], key["lon"])
