"""POLECAT of 2023: 40 columns, one row an event, tab-separated in UTF-8 (its own is ISO 8859-1).

PLOVER codes what happened: what is planned or only denied has no row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.exports.coding import Uncoded, coded, not_happened
from secondsource.exports.columns import Cell, Column, Table, column, listed, never
from secondsource.exports.commas import tab_lines
from secondsource.exports.countries import country_of
from secondsource.exports.moments import days_of
from secondsource.exports.narrative import outlets_of
from secondsource.exports.places import district_of, point_of, town_of
from secondsource.exports.plover import QUADS, sector_of
from secondsource.exports.selection import Account, Selection, accounts_of
from secondsource.exports.sides import Side, sides_of
from secondsource.exports.tally import Tally

_NO_PLACE = "no place is known"
_NO_SIDE = "nobody is known on that side"
_STORY = "the event keeps its own parties and place, not all that its reports mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event with its two sides."""

    account: Account
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]


def polecat_tsv(selection: Selection, tally: Tally) -> Iterator[str]:
    """One row an event."""
    rows = coded(map(_row, accounts_of(selection)), tally)
    return tab_lines(POLECAT, rows, tally, heading=True)


def _row(account: Account) -> Row | Uncoded:
    missing = not_happened(account)
    if missing is not None:
        return missing
    actors, recipients = sides_of(account)
    return Row(account=account, actors=actors, recipients=recipients)


def _mode(row: Row) -> str:
    return listed(dict.fromkeys(claim.mode for claim in row.account.claims if claim.mode))


def _contexts(row: Row) -> str:
    every = (context for claim in row.account.claims for context in claim.contexts)
    return listed(dict.fromkeys(every))


def _day(row: Row) -> Cell:
    only = days_of(row.account.event).only
    return only.isoformat() if only else None


def _country(row: Row) -> Cell:
    place = row.account.event.place
    country = country_of(place.country) if place else None
    return country.name if country else None


def _latitude(row: Row) -> Cell:
    point = point_of(row.account.event.place)
    return point.lat if point else None


def _longitude(row: Row) -> Cell:
    point = point_of(row.account.event.place)
    return point.lon if point else None


def _published(row: Row) -> str:
    days = (claim.report.published for claim in row.account.claims if claim.report.published)
    return min(days, default="")


def _side(who: str, of: int) -> tuple[Column[Row], ...]:
    """The eight columns of a side; ``of`` is 0 for the actors and 1 for the recipients."""

    def side(row: Row) -> tuple[Side, ...]:
        return (row.actors, row.recipients)[of]

    def countries(row: Row) -> Cell:
        found = (country_of(one.country) for one in side(row))
        return listed(dict.fromkeys(one.code3 for one in found if one)) or None

    def sectors(row: Row) -> list[str]:
        found = (sector_of(one.kind) for one in side(row))
        return list(dict.fromkeys(sector for sector in found if sector))

    return (
        column(f"{who} Name", "By name.", lambda r: listed(s.name for s in side(r)), _NO_SIDE),
        column(
            f"{who} Country",
            "ISO 3166-1, three letters.",
            countries,
            "the registry has no country of it",
        ),
        never(f"{who} COW", "the Correlates of War's codes are not part of the ledger"),
        column(
            f"Primary {who} Sector",
            "PLOVER's sector of the first.",
            lambda r: next(iter(sectors(r)), None),
            "the kind of actor does not settle it",
        ),
        column(
            f"{who} Sectors",
            "PLOVER's sectors.",
            lambda r: listed(sectors(r)) or None,
            "the kind of actor does not settle it",
        ),
        never(f"{who} Title", "offices are the actors' affiliations in the registry"),
        column(
            f"{who} Name Raw",
            "In a report's words.",
            lambda r: listed(s.words for s in side(r)),
            _NO_SIDE,
        ),
        never(f"Wikipedia {who} ID", "the registry has no such ids"),
    )


def _raw_place(row: Row) -> Cell:
    return row.account.event.place.text if row.account.event.place else None


def _place(row: Row) -> Cell:
    return row.account.event.place.name if row.account.event.place else None


def _province(row: Row) -> Cell:
    return row.account.event.place.admin1 if row.account.event.place else None


def _geonames(row: Row) -> Cell:
    return row.account.event.place.geonames_id if row.account.event.place else None


def _extractor(row: Row) -> str:
    return listed(dict.fromkeys(claim.extractor for claim in row.account.claims))


POLECAT: Table[Row] = Table(
    name="polecat",
    columns=(
        column("Event ID", "The event's id.", lambda r: r.account.event.id),
        column("Event Date", "The day.", _day, "no single day is known"),
        column("Event Type", "PLOVER type.", lambda r: r.account.event.type.value),
        column("Event Mode", "PLOVER mode.", _mode, "no claim has a mode"),
        never("Intensity", "POLECAT's scale is not published with the PLOVER manual"),
        column("Quad Code", "PLOVER's quad class.", lambda r: QUADS[r.account.event.type]),
        column("Contexts", "PLOVER contexts.", _contexts, "no claim has a context"),
        *_side("Actor", 0),
        *_side("Recipient", 1),
        column("Placename", "By the gazetteer.", _place, _NO_PLACE),
        column("City", "A town.", lambda r: town_of(r.account.event.place), "no town is known"),
        column(
            "District",
            "A district.",
            lambda r: district_of(r.account.event.place),
            "the gazetteer holds the district only of places that are one",
        ),
        column("Province", "Governorate or province.", _province, "no governorate is known"),
        column("Country", "The country.", _country, "the country is not known"),
        column("Latitude", "WGS 84 degrees.", _latitude, _NO_PLACE),
        column("Longitude", "WGS 84 degrees.", _longitude, _NO_PLACE),
        column("GeoNames ID", "The place's number.", _geonames, _NO_PLACE),
        column("Raw Placename", "In a report's words.", _raw_place, _NO_PLACE),
        never("Feature Type", "GeoNames' feature codes are not kept with a place"),
        column("Source", "Who published it.", lambda r: listed(outlets_of(r.account))),
        column(
            "Publication Date", "Of the first report, in EDTF.", _published, "no report is dated"
        ),
        never("Story People", _STORY),
        never("Story Organizations", _STORY),
        never("Story Locations", _STORY),
        never("Language", "it is kept with the report"),
        column("Version", "What found the claims.", _extractor),
    ),
)
