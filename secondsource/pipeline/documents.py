"""The documents that other programs put to ``annotate`` and ``cluster``, as JSON objects."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, ValidationError

from secondsource.errors import Unreadable
from secondsource.reports import Report, from_text
from secondsource.text import Span


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


class DocumentRecord(BaseModel):
    """One input record. ``published`` is EDTF; unknown fields are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    mentions: tuple[MentionRecord, ...] | None = None


def parse_document(row: Mapping[str, object], number: int) -> DocumentRecord:
    """The document of a JSON object, the ``number``-th of its input.

    Raises:
        Unreadable: if it has no id or text, or a field has the wrong type.
    """
    try:
        return DocumentRecord.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise Unreadable(
            f"record {number}",
            f"field {field!r}: {first['msg']}",
            'each line is a JSON object with at least "id" and "text"',
        ) from error


def as_report(document: DocumentRecord) -> Report:
    """The document as a report; what the caller says of it wins over what the text says."""
    return from_text(document.text, outlet=document.outlet, published=document.published)
