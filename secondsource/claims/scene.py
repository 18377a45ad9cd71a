"""The triggers of a report with their parties, those taken over from elsewhere included.

"The meeting took place on Tuesday" names nobody: whoever was last said to have met, met. The
sentence that named them becomes part of the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from secondsource.annotations import Parse
from secondsource.claims.parties import Cast
from secondsource.claims.records import EventType, Party
from secondsource.claims.roles import roles
from secondsource.claims.sides import Roles
from secondsource.claims.syntax import after_preposition, is_passive, undergoers
from secondsource.claims.triggers import Form, Trigger

_REACH = 8
_CAUSES = frozenset({"in", "by", "during", "after", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A trigger with its parties."""

    trigger: Trigger
    roles: Roles


def play(
    cast: Cast, triggers: Iterable[Trigger], fits: Callable[[Trigger, Roles], bool]
) -> tuple[Played, ...]:
    """The first reading of each trigger, as event and as tie, whose parties ``fits`` accepts.

    ``triggers`` come in text order, those of events and of ties together, since what was last
    spoken of may be either.
    """
    rows = [Played(trigger=trigger, roles=roles(cast, trigger)) for trigger in triggers]
    rows = _through_objects(cast.parse, _taken_over(cast, rows))
    chosen: dict[tuple[int, type], Played] = {}
    for row in rows:
        key = (row.trigger.head.index, type(row.trigger.entry.type))
        if key not in chosen and fits(row.trigger, row.roles):
            chosen[key] = row
    return tuple(chosen.values())


def _taken_over(cast: Cast, rows: list[Played]) -> list[Played]:
    """Give nouns without parties those of the last pair spoken of."""
    pair: tuple[Party, ...] = ()
    sentence = 0
    found = []
    for row in rows:
        here = row.trigger.head.sentence
        everyone = (*row.roles.actors, *row.roles.recipients)
        near = bool(pair) and here - sentence <= _REACH
        if near and not everyone and _looks_back(cast, row.trigger):
            taken = Roles(actors=pair[:1], recipients=pair[1:], direct=False, antecedent=sentence)
            row = replace(row, roles=taken)  # noqa: PLW2901 - the row with its parties
        elif row.trigger.entry.reciprocal and _is_pair(row.roles):
            pair, sentence = everyone, here
        found.append(row)
    return found


def _looks_back(cast: Cast, trigger: Trigger) -> bool:
    """Whether the words may stand for a meeting or a deal that was told of before.

    "Allied fighters" says no more of whom; "the Geneva talks" have a name of their own, and "the
    coalition" may be an actor.
    """
    head = trigger.head
    named = any(mention.actor for mention in cast.by_token.get(head.index, ()))
    if not trigger.entry.inherits or head.dep == "amod" or named:
        return False
    return not any(row.pos == "PROPN" for row in cast.parse.children(head, "compound", "nmod"))


def _is_pair(found: Roles) -> bool:
    return (
        len(found.actors) == len(found.recipients) == 1
        and found.actors[0].id is not None
        and found.recipients[0].id is not None
    )


def _through_objects(parse: Parse, rows: list[Played]) -> list[Played]:
    """ "rejected the alliance": the recipients are whoever else the object concerns."""
    nouns = {
        row.trigger.head.index: row
        for row in rows
        if row.trigger.form is Form.NOUN and (row.roles.actors or row.roles.recipients)
    }
    asked = _asked_for(parse, rows)
    rows = [_by_asker(row, asked) for row in rows]
    return [_through_cause(parse, _through_object(parse, row, nouns), nouns) for row in rows]


def _asked_for(parse: Parse, rows: list[Played]) -> dict[int, Roles]:
    """By noun, who asks for what both sides are to do: "they push for talks with X"."""
    return {
        token.index: row.roles
        for row in rows
        if row.trigger.entry.type is EventType.REQUEST and row.trigger.form is Form.VERB
        for token in (
            *undergoers(parse, row.trigger.head),
            *after_preposition(parse, row.trigger.head, row.trigger.entry.prepositions),
        )
    }


def _by_asker(row: Played, asked: dict[int, Roles]) -> Played:
    one_sided = len(row.roles.recipients) == 1 and not row.roles.actors
    if not row.trigger.entry.reciprocal or row.trigger.form is not Form.NOUN or not one_sided:
        return row
    asker = asked.get(row.trigger.head.index)
    if asker is None or asker.recipients:
        return row
    return replace(row, roles=replace(row.roles, actors=asker.actors, direct=False))


def _through_cause(parse: Parse, row: Played, nouns: dict[int, Played]) -> Played:
    """ "killed in regime raids", "by raids killing 12": whoever carried out the raids."""
    head = row.trigger.head
    if row.trigger.form is not Form.VERB or row.roles.actors:
        return row
    causes = after_preposition(parse, head, _CAUSES) if is_passive(parse, head) else []
    if head.dep == "acl" and head.tag == "VBG" and not row.roles.recipients:
        causes = [parse.head(head)]
    for token in causes:
        cause = nouns.get(token.index)
        if cause is not None and cause.roles.actors and not cause.roles.antecedent:
            return replace(row, roles=replace(row.roles, actors=cause.roles.actors, direct=False))
    return row


def _is_for_both(row: Played, noun: Played) -> bool:
    """Whoever asks for talks with X may ask anybody."""
    return row.trigger.entry.type is EventType.REQUEST and noun.trigger.entry.reciprocal


def _through_object(parse: Parse, row: Played, nouns: dict[int, Played]) -> Played:
    resolved = any(party.id is not None for party in row.roles.recipients)
    if row.trigger.form is not Form.VERB or resolved or not row.roles.actors:
        return row
    mine = {party.id for party in row.roles.actors}
    objects = undergoers(parse, row.trigger.head)
    objects += after_preposition(parse, row.trigger.head, row.trigger.entry.prepositions)
    for token in objects:
        concerned = nouns.get(token.index)
        if concerned is None or _is_for_both(row, concerned):
            continue
        others = tuple(
            party
            for party in (*concerned.roles.actors, *concerned.roles.recipients)
            if party.id is not None and party.id not in mine
        )
        if others:
            through = replace(
                row.roles, recipients=others, direct=False, antecedent=concerned.roles.antecedent
            )
            return replace(row, roles=through)
    return row
