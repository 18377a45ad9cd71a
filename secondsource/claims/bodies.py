"""Whose spokesman, whose statement: the body that spoke just before, or that sent it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondsource.annotations import ActorMention, SourceType, Token
from secondsource.claims.referring import Before
from secondsource.claims.tellers import Told

_SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson representative".split())
_SENT_OUT = frozenset("statement communique communiqué release".split())
_BODIES = frozenset({SourceType.NAMED_ORGANISATION, SourceType.GROUP})
_REACH = 3
_FAR = 12
_SENDING = frozenset("release issue publish post send distribute circulate upload air make".split())
# Nouns by which one and the same document may be called.
_ALIKE = (
    frozenset("recording audio audiotape tape message speech".split()),
    frozenset("video videotape footage film clip message".split()),
    frozenset("statement communique communiqué message declaration".split()),
    frozenset("report study survey analysis".split()),
    frozenset("letter memo note email".split()),
)


def of_body(before: Before, told: Told) -> Told:
    """``told`` with the body that it speaks for or comes from, where its words name none.

    "According to the foundation, … , a spokesperson said": the foundation's. "The group released a
    tape … the recording says": the group's.
    """
    if told.heading or told.details.affiliation is not None:
        return told
    if told.details.type is SourceType.DOCUMENT:
        return _sent_by(before, told) or (_of_last(before, told) if _is_sent(told) else told)
    return _of_last(before, told) if told.details.role in _SPEAKING_FOR else told


def _is_sent(told: Told) -> bool:
    return told.details.role in _SENT_OUT


def _of_last(before: Before, told: Told) -> Told:
    for row in reversed(before.settled):
        if row.told.nested or row.told.heading:
            continue
        near = told.token.sentence - row.told.token.sentence <= _REACH
        body = before.tellers[row.meant[0]] if len(row.meant) == 1 else None
        if not near or body is None or body.type not in _BODIES:
            return told
        words = row.told.details.words
        details = replace(told.details, affiliation=words, affiliate=body.id)
        return replace(told, details=details)
    return told


def _sent_by(before: Before, told: Told) -> Told | None:
    """``told`` with whoever is said to have sent out such a document a little before."""
    names = frozenset({told.token.lemma.casefold()}).union(
        *(alike for alike in _ALIKE if told.token.lemma.casefold() in alike)
    )
    for noun in _nouns_before(before, told):
        if noun.lemma.casefold() not in names:
            continue
        sender = _sender(before, noun)
        if sender is not None:
            details = replace(told.details, affiliation=sender.span, affiliate=sender.actor)
            return replace(told, details=details)
    return None


def _nouns_before(before: Before, told: Told) -> Iterator[Token]:
    for number in range(told.token.sentence, max(-1, told.token.sentence - _FAR), -1):
        for token in reversed(before.parse.sentence(number)):
            if token.index < told.token.index and token.pos == "NOUN":
                yield token


def _sender(before: Before, noun: Token) -> ActorMention | None:
    verb = before.parse.head(noun)
    if noun.dep != "dobj" or verb.lemma.casefold() not in _SENDING:
        return None
    subjects = [token.span for token in before.parse.children(verb, "nsubj")]
    return next(
        (
            mention
            for mention in before.layers.actors or ()
            if mention.actor is not None and any(mention.span.overlaps(span) for span in subjects)
        ),
        None,
    )
