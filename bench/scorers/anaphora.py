"""Anaphors against human chains: which earlier mention a pronoun or a description stands for.

A link is judged by what it leads to: the nearest earlier mention of the same found actor, or of
what the found mention points back to, that people have annotated too; names and indefinite
descriptions come before other anaphors, so that one wrong pronoun is not counted again with each
that follows it. A link that leads to nothing annotated is not judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.records import ActorFound
from bench.scorers.counts import Counts
from secondsource.text import Span

_LEAST_SHARED = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainMention:
    """A mention that people annotated. ``anaphor`` is ``"pronoun"``, ``"description"`` or
    ``None`` for other words; ``human`` says that the chain is of people or a body of people."""

    span: Span
    chain: str
    anaphor: str | None = None
    human: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One anaphor. ``answerable``: its chain has an earlier mention; ``right`` is ``None`` where
    there is no link or it leads to nothing annotated, ``linked`` tells the two apart."""

    mention: ChainMention
    answerable: bool
    linked: bool
    right: bool | None


def judge(gold: Sequence[ChainMention], found: Sequence[ActorFound]) -> list[Judged]:
    """Every anaphor of ``gold``, in text order, with what ``found`` makes of it."""
    return [_judge(row, gold, found) for row in gold if row.anaphor]


def counts(judged: Sequence[Judged], anaphor: str | None = None) -> Counts:
    """Links judged right of links judged, and of the answerable anaphors of people and bodies;
    only those of one kind where ``anaphor`` names it."""
    rows = [row for row in judged if anaphor in (None, row.mention.anaphor)]
    asked = [row for row in rows if row.answerable and row.mention.human]
    return Counts(
        hits=sum(row.right is True for row in rows),
        predicted=sum(row.right is not None for row in rows),
        recalled=sum(row.right is True for row in asked),
        gold=len(asked),
    )


def aligned(span: Span, gold: Sequence[ChainMention]) -> ChainMention | None:
    """The annotated mention that shares most of its extent with ``span``, if that is enough."""
    best = max(gold, key=lambda row: _shared(span, row.span), default=None)
    return best if best and _shared(span, best.span) >= _LEAST_SHARED else None


def _shared(one: Span, other: Span) -> float:
    """Jaccard, and as much as is enough where two that overlap begin or end together: people
    marked a head word or a phrase with all that follows it."""
    both = min(one.end, other.end) - max(one.start, other.start)
    if both <= 0:
        return 0.0
    together = one.start == other.start or one.end == other.end
    return max(both / (len(one) + len(other) - both), _LEAST_SHARED if together else 0.0)


def _judge(
    mention: ChainMention, gold: Sequence[ChainMention], found: Sequence[ActorFound]
) -> Judged:
    earlier = [row for row in gold if row.span.end <= mention.span.start]
    answer = _answer(mention, gold, found)
    linked = answer is not None and bool(answer.id or answer.members or answer.antecedents)
    right = None
    if answer is not None and linked:
        several = len(answer.antecedents) > 1 or answer.members
        right = (
            _several_right(mention, earlier, answer)
            if several
            else _right(mention, earlier, answer, found)
        )
    return Judged(
        mention=mention,
        answerable=_answerable(mention, gold, earlier),
        linked=linked,
        right=right,
    )


def _answerable(
    mention: ChainMention, gold: Sequence[ChainMention], earlier: Sequence[ChainMention]
) -> bool:
    """Whether the chain was spoken of before, and not only beside it ("X, the minister")."""
    own = [row for row in gold if row.chain == mention.chain and row is not mention]
    beside = any(row.span.contains(mention.span) for row in own)
    return not beside and any(row.chain == mention.chain for row in earlier)


def _answer(
    mention: ChainMention, gold: Sequence[ChainMention], found: Sequence[ActorFound]
) -> ActorFound | None:
    touching = [row for row in found if row.span.overlaps(mention.span)]
    return next((row for row in touching if aligned(row.span, gold) is mention), None)


def _right(
    mention: ChainMention,
    earlier: Sequence[ChainMention],
    answer: ActorFound,
    found: Sequence[ActorFound],
) -> bool | None:
    met = [aligned(span, earlier) for span in _same(answer, found)]
    known = sorted((row for row in met if row), key=lambda row: row.span)
    named = [row for row in known if row.anaphor is None]
    nearest = (named or known)[-1:]
    return nearest[0].chain == mention.chain if nearest else None


def _same(answer: ActorFound, found: Sequence[ActorFound]) -> set[Span]:
    """The places before the answer that are, by their id or by pointing back, the answer's."""
    points = set(answer.antecedents)
    ids = {answer.id} - {None}
    for row in sorted(found, key=lambda row: row.span, reverse=True):
        if row.span.start < answer.span.start and (row.span in points or row.id in ids):
            points.update((row.span, *row.antecedents))
            ids |= {row.id} - {None}
    return points


def _several_right(
    mention: ChainMention, earlier: Sequence[ChainMention], answer: ActorFound
) -> bool | None:
    """Several antecedents are right where one mention of the chain covers them all, and wrong
    where the chain is of one of them alone."""
    own = [row for row in earlier if row.chain == mention.chain]
    for row in own:
        if answer.antecedents and all(row.span.overlaps(span) for span in answer.antecedents):
            return True
    met = [aligned(span, earlier) for span in answer.antecedents]
    return False if any(row is not None and row.chain == mention.chain for row in met) else None
