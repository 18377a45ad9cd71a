"""Ids of actors that no registry has: a mark, and a slug of the longest name in the report."""

from __future__ import annotations

PROVISIONAL = "x-"


def is_provisional(actor: str | None) -> bool:
    """Whether an actor's id was made of its name; not where the actor is open."""
    return actor is not None and actor.startswith(PROVISIONAL)
