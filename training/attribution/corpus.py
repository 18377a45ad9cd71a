"""PolNeAR articles, in the form of one JSON object a line."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.text import Span

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution as annotated; each role may be in several pieces or empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text with its paragraphs and attributions."""

    text: str
    paragraphs: tuple[Span, ...]
    attributions: tuple[Attribution, ...]


def read_articles(path: Path) -> tuple[Article, ...]:
    """The articles of a gzipped file, each as its first annotator read it."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return tuple(_article(json.loads(row)) for row in rows)


def _article(row: dict[str, Any]) -> Article:
    text = row["text"]
    paragraphs = (Span(*found.span()).trim(text) for found in _LINE.finditer(text))
    return Article(
        text=text,
        paragraphs=tuple(span for span in paragraphs if len(span)),
        attributions=tuple(
            Attribution(
                source=_spans(found["source"]),
                cue=_spans(found["cue"]),
                content=_spans(found["content"]),
            )
            for found in row["attributions"]
        ),
    )


def _spans(rows: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*ends) for ends in rows)
