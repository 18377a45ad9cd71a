"""Reads a text of a test into claims, without a gazetteer."""

from __future__ import annotations

from dataclasses import replace

from secondsource.annotations import Layers, Parser, load_registry
from secondsource.annotations.actors import find_actors
from secondsource.annotations.attributions import find_attributions
from secondsource.annotations.quantities import find_quantities
from secondsource.annotations.recipe import find_sentences
from secondsource.annotations.times import find_times
from secondsource.claims import Claim, extract_claims
from secondsource.reports import from_text


def layers_of(parser: Parser, text: str, published: str | None = "2014-11-14") -> Layers:
    """The layers of ``text`` but its places."""
    report = from_text(text, published=published)
    layers = Layers(report=report, parse=next(iter(parser.parse([report]))))
    layers = replace(layers, sentences=find_sentences(layers))
    layers = replace(layers, actors=find_actors(layers, load_registry()))
    layers = replace(layers, times=find_times(layers))
    layers = replace(layers, quantities=find_quantities(layers), places=())
    return replace(layers, attributions=find_attributions(layers))


def claims_of(parser: Parser, text: str, published: str | None = "2014-11-14") -> tuple[Claim, ...]:
    """The claims of ``text``."""
    return extract_claims(layers_of(parser, text, published))


def who(claim: Claim) -> tuple[list[str], list[str]]:
    """The parties of a claim by id, or by their words where they resolve to nobody."""
    actors, recipients = (
        [party.id or party.words.text for party in side]
        for side in (claim.actors, claim.recipients)
    )
    return actors, recipients
