"""The words around a name that say what sort of place it is and where it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from secondsource.annotations.places.entries import Feature
from secondsource.annotations.places.geometry import COMPASS
from secondsource.text import Span

_TYPES: dict[str, Feature] = {
    **dict.fromkeys(
        (
            "town",
            "city",
            "village",
            "hamlet",
            "suburb",
            "neighbourhood",
            "neighborhood",
            "capital",
            "port",
            "settlement",
            "township",
            "stronghold",
            "borough",
            "enclave",
        ),
        Feature.PLACE,
    ),
    **dict.fromkeys(
        ("province", "governorate", "state", "region", "oblast", "prefecture"), Feature.ADMIN1
    ),
    **dict.fromkeys(
        ("district", "county", "parish", "subdistrict", "sub-district", "municipality"),
        Feature.ADMIN2,
    ),
    **dict.fromkeys(
        ("airport", "airbase", "dam", "crossing", "camp", "refinery", "base", "oilfield", "prison"),
        Feature.SITE,
    ),
    **dict.fromkeys(("country", "nation", "kingdom"), Feature.COUNTRY),
}
_PLURAL = {
    "provinces": "province",
    "counties": "county",
    "districts": "district",
    "towns": "town",
    "villages": "village",
    "cities": "city",
    "suburbs": "suburb",
    "states": "state",
}
_TYPE = "|".join((*_TYPES, *_PLURAL))

_COMPASS = (
    r"(?:north|south)(?:[ -]?(?:east|west))?(?:ern(?:most)?)?|(?:east|west)(?:ern(?:most)?)?"
    r"|central"
)
_NEAR = r"near|outside|around|close to|on the outskirts of|on the edge of|in the vicinity of|off"
_PREPOSITIONS = (
    r"in|at|from|to|into|towards?|across|inside|within|through|throughout|of|over|for|between|"
    + _NEAR
)
_NUMBER = r"\d+(?:[.,]\d+)?|a|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty"
_UNIT = r"miles?|mi|km|kms|kilomet(?:er|re)s?|klicks"

_BEFORE = re.compile(
    rf"(?:(?:(?P<number>{_NUMBER})[ -]?(?P<unit>{_UNIT})\.?(?: \([^()]{{1,20}}\))? "
    r"(?:to the |due )?)?"
    rf"(?P<direction>{_COMPASS}) (?:of|from) (?:the )?"
    rf"|(?P<away>(?P<number2>{_NUMBER})[ -]?(?P<unit2>{_UNIT}) (?:away )?(?:from|outside|of) )"
    rf"|(?:(?P<near>{_NEAR}) )?(?:the )?(?P<part>{_COMPASS}) "
    rf"|(?:(?P<near2>{_NEAR}) )(?:the )?"
    rf"|(?P<preposition>{_PREPOSITIONS}) (?:the )?)?"
    rf"(?:(?:the )?(?:[a-z-]+ )?(?P<type>{_TYPE}) (?:of (?:the )?)?)?$",
    re.IGNORECASE,
)
_BORDER = re.compile(r"(?<![\w-])(?=\w)")
_SIMPLE = frozenset(
    "in at to into toward towards across inside within through throughout over for between".split()
)
_LAST = frozenset(
    {
        *_TYPES,
        *_PLURAL,
        *(word.split()[-1] for word in f"{_NEAR}|from|of|the".split("|")),
        "central",
        *(way + end for way in COMPASS for end in ("", "ern", "ernmost")),
        *(way.replace("th", "th-") + end for way in COMPASS for end in ("", "ern") if len(way) > 5),
    }
)
_AFTER = re.compile(rf"[ -](?P<type>{_TYPE})\b")
_NUMBERS = {
    "a": 1.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "fifty": 50.0,
}
_DATELINE = re.compile(
    r"(?:, [\w. ]{2,25})?(?:, \w+\.? \d{1,2}(?:, \d{4})?)?(?: ?\([A-Z][\w ./]{1,25}\))?"
    r" ?(?:—|–|--|-|_|:) ?"
    r"|(?:, [\w. ]{2,25})? \((?:AP|AFP|Reuters|REUTERS|UPI|IRIN|Xinhua|SANA|CNN|BNO News)\)"
)
_DIRECTION = re.compile(_COMPASS, re.IGNORECASE)
_OF = re.compile(r"\bof (?:the )?$", re.IGNORECASE)
_SETTLED = frozenset(
    "town city village hamlet suburb neighbourhood neighborhood township settlement borough "
    "province governorate district county subdistrict sub-district municipality".split()
)
_WINDOW = 56
KM_PER_MILE = 1.609344


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What stands around a name.

    ``phrase`` is the whole place phrase; ``type`` what the words beside the name say it is
    (``of_type`` where they are "the town of" and the like);
    ``direction`` a compass word with ``km`` where a distance is given; ``part`` a compass word for
    a part of the place ("northern"); ``near`` whether the words put the event beside the place;
    ``dateline`` whether the name opens a paragraph as a dateline does ("BEIRUT (Reuters) - ").
    """

    phrase: Span
    preposition: str | None = None
    type: Feature | None = None
    type_word: str | None = None
    of_type: bool = False
    direction: str | None = None
    km: float | None = None
    part: str | None = None
    near: bool = False
    dateline: bool = False


