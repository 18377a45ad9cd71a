"""Records to rows and back. What is read back is checked as it was when it was written."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from sqlalchemy import Row

from secondsource.annotations import ActorMention, PlaceMention
from secondsource.claims import (
    Claim,
    ClaimRecord,
    Party,
    claim_from_record,
    claim_to_record,
    report_to_record,
)
from secondsource.errors import EvidenceMismatch
from secondsource.fusion import earliest, latest
from secondsource.ledger.records import InputKey, KnownInput
from secondsource.reports import Rejection, RejectionKind, Report, Stated
from secondsource.text import Span

Values: TypeAlias = dict[str, Any]
"""The values of one row by column, as SQLAlchemy takes them; they go nowhere else."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_REPORT = TypeAdapter(Report)
_ACTOR = TypeAdapter(ActorMention)
_PLACE = TypeAdapter(PlaceMention)


def key_row(key: InputKey) -> Values:
    """The columns of an input that identify it."""
    return {"locator": key.locator, "sha256": key.sha256}


def rejection_row(rejection: Rejection | None) -> Values:
    """The columns that say why an input was rejected, empty where it was not."""
    if rejection is None:
        return {"error": None, "reason": None, "next_step": None}
    return {
        "error": rejection.kind.value,
        "reason": writable(rejection.reason),
        "next_step": writable(rejection.next_step),
    }


def known_input(row: Row[*tuple[Any, ...]], reports: tuple[str, ...]) -> KnownInput:
    """The input of a row of ``input_seen``."""
    rejection = None
    if row.error is not None:
        rejection = Rejection(
            input=row.locator,
            kind=RejectionKind(row.error),
            reason=row.reason,
            next_step=row.next_step,
            bytes_sha256=row.sha256,
        )
    key = InputKey(locator=row.locator, sha256=row.sha256)
    return KnownInput(
        id=row.seq, key=key, reports=reports, rejection=rejection, seen_at=row.seen_at
    )


def find_unstorable(words: str) -> re.Match[str] | None:
    """The first character that no database takes: NUL, or half of a pair."""
    return _UNSTORABLE.search(words)


def writable(words: str) -> str:
    """``words`` with what no database takes (lone surrogates of odd file names, NUL) escaped."""
    return words.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")


def report_row(report: Report) -> Values:
    """The columns of a report: its text, the rest as JSON, and what is looked up or shown."""
    return {
        "id": report.id,
        "text": report.text,
        "details": _REPORT.dump_python(
            report, mode="json", exclude={"text"}, exclude_defaults=True
        ),
        "title": _stated(report.title),
        "outlet": _stated(report.outlet),
        "published": _stated(report.published),
        "language": report.language,
        "path": report.path,
        "url": report.url,
    }


def _stated(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def report_of(row: Row[*tuple[Any, ...]]) -> Report:
    """The report of a row that has ``text`` and ``details``."""
    return _REPORT.validate_python({**row.details, "text": row.text})


def claim_row(claim: Claim, report: Report) -> Values:
    """The columns of a claim.

    Raises:
        EvidenceMismatch: if the claim is about another report, or quotes words that are not in
            the stored text.
    """
    if claim.report_id != report.id:
        raise EvidenceMismatch(claim.id, f"it stands in {claim.report_id}, not in {report.id}")
    record = claim_to_record(claim, report)
    if claim_from_record(record, report.text) != claim:
        raise EvidenceMismatch(claim.id, f"its words are not the words of {report.id}")
    return {
        "id": claim.id,
        "report_id": report.id,
        "kind": claim.kind.value,
        "type": claim.type.value if claim.type else None,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "place_id": claim.place.geonames_id if claim.place else None,
        "country": claim.place.country if claim.place else None,
        "first_day": earliest(claim.time.edtf) if claim.time else None,
        "last_day": latest(claim.time.edtf) if claim.time else None,
        "confidence": claim.confidence,
        "record": record.model_dump(mode="json"),
    }


def claim_of(row: Row[*tuple[Any, ...]], report: Report) -> Claim:
    """The claim of a row that has ``id`` and ``record``, its words and heading checked against its
    report; that nothing is lost on the way back was seen to when it was written.

    Raises:
        EvidenceMismatch: if it no longer says what stands in the report.
    """
    record = ClaimRecord.model_validate(row.record)
    claim = claim_from_record(record, report.text)
    if claim.id != row.id or record.report != report_to_record(report):
        raise EvidenceMismatch(row.id, "the stored record is not the claim that was written")
    return claim


def party_rows(claim: Claim, claim_seq: int) -> list[Values]:
    """One row a party of the claim, in both roles."""
    roles = (("actor", claim.actors), ("recipient", claim.recipients))
    return [
        _party_row(party, claim_seq, role, position)
        for role, parties in roles
        for position, party in enumerate(parties)
    ]


def _party_row(party: Party, claim_seq: int, role: str, position: int) -> Values:
    return {
        "claim_seq": claim_seq,
        "role": role,
        "position": position,
        "actor_id": party.id,
        "name": party.name,
    }


def actor_rows(mentions: tuple[ActorMention, ...], seq: int, text: str) -> list[Values]:
    """One row a mention of an actor in the extraction ``seq``."""
    return [
        {
            "extraction_seq": seq,
            "position": position,
            "actor_id": mention.actor,
            "name": mention.name,
            "kind": mention.kind.value,
            "words": _words(mention.span, text),
            "record": _ACTOR.dump_python(mention, mode="json", exclude_defaults=True),
        }
        for position, mention in enumerate(mentions)
    ]


def actor_of(row: Row[*tuple[Any, ...]]) -> ActorMention:
    """The mention of a row of ``actor_mention``."""
    return _ACTOR.validate_python(row.record)


def place_rows(mentions: tuple[PlaceMention, ...], seq: int, text: str) -> list[Values]:
    """One row a mention of a place in the extraction ``seq``."""
    return [
        {
            "extraction_seq": seq,
            "position": position,
            "geonames_id": mention.geonames_id,
            "name": mention.name,
            "lat": mention.lat,
            "lon": mention.lon,
            "admin1": mention.admin1,
            "country": mention.country,
            "precision": mention.precision.value,
            "adjectival": mention.adjectival,
            "words": _words(mention.span, text),
            "record": _PLACE.dump_python(mention, mode="json", exclude_defaults=True),
        }
        for position, mention in enumerate(mentions)
    ]


def place_of(row: Row[*tuple[Any, ...]]) -> PlaceMention:
    """The mention of a row of ``place_mention``."""
    return _PLACE.validate_python(row.record)


def _words(span: Span, text: str) -> str:
    if not span or span.end > len(text):
        raise EvidenceMismatch(f"[{span.start}, {span.end})", "the mention is not in the report")
    return span.of(text)
