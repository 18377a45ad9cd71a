"""Counts and contradictions as lines for a reader."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from secondsource.cli.output import Line
from secondsource.views import ContradictionRecord, FusedCountRecord


def contradiction_lines(record: ContradictionRecord) -> Iterator[Line]:
    """Two claims that cannot both hold: in what, why, and the sentence of each."""
    yield Line(text=Text.assemble((record.kind.value, "bold"), f"  {record.because}"))
    yield Line(text=Text(f"about {record.about}", style="dim"), indent=2)
    for words in record.evidence:
        told = f"  [{words.outlet or 'unknown outlet'}; {words.claim}]"
        sentence = " ".join(words.text.split())
        yield Line(text=Text.assemble(f"“{sentence}”", (told, "dim")), indent=2)


def count_words(count: FusedCountRecord) -> str:
    """ "killed: 12 to 30 people, best 12; superseded: 9"."""
    sort = count.category.value if count.category else count.unit
    words = f"{count.role.value}: {' '.join(filter(None, (_bounds(count), sort)))}"
    if count.best is not None and count.low != count.high:
        words += f", best {count.best:,g}"
    if count.superseded:
        words += f"; superseded: {', '.join(one.words for one in count.superseded)}"
    return words


def _bounds(count: FusedCountRecord) -> str:
    low, high = count.low, count.high
    if low is not None and high is not None:
        return f"{low:,g}" if low == high else f"{low:,g} to {high:,g}"
    if low is not None:
        return f"at least {low:,g}"
    return f"up to {high:,g}" if high is not None else "a number"
