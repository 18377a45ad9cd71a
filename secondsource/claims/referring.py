"""Whom a pronoun stands for as a source: whoever spoke last, where nobody stands between."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations import ActorKind, ActorMention, Layers, Parse, SourceType
from secondsource.claims.naming import PERSONS
from secondsource.claims.tellers import Teller, Told
from secondsource.text import Span

_HE = frozenset({"he", "she", "his", "her"})
_THEY = frozenset({"they", "their"})
_SPEAKER = frozenset({"i", "we", "my", "our"})
_PEOPLE = PERSONS | {ActorKind.OFFICE}
_NO_PERSON = frozenset(
    {
        SourceType.DOCUMENT,
        SourceType.OUTLET,
        SourceType.NAMED_ORGANISATION,
        SourceType.GROUP,
        SourceType.SELF,
        SourceType.OTHER,
    }
)
_REACH = 2
_OPEN = "it is not sure whom {!r} stands for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What the words of a source come to: tellers known before, or an actor, or neither."""

    meant: tuple[int, ...] = ()
    actor: ActorMention | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A source with the places of those it stands for among the tellers."""

    told: Told
    meant: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What has been read before a source."""

    layers: Layers
    parse: Parse
    tellers: tuple[Teller, ...]
    settled: tuple[Settled, ...]

    def said_in(self, number: int | None) -> tuple[int, ...]:
        """Those whom attribution ``number`` names."""
        return tuple(at for row in self.settled if row.told.number == number for at in row.meant)


def refer(before: Before, told: Told) -> Reference:
    """Whom the pronoun stands for, left open where that is not sure."""
    word = told.token.text.casefold()
    if told.nested:
        inside = _of_holder(before, told)
        if inside.meant:
            return inside
    if word in _HE:
        return _he(before, told)
    if word in _SPEAKER:
        return Reference(why=_OPEN.format(told.token.text))
    several = _they(before, told) if word in _THEY else Reference()
    mention = _mention_at(before, told)
    if not several.meant and mention is not None and mention.actor is not None:
        return Reference(actor=mention, why=mention.why)
    return several if several.meant else Reference(why=_OPEN.format(told.token.text))


def _of_holder(before: Before, told: Told) -> Reference:
    """A speaker who speaks of their own words: "the official said he had learned"."""
    attributions = before.layers.attributions or ()
    holder = before.said_in(attributions[told.number].nested_in)
    mention = _mention_at(before, told)
    word = told.token.text.casefold()
    if len(holder) != 1 or word not in _HE | _SPEAKER:
        return Reference()
    teller = before.tellers[holder[0]]
    other = mention is not None and mention.actor not in (None, teller.id)
    return Reference() if other else Reference(meant=holder, why="the speaker, of themselves")


def _mention_at(before: Before, told: Told) -> ActorMention | None:
    mentions = before.layers.actors or ()
    return next((row for row in mentions if row.span == told.token.span), None)


def _last_spoke(before: Before, told: Told) -> tuple[Settled, ...]:
    """The sources of the last attribution that is not inside another, if it is near."""
    outer = [row for row in before.settled if not row.told.nested and not row.told.heading]
    if not outer or told.token.sentence - outer[-1].told.token.sentence > _REACH:
        return ()
    return tuple(row for row in outer if row.told.number == outer[-1].told.number)


def _he(before: Before, told: Told) -> Reference:
    last = _last_spoke(before, told)
    single = len(last) == 1 and len(last[0].meant) == 1
    spoke = before.tellers[last[0].meant[0]] if single else None
    if spoke is not None and not spoke.plural and spoke.type not in _NO_PERSON:
        if _somebody_between(before, last[0], told, spoke):
            return Reference(why=f"{told.token.text!r} may be {spoke.name!r} or another")
        return Reference(meant=last[0].meant, why=f"{spoke.name!r} spoke last")
    if last:
        return Reference(why=_OPEN.format(told.token.text))
    mention = _mention_at(before, told)
    if mention is not None and mention.actor is not None and mention.kind in PERSONS:
        return Reference(actor=mention, why=mention.why)
    return Reference(why=_OPEN.format(told.token.text))


def _somebody_between(before: Before, last: Settled, told: Told, spoke: Teller) -> bool:
    """Whether another person is the subject of a sentence between, outside what was said."""
    attribution = (before.layers.attributions or ())[last.told.number]
    spoken = last.told.details.words.end
    between = Span(spoken, max(spoken, told.token.span.start))
    return any(
        between.contains(mention.span)
        and mention.actor not in (None, spoke.id)
        and mention.kind in _PEOPLE
        and _is_subject(before.parse, mention)
        and not any(content.overlaps(mention.span) for content in attribution.content)
        for mention in before.layers.actors or ()
    )


def _is_subject(parse: Parse, mention: ActorMention) -> bool:
    return any(
        token.dep in ("nsubj", "nsubjpass") and parse.head(token).dep == "ROOT"
        for token in parse.within(mention.span)
    )


def _they(before: Before, told: Told) -> Reference:
    meant = tuple(dict.fromkeys(at for row in _last_spoke(before, told) for at in row.meant))
    if len(meant) > 1 or any(before.tellers[at].plural for at in meant):
        return Reference(meant=meant, why="those who spoke last")
    return Reference()
