"""How telling a word is, whatever else is in the ledger.

Weights come from a fixed table of how many news reports a word stood in, so that two reports are as
alike today as they will be when ten thousand more have come. The counts, `data/word_counts.tsv`,
are of 1,161 reports of ECB+ (CC BY 3.0) and FA-KES (CC BY 4.0); a word that is not in it is rare.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from secondsource.fusion.topics import Vector, topic_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A word in fewer than one report of fifty is telling.
_TELLING = 4.0
# A word in fewer reports than the table keeps is taken to stand in this many of them.
_RARE = 2


@lru_cache(maxsize=1)
def _counts() -> tuple[int, Mapping[str, int]]:
    """The number of reports counted, and by stem the number that it stood in."""
    source = files("secondsource.fusion").joinpath("data/word_counts.tsv")
    rows = [row.split("\t") for row in source.read_text(encoding="utf-8").splitlines()]
    return int(rows[0][1]), {word: int(count) for word, count in rows[1:]}


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    """What one word adds to a topic: nothing, its stem, or its stem twice if it is a name."""
    return tuple(topic_words(word))


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """``ln(1 + N / df)`` of a stem: 0.8 for the commonest, 6.4 for a rare one."""
    reports, counts = _counts()
    return math.log(1 + reports / counts.get(word, _RARE))


def topic_vector(text: str) -> Vector:
    """The unit vector of a text's telling words, ``(1 + ln tf) * weight``."""
    counts = Counter(key for word in _WORD.findall(text) for key in _keys(word))
    weights = {word: (1 + math.log(counts[word])) * weight(word) for word in sorted(counts)}
    length = math.sqrt(math.fsum(value * value for value in weights.values())) or 1.0
    return {word: value / length for word, value in weights.items()}


def details(folded: Iterable[str]) -> tuple[str, ...]:
    """The stems of telling words and the numbers of a text, each once, by first mention.

    ``folded`` are the words of the text in order, case folded.
    """
    words = (key for word in folded for key in _keys(word))
    return tuple(dict.fromkeys(word for word in words if _is_telling(word)))


def _is_telling(word: str) -> bool:
    return weight(word) >= _TELLING or (word.isdigit() and len(word) > 1)
