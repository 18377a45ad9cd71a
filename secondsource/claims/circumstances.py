"""Where, when and how many: what the clause of a trigger says besides its parties."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.annotations import (
    Layers,
    Parse,
    PlaceMention,
    PlacePrecision,
    Quantity,
    QuantityRole,
    TimeMention,
    TimeType,
    Token,
)
from secondsource.claims.records import Count, Party, Place, Time, TimeBasis
from secondsource.claims.syntax import clause_head, coordinated
from secondsource.text import Evidence, Span

_LOCATIVE = frozenset(
    "in at near around outside inside on across throughout over into toward towards within along "
    "by from to west east north south off above between".split()
)
_FAR = 6
_NEAR = 3
_PEOPLE_AND_THINGS = frozenset(
    {
        QuantityRole.KILLED,
        QuantityRole.WOUNDED,
        QuantityRole.MISSING,
        QuantityRole.DISPLACED,
        QuantityRole.DETAINED,
        QuantityRole.STRENGTH,
        QuantityRole.WEAPONS,
        QuantityRole.MONEY,
    }
)
_FINEST = tuple(PlacePrecision)
_LASTING = frozenset({"for", "over", "during", "since", "throughout", "within", "despite"})
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_EXPLICIT = re.compile(r"\d{4}|\bX{4}")
_PRECISIONS = (
    (re.compile(r"^[^/]*/[^/]*$"), "interval"),
    (re.compile(r"T\d\d:\d\d:\d\d"), "second"),
    (re.compile(r"T\d\d:\d\d"), "minute"),
    (re.compile(r"T\d\d"), "hour"),
    (re.compile(r"^[\dX]{4}-(2[1-9]|3\d|4[01])[~?%]?$"), "season"),
    (re.compile(r"^[\dX]{4}-[\dX]{2}-[\dX]{2}"), "day"),
    (re.compile(r"^[\dX]{4}-[\dX]{2}"), "month"),
    (re.compile(r"^[\dX]{4}"), "year"),
)


def place_of(layers: Layers, parse: Parse, trigger: Token, taken: Iterable[Party]) -> Place | None:
    """The place of the clause: nearest in the tree, finest among equals."""
    spans = [party.words.span for party in taken if _is_known(party)]
    rows = []
    for mention in layers.places or ():
        if mention.adjectival or any(span.contains(mention.span) for span in spans):
            continue
        anchor = _struck(parse, mention.phrase, trigger) or _locative_anchor(
            parse, mention.phrase, trigger.sentence
        )
        if anchor is not None and _same_clause(parse, anchor, trigger):
            far = distance(parse, anchor, trigger)
            if far is not None and far <= _FAR:
                rows.append((far, _FINEST.index(mention.precision), mention.span, mention))
    rows.sort(key=lambda row: row[:3])
    return _place(layers, rows[0][3]) if rows else None


def _place(layers: Layers, mention: PlaceMention) -> Place:
    return Place(
        words=Evidence.at(layers.report.text, mention.phrase),
        name=mention.name,
        lat=mention.lat,
        lon=mention.lon,
        geonames_id=mention.geonames_id,
        admin1=mention.admin1,
        country=mention.country,
        precision=mention.precision,
        radius_km=mention.radius_km,
    )


def _is_known(party: Party) -> bool:
    return party.id is not None and not party.id.startswith("x-")


def _struck(parse: Parse, phrase: Span, trigger: Token) -> Token | None:
    """The trigger, where the place is what it is done to: "struck the town of Jayrud"."""
    inside = [token for token in parse.within(phrase) if token.sentence == trigger.sentence]
    if not inside:
        return None
    top = _top(parse, inside)
    return trigger if top.head == trigger.index and top.dep in ("dobj", "nsubjpass") else None


def _locative_anchor(parse: Parse, phrase: Span, sentence: int) -> Token | None:
    """The token that the phrase's outermost locative preposition hangs on."""
    inside = [token for token in parse.within(phrase) if token.sentence == sentence]
    if not inside:
        return None
    anchor = None
    for token in (inside[0], *parse.ancestors(inside[0])):
        if token.dep in ("prep", "advmod") and token.lemma.lower() in _LOCATIVE:
            anchor = parse.head(token)
        if token.dep not in (
            "pobj",
            "prep",
            "appos",
            "compound",
            "nmod",
            "conj",
            "amod",
            "det",
            "nummod",
            "npadvmod",
            "advmod",
        ):
            break
    return anchor


