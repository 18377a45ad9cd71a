"""Lines that pages carry around a report, and lines that they print twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from secondsource.reports.news_names import canonical, is_outlet
from secondsource.reports.records import Aside, AsideKind
from secondsource.text import Span

_LONGEST = 320
_FEWEST_WORDS_REPEATED = 4
_MASTHEADS = 2
_LONGEST_MASTHEAD = 60


def boilerplate(text: str, paragraphs: Sequence[Span]) -> tuple[Aside, ...]:
    """The paragraphs that match a pattern of `data/boilerplate.txt` as a whole, and mastheads.

    A masthead is an outlet's name alone in one of the first or last paragraphs, perhaps with a
    section ("The Independent | World"). A text of one paragraph is never boilerplate: there is
    nothing else to analyse.
    """
    if len(paragraphs) < 2:
        return ()
    edge = {*paragraphs[:_MASTHEADS], *paragraphs[-_MASTHEADS:]}
    return tuple(
        Aside(span=span, kind=AsideKind.BOILERPLATE)
        for span in paragraphs
        if (span in edge and _is_masthead(span.of(text))) or _is_furniture(text, span)
    )


def _is_furniture(text: str, span: Span) -> bool:
    return len(span) <= _LONGEST and _pattern().fullmatch(_folded(text, span)) is not None


def _is_masthead(words: str) -> bool:
    if len(words) > _LONGEST_MASTHEAD:
        return False
    name = canonical(words.split("|", maxsplit=1)[0])
    return name is not None and is_outlet(name)


def repetitions(text: str, paragraphs: Sequence[Span], title: str | None) -> Iterator[Aside]:
    """Second and later copies of a headline, caption or other paragraph of four words or more."""
    seen: set[str] = set()
    headline = " ".join(title.split()).casefold() if title else None
    for span in paragraphs:
        words = _folded(text, span).casefold()
        if words in seen:
            is_title = words == headline
            kind = AsideKind.TITLE_REPEATED if is_title else AsideKind.CAPTION_REPEATED
            yield Aside(span=span, kind=kind)
        elif len(words.split()) >= _FEWEST_WORDS_REPEATED:
            seen.add(words)


def _folded(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    source = files("secondsource.reports").joinpath("data/boilerplate.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    forms = [line for line in lines if line.strip() and not line.startswith("#")]
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)
