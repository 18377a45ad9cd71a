"""Where: the place of a trigger's clause, else of what tells of the same happening beside it.

Where a source is, where somebody comes from and what a body is called after are not where an
event is; nor is the dateline, which is where the report was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from secondsource.annotations import Layers, Parse, PlaceMention, PlacePrecision, Token
from secondsource.claims.circumstances_scope import (
    Told,
    distance,
    in_words,
    is_event,
    kin,
    same_clause,
    told,
)
from secondsource.claims.lexicon import load_lexicon
from secondsource.claims.records import Party, Place
from secondsource.claims.syntax import clause_head, is_verbal
from secondsource.claims.triggers import Form, Trigger
from secondsource.text import Evidence

_LOCATIVE = frozenset(
    "in at near around outside inside on across throughout over into toward towards within along "
    "by from to west east north south off above between against".split()
)
_FAR = 6
_LOOK_BACK = 2
_CHAIN = frozenset(
    "pobj prep appos compound nmod conj amod det nummod npadvmod advmod poss case".split()
)
_UNDERGONE = frozenset({"dobj", "nsubjpass"})
_FINEST = tuple(PlacePrecision)
_COARSE = frozenset({PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.UNRESOLVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchored:
    """A place mention in one sentence, the token that it places, and what hangs it there."""

    mention: PlaceMention
    token: Token
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of a report by sentence, ready to be asked for many triggers."""

    parse: Parse
    text: str
    rows: Mapping[int, tuple[_Anchored, ...]]
    paragraphs: Mapping[int, int]


def places_of(layers: Layers, parse: Parse, paragraphs: Mapping[int, int]) -> Places:
    """The places that place something: no demonyms, no origins, no whereabouts of sources."""
    sources = [span for row in layers.attributions or () for span in row.source]
    rows: dict[int, list[_Anchored]] = {}
    for mention in layers.places or ():
        if mention.adjectival or any(span.overlaps(mention.span) for span in sources):
            continue
        for number in sorted({token.sentence for token in parse.within(mention.phrase)}):
            rows.setdefault(number, []).extend(_anchored(parse, mention, number))
    return Places(
        parse=parse,
        text=layers.report.text,
        rows={number: tuple(found) for number, found in rows.items()},
        paragraphs=paragraphs,
    )


def _anchored(parse: Parse, mention: PlaceMention, sentence: int) -> Iterator[_Anchored]:
    """What the place is hung on: by the outermost locative, as an object, or as an event's name."""
    inside = [token for token in parse.within(mention.phrase) if token.sentence == sentence]
    if not inside:
        return
    anchor: Token | None = None
    below = inside[0]
    for token in (below, *parse.ancestors(below)):
        below = token
        if token.dep in ("prep", "advmod") and token.lemma.lower() in _LOCATIVE:
            if _is_origin(parse, token):
                return
            anchor = parse.head(token)
        if anchor is not None and token.pos == "NOUN" and _says_who(token):
            anchor = token
        if anchor is not None and _says_who(anchor):
            break
        if token.dep not in _CHAIN:
            break
    if below.dep in _UNDERGONE:
        yield _Anchored(mention=mention, token=parse.head(below), why="is what it is done to")
    if anchor is not None:
        yield _Anchored(mention=mention, token=anchor, why="stands in the clause")
    elif is_event(below):
        yield _Anchored(mention=mention, token=below, why="names the event")


def _is_origin(parse: Parse, preposition: Token) -> bool:
    """ "veterans from Y": it says who somebody is, not where anything happens."""
    head = parse.head(preposition)
    return preposition.lemma.lower() == "from" and not (is_verbal(head) or is_event(head))


def _says_who(noun: Token) -> bool:
    """ "X's branch in Y", "the leader in Y": the place is of the tie, not of what they do."""
    phrases = load_lexicon("ties").nouns.get(noun.lemma.lower(), ())
    return any(phrase.entry.held for phrase in phrases)


def place_of(places: Places, trigger: Trigger, taken: Iterable[Party]) -> Place | None:
    """The place that the words give to a trigger, with the reason."""
    spans = [party.words.span for party in taken if _is_known(party)]
    here = tuple(
        row
        for row in places.rows.get(trigger.head.sentence, ())
        if not any(span.contains(row.mention.span) for span in spans)
    )
    parse = places.parse
    found = _in_clause(parse, here, trigger) or _in_kin(parse, here, trigger.head)
    return _place(places.text, found.mention, found.why) if found else None


def place_before(places: Places, trigger: Trigger) -> Place | None:
    """The last place told before a trigger in its paragraph."""
    found = _told_before(places, trigger)
    return _place(places.text, found.mention, "last told before it") if found else None


def _is_known(party: Party) -> bool:
    return party.id is not None and not party.id.startswith("x-")


def _in_clause(parse: Parse, here: tuple[_Anchored, ...], trigger: Trigger) -> _Anchored | None:
    """A place before a whole country, then the nearest in the tree, then the finest."""
    head = trigger.head
    rows = []
    for row in here:
        far = distance(parse, row.token, head)
        near = far is not None and far <= _FAR and same_clause(parse, row.token, head)
        if near and _reaches(parse, row, trigger):
            finest = _FINEST.index(row.mention.precision)
            rows.append((row.mention.precision in _COARSE, far, finest, row.mention.span, row))
    return min(rows, key=lambda row: row[:4])[4] if rows else None


def _reaches(parse: Parse, row: _Anchored, trigger: Trigger) -> bool:
    """A noun that says who somebody is has only the places of its own phrase."""
    head = trigger.head
    if head.index != row.token.index and _says_who(row.token):
        return False
    within = head.index == row.token.index or head in parse.ancestors(row.token)
    if within or trigger.form is not Form.NOUN:
        return True
    verb = clause_head(parse, row.token)
    if trigger.entry.held:
        return verb.lemma == "be" and head.dep == "attr"
    return not in_words(verb)


def _in_kin(parse: Parse, here: tuple[_Anchored, ...], head: Token) -> _Anchored | None:
    for verb in kin(parse, head):
        if in_words(verb):
            return None
        own = [row for row in here if clause_head(parse, row.token).index == verb.index]
        if own:
            return min(own, key=lambda row: _FINEST.index(row.mention.precision))
    return None


def _told_before(places: Places, trigger: Trigger) -> _Anchored | None:
    """The last place told before it in the paragraph, where the story goes on in the past."""
    head, parse = trigger.head, places.parse
    if told(parse, head) is not Told.PAST or (trigger.form is Form.NOUN and not is_event(head)):
        return None
    paragraph = places.paragraphs.get(head.sentence)
    for number in range(head.sentence, head.sentence - _LOOK_BACK - 1, -1):
        if places.paragraphs.get(number, -1) != paragraph:
            return None
        for row in reversed(places.rows.get(number, ())):
            verb = clause_head(parse, row.token)
            past = told(parse, row.token) is Told.PAST and not in_words(verb)
            if past and row.token.index < head.index and row.mention.precision not in _COARSE:
                return row
    return None


def _place(text: str, mention: PlaceMention, why: str) -> Place:
    return Place(
        words=Evidence.at(text, mention.phrase),
        name=mention.name,
        lat=mention.lat,
        lon=mention.lon,
        geonames_id=mention.geonames_id,
        admin1=mention.admin1,
        country=mention.country,
        precision=mention.precision,
        radius_km=mention.radius_km,
        why=f"{why}; {mention.why}" if mention.why else why,
    )
