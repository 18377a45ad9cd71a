"""Drawing the standing picture: what is looked up and replaced while facts are fitted in.

All happens in one transaction, in which nobody else writes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Column, Connection, delete, insert, select

from secondsource.fusion import Cited, EventLink, Fingerprint, Kin, Lineage, Sign
from secondsource.ledger import changes, fingerprint_index, links, standing_writer
from secondsource.ledger.decisions import decisions_about
from secondsource.ledger.event_rulings import (
    EVENT_DECISIONS,
    EventRuling,
    event_rulings_among,
)
from secondsource.ledger.links import Link
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.sheets import signs_of_pair
from secondsource.ledger.sign_rows import sign_rows
from secondsource.ledger.standing_records import PictureChange, PictureState, UpTo
from secondsource.ledger.standing_rows import stored_lineage
from secondsource.ledger.standing_schema import DERIVED, event_claim, lineage, picture_state, tie
from secondsource.ledger.working_schema import (
    WORKING,
    event_key,
    event_link,
    lineage_cited,
    lineage_link,
    tie_sign,
)

Pair = tuple[str, str]
_KEY_BYTES = 8
_CITED = TypeAdapter(Cited)
_KIN = TypeAdapter(Kin)


class Drawing:
    """The standing picture while it is drawn, with its working tables."""

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._at = at

    def state(self) -> PictureState | None:
        """Up to where the picture is current; ``None`` where there is none yet."""
        return standing_writer.picture_state_of(self._connection)

    def up_to(self) -> UpTo:
        """How far the facts go."""
        return standing_writer.up_to(self._connection)

    def clear(self) -> None:
        """Remove the whole picture."""
        for table in (*DERIVED, *WORKING, picture_state):
            self._connection.execute(delete(table))

    def write(self, change: PictureChange) -> None:
        """Replace what changes."""
        standing_writer.write_change(self._connection, change)

    def finish(self, state: PictureState) -> None:
        """Say up to where the picture is current now."""
        standing_writer.write_state(self._connection, state, self._at)

    def changed_reports(self, since: UpTo) -> set[str]:
        """The reports that the facts added since then concern."""
        return changes.changed_reports(self._connection, since)

    def event_rulings(self) -> tuple[EventRuling, ...]:
        """The standing decisions about events, oldest first."""
        return event_rulings_among(decisions_about(self._connection, EVENT_DECISIONS))

    def present(self, reports: Iterable[str]) -> set[str]:
        """Those of the reports that are not withdrawn."""
        return changes.present_among(self._connection, reports)

    def traced(self, reports: Iterable[str]) -> set[str]:
        """Those of the reports that have a lineage, and so keys."""
        return self._of(lineage.c.report_id, lineage.c.report_id, reports)

    def put_in(self, prints: Sequence[Fingerprint]) -> set[str]:
        """Add the keys of reports; see `fingerprint_index.put_in`."""
        return fingerprint_index.put_in(self._connection, prints)

    def take_out(self, prints: Sequence[Fingerprint]) -> set[str]:
        """Remove the keys of reports; see `fingerprint_index.take_out`."""
        return fingerprint_index.take_out(self._connection, prints)

    def candidate_pairs(self, reports: Iterable[str]) -> tuple[Link, ...]:
        """Pairs of one of ``reports`` with any that shares keys enough with it."""
        return fingerprint_index.candidate_pairs(self._connection, reports)

    def standing_of(self, reports: Iterable[str]) -> frozenset[tuple[str, int]]:
        """The standing text among the sentences of these reports."""
        return fingerprint_index.standing_of(self._connection, reports)

    def kin(self, reports: Iterable[str]) -> set[str]:
        """The reports connected with these over links, these included."""
        return links.connected(self._connection, lineage_link, reports)

    def kin_links(self, reports: Iterable[str]) -> tuple[Kin, ...]:
        """The links between reports that begin at one of these."""
        return tuple(
            _KIN.validate_python({"first": row.first, "second": row.second, **row.record})
            for some in chunks(sorted(set(reports)), PAGE)
            for row in self._connection.execute(
                select(lineage_link).where(lineage_link.c.first.in_(some))
            )
        )

    def link_kin(self, reports: Collection[str], found: Iterable[Kin]) -> None:
        """Replace all links of ``reports`` by those ``found``."""
        links.unlink(self._connection, lineage_link, reports)
        rows = [
            {
                "first": one.first,
                "second": one.second,
                "record": _KIN.dump_python(one, mode="json", exclude={"first", "second"}),
            }
            for one in found
        ]
        links.link(self._connection, lineage_link, rows)

    def replace_cited(self, gone: Iterable[str], cited: Mapping[str, Cited]) -> None:
        """Remove what the reports ``gone`` rest on, and add what others do by report."""
        for some in chunks(sorted(set(gone)), PAGE):
            self._connection.execute(
                delete(lineage_cited).where(lineage_cited.c.report_id.in_(some))
            )
        rows = [
            {"report_id": key, "record": _CITED.dump_python(one, mode="json")}
            for key, one in cited.items()
        ]
        for batch in chunks(rows, PAGE):
            self._connection.execute(insert(lineage_cited), batch)

    def cited_by(self, reports: Iterable[str]) -> dict[str, Cited]:
        """What these reports rest on, and what they cite besides, by report."""
        return {
            row.report_id: _CITED.validate_python(row.record)
            for some in chunks(sorted(set(reports)), PAGE)
            for row in self._connection.execute(
                select(lineage_cited).where(lineage_cited.c.report_id.in_(some))
            )
        }

    def lineage_of(self, reports: Iterable[str]) -> dict[str, Lineage]:
        """The lineage of these reports and of those that they come from, by report."""
        found: dict[str, Lineage] = {}
        wanted = set(reports)
        while wanted:
            rows = [
                stored_lineage(record)
                for some in chunks(sorted(wanted), PAGE)
                for record in self._connection.execute(
                    select(lineage.c.record).where(lineage.c.report_id.in_(some))
                ).scalars()
            ]
            found |= {one.report_id: one for one in rows}
            wanted = {one.copies for one in rows if one.copies is not None} - found.keys()
        return dict(sorted(found.items()))

    def grouped_claims(self, reports: Iterable[str]) -> set[str]:
        """The claims of these reports that stand in events."""
        return self._of(event_claim.c.claim_id, event_claim.c.report_id, reports)

    def events_of(self, claims: Iterable[str]) -> set[str]:
        """The events that these claims stand in."""
        return self._of(event_claim.c.event_id, event_claim.c.claim_id, claims)

    def events_among(self, claims: Iterable[str]) -> dict[str, frozenset[str]]:
        """The events that these claims stand in, with all their claims."""
        found: dict[str, set[str]] = {}
        for some in chunks(sorted(self.events_of(claims)), PAGE):
            standing = select(event_claim.c.event_id, event_claim.c.claim_id)
            for row in self._connection.execute(standing.where(event_claim.c.event_id.in_(some))):
                found.setdefault(row.event_id, set()).add(row.claim_id)
        return {key: frozenset(listed) for key, listed in found.items()}

    def key_claims(self, gone: Iterable[str], keys: Mapping[str, Iterable[str]]) -> None:
        """Remove the keys of the claims ``gone``, and add those of others by claim."""
        for some in chunks(sorted(set(gone)), PAGE):
            self._connection.execute(delete(event_key).where(event_key.c.claim_id.in_(some)))
        numbered = sorted({(_number(key), claim) for claim, some in keys.items() for key in some})
        rows = [{"key": key, "claim_id": claim} for key, claim in numbered]
        for batch in chunks(rows, PAGE):
            self._connection.execute(insert(event_key), batch)

    def claims_with(self, keys: Iterable[str]) -> set[str]:
        """The claims that have one of these keys."""
        return self._of(event_key.c.claim_id, event_key.c.key, map(_number, keys))

    def linked_claims(self, claims: Iterable[str]) -> set[str]:
        """The claims connected with these over links, these included."""
        return links.connected(self._connection, event_link, claims)

    def link_claims(self, claims: Collection[str], found: Iterable[EventLink]) -> None:
        """Replace all links of ``claims`` by those ``found``."""
        links.unlink(self._connection, event_link, claims)
        rows = [{"first": one.first, "second": one.second, "score": one.score} for one in found]
        links.link(self._connection, event_link, rows)

    def event_links(self, claims: Iterable[str]) -> tuple[EventLink, ...]:
        """The links that begin at one of these claims."""
        return tuple(
            EventLink(first=row.first, second=row.second, score=row.score)
            for some in chunks(sorted(set(claims)), PAGE)
            for row in self._connection.execute(
                select(event_link).where(event_link.c.first.in_(some))
            )
        )

    def replace_signs(self, reports: Iterable[str], signs: Sequence[Sign]) -> set[Pair]:
        """Replace what these reports say of ties; returns the pairs of actors concerned."""
        concerned: set[Pair] = set()
        for some in chunks(sorted(set(reports)), PAGE):
            stored = tie_sign.c.report_id.in_(some)
            rows = self._connection.execute(select(tie_sign.c.one, tie_sign.c.other).where(stored))
            concerned.update((row.one, row.other) for row in rows)
            self._connection.execute(delete(tie_sign).where(stored))
        for batch in chunks(list(sign_rows(signs)), PAGE):
            concerned.update((row["one"], row["other"]) for row in batch)
            self._connection.execute(insert(tie_sign), batch)
        return concerned

    def signs_of(self, pair: Pair) -> tuple[Sign, ...]:
        """All that is said of the ties of two actors."""
        return signs_of_pair(self._connection, pair)

    def ties_of(self, pair: Pair) -> set[str]:
        """The ids of the ties of two actors."""
        query = select(tie.c.id).where(tie.c.one == pair[0], tie.c.other == pair[1])
        return set(self._connection.execute(query).scalars())

    def _of(self, wanted: Column[Any], given: Column[Any], values: Iterable[Any]) -> set[str]:
        """The values of one column in the rows with these values of another."""
        return {
            found
            for some in chunks(sorted(set(values)), PAGE)
            for found in self._connection.execute(
                select(wanted).where(given.in_(some)).distinct()
            ).scalars()
        }


def _number(key: str) -> int:
    """A 64-bit number for a key; where two share one, claims are compared in vain."""
    digest = blake2b(key.encode(), digest_size=_KEY_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)
