"""The annotator of the attributions layer."""

from __future__ import annotations

from secondsource.annotations.attributions.placing import place
from secondsource.annotations.attributions.quotations import find_quotations
from secondsource.annotations.attributions.rules import read_by_rules
from secondsource.annotations.records import AttributionMention, Layers
from secondsource.errors import LayerOrder


def find_attributions(layers: Layers) -> tuple[AttributionMention, ...]:
    """Every attribution of the report, sorted by where it begins.

    Needs the parse; uses the actors where they are there.

    Raises:
        LayerOrder: if the report has not been parsed.
    """
    if layers.parse is None:
        raise LayerOrder("attributions", "the report has no parse", "run the parser first")
    quotations = find_quotations(layers.report)
    readings = read_by_rules(layers, layers.parse, quotations)
    return place(layers.report.text, readings, quotations)
