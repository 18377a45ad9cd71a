"""Who does it and to whom: a trigger's parties, by its part of speech and its lexicon entry."""

from __future__ import annotations

from dataclasses import replace

from secondsource.claims.holder_roles import holder_and_group
from secondsource.claims.noun_roles import of_noun
from secondsource.claims.opponents import with_opponents
from secondsource.claims.parties import Cast
from secondsource.claims.sides import Roles, apart
from secondsource.claims.triggers import Form, Trigger
from secondsource.claims.verb_roles import of_participle, of_verb

_MUTUAL = frozenset({"clash", "skirmish", "feud", "infighting", "battle", "firefight"})


def roles(cast: Cast, trigger: Trigger) -> Roles:
    """The actors and recipients of ``trigger`` as its own sentence gives them."""
    if trigger.entry.held and trigger.form is Form.NOUN:
        found = holder_and_group(cast, trigger.head)
    elif trigger.form is Form.NOUN:
        found = of_noun(cast, trigger)
    elif trigger.form is Form.PARTICIPLE:
        found = of_participle(cast, trigger)
    else:
        found = of_verb(cast, trigger)
    if trigger.entry.swapped:
        found = replace(found, actors=found.recipients, recipients=found.actors)
    found = with_opponents(cast, trigger, apart(_other_than(trigger, found)))
    return _reciprocal(cast, trigger, found)


def _other_than(trigger: Trigger, found: Roles) -> Roles:
    """The parties without the trigger's own words: "stronger opposition" is no party to it."""
    if trigger.form is not Form.NOUN or trigger.entry.held:
        return found
    here = trigger.head.span
    return replace(
        found,
        actors=tuple(row for row in found.actors if not row.words.span.contains(here)),
        recipients=tuple(row for row in found.recipients if not row.words.span.contains(here)),
    )


def _reciprocal(cast: Cast, trigger: Trigger, found: Roles) -> Roles:
    """ "A and B met": the first named is the actor, the others the recipients."""
    resolved = not found.recipients or all(party.id is None for party in found.recipients)
    entry = trigger.entry
    if entry.reciprocal and not entry.held and len(found.recipients) > 1 and not found.actors:
        return replace(found, actors=found.recipients[:1], recipients=found.recipients[1:])
    if not entry.reciprocal or len(found.actors) < 2 or not resolved:
        return found
    if entry.distinct and not _each_other(cast, trigger):
        return found
    return replace(found, actors=found.actors[:1], recipients=found.actors[1:])


def _each_other(cast: Cast, trigger: Trigger) -> bool:
    if trigger.head.lemma in _MUTUAL or trigger.form is Form.NOUN:
        return True
    words = {token.text.lower() for token in cast.parse.subtree(trigger.head)}
    return "other" in words or "another" in words
