"""Decisions about actors: merge, split, rename, and taking one back.

Names are resolved to ids before anything is logged, and each decision keeps the names and kinds
that it was made with, so that it can be read without the registry of its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import count

from secondsource.annotations import PROVISIONAL, load_registry, slug
from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import (
    ActorLabel,
    Decision,
    Ledger,
    Merge,
    Part,
    Rename,
    Split,
    actors_of,
    claim_ruling_of,
    decision_for,
    event_ruling_of,
    ruling_of,
)
from secondsource.pipeline.naming import actor_id


def merge_actors(
    ledger: Ledger, kept: str, others: Sequence[str], *, who: str, why: str
) -> Decision:
    """Log that ``others`` are the actor ``kept``, all given by id or name.

    Raises:
        NotInLedger: if one of them is not known; the message offers near names.
        UsageError: if a name means several actors, or two of them are one already.
    """
    first, *rest = (_label(ledger, actor_id(ledger, name)) for name in (kept, *others))
    if not rest:
        raise UsageError(kept, "there is nothing to merge it with", "name two actors or more")
    ids = [label.id for label in (first, *rest)]
    twice = next((label for label in rest if ids.count(label.id) > 1), None)
    if twice is not None:
        given = ", ".join((kept, *others))
        raise UsageError(given, f"two of them are {twice.id}", "name each actor once")
    return ledger.decide(decision_for(Merge(kept=first, others=tuple(rest)), who=who, why=why))


def split_actor(  # noqa: PLR0913 - what is parted, from whom, to whom, by whom
    ledger: Ledger,
    actor: str,
    name: str,
    *,
    reports: Sequence[str] = (),
    called: Sequence[str] = (),
    who: str,
    why: str,
) -> Decision:
    """Log that some mentions of ``actor`` are of somebody else.

    They are those in ``reports`` that hold one of the words ``called``; without the one or the
    other, all that the other leaves. ``name`` is the id or name of an actor that is known, or of a
    new one; the actor's own name makes a new one of the same name.

    Raises:
        NotInLedger: if the actor or a report is not known.
        UsageError: if no reports and no words are given, no mention fits, or a name is ambiguous.
    """
    if not reports and not called:
        raise UsageError(
            actor, "nothing says which mentions to split off", "give a report or words"
        )
    label = _label(ledger, actor_id(ledger, actor))
    ids = tuple(dict.fromkeys(ledger.report(report).id for report in reports))
    part = Part(actor=label, reports=ids, called=tuple(called))
    mentions = ledger.mentions_of(label.id)
    if not any(part.holds(one.report_id, one.words) for one in mentions):
        where = ", ".join((*reports, *called))
        raise UsageError(where, f"no mention of {label.id} is there", "see `secondsource actors`")
    new = _other(ledger, label, name)
    return ledger.decide(decision_for(Split(part=part, new=new), who=who, why=why))


def rename_actor(ledger: Ledger, actor: str, name: str, *, who: str, why: str) -> Decision:
    """Log that ``actor`` is shown as ``name``; its id stays.

    Raises:
        NotInLedger: if it is not known; the message offers near names.
        UsageError: if its name means several, or the new name is empty.
    """
    if not name.strip():
        raise UsageError(actor, "the new name is empty", "give one")
    before = _label(ledger, actor_id(ledger, actor))
    after = ActorLabel(id=before.id, name=name.strip(), kind=before.kind)
    return ledger.decide(decision_for(Rename(before=before, after=after), who=who, why=why))


def undo_decision(ledger: Ledger, number: int, *, who: str, why: str) -> Decision:
    """Log that a decision about actors, events or a claim is taken back.

    Raises:
        NotInLedger: if there is no such decision.
        UsageError: if it is about something else.
        LedgerError: if it was taken back before.
    """
    found = ledger.decision(number)
    if claim_ruling_of(found) is not None:
        return ledger.reviews.undo(number, who=who, why=why)
    if ruling_of(found) is None and event_ruling_of(found) is None:
        raise UsageError(
            f"decision {number}",
            f"it is not about actors, events or a claim ({found.decided.what})",
            "list those that are with `secondsource actors decisions`",
        )
    return ledger.withdraw_decision(number, who=who, why=why)


def actor_decisions(ledger: Ledger, actor: str | None = None) -> tuple[Decision, ...]:
    """The decisions about actors in their order, those about one only if it is given.

    Raises:
        NotInLedger: if ``actor`` is not known.
        UsageError: if it means several.
    """
    rulings = ((one, ruling_of(one)) for one in ledger.decisions())
    listed = [(one, ruling) for one, ruling in rulings if ruling is not None]
    if actor is None:
        return tuple(one for one, _ in listed)
    ids = {label.id for _, ruling in listed for label in actors_of(ruling)}
    wanted = actor if actor in ids else actor_id(ledger, actor)
    return tuple(
        one for one, ruling in listed if wanted in {label.id for label in actors_of(ruling)}
    )


def _label(ledger: Ledger, key: str) -> ActorLabel:
    """The actor as reports and registry have it, without the names that decisions give it."""
    known = load_registry().get(key)
    if known is not None:
        return ActorLabel(id=key, name=known.name, kind=known.kind)
    found = next((one for one in ledger.actors() if one.id == key), None)
    if found is None:
        raise NotInLedger(key, "no report mentions it", "list them with `secondsource actors`")
    name = ledger.identities().given_name(key, found.name)
    return ActorLabel(id=key, name=name, kind=found.kind)


def _other(ledger: Ledger, label: ActorLabel, name: str) -> ActorLabel:
    """The known actor that ``name`` means, unless it is the name of the one to split; else a new
    one."""
    if slug(name) != slug(label.name):
        with suppress(NotInLedger):
            return _label(ledger, actor_id(ledger, name))
    taken = {one.id for one in ledger.actors()} | ledger.identities().touched
    bare = f"{PROVISIONAL}{slug(name.removeprefix(PROVISIONAL))}"
    free = (bare if number == 1 else f"{bare}-{number}" for number in count(1))
    return ActorLabel(id=next(one for one in free if one not in taken), name=name, kind=label.kind)
