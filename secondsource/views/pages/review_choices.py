"""The values that the fields of a claim may take, for whoever corrects one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from secondsource.annotations import Category, QuantityRole, SourceType
from secondsource.claims import EventType, Modality, Polarity, TieType, load_lexicon
from secondsource.views.contexts import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What may be chosen for each field."""

    events: tuple[str, ...] = field(metadata=about("PLOVER types of events."))
    ties: tuple[str, ...] = field(metadata=about("Types of ties."))
    modes: tuple[str, ...] = field(metadata=about("Modes of events; others may be given."))
    modalities: tuple[str, ...] = field(metadata=about("In which world a claim is placed."))
    polarities: tuple[str, ...] = field(metadata=about("As what it is put forward."))
    sources: tuple[str, ...] = field(metadata=about("Types of sources."))
    roles: tuple[str, ...] = field(metadata=about("What a number counts."))
    categories: tuple[str, ...] = field(metadata=about("Which people a number counts."))


@cache
def choices() -> Choices:
    """All of them."""
    return Choices(
        events=_values(EventType),
        ties=_values(TieType),
        modes=_modes(),
        modalities=_values(Modality),
        polarities=_values(Polarity),
        sources=_values(SourceType),
        roles=_values(QuantityRole),
        categories=_values(Category),
    )


def _modes() -> tuple[str, ...]:
    lexicon = load_lexicon("events")
    tables = (lexicon.verbs, lexicon.nouns)
    phrases = (one for table in tables for listed in table.values() for one in listed)
    return tuple(sorted({one.entry.mode for one in phrases if one.entry.mode}))


def _values(kind: Iterable[Enum]) -> tuple[str, ...]:
    return tuple(str(one.value) for one in kind)
