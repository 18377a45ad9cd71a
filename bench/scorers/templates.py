"""Incident templates: the micro-F1 of Du, Rush and Cardie (NAACL 2021), known as CEAF-REE.

Within a message predicted templates are mapped one to one to gold templates of a compatible type
so that the F1 over incident types and role fillers is greatest. Every template's type and every
entity count on their own side whatever the mapping, so the greatest F1 is the mapping with most
hits. An entity is right when all its mentions are among those of one gold entity.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from bench.scorers.assignment import best_assignment, best_total
from bench.scorers.counts import Counts

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")

Entity = frozenset[str]

_ARTICLE = re.compile(r"\b(a|an|the)\b")
_DROPPED = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident. ``types`` are the acceptable types, ``roles`` the entities in `ROLES` order."""

    types: frozenset[str]
    roles: tuple[tuple[Entity, ...], ...]

    @property
    def size(self) -> int:
        """How many things it can get right: its type and its entities."""
        return 1 + sum(map(len, self.roles))


def entity(mentions: tuple[str, ...]) -> Entity:
    """The mentions in lower case without articles, punctuation and extra white space."""
    return frozenset(
        " ".join(_ARTICLE.sub(" ", mention.lower().translate(_DROPPED)).split())
        for mention in mentions
    )


def compare(gold: tuple[Template, ...], found: tuple[Template, ...]) -> Counts:
    """The counts of one message under the best mapping."""
    weights = {
        (row, column): float(hits)
        for row, key in enumerate(gold)
        for column, answer in enumerate(found)
        if (hits := _hits(key, answer))
    }
    return Counts.of(
        best_total(weights),
        sum(template.size for template in found),
        sum(template.size for template in gold),
    )


def compare_parts(gold: tuple[Template, ...], found: tuple[Template, ...]) -> tuple[Counts, ...]:
    """The counts of one message for incident types and for each role, under the best mapping."""
    mapped = best_assignment([[float(_hits(key, answer)) for answer in found] for key in gold])
    pairs = [
        (gold[row], found[column]) for row, column in mapped if _hits(gold[row], found[column])
    ]
    types = Counts.of(len(pairs), len(found), len(gold))
    roles = (
        Counts.of(
            sum(_fillers(key.roles[role], answer.roles[role]) for key, answer in pairs),
            sum(len(answer.roles[role]) for answer in found),
            sum(len(key.roles[role]) for key in gold),
        )
        for role in range(len(ROLES))
    )
    return types, *roles


def _hits(key: Template, answer: Template) -> int:
    if not answer.types <= key.types:
        return 0
    return 1 + sum(
        _fillers(keys, answers) for keys, answers in zip(key.roles, answer.roles, strict=True)
    )


def _fillers(keys: tuple[Entity, ...], answers: tuple[Entity, ...]) -> int:
    weights = {
        (row, column): 1.0
        for row, key in enumerate(keys)
        for column, answer in enumerate(answers)
        if answer and answer <= key
    }
    return round(best_total(weights))
