"""Event mentions across documents: are two triggers, in their surroundings, about one event?

1. Documents are grouped into topics by average linkage over TF-IDF vectors in which names count
   double.
2. In a topic, pairs of mentions are compared by the features of `matching.mention_features`.
3. Mentions are grouped by average linkage over the probabilities that pairs are one event.

Scored in `bench` on ECB+ and on reports from Syria; no topic is told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import combinations

from secondsource.annotations import Layers
from secondsource.fusion.clusters import average_linkage
from secondsource.fusion.matching.mention_features import FEATURES
from secondsource.fusion.matching.model import Match, match, shipped_weights
from secondsource.fusion.matching.surroundings import (
    Surroundings,
    rarity,
    read_surroundings,
    read_tellings,
)
from secondsource.fusion.records import EventMention, MentionCluster
from secondsource.fusion.topics import group_documents
from secondsource.reports import Report

SAME, OTHER = "mentions of one trigger", "mentions of different triggers"
"""The columns of weights for triggers of one kind of happening and of different kinds."""

# Mean cosine at which two groups of documents are one topic, and mean probability at which two
# groups of mentions are one event; chosen by cross-validation in `training.matching`.
_ONE_TOPIC = 0.14
_ONE_EVENT = 0.3


def cluster_mentions(
    reports: Sequence[Report],
    mentions: Sequence[EventMention],
    layers: Sequence[Layers] = (),
) -> tuple[MentionCluster, ...]:
    """Clusters of all ``mentions``, single ones included, in the order of their first mention ids.

    ``layers`` give the places and times of the reports, where these were read.

    Raises:
        KeyError: if a mention's report is not among ``reports``.
    """
    found: list[tuple[str, ...]] = []
    for topic in compared_topics(reports, mentions, layers):
        scored = (
            (compare(first, second).probability, first.mention.id, second.mention.id)
            for first, second in proposed(topic)
        )
        found.extend(average_linkage((row.mention.id for row in topic), scored, least=_ONE_EVENT))
    return tuple(MentionCluster(id=_cluster_id(ids), mentions=ids) for ids in sorted(found))


def compared_topics(
    reports: Sequence[Report], mentions: Sequence[EventMention], layers: Sequence[Layers]
) -> Iterator[list[Surroundings]]:
    """The mentions of each topic with their surroundings, sorted by id.

    Raises:
        KeyError: if a mention's report is not among ``reports``.
    """
    read = {row.report.id: row for row in layers}
    tellings = read_tellings([read.get(row.id, Layers(report=row)) for row in reports])
    by_report: dict[str, list[EventMention]] = {report.id: [] for report in reports}
    for mention in mentions:
        by_report[mention.report_id].append(mention)
    vectors = {report: telling.vector for report, telling in tellings.items()}
    for topic in group_documents(vectors, least=_ONE_TOPIC):
        given = sorted((row for report in topic for row in by_report[report]), key=_mention_id)
        rare = rarity(tellings[report] for report in topic)
        yield read_surroundings(given, tellings, rare)


def proposed(topic: Sequence[Surroundings]) -> Iterator[tuple[Surroundings, Surroundings]]:
    """The pairs of a topic that something proposes: their triggers, or a word near them."""
    for first, second in combinations(topic, 2):
        if first.key == second.key or first.near.keys() & second.near.keys():
            yield first, second


def compare(first: Surroundings, second: Surroundings) -> Match:
    """How likely two triggers are about one event, and why."""
    column = SAME if first.key == second.key else OTHER
    return match(FEATURES, shipped_weights(column), first, second)


def _mention_id(mention: EventMention) -> str:
    return mention.id


def _cluster_id(mentions: Sequence[str]) -> str:
    return f"e_{hashlib.sha256(mentions[0].encode()).hexdigest()[:16]}"
