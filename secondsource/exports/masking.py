"""A ledger's facts with the names of private persons blocked out, letter by letter.

Every letter of a name gives way to a block, so that all offsets stay right: evidence is cut anew
from the masked text, and claims keep their ids. What results is a ledger like any other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from secondsource.annotations import ActorKind
from secondsource.claims import WireRecord
from secondsource.exports.jsonvalues import Json
from secondsource.exports.privacy import PrivatePersons, blocked, named_in, persons_named
from secondsource.ledger import (
    ArchivedActor,
    ArchivedClaim,
    ArchivedDecision,
    ArchivedReport,
    Ledger,
)

_TEXTS_KEPT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Masks:
    """Whom to mask, and the masked texts used last, by report."""

    ledger: Ledger
    persons: PrivatePersons
    texts: dict[str, str] = field(default_factory=dict)

    def text_of(self, report_id: str) -> str:
        """A report's text, masked."""
        if report_id not in self.texts:
            if len(self.texts) >= _TEXTS_KEPT:
                self.texts.clear()
            text = self.ledger.archive.text_of(report_id)
            self.texts[report_id] = self.persons.words(text)
        return self.texts[report_id]


def masked_records(ledger: Ledger) -> Iterator[WireRecord]:
    """All facts of ``ledger`` in an archive's order, masked."""
    masks = Masks(ledger=ledger, persons=persons_named(_named(ledger), blocked))
    for _, record in ledger.archive.records():
        yield _masked(record, masks)


def _named(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The private persons of all readings, those that later ones replaced too."""
    for _, record in ledger.archive.records():
        if isinstance(record, ArchivedClaim):
            yield from named_in(record.claim)
        elif isinstance(record, ArchivedActor):
            mention = record.mention
            if mention.kind is ActorKind.PRIVATE_PERSON and mention.actor is not None:
                yield mention.actor, mention.name


def _masked(record: WireRecord, masks: Masks) -> WireRecord:
    value = record.model_dump(mode="json")
    if isinstance(record, ArchivedDecision):
        for side in ("before", "after"):
            if value[side] is not None:
                value[side] = _masked_json(value[side], masks)
    text = masks.persons.words(record.report.text) if isinstance(record, ArchivedReport) else None
    return type(record).model_validate(_value(value, masks, text))


def _masked_json(said: str, masks: Masks) -> str:
    """JSON masked; as it is written where it names nobody."""
    value = json.loads(said)
    masked = _value(value, masks, None)
    if masked == value:
        return said
    return json.dumps(masked, ensure_ascii=False, separators=(",", ":"))


def _value(value: Json, masks: Masks, text: str | None) -> Json:
    if isinstance(value, str):
        return masks.persons.words(value)
    if isinstance(value, list):
        return [_value(one, masks, text) for one in value]
    if isinstance(value, dict):
        return _object(value, masks, text)
    return value


def _object(value: dict[str, Json], masks: Masks, text: str | None) -> dict[str, Json]:
    report = value.get("report")
    if isinstance(report, dict) and isinstance(report.get("id"), str) and "text" not in report:
        text = masks.text_of(str(report["id"]))
    masked = {name: _value(one, masks, text) for name, one in value.items()}
    if text is not None:
        masked |= _cut(value, text)
    return masked


def _cut(value: dict[str, Json], text: str) -> dict[str, Json]:
    """The words of a record, cut from the masked text at the offsets that stand beside them."""
    cut: dict[str, Json] = {}
    start, end = value.get("start"), value.get("end")
    if isinstance(start, int) and isinstance(end, int) and "text" in value:
        cut["text"] = text[start:end]
    for words, spans in (("cue", "cue_span"), ("via", "via_span"), ("hedges", "hedge_spans")):
        where = value.get(spans)
        if isinstance(where, list) and where:
            cut[words] = _at(where, text)
    return cut


def _at(where: list[Json], text: str) -> Json:
    if all(isinstance(one, int) for one in where):
        start, end = (int(str(one)) for one in where)
        return text[start:end]
    return [_at(one, text) for one in where if isinstance(one, list)]
