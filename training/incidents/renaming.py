"""Organisations under other names, so that the model learns more than those of one war."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from secondsource.annotations import ActorKind, load_registry
from secondsource.annotations.engines.incidents import IncidentRole
from training.incidents.corpus import Mention, Message, Template, pattern

_ACRONYM = re.compile(r"[a-z]+(?:-\d+)?")
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """English names of armed groups in lower case, long ones and acronyms."""

    names: tuple[str, ...]
    acronyms: tuple[str, ...]


def load_groups() -> Groups:
    """The armed groups of the shipped registry."""
    texts = {
        name.text
        for actor in load_registry().actors
        if actor.kind is ActorKind.ARMED_GROUP
        for name in actor.names
        if name.language == "en"
    }
    short = {text for text in texts if text.isupper() and len(text) <= _LONGEST_ACRONYM}
    return Groups(
        names=tuple(sorted(text.lower() for text in texts - short)),
        acronyms=tuple(sorted(text.lower() for text in short)),
    )


def renamed(message: Message, groups: Groups, chance: random.Random) -> Message:
    """``message`` with each organisation that is blamed under the name of another."""
    words = {
        mention.words
        for template in message.templates
        for mention in template.mentions
        if mention.role is IncidentRole.ORGANIZATION
    }
    for known in sorted(words, key=len, reverse=True):
        short = bool(_ACRONYM.fullmatch(known)) and len(known) <= _LONGEST_ACRONYM
        other = chance.choice(groups.acronyms if short else groups.names)
        message = _replaced(message, pattern(known), other)
    return message


def _replaced(message: Message, known: re.Pattern[str], other: str) -> Message:
    def told(_: re.Match[str]) -> str:
        return other

    return replace(
        message,
        text=known.sub(told, message.text),
        templates=tuple(_template(row, known, told) for row in message.templates),
    )


def _template(
    row: Template, known: re.Pattern[str], told: Callable[[re.Match[str]], str]
) -> Template:
    mentions = (
        Mention(words=known.sub(told, mention.words), role=mention.role) for mention in row.mentions
    )
    return replace(row, mentions=tuple(mentions))
