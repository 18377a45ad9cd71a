"""Letters without their marks, for comparing spellings. Never for what has offsets."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """``text`` in Unicode's compatibility decomposition (NFKD) without combining marks."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
