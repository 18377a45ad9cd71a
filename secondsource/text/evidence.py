"""The words that a value rests on."""

from __future__ import annotations

from dataclasses import InitVar, dataclass

from secondsource.errors import EvidenceMismatch
from secondsource.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span of a report's stored text together with the words that stand there.

    ``report_text`` is checked and not kept, so that evidence which does not equal the report's
    text at its offsets cannot be constructed, neither by extraction nor when it is read back.

    Raises:
        EvidenceMismatch: if the words do not stand at the span.
    """

    span: Span
    text: str
    report_text: InitVar[str]

    def __post_init__(self, report_text: str) -> None:
        if not self.text or self.span.of(report_text) != self.text:
            raise EvidenceMismatch(
                f"[{self.span.start}, {self.span.end})",
                f"the report has {self.span.of(report_text)!r} there, not {self.text!r}",
                "this is a defect of the extractor that made the record; please report it",
            )

    @classmethod
    def at(cls, report_text: str, span: Span) -> Evidence:
        """The evidence at ``span`` of ``report_text``."""
        return cls(span=span, text=span.of(report_text), report_text=report_text)

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.span.end
