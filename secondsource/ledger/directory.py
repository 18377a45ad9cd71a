"""The places of the present picture, most mentioned first, and the mentions of one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from sqlalchemy import Connection, func, select

from secondsource.annotations import ActorMention, PlaceMention, PlacePrecision
from secondsource.ledger.identities import identified_mention, identities
from secondsource.ledger.picture import counted_extractions
from secondsource.ledger.records import PlaceSummary
from secondsource.ledger.rows import actor_of, place_of
from secondsource.ledger.schema import actor_mention, extraction, place_mention

WORDS_SHOWN = 8
_PLACE = (
    place_mention.c.name,
    place_mention.c.geonames_id,
    place_mention.c.lat,
    place_mention.c.lon,
    place_mention.c.admin1,
    place_mention.c.country,
    place_mention.c.precision,
)


def places(connection: Connection) -> tuple[PlaceSummary, ...]:
    """The places named, resolved or not; demonyms ("Turkish") are left out."""
    times = func.count().label("times")
    reports = func.count(place_mention.c.extraction_seq.distinct()).label("reports")
    counted = (
        place_mention.c.extraction_seq.in_(counted_extractions()),
        place_mention.c.adjectival.is_(False),
    )
    rows = connection.execute(
        select(*_PLACE, times, reports)
        .where(*counted)
        .group_by(*_PLACE)
        .order_by(times.desc(), place_mention.c.name, place_mention.c.geonames_id)
    ).all()
    words = connection.execute(
        select(*_PLACE, place_mention.c.words, times)
        .where(*counted)
        .group_by(*_PLACE, place_mention.c.words)
    ).all()
    called = most_frequent((tuple(row)[: len(_PLACE)], row.words, row.times) for row in words)
    return tuple(
        PlaceSummary(
            name=row.name,
            geonames_id=row.geonames_id,
            lat=row.lat,
            lon=row.lon,
            admin1=row.admin1,
            country=row.country,
            precision=PlacePrecision(row.precision),
            words=called[tuple(row)[: len(_PLACE)]],
            mentions=row.times,
            reports=row.reports,
        )
        for row in rows
    )


def most_frequent(
    counted: Iterable[tuple[Hashable, str, int]],
) -> dict[Hashable, tuple[str, ...]]:
    """The words of each key, most frequent first."""
    words: defaultdict[Hashable, list[tuple[int, str]]] = defaultdict(list)
    for key, said, times in counted:
        words[key].append((-times, said))
    return {
        key: tuple(said for _, said in sorted(rows)[:WORDS_SHOWN]) for key, rows in words.items()
    }


def mentions_in(
    connection: Connection, report_id: str
) -> tuple[tuple[ActorMention, ...], tuple[PlaceMention, ...]]:
    """The mentions of actors, as they are known by now, and of places in one report, in the order
    of the extraction."""
    latest = select(func.max(extraction.c.seq)).where(extraction.c.report_id == report_id)
    seq = connection.execute(latest).scalar()
    known = identities(connection)
    found_actors = select(actor_mention.c.record, actor_mention.c.words).where(
        actor_mention.c.extraction_seq == seq
    )
    found_places = select(place_mention.c.record).where(place_mention.c.extraction_seq == seq)
    return (
        tuple(
            identified_mention(actor_of(row), report_id, row.words, known)
            for row in connection.execute(found_actors.order_by(actor_mention.c.position))
        ),
        tuple(map(place_of, connection.execute(found_places.order_by(place_mention.c.position)))),
    )
