"""The actors of the present picture, most mentioned first, as they are known by now.

Those that no decision is about are counted by the database; the few others mention by mention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from secondsource.annotations import ActorKind
from secondsource.ledger.directory import WORDS_SHOWN, most_frequent
from secondsource.ledger.identities import Identities, identities
from secondsource.ledger.picture import counted_extractions
from secondsource.ledger.records import ActorSummary, Mentioned
from secondsource.ledger.rulings import ActorLabel
from secondsource.ledger.schema import actor_mention, claim, claim_party, extraction

_MENTION = actor_mention.c
_TIMES = func.count().label("times")


def actors(connection: Connection) -> tuple[ActorSummary, ...]:
    """The resolved actors, provisional ones included."""
    known = identities(connection)
    listed = [*_counted(connection, known), *_decided(connection, known)]
    return tuple(sorted(listed, key=lambda one: (-one.mentions, one.id)))


def count_actors(connection: Connection) -> int:
    """How many resolved actors there are."""
    known = identities(connection)
    counted = select(func.count(_MENTION.actor_id.distinct())).where(
        _MENTION.extraction_seq.in_(counted_extractions()),
        _MENTION.actor_id.not_in(sorted(known.touched)),
    )
    decided = {label.id for label, _ in _mentions(connection, known, known.touched)}
    return int(connection.execute(counted).scalar_one()) + len(decided)


def mentions_of(connection: Connection, actor_id: str) -> tuple[Mentioned, ...]:
    """How often each report mentions an actor, by which words."""
    known = identities(connection)
    stored = _mentions(connection, known, known.stored_as(actor_id))
    return tuple(row for label, row in stored if label.id == actor_id)


def _counted(connection: Connection, known: Identities) -> Iterator[ActorSummary]:
    """Those that no decision is about."""
    reports = func.count(_MENTION.extraction_seq.distinct()).label("reports")
    conditions = (
        _MENTION.extraction_seq.in_(counted_extractions()),
        _MENTION.actor_id.is_not(None),
        _MENTION.actor_id.not_in(sorted(known.touched)),
    )
    rows = connection.execute(
        select(
            _MENTION.actor_id,
            func.min(_MENTION.name).label("name"),
            func.min(_MENTION.kind).label("kind"),
            _TIMES,
            reports,
        )
        .where(*conditions)
        .group_by(_MENTION.actor_id)
    ).all()
    words = connection.execute(
        select(_MENTION.actor_id, _MENTION.words, _TIMES)
        .where(*conditions)
        .group_by(_MENTION.actor_id, _MENTION.words)
    ).all()
    called = most_frequent((row.actor_id, row.words, row.times) for row in words)
    claims = _claims_by_actor(connection)
    for row in rows:
        yield ActorSummary(
            id=row.actor_id,
            name=row.name,
            kind=ActorKind(row.kind),
            words=called[row.actor_id],
            mentions=row.times,
            reports=row.reports,
            claims=claims.get(row.actor_id, 0),
        )


def _claims_by_actor(connection: Connection) -> dict[str, int]:
    rows = connection.execute(
        select(claim_party.c.actor_id, func.count(claim_party.c.claim_seq.distinct()))
        .join(claim)
        .where(
            claim.c.extraction_seq.in_(counted_extractions()), claim_party.c.actor_id.is_not(None)
        )
        .group_by(claim_party.c.actor_id)
    )
    return {str(actor): int(count) for actor, count in rows}


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What is counted of one actor; names and kinds as its mentions have them."""

    labels: Counter[ActorLabel] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    reports: set[str] = field(default_factory=set)


def _decided(connection: Connection, known: Identities) -> Iterator[ActorSummary]:
    """Those that decisions are about."""
    tallies: dict[str, _Tally] = {}
    for label, row in _mentions(connection, known, known.touched):
        tally = tallies.setdefault(label.id, _Tally())
        tally.labels[label] += row.times
        tally.words[row.words] += row.times
        tally.reports.add(row.report_id)
    claims = _claims_decided(connection, known) if tallies else {}
    for actor_id, tally in tallies.items():
        label = min(tally.labels, key=lambda one: (-tally.labels[one], one.name))
        words = sorted(tally.words, key=lambda said: (-tally.words[said], said))
        yield ActorSummary(
            id=actor_id,
            name=label.name,
            kind=label.kind,
            words=tuple(words[:WORDS_SHOWN]),
            mentions=tally.words.total(),
            reports=len(tally.reports),
            claims=len(claims.get(actor_id, ())),
        )


def _mentions(
    connection: Connection, known: Identities, stored: Iterable[str]
) -> Iterator[tuple[ActorLabel, Mentioned]]:
    """Who the mentions stored under these ids are by now."""
    columns = (_MENTION.actor_id, _MENTION.name, _MENTION.kind, _MENTION.words)
    rows = connection.execute(
        select(*columns, extraction.c.report_id, _TIMES)
        .join(extraction)
        .where(
            _MENTION.extraction_seq.in_(counted_extractions()),
            _MENTION.actor_id.in_(sorted(stored)),
        )
        .group_by(*columns, extraction.c.report_id)
        .order_by(extraction.c.report_id, _MENTION.words)
    )
    for row in rows:
        label = ActorLabel(id=row.actor_id, name=row.name, kind=ActorKind(row.kind))
        said = Mentioned(report_id=row.report_id, words=row.words, times=row.times)
        yield known.resolve(label, row.report_id, row.words).label, said


def _claims_decided(connection: Connection, known: Identities) -> dict[str, set[int]]:
    """The row numbers of the claims of each actor that decisions are about."""
    party = claim_party.c
    rows = connection.execute(
        select(claim.c.seq, claim.c.report_id, claim.c.record, party.actor_id, party.role)
        .add_columns(party.position)
        .join(claim_party, party.claim_seq == claim.c.seq)
        .where(
            claim.c.extraction_seq.in_(counted_extractions()),
            party.actor_id.in_(sorted(known.touched)),
        )
    )
    claims: dict[str, set[int]] = {}
    for row in rows:
        said = row.record[f"{row.role}s"][row.position]
        label = ActorLabel(id=row.actor_id, name=said["name"], kind=ActorKind(said["kind"]))
        now = known.resolve(label, row.report_id, said["text"]).label
        claims.setdefault(now.id, set()).add(row.seq)
    return claims
