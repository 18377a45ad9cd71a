"""PLOVER's contexts of a sentence: what its politics is about, beside what is done.

The words are data in ``vocabulary/contexts.toml``. As in the manual an event may have several.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from secondsource.errors import MissingResource

_WHOLE = "|"


@lru_cache(maxsize=256)
def contexts_of(sentence: str) -> tuple[str, ...]:
    """The contexts that words of ``sentence`` speak for, in the order of the vocabulary."""
    groups = _cues()
    return tuple(name for name, cues in groups.items() if cues.search(sentence))


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, re.Pattern[str]]:
    """For each context the words that speak for it.

    Raises:
        MissingResource: if the file is absent or is no such vocabulary.
    """
    source = files("secondsource.claims").joinpath("vocabulary", "contexts.toml")
    try:
        rows = tomllib.loads(source.read_text(encoding="utf-8"))
        return {name: _pattern(words) for name, words in rows.items()}
    except (OSError, AttributeError, ValueError) as error:
        raise MissingResource(
            str(source), f"the contexts cannot be read: {error}", "install the package again"
        ) from error


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    stems = "|".join(map(_stem, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE)


def _stem(word: str) -> str:
    plain = re.escape(word.removesuffix(_WHOLE)).replace(r"\ ", r"\s+")
    return rf"{plain}\b" if word.endswith(_WHOLE) else plain
