"""An input that did not become a report, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from secondsource.errors import Empty, InputRejected, Refused, TooLarge


class RejectionKind(Enum):
    """The sort of reason, one for each branch under `secondsource.errors.InputRejected`."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    REFUSED = "refused"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """One input that was not read; the rest of the batch goes on.

    ``input`` names it (a path, ``archive.zip!/member``, ``rows.jsonl#12`` or a URL), ``reason``
    says what is wrong and ``next_step`` what can be done. ``bytes_sha256`` is absent where the
    bytes were never read.
    """

    input: str
    reason: str
    next_step: str
    kind: RejectionKind = RejectionKind.UNREADABLE
    bytes_sha256: str | None = None


def rejection(error: InputRejected, bytes_sha256: str | None = None) -> Rejection:
    """The record of an error that concerns one input."""
    return Rejection(
        input=error.subject,
        reason=error.reason,
        next_step=error.next_step,
        kind=_kind(error),
        bytes_sha256=bytes_sha256,
    )


def _kind(error: InputRejected) -> RejectionKind:
    if isinstance(error, TooLarge):
        return RejectionKind.TOO_LARGE
    if isinstance(error, Refused):
        return RejectionKind.REFUSED
    if isinstance(error, Empty):
        return RejectionKind.EMPTY
    return RejectionKind.UNREADABLE
