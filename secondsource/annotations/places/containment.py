"""Names beside the name of the area that they lie in: "Paris, Texas", "Jalawla, in Diyala"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.annotations.places.entries import Entry, Feature
from secondsource.annotations.places.mentions import Possible

_BETWEEN = re.compile(
    r", (?:in |the )?(?:\w+ )?|,? in (?:the )?(?:[\w’'-]+ ){0,4}|,? of "
    r"|, an? [\w ,’'-]{1,40} in (?:the )?"
)
_CLOSE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Containment:
    """That the words put ``inner`` into ``outer``; indices into the possible mentions.

    ``entries`` are the meanings of the inner name that lie in a meaning of the outer one, and
    ``comma`` says that nothing but a comma stands between them.
    """

    inner: int
    outer: int
    entries: frozenset[int]
    comma: bool


def find_containments(text: str, possible: Sequence[Possible]) -> list[Containment]:
    """All pairs whose words and whose gazetteer entries agree that one lies in the other."""
    order = sorted(range(len(possible)), key=lambda index: possible[index].span.start)
    found = []
    for position, index in enumerate(order):
        inner = possible[index]
        if inner.demonym or not inner.candidates:
            continue
        for other in order[position + 1 :]:
            outer = possible[other]
            if outer.span.start >= inner.span.end + _CLOSE:
                break
            if outer.span.start <= inner.span.end or outer.paragraph != inner.paragraph:
                continue
            between = text[inner.span.end : outer.span.start]
            entries = _contained(inner, outer) if _BETWEEN.fullmatch(between) else frozenset()
            if entries:
                found.append(
                    Containment(inner=index, outer=other, entries=entries, comma=between == ", ")
                )
    return found


def _contained(inner: Possible, outer: Possible) -> frozenset[int]:
    areas = [outer.fixed] if outer.fixed else [candidate.entry for candidate in outer.candidates]
    codes = {code for entry in areas if (code := _area_code(entry))}
    return frozenset(
        candidate.entry.id
        for candidate in inner.candidates
        if codes & _codes_above(candidate.entry)
    )


def _area_code(entry: Entry) -> str | None:
    if entry.feature is Feature.COUNTRY:
        return entry.country
    if entry.feature is Feature.ADMIN1:
        return entry.area
    return f"{entry.area}/{entry.admin2}" if entry.feature is Feature.ADMIN2 else None


def _codes_above(entry: Entry) -> set[str]:
    codes = set()
    if entry.feature is not Feature.COUNTRY and entry.country:
        codes.add(entry.country)
    if entry.feature not in {Feature.COUNTRY, Feature.ADMIN1} and entry.area:
        codes.add(entry.area)
        if entry.feature is not Feature.ADMIN2 and entry.admin2:
            codes.add(f"{entry.area}/{entry.admin2}")
    return codes
