"""Keys under which the spellings of one place name meet.

Two keys are kept for a name:

`name_key`
    case, diacritics, apostrophes (ʿayn and hamza included) and full stops are dropped, hyphens
    and other punctuation become spaces, a leading "the" is dropped, and "Saint", "Mount" and
    "Fort" are abbreviated. "Ar-Raqqah", "Ar Raqqah" → ``ar raqqah``; "St. Louis" → ``st louis``.

`loose_key`
    for names transliterated from scripts that leave vowels out. From the name key: the Arabic
    article in any of its written forms is dropped (al-, el-, and before sun letters ad-, an-,
    ar-, as-, ash-, at-, az- …); q → k, gh → g, dh → d, th → t, dj → j, tch → sh, ch → sh,
    ph → f, c → k; aw, au, ow and ou → u, o and w → u; ay, ai, ey, ei, a, e, i, y → a; doubled
    letters become one (aa → a, ss → s); a final h is dropped. "al-Raqqa", "Ar Raqqah", "Rakka"
    → ``~raka``; "Deir ez-Zor", "Dayr az Zawr" → ``~dar zur``. The tilde keeps the two kinds of
    key apart in one table.

The rules follow the ways in which the BGN/PCGN, ALA-LC and French romanisations of Arabic
differ; they are lossy on purpose, so a loose match is only a candidate.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from secondsource.text import without_accents

_SPECIAL = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"}
)
_APOSTROPHES = re.compile(r"['’‘ʼʻʽʾʿ`´ˈ.]")
_OTHER = re.compile(r"[^\w]+|_")
_ABBREVIATED = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}

_ARTICLES = frozenset(
    {
        *("al", "el", "il", "ul", "ad", "ed", "an", "en", "ar", "er", "as", "es"),
        *("ash", "esh", "at", "et", "ath", "az", "ez", "adh", "us", "ur", "ud"),
    }
)
_CONSONANTS = (
    ("tch", "sh"),
    ("kh", "x"),
    ("sh", "ç"),
    ("ch", "ç"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("dj", "j"),
    ("ph", "f"),
    ("q", "k"),
    ("c", "k"),
)
_ROUNDED = re.compile(r"[aeo][wu]|[ouw]")
_OPEN = re.compile(r"[aeiy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """The key that spellings differing in case, marks and punctuation share.

    May be empty where the name has no letter or digit.
    """
    letters = without_accents(unicodedata.normalize("NFKD", name).casefold())
    letters = _APOSTROPHES.sub("", letters.translate(_SPECIAL))
    words = _OTHER.sub(" ", letters.replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_ABBREVIATED.get(word, word) for word in words)


@lru_cache(maxsize=16_384)
def loose_key(name: str) -> str:
    """The key that transliterations of one name share, ``"~"`` and the reduced words.

    May be ``""`` where too little is left to tell names apart (fewer than three letters).
    """
    words = name_key(name).split()
    kept = [w for i, w in enumerate(words) if w not in _ARTICLES or i == len(words) - 1]
    reduced = " ".join(_reduced(word) for word in kept)
    return f"~{reduced}" if len(reduced.replace(" ", "")) >= 3 else ""


def _reduced(word: str) -> str:
    for written, sound in _CONSONANTS:
        word = word.replace(written, sound)
    word = _OPEN.sub("a", _ROUNDED.sub("u", word))
    word = _DOUBLED.sub(r"\1", word)
    return word.removesuffix("h") if len(word) > 2 else word
