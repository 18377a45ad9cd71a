"""GDELT 2.0: events (61 columns) and mentions (16), tab-separated without a heading.

One row an event, and one mention a claim about it, with offsets into the report's stored text.
GDELT has no place for what is planned or denied: only what is said to have happened has rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from secondsource.annotations import ActorKind, PlacePrecision
from secondsource.claims import ClaimRecord, PartyRecord
from secondsource.exports.coding import Uncoded, coded, not_happened
from secondsource.exports.columns import Cell, Column, Table, column, never
from secondsource.exports.commas import tab_lines
from secondsource.exports.countries import country_of
from secondsource.exports.moments import days_of
from secondsource.exports.narrative import outlets_of
from secondsource.exports.numbers import number_of
from secondsource.exports.plover import (
    QUAD_NUMBERS,
    QUADS,
    base_of,
    cameo_of,
    root_of,
    sector_of,
)
from secondsource.exports.selection import Account, Selection, accounts_of
from secondsource.exports.sides import Side, sides_of
from secondsource.exports.tally import Tally

_WEB, _CITATION = 1, 2
_COUNTRY, _US_STATE, _US_CITY, _CITY, _STATE = 1, 2, 3, 4, 5
_TOWNS = frozenset({PlacePrecision.POINT, PlacePrecision.POPULATED_PLACE, PlacePrecision.NEAR})
_STATES = frozenset({PlacePrecision.GOVERNORATE, PlacePrecision.DISTRICT})
_NO_PLACE = "no place is known"
_NO_SIDE = "nobody is known on that side"
_NO_DAY = "no single day is known"
_NO_CODE = "PLOVER merges what CAMEO kept apart, and type and mode leave several codes"
_CLOCK = "it is the clock of GDELT's own updates"
_TEXT = "it is kept with the report"
_WHERE = "the ledger knows where the event was, not where its actors were"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as GDELT would write it."""

    account: Account
    first: Side | None
    second: Side | None
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A claim about an event."""

    account: Account
    claim: ClaimRecord


def events_tsv(selection: Selection, tally: Tally) -> Iterator[str]:
    """One row an event."""
    rows = coded(map(_row, accounts_of(selection)), tally)
    return tab_lines(EVENTS, rows, tally, heading=False)


def mentions_tsv(selection: Selection, tally: Tally) -> Iterator[str]:
    """One row a claim about an event that has a row."""
    rows = (
        Mention(account=row.account, claim=claim)
        for row in coded(map(_row, accounts_of(selection)), tally)
        for claim in row.account.claims
    )
    return tab_lines(MENTIONS, rows, tally, heading=False)


def _row(account: Account) -> Row | Uncoded:
    missing = not_happened(account)
    if missing is not None:
        return missing
    actors, recipients = sides_of(account)
    modes = dict.fromkeys(claim.mode for claim in account.supporting)
    codes = dict.fromkeys(cameo_of(account.event.type, mode) for mode in modes)
    return Row(
        account=account,
        first=actors[0] if actors else None,
        second=recipients[0] if recipients else None,
        code=next(iter(codes)) if len(codes) == 1 else None,
    )


def _actor(number: int) -> tuple[Column[Row], ...]:
    """The ten columns of an actor; GDELT writes names in capitals."""
    prefix = f"Actor{number}"

    def side(row: Row) -> Side | None:
        return row.first if number == 1 else row.second

    def code(row: Row) -> Cell:
        return "".join(part for part in (_country(side(row)), _sector(side(row))) if part) or None

    def name(row: Row) -> Cell:
        found = side(row)
        return found.name.upper() if found else None

    faith = "religions and peoples are no part of the registry"
    return (
        column(f"{prefix}Code", "Country and sort.", code, _NO_SIDE),
        column(f"{prefix}Name", "By name.", name, _NO_SIDE),
        column(
            f"{prefix}CountryCode",
            "Three letters.",
            lambda r: _country(side(r)),
            "the registry has no country of it",
        ),
        never(f"{prefix}KnownGroupCode", "CAMEO's codes of groups are not part of the registry"),
        never(f"{prefix}EthnicCode", faith),
        never(f"{prefix}Religion1Code", faith),
        never(f"{prefix}Religion2Code", faith),
        column(
            f"{prefix}Type1Code",
            "Sort of actor.",
            lambda r: _sector(side(r)),
            "the kind of actor does not settle it",
        ),
        never(f"{prefix}Type2Code", "the registry has one kind for each actor"),
        never(f"{prefix}Type3Code", "the registry has one kind for each actor"),
    )


def _country(side: Side | None) -> str | None:
    country = country_of(side.country) if side else None
    return country.code3 if country else None


def _sector(side: Side | None) -> str | None:
    if side is None or side.kind is ActorKind.STATE:
        return None
    return {"JRN": "MED"}.get(found := sector_of(side.kind) or "", found) or None


def _elsewhere(number: int) -> tuple[Column[Row], ...]:
    parts = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
    return tuple(never(f"Actor{number}Geo_{part}", _WHERE) for part in parts)


def _geo_type(row: Row) -> Cell:
    place = row.account.event.place
    if place is None or place.country is None:
        return None
    if place.precision in _TOWNS:
        return _US_CITY if place.country == "US" else _CITY
    if place.precision in _STATES:
        return _US_STATE if place.country == "US" else _STATE
    return _COUNTRY


def _geo_name(row: Row) -> Cell:
    place = row.account.event.place
    if place is None:
        return None
    country = country_of(place.country)
    parts = (place.name, place.admin1, country.name if country else None)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _fips(row: Row) -> Cell:
    place = row.account.event.place
    country = country_of(place.country) if place else None
    return country.fips if country else None


def _latitude(row: Row) -> Cell:
    return row.account.event.place.lat if row.account.event.place else None


def _longitude(row: Row) -> Cell:
    return row.account.event.place.lon if row.account.event.place else None


def _sql_date(row: Row) -> Cell:
    only = days_of(row.account.event).only
    return f"{only:%Y%m%d}" if only else None


def _fraction(row: Row) -> Cell:
    """GDELT's own approximation: (month × 30 + day) / 365."""
    only = days_of(row.account.event).only
    if only is None:
        return None
    return f"{only.year + min((only.month * 30 + only.day) / 365, 0.9999):.4f}"


