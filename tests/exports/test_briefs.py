"""A brief as Markdown and as HTML: nothing in a report becomes markup, private names are masked."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from secondsource.exports import brief_html, brief_markdown, masked_brief
from secondsource.exports.privacy import PrivatePersons
from secondsource.views import Brief, BriefSection, BriefSentence, Quotation

HOSTILE = '<script>alert(1)</script> *bold* [x](javascript:alert(1)) "quoted" & Jane Doe'
BRIEF = Brief(
    names=("Islamic State", HOSTILE),
    actors=("islamic-state", "x-hostile"),
    since="2014-11",
    until=None,
    known_by="2014-11-30",
    reports=2,
    sections=(
        BriefSection(
            title="Disputed",
            sentences=(
                BriefSentence(
                    text=f"Islamic State attacked {HOSTILE}.",
                    matter="e_1",
                    credibility=4,
                    because=("1 source through one outlet: Sample Wire",),
                    origins=1,
                    reports=2,
                    quotations=(
                        Quotation(
                            side="disputes",
                            text=HOSTILE,
                            claim="c_1",
                            outlets=("Sample Wire, 2014-11-13",),
                            source="Jane Doe",
                            stance="denied",
                        ),
                    ),
                    disputes=("one says 12 killed, another 30",),
                ),
            ),
        ),
    ),
    sources=("Sample Wire, 2014-11-13 (independent)",),
)
EMPTY = Brief(
    names=("A", "B"),
    actors=("a", "b"),
    since=None,
    until=None,
    known_by=None,
    reports=0,
    sections=(),
    sources=(),
)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_shows_report_text_as_text() -> None:
    page = _Tags()
    page.feed("".join(brief_html(BRIEF)))
    assert "script" not in page.seen
    assert HOSTILE in "".join(page.words)
    assert "one says 12 killed, another 30" in "".join(page.words)


def test_markdown_shows_report_text_as_text() -> None:
    text = "".join(brief_markdown(BRIEF))
    assert "<script>" not in text
    assert "\\<script\\>" in text
    assert "\\[x\\]" in text
    assert "- Disputed: one says 12 killed, another 30\n" in text
    assert "- denies it: “" in text
    assert "Credibility 4, doubtful: 1 source" in text
    assert "from November 2014, known by 30 November 2014" in text


@pytest.mark.parametrize("write", [brief_html, brief_markdown])
def test_an_empty_brief_says_so(write: type) -> None:
    assert "No report in the ledger says anything" in "".join(write(EMPTY))


def test_private_names_give_way() -> None:
    import re

    persons = PrivatePersons(
        stand_ins={"Jane Doe": "[private person 1]"}, by_start={"Jane": re.compile("Jane Doe")}
    )
    for write in (brief_html, brief_markdown):
        text = "".join(write(masked_brief(BRIEF, persons)))
        assert "Doe" not in text
        assert "private person 1" in text
