"""The bodies that programs and pages send."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, model_validator

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Sent(BaseModel):
    """A body; no text in it holds a NUL or half a character, which no database keeps."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _storable(cls, given: object) -> object:
        if any(_UNSTORABLE.search(text) for text in _texts(given)):
            raise ValueError("a text cannot hold a NUL, or half a character")
        return given


def _texts(given: object) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, list):
        for one in given:
            yield from _texts(one)
    elif isinstance(given, dict):
        for value in given.values():
            yield from _texts(value)
