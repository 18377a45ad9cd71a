"""The formats that a ledger is written in, each with its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from secondsource.claims import WireRecord
from secondsource.errors import UsageError
from secondsource.exports.acled import ACLED, acled_csv
from secondsource.exports.acled import incomplete_csv as incomplete_acled
from secondsource.exports.columns import CLAIMS, EVENTS, LINEAGE, TIES, Table
from secondsource.exports.commas import csv_lines
from secondsource.exports.dossier import dossier_html
from secondsource.exports.evidence import EVIDENCE, evidence_csv
from secondsource.exports.ftm import entity_lines, statement_lines
from secondsource.exports.gdelt import EVENTS as GDELT_EVENTS
from secondsource.exports.gdelt import MENTIONS as GDELT_MENTIONS
from secondsource.exports.gdelt import events_tsv, mentions_tsv
from secondsource.exports.geojson import geojson_text
from secondsource.exports.graphml import graphml_text
from secondsource.exports.jsonlines import jsonl_lines
from secondsource.exports.parquet import parquet_bytes
from secondsource.exports.polecat import POLECAT, polecat_tsv
from secondsource.exports.prov import prov_text
from secondsource.exports.selection import (
    Selection,
    claims_of,
    events_of,
    lineage_of,
    ties_of,
)
from secondsource.exports.tally import About, PartAbout, Tally
from secondsource.exports.ucdp import GED, ged_csv
from secondsource.exports.ucdp import incomplete_csv as incomplete_ged

Write: TypeAlias = Callable[[Selection, Tally], Iterator[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a format. ``ending`` is that of its name, ``media`` its media type."""

    name: str
    ending: str
    media: str
    help: str
    write: Write


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format with its files, the main one first.

    ``together`` says that they make one data set and are written beside each other; of the other
    formats one file is written at a time. ``checked`` says what reads it back in the tests.
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    together: bool
    checked: str

    def part(self, name: str) -> Part:
        """The file with this name.

        Raises:
            UsageError: if there is none.
        """
        found = next((part for part in self.parts if part.name == name), None)
        if found is None:
            names = ", ".join(part.name for part in self.parts)
            raise UsageError(name, f"{self.name} has no such file", f"name one of: {names}")
        return found


Wire = TypeVar("Wire", bound=WireRecord)


class _Written(Protocol):
    """Writes the records of one table."""

    def __call__(
        self, table: Table[Wire], records: Iterable[Wire], tally: Tally
    ) -> Iterator[bytes]: ...


def _jsonl(table: Table[Wire], records: Iterable[Wire], tally: Tally) -> Iterator[bytes]:  # noqa: ARG001
    return (line.encode() for line in jsonl_lines(records, tally))


def _csv(table: Table[Wire], records: Iterable[Wire], tally: Tally) -> Iterator[bytes]:
    return (line.encode() for line in csv_lines(table, records, tally))


def _tables(ending: str, media: str, write: _Written) -> tuple[Part, ...]:
    """The ledger's four sorts of records, each a file."""

    def part(table: Table[Wire], records: Callable[[Selection], Iterator[Wire]], what: str) -> Part:
        return Part(
            name=table.name,
            ending=ending,
            media=media,
            help=what,
            write=lambda selection, tally: write(table, records(selection), tally),
        )

    return (
        part(CLAIMS, claims_of, "Who says that who did what to whom."),
        part(EVENTS, events_of, "What happened, by all claims about it."),
        part(TIES, ties_of, "How two actors stood to each other, and when."),
        part(LINEAGE, lineage_of, "Whose text and information each report carries."),
    )


def _one(
    name: str,
    ending: str,
    media: str,
    what: str,
    write: Callable[[Selection, Tally], Iterator[str]],
) -> Part:
    return Part(
        name=name,
        ending=ending,
        media=media,
        help=what,
        write=lambda selection, tally: (said.encode() for said in write(selection, tally)),
    )


_CSV = "text/csv"
_TSV = "text/tab-separated-values"
_EVIDENCE = _one(
    "evidence", ".csv", _CSV, "The words under each event, with its verdict.", evidence_csv
)

