"""ACLED's types, and the words and PLOVER codes that speak for each (``vocabulary/acled.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from secondsource.errors import MissingResource

_GAP = r"(?:\W+\w+){0,3}?\W+"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledType:
    """A sub-event type with the event type and the disorder type that it belongs to."""

    sub_event: str
    event: str
    disorder: str
    codes: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    cues: re.Pattern[str] = field(default=re.compile(r"(?!)"), repr=False, compare=False)


@lru_cache(maxsize=1)
def load_acled() -> tuple[AcledType, ...]:
    """The sub-event types, the gravest first.

    Raises:
        MissingResource: if the file is absent or is no codebook.
    """
    source = files("secondsource.claims").joinpath("vocabulary", "acled.toml")
    try:
        rows = tomllib.loads(source.read_text(encoding="utf-8"))["types"]
        return tuple(map(_type, rows))
    except (OSError, KeyError, ValueError) as error:
        raise MissingResource(
            str(source), f"the codebook cannot be read: {error}", "install the package again"
        ) from error


def _type(row: dict[str, Any]) -> AcledType:
    cues = sorted(map(_pattern, row["cues"]), key=len, reverse=True)
    return AcledType(
        sub_event=row["name"],
        event=row["event"],
        disorder=row["disorder"],
        codes=frozenset(row["codes"]),
        cues=re.compile(rf"\b(?:{'|'.join(cues)})", re.IGNORECASE),
    )


def _pattern(cue: str) -> str:
    """Stems joined by "+" may have other words between them."""
    return _GAP.join(re.escape(part).replace(r"\ ", r"\s+") for part in cue.split("+"))
