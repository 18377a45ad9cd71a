"""Decisions as table cells, as JSON records, and in a sentence."""

from __future__ import annotations

import json
from typing import Any

from pydantic import RootModel

from secondsource.cli.wording import UNKNOWN
from secondsource.ledger import Decision, Ledger, Merge, Part, Rename, Split, ruling_of
from secondsource.views import decision_row

COLUMNS = ("number", "when", "who", "what", "why", "undone")


def decision_cells(made: Decision) -> tuple[str, ...]:
    """A decision as cells."""
    decided = made.decided
    undone = UNKNOWN
    if made.withdrawn_at is not None:
        why = f": {made.withdrawn_why}" if made.withdrawn_why else ""
        undone = f"by {made.withdrawn_by}, {made.withdrawn_at:%Y-%m-%d %H:%M}{why}"
    when = f"{made.at:%Y-%m-%d %H:%M}"
    return str(made.id), when, decided.who, meaning(made), decided.why or UNKNOWN, undone


def decision_record(made: Decision) -> RootModel[Any]:
    """A decision as a JSON record; ``undone`` is null while it stands."""
    decided = made.decided
    undone = None
    if made.withdrawn_at is not None:
        undone = {
            "who": made.withdrawn_by,
            "at": made.withdrawn_at.isoformat(),
            "why": made.withdrawn_why or None,
        }
    return RootModel[Any](
        {
            "id": made.id,
            "what": decided.what,
            "subject": decided.subject,
            "who": decided.who,
            "at": made.at.isoformat(),
            "why": decided.why or None,
            "before": json.loads(decided.before) if decided.before else None,
            "after": json.loads(decided.after) if decided.after else None,
            "undone": undone,
        }
    )


def meaning(made: Decision) -> str:
    """What a decision says, in a clause."""
    match ruling_of(made):
        case Merge(kept=kept, others=others):
            return f"{', '.join(one.id for one in others)} is {kept.id}"
        case Split(part=part, new=new):
            return f"{_which(part)} is {new.id}"
        case Rename(before=before, after=after):
            return f"{before.id} is called {after.name!r}"
        case _:
            return decision_row(made).said


def said(made: Decision, ledger: Ledger) -> str:
    """What a decision says and how much it changes."""
    ruling = ruling_of(made)
    match ruling:
        case Merge(kept=kept):
            mentions = ledger.mentions_of(kept.id)
        case Split(new=new):
            mentions = ledger.mentions_of(new.id)
        case _:
            return meaning(made)
    times = sum(one.times for one in mentions)
    reports = len({one.report_id for one in mentions})
    return f"{meaning(made)}; it now has {times:,} mentions in {reports:,} reports"


def _which(part: Part) -> str:
    called = " or ".join(repr(words) for words in part.called)
    named = f" called {called}" if called else ""
    where = f" in {', '.join(part.reports)}" if part.reports else ""
    return f"{part.actor.id}{named}{where}"