def _coded(cut: Callable[[str], str]) -> Callable[[Row], Cell]:
    return lambda row: cut(row.code) if row.code else None


def _url(row: Row) -> Cell:
    return next((c.report.url for c in row.account.claims if c.report.url), None)


EVENTS: Table[Row] = Table(
    name="gdelt events",
    columns=(
        column(
            "GLOBALEVENTID",
            "A number made of the event's id.",
            lambda r: number_of(r.account.event.id),
        ),
        column("SQLDATE", "The day, YYYYMMDD.", _sql_date, _NO_DAY),
        column("MonthYear", "YYYYMM.", lambda r: days_of(r.account.event).month, "no month"),
        column("Year", "YYYY.", lambda r: days_of(r.account.event).year, "no single year"),
        column("FractionDate", "The day as a part of the year.", _fraction, _NO_DAY),
        *_actor(1),
        *_actor(2),
        never("IsRootEvent", "it marks the lead paragraph of GDELT's first report"),
        column("EventCode", "CAMEO.", lambda r: r.code, _NO_CODE),
        column("EventBaseCode", "CAMEO, level two.", _coded(base_of), _NO_CODE),
        column("EventRootCode", "CAMEO, root.", _coded(root_of), _NO_CODE),
        column("QuadClass", "1 to 4.", lambda r: QUAD_NUMBERS[QUADS[r.account.event.type]]),
        never(
            "GoldsteinScale", "the scale is not part of the ledger, and not every event has a code"
        ),
        column("NumMentions", "Claims.", lambda r: len(r.account.claims)),
        column("NumSources", "Who published them.", lambda r: len(outlets_of(r.account))),
        column("NumArticles", "Reports.", lambda r: r.account.event.reports),
        never("AvgTone", "the tone of reports is not measured"),
        *_elsewhere(1),
        *_elsewhere(2),
        column(
            "ActionGeo_Type",
            "1 country, 4 town, 5 province; 2 and 3 in the US.",
            _geo_type,
            _NO_PLACE,
        ),
        column("ActionGeo_FullName", "The place.", _geo_name, _NO_PLACE),
        column("ActionGeo_CountryCode", "FIPS 10-4.", _fips, "the country is not known"),
        never("ActionGeo_ADM1Code", "FIPS codes of provinces are not part of the gazetteer"),
        never("ActionGeo_ADM2Code", "FIPS codes of districts are not part of the gazetteer"),
        column("ActionGeo_Lat", "WGS 84 degrees.", _latitude, _NO_PLACE),
        column("ActionGeo_Long", "WGS 84 degrees.", _longitude, _NO_PLACE),
        never("ActionGeo_FeatureID", "the gazetteer has GeoNames' numbers, not those of GNS"),
        never("DATEADDED", _CLOCK),
        column("SOURCEURL", "Of the first report that has one.", _url, "no report has an address"),
    ),
)


def _identifier(mention: Mention) -> str:
    report = mention.claim.report
    return report.url or report.path or report.id


def _publisher(mention: Mention) -> Cell:
    report = mention.claim.report
    return report.outlet or (urlsplit(report.url).hostname if report.url else None)


def _offset(parties: Iterable[PartyRecord]) -> Cell:
    return next((party.start for party in parties), None)


MENTIONS: Table[Mention] = Table(
    name="gdelt mentions",
    columns=(
        column(
            "GLOBALEVENTID",
            "As in the events.",
            lambda m: number_of(m.account.event.id),
        ),
        never("EventTimeDate", _CLOCK),
        never("MentionTimeDate", _CLOCK),
        column(
            "MentionType",
            "1 with an address, 2 without.",
            lambda m: _WEB if m.claim.report.url else _CITATION,
        ),
        column("MentionSourceName", "Who published it.", _publisher, "it has no outlet"),
        column("MentionIdentifier", "Its address, path or id.", _identifier),
        never("SentenceID", "claims keep code points, not numbers of sentences"),
        column("Actor1CharOffset", "Code points.", lambda m: _offset(m.claim.actors), _NO_SIDE),
        column("Actor2CharOffset", "Code points.", lambda m: _offset(m.claim.recipients), _NO_SIDE),
        column("ActionCharOffset", "Code points.", lambda m: m.claim.trigger.start),
        column("InRawText", "Always 1: offsets are of the text as stored.", lambda _: 1),
        column("Confidence", "Per cent.", lambda m: round(m.claim.confidence * 100)),
        never("MentionDocLen", _TEXT),
        never("MentionDocTone", "the tone of reports is not measured"),
        never("MentionDocTranslationInfo", "reports are read in their own language"),
        never("Extras", "GDELT keeps it empty"),
    ),
)
