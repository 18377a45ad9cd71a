"""Fit the weights of the place recogniser and resolver, and write the shipped table.

    python training/geoparsing/fit_weights.py GEOPARSING RE3D [--write]

``GEOPARSING`` holds the development halves of LGL, TR-News, GeoWebNews and GeoVirus as
``<name>.dev.jsonl.gz``, ``RE3D`` that of re3d (``dev.jsonl.gz``; without its BBC part), which only
the recogniser is fitted on. The recogniser is a logistic regression over spans, the resolver two
conditional logits over the candidates of a name (first without, then with the report's other
names). Without ``--write`` the weights are fitted on four fifths of the reports and measured on
the rest, five times; with it they are fitted on all and written to ``data/weights.tsv``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import pickle
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from secondsource.annotations.engines.parser import load_parser
from secondsource.annotations.places import Gazetteer, open_gazetteer
from secondsource.annotations.places.containment import Containment, find_containments
from secondsource.annotations.places.context import read_context
from secondsource.annotations.places.entities import entities
from secondsource.annotations.places.entries import Feature
from secondsource.annotations.places.find import group_key, group_names
from secondsource.annotations.places.geometry import distance_km
from secondsource.annotations.places.mentions import Possible, possible_mentions
from secondsource.annotations.places.names import Named, Setting, prior_features
from secondsource.annotations.places.outlets import outlet_country, outlet_letters
from secondsource.annotations.places.recognition import (
    link_features,
    recognise,
    recognition_features,
    survey,
)
from secondsource.annotations.places.resolution import believe, resolve, resolver_features
from secondsource.annotations.places.weights import Features
from secondsource.annotations.records import Parse
from secondsource.reports import Report
from secondsource.reports.records import Basis, Stated
from secondsource.text import Span

CORPORA = ("lgl", "trnews", "geowebnews", "geovirus")
LEFT_OUT = {"Non_Lit_Expression", "Literal_Expression", "Non_Toponym"}
HIT_KM = 161.0
FOLDS = 5
TABLE = Path(__file__).parents[2] / "secondsource/annotations/places/data/weights.tsv"
Weights = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated toponym."""

    span: Span
    point: tuple[float, float] | None
    geonames_id: int | None
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One report, prepared once: everything the fits and the measures need."""

    corpus: str
    report: Report
    gold: tuple[Gold, ...]
    possible: tuple[Possible, ...]
    links: tuple[Containment, ...]
    rows: tuple[Features, ...]
    around: object
    setting: Setting


def read_corpus(folder: Path, name: str) -> Iterator[tuple[Report, tuple[Gold, ...]]]:
    with gzip.open(folder / f"{name}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            body = [
                Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n(?!\n)[^\n]+)*", text)
            ]
            outlet = record["outlet"]
            report = Report(
                id=record["doc_id"],
                text=text,
                body=tuple(body),
                outlet=Stated(value=outlet, basis=Basis.GIVEN) if outlet else None,
                url=record["url"] or None,
            )
            yield report, tuple(_gold(row) for row in record["toponyms"] if row["start"] >= 0)


def read_re3d(folder: Path) -> Iterator[tuple[Report, tuple[Gold, ...]]]:
    """Reports on Syria and Iraq; locations and nationalities that coders agree on."""
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if "BBC" in record["source"]:
                continue
            text = record["text"]
            body = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
            gold = [
                Gold(
                    span=Span(row["start"], row["end"]),
                    point=None,
                    geonames_id=None,
                    counted=row["confidence"] >= 0.5,
                )
                for row in record["entities"]
                if row["type"] in {"Location", "Nationality"}
            ]
            yield Report(id=record["doc_id"], text=text, body=body), tuple(gold)


def _gold(row: dict) -> Gold:
    kind = row.get("type") or ""
    located = row.get("lat") is not None
    return Gold(
        span=Span(row["start"], row["end"]),
        point=(row["lat"], row["lon"]) if located else None,
        geonames_id=int(row["geonameid"]) if row.get("geonameid") else None,
        counted=kind not in LEFT_OUT and row.get("offset_ok", True),
    )


def prepare(
    corpus: str, report: Report, gold: tuple[Gold, ...], parse: Parse, gazetteer: Gazetteer
) -> Example:
    named = entities(parse)
    possible = possible_mentions(report, parse, named, gazetteer)
    links = find_containments(report.text, possible)
    around = survey(named, possible, report.text)
    rows = [recognition_features(p, around) for p in possible]
    for row, extra in zip(rows, link_features(len(rows), links), strict=True):
        row.update(extra)
    return Example(
        corpus=corpus,
        report=report,
        gold=gold,
        possible=tuple(possible),
        links=tuple(links),
        rows=tuple(rows),
        around=around,
        setting=Setting(country=outlet_country(report), outlet=outlet_letters(report)),
    )


def fit_recogniser(examples: Sequence[Example]) -> Weights:
    rows, labels = [], []
    for example in examples:
        for index, row in enumerate(example.rows):
            label = _is_gold(example, index)
            if label is not None:
                rows.append(row)
                labels.append(float(label))
    names, matrix = _matrix(rows)
    return dict(zip(names, _logistic(matrix, np.array(labels)).tolist(), strict=True))


def _is_gold(example: Example, index: int) -> bool | None:
    """Whether a span is annotated; ``None`` where the annotation does not say.

    re3d annotates "the city of Mosul" whole, so the longest name inside counts there.
    """
    span = example.possible[index].span
    if example.corpus != "re3d":
        return any(gold.span == span for gold in example.gold if gold.counted)
    around = [gold for gold in example.gold if gold.span.contains(span)]
    if not around:
        return False
    if not any(gold.counted for gold in around):
        return None
    longer = (p.span for p in example.possible if p.span != span and p.span.contains(span))
    return not any(gold.span.contains(other) for other in longer for gold in around)


def resolver_cases(
    examples: Sequence[Example], recogniser: Weights
) -> Iterator[tuple[Example, list[Named], list[list[float]]]]:
    """Per report, the names recognised or annotated, and for each how right each candidate is."""
    for example in examples:
        chosen = set(recognise(example.possible, example.links, example.around, recogniser))
        golden = {gold.span: gold for gold in example.gold if gold.counted and gold.point}
        chosen |= {i for i, p in enumerate(example.possible) if p.span in golden}
        order = sorted(chosen)
        names = group_names(example.possible, example.links, order)
        members = defaultdict(list)
        for index in order:
            found = golden.get(example.possible[index].span)
            if found:
                members[group_key(example.possible[index])].append(found)
        yield example, names, [_rightness(named, members[named.key]) for named in names]


def _rightness(named: Named, golds: Sequence[Gold]) -> list[float]:
    right = []
    for candidate in named.candidates:
        entry = candidate.entry
        score = 0.0
        for gold in golds:
            if gold.geonames_id and gold.geonames_id == entry.geonames_id:
                score += 1.0
            elif entry.lat is not None and distance_km(entry.lat, entry.lon, *gold.point) < HIT_KM:
                score += 0.3
        right.append(score / len(golds) if golds else 0.0)
    if golds and not any(right):
        right = [float(c.entry.feature is Feature.REGION) for c in named.candidates]
    return right


def fit_resolver(examples: Sequence[Example], recogniser: Weights) -> tuple[Weights, Weights]:
    cases = list(resolver_cases(examples, recogniser))
    blocks = []
    for example, names, rights in cases:
        for named, right in zip(names, rights, strict=True):
            if max(right, default=0) > 0 and len(right) > 1:
                blocks.append((prior_features(named, example.setting), right))
    prior = _conditional(blocks)
    blocks = []
    for example, names, rights in cases:
        beliefs = [believe(named, prior, example.setting) for named in names]
        context = read_context(beliefs)
        for belief, right in zip(beliefs, rights, strict=True):
            if max(right, default=0) > 0 and len(right) > 1:
                blocks.append((resolver_features(belief, context), right))
    return prior, _conditional(blocks)


def _matrix(rows: Sequence[Features]) -> tuple[list[str], np.ndarray]:
    names = sorted({name for row in rows for name in row})
    column = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            matrix[number, column[name]] = value
    return names, matrix


def _logistic(matrix: np.ndarray, labels: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Newton's method with a ridge penalty."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (labels - p) - ridge * weights
        curve = (matrix * (p * (1 - p))[:, None]).T @ matrix + ridge * np.eye(len(weights))
        step = np.linalg.solve(curve, gradient)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def _conditional(blocks: list[tuple[list[Features], list[float]]], ridge: float = 0.5) -> Weights:
    """Maximise the log probability of the right candidates, by Adam, with a ridge penalty."""
    names, matrix = _matrix([row for rows, _ in blocks for row in rows])
    starts = np.cumsum([0, *(len(rows) for rows, _ in blocks)])[:-1]
    sizes = np.array([len(rows) for rows, _ in blocks])
    target = np.array([r for _, right in blocks for r in right])
    weights, first, second = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, 601):
        logits = matrix @ weights
        logits -= np.repeat(np.maximum.reduceat(logits, starts), sizes)
        p = np.exp(logits)
        p /= np.repeat(np.add.reduceat(p, starts), sizes)
        q = p * target
        q /= np.repeat(np.maximum(np.add.reduceat(q, starts), 1e-12), sizes)
        gradient = matrix.T @ (q - p) - ridge * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        weights += 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts for one corpus."""

    gold: int = 0
    found: int = 0
    right_spans: int = 0
    located: int = 0
    located_found: int = 0
    hits: int = 0
    placed: int = 0

    def line(self, corpus: str) -> str:
        """One printed line."""
        precision = self.right_spans / max(1, self.found)
        recall = self.right_spans / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        hits = self.hits
        return (
            f"{corpus:11} tagging P {precision:.3f} R {recall:.3f} F1 {f1:.3f} | at 161 km: "
            f"found {hits / max(1, self.located_found):.3f}, end to end recall "
            f"{hits / max(1, self.located):.3f} precision {hits / max(1, self.placed):.3f}"
        )


