"""Reads fields of a user's file one by one and keeps every problem, each with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from secondsource.annotations.actors.user_nodes import Node, Problem
from secondsource.errors import UsageError

_DATE = re.compile(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?")
_APPROXIMATE = "?~%"
_TOLD = 50
T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class FieldCheck:
    """Reads the fields of nodes; ``problems`` are those found so far."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, reason: str, next_step: str) -> None:
        """Keep a problem."""
        self.problems.append(Problem(line=line, reason=reason, next_step=next_step))

    def fields(self, node: Node, allowed: Collection[str], what: str) -> Mapping[str, Node]:
        """The fields of ``node`` that are known; nothing where it has none."""
        if not isinstance(node.value, Mapping):
            self.add(node.line, f"{what} has no fields", f"fields are {', '.join(allowed)}")
            return {}
        for name, below in node.value.items():
            if name not in allowed:
                self.add(below.line, f"unknown field {name!r}", f"fields are {', '.join(allowed)}")
        return {name: below for name, below in node.value.items() if name in allowed}

    def text(self, fields: Mapping[str, Node], name: str) -> str | None:
        """The words of a field, ``None`` where it is not given."""
        node = fields.get(name)
        if node is None or node.value is None:
            return None
        if isinstance(node.value, str):
            return node.value.strip() or None
        self.add(node.line, f"field {name!r} is no text", "write one value")
        return None

    def needed(self, node: Node, fields: Mapping[str, Node], name: str, what: str) -> str | None:
        """The words of a field that must be there."""
        words = self.text(fields, name)
        if words is None and not self._told(fields.get(name)):
            self.add(node.line, f"{what} has no field {name!r}", "give it")
        return words

    def _told(self, node: Node | None) -> bool:
        return node is not None and node.value is not None and not isinstance(node.value, str)

    def shaped(
        self, fields: Mapping[str, Node], name: str, pattern: re.Pattern[str], next_step: str
    ) -> str | None:
        """The words of a field that must fit ``pattern``."""
        words = self.text(fields, name)
        if words is None or pattern.fullmatch(words):
            return words
        self.add(fields[name].line, f"{name} {words!r} cannot be used", next_step)
        return None

    def one_of(self, fields: Mapping[str, Node], name: str, read: Callable[[str], T]) -> T | None:
        """What ``read`` makes of the words of a field."""
        words = self.text(fields, name)
        if words is None:
            return None
        try:
            return read(words)
        except ValueError as error:
            reason, _, offered = str(error).partition(" is none of: ")
            self.add(fields[name].line, f"{reason} is unknown", f"write one of: {offered}")
            return None

    def interval(self, fields: Mapping[str, Node]) -> tuple[str | None, str | None]:
        """Both ends of a validity, in order."""
        step = "write a year, a month or a day: 2014, 2014-06, 2014-06-29"
        start, end = (self.shaped(fields, name, _DATE, step) for name in ("start", "end"))
        if start and end:
            first, last = start.rstrip(_APPROXIMATE), end.rstrip(_APPROXIMATE)
            if first[: len(last)] > last:
                reason = f"it ends in {end}, before it starts in {start}"
                self.add(fields["end"].line, reason, "swap or correct them")
        return start, end

    def items(self, fields: Mapping[str, Node], name: str) -> tuple[Node, ...]:
        """The items of a field that is a list; a single text is a list of one."""
        node = fields.get(name)
        if node is None or node.value is None:
            return ()
        if isinstance(node.value, str):
            return (node,)
        if isinstance(node.value, tuple):
            return node.value
        self.add(node.line, f"field {name!r} is no list", "write a list")
        return ()


def wrong_file(path: Path, problems: Sequence[Problem]) -> UsageError:
    """The error that tells what is wrong with a user's file, a line for each problem."""
    if len(problems) == 1:
        [one] = problems
        return UsageError(f"{path}, line {one.line}", one.reason, one.next_step)
    told = [f"{path}, line {one.line}: {one.reason} ({one.next_step})" for one in problems[:_TOLD]]
    if len(problems) > _TOLD:
        told.append(f"and {len(problems) - _TOLD} more")
    return UsageError(str(path), f"{len(problems)} errors\n" + "\n".join(told))
