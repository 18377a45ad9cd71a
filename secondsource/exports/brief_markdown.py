"""A brief as Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.exports.brief_text import (
    NOTE,
    NOTHING,
    SIDES,
    scope_of,
    title_of,
    verdict_of,
    whence,
)
from secondsource.views import Brief, BriefSentence, Quotation

# What CommonMark would read as markup; report text must come out as it stands.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~!&])")


def brief_markdown(brief: Brief) -> Iterator[str]:
    """The brief in lines, each with its line end."""
    yield f"# {_plain(title_of(brief))}\n\n{_plain(scope_of(brief))}\n"
    if not brief.sections:
        yield f"\n{NOTHING}\n"
    for section in brief.sections:
        yield f"\n## {section.title}\n"
        for sentence in section.sentences:
            yield from _sentence(sentence)
    if brief.sources:
        yield "\n## Sources, one line an independent origin\n\n"
        yield from (f"- {_plain(line)}\n" for line in brief.sources)
    yield f"\n*{NOTE}*\n"


def _sentence(sentence: BriefSentence) -> Iterator[str]:
    yield f"\n**{_plain(sentence.text)}** {_plain(verdict_of(sentence))}\n\n"
    yield from (f"- Disputed: {_plain(words)}\n" for words in sentence.disputes)
    yield from map(_quotation, sentence.quotations)


def _quotation(quotation: Quotation) -> str:
    words, about = _plain(quotation.text), _plain(whence(quotation))
    return f"- {SIDES[quotation.side]}: “{words}” ({about})\n"


def _plain(words: str) -> str:
    return _MARKUP.sub(r"\\\1", words)
