"""Where a report's text credits an agency or another outlet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from secondsource.fusion.agencies import (
    AGENCIES,
    Agency,
    agency_named,
    named,
    outlet_key,
    shown_name,
)
from secondsource.reports import AsideKind, Report, Stated
from secondsource.text import Span

# A dateline or a closing credit stands within this many characters of the text's ends.
_EDGE = 160
# News puts its main source into the lead, the first three sentences; these are seldom longer.
_LEAD_SENTENCES = 3
_LONGEST_LEAD = 600
# A note of contribution has these words this near to the agency's name.
_NOTE = 70


class Position(Enum):
    """Where a text gives credit, from the strongest to the weakest."""

    OPENING = "in its byline or dateline"
    CLOSING = "in its last line"
    SHARED = "as a contributor"
    LEAD = "in its first sentences"
    BODY = "in passing"


PRINTED = frozenset({Position.OPENING, Position.CLOSING})
"""The positions in which outlets give credit for a whole text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency that a report credits, by which words, where.

    ``passage`` is the sentence in which it is cited for something, ``None`` where the credit is
    for the report.
    """

    agency: Agency
    words: str
    position: Position
    passage: str | None = None


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


_CONTRIBUTES = re.compile(
    r"\b(?:contribut|with\s+(?:additional\s+)?(?:reporting|material|files|information|input)"
    r"|additional\s+(?:reporting|material)|(?:material|files|information)\s+from)",
    re.IGNORECASE,
)
# An agency names those of its staff who helped at the end of its own reports.
_STAFF = re.compile(r"\s+(?:staff\s+)?(?:writer|reporter|correspondent|journalist)s?\b")
_ANY = re.compile(rf"\b{_NAME}\b")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n{2,}")


def find_credits(report: Report) -> tuple[Credit, ...]:
    """The agencies that a report credits, strongest position first, one entry an agency.

    A report's own outlet is left out: an agency does not cite itself.
    """
    own = outlet_key(report.outlet.value) if report.outlet else None
    found = (*_in_fields(report), *_in_asides(report), *_at_edges(report.text), *_in_text(report))
    order = list(Position)
    strongest: dict[str, Credit] = {}
    for credit in sorted(found, key=lambda credit: order.index(credit.position)):
        if credit.agency.id != own:
            strongest.setdefault(credit.agency.id, credit)
    return tuple(strongest.values())


def _in_fields(report: Report) -> list[Credit]:
    found: list[Credit] = []
    if report.agency:
        agency, position = _agency_of(report.agency.value), _position_of(report.text, report.agency)
        found.append(Credit(agency=agency, words=report.agency.value, position=position))
    in_byline = _ANY.search(report.byline.value) if report.byline else None
    if in_byline:
        found.append(_credit(in_byline, Position.OPENING))
    return found


def _agency_of(name: str) -> Agency:
    """The table's entry, or one made of a name that the table does not have."""
    made = Agency(id=outlet_key(name), code=shown_name(name), names=(name,))
    return agency_named(name) or made


def _position_of(text: str, stated: Stated) -> Position:
    return _position(text, stated.span) if stated.span else Position.OPENING


def _position(text: str, span: Span) -> Position:
    around = text[max(0, span.start - _NOTE) : span.end + _NOTE]
    if _CONTRIBUTES.search(around) and not _STAFF.match(text, span.end):
        return Position.SHARED
    return Position.OPENING if span.start < len(text) / 2 else Position.CLOSING


def _in_asides(report: Report) -> list[Credit]:
    """Every agency of a credit line, of which the report's field holds the first."""
    return [
        Credit(
            agency=named(match["name"]),
            words=match["name"],
            position=_position(report.text, Span(*match.span("name"))),
        )
        for aside in report.aside
        if aside.kind is AsideKind.CREDIT
        for match in _ANY.finditer(report.text, aside.span.start, aside.span.end)
    ]


def _at_edges(text: str) -> list[Credit]:
    stripped = text.strip()
    opening, closing = _OPENING.search(stripped[:_EDGE]), _CLOSING.search(stripped[-_EDGE:])
    found = [_credit(opening, Position.OPENING)] if opening else []
    if closing:
        before = stripped[-_EDGE:][: closing.end()]
        shared = _CONTRIBUTES.search(before[-_NOTE - len(closing[0]) :])
        found.append(_credit(closing, Position.SHARED if shared else Position.CLOSING))
    return found


def _in_text(report: Report) -> list[Credit]:
    text, _ = report.cleaned()
    found = [match for pattern in (_TOLD, _SAID, _CITED) for match in pattern.finditer(text)]
    lead = len(_lead(text))
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(text)), len(text)]
    return [
        _credit(
            match,
            Position.LEAD if match.start() < lead else Position.BODY,
            passage=_sentence(text, ends, match.start()),
        )
        for match in sorted(found, key=lambda match: match.start())
    ]


def lead_of(report: Report) -> str:
    """The first sentences of the analysed text, which say what the report rests on."""
    return _lead(report.cleaned()[0])


def _lead(text: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, _LONGEST_LEAD)]
    return text[: ends[_LEAD_SENTENCES - 1] if len(ends) >= _LEAD_SENTENCES else _LONGEST_LEAD]


def _sentence(text: str, ends: Sequence[int], at: int) -> str:
    after = bisect_right(ends, at)
    return text[ends[after - 1] : ends[after]].strip()


def _credit(match: re.Match[str], position: Position, passage: str | None = None) -> Credit:
    name = next(words for words in match.groups() if words)
    words = " ".join(match[0].split())
    return Credit(agency=named(name), words=words, position=position, passage=passage)
