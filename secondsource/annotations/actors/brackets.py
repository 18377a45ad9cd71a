"""Short names that a report gives in brackets: "the Local Relief Network (LRN)", then "LRN"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.annotations.actor_ids import is_provisional
from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.found import Found, Meaning, found
from secondsource.annotations.actors.keys import provisional_id
from secondsource.annotations.actors.phrases import head_of, modified, phrase
from secondsource.annotations.records import ActorKind, Parse, Token
from secondsource.text import cover

_SMALL = frozenset({"of", "for", "the", "and", "in", "to", "on", "&", "'s", "’s", "'", "’", "-"})
_SHORTEST, _LONGEST = 2, 8  # letters of a short form
_REACH = 24  # tokens: three to a letter, small words included


@dataclass(frozen=True, slots=True, kw_only=True)
class _Introduced:
    """A long name at the tokens ``[first, last]`` with its short form at ``short``."""

    first: int
    last: int
    short: int


def with_short_names(parse: Parse, rows: list[Found], text: str) -> list[Found]:
    """``rows`` with each short form introduced in brackets taken for its long name, everywhere.

    A long name that nothing else took for an actor becomes a provisional one.
    """
    for one in _introduced(parse):
        rows = _taken_up(parse, rows, one, text)
    return rows


def _introduced(parse: Parse) -> Iterator[_Introduced]:
    seen: set[str] = set()
    for token in parse.tokens[1:-1]:
        before, after = parse[token.index - 1], parse[token.index + 1]
        bracketed = before.text in {"(", "-LRB-"} and after.text in {")", "-RRB-"}
        if not bracketed or not _is_short(token) or token.text in seen:
            continue
        first = _start(parse, token)
        if first is not None:
            seen.add(token.text)
            yield _Introduced(first=first, last=token.index - 2, short=token.index)


def _is_short(token: Token) -> bool:
    return (
        token.text.isalpha() and token.text.isupper() and _SHORTEST <= len(token.text) <= _LONGEST
    )


def _start(parse: Parse, short: Token) -> int | None:
    """Where the name whose initials are the short form begins, read backwards from it."""
    letters = list(short.text.lower())
    first = None
    for token in reversed(parse.tokens[max(0, short.index - _REACH) : short.index - 1]):
        if not letters or token.sentence != short.sentence:
            break
        if token.text[:1].isupper() and token.text[0].lower() == letters[-1]:
            letters.pop()
            first = token.index
        elif token.text.lower() not in _SMALL:
            return None
    return first if not letters else None


def _taken_up(parse: Parse, rows: list[Found], one: _Introduced, text: str) -> list[Found]:
    short = parse[one.short].text
    inside = [row for row in rows if row.last >= one.first and row.first <= one.short]
    meaning = _meaning(parse, inside, one, text)
    old = {row.mention.actor for row in inside if is_provisional(row.mention.actor)}
    kept = [row for row in rows if row not in inside and not _is(parse, row, short, old)]
    taken = {index for row in kept for index in row.tokens}
    again = [
        (token.index, token.index)
        for token in parse.tokens
        if token.text == short and token.index not in taken
    ]
    changed = [(row.first, row.last) for row in rows if row not in inside and row not in kept]
    places = {(one.first, one.last), *again, *(at for at in changed if at not in again)}
    return [*kept, *(_row(parse, first, last, meaning) for first, last in sorted(places))]


def _is(parse: Parse, row: Found, short: str, old: set[str | None]) -> bool:
    alone = row.first == row.last and parse[row.first].text == short
    unlisted = row.mention.actor is None or is_provisional(row.mention.actor)
    return (alone and unlisted) or row.mention.actor in old


def _meaning(parse: Parse, inside: list[Found], one: _Introduced, text: str) -> Meaning:
    name = cover([parse[one.first].span, parse[one.last].span]).of(text)
    listed = [row for row in inside if row.mention.actor and not is_provisional(row.mention.actor)]
    whole = [row for row in listed if row.first <= one.first and row.last >= one.last]
    whole += [row for row in listed if row.first == one.short]
    if whole:
        return whole[0].meaning
    kinds = [row.mention.kind for row in inside if row.mention.kind not in lexicon.PERSONS]
    kind = next((kind for kind in kinds if kind is not ActorKind.UNKNOWN), ActorKind.ORGANISATION)
    why = f"introduced with the short name {parse[one.short].text!r}"
    return Meaning(actor=provisional_id(name), name=name, kind=kind, why=why)


def _row(parse: Parse, first: int, last: int, meaning: Meaning) -> Found:
    noun = modified(parse, first, last)
    top = noun or head_of(parse, first, last)
    head = phrase(parse, noun) if noun else None
    return found(parse, range(first, last + 1), top.index, meaning, head)
