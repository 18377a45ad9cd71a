"""How much the ledger holds."""

from __future__ import annotations

from sqlalchemy import Connection, Select, func, select

from secondsource.ledger.actor_directory import count_actors
from secondsource.ledger.picture import counted_extractions, present_reports, withdrawn_reports
from secondsource.ledger.records import Counts
from secondsource.ledger.schema import claim, input_seen, place_mention, report


def counts(connection: Connection) -> Counts:
    """The counts of the present picture, with what was rejected and withdrawn."""

    def count(query: Select[int]) -> int:
        return connection.execute(query).scalar_one()

    extractions = counted_extractions().subquery()
    places = select(func.count(place_mention.c.geonames_id.distinct()))
    return Counts(
        reports=count(select(func.count()).select_from(report).where(present_reports())),
        withdrawn=count(
            select(func.count()).select_from(withdrawn_reports().distinct().subquery())
        ),
        rejected=count(select(func.count(input_seen.c.error))),
        extracted=count(select(func.count()).select_from(extractions)),
        claims=count(select(func.count()).where(claim.c.extraction_seq.in_(counted_extractions()))),
        actors=count_actors(connection),
        places=count(places.where(place_mention.c.extraction_seq.in_(counted_extractions()))),
    )
