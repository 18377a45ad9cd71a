"""A mention together with the tokens that it stands on, as the stages hand it to one another."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations.records import ActorKind, ActorMention, Parse
from secondsource.text import Span, cover


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """``first`` and ``last`` are the tokens of the name, ``top`` the token that heads the phrase
    in which the mention takes part in its clause."""

    first: int
    last: int
    top: int
    mention: ActorMention

    @property
    def tokens(self) -> range:
        return range(self.first, self.last + 1)


def found(
    parse: Parse,
    first: int,
    last: int,
    top: int,
    *,
    actor: str | None,
    name: str,
    kind: ActorKind,
    why: str,
    head: Span | None = None,
    members: tuple[str, ...] = (),
) -> Found:
    """A mention on the tokens ``[first, last]``."""
    span = cover([parse[first].span, parse[last].span])
    return Found(
        first=first,
        last=last,
        top=top,
        mention=ActorMention(
            span=span,
            head=span if head is None else cover([span, head]),
            actor=actor,
            name=name,
            kind=kind,
            members=members,
            why=why,
        ),
    )
