"""Keys made by hand for the two seed reports: JSON lines of offsets, no words of theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.records import InputRecord


def keyed(key: str, data: Path) -> Iterator[tuple[InputRecord, list[dict[str, Any]]]]:
    """Each seed report beside the shared ``data`` folder with its rows of the file ``key``."""
    lines = files("bench.gold").joinpath(key).read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    for name, group in groupby(rows, key=lambda row: Path(row["file"]).name):
        text = (data.parent / "seeds" / name).read_bytes().decode("utf-8")
        yield InputRecord(id=name, text=text), list(group)
