"""Where a report's text credits an agency or another outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from secondsource.fusion.agencies import AGENCIES, Agency, agency_named, named, outlet_key
from secondsource.reports import Report

# A dateline or a closing credit stands within this many characters of the text's ends.
_EDGE = 160
# News puts its main source into the lead: the first three sentences, about this long.
_LEAD = 600


class Position(Enum):
    """Where a text gives credit, from the strongest to the weakest."""

    FIELD = "in its byline or agency field"
    EDGE = "in its dateline or last line"
    LEAD = "in its first sentences"
    BODY = "in passing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency that a report credits, by which words, where."""

    agency: Agency
    words: str
    position: Position


def _alternatives() -> str:
    names = sorted((name for agency in AGENCIES for name in agency.names), key=_longest_first)
    codes = sorted((code for agency in AGENCIES for code in agency.codes), key=_longest_first)
    spelled = "|".join(re.escape(name) for name in names)
    return rf"(?i:{spelled})|(?:{'|'.join(re.escape(code) for code in codes)})"


def _longest_first(words: str) -> tuple[int, str]:
    return -len(words), words


_NAME = rf"(?:[Tt]he\s+)?(?P<name>{_alternatives()})"
_KIND = r"(?:\s+(?:news\s+agency|newspaper|correspondent|reporter|journalist))?"
_SAYS = (
    r"(?:(?:has|had|also|later|earlier)\s+)?(?:reports?|reported|said|says|quoted|quotes"
    r"|cited|learned|wrote|disclosed|revealed)"
)
_TOLD = re.compile(rf"\b(?:told|tells|telling|informed)\s+{_NAME}\b")
# The look-ahead spares most words of a text the comparison with every name.
_SAID = re.compile(rf"\b(?=[A-Z]){_NAME}{_KIND},?\s+{_SAYS}\b")
_CITED = re.compile(
    r"\b(?:[Aa]ccording\s+to|(?:[Rr]eported|[Qq]uoted|[Cc]ited|[Ss]een|[Oo]btained|[Tt]old)\s+by"
    rf"|[Cc]iting|[Ii]nterview\s+with|[Ss]tatement\s+to|[Ss]poke\s+to)\s+(?:an?\s+)?{_NAME}\b"
)
_OPENING = re.compile(rf"\(\s*{_NAME}\s*\)|(?:^|[—–-])\s*{_NAME.replace('name', 'line')}\s*[—–:-]")
_CLOSING = re.compile(
    rf"(?:[(\[/|]|--|[—–-]|\n|[Ss]ources?:|[Ww]ith|[Bb]y|[Ff]rom|[Vv]ia|©)\s*{_NAME}"
    r"(?:\s+and\s+agencies)?\s*[)\]]?\.?\s*$"
)


def find_credits(report: Report) -> tuple[Credit, ...]:
    """The agencies that a report credits, strongest position first, one entry an agency.

    A report's own outlet is left out: an agency does not cite itself.
    """
    own = outlet_key(report.outlet.value) if report.outlet else None
    strongest: dict[str, Credit] = {}
    for credit in (*_in_fields(report), *_at_edges(report.text), *_in_text(report)):
        if credit.agency.id != own:
            strongest.setdefault(credit.agency.id, credit)
    order = list(Position)
    return tuple(sorted(strongest.values(), key=lambda credit: order.index(credit.position)))


def _in_fields(report: Report) -> list[Credit]:
    found: list[Credit] = []
    for stated in (report.agency, report.byline):
        agency = agency_named(stated.value) if stated else None
        if stated and agency:
            found.append(Credit(agency=agency, words=stated.value, position=Position.FIELD))
    return found


def _at_edges(text: str) -> list[Credit]:
    stripped = text.strip()
    matches = [_OPENING.search(stripped[:_EDGE]), _CLOSING.search(stripped[-_EDGE:])]
    return [_credit(match, Position.EDGE) for match in matches if match]


def _in_text(report: Report) -> list[Credit]:
    text, _ = report.cleaned()
    found = [match for pattern in (_TOLD, _SAID, _CITED) for match in pattern.finditer(text)]
    return [
        _credit(match, Position.LEAD if match.start() < _LEAD else Position.BODY)
        for match in sorted(found, key=lambda match: match.start())
    ]


def _credit(match: re.Match[str], position: Position) -> Credit:
    name = next(words for words in match.groups() if words)
    return Credit(agency=named(name), words=" ".join(match[0].split()), position=position)
