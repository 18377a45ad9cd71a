"""Count in how many news reports a word stands, for `secondsource.fusion.background`.

    python -m training.lineage.word_counts DATA

``DATA`` is the folder with ``ecbplus`` (CC BY 3.0) and ``fakes_syria`` (CC BY 4.0), developer
halves. Only stems and counts are kept; rare words, most names among them, are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.shared import json_rows
from secondsource.fusion.topics import topic_words

SOURCES = ("ecbplus/ecbplus.dev.jsonl.gz", "fakes_syria/fakes_syria.dev.jsonl.gz")
LEAST = 6
TARGET = Path("secondsource/fusion/data/word_counts.tsv")


def texts(data: Path) -> Iterator[str]:
    """The reports of all sources."""
    for name in SOURCES:
        for row in json_rows(data / name):
            yield row["text"]


def counted(data: Path) -> str:
    """The table: the number of reports first, then stem and count, by falling count and stem."""
    reports = [frozenset(topic_words(text)) for text in texts(data)]
    counts = Counter(word for words in reports for word in words)
    kept = sorted((-count, word) for word, count in counts.items() if count >= LEAST)
    lines = (f"{word}\t{-count}" for count, word in kept)
    return "\n".join((f"# reports\t{len(reports)}", *lines, ""))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    TARGET.write_text(counted(parser.parse_args().data), encoding="utf-8")
