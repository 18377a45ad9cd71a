"""A codebook of the user's own: its heads, fitted once, and its agreement with its own examples."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from secondsource.annotations import (
    Layer,
    Layers,
    annotators,
    attach,
    cache_folder,
    load_resources,
    load_state_reader,
)
from secondsource.annotations import plan as order_of
from secondsource.claims import (
    Agreement,
    Codebook,
    Fitted,
    agreement,
    crossed_chances,
    extract_claims,
    fit_codebook,
    heads_file,
    load_heads,
    read_codebook,
    save_heads,
    unused_words,
)
from secondsource.reports import from_text


def fitted_codebook(path: Path) -> Fitted:
    """The codebook of the file ``path`` with its heads, which are fitted the first time.

    Raises:
        UsageError: if the file cannot be used; the message has a line for each error.
        MissingResource: if the shipped model, or the heads that were kept, cannot be read.
    """
    return _fitted(read_codebook(path), cache_folder())


@lru_cache(maxsize=2)
def _fitted(codebook: Codebook, folder: Path) -> Fitted:
    if not codebook.examples:
        return Fitted(codebook=codebook, heads={})
    reader = load_state_reader()
    kept = heads_file(codebook, reader.digest, folder)
    heads = load_heads(kept)
    if heads is not None:
        return Fitted(codebook=codebook, heads=heads)
    fitted = fit_codebook(codebook, reader.states([row.text for row in codebook.examples]))
    save_heads(fitted.heads, kept)
    return fitted


def check_codebook(path: Path, *, registry: Path | None = None) -> Agreement:
    """How well the codebook of the file ``path`` agrees with the labels of its examples.

    Its words are compared as they are, its heads by cross-validation over the examples.

    Raises:
        UsageError: if the file, or ``registry``, the user's own actors, cannot be used; the message
            has a line for each error.
        MissingResource: if a model or a data file is absent or corrupt.
    """
    codebook = read_codebook(path)
    rows = _layers_of([row.text for row in codebook.examples], registry)
    found = [extract_claims(layers, codebook) for layers in rows]
    states = load_state_reader().states([row.text for row in codebook.examples])
    parses = [layers.parse for layers in rows if layers.parse is not None]
    chances = crossed_chances(codebook, states)
    return agreement(codebook, found, chances, unused_words(codebook, parses))


def _layers_of(texts: list[str], registry: Path | None) -> list[Layers]:
    resources = load_resources(registry, trained=False)
    stages = order_of(annotators(resources), frozenset(Layer))
    reports = [from_text(text) for text in texts]
    parses = resources.parser.parse(reports)
    return [
        attach(replace(Layers(report=report), parse=parse), stages)
        for report, parse in zip(reports, parses, strict=True)
    ]
