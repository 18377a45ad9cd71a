"""Layers over a report's text: what stands where, before anyone says what it means.

All spans point into the report's stored text. Every record that resolves something says why.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from operator import attrgetter

from secondsource.annotations.attribution_records import AttributionMention
from secondsource.reports import Report
from secondsource.text import Span

_INDEX = attrgetter("index")


class Layer(Enum):
    """The named layers of a report, in the order in which they are usually made."""

    PARSE = "parse"
    SENTENCES = "sentences"
    ACTORS = "actors"
    PLACES = "places"
    TIMES = "times"
    QUANTITIES = "quantities"
    ATTRIBUTIONS = "attributions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of the parse.

    ``index`` and ``head`` count tokens of the report; the root of a sentence is its own head.
    ``pos`` is a Universal POS tag, ``tag`` a Penn Treebank tag, ``dep`` a CLEAR dependency label,
    ``entity`` the parser's OntoNotes entity label or ``""``. ``text`` is what the parser read,
    which differs from the report's words at ``span`` where an ambiguous acronym was rewritten.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The tokens of a report with their dependency tree.

    ``sentences`` holds half-open token index ranges, one a sentence, in order.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))
        object.__setattr__(self, "_starts", tuple([token.span.start for token in self.tokens]))
        object.__setattr__(self, "_ends", tuple([token.span.end for token in self.tokens]))

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The direct dependents of ``token`` in text order, those with one of ``deps`` if given."""
        rows = self._children[token.index]
        return [row for row in rows if row.dep in deps] if deps else list(rows)

    def head(self, token: Token) -> Token:
        """The token that ``token`` depends on; the root is its own."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above ``token``, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """``token`` and all below it, in text order."""
        found = [token]
        for row in found:
            found.extend(self._children[row.index])
        return sorted(found, key=_INDEX)

    def sentence(self, number: int) -> tuple[Token, ...]:
        """The tokens of sentence ``number``."""
        start, end = self.sentences[number]
        return self.tokens[start:end]

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that touch ``span``, in text order."""
        low = bisect_right(self._ends, span.start)
        return self.tokens[low : bisect_left(self._starts, span.end, low)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the analysed text. ``number`` is its index in the parse."""

    span: Span
    number: int


class ActorKind(Enum):
    """What sort of actor a registry entry or a provisional actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed group"
    INTERGOVERNMENTAL = "intergovernmental organisation"
    COALITION = "coalition"
    PARTY = "political party"
    ORGANISATION = "organisation"
    AGENCY = "news agency"
    OUTLET = "outlet"
    MONITOR = "monitor"
    OFFICE = "office"
    PUBLIC_FIGURE = "public figure"
    PRIVATE_PERSON = "private person"
    CIVILIANS = "civilians"
    COMMUNITY = "community"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that name or stand for an actor.

    ``span`` covers the name itself ("Isis" in "Isis fighters"); ``head`` the noun phrase that it
    heads or modifies where that is wider. ``actor`` is a registry id, or the id of a provisional
    actor (``x-`` and a slug of its longest name) where the registry has none, or ``None`` where
    the words stand for an actor that could not be resolved. ``members`` are the ids meant where
    the words stand for several ("the two groups"). ``antecedents`` are the earlier mentions that a
    pronoun or a description points back to, also where these are of nobody by name. ``why`` is the
    reason as a short sentence, and says so where two fit and no link is made.
    """

    span: Span
    head: Span
    actor: str | None
    name: str
    kind: ActorKind
    members: tuple[str, ...] = ()
    antecedents: tuple[Span, ...] = ()
    why: str = ""


class PlacePrecision(Enum):
    """How finely a place is known, finest first."""

    POINT = "point"
    POPULATED_PLACE = "populated place"
    NEAR = "near"
    DISTRICT = "district"
    GOVERNORATE = "governorate"
    REGION = "region"
    COUNTRY = "country"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place, with the gazetteer entry they resolve to.

    ``span`` covers the name, ``phrase`` the whole phrase ("the town of Atareb", "25 miles west of
    Baghdad"). Coordinates are WGS 84 degrees and absent where nothing was resolved. ``radius_km``
    is given for offsets and "near". ``adjectival`` marks demonyms ("Turkish").
    """

    span: Span
    phrase: Span
    name: str
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    admin1: str | None = None
    country: str | None = None
    precision: PlacePrecision = PlacePrecision.UNRESOLVED
    radius_km: float | None = None
    adjectival: bool = False
    why: str = ""


class TimeType(Enum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression. ``value`` is TIMEX3, ``edtf`` the same in EDTF or ``None`` where a
    duration or a set has no place on the calendar. ``modifier`` is TIMEX3's ``mod``."""

    span: Span
    type: TimeType
    value: str
    edtf: str | None
    modifier: str | None = None
    why: str = ""


class QuantityRole(Enum):
    """What a quantity counts or measures."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    STRENGTH = "strength"
    DISTANCE = "distance"
    DURATION = "duration"
    MONEY = "money"
    WEAPONS = "weapons"
    OTHER = "other"


class Category(Enum):
    """Which people a casualty count counts."""

    CIVILIANS = "civilians"
    COMBATANTS = "combatants"
    WOMEN = "women"
    CHILDREN = "children"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts. ``span`` covers the number with its approximation and unit
    words; ``low``, ``high`` and ``best`` are absent where the words do not give them ("more than
    3,000" has only ``low``)."""

    span: Span
    low: float | None
    high: float | None
    best: float | None
    approximate: bool
    unit: str | None
    role: QuantityRole
    category: Category | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """A report with its layers. A layer is ``None`` until its annotator has run."""

    report: Report
    parse: Parse | None = None
    sentences: tuple[Sentence, ...] | None = None
    actors: tuple[ActorMention, ...] | None = None
    places: tuple[PlaceMention, ...] | None = None
    times: tuple[TimeMention, ...] | None = None
    quantities: tuple[Quantity, ...] | None = None
    attributions: tuple[AttributionMention, ...] | None = None
