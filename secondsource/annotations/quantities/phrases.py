"""Numbers with their approximations, found in the text before anyone asks what they count."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secondsource.annotations.quantities import lexicon, numerals
from secondsource.text import Span

_SCALE = (
    r"(?:[-\s](?:hundred|thousand|million|billion|trillion|dozen)\b|(?:mn|bn)\b|(?(money)m\b))?"
)
_ONE = rf"(?:(?:{numerals.FIGURE}){_SCALE}|(?:{numerals.CARDINAL})\b)"
_A_SCALE = r"(?:an?\s+(?=hundred|thousand|million|dozen))?"


def _choice(words: str) -> str:
    return words.replace(" ", r"\s+")


_PHRASE = re.compile(
    rf"""
    (?<![\w.,/:$€£#-])
    (?: (?P<between>between\s+)
      | (?P<least>(?:{_choice(lexicon.AT_LEAST)})\s+{_A_SCALE})
      | (?P<most>(?:{_choice(lexicon.AT_MOST)})\s+{_A_SCALE})
      | (?P<near>(?:{_choice(lexicon.NEAR)})\s+{_A_SCALE})
      | (?P<article>an?\s+(?=(?:hundred|thousand|million|billion|dozen)\b))
    )?
    (?P<core> (?P<money>(?:US|C|A)?[$€£]\s?)?
      (?: (?P<vague>{_choice("|".join(sorted(lexicon.VAGUE, key=len, reverse=True)))})\b
        | (?:several|a\s+few)\s+(?P<several>dozen|hundred|thousand|million)\b
        | (?P<half>half\s+a\s+dozen)\b
        | (?P<pair>a\s+couple)\b(?=\s+of\s)
        | (?P<first>{_ONE})
          (?:(?(between)\s+and\s+|(?:\s*[-–]\s*|\s+(?:to|or)\s+))(?:[$€£])?(?P<second>{_ONE}))?
      ))
    (?P<more>\s+or\s+(?:more|so)\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"\s*(?:[ap]\.?m\b|%|per\s?cent\b|percentage|pc\b)|(?:st|nd|rd|th)\b|[:/]\d|\.\d"
    r"|(?:[-\s](?:years?|months?|weeks?)[-\s]old\b)|[-‑]?[A-Z]+\d|°",
)
_PADDED = re.compile(r"0\d")
_SCALE_WORD = re.compile(r"[a-z]+$", re.IGNORECASE)
_SHORT_SCALES = {"m": 1e6, "mn": 1e6, "bn": 1e9}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPhrase:
    """A number as the words bound it. ``core`` is the number without its approximation."""

    span: Span
    core: Span
    low: float | None = None
    high: float | None = None
    best: float | None = None
    approximate: bool = False
    money: bool = False


def find_phrases(text: str, within: Span) -> Iterator[NumberPhrase]:
    """The number phrases of a stretch of ``text``, with offsets into ``text``.

    Percentages, ordinals, ages, clock times and designations such as "F-15" are left out.
    """
    for found in _PHRASE.finditer(text, within.start, within.end):
        if _NO_COUNT.match(text, found.end("core")) is None:
            phrase = _read(found)
            if phrase is not None:
                yield phrase


def _read(found: re.Match[str]) -> NumberPhrase | None:
    span, core = Span(found.start(), found.end()), Span(found.start("core"), found.end("core"))
    phrase = NumberPhrase(span=span, core=core, money=found["money"] is not None)
    if found["vague"] or found["several"]:
        least = _vague(found["vague"], found["several"])
        return replace(phrase, low=least, approximate=True)
    if found["half"] or found["pair"]:
        return replace(phrase, best=6.0 if found["half"] else 2.0, approximate=True)
    if _PADDED.match(found["first"]):
        return None
    first = value(found["first"])
    if found["second"] is not None:
        return _range(phrase, first, value(found["second"]), found)
    return None if first is None else _bounded(phrase, first, found)


def _vague(words: str | None, scale: str | None) -> float:
    if words is not None:
        return float(lexicon.VAGUE[" ".join(words.lower().split())])
    return float(lexicon.VAGUE[f"{(scale or '').lower()}s"])


def _range(
    phrase: NumberPhrase, low: float | None, high: float | None, found: re.Match[str]
) -> NumberPhrase | None:
    """ "10,000 to 12,000"; in "5 to 10 million" the scale holds for both."""
    if low is None or high is None:
        return None
    scale = _SCALE_WORD.search(found["second"])
    if scale is not None and found["first"][-1].isdigit() and found["second"][0].isdigit():
        low *= value(f"1 {scale[0]}") or 1.0
    approximate = found["near"] is not None
    if low >= high:
        return None
    return replace(phrase, low=low, high=high, approximate=approximate)


def _bounded(phrase: NumberPhrase, number: float, found: re.Match[str]) -> NumberPhrase:
    more = (found["more"] or "").split()[-1:]
    if found["least"] is not None or more == ["more"]:
        return replace(phrase, low=number)
    if found["most"] is not None:
        return replace(phrase, high=number)
    return replace(phrase, best=number, approximate=found["near"] is not None or more == ["so"])


def value(words: str) -> float | None:
    """The value of one number, in figures or in words."""
    suffix = _SCALE_WORD.search(words)
    if suffix is not None and suffix[0].lower() in _SHORT_SCALES and words[0].isdigit():
        number = numerals.figure(words[: suffix.start()])
        scaled = math.inf if number is None else number * _SHORT_SCALES[suffix[0].lower()]
        return scaled if math.isfinite(scaled) else None
    figure = numerals.figure(words)
    cardinal = numerals.cardinal(words) if figure is None else None
    return figure if cardinal is None else float(cardinal)
