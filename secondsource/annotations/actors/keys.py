"""Match keys: one spelling for the many romanised spellings of a name.

A key has its words in lower case without accents, apostrophes, hyphens and full stops, joined by
single spaces; words with several common romanisations are brought to one of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from secondsource.annotations.actor_ids import PROVISIONAL
from secondsource.text import without_accents

_DROPPED = str.maketrans("", "", ".'’‘`´ʿʾʻʼ′")
_BREAKS = re.compile(r"[\s\-‐‑/_\u00a0]+")
_CLITIC = re.compile(r"(?<=\w)['’]s$", re.IGNORECASE)
POSSESSIVE = "'s"

# Common romanisations, general to names from Arabic, Persian and Turkish; not tied to any text.
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "al": ("el", "ul"),
    "qaeda": ("qaida", "qaidah", "kaida", "qaedah", "kaeda", "qa'ida"),
    "nusra": ("nusrah", "nosra", "nusrat"),
    "jaysh": ("jaish", "jeish", "jaich", "jeysh"),
    "jabhat": ("jabha", "jabhet", "jabhah", "gabhat"),
    "harakat": ("haraka", "harakah", "harkat", "harket"),
    "hayat": ("hayaat", "heyat", "haiat", "hayyat"),
    "liwa": ("liwaa",),
    "kataib": ("katibat", "katiba", "kateeba", "katayib", "kateb"),
    "faylaq": ("failaq", "feilaq", "faylak"),
    "fatah": ("fateh", "fath", "fatih"),
    "mujahideen": ("mujahidin", "mujahedeen", "mujahedin", "mujahiddin", "mojahedin"),
    "hezbollah": ("hizbollah", "hizballah", "hizbullah", "hezbullah", "hezballah"),
    "taliban": ("taleban",),
    "shabaab": ("shabab",),
    "sham": ("cham", "shaam"),
    "muhammad": ("mohammed", "mohammad", "muhammed", "mohamed", "mohamad", "muhamad", "muhamed"),
    "ahmad": ("ahmed",),
    "abu": ("abou",),
    "hussein": ("husayn", "hussain", "husain", "husein", "hossein"),
    "umar": ("omar",),
    "assad": ("asad",),
    "baathist": ("bathist",),
    "tawhid": ("tawheed", "tauhid"),
    "ansar": ("anssar",),
    "suri": ("souri",),
    "nur": ("nour", "noor"),
    "din": ("deen", "eddine", "eddin", "uddin"),
    "shia": ("shiah", "shii"),
    "shiites": ("shias",),
    "kurdistan": ("kurdestan",),
    "organization": ("organisation",),
    "defense": ("defence",),
    "center": ("centre",),
    "mobilization": ("mobilisation",),
    "saddam": ("sadam",),
    "gaddafi": ("qaddafi", "gadhafi", "qadhafi", "kadhafi", "gadafi", "khadafy"),
    "khorasan": ("khorosan", "khurasan", "khurassan"),
}
_CANONICAL = {variant: word for word, variants in _SPELLINGS.items() for variant in variants}
# The Arabic article before a sun letter is written as it is spoken: ash-Sham, an-Nusra, ad-Din.
_ASSIMILATED = re.compile(r"\b(?:as|ash|an|ar|ad|at|az|el|ul)[-‐‑](?=\w)", re.IGNORECASE)


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The key of one token, ``""`` for a bare hyphen or quotation mark."""
    if word.lower() in {"'s", "’s"}:
        return POSSESSIVE
    plain = word if word.isascii() else _plain(word)
    parts = (part.translate(_DROPPED).casefold() for part in _BREAKS.split(plain))
    return " ".join(_CANONICAL.get(part, part) for part in parts if part)


@lru_cache(maxsize=1024)
def name_key(name: str) -> str:
    """The key of a name as the registry writes it, without a leading "the"."""
    words = _BREAKS.split(_ASSIMILATED.sub("al-", name.strip()))
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    keys: list[str] = []
    for word in words:
        bare = _CLITIC.sub("", word)
        keys.append(word_key(bare))
        if bare != word:
            keys.append(POSSESSIVE)
    return " ".join(key for key in keys if key)


def _plain(word: str) -> str:
    return without_accents(word.replace("ı", "i"))


def provisional_id(name: str) -> str:
    """The id of an actor that the registry does not have."""
    return f"{PROVISIONAL}{slug(name)}"


def slug(name: str) -> str:
    """An id made of a name: lower case, ASCII where possible, words joined by hyphens."""
    plain = _plain(name).casefold()
    plain = re.sub(r"['’‘`ʿʾ]s\b", "-s", plain)
    plain = re.sub(r"[^\w]+", "-", re.sub(r"['’‘`´ʿʾ.]", "", plain))
    return plain.strip("-")
