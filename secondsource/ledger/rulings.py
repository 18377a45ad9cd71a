"""Decisions about who is who: that two actors are one, that one is two, or what one is called.

Each is logged as any other decision; ``before`` and ``after`` are its parts as JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import TypeAdapter

from secondsource.annotations import ActorKind
from secondsource.ledger.records import Decision, NewDecision

MERGE = "merge actors"
SPLIT = "split actor"
RENAME = "rename actor"
ACTOR_DECISIONS = (MERGE, SPLIT, RENAME)
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLabel:
    """An actor as a decision writes it: its id, the name to show, and its kind."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some mentions of an actor: those in ``reports`` (ids; empty means in any) that hold one of
    the words ``called`` (empty means any)."""

    actor: ActorLabel
    reports: tuple[str, ...] = ()
    called: tuple[str, ...] = ()

    def holds(self, report_id: str, words: str) -> bool:
        """Whether a mention of the actor by ``words`` in a report belongs to the part."""
        said = f" {_folded(words)} "
        within = not self.reports or report_id in self.reports
        return within and (
            not self.called or any(f" {_folded(one)} " in said for one in self.called)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """``others`` are the actor ``kept`` under other ids."""

    kept: ActorLabel
    others: tuple[ActorLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The mentions of ``part`` are of ``new``, not of the actor that they were linked to."""

    part: Part
    new: ActorLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """An actor is shown by the name of ``after``; both have the same id."""

    before: ActorLabel
    after: ActorLabel


Ruling: TypeAlias = Merge | Split | Rename

_LABEL = TypeAdapter(ActorLabel)
_LABELS = TypeAdapter(tuple[ActorLabel, ...])
_PART = TypeAdapter(Part)


def decision_for(ruling: Ruling, *, who: str, why: str) -> NewDecision:
    """The decision to log for ``ruling``; its subject is the actor that is kept, parted or
    renamed."""
    match ruling:
        case Merge():
            what, subject = MERGE, ruling.kept.id
            before, after = _LABELS.dump_json(ruling.others), ruling.kept
        case Split():
            what, subject = SPLIT, ruling.part.actor.id
            before, after = _PART.dump_json(ruling.part), ruling.new
        case Rename():
            what, subject = RENAME, ruling.before.id
            before, after = _LABEL.dump_json(ruling.before), ruling.after
    return NewDecision(
        who=who,
        what=what,
        subject=subject,
        why=why,
        before=before.decode(),
        after=_LABEL.dump_json(after).decode(),
    )


def ruling_of(decision: Decision) -> Ruling | None:
    """What a decision says of who is who; ``None`` where it is about something else."""
    decided = decision.decided
    if decided.before is None or decided.after is None:
        return None
    if decided.what not in (MERGE, SPLIT, RENAME):
        return None
    after = _LABEL.validate_json(decided.after)
    if decided.what == MERGE:
        return Merge(kept=after, others=_LABELS.validate_json(decided.before))
    if decided.what == SPLIT:
        return Split(part=_PART.validate_json(decided.before), new=after)
    return Rename(before=_LABEL.validate_json(decided.before), after=after)


def actors_of(ruling: Ruling) -> tuple[ActorLabel, ...]:
    """The actors that a decision is about."""
    match ruling:
        case Merge():
            return (ruling.kept, *ruling.others)
        case Split():
            return (ruling.part.actor, ruling.new)
        case Rename():
            return (ruling.before,)


def _folded(words: str) -> str:
    return " ".join(_WORDS.findall(words.casefold()))
