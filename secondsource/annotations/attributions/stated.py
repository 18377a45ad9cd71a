"""Set phrases by which reports say how near a source is and why it is not named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.text import Span

_REST = r"[^,.;:!?\"“”()\n]*"
_BE = r"(?:was|were|is|are|had been|has been|have been)"
_NEAR = (
    r"(?:very |extremely )?(?:close|privy) to\b",
    r"(?:intimately |closely )?(?:familiar|acquainted) with\b",
    (
        r"with (?:a |an |some )?(?:\w+(?:-\w+)? (?:and \w+ )?)?"
        r"(?:knowledge|insight|access|ties|contacts) (?:of|into|to|in|with)\b"
    ),
    rf"(?:who {_BE} )?(?:briefed|informed|debriefed) (?:on|about|of)\b",
    rf"(?:who {_BE} )?(?:directly |closely )?(?:involved|taking part|present) (?:in|at)\b",
    r"who (?:attended|witnessed|took part in|saw|was there|were there|participated in)\b",
)
_UNNAMED = (
    r"(?:be(?:ing)?|remain(?:ing)?) (?:publicly )?"
    r"(?:named|identified|quoted(?: by name)?|anonymous|unnamed|unidentified)"
)
_THEIR = r"(?:his|her|their|a)"
_NAMELESS = (
    r"on (?:the )?(?:strict )?condition (?:of (?:strict )?anonymity|of not being \w+|that)",
    rf"on condition (?:(?:he|she|they) )?not (?:to )?{_UNNAMED}",
    (
        r"(?:who |and )?(?:asked|requested|wished|wanted|preferred|insisted|agreed|declined"
        r"|refused)"
        rf"(?: not)?(?: to| on| for)?(?: not)? (?:{_UNNAMED}|anonymity|give {_THEIR} \w+ ?name)"
    ),
    rf"(?:who |and )?(?:did|does|do) not (?:want|wish) (?:{_THEIR} names? )?to {_UNNAMED}",
    rf"(?:who |and )?(?:could|can|may|would)(?:not| not) {_UNNAMED}",
    rf"(?:who |and )?{_BE} not authori[sz]ed to (?:speak|talk|brief|comment|discuss)",
    rf"whose names? {_BE} (?:being )?withheld",
    rf"(?:who |and )?gave only {_THEIR} \w+ ?name",
    r"(?:speaking |who spoke )?anonymously",
)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)}){_REST}", re.IGNORECASE)


_CLOSENESS = _any_of(_NEAR)
_ANONYMITY = _any_of(_NAMELESS)


def closeness_in(text: str, words: Span) -> Span | None:
    """How near to the matter the words of a source say it is: "familiar with the talks"."""
    return _first(_CLOSENESS, text, words)


def anonymity_in(text: str, sentence: Span) -> Span | None:
    """Terms of or reasons for anonymity in a sentence, up to its next mark."""
    return _first(_ANONYMITY, text, sentence)


def _first(pattern: re.Pattern[str], text: str, where: Span) -> Span | None:
    found = pattern.search(text, where.start, where.end)
    if found is None:
        return None
    whole = Span(found.start(), found.end()).trim(text)
    joined = len("and ") if whole.of(text).lower().startswith("and ") else 0
    return Span(whole.start + joined, whole.end)
