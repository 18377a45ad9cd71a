"""How reliable a user holds outlets to be: the letters of the Admiralty code, from the user's file.

The letter is the first half of the code (STANAG 2511; AJP-2.1), of the source and not of what it
says. We give none ourselves. It is shown beside the credibility digit and never changes it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from secondsource.annotations import Node, Problem, yaml_document
from secondsource.errors import UsageError
from secondsource.fusion.agencies import outlet_key

_COLUMNS = ("outlet", "reliability")
_STEP = "give one outlet a line with a letter from A to F"


class Reliability(Enum):
    """The first half of the Admiralty code."""

    A = "completely reliable"
    B = "usually reliable"
    C = "fairly reliable"
    D = "not usually reliable"
    E = "unreliable"
    F = "reliability cannot be judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The letter that a user gives one outlet or agency, by the name in the user's file."""

    outlet: str
    reliability: Reliability

    @property
    def key(self) -> str:
        """The same for all spellings of the name."""
        return outlet_key(self.outlet)


def read_ratings(path: Path) -> tuple[Rating, ...]:
    """The ratings of a CSV file with the columns ``outlet`` and ``reliability``, or of a YAML file
    that maps outlets to letters, in the order of the outlets' keys.

    Raises:
        UsageError: if the file cannot be read, a letter is none, or an outlet is rated twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"cannot be read: {error}", _STEP) from error
    rows = _from_csv(text, path) if path.suffix.lower() == ".csv" else _from_yaml(text, path)
    return _once((_rating(line, outlet, letter, path) for line, outlet, letter in rows), path)


def _from_csv(text: str, path: Path) -> Iterator[tuple[int, str, str]]:
    rows = csv.DictReader(text.splitlines())
    if not set(_COLUMNS) <= set(rows.fieldnames or ()):
        raise UsageError(f"{path}, line 1", "a column is missing", f"name {' and '.join(_COLUMNS)}")
    for row in rows:
        yield rows.line_num, row["outlet"] or "", row["reliability"] or ""


def _from_yaml(text: str, path: Path) -> Iterator[tuple[int, str, str]]:
    root = yaml_document(text)
    if isinstance(root, Problem):
        raise UsageError(f"{path}, line {root.line}", root.reason, root.next_step)
    if root is None or isinstance(root.value, str | tuple) or root.value is None:
        raise UsageError(str(path), "outlets are not mapped to letters", _STEP)
    for outlet, node in root.value.items():
        yield node.line, outlet, _letter(node)


def _letter(node: Node) -> str:
    return node.value if isinstance(node.value, str) else ""


def _rating(line: int, outlet: str, letter: str, path: Path) -> Rating:
    name, found = outlet.strip(), Reliability.__members__.get(letter.strip().upper())
    if not name or found is None:
        raise UsageError(f"{path}, line {line}", f"{name!r} is rated {letter!r}", _STEP)
    return Rating(outlet=name, reliability=found)


def _once(ratings: Iterable[Rating], path: Path) -> tuple[Rating, ...]:
    by_key: dict[str, Rating] = {}
    for rating in ratings:
        if rating.key in by_key:
            raise UsageError(str(path), f"{rating.outlet!r} is rated twice", _STEP)
        by_key[rating.key] = rating
    return tuple(by_key[key] for key in sorted(by_key))