def distance(parse: Parse, one: Token, other: Token) -> int | None:
    """The number of dependency edges between two tokens of a sentence."""
    if one.sentence != other.sentence:
        return None
    up = {token.index: steps for steps, token in enumerate((one, *parse.ancestors(one)))}
    for steps, token in enumerate((other, *parse.ancestors(other))):
        if token.index in up:
            return steps + up[token.index]
    return None


def time_of(layers: Layers, parse: Parse, trigger: Token) -> Time | None:
    """The time of the clause: nearest in the tree, a date before a duration."""
    rows = []
    for mention in layers.times or ():
        inside = [t for t in parse.within(mention.span) if t.sentence == trigger.sentence]
        vague = mention.edtf is None and mention.value in _VAGUE
        if not inside or vague or mention.type is TimeType.SET:
            continue
        top = _top(parse, inside)
        lasting = parse.head(top).lemma.lower() in _LASTING
        if mention.type is TimeType.DURATION and not lasting:
            continue
        far = distance(parse, top, trigger)
        if far is not None and far <= _FAR and _same_clause(parse, top, trigger):
            length = mention.type in (TimeType.DURATION, TimeType.SET)
            rows.append((length, far, mention.span, mention))
    rows.sort(key=lambda row: row[:3])
    return _time(layers, rows[0][3]) if rows else None


def _same_clause(parse: Parse, circumstance: Token, trigger: Token) -> bool:
    """Whether what hangs on ``circumstance`` says something of the trigger.

    It does where both stand under one verb, under verbs that are joined, or where the trigger's
    clause is the complement of a verb that only places it ("appears to have").
    """
    one, other = clause_head(parse, circumstance), clause_head(parse, trigger)
    if one.index == other.index:
        return True
    if other.dep == "conj" and coordinated(parse, other).index == one.index:
        return not parse.children(other, "nsubj", "nsubjpass")
    if one.dep == "conj" and coordinated(parse, one).index == other.index:
        return not parse.children(one, "nsubj", "nsubjpass")
    raising = other.dep == "xcomp" and parse.head(other).index == one.index
    return raising and not parse.children(other, "npadvmod")


def _top(parse: Parse, tokens: list[Token]) -> Token:
    """The token of ``tokens`` that is nearest to the root."""
    return min(tokens, key=lambda token: sum(1 for _ in parse.ancestors(token)))


def _time(layers: Layers, mention: TimeMention) -> Time:
    words = Evidence.at(layers.report.text, mention.span)
    explicit = mention.edtf is None or _EXPLICIT.search(words.text) or "XXXX" in mention.edtf
    return Time(
        words=words,
        edtf=mention.edtf,
        precision=edtf_precision(mention.edtf),
        basis=TimeBasis.STATED if explicit else TimeBasis.PUBLICATION,
    )


def edtf_precision(edtf: str | None) -> str:
    """The finest unit that an EDTF value gives, ``interval`` or ``unknown``."""
    if edtf is None:
        return "unknown"
    return next((name for shape, name in _PRECISIONS if shape.search(edtf)), "unknown")


def counts_of(
    layers: Layers, parse: Parse, trigger: Token, taking_part: Iterable[Party]
) -> tuple[Count, ...]:
    """The numbers of people, weapons and money in the clause of the trigger.

    Any number counts that stands in the words of a party.
    """
    spans = [party.words.span for party in taking_part if party.id is None]
    found = []
    for quantity in layers.quantities or ():
        of_party = any(span.overlaps(quantity.span) for span in spans)
        if quantity.role not in _PEOPLE_AND_THINGS and not of_party:
            continue
        inside = [t for t in parse.within(quantity.span) if t.sentence == trigger.sentence]
        if inside and _counts(parse, _top(parse, inside), trigger):
            found.append(_count(layers, quantity))
    return tuple(found)


def _counts(parse: Parse, number: Token, trigger: Token) -> bool:
    far = distance(parse, number, trigger)
    return far is not None and far <= _NEAR and _same_clause(parse, number, trigger)


def _count(layers: Layers, quantity: Quantity) -> Count:
    return Count(
        words=Evidence.at(layers.report.text, quantity.span),
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        approximate=quantity.approximate,
        unit=quantity.unit,
        role=quantity.role,
        category=quantity.category,
    )
