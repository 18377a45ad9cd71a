"""How far a long run is, on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from secondsource.cli.output import notes

if TYPE_CHECKING:
    from secondsource.pipeline import Progress, Watch


@contextmanager
def progress_bar() -> Iterator[Watch]:
    """A bar on standard error while the block runs; nothing where that is no terminal."""
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeRemainingColumn(),
        console=notes(),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    task = bar.add_task("looking for reports", total=None)
    began = time.monotonic()
    extracting: list[float] = []

    def watch(progress: Progress) -> None:
        if progress.unread:
            extracting.append(time.monotonic())
        since = extracting[0] if extracting else began
        bar.update(
            task,
            description=in_words(progress, time.monotonic() - since),
            completed=progress.read,
            total=progress.unread or None,
        )

    with bar:
        yield watch


def in_words(progress: Progress, seconds: float) -> str:
    """Such as "120 stored, 3 rejected, 40 of 120 read (5.1/s), 310 claims"."""
    stored = f"{progress.stored:,} stored, {progress.rejected:,} rejected"
    if not progress.unread:
        return stored
    rate = progress.read / seconds if seconds > 0 else 0.0
    return (
        f"{stored}, {progress.read:,} of {max(progress.unread, progress.read):,} read "
        f"({rate:.1f}/s), {progress.claims:,} claims"
    )