def measure(
    examples: Sequence[Example], weights: dict[str, Weights], tallies: dict[str, Tally]
) -> None:
    for example in examples:
        if example.corpus not in CORPORA:
            continue
        tally = tallies[example.corpus]
        chosen = recognise(example.possible, example.links, example.around, weights["recogniser"])
        names = group_names(example.possible, example.links, chosen)
        choices = resolve(names, example.setting, weights)
        by_key = {n.key: c for n, c in zip(names, choices, strict=True)}
        found = {example.possible[i].span: by_key[group_key(example.possible[i])] for i in chosen}
        golds = {gold.span: gold for gold in example.gold if gold.counted}
        tally.gold += len(golds)
        tally.found += len(found)
        tally.right_spans += len(golds.keys() & found.keys())
        tally.placed += sum(c is not None and c.entry.lat is not None for c in found.values())
        for span, gold in golds.items():
            if gold.point:
                tally.located += 1
                tally.located_found += span in found
                choice = found.get(span)
                if choice and choice.entry.lat is not None:
                    entry = choice.entry
                    tally.hits += distance_km(entry.lat, entry.lon, *gold.point) <= HIT_KM


def fit(examples: Sequence[Example]) -> dict[str, Weights]:
    recogniser = fit_recogniser(examples)
    located = [example for example in examples if example.corpus in CORPORA]
    prior, resolver = fit_resolver(located, recogniser)
    return {"recogniser": recogniser, "prior": prior, "resolver": resolver}