def read_cues(text: str, paragraph: Span, name: Span) -> Cues:
    """The cues around ``name``, which lies in ``paragraph``."""
    before = text[max(paragraph.start, name.start - _WINDOW) : name.start]
    after = _AFTER.match(text, name.end, paragraph.end)
    kept = Span(name.start, after.end() if after else name.end)
    behind = after["type"].lower() if after else None
    last = before.rsplit(None, 1)[-1].lower() if before[-1:].isspace() and before.strip() else ""
    if last in _LAST:
        found = _find_before(before)
        if found:
            cues = _cues_before(found, kept, behind)
            return cues if text[name.end : name.end + 1] != "-" else replace(cues, of_type=False)
    return Cues(
        phrase=kept,
        preposition=last if last in _SIMPLE else None,
        type=_type(behind),
        type_word=behind,
        dateline=name.start == paragraph.start and bool(_DATELINE.match(text, name.end)),
    )


def is_compass(word: str) -> bool:
    """Whether ``word`` says a direction or a part ("north", "Eastern", "central")."""
    return _DIRECTION.fullmatch(word) is not None


def _cues_before(found: re.Match[str], kept: Span, behind: str | None) -> Cues:
    length = len(found.string) - _phrase_start(found)
    word = found["type"].lower() if found["type"] else behind
    preposition = found["preposition"]
    return Cues(
        phrase=Span(kept.start - length, kept.end),
        preposition=preposition.lower() if preposition else None,
        type=_type(word),
        type_word=word,
        of_type=bool(found["type"]) and _OF.search(found.string) is not None and word in _SETTLED,
        direction=_compass(found["direction"]),
        km=_km(found["number"] or found["number2"], found["unit"] or found["unit2"]),
        part=found["part"].lower() if found["part"] and not found["type"] else None,
        near=bool(found["near"] or found["near2"] or found["away"] or found["direction"]),
    )


def _type(word: str | None) -> Feature | None:
    return _TYPES.get(_PLURAL.get(word, word)) if word else None


def _find_before(before: str) -> re.Match[str] | None:
    """The longest cue that ends where the name begins and starts at a word's border."""
    for border in _BORDER.finditer(before):
        found = _BEFORE.match(before, border.start())
        if found and found.end() > found.start():
            return found
    return None


def _phrase_start(found: re.Match[str]) -> int:
    """Where the phrase begins: prepositions that only place it ("in", "near") stay outside."""
    opening = found["preposition"] or found["near"] or found["near2"]
    if opening and not found["direction"]:
        rest = found.string[found.start() + len(opening) :]
        return found.start() + len(opening) + (len(rest) - len(rest.lstrip()))
    return found.start()


def _compass(word: str | None) -> str | None:
    return re.sub(r"[ -]", "", word.lower()).removesuffix("ern") if word else None


def _km(number: str | None, unit: str | None) -> float | None:
    if not number or not unit:
        return None
    value = _NUMBERS.get(number.lower())
    value = float(number.replace(",", ".")) if value is None else value
    return value * (KM_PER_MILE if unit.lower().startswith("mi") else 1.0)