FORMATS: tuple[Format, ...] = (
    Format(
        name="jsonl",
        title="JSON lines, the records of the machine contract",
        parts=_tables(".jsonl", "application/jsonl", _jsonl),
        together=False,
        checked="the records' own models",
    ),
    Format(
        name="csv",
        title="CSV (RFC 4180), one row a record",
        parts=_tables(".csv", _CSV, _csv),
        together=False,
        checked="Python's csv",
    ),
    Format(
        name="parquet",
        title="Parquet, the same columns with types",
        parts=_tables(".parquet", "application/vnd.apache.parquet", parquet_bytes),
        together=False,
        checked="pyarrow",
    ),
    Format(
        name="acled",
        title="ACLED, 31 columns",
        parts=(
            _one("acled", ".csv", _CSV, "Events that ACLED would take.", acled_csv),
            _one(
                "incomplete",
                ".csv",
                _CSV,
                "Events of its types without a day within a month, a country or an actor.",
                incomplete_acled,
            ),
            _EVIDENCE,
        ),
        together=True,
        checked="the column list of ACLED's data",
    ),
    Format(
        name="ucdp-ged",
        title="UCDP GED, 49 columns",
        parts=(
            _one("ucdp-ged", ".csv", _CSV, "Events that UCDP would take.", ged_csv),
            _one(
                "incomplete",
                ".csv",
                _CSV,
                "Events of deadly force without a time within a year or a country.",
                incomplete_ged,
            ),
            _EVIDENCE,
        ),
        together=True,
        checked="the column list of UCDP's data",
    ),
    Format(
        name="polecat",
        title="POLECAT of 2023, 40 columns",
        parts=(
            _one("polecat", ".tsv", _TSV, "Events that happened.", polecat_tsv),
            _EVIDENCE,
        ),
        together=True,
        checked="the column list of POLECAT's files",
    ),
    Format(
        name="gdelt",
        title="GDELT 2.0, events and mentions",
        parts=(
            _one("events", ".csv", _TSV, "Events that happened, 61 columns.", events_tsv),
            _one("mentions", ".csv", _TSV, "Claims about them, 16 columns.", mentions_tsv),
            _EVIDENCE,
        ),
        together=True,
        checked="the column lists of GDELT's codebook",
    ),
    Format(
        name="ftm",
        title="FollowTheMoney 4, entities and statements",
        parts=(
            _one("entities", ".json", "application/json+ftm", "One entity a line.", entity_lines),
            _one(
                "statements", ".json", "application/jsonl", "One statement a line.", statement_lines
            ),
        ),
        together=True,
        checked="followthemoney",
    ),
    Format(
        name="prov",
        title="PROV-O as JSON-LD",
        parts=(
            _one("prov", ".jsonld", "application/ld+json", "Where everything is from.", prov_text),
        ),
        together=True,
        checked="rdflib",
    ),
    Format(
        name="geojson",
        title="GeoJSON (RFC 7946)",
        parts=(
            _one(
                "geojson", ".geojson", "application/geo+json", "One feature an event.", geojson_text
            ),
        ),
        together=True,
        checked="shapely",
    ),
    Format(
        name="graphml",
        title="GraphML",
        parts=(
            _one(
                "graphml",
                ".graphml",
                "application/graphml+xml",
                "Actors, and the ties between them.",
                graphml_text,
            ),
        ),
        together=True,
        checked="networkx",
    ),
    Format(
        name="html",
        title="A dossier as one HTML page",
        parts=(
            _one(
                "dossier",
                ".html",
                "text/html",
                "Events, ties and reports with their evidence; nothing is loaded from elsewhere.",
                dossier_html,
            ),
        ),
        together=True,
        checked="a browser",
    ),
)


DATA_SETS: tuple[Table[Any], ...] = (
    ACLED,
    GED,
    POLECAT,
    GDELT_EVENTS,
    GDELT_MENTIONS,
    EVIDENCE,
)
"""The tables of the data sets of events, with the meaning of each column."""


def format_of(name: str) -> Format:
    """The format with this name.

    Raises:
        UsageError: if there is none.
    """
    found = next((one for one in FORMATS if one.name == name), None)
    if found is None:
        names = ", ".join(one.name for one in FORMATS)
        raise UsageError(name, "there is no such format", f"name one of: {names}")
    return found


def about_json(
    form: Format, files: Iterable[PartAbout], *, filters: dict[str, str], masked: int
) -> bytes:
    """What the files of a format hold and lack, to be written beside them."""
    about = About(
        format=form.name, title=form.title, masked=masked, filters=filters, files=tuple(files)
    )
    return f"{about.model_dump_json(indent=2)}\n".encode()
