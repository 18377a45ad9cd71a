"""The language a text is written in."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH_LETTERS = 25
_ENOUGH_CHARACTERS = 600


def language_of(text: str) -> str | None:
    """An ISO 639-1 code by py3langid, or ``None`` where there are too few letters to tell.

    Only the beginning is looked at. Capitals are lowered: the classifier was trained on running
    text, and a text wholly in capitals is taken for another language.
    """
    sample = text[:_ENOUGH_CHARACTERS]
    if len(_LETTER.findall(sample)) < _ENOUGH_LETTERS:
        return None
    import py3langid  # a second to import

    code, _ = py3langid.classify(sample.lower() if sample.isupper() else sample)
    return str(code)
