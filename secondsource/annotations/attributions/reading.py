"""What a reader of attributions hands over: the seam between finding and placing."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations.attribution_records import SourceType
from secondsource.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Source, cue and content as one reader sees them, each as spans in text order.

    Whatever finds attributions, by rule or by training, gives these; `place` turns them into the
    layer. ``source`` is empty where the words name none; ``antecedent`` is what it stands for where
    it is a relative pronoun.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_type: SourceType | None = None
    via: Span | None = None
    antecedent: Span | None = None
    why: str
