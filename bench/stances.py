"""Stance straight from a parse, for sets whose verbs are not those of any claim.

A claim needs a trigger of the lexicon; these sets embed clauses under verbs such as "think" about
anything at all. What is scored here is therefore `secondsource.claims.stance_at` and
`secondsource.claims.stance_around` alone, without triggers, parties or attributions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.annotations import Parse, Token, load_parser
from secondsource.claims import Modality, Polarity, Stance
from secondsource.reports import from_text
from secondsource.text import Span

_SPEAKER = frozenset({"i", "we", "one", "it", "that", "this", "which", "nobody", "no", "none"})


def parses(texts: Iterable[str]) -> Iterator[Parse]:
    """The parse of each text, in order."""
    return load_parser().parse([from_text(text) for text in texts])


def head_of(parse: Parse, span: Span) -> Token | None:
    """The highest token of ``span``, the first of several."""
    inside = parse.within(span)
    indices = {token.index for token in inside}
    tops = (row for row in inside if row.head == row.index or row.head not in indices)
    return next(tops, None)


def is_another_s(parse: Parse, clause: Token) -> bool:
    """Whether what embeds ``clause`` is said of somebody other than whoever writes or speaks,
    who is among those of whom "nobody" is said."""
    subjects = parse.children(parse.head(clause), "nsubj")
    words = [
        row.text.lower()
        for subject in subjects
        for row in (subject, *parse.children(subject, "det"))
    ]
    return bool(subjects) and _SPEAKER.isdisjoint(words)


def commitment_of(stance: Stance) -> str:
    """``true``, ``false`` or ``open``, by the same rule as `bench.scorers.claimed.commitment`."""
    if stance.modality is not Modality.ACTUAL or stance.polarity is Polarity.UNCONFIRMED:
        return "open"
    return "false" if stance.polarity is Polarity.DENIED else "true"
