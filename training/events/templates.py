"""Sentences made from the program's own lexicon of events, with the type that it gives them.

They teach which words carry which type, that the outer of two verbs decides ("agreed to help",
"threatened to attack"), which way round the parties are, and that a verb between two other parties,
in the same sentence, says nothing of the pair asked about.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.claims import EventType, load_lexicon
from secondsource.claims.lexicon import Entry, Phrase
from secondsource.text import Span
from training.events.actors import Names, load_names
from training.events.inflection import gerund, participle, past, surface, third
from training.events.labels import PAIRS, Example, pair_columns

_INTRANSITIVE = frozenset(
    "agree withdraw retreat protest demonstrate rally march resign riot confer negotiate cooperate "
    "collaborate coordinate ally unite partner yield concede advance clash fight battle skirmish "
    "surrender apologise apologize appeal complain object retaliate travel fly arrive amass mass "
    "mediate commit consent plead quit flee demobilize demobilise disarm".split()
)
_PREPOSITIONS = frozenset(
    "at on in into for to from with against of up out down over off back by upon behind through "
    "toward towards together".split()
)
_FRIENDLY = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT", "RETREAT"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_OPENINGS = ("", "", "", "", "On Monday, ", "In a statement, ", "Last week, ", "Meanwhile, ")
_SPEAKERS = ("officials said", "state media reported", "a spokesman said", "witnesses said")
_TAILS = (
    "", "", "", " on Tuesday", " last month", " after weeks of tension", " in the capital",
    " near the border", " over the disputed region", " following the talks", " for the first time",
    " despite international pressure", " during a visit to the region", " in March 2014",
)  # fmt: skip
_WITH_ANOTHER = 0.4
_TURNED = 0.2
_NOUN_FRAMES = (
    "{s} announced a {noun}{link}{t}{tail}",
    "{s}'s {noun}{link}{t} came{tail}",
    "the {noun}{link}{t} by {s} came{tail}",
    "{s} launched a new {noun}{link}{t}{tail}",
)
_JOINTS = (" while ", ", as ", " after ", " before ", ", and ", "; ")
_ASIDE_FRAMES = (
    "{s} {past} {x}, while {t} stayed away",
    "{x} {past} {s}, and {t} had no comment",
    "{s}, which borders {t}, {past} {x}",
    "{x} {past} {y} as {s} and {t} looked on",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of the lexicon with the rest of its phrase and what leads to the other party."""

    head: str
    rest: str
    link: str
    entry: Entry

    def past(self) -> str:
        """ "launched an assault on"."""
        return f"{past(self.head)}{self.rest}{self.link}"

    def perfect(self) -> str:
        """ "launched", as after "has"."""
        return f"{participle(self.head)}{self.rest}{self.link}"

    def bare(self) -> str:
        """ "launch"."""
        return f"{self.head}{self.rest}{self.link}"

    def gerund(self) -> str:
        """ "launching"."""
        return f"{gerund(self.head)}{self.rest}{self.link}"

    def third(self) -> str:
        """ "launches"."""
        return f"{third(self.head)}{self.rest}{self.link}"

    @property
    def passive(self) -> bool:
        """Whether the other party can be its subject."""
        return not self.link and not self.rest


def made_pairs(each: int, seed: int) -> Iterator[Example]:
    """``each`` sentences for every phrase of the lexicon, and a fifth as many of no type."""
    chance = random.Random(seed)
    names = load_names()
    lexicon = load_lexicon("events")
    verbs = [
        _verb(phrase)
        for rows in lexicon.verbs.values()
        for phrase in rows
        if phrase.rest[-1:] != ("as",)
    ]
    nouns = [phrase for rows in lexicon.nouns.values() for phrase in rows]
    for number in range(each):
        for verb in verbs:
            yield _of_verb(verb, chance.choice(verbs), names, chance)
        for noun in nouns:
            yield _of_noun(noun, names, chance)
        for verb in verbs[number % 5 :: 5]:
            yield _of_nobody(verb, chance.choice(verbs), names, chance)


def _verb(phrase: Phrase) -> Verb:
    rest = "".join(f" {surface(word)}" for word in phrase.rest)
    ends_open = bool(phrase.rest) and phrase.rest[-1] in _PREPOSITIONS
    needs = (bool(phrase.rest) and not ends_open) or phrase.head in _INTRANSITIVE
    leads = sorted(phrase.entry.prepositions) if needs and not ends_open else []
    link = f" {leads[0]}" if leads else ""
    return Verb(head=phrase.head, rest=rest, link=link, entry=phrase.entry)


