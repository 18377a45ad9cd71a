"""The actor whom the words of a source name, as against one whom they only belong to."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotations import ActorKind, ActorMention, Parse
from secondsource.claims.tellers import Told

PERSONS = frozenset({ActorKind.PUBLIC_FIGURE, ActorKind.PRIVATE_PERSON})
_NAMING = frozenset({"know", "call", "name", "identify", "dub"})


def named_actor(parse: Parse, told: Told, mentions: Iterable[ActorMention]) -> ActorMention | None:
    """The mention at the head of the phrase, or the name set beside it: "X, known as Y".

    "A Nusra source" names no actor: Nusra is where the source belongs.
    """
    known = [mention for mention in mentions if mention.actor is not None]
    heading = [mention for mention in known if mention.span.overlaps(told.token.span)]
    if heading:
        return max(heading, key=lambda mention: len(mention.span))
    beside = [
        mention
        for mention in known
        if mention.kind in PERSONS
        and told.details.words.contains(mention.span)
        and _is_set_beside(parse, told, mention)
    ]
    return next(iter(beside), None)


def _is_set_beside(parse: Parse, told: Told, mention: ActorMention) -> bool:
    token = parse.within(mention.span)[-1]
    for row in (token, *parse.ancestors(token)):
        if row.index == told.token.index:
            return False
        if row.lemma in _NAMING or (row.dep == "appos" and row.head == told.token.index):
            return True
    return False
