"""IndiaPoliceEvents: which sentences say that the police did something, and what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, not_offered
from bench.program import Program
from bench.records import ClaimFound, InputRecord
from bench.scorers.claimed import anchored, events
from bench.scorers.classes import average_precision
from bench.scorers.counts import Counts
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("india_police_events/dev.jsonl.gz",)

_POLICE = re.compile(
    r"\b(police\w*|cops?|constables?|inspectors?|srp|crpf|rapid action force|raf)\b", re.IGNORECASE
)
_KILLING = re.compile(r"\b(kill|shot dead|shoot dead|gun(ned)? down|dead|die)", re.IGNORECASE)


def any_action(claim: ClaimFound) -> bool:
    """Anything done."""
    return claim.polarity != "denied"


def arrest(claim: ClaimFound) -> bool:
    """Arrests."""
    return any_action(claim) and claim.type == "COERCE" and claim.mode == "arrest"


def force(claim: ClaimFound) -> bool:
    """Force or violence, killing included."""
    return any_action(claim) and claim.type == "ASSAULT"


def kill(claim: ClaimFound) -> bool:
    """Force whose words or counts say that someone died."""
    deaths = any(count.role == "killed" for count in claim.quantities)
    return force(claim) and (deaths or bool(claim.trigger and _KILLING.search(claim.trigger.text)))


_LABELS: tuple[tuple[str, Callable[[ClaimFound], bool]], ...] = (
    ("ANY_ACTION", any_action),
    ("ARREST", arrest),
    ("FORCE", force),
    ("KILL", kill),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with its sentences' labels."""

    document: InputRecord
    sentences: tuple[tuple[Span, frozenset[str]], ...]


def read(data: Path) -> tuple[Article, ...]:
    """The articles of the developer half."""
    return tuple(
        Article(
            document=InputRecord(id=row["doc_id"], text=row["text"], published=row["date"]),
            sentences=tuple(
                (Span(*sentence["span"]), frozenset(sentence["labels"]))
                for sentence in row["sentences"]
            ),
        )
        for row in json_rows(data / FILES[0])
    )


def figures(articles: Sequence[Article], program: Program) -> Iterator[Figure]:
    """F1 a label over sentences, and average precision over articles."""
    outputs = program.annotate((row.document for row in articles), ("claims",))
    police = [
        [claim for claim in events(output.claims or ()) if by_police(claim)] for output in outputs
    ]
    for label, holds in _LABELS:
        counts, ranked = Counts(), []
        for article, claims in zip(articles, police, strict=True):
            counts += compare(article, [claim for claim in claims if holds(claim)], label)
            surest = max((claim.confidence for claim in claims if holds(claim)), default=0.0)
            ranked.append((surest, any(label in labels for _, labels in article.sentences)))
        n = round(counts.gold)
        yield Figure(measure=f"{label} sentence F1", value=counts.f1, n=n)
        documents = sum(good for _, good in ranked)
        precision = average_precision(ranked)
        yield Figure(measure=f"{label} document AP", value=precision, n=documents)
    yield not_offered("FAIL sentence F1", "claims that someone failed to act")


def by_police(claim: ClaimFound) -> bool:
    """Whether an actor of the claim is the police."""
    return any(_POLICE.search(f"{actor.text} {actor.name or ''}") for actor in claim.actors)


def compare(article: Article, claims: Sequence[ClaimFound], label: str) -> Counts:
    """Sentences with a claim against sentences with the label."""
    gold = [label in labels for _, labels in article.sentences]
    found = [bool(anchored(claims, span)) for span, _ in article.sentences]
    hits = sum(key and answer for key, answer in zip(gold, found, strict=True))
    return Counts.of(hits, sum(found), sum(gold))
