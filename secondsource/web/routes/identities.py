"""Who is who: what a reviewer decides about actors."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from secondsource.pipeline import Workspace
from secondsource.views import DecisionRow, decision_row
from secondsource.web.guard import ReviewerParameter
from secondsource.web.parameters import LedgerParameter
from secondsource.web.sent import Decided, who_decides

router = APIRouter(tags=["review"])
Named = Annotated[str, Field(min_length=1, max_length=400)]
_MOST = 50


class ActorsMerged(Decided):
    """The actor to keep, and those that are the same one; each by its id or a name."""

    kept: Named
    others: tuple[Named, ...] = Field(min_length=1, max_length=_MOST)


class ActorParted(Decided):
    """The mentions of ``actor`` in ``reports`` (ids) or by the words ``called`` are of ``name``,
    an actor that is known or a new one."""

    actor: Named
    name: Named
    reports: tuple[Named, ...] = Field(default=(), max_length=_MOST)
    called: tuple[Named, ...] = Field(default=(), max_length=_MOST)


class ActorRenamed(Decided):
    """The name by which an actor is shown."""

    actor: Named
    name: Named


@router.post("/api/actors/merge", summary="Merge actors")
def merge(asked: ActorsMerged, visitor: ReviewerParameter, ledger: LedgerParameter) -> DecisionRow:
    """Several actors are one; it holds wherever they are mentioned, until it is undone."""
    made = Workspace(ledger).merge_actors(
        asked.kept, *asked.others, who=who_decides(visitor, asked), why=asked.why
    )
    return decision_row(made)


@router.post("/api/actors/split", summary="Split an actor")
def split(asked: ActorParted, visitor: ReviewerParameter, ledger: LedgerParameter) -> DecisionRow:
    """Some mentions of an actor are of another."""
    made = Workspace(ledger).split_actor(
        asked.actor,
        asked.name,
        reports=asked.reports,
        called=asked.called,
        who=who_decides(visitor, asked),
        why=asked.why,
    )
    return decision_row(made)


@router.post("/api/actors/rename", summary="Rename an actor")
def rename(asked: ActorRenamed, visitor: ReviewerParameter, ledger: LedgerParameter) -> DecisionRow:
    """An actor is shown by another name; its id stays."""
    made = Workspace(ledger).rename_actor(
        asked.actor, asked.name, who=who_decides(visitor, asked), why=asked.why
    )
    return decision_row(made)
