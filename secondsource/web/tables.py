"""The columns of the CSV twins of lists.

Several values in one cell are parted by "; ". An empty cell means that nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from secondsource.exports import Column, Table
from secondsource.views import (
    ActorLine,
    Edge,
    EventLine,
    FieldAgreement,
    Kappa,
    MapPlace,
    Mark,
    Named,
    OutletRow,
    ReportRow,
    TieLine,
)

Row = TypeVar("Row")


def _of(
    name: str,
    help: str,  # noqa: A002 - the column's field
    cell: Callable[[Row], str | float | None],
) -> Column[Row]:
    return Column(name=name, help=help, cell=cell)


def _id(party: Named | None) -> str | None:
    return party.id if party else None


def _name(party: Named | None) -> str | None:
    return party.name if party else None


def _names(parties: tuple[Named, ...]) -> str:
    return "; ".join(party.name for party in parties)


def _ids(parties: tuple[Named, ...]) -> str:
    return "; ".join(party.id or "" for party in parties)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


REPORTS: Table[ReportRow] = Table(
    name="reports",
    columns=(
        _of("id", "The report's id.", lambda row: row.id),
        _of("title", "Its title.", lambda row: row.title),
        _of("outlet", "Who published it.", lambda row: row.outlet),
        _of("published", "When, in EDTF.", lambda row: row.published),
        _of("language", "ISO 639.", lambda row: row.language),
        _of("claims", "How many claims it makes.", lambda row: row.claims),
        _of("path", "The file it was read from.", lambda row: row.path),
        _of("url", "The address it was read from.", lambda row: row.url),
        _of("seen_at", "When the ledger first saw it.", lambda row: row.seen_at.isoformat()),
    ),
)
EVENTS: Table[EventLine] = Table(
    name="events",
    columns=(
        _of("id", "The event's id.", lambda row: row.id),
        _of("type", "PLOVER type.", lambda row: row.type),
        _of("modality", "actual, planned, possible, …", lambda row: row.modality),
        _of("time", "When, in EDTF.", lambda row: row.time),
        _of("actor_ids", "Who acted, by id.", lambda row: _ids(row.actors)),
        _of("actors", "Who acted.", lambda row: _names(row.actors)),
        _of("recipient_ids", "To whom, by id.", lambda row: _ids(row.recipients)),
        _of("recipients", "To whom.", lambda row: _names(row.recipients)),
        _of("place", "Where, by name.", lambda row: row.place),
        _of("country", "ISO 3166-1 alpha-2.", lambda row: row.country),
        _of("claims", "How many claims are about it.", lambda row: row.claims),
        _of("reports", "In how many reports.", lambda row: row.reports),
        _of("origins", "From how many independent origins.", lambda row: row.origins),
        _of("disputing", "How many claims deny it.", lambda row: row.disputing),
        _of("credibility", "Admiralty digit of information.", lambda row: row.credibility),
        _of("because", "Why that digit.", lambda row: "; ".join(row.because)),
    ),
)
TIES: Table[TieLine] = Table(
    name="ties",
    columns=(
        _of("id", "The tie's id.", lambda row: row.id),
        _of("actor_ids", "The two actors, by id.", lambda row: _ids(row.between)),
        _of("actors", "The two actors.", lambda row: _names(row.between)),
        _of("state", "ally, truce, hostile, …", lambda row: row.state),
        _of("stance", "asserted, disputed, planned, …", lambda row: row.stance),
        _of("from", "Since when it held, in EDTF.", lambda row: row.start),
        _of("to", "Until when, in EDTF.", lambda row: row.end),
        _of("claims", "How many claims are about it.", lambda row: row.claims),
        _of("reports", "In how many reports.", lambda row: row.reports),
        _of("origins", "From how many independent origins.", lambda row: row.origins),
        _of("disputing", "How many claims deny it.", lambda row: row.disputing),
        _of("credibility", "Admiralty digit of information.", lambda row: row.credibility),
        _of("because", "Why that digit.", lambda row: "; ".join(row.because)),
    ),
)
ACTORS: Table[ActorLine] = Table(
    name="actors",
    columns=(
        _of("id", "The actor's id.", lambda row: row.id),
        _of("name", "Its name.", lambda row: row.name),
        _of("kind", "What sort of actor it is.", lambda row: row.kind),
        _of("events", "How many events it took part in.", lambda row: row.events),
        _of("ties", "How many states of relations it has.", lambda row: row.ties),
    ),
)
OUTLETS: Table[OutletRow] = Table(
    name="outlets",
    columns=(
        _of("outlet", "The outlet.", lambda row: row.outlet),
        _of("reports", "How many reports.", lambda row: row.reports),
        _of("own", "Its own reporting.", lambda row: row.own),
        _of("reprints", "Text copied.", lambda row: row.reprints),
        _of("rewrites", "Facts copied, words changed.", lambda row: row.rewrites),
        _of("cites", "Resting on another's reporting.", lambda row: row.cites),
        _of("origins", "Independent origins between them.", lambda row: row.origins),
        _of("first", "When the first was published, in EDTF.", lambda row: row.first),
        _of("last", "When the last was published, in EDTF.", lambda row: row.last),
    ),
)
PLACES: Table[MapPlace] = Table(
    name="places",
    columns=(
        _of("place", "Its name; empty where no place is said.", lambda row: row.name),
        _of("key", "A GeoNames number, else its name.", lambda row: row.key),
        _of("country", "ISO 3166-1 alpha-2.", lambda row: row.country),
        _of("precision", "How finely it is known.", lambda row: row.precision),
        _of("lat", "Latitude, WGS 84.", lambda row: row.lat),
        _of("lon", "Longitude, WGS 84.", lambda row: row.lon),
        _of("radius_km", "Within how many kilometres.", lambda row: row.radius_km),
        _of("events", "How many events.", lambda row: row.events),
        _of("disputed", "How many of them a claim denies.", lambda row: row.disputed),
        _of("credibility", "The best Admiralty digit.", lambda row: row.credibility),
        _of("first_day", "The first day of any.", lambda row: _day(row.first_day)),
        _of("last_day", "The last day of any.", lambda row: _day(row.last_day)),
    ),
)
MARKS: Table[Mark] = Table(
    name="timeline",
    columns=(
        _of("id", "The event's id.", lambda row: row.id),
        _of("type", "PLOVER type.", lambda row: row.type),
        _of("modality", "actual, planned, possible, …", lambda row: row.modality),
        _of("time", "When, in EDTF.", lambda row: row.time),
        _of("first_day", "The first day that may be meant.", lambda row: _day(row.first_day)),
        _of("last_day", "The last day that may be meant.", lambda row: _day(row.last_day)),
        _of("reported", "When it was first reported.", lambda row: _day(row.first_published)),
        _of("actor_id", "Who acted, by id.", lambda row: _id(row.actor)),
        _of("actor", "Who acted.", lambda row: _name(row.actor)),
        _of("recipient_id", "To whom, by id.", lambda row: _id(row.recipient)),
        _of("recipient", "To whom.", lambda row: _name(row.recipient)),
        _of("place", "Where, by name.", lambda row: row.place),
        _of("origins", "From how many independent origins.", lambda row: row.origins),
        _of("disputed", "Whether a claim denies it.", lambda row: "yes" if row.disputed else "no"),
        _of("credibility", "Admiralty digit of information.", lambda row: row.credibility),
    ),
)
EDGES: Table[Edge] = Table(
    name="network",
    columns=(
        _of("id", "The tie's id.", lambda row: row.tie.id),
        _of("from_id", "The first actor, by id.", lambda row: row.tie.between[0].id),
        _of("from", "The first actor.", lambda row: row.tie.between[0].name),
        _of("to_id", "The second actor, by id.", lambda row: row.tie.between[1].id),
        _of("to", "The second actor.", lambda row: row.tie.between[1].name),
        _of("directed", "Whether it runs one way.", lambda row: "yes" if row.directed else "no"),
        _of("state", "ally, truce, hostile, …", lambda row: row.tie.state),
        _of("stance", "asserted, disputed, planned, …", lambda row: row.tie.stance),
        _of("start", "Since when it held, in EDTF.", lambda row: row.tie.start),
        _of("end", "Until when, in EDTF.", lambda row: row.tie.end),
        _of("origins", "From how many independent origins.", lambda row: row.tie.origins),
        _of("reports", "In how many reports.", lambda row: row.tie.reports),
        _of("credibility", "Admiralty digit of information.", lambda row: row.tie.credibility),
    ),
)
AGREEMENT: Table[FieldAgreement] = Table(
    name="agreement",
    columns=(
        _of("field", "The field, or “judgement”: kept or rejected.", lambda row: row.part),
        _of("claims", "Claims that two reviewers or more decided on.", lambda row: row.claims),
        _of("reviewers", "How many reviewers decided on these.", lambda row: row.reviewers),
        _of("alpha", "Krippendorff's alpha, nominal.", lambda row: row.alpha),
        _of("pairs", "Each two reviewers.", lambda row: "; ".join(map(_pair, row.pairs))),
        _of("kappas", "Cohen's kappa of each two.", lambda row: "; ".join(map(_kappa, row.pairs))),
    ),
)


def _pair(one: Kappa) -> str:
    return " and ".join(one.reviewers)


def _kappa(one: Kappa) -> str:
    return "" if one.kappa is None else f"{one.kappa:.4f}"
