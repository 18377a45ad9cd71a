"""Decisions in words: what was decided, by whom, and whether it still stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from secondsource.claims import ClaimRecord
from secondsource.ledger import (
    ClaimRuling,
    Decision,
    EventMerge,
    EventSplit,
    Judgement,
    Merge,
    Part,
    Rename,
    Split,
    claim_ruling_of,
    event_ruling_of,
    ruling_of,
)
from secondsource.views.contexts import about

_DONE = {
    Judgement.ACCEPT: "accepted",
    Judgement.CORRECT: "corrected",
    Judgement.REJECT: "rejected",
    Judgement.ADD: "added",
}
_FIELDS = (
    ("type", "type"),
    ("mode", "mode"),
    ("contexts", "contexts"),
    ("modality", "modality"),
    ("polarity", "polarity"),
    ("actors", "actors"),
    ("recipients", "recipients"),
    ("place", "place"),
    ("time", "time"),
    ("quantities", "counts"),
    ("attribution", "source"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision of a reviewer."""

    number: int = field(metadata=about("Its number, by which it is undone."))
    at: datetime = field(metadata=about("When it was made."))
    who: str = field(metadata=about("Who decided."))
    what: str = field(metadata=about("What sort of decision it is."))
    subject: str = field(metadata=about("The claim, event or actor that it is about."))
    report: str | None = field(metadata=about("Id of the report that the claim stands in."))
    said: str = field(metadata=about("What was decided, in words."))
    why: str | None = field(metadata=about("Why, if the reviewer said so."))
    before: ClaimRecord | None = field(metadata=about("The claim before it, if it is about one."))
    after: ClaimRecord | None = field(metadata=about("The claim as it stands by it."))
    undone_by: str | None = field(metadata=about("Who took it back; nothing while it stands."))
    undone_at: datetime | None = field(metadata=about("When it was taken back."))


def decision_row(made: Decision) -> DecisionRow:
    """A decision in words."""
    ruling = claim_ruling_of(made)
    return DecisionRow(
        number=made.id,
        at=made.at,
        who=made.decided.who,
        what=made.decided.what,
        subject=made.decided.subject,
        report=ruling.report_id if ruling else None,
        said=_claim_said(ruling) if ruling else _said(made),
        why=made.decided.why or None,
        before=ruling.before if ruling else None,
        after=ruling.after if ruling else None,
        undone_by=made.withdrawn_by,
        undone_at=made.withdrawn_at,
    )


def changed_fields(ruling: ClaimRuling) -> tuple[str, ...]:
    """The fields that a decision gives another value, in words."""
    before, after = ruling.before, ruling.after
    if before is None or after is None:
        return ()
    return tuple(words for name, words in _FIELDS if getattr(before, name) != getattr(after, name))


def _claim_said(ruling: ClaimRuling) -> str:
    record = ruling.after or ruling.before
    changed = ", ".join(changed_fields(ruling))
    what = f"{_DONE[ruling.judgement]}{f' ({changed})' if changed else ''}"
    return f"{what}: {_sentence(record)}" if record else what


def _sentence(record: ClaimRecord) -> str:
    who = ", ".join(one.name for one in record.actors) or "somebody not named"
    whom = ", ".join(one.name for one in record.recipients)
    return " ".join(
        part for part in (who, (record.type or record.kind.value).lower(), whom) if part
    )


def _said(made: Decision) -> str:
    match event_ruling_of(made) or ruling_of(made):
        case EventMerge(events=events):
            return f"made one event of {', '.join(events)}"
        case EventSplit(event=event, apart=apart):
            return f"made another event of {_number(len(apart), 'claim')} of {event}"
        case Merge(kept=kept, others=others):
            return f"took {', '.join(one.name for one in others)} for {kept.name}"
        case Split(part=part, new=new):
            return f"took {_mentions(part)} for {new.name}"
        case Rename(before=before, after=after):
            return f"named {before.name} “{after.name}”"
        case _:
            return made.decided.what


def _mentions(part: Part) -> str:
    words = ", ".join(f"“{one}”" for one in part.called)
    where = f" in {_number(len(part.reports), 'report')}" if part.reports else ""
    return f"mentions of {part.actor.name}{f' by {words}' if words else ''}{where}"


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