def _of_verb(verb: Verb, other: Verb, names: Names, chance: random.Random) -> Example:
    kind: str | None
    kind, frame = chance.choice(list(_frames(verb, _type(verb.entry), chance)))
    if chance.random() < _WITH_ANOTHER:
        clauses = [frame, f"{{x}} {other.past()} {{y}}"]
        chance.shuffle(clauses)
        frame = chance.choice(_JOINTS).join(clauses)
    elif not verb.entry.reciprocal and chance.random() < _TURNED:
        frame = frame.replace("{s}", "{o}").replace("{t}", "{s}").replace("{o}", "{t}")
        kind = None
    return _example(frame, kind, names, chance)


def _frames(verb: Verb, kind: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """(type, sentence) with {s}, {t} and {tail} left open."""
    tail = "{tail}"
    yield kind, f"{{s}} {verb.past()} {{t}}{tail}"
    yield kind, f"{{s}} has {verb.perfect()} {{t}}{tail}"
    yield kind, f"{{s}} {verb.third()} {{t}}{tail}"
    yield kind, f"{{s}} reacted{tail} by {verb.gerund()} {{t}}"
    if verb.passive:
        yield kind, f"{{t}} was {verb.perfect()} by {{s}}{tail}"
        yield kind, f"{{t}} has been {verb.perfect()} by {{s}}{tail}"
    if verb.entry.reciprocal:
        yield kind, f"{{s}} and {{t}} {past(verb.head)}{verb.rest}{tail}"
    bare = verb.bare()
    if kind in _FRIENDLY:
        outer = chance.choice(("agreed to", "pledged to", "promised to", "offered to", "will"))
        yield "AGREE", f"{{s}} {outer} {bare} {{t}}{tail}"
        yield "REJECT", f"{{s}} {chance.choice(('refused', 'declined'))} to {bare} {{t}}{tail}"
        yield "REQUEST", f"{{s}} {chance.choice(('urged', 'asked'))} {{t}} to {bare} {{x}}{tail}"
    if kind in _HOSTILE:
        yield "THREATEN", f"{{s}} threatened to {bare} {{t}}{tail}"
        yield "THREATEN", f"{{s}} warned that it would {bare} {{t}}{tail}"
        yield "ACCUSE", f"{{s}} accused {{t}} of {verb.gerund()} {{x}}"
        yield "REQUEST", f"{{s}} demanded that {{t}} stop {verb.gerund()} {{x}}"
        yield kind, f"{{x}} accused {{s}} of {verb.gerund()} {{t}}{tail}"


def _of_noun(phrase: Phrase, names: Names, chance: random.Random) -> Example:
    words = [surface(word) for word in phrase.rest]
    noun = " ".join([*words, phrase.head]) if "of" not in words else f"{phrase.head} {words[-1]}"
    leads = ["of"] if phrase.entry.affects else sorted(phrase.entry.prepositions)
    link = f" {chance.choice(leads)} " if leads else " of "
    frame = chance.choice(_NOUN_FRAMES).replace("{noun}", noun).replace("{link}", link)
    return _example(frame, _type(phrase.entry), names, chance)


def _of_nobody(verb: Verb, other: Verb, names: Names, chance: random.Random) -> Example:
    frame = chance.choice(_ASIDE_FRAMES).replace("{past}", verb.past())
    if chance.random() < 0.3:
        frame = f"{{s}} {verb.past()} {{x}}, and {{y}} {other.past()} {{t}}"
    return _example(frame, None, names, chance)


def _example(frame: str, kind: str | None, names: Names, chance: random.Random) -> Example:
    """The frame with its places filled, between other words, as an example of ``kind``."""
    frame = frame.replace("{tail}", chance.choice(_TAILS))
    frame = chance.choice(_OPENINGS) + frame
    if chance.random() < 0.25:
        frame = f"{frame}, {chance.choice(_SPEAKERS)}"
    elif chance.random() < 0.15:
        frame = f"{frame}, as {names.draw(chance)} had asked {names.draw(chance)} to do"
    for slot in ("{x}", "{y}"):
        frame = frame.replace(slot, names.draw(chance))
    text, spans = "", {}
    for part in _cut(f"{frame}."):
        if part in ("{s}", "{t}"):
            name = names.draw(chance)
            shown = name[:1].upper() + name[1:] if not text else name
            spans[part] = Span(len(text), len(text) + len(shown))
            text += shown
        else:
            text += part if text else part[:1].upper() + part[1:]
    return Example(
        id="",
        group="made",
        head=PAIRS,
        text=text,
        right=pair_columns(kind),
        source=spans["{s}"],
        target=spans["{t}"],
    )


def _cut(frame: str) -> Iterator[str]:
    """The frame with its two open places as parts of their own."""
    for number, part in enumerate(frame.split("{s}")):
        if number:
            yield "{s}"
        for below, piece in enumerate(part.split("{t}")):
            if below:
                yield "{t}"
            if piece:
                yield piece


def _type(entry: Entry) -> str:
    if not isinstance(entry.type, EventType):
        raise TypeError(f"{entry.type} is no event type")
    return entry.type.value
