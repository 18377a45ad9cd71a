"""The annotators, what each needs and gives, and the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from secondsource.annotations.actors import (
    Registry,
    find_actors,
    load_registry,
    with_sides,
    with_speakers,
    without_places,
)
from secondsource.annotations.attribution_records import AttributionMention
from secondsource.annotations.attributions import (
    find_attributions,
    find_attributions_with,
    passages_to_read,
)
from secondsource.annotations.engines import Parser, Reader, load_parser, load_reader
from secondsource.annotations.places import Gazetteer, find_places, open_gazetteer
from secondsource.annotations.quantities import find_quantities
from secondsource.annotations.records import Layer, Layers, Sentence
from secondsource.annotations.times import find_times
from secondsource.errors import LayerOrder
from secondsource.text import cover


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """One stage: the layer it gives, the layers it needs, and the function that attaches it."""

    gives: Layer
    needs: frozenset[Layer]
    attach: Callable[[Layers], Layers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """The models and data that annotators read, each loaded once a process.

    With a ``reader`` attributions are found by the trained model and by rules, without by rules
    alone.
    """

    parser: Parser
    registry: Registry
    gazetteer: Gazetteer
    reader: Reader | None = None


def load_resources(registry: Path | None = None, *, trained: bool = True) -> Resources:
    """Load everything that annotation needs.

    ``registry`` is a user's own actor file; ``trained`` loads the trained reader of attributions.

    Raises:
        MissingResource: if a model or a data file is absent or corrupt.
        UsageError: if the user's file cannot be used; the message names file and line.
    """
    return Resources(
        parser=load_parser(),
        registry=load_registry(registry),
        gazetteer=open_gazetteer(),
        reader=load_reader() if trained else None,
    )


def annotators(resources: Resources) -> tuple[Annotator, ...]:
    """All annotators after the parse, in an order in which each finds what it needs."""
    registry, gazetteer = resources.registry, resources.gazetteer
    return (
        Annotator(
            gives=Layer.SENTENCES,
            needs=frozenset({Layer.PARSE}),
            attach=lambda layers: replace(layers, sentences=find_sentences(layers)),
        ),
        Annotator(
            gives=Layer.ACTORS,
            needs=frozenset({Layer.PARSE}),
            attach=lambda layers: replace(layers, actors=find_actors(layers, registry)),
        ),
        Annotator(
            gives=Layer.PLACES,
            needs=frozenset({Layer.PARSE, Layer.ACTORS}),
            attach=lambda layers: _attach_places(layers, gazetteer, registry),
        ),
        Annotator(
            gives=Layer.TIMES,
            needs=frozenset({Layer.PARSE}),
            attach=lambda layers: replace(layers, times=find_times(layers)),
        ),
        Annotator(
            gives=Layer.QUANTITIES,
            needs=frozenset({Layer.PARSE, Layer.TIMES}),
            attach=lambda layers: replace(layers, quantities=find_quantities(layers)),
        ),
        Annotator(
            gives=Layer.ATTRIBUTIONS,
            needs=frozenset({Layer.PARSE, Layer.SENTENCES, Layer.ACTORS}),
            attach=lambda layers: _attach_attributions(layers, resources.reader),
        ),
    )


def _attach_places(layers: Layers, gazetteer: Gazetteer, registry: Registry) -> Layers:
    """The layers with their places, without the actors that turn out to be such, and with those
    linked that only the places tell."""
    places = find_places(layers, gazetteer)
    actors = without_places(layers.report.text, layers.actors or (), places)
    layers = replace(layers, places=places, actors=actors)
    return replace(layers, actors=with_sides(layers, places, registry))


def _attach_attributions(layers: Layers, reader: Reader | None) -> Layers:
    """The layers with their attributions, and with the speakers of quotations as "I" and "we"."""
    found = _attributions(layers, reader)
    actors = with_speakers(layers.report.text, layers.actors or (), found)
    return replace(layers, attributions=found, actors=actors)


def _attributions(layers: Layers, reader: Reader | None) -> tuple[AttributionMention, ...]:
    if reader is None:
        return find_attributions(layers)
    tagged = reader.read_passages(layers.report.text, passages_to_read(layers))
    return find_attributions_with(layers, tagged)


def plan(stages: Sequence[Annotator], wanted: frozenset[Layer]) -> tuple[Annotator, ...]:
    """The stages that give the ``wanted`` layers and what these need, in order.

    Raises:
        LayerOrder: if a stage stands before one that it needs.
    """
    needed = set(wanted)
    for stage in reversed(stages):
        if stage.gives in needed:
            needed |= stage.needs
    made = {Layer.PARSE}
    chosen = tuple(stage for stage in stages if stage.gives in needed)
    for stage in chosen:
        missing = stage.needs - made
        if missing:
            names = ", ".join(sorted(layer.value for layer in missing))
            raise LayerOrder(stage.gives.value, f"runs before {names}, which it needs")
        made.add(stage.gives)
    return chosen


def attach(layers: Layers, stages: Iterable[Annotator]) -> Layers:
    """``layers`` with those that ``stages`` give."""
    for stage in stages:
        layers = stage.attach(layers)
    return layers


def find_sentences(layers: Layers) -> tuple[Sentence, ...]:
    """The sentences of the parse as spans."""
    if layers.parse is None:
        raise LayerOrder(layers.report.id, "sentences need the parse")
    parse = layers.parse
    return tuple(
        Sentence(span=cover(token.span for token in parse.tokens[start:end]), number=number)
        for number, (start, end) in enumerate(parse.sentences)
    )
