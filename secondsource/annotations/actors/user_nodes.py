"""The three forms of a user's registry file, read to one shape that keeps line numbers.

CSV has one name a row, JSON lines one actor a line, YAML a list of actors; in YAML all scalars are
text, so that ``country: NO`` is Norway and ``start: 2013`` a year.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import yaml

NEEDED = ("id", "name")
COLUMNS = (*NEEDED, "kind", "country", "language", "start", "end", "use", "parent", "relation")
_OF_ACTOR: tuple[str, ...] = ("id", "kind", "country")
_OF_NAME = {"name": "text", "language": "language", "start": "start", "end": "end", "use": "use"}
_OF_PARENT = {"parent": "actor", "relation": "relation"}
_STEP = "indent by spaces, and put quotation marks around text with a colon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong on a line (counted from 1), and what to do about it."""

    line: int
    reason: str
    next_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A value of the file: text, several values, fields by name, or nothing."""

    line: int
    value: str | tuple[Node, ...] | Mapping[str, Node] | None


Read: TypeAlias = Iterator[Node | Problem]
"""The actors of a file as fields by name, and the lines that cannot be read as one."""


def from_csv(text: str) -> Read:
    """One node a row, with its name and parent as the lists that the other forms have."""
    rows = csv.DictReader(text.splitlines(), strict=True)
    columns = f"columns are {', '.join(COLUMNS)}"
    try:
        header = rows.fieldnames or ()
        unknown = [column for column in header if column not in COLUMNS]
        if unknown or not set(NEEDED) <= set(header):
            reason = (
                f"unknown column {unknown[0]!r}" if unknown else "a column id or name is missing"
            )
            yield Problem(line=1, reason=reason, next_step=columns)
            return
        for row in rows:
            if None in row:
                step = f"put quotation marks around commas; {columns}"
                yield Problem(line=rows.line_num, reason="more cells than columns", next_step=step)
            else:
                yield _csv_row(rows.line_num, row)
    except csv.Error as error:
        step = "write it as a spreadsheet would"
        yield Problem(line=rows.line_num, reason=f"this is no CSV: {error}", next_step=step)


def _csv_row(line: int, row: Mapping[str, str | None]) -> Node:
    cells = {
        column: Node(line=line, value=words.strip())
        for column, words in row.items()
        if words and words.strip()
    }
    fields = {column: cells[column] for column in _OF_ACTOR if column in cells}
    for field, first, columns in (
        ("names", "name", _OF_NAME),
        ("affiliations", "parent", _OF_PARENT),
    ):
        if first in cells:
            below = {name: cells[column] for column, name in columns.items() if column in cells}
            fields[field] = Node(line=line, value=(Node(line=line, value=below),))
    return Node(line=line, value=fields)


def from_jsonl(text: str) -> Read:
    """One node a line; empty lines are passed over."""
    for line, words in enumerate(text.splitlines(), start=1):
        if not words.strip():
            continue
        try:
            yield _json_node(line, json.loads(words, object_pairs_hook=_distinct))
        except (ValueError, RecursionError) as error:
            step = 'each line is an object such as {"id": "a-group", "names": ["A Group"]}'
            yield Problem(line=line, reason=f"this is no JSON object: {error}", next_step=step)


def _distinct(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"field {name!r} is given twice")
    return dict(pairs)


def _json_node(line: int, value: object) -> Node:
    if isinstance(value, dict):
        fields = {str(name): _json_node(line, below) for name, below in value.items()}
        return Node(line=line, value=fields)
    if isinstance(value, list):
        return Node(line=line, value=tuple(_json_node(line, below) for below in value))
    plain = value if value is None or isinstance(value, str) else json.dumps(value)
    return Node(line=line, value=plain)


def from_yaml(text: str) -> Read:
    """One node an item of the list."""
    import yaml

    step = "a YAML file is a list of actors, each with id and names"
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            yield Problem(line=_line(root), reason="this is no list", next_step=step)
            return
        seen: set[int] = set()
        for item in root.value:
            yield _yaml_item(item, seen)
    except yaml.MarkedYAMLError as error:
        yield replace(_no_yaml(error), next_step=step)
    except (yaml.YAMLError, RecursionError) as error:
        yield Problem(line=1, reason=f"this is no YAML: {error}", next_step=step)


def yaml_document(text: str) -> Node | Problem | None:
    """The whole document as one node; nothing where it is empty."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        return None if root is None else _yaml_item(root, set())
    except yaml.MarkedYAMLError as error:
        return _no_yaml(error)
    except (yaml.YAMLError, RecursionError) as error:
        return Problem(line=1, reason=f"this is no YAML: {error}", next_step=_STEP)


def _no_yaml(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    reason = f"this is no YAML: {error.problem or error.context}"
    return Problem(line=mark.line + 1 if mark else 1, reason=reason, next_step=_STEP)


def _yaml_item(item: yaml.Node, seen: set[int]) -> Node | Problem:
    try:
        return _yaml_node(item, seen)
    except ValueError as error:
        return Problem(line=_line(item), reason=str(error), next_step="write each value out once")


def _yaml_node(node: yaml.Node, seen: set[int]) -> Node:
    import yaml

    if id(node) in seen:
        raise ValueError("an alias (*name) is not read")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        pairs = [(str(name.value), _yaml_node(below, seen)) for name, below in node.value]
        names = [name for name, _ in pairs]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"field {twice!r} is given twice")
        return Node(line=_line(node), value=dict(pairs))
    if isinstance(node, yaml.SequenceNode):
        return Node(line=_line(node), value=tuple(_yaml_node(one, seen) for one in node.value))
    words = str(node.value)
    return Node(line=_line(node), value=None if words in {"", "~", "null"} else words)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
