"""PLOVER gold records: the event type of manual sentences, its mode, and the contexts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, share
from bench.program import Program
from bench.records import ClaimFound, InputRecord
from bench.scorers.claimed import events, top_type
from bench.scorers.classes import accuracy, macro_f1
from bench.shared import json_rows

FILES = ("plover_gsr/dev.jsonl.gz",)

# Names of the draft of 2016 that the manual has under another name since.
_MODES = {
    "strike-hun": "hunger",
    "strike-gen": "strike",
    "riot-spon": "riot",
    "demo-org": "demo",
    "confiscate": "seize",
    "detain": "arrest",
    "assassinate": "targeted",
}
_CONTEXTS = {
    "resource": "natural-resource",
    "resources": "natural-resource",
    "refugee": "asylum",
    "refugees": "asylum",
    "rights": "hr",
}
_NO_CONTEXTS = frozenset({"political", "politics", "government", "assets", "foreign"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with the acceptable types, in the order of its records.

    ``modes`` are pairs of a type and its mode, where a record has one; ``contexts`` are those of
    all records.
    """

    document: InputRecord
    types: tuple[str, ...]
    modes: frozenset[tuple[str, str]] = frozenset()
    contexts: frozenset[str] = frozenset()


def read(data: Path) -> tuple[Sentence, ...]:
    """The sentences of the developer half."""
    return tuple(
        Sentence(
            document=InputRecord(id=row["id"], text=row["text"]),
            types=tuple(event["event_plover16"] for event in row["events"]),
            modes=frozenset(
                (event["event_plover16"], _MODES.get(event["mode"], event["mode"]))
                for event in row["events"]
                if event["mode"]
            ),
            contexts=frozenset(
                _CONTEXTS.get(name, name)
                for event in row["events"]
                for name in event["context"]
                if name not in _NO_CONTEXTS
            ),
        )
        for row in json_rows(data / FILES[0])
    )


def figures(sentences: Sequence[Sentence], program: Program) -> Iterator[Figure]:
    """Accuracy and macro-F1 of the surest event claim's type; how many modes are right where the
    type is; and F1 of the contexts of all claims of a sentence."""
    outputs = list(program.annotate((row.document for row in sentences), ("claims",)))
    found = [top_type(output.claims or ()) for output in outputs]
    gold = [
        answer if answer in row.types else row.types[0]
        for row, answer in zip(sentences, found, strict=True)
    ]
    keys = [key or "" for key in gold]
    yield Figure(measure="event type accuracy", value=accuracy(keys, found), n=len(keys))
    yield Figure(measure="event type macro-F1", value=macro_f1(keys, found), n=len(keys))
    yield from _details(sentences, [events(output.claims or ()) for output in outputs])


def _details(
    sentences: Sequence[Sentence], found: Sequence[Sequence[ClaimFound]]
) -> Iterator[Figure]:
    judged = right = both = named = given = 0
    for row, claims in zip(sentences, found, strict=True):
        types = {claim.type for claim in claims}
        modes = {(claim.type, claim.mode) for claim in claims}
        asked = [pair for pair in row.modes if pair[0] in types]
        judged += len(asked)
        right += sum(pair in modes for pair in asked)
        contexts = {name for claim in claims for name in claim.contexts}
        if claims:
            both += len(contexts & row.contexts)
            named += len(row.contexts)
            given += len(contexts)
    yield share("mode right where the type is", right, judged)
    yield Figure(
        measure="context F1 where there is a claim", value=2 * both / max(1, named + given), n=named
    )
