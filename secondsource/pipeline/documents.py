"""The documents that other programs put to ``annotate`` and ``cluster``, as JSON objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from secondsource.claims import PairQuery
from secondsource.errors import InputRejected, Unreadable
from secondsource.reports import Report, from_text
from secondsource.text import Span

_HALF_PAIR = re.compile("[\ud800-\udfff]")
_SHAPE = 'each line is a JSON object with at least "id" and "text"'
_PAIR_SHAPE = 'a pair is {"id", "source": [start, end], "target": [start, end]}'


class MentionRecord(BaseModel):
    """An event trigger given by the caller: a half-open span of code points."""

    model_config = ConfigDict(frozen=True)

    id: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the trigger stands."""
        return Span(self.start, self.end)


class QueryRecord(BaseModel):
    """Asks what one mention does to another: half-open spans of code points."""

    model_config = ConfigDict(frozen=True)

    id: str
    source: tuple[int, int]
    target: tuple[int, int]


class DocumentRecord(BaseModel):
    """One input record. ``published`` is EDTF; unknown fields are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    mentions: tuple[MentionRecord, ...] | None = None
    pairs: tuple[QueryRecord, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undocumented:
    """An input record that is no document, with its id if it gave one, and why."""

    id: str | None
    reason: InputRejected


def parse_documents(
    records: Iterable[Mapping[str, object]],
) -> Iterator[DocumentRecord | Undocumented]:
    """The documents of JSON objects, in order."""
    for number, row in enumerate(records, start=1):
        yield _outcome(row, f"record {number}")


def parse_lines(lines: Iterable[bytes]) -> Iterator[DocumentRecord | Undocumented]:
    """The documents of JSON lines in UTF-8, in order; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        place = f"line {number}"
        try:
            words = line.decode("utf-8-sig" if number == 1 else "utf-8")
            if words.strip():
                yield _outcome(json.loads(words), place)
        except (ValueError, RecursionError) as error:
            reason = Unreadable(place, f"this is not JSON in UTF-8: {error}", _SHAPE)
            yield Undocumented(id=None, reason=reason)


def parse_document(row: object, place: str) -> DocumentRecord:
    """The document of a JSON value, which stood at ``place``.

    Raises:
        Unreadable: if it is no object, has no id or text, or a field has the wrong type.
    """
    if not isinstance(row, Mapping):
        raise Unreadable(place, "this is no JSON object", _SHAPE)
    try:
        document = DocumentRecord.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise Unreadable(place, f"field {field!r}: {first['msg']}", _SHAPE) from error
    asked = [pair.id for pair in document.pairs or ()]
    given = (document.id, document.text, document.outlet, *asked)
    if any(_HALF_PAIR.search(words or "") for words in given):
        raise Unreadable(place, "it holds half a surrogate pair", "check how it was encoded")
    for pair in document.pairs or ():
        if not (_stands(pair.source, document.text) and _stands(pair.target, document.text)):
            raise Unreadable(place, f"pair {pair.id!r}: a span is not in the text", _PAIR_SHAPE)
    return document


def _stands(ends: tuple[int, int], text: str) -> bool:
    start, end = ends
    return 0 <= start < end <= len(text)


def queries_of(document: DocumentRecord) -> tuple[PairQuery, ...]:
    """The pairs that the document asks about."""
    return tuple(
        PairQuery(id=pair.id, source=Span(*pair.source), target=Span(*pair.target))
        for pair in document.pairs or ()
    )


def as_report(document: DocumentRecord) -> Report:
    """The document as a report; what the caller says of it wins over what the text says."""
    return from_text(document.text, outlet=document.outlet, published=document.published)


def _outcome(row: object, place: str) -> DocumentRecord | Undocumented:
    try:
        return parse_document(row, place)
    except InputRejected as reason:
        return Undocumented(id=_id_of(row), reason=reason)


def _id_of(row: object) -> str | None:
    """The record's id, if it is one that JSON in UTF-8 can carry back."""
    given = row.get("id") if isinstance(row, Mapping) else None
    return given if isinstance(given, str) and not _HALF_PAIR.search(given) else None
