"""Claims of the development sets, each judged right or wrong where a set says so.

* The two seed reports have a key of all claims: a claim is right if some key claim of its sentence
  has its type and parties.
* PLV and the CAMEO sentences say what one mention does to another: a claim between the two is right
  if its type is among those, and one the other way round is wrong.
* PLOVER's gold records mark the event's words: a claim whose trigger is among them is right if it
  has the type and, where one is marked, the source.

What is only planned, denied or hypothetical is not judged by the last three, since they code it
as another type ("will send aid" is an AGREE there).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold import seeds
from bench.scorers.claims import judge
from bench.wire import claim_from_json
from secondsource.claims import Claim, EventType, Modality, Party, Polarity, claim_to_record
from secondsource.claims.coding.columns import PAIR_COLUMNS
from secondsource.pipeline import Plan, read_reports
from secondsource.reports import Report, from_text
from secondsource.text import Span
from training.events.corpus import key, read_pairs
from training.events.labels import Example

_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.ASSAULT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim of the set ``name``, of a text known by ``group``, and whether it is right."""

    name: str
    group: str
    claim: Claim
    right: bool


def read_judged(data: Path) -> list[Judged]:
    """The judged claims of all sets under ``data``."""
    return [*_seeds(data), *_pairs(data), *_gold(data)]


def _claims_of(texts: Iterable[str]) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    plan = Plan(trained=False)
    for reading in read_reports((from_text(text) for text in texts), plan):
        yield reading.layers.report, reading.claims or ()


def _seeds(data: Path) -> Iterator[Judged]:
    rows = seeds.read(data)
    found = _claims_of(row.document.text for row in rows)
    for row, (report, claims) in zip(rows, found, strict=True):
        for claim in claims:
            record = claim_to_record(claim, report).model_dump(mode="json")
            answers = judge(report.text, row.keys, [claim_from_json(record)])
            right = any(answer.found is not None for answer in answers)
            yield Judged(name="seeds", group=row.document.id, claim=claim, right=right)


def _pairs(data: Path) -> Iterator[Judged]:
    examples = [row for row in read_pairs(data) if row.source and row.target]
    found = _claims_of(row.text for row in examples)
    for row, (_, claims) in zip(examples, found, strict=True):
        for claim in claims:
            right = _of_pair(claim, row)
            if right is not None and _is_so(claim):
                name = row.id.split("-")[0]
                yield Judged(name=name, group=row.group, claim=claim, right=right)


def _of_pair(claim: Claim, row: Example) -> bool | None:
    """Whether the claim is right of the pair, ``None`` where it is about others."""
    if not isinstance(claim.type, EventType) or row.source is None or row.target is None:
        return None
    if _touch(claim.actors, row.source) and _touch(claim.recipients, row.target):
        return PAIR_COLUMNS.index(claim.type) in row.right
    back = _touch(claim.actors, row.target) and _touch(claim.recipients, row.source)
    if not back:
        return None
    return claim.type in _MUTUAL and PAIR_COLUMNS.index(claim.type) in row.right


def _gold(data: Path) -> Iterator[Judged]:
    with gzip.open(data / "plover_gsr" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row, (_, claims) in zip(rows, _claims_of(row["text"] for row in rows), strict=True):
        for claim in claims:
            told = [one for one in row["events"] if _on(claim.trigger.span, one["spans"]["event"])]
            if told and isinstance(claim.type, EventType) and _is_so(claim):
                right = any(_is_event(claim, one) for one in told)
                yield Judged(name="gold", group=key(row["text"]), claim=claim, right=right)


def _is_event(claim: Claim, event: dict[str, Any]) -> bool:
    sources = [Span(*ends) for ends in event["spans"]["source"]]
    doers = (*claim.actors, *claim.recipients) if event["reciprocal"] else claim.actors
    named = not sources or any(_touch(doers, span) for span in sources)
    return named and claim.type is EventType(event["event_plover16"])


def _is_so(claim: Claim) -> bool:
    return claim.modality is Modality.ACTUAL and claim.polarity is Polarity.AFFIRMED


def _on(span: Span, marked: Iterable[tuple[int, int]]) -> bool:
    return any(span.overlaps(Span(*ends)) for ends in marked)


def _touch(parties: Iterable[Party], span: Span) -> bool:
    return any(party.words.span.overlaps(span) for party in parties)
