"""Words as XML 1.0 can hold them."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(words: str) -> str:
    """``words`` with U+FFFD for each character that XML 1.0 forbids (most control characters)."""
    return _FORBIDDEN.sub("\ufffd", words)
