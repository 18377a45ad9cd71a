"""Who is who by now: what was extracted, under the decisions that stand.

Nothing stored is changed. Merges and splits are applied in the order in which they were made, each
to what the ones before it left, so that taking one back is leaving it out. The last name given to
the actor that this comes to is the one to show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from secondsource.annotations import ActorKind, ActorMention
from secondsource.claims import Claim, Informant, Link, Party
from secondsource.ledger.decisions import decisions_about
from secondsource.ledger.records import Decision
from secondsource.ledger.rulings import (
    ACTOR_DECISIONS,
    ActorLabel,
    Merge,
    Rename,
    Ruling,
    Split,
    actors_of,
    ruling_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Who a mention stands for, and the decisions that changed it, in their order."""

    label: ActorLabel
    by: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The standing decisions about actors, oldest first. ``touched`` are the ids they are about."""

    standing: tuple[tuple[Decision, Ruling], ...] = ()
    touched: frozenset[str] = field(init=False)
    _renames: dict[str, tuple[Decision, Rename]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ids = {label.id for _, ruling in self.standing for label in actors_of(ruling)}
        object.__setattr__(self, "touched", frozenset(ids))
        renames = {
            ruling.after.id: (decision, ruling)
            for decision, ruling in self.standing
            if isinstance(ruling, Rename)
        }
        object.__setattr__(self, "_renames", renames)

    def resolve(self, label: ActorLabel, report_id: str, words: str) -> Resolved:
        """Who a mention that was linked to ``label`` stands for; ``words`` are the report's."""
        by: list[Decision] = []
        for decision, ruling in self.standing if label.id in self.touched else ():
            after = _after(ruling, label, report_id, words)
            if after is not None:
                label = after
                by.append(decision)
        named = self._renames.get(label.id)
        if named is not None:
            label = replace(label, name=named[1].after.name)
            by.append(named[0])
        return Resolved(label=label, by=tuple(by))

    def kept_as(self, actor_id: str) -> str:
        """The id that all mentions of ``actor_id`` now have, as far as merges tell."""
        for _, ruling in self.standing:
            if isinstance(ruling, Merge) and actor_id in {other.id for other in ruling.others}:
                actor_id = ruling.kept.id
        return actor_id

    def stored_as(self, actor_id: str) -> frozenset[str]:
        """All ids under which mentions of ``actor_id`` may be stored."""
        ids = {actor_id}
        for _, ruling in reversed(self.standing):
            if isinstance(ruling, Merge) and ruling.kept.id in ids:
                ids.update(other.id for other in ruling.others)
            if isinstance(ruling, Split) and ruling.new.id in ids:
                ids.add(ruling.part.actor.id)
        return frozenset(ids)

    def given_name(self, actor_id: str, shown: str) -> str:
        """The name of an actor without the decisions that rename it."""
        renames = (ruling for _, ruling in self.standing if isinstance(ruling, Rename))
        return next((one.before.name for one in renames if one.before.id == actor_id), shown)


def _after(ruling: Ruling, label: ActorLabel, report_id: str, words: str) -> ActorLabel | None:
    match ruling:
        case Merge() if label.id in {other.id for other in ruling.others}:
            return ruling.kept
        case Split() if label.id == ruling.part.actor.id and ruling.part.holds(report_id, words):
            return ruling.new
        case _:
            return None


def identities(connection: Connection) -> Identities:
    """Who is who by the decisions about actors that stand."""
    return identities_by(decisions_about(connection, ACTOR_DECISIONS))


def identities_by(decisions: Iterable[Decision]) -> Identities:
    """Who is who by those of ``decisions``, the oldest first, that stand."""
    found = ((one, ruling_of(one)) for one in decisions)
    return Identities(
        standing=tuple(
            (one, ruling)
            for one, ruling in found
            if ruling is not None and one.withdrawn_at is None
        )
    )


def identified(claim: Claim, known: Identities) -> Claim:
    """``claim`` with its actors, recipients and sources as they are known by now.

    Its id stays, since it names the words; roles, words and evidence stay as they were read.
    """
    if not known.standing:
        return claim

    def parties(listed: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(_party(one, claim.report_id, known) for one in listed)

    return replace(
        claim,
        actors=parties(claim.actors),
        recipients=parties(claim.recipients),
        attribution=tuple(_link(one, claim.report_id, known) for one in claim.attribution),
    )


def _party(party: Party, report_id: str, known: Identities) -> Party:
    if party.id is None or party.id not in known.touched:
        return party
    stored = ActorLabel(id=party.id, name=party.name, kind=party.kind)
    label = known.resolve(stored, report_id, party.words.text).label
    return replace(party, id=label.id, name=label.name, kind=label.kind)


def _link(link: Link, report_id: str, known: Identities) -> Link:
    informants = tuple(_informant(one, report_id, known) for one in link.informants)
    label = _source(link.id, link.name, report_id, link.source.text, known)
    if label is None:
        return replace(link, informants=informants)
    return replace(link, id=label.id, name=label.name, informants=informants)


def _informant(one: Informant, report_id: str, known: Identities) -> Informant:
    label = _source(one.id, one.name, report_id, one.words.text, known)
    said = one.affiliation.text if one.affiliation else one.words.text
    body = _source(one.affiliate, "", report_id, said, known)
    if body is not None:
        one = replace(one, affiliate=body.id)
    if label is None:
        return one
    key = label.id if one.key == one.id else one.key
    return replace(one, key=key, id=label.id, name=label.name)


def _source(
    actor_id: str | None, name: str, report_id: str, words: str, known: Identities
) -> ActorLabel | None:
    """The label by now of a source, ``None`` where no decision is about it."""
    if actor_id is None or actor_id not in known.touched:
        return None
    stored = ActorLabel(id=actor_id, name=name, kind=ActorKind.UNKNOWN)
    return known.resolve(stored, report_id, words).label


def identified_mention(
    mention: ActorMention, report_id: str, words: str, known: Identities
) -> ActorMention:
    """``mention``, made by ``words``, with the actor or members by now, and the decisions among
    its reasons."""
    if not known.touched.isdisjoint(mention.members):
        mention = _with_members(mention, report_id, words, known)
    if mention.actor is None or mention.actor not in known.touched:
        return mention
    stored = ActorLabel(id=mention.actor, name=mention.name, kind=mention.kind)
    now = known.resolve(stored, report_id, words)
    reasons = (mention.why, *(_reason(one) for one in now.by))
    return replace(
        mention,
        actor=now.label.id,
        name=now.label.name,
        kind=now.label.kind,
        why="; ".join(reason for reason in reasons if reason),
    )


def _with_members(
    mention: ActorMention, report_id: str, words: str, known: Identities
) -> ActorMention:
    """A mention of several; where they are one by now, it is of that one."""
    labels = (ActorLabel(id=one, name=mention.name, kind=mention.kind) for one in mention.members)
    found = [known.resolve(label, report_id, words).label for label in labels]
    ids = tuple(dict.fromkeys(label.id for label in found))
    if len(ids) > 1:
        return replace(mention, members=ids)
    return replace(mention, members=(), actor=ids[0], name=found[0].name, kind=found[0].kind)


def _reason(decision: Decision) -> str:
    decided = decision.decided
    why = f": {decided.why}" if decided.why else ""
    return f"decision {decision.id} ({decided.what}) by {decided.who}{why}"
