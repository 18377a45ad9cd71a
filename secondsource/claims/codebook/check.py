"""Checks the nodes of a codebook's file: all that is wrong is told, each with its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from secondsource.annotations import FieldCheck, Node, Problem
from secondsource.claims.codebook.examples import NONE, example
from secondsource.claims.codebook.records import Codebook, OwnType
from secondsource.claims.codebook.words import words_of
from secondsource.claims.coding.codebook import load_acled
from secondsource.claims.own_codes import ViolenceType
from secondsource.claims.records import EventType, TieType

FIELDS = ("codebook", "types", "examples")
TYPE_FIELDS = (
    "name",
    "parent",
    "definition",
    "mode",
    "contexts",
    "acled",
    "ucdp",
    "lexicon",
)
_SLUG = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_SLUG_STEP = "write small letters, digits, - and _, such as siege or aid-blocked"
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    line: int
    type: OwnType


def checked(root: Node, digest: str) -> tuple[Codebook, list[Problem]]:
    """The codebook of the file's root, and all that is wrong with it."""
    check = FieldCheck()
    fields = check.fields(root, FIELDS, "the file")
    name = _slug(check, root, fields, "codebook", "the file") if fields else None
    rows = [row for node in check.items(fields, "types") if (row := _type(check, node))]
    if fields and not check.items(fields, "types"):
        check.add(root.line, "there are no types", "give a list of types")
    _each_once(check, rows)
    names = _names(check.items(fields, "types"))
    nodes = check.items(fields, "examples")
    examples = tuple(made for node in nodes if (made := example(check, node, names)))
    for text, line in _twice((made.text, made.line) for made in examples):
        check.add(line, f"the example {text[:40]!r} is given twice", "keep one of them")
    found = Codebook(
        name=name or "",
        digest=digest,
        types=tuple(row.type for row in rows),
        examples=tuple(examples),
    )
    return found, sorted(check.problems, key=lambda problem: problem.line)


def _names(types: Iterable[Node]) -> list[str]:
    """The names of types, also of those with errors, whose examples are no errors of their own."""
    fields = [node.value for node in types if isinstance(node.value, Mapping)]
    given = [row["name"].value for row in fields if "name" in row]
    return [name.strip() for name in given if isinstance(name, str)]


def _each_once(check: FieldCheck, rows: Iterable[_Placed]) -> None:
    for name, line in _twice((row.type.name, row.line) for row in rows):
        check.add(line, f"the type {name!r} is given twice", "join them, or rename one")
    owners: dict[tuple[type, str, str], str] = {}
    for row in rows:
        for words in row.type.words:
            for kind, phrases in words.phrases.items():
                for phrase in phrases:
                    key = (type(row.type.parent), kind, phrase)
                    owner = owners.setdefault(key, row.type.name)
                    if owner != row.type.name:
                        reason = f"{phrase!r} is a word of {owner} too"
                        check.add(row.line, reason, "keep it with one of them, or make it longer")


def _twice(rows: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """What is there before, with the line of each repetition."""
    known: Counter[str] = Counter()
    found = []
    for name, line in rows:
        if known[name]:
            found.append((name, line))
        known[name] += 1
    return found


def _slug(
    check: FieldCheck, node: Node, fields: Mapping[str, Node], name: str, what: str
) -> str | None:
    if check.needed(node, fields, name, what) is None:
        return None
    return check.shaped(fields, name, _SLUG, _SLUG_STEP)


def _type(check: FieldCheck, node: Node) -> _Placed | None:
    fields = check.fields(node, TYPE_FIELDS, "a type")
    if not fields:
        return None
    name = _slug(check, node, fields, "name", "the type")
    if name == NONE:
        check.add(node.line, f"{NONE!r} is the label of examples of no type", "rename the type")
    given = check.needed(node, fields, "parent", "the type")
    parent = check.one_of(fields, "parent", _parent) if given else None
    definition = check.needed(node, fields, "definition", "the type")
    acled = check.one_of(fields, "acled", _sub_event)
    ucdp = check.one_of(fields, "ucdp", lambda words: _member(ViolenceType, words))
    mode = check.shaped(fields, "mode", _SLUG, _SLUG_STEP)
    contexts = tuple(
        one.value for one in check.items(fields, "contexts") if isinstance(one.value, str)
    )
    if name is None or parent is None:
        return None
    made = OwnType(
        name=name,
        parent=parent,
        definition=definition or "",
        mode=mode,
        contexts=contexts,
        acled=acled,
        violence=ucdp,
    )
    return _Placed(line=node.line, type=replace(made, words=words_of(check, fields, made)))


def _parent(words: str) -> EventType | TieType:
    offered: list[EventType | TieType] = [*EventType, *TieType]
    for kind in offered:
        if kind.value == words:
            return kind
    named = ", ".join(kind.value for kind in offered)
    raise ValueError(f"parent {words!r} is none of: {named}")


def _sub_event(words: str) -> str:
    names = sorted(kind.sub_event for kind in load_acled())
    if words not in names:
        raise ValueError(f"sub-event type {words!r} is none of: {', '.join(names)}")
    return words


def _member(vocabulary: type[E], words: str) -> E:
    try:
        return vocabulary(words)
    except ValueError:
        offered = ", ".join(str(member.value) for member in vocabulary)
        raise ValueError(f"{words!r} is none of: {offered}") from None
