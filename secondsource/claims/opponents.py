"""Whom "them" means where it cannot mean the actors: "armed rebels to push them back".

A plain pronoun as the object of a verb is never its subject; where it was taken for the same actor,
whoever else bears arms and was spoken of last is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondsource.annotations import ActorKind, Token
from secondsource.claims.parties import Cast, parties
from secondsource.claims.records import EventType
from secondsource.claims.sides import Roles
from secondsource.claims.syntax import undergoers
from secondsource.claims.triggers import Form, Trigger

_ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY})
_PLAIN = frozenset({"them", "him", "it", "her"})
_REACH = 1  # sentences


def with_opponents(cast: Cast, trigger: Trigger, found: Roles) -> Roles:
    """``found``, with the last other armed actor where only such a pronoun is acted on."""
    if trigger.entry.type is not EventType.ASSAULT or trigger.form is not Form.VERB:
        return found
    objects = undergoers(cast.parse, trigger.head)
    known = {party.id for party in found.actors if party.id is not None}
    if found.recipients or not known or not any(map(_is_plain, objects)):
        return found
    for token in _before(cast, trigger.head):
        mentions = cast.by_token.get(token.index, ())
        if any(row.kind in _ARMED and row.actor and row.actor not in known for row in mentions):
            meant = parties(cast, [token])
            away = token.sentence != trigger.head.sentence
            antecedent = token.sentence if away else found.antecedent
            return replace(found, recipients=meant, direct=False, antecedent=antecedent)
    return found


def _is_plain(token: Token) -> bool:
    return token.pos == "PRON" and token.text.lower() in _PLAIN


def _before(cast: Cast, verb: Token) -> Iterator[Token]:
    """The tokens before ``verb`` in its sentence and the one before, the nearest first."""
    first = max(0, verb.sentence - _REACH)
    tokens = [
        row for number in range(first, verb.sentence + 1) for row in cast.parse.sentence(number)
    ]
    return (row for row in reversed(tokens) if row.index < verb.index)
