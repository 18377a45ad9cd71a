"""Antecedents: what rules about references share."""

from __future__ import annotations

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.found import Found, Meaning
from secondsource.annotations.records import ActorKind

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PLURAL = frozenset({"NNS", "NNPS"})
NO_BODY = lexicon.PERSONS | {ActorKind.CIVILIANS, ActorKind.UNKNOWN}


def like(row: Found, actor: str | None, why: str) -> Meaning:
    """Who a mention stands for, as what a reference to it means: ``actor``, because of ``why``."""
    mention = row.mention
    return Meaning(
        actor=actor,
        name=mention.name,
        kind=mention.kind,
        why=why,
        members=mention.members,
        antecedents=(mention.span,),
    )
