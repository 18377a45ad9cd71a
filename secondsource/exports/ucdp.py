"""UCDP GED: 49 columns, one row an event of organised violence in which people died.

The definition is UCDP's: armed force by an organised actor against another or against civilians,
with at least one death. Who cannot be named is not coded. UCDP takes no event without a time
within a year and a country, so those that lack one are a file apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.annotations import ActorKind
from secondsource.claims import EventType, ViolenceType
from secondsource.exports.casualties import Killed, killed_in
from secondsource.exports.coding import Sides, Uncoded, coded, not_happened, split, violence_type
from secondsource.exports.columns import Cell, Table, column, listed, never
from secondsource.exports.commas import csv_lines
from secondsource.exports.countries import Country, country_of
from secondsource.exports.moments import MONTH, WEEK, YEAR, Days, days_of
from secondsource.exports.narrative import citations_of, outlets_of
from secondsource.exports.numbers import number_of
from secondsource.exports.places import Point, district_of, point_of, ucdp_precision
from secondsource.exports.selection import Account, Selection, accounts_of
from secondsource.exports.sides import STATE, Side, sides_of
from secondsource.exports.tally import Tally

_VIOLENCE = {
    ViolenceType.STATE_BASED: 1,
    ViolenceType.NON_STATE: 2,
    ViolenceType.ONE_SIDED: 3,
}
_CIVILIANS = "Civilians"
_CODES = "UCDP's own numbers of conflicts and dyads are not part of the ledger"
_GW = "Gleditsch and Ward's numbers are not part of the ledger"
_NO_NUMBER = "no figure gives it"
_NO_PLACE = "no place is known"
_NO_DAY = "no day is known"
_BY_SIDE = "the figures do not tell on which side they died"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as UCDP would code it."""

    account: Account
    violence: ViolenceType
    side_a: Side
    side_b: Side
    killed: Killed
    days: Days
    point: Point | None
    country: Country | None


def ged_csv(selection: Selection, tally: Tally) -> Iterator[str]:
    """The events that UCDP would take."""
    rows = split(map(row_of, accounts_of(selection)), _lacking, whole=True)
    return csv_lines(GED, coded(rows, tally), tally)


def incomplete_csv(selection: Selection, tally: Tally) -> Iterator[str]:
    """The events of deadly force that lack what UCDP asks of an event."""
    rows = split(map(row_of, accounts_of(selection)), _lacking, whole=False)
    return csv_lines(GED, coded(rows, tally), tally)


def _lacking(row: Row) -> str | None:
    if _date_precision(row.days) is None:
        return "no time within a year is known"
    return "the country is not known" if row.country is None else None


def row_of(account: Account) -> Row | Uncoded:
    """The row for an event, or why there is none."""
    missing = not_happened(account)
    if missing is not None:
        return missing
    if account.event.type is not EventType.ASSAULT:
        return Uncoded(why="it is no use of armed force")
    sides = sides_of(account)
    violence = violence_type(sides)
    if violence is None:
        return Uncoded(why="the sides are not both known to be organised, a state or civilians")
    killed = killed_in(account.event)
    if not killed.told or killed.high == 0:
        return Uncoded(why="no claim speaks of dead")
    side_a, side_b = _ordered(sides, violence)
    if not side_a.named or not (side_b.named or violence is ViolenceType.ONE_SIDED):
        return Uncoded(why="a side has no name")
    place = account.event.place
    return Row(
        account=account,
        violence=violence,
        side_a=side_a,
        side_b=side_b,
        killed=killed,
        days=days_of(account.event),
        point=point_of(place),
        country=country_of(place.country) if place else None,
    )


def _ordered(sides: Sides, violence: ViolenceType) -> tuple[Side, Side]:
    """The first of each side; of state-based violence the state comes first."""
    first, second = sides[0][0], sides[1][0]
    if violence is ViolenceType.STATE_BASED and first.kind not in STATE:
        return second, first
    return first, second


def _side_b(row: Row) -> str:
    return _CIVILIANS if row.violence is ViolenceType.ONE_SIDED else row.side_b.name


def _date_precision(days: Days) -> int | None:
    """1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year."""
    if days.count is None:
        return None
    if days.only and days.sure:
        return 1
    for code, longest in ((2, WEEK - 1), (3, WEEK), (4, MONTH), (5, YEAR)):
        if days.count <= longest:
            return code
    return None


def _unknown(killed: Killed) -> int | None:
    """Those who are not known to be civilians, so that the parts make up the best figure."""
    return None if killed.best is None else max(killed.best - (killed.civilians or 0), 0)


def _place_name(row: Row) -> Cell:
    return row.account.event.place.name if row.account.event.place else None


def _place_words(row: Row) -> Cell:
    return row.account.event.place.text if row.account.event.place else None


def _admin1(row: Row) -> Cell:
    return row.account.event.place.admin1 if row.account.event.place else None


def _titles(row: Row) -> str:
    return listed(dict.fromkeys(claim.report.title for claim in row.account.claims))


def _published(row: Row) -> str:
    return listed(dict.fromkeys(claim.report.published for claim in row.account.claims))