def write_table(weights: dict[str, Weights], reports: int) -> None:
    lines = [
        "# Weights of the recogniser and the resolver. model\tfeature\tweight",
        f"# Fitted by training/geoparsing/fit_weights.py on {reports} reports:",
        "# LGL, TR-News, GeoWebNews, GeoVirus and re3d.",
    ]
    for model, table in weights.items():
        lines += [f"{model}\t{name}\t{value:.3f}" for name, value in sorted(table.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load_examples(geoparsing: Path, re3d: Path, cache: Path | None) -> list[Example]:
    """Parse and prepare all reports; ``cache`` keeps the parses between runs."""
    pairs = [(name, *pair) for name in CORPORA for pair in read_corpus(geoparsing, name)]
    pairs += [("re3d", *pair) for pair in read_re3d(re3d)]
    if cache and cache.is_file():
        parses = pickle.loads(cache.read_bytes())
    else:
        parses = list(load_parser().parse([report for _, report, _ in pairs]))
        if cache:
            cache.write_bytes(pickle.dumps(parses))
    gazetteer = open_gazetteer()
    return [
        prepare(name, report, gold, parse, gazetteer)
        for (name, report, gold), parse in zip(pairs, parses, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("geoparsing", type=Path)
    parser.add_argument("re3d", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cache", type=Path)
    arguments = parser.parse_args()
    examples = load_examples(arguments.geoparsing, arguments.re3d, arguments.cache)
    if arguments.write:
        write_table(fit(examples), len(examples))
        return
    tallies = defaultdict(Tally)
    for fold in range(FOLDS):
        held = [e for e in examples if _fold(e) == fold]
        measure(held, fit([e for e in examples if _fold(e) != fold]), tallies)
    for corpus in CORPORA:
        print(tallies[corpus].line(corpus))


def _fold(example: Example) -> int:
    return hashlib.sha256(example.report.id.encode()).digest()[0] % FOLDS


if __name__ == "__main__":
    main()
