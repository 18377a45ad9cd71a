"""The annotator of the attributions layer."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.annotations.attribution_records import AttributionMention
from secondsource.annotations.attributions.details import with_details
from secondsource.annotations.attributions.passages import hopeful_passages
from secondsource.annotations.attributions.passing import with_those_cited
from secondsource.annotations.attributions.placing import place
from secondsource.annotations.attributions.quotations import find_quotations
from secondsource.annotations.attributions.rules import read_by_rules
from secondsource.annotations.attributions.tagged import read_tagged
from secondsource.annotations.attributions.unclosed import close_quotations
from secondsource.annotations.engines.tagging import Tagged
from secondsource.annotations.records import Layers, Parse
from secondsource.errors import LayerOrder
from secondsource.text import Span


def find_attributions(layers: Layers) -> tuple[AttributionMention, ...]:
    """Every attribution that rules find in the report, sorted by where it begins.

    Needs the parse; uses the actors where they are there.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    parse = _parse_of(layers)
    quotations = close_quotations(layers.report.text, parse, find_quotations(layers.report))
    readings = with_those_cited(layers, parse, read_by_rules(layers, parse, quotations))
    return with_details(layers, parse, place(layers.report.text, readings, quotations))


def find_attributions_with(
    layers: Layers, tagged: Sequence[Tagged]
) -> tuple[AttributionMention, ...]:
    """Every attribution of the report, from what the trained reader and the rules find in it.

    Needs the parse; uses the actors where they are there. ``tagged`` is the reader's answer for
    this report.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    parse = _parse_of(layers)
    text = layers.report.text
    quotations = close_quotations(text, parse, find_quotations(layers.report))
    ruled = place(text, read_by_rules(layers, parse, quotations), quotations)
    readings = with_those_cited(layers, parse, read_tagged(layers, parse, tagged, ruled))
    return with_details(layers, parse, place(text, readings, quotations))


def passages_to_read(layers: Layers) -> tuple[Span, ...]:
    """The parts of the report that the trained reader is to read, disjoint and in text order.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    return hopeful_passages(layers.report, _parse_of(layers))


def _parse_of(layers: Layers) -> Parse:
    if layers.parse is None:
        raise LayerOrder("attributions", "the report has no parse", "run the parser first")
    return layers.parse
