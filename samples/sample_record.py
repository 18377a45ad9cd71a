"""One sample report as `samples.toml` holds it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One report. Fields as described at the head of `samples.toml`."""

    form: str
    file: str
    outlet: str
    title: str
    paragraphs: tuple[str, ...]
    published: str | None = None
    date_line: str | None = None
    byline: str | None = None
    caption: str | None = None
    furniture: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The line that names the outlet and says that it is a sample."""
        return f"Published by {self.outlet} (a sample written for this project, not a real outlet)."


def load_samples(path: Path) -> tuple[Sample, ...]:
    """The samples in the order of the file."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["report"]
    return tuple(
        Sample(
            **table
            | {
                "paragraphs": tuple(table["paragraphs"]),
                "furniture": tuple(table.get("furniture", ())),
            }
        )
        for table in tables
    )
