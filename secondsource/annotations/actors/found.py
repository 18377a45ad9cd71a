"""A mention together with the tokens that it stands on, as the stages hand it to one another."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations.records import ActorKind, ActorMention, Parse
from secondsource.text import Span, cover


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Who a mention stands for; fields as in `secondsource.annotations.ActorMention`."""

    actor: str | None
    name: str
    kind: ActorKind
    why: str
    members: tuple[str, ...] = ()
    antecedents: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """``first`` and ``last`` are the tokens of the name, ``top`` the token that heads the phrase
    in which the mention takes part in its clause. ``described`` marks a description that no name
    and no reference stands behind."""

    first: int
    last: int
    top: int
    mention: ActorMention
    described: bool = False

    @property
    def tokens(self) -> range:
        """The indexes of the name's tokens."""
        return range(self.first, self.last + 1)

    @property
    def meaning(self) -> Meaning:
        """Who the mention stands for."""
        mention = self.mention
        return Meaning(
            actor=mention.actor,
            name=mention.name,
            kind=mention.kind,
            why=mention.why,
            members=mention.members,
            antecedents=mention.antecedents,
        )


def found(
    parse: Parse, tokens: range, top: int, meaning: Meaning, head: Span | None = None
) -> Found:
    """A mention on ``tokens``, in the phrase ``head`` where that is wider."""
    span = cover([parse[tokens[0]].span, parse[tokens[-1]].span])
    return Found(
        first=tokens[0],
        last=tokens[-1],
        top=top,
        mention=ActorMention(
            span=span,
            head=span if head is None else cover([span, head]),
            actor=meaning.actor,
            name=meaning.name,
            kind=meaning.kind,
            members=meaning.members,
            antecedents=meaning.antecedents,
            why=meaning.why,
        ),
    )
