"""Which outlet was told, where a report says so once and goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.annotations import (
    AttributionMention,
    Layers,
    Parse,
    SourceType,
    is_provisional,
)
from secondsource.claims.records import Informant
from secondsource.text import Evidence, Span

Cue = tuple[Span, ...]

_OWN = frozenset({"this", "our"})
_UNNAMED = frozenset({SourceType.ANONYMOUS, SourceType.GROUP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """The outlet that was told. ``name`` is given where the words only stand for it."""

    words: Evidence
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed:
    """Who speaks in each attribution of a report, and to which outlet, by its cue spans."""

    informants: Mapping[Cue, tuple[Informant, ...]]
    outlets: Mapping[Cue, Outlet]

    def __getitem__(self, cue: Cue) -> tuple[Informant, ...]:
        return self.informants.get(cue, ())

    def outlet(self, cue: Cue) -> Outlet | None:
        """The outlet told; that which an unnamed informant told elsewhere where none is stated."""
        return self.outlets.get(cue)


def outlets_told(
    layers: Layers, parse: Parse, informants: Mapping[Cue, tuple[Informant, ...]]
) -> dict[Cue, Outlet]:
    """The outlet told in each attribution that has one.

    An informant whom the report does not name, and who told one outlet only, told it all: "an
    official told AP … the official said …".
    """
    stated = dict(_stated(layers, parse))
    told: dict[str, set[Outlet]] = {}
    for cue, outlet in stated.items():
        for informant in informants.get(cue, ()):
            if informant.key is not None:
                told.setdefault(informant.key, set()).add(outlet)
    for cue, speaking in informants.items():
        heard = [told.get(row.key or "", set()) if _is_unnamed(row) else set() for row in speaking]
        if cue not in stated and heard and all(heard):
            names = {(row.name or row.words.text).casefold() for rows in heard for row in rows}
            if len(names) == 1:
                stated[cue] = min(heard[0], key=lambda row: row.words.start)
    return stated


def _is_unnamed(informant: Informant) -> bool:
    private = is_provisional(informant.id)
    person = informant.type is SourceType.NAMED_PERSON
    return informant.type in _UNNAMED or (private and person)


def _stated(layers: Layers, parse: Parse) -> Iterator[tuple[Cue, Outlet]]:
    """The outlet told in so many words: "the paper" is the last that was named."""
    text, own = layers.report.text, layers.report.outlet
    last: str | None = None
    for mention in _in_order(layers.attributions or ()):
        words = mention.via
        if words is None and mention.source_type is SourceType.OUTLET and mention.source:
            words = mention.source[0]
        if words is None:
            continue
        tokens = parse.within(words)
        name: str | None = None
        if any(token.pos == "PROPN" for token in tokens):
            last = words.of(text)
        elif any(token.text.casefold() in _OWN for token in tokens):
            name = own.value if own else None
        elif tokens and tokens[0].text.casefold() == "the":
            name = last
        if mention.via is not None:
            yield mention.cue, Outlet(words=Evidence.at(text, mention.via), name=name)


def _in_order(attributions: Sequence[AttributionMention]) -> list[AttributionMention]:
    return sorted(attributions, key=lambda row: row.cue[0] if row.cue else Span(0, 0))
