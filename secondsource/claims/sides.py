"""The two sides of a trigger: who does it, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.claims.records import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The parties of a trigger.

    ``direct`` is false where a party was found by a weaker rule; ``antecedent`` is the number of
    the sentence from which the parties were taken over, where they were.
    """

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    direct: bool = True
    antecedent: int | None = None


def apart(found: Roles) -> Roles:
    """Nobody stands on both sides of one claim."""
    actors = {party.id for party in found.actors if party.id is not None}
    spans = {party.words.span for party in found.actors}
    recipients = tuple(
        party
        for party in found.recipients
        if party.id not in actors and party.words.span not in spans
    )
    return Roles(actors=found.actors, recipients=recipients, direct=found.direct)
