"""Credit lines: whose report a text is, or whose it draws on."""

from __future__ import annotations

import pytest

from secondsource.reports import AsideKind, from_text

BODY = (
    "Rebels took the hill above the town on Monday, residents said. They held it until nightfall."
    "\n\nThe army said that it had shelled the road and the bridge. Nobody could be reached there."
)

AFTER = [
    ("Associated Press writer Jane Doe in Beirut contributed to this report.", "Associated Press"),
    (
        "Associated Press writers Jane Doe in Beirut and John Roe in Ankara, Turkey, contributed.",
        "Associated Press",
    ),
    ("The Associated Press contributed to this report.", "Associated Press"),
    ("Material from the Associated Press was used in this report.", "Associated Press"),
    ("Jane Doe, The Associated Press", "Associated Press"),
    ("Source: Agencies", None),
]
BEFORE = [
    ("Jane Doe | AP", "Associated Press"),
    ("Agence France-Presse in Beirut", "Agence France-Presse"),
    ("Jane Doe in Beirut for Reuters", "Reuters"),
    ("Staff and agencies", None),
]


def read(head: str, tail: str):
    return from_text(f"Rebels take hill\n\n{head}\n\n{BODY}\n\n{tail}", outlet="Sample Post")


@pytest.mark.parametrize(("line", "agency"), AFTER)
def test_a_credit_at_the_end(line: str, agency: str | None) -> None:
    _is_credit(read("By our reporter", line), line, agency)


@pytest.mark.parametrize(("line", "agency"), BEFORE)
def test_a_credit_at_the_beginning(line: str, agency: str | None) -> None:
    _is_credit(read(line, "The bridge stands."), line, agency)


def _is_credit(report, line: str, agency: str | None) -> None:
    found = {aside.span.of(report.text) for aside in report.aside if aside.kind is AsideKind.CREDIT}
    assert line in found
    assert (report.agency.value if report.agency else None) == agency


@pytest.mark.parametrize(
    "line",
    [
        "A Reuters reporter in Beirut was wounded near the bridge on Monday.",
        "Reuters writers were among those who fled the town.",
        "Agencies in Beirut handed out blankets and tents on Monday.",
    ],
)
def test_a_sentence_about_an_agency_is_no_credit(line: str) -> None:
    report = read("By our reporter", line)
    assert line in report.cleaned()[0]
    assert report.agency is None
