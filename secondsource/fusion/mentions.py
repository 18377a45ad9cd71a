"""Event mentions across documents: triggers of one kind in documents of one topic.

1. Documents are grouped by average linkage over TF-IDF vectors in which names count double.
2. In a group, mentions with one trigger key (`triggers`) are one event.
3. Generic triggers ("said", "took place") are one event only where their surroundings agree.

Scored in `bench` on ECB+, all documents of the split given at once and no topic told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from secondsource.fusion.clusters import DisjointSets
from secondsource.fusion.records import EventMention, MentionCluster
from secondsource.fusion.topics import group_documents, topic_words, vectors
from secondsource.fusion.triggers import is_generic, trigger_key
from secondsource.reports import Report
from secondsource.text import Span

# Mean cosine at which two groups of documents are one topic; chosen on ECB+ train.
_ONE_TOPIC = 0.2
# Characters on each side of a trigger that are its surroundings; both chosen on ECB+ train.
_AROUND_CHARACTERS = 50
_SHARED_SURROUNDINGS = 3


def cluster_mentions(
    reports: Sequence[Report], mentions: Sequence[EventMention]
) -> tuple[MentionCluster, ...]:
    """Clusters of all ``mentions``, single ones included, in the order of their first mention ids.

    Raises:
        KeyError: if a mention's report is not among ``reports``.
    """
    texts = {report.id: report.text for report in reports}
    topics = _topics(reports)
    grouped: dict[tuple[int, str], list[EventMention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.id):
        key = trigger_key(mention.span.of(texts[mention.report_id]))
        grouped.setdefault((topics[mention.report_id], key), []).append(mention)
    found: list[tuple[str, ...]] = []
    for (_, key), alike in grouped.items():
        split = _by_surroundings(alike, texts) if is_generic(key) else (_ids(alike),)
        found.extend(split)
    return tuple(MentionCluster(id=_cluster_id(ids), mentions=ids) for ids in sorted(found))


def _ids(mentions: Iterable[EventMention]) -> tuple[str, ...]:
    return tuple(mention.id for mention in mentions)


def _cluster_id(mentions: Sequence[str]) -> str:
    return f"e_{hashlib.sha256(mentions[0].encode()).hexdigest()[:16]}"


def _topics(reports: Iterable[Report]) -> dict[str, int]:
    """The number of the topic that each report is in."""
    documents = {report.id: topic_words(report.cleaned()[0]) for report in reports}
    groups = group_documents(vectors(documents), least=_ONE_TOPIC)
    return {report: number for number, group in enumerate(groups) for report in group}


def _by_surroundings(
    mentions: Sequence[EventMention], texts: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Groups of mentions whose surroundings share words."""
    around = {
        mention.id: _surroundings(mention.span, texts[mention.report_id]) for mention in mentions
    }
    sets = DisjointSets(around)
    for at, first in enumerate(mentions):
        for second in mentions[at + 1 :]:
            if len(around[first.id] & around[second.id]) >= _SHARED_SURROUNDINGS:
                sets.join(first.id, second.id)
    return sets.groups()


def _surroundings(span: Span, text: str) -> frozenset[str]:
    before = topic_words(text[max(0, span.start - _AROUND_CHARACTERS) : span.start])
    after = topic_words(text[span.end : span.end + _AROUND_CHARACTERS])
    return frozenset(before) | frozenset(after)
