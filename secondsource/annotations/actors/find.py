"""All actor mentions of a report, stage by stage.

1. Names of the registry (`named`), with states as actors only where they act (`states`).
2. Names that the registry has not (`provisional`), spread to all their mentions, and short names
   given in brackets (`brackets`).
3. Descriptions (`generic`), resolved by the country in which the passage is set.
4. References (`references`), resolved over the mentions before them.
"""

from __future__ import annotations

from secondsource.annotations.actors.brackets import with_short_names
from secondsource.annotations.actors.found import Found
from secondsource.annotations.actors.generic import generic_mentions
from secondsource.annotations.actors.matcher import Hit, find_names
from secondsource.annotations.actors.named import named_mentions
from secondsource.annotations.actors.provisional import provisional_mentions
from secondsource.annotations.actors.records import Registry
from secondsource.annotations.actors.references import with_references
from secondsource.annotations.actors.setting import setting_of
from secondsource.annotations.records import ActorMention, Layers, Parse, PlaceMention
from secondsource.errors import LayerOrder


def find_actors(layers: Layers, registry: Registry) -> tuple[ActorMention, ...]:
    """The actor mentions of a report in text order; their spans are disjoint.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    parse, report = layers.parse, layers.report
    if parse is None:
        raise LayerOrder("actors", "the parse is missing", "run the parser before the actors")
    published = report.published.value if report.published else None
    hits = find_names(parse, registry)
    rows = named_mentions(parse, hits, registry, published)
    states = frozenset(row.first for row in rows)
    taken = {index for row in rows for index in row.tokens}
    explained = taken | _places(parse, layers.places) | _registered(hits)
    new = provisional_mentions(parse, rows, explained)
    rows = with_short_names(parse, [*rows, *new], report.text)
    taken = {index for row in rows for index in row.tokens}
    setting = setting_of(parse, hits, states, layers.places)
    rows += generic_mentions(parse, registry, setting, rows, taken)
    ordered = with_references(parse, sorted(rows, key=_order), report.body)
    return tuple(row.mention for row in sorted(ordered, key=_order))


def _order(row: Found) -> int:
    return row.first


def _places(parse: Parse, places: tuple[PlaceMention, ...] | None) -> set[int]:
    """The tokens of names that the gazetteer resolves to a place."""
    return {
        token.index
        for place in places or ()
        if place.geonames_id is not None
        for token in parse.within(place.span)
    }


def _registered(hits: tuple[Hit, ...]) -> set[int]:
    """The tokens of the registry's names, also where these stand for no actor."""
    return {index for hit in hits for index in range(hit.first, hit.last + 1)}
