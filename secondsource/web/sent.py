"""The bodies that programs and pages send, and who decides by them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field, model_validator

from secondsource.errors import UsageError
from secondsource.ledger import find_unstorable
from secondsource.web.visitors import Visitor


class Sent(BaseModel):
    """A body; no text in it holds a NUL or half a character, which no database keeps."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _storable(cls, given: object) -> object:
        if any(find_unstorable(text) for text in _texts(given)):
            raise ValueError("a text cannot hold a NUL, or half a character")
        return given


class SeenGiven(Sent):
    """The last standing decision about the claim that the reviewer saw; null for none."""

    decision: int | None = Field(default=None, ge=0, le=2**53)


class Decided(Sent):
    """Who decides and why; ``who`` is not needed where a token says it."""

    who: str | None = Field(default=None, max_length=200)
    why: str = Field(default="", max_length=2000)


class ClaimDecided(Decided):
    """With ``seen``, a decision is refused with 409 if somebody decided on the claim since."""

    seen: SeenGiven | None = None


def who_decides(visitor: Visitor, asked: Decided) -> str:
    """Whom the log names: the owner of the token, else who the request says decides.

    Raises:
        UsageError: if nobody is named.
    """
    who = (visitor.name or asked.who or "").strip()
    if not who:
        raise UsageError("who", "nobody is named who decides", "say who decides")
    return who


def _texts(given: object) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, list):
        for one in given:
            yield from _texts(one)
    elif isinstance(given, dict):
        for value in given.values():
            yield from _texts(value)
