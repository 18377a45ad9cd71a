"""The lexicon entries of a type in a codebook's file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from secondsource.annotations import FieldCheck, Node
from secondsource.claims.codebook.records import OwnType, OwnWords
from secondsource.claims.lexicon import TABLES, Entry

FLAGS = (
    "reciprocal",
    "affects",
    "distinct",
    "held",
    "one_sided",
    "needs_recipient",
    "swapped",
)
FIELDS = (*TABLES, "prepositions", *FLAGS)
_TRUE, _FALSE = frozenset({"true", "yes"}), frozenset({"false", "no"})


def words_of(check: FieldCheck, fields: Mapping[str, Node], kind: OwnType) -> tuple[OwnWords, ...]:
    """The entries under ``lexicon``, a list or a single one, for the type ``kind``."""
    node = fields.get("lexicon")
    if node is None or node.value is None:
        return ()
    nodes = (node,) if isinstance(node.value, Mapping) else check.items(fields, "lexicon")
    return tuple(words for one in nodes if (words := _entry(check, one, kind)))


def _entry(check: FieldCheck, node: Node, kind: OwnType) -> OwnWords | None:
    fields = check.fields(node, FIELDS, "a lexicon entry")
    if not fields:
        return None
    phrases = {name: _phrases(check, fields, name) for name in TABLES}
    if not any(phrases.values()):
        check.add(node.line, "the lexicon entry has no words", f"give {', '.join(TABLES)}")
        return None
    flags: dict[str, Any] = {name: _flag(check, fields, name) for name in FLAGS}
    entry = Entry(
        type=kind.parent,
        mode=kind.mode,
        contexts=kind.contexts,
        code=kind.name,
        prepositions=frozenset(_phrases(check, fields, "prepositions")),
        **flags,
    )
    return OwnWords(entry=entry, **phrases)


def _phrases(check: FieldCheck, fields: Mapping[str, Node], name: str) -> tuple[str, ...]:
    found = []
    for node in check.items(fields, name):
        if isinstance(node.value, str) and node.value.strip():
            found.append(" ".join(node.value.lower().split()))
        else:
            check.add(node.line, f"there is a word of {name!r} that is no text", "write one value")
    return tuple(dict.fromkeys(found))


def _flag(check: FieldCheck, fields: Mapping[str, Node], name: str) -> bool:
    words = check.text(fields, name)
    if words is None or words.lower() in _TRUE | _FALSE:
        return words is not None and words.lower() in _TRUE
    check.add(fields[name].line, f"{name} {words!r} is no yes or no", "write true or false")
    return False