def _informants(row: Row) -> str:
    words = (quote.source for quote in row.account.event.evidence if quote.source)
    return listed(dict.fromkeys(words))


def _sort_of_actor(side: Side) -> Cell:
    return side.ucdp if side.kind is not ActorKind.CIVILIANS else None


GED: Table[Row] = Table(
    name="ucdp-ged",
    columns=(
        column("id", "A number made of the event's id.", lambda r: number_of(r.account.event.id)),
        column("relid", "The event's id in the ledger.", lambda r: r.account.event.id),
        column("year", "The year.", lambda r: r.days.year, "no single year is known"),
        never("active_year", "it takes UCDP's count of a dyad's deaths in a year"),
        never("code_status", "it is the state of UCDP's own coding"),
        column("type_of_violence", "UCDP's type, 1 to 3.", lambda r: _VIOLENCE[r.violence]),
        never("conflict_dset_id", _CODES),
        never("conflict_new_id", _CODES),
        never("conflict_name", _CODES),
        never("dyad_dset_id", _CODES),
        never("dyad_new_id", _CODES),
        column("dyad_name", "The two sides.", lambda r: f"{r.side_a.name} - {_side_b(r)}"),
        never("side_a_dset_id", _CODES),
        column(
            "side_a_new_id",
            "Its number in the UCDP Actor Dataset.",
            lambda r: _sort_of_actor(r.side_a),
            "the registry has no UCDP number of it",
        ),
        column("side_a", "One side; the state, where there is one.", lambda r: r.side_a.name),
        never("side_b_dset_id", _CODES),
        column(
            "side_b_new_id",
            "Its number in the UCDP Actor Dataset.",
            lambda r: _sort_of_actor(r.side_b),
            "the registry has no UCDP number of it",
        ),
        column("side_b", "The other side.", _side_b),
        column("number_of_sources", "How many reports.", lambda r: r.account.event.reports),
        column("source_article", "The reports.", lambda r: listed(citations_of(r.account.claims))),
        column("source_office", "Who published them.", lambda r: listed(outlets_of(r.account))),
        column("source_date", "When, in EDTF.", _published, "the reports are not dated"),
        column("source_headline", "Their titles.", _titles, "the reports have no title"),
        column(
            "source_original",
            "Who is said to have said it first.",
            _informants,
            "the outlets say it in their own voice",
        ),
        column(
            "where_prec",
            "1 exact, 2 near, 3 district, 4 governorate, 5 vaguer, 6 country.",
            lambda r: ucdp_precision(r.account.event.place),
            _NO_PLACE,
        ),
        column("where_coordinates", "The place by the gazetteer.", _place_name, _NO_PLACE),
        column("where_description", "The place in a report's words.", _place_words, _NO_PLACE),
        column("adm_1", "Governorate or province.", _admin1, "no governorate is known"),
        column(
            "adm_2",
            "District.",
            lambda r: district_of(r.account.event.place),
            "the gazetteer holds the district only of places that are one",
        ),
        column(
            "latitude",
            "WGS 84 degrees.",
            lambda r: r.point.lat if r.point else None,
            "no place is known more finely than its country or region",
        ),
        column(
            "longitude",
            "WGS 84 degrees.",
            lambda r: r.point.lon if r.point else None,
            "no place is known more finely than its country or region",
        ),
        column(
            "geom_wkt",
            "The point as Well-Known Text.",
            lambda r: r.point.wkt if r.point else None,
            "no place is known more finely than its country or region",
        ),
        column(
            "priogrid_gid",
            "The PRIO-GRID cell of the point.",
            lambda r: r.point.prio_cell if r.point else None,
            "no place is known more finely than its country or region",
        ),
        column(
            "country",
            "The country.",
            lambda r: r.country.name if r.country else None,
            "the country is not known",
        ),
        never("country_id", _GW),
        never("region", "UCDP's table of regions is not part of the ledger"),
        never("event_clarity", "it is a coder's judgement"),
        column(
            "date_prec",
            "1 day, 2 two to six days or about, 3 week, 4 month, 5 year.",
            lambda r: _date_precision(r.days),
            "no day is known, or none within a year",
        ),
        column(
            "date_start",
            "The first day that it can have been.",
            lambda r: r.days.first.isoformat() if r.days.first else None,
            _NO_DAY,
        ),
        column(
            "date_end",
            "The last day that it can have been.",
            lambda r: r.days.last.isoformat() if r.days.last else None,
            _NO_DAY,
        ),
        never("deaths_a", _BY_SIDE),
        never("deaths_b", _BY_SIDE),
        column("deaths_civilians", "Civilians.", lambda r: r.killed.civilians, _NO_NUMBER),
        column("deaths_unknown", "All others.", lambda r: _unknown(r.killed), _NO_NUMBER),
        column("best", "The best figure.", lambda r: r.killed.best, _NO_NUMBER),
        column("high", "The highest.", lambda r: r.killed.high, _NO_NUMBER),
        column("low", "The lowest.", lambda r: r.killed.low, _NO_NUMBER),
        never("gwnoa", _GW),
        never("gwnob", _GW),
    ),
)
