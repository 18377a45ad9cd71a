"""The examples of a codebook's file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secondsource.annotations import FieldCheck, Node
from secondsource.claims.codebook.records import Example
from secondsource.text import Span

NONE = "none"
"""The label of an example that is of none of the codebook's types."""

FIELDS = ("text", "type", "source", "target")


def example(check: FieldCheck, node: Node, names: Sequence[str]) -> Example | None:
    """The example of ``node``, whose label is in ``names``, several of them, or `NONE`."""
    fields = check.fields(node, FIELDS, "an example")
    if not fields:
        return None
    text = check.needed(node, fields, "text", "the example")
    types = _types(check, node, fields, names)
    if text is None or types is None:
        return None
    return Example(
        line=node.line,
        text=text,
        types=types,
        source=_mention(check, fields, "source", text),
        target=_mention(check, fields, "target", text),
    )


def _types(
    check: FieldCheck, node: Node, fields: Mapping[str, Node], names: Sequence[str]
) -> frozenset[str] | None:
    given = check.items(fields, "type")
    if not given:
        check.add(node.line, "the example has no field 'type'", f"give a type, or {NONE}")
        return None
    labels = {one.value for one in given if isinstance(one.value, str)}
    for label in sorted(labels - {*names, NONE}):
        step = f"write one of: {', '.join((*names, NONE))}"
        check.add(given[0].line, f"there is no type {label!r}", step)
    if NONE in labels and len(labels) > 1:
        check.add(given[0].line, f"{NONE!r} stands beside a type", "keep one of them")
    return frozenset(labels & {*names})


def _mention(check: FieldCheck, fields: Mapping[str, Node], name: str, text: str) -> Span | None:
    words = check.text(fields, name)
    if words is None:
        return None
    start = text.find(words)
    if start < 0:
        step = "copy the words from the example's text"
        check.add(fields[name].line, f"{name} {words!r} is not in the text", step)
        return None
    return Span(start, start + len(words))
