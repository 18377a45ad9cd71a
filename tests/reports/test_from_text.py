"""What is found in a text alone: real layouts, with what must and must not be set aside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from secondsource.reports import AsideKind, Basis, Report, from_text

SHARED = Path(os.environ.get("SECONDSOURCE_SHARED", Path(__file__).parents[3] / "shared"))
needs_shared = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="no shared data here")

STORY = "Fighters of two groups clashed on Monday near the town, residents said, and three died."
MORE = "The governor said that the road to the capital had been closed since the early morning."


def _body(report: Report) -> list[str]:
    return [span.of(report.text) for span in report.body]


def _aside(report: Report) -> list[tuple[AsideKind, str]]:
    return [(aside.kind, aside.span.of(report.text)) for aside in report.aside]


def _seed(name: str) -> str:
    (path,) = (SHARED / "seeds").glob(f"{name}_*.txt")
    return path.read_text(encoding="utf-8")


@needs_shared
def test_seed_with_header_and_furniture() -> None:
    report = from_text(_seed("004"))
    assert report.outlet is not None
    assert report.outlet.value == "The Independent"
    assert report.outlet.basis is Basis.TEXT
    assert report.byline is not None
    assert report.byline.value == "Lizzie Dearden"
    assert report.published is not None
    assert report.published.value == "2014-09-29T19:45"
    assert report.title is not None
    assert report.title.span == report.body[0]
    kinds = [kind for kind, _ in _aside(report)]
    assert kinds == [
        AsideKind.BYLINE,
        AsideKind.DATE_LINE,
        AsideKind.CAPTION_REPEATED,
        *[AsideKind.BOILERPLATE] * 3,
    ]
    (caption,) = [a for a in report.aside if a.kind is AsideKind.CAPTION_REPEATED]
    assert report.text.index(caption.span.of(report.text)) < caption.span.start


@needs_shared
def test_seed_without_header_has_nothing_invented() -> None:
    report = from_text(_seed("000"))
    found = (report.outlet, report.byline, report.agency, report.title, report.published)
    assert found == (None,) * 5
    assert report.aside == ()
    assert report.language == "en"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Posted on August 3 2016 by Sample Writer Town shelled {STORY}", "2016-08-03"),
        (f"August 3 2016 by then had become a byword. {STORY}", None),
        (f"Headline of it\n\nMonday 29 September 2014 19:45\n\n{STORY}", "2014-09-29T19:45"),
        (f"Headline of it\nNovember 3, 2014\n{STORY}\n{MORE}", "2014-11-03"),
        (f"Headline of it\n\nPublished: 3 Nov 2014 | Updated: 5 Nov 2014\n\n{STORY}", "2014-11-03"),
        (f"Headline of it\n\nUpdated 5 November 2014\n\n{STORY}", "2014-11-05"),
        (f"This story is from March 17, 2002\n\n{STORY.lower()}", "2002-03-17"),
        (f"Wed 05 Apr 2017 {STORY}", "2017-04-05"),
        (f"15-02-2016 {STORY}", "2016-02-15"),
        (f"24.07.2016 - Six killed in town - {STORY}", "2016-07-24"),
        (f"Headline of it\n\nAFP Sunday 3 Jul 2016\n\n{STORY}", "2016-07-03"),
        (f"Headline of it\n\nAFP Sunday 3 Jul 2016 {STORY}", "2016-07-03"),
        (f"Last updated at Oct 262016 - {STORY}", "2016-10-26"),
        (f"Headline of it\n\n03/04/2016\n\n{STORY}", "2016"),
        (f"Headline of it\n\n25/04/2016\n\n{STORY}", "2016-04-25"),
        (
            f"Headline of it\n\nPublished November 13, 2014 Associated Press\n\n{STORY}",
            "2014-11-13",
        ),
        (f"Headline of it\n\nPublished: 13:42 EST, 13 November 2014\n\n{STORY}", "2014-11-13"),
        (f"Headline of it\n\n7 November 2014 7.45pm GMT\n\n{STORY}", "2014-11-07T19:45Z"),
        (f"BEIRUT, Nov 2 (Reuters) - {STORY}", "XXXX-11-02"),
        (f"SAN SALVADOR, 19 MAR 89 (RADIO CADENA) -- {STORY.upper()}", "1989-03-19"),
        (f"{STORY}\n\nThe talks began on 2 November 2014 and ended a day later.", None),
        (f"2 November 2014 was the day of the meeting.\n\n{STORY}", None),
        (f"Headline of it\n\n31 February 2014\n\n{STORY}", None),
        ("\n\n".join(f"{day} May 2014\n\n{STORY} {day}" for day in range(1, 8)), None),
    ],
)
def test_publication_dates(text: str, published: str | None) -> None:
    found = from_text(text).published
    assert (found.value if found else None) == published


@pytest.mark.parametrize(
    ("line", "agency", "writer"),
    [
        ("Published November 13, 2014 Associated Press", "Associated Press", None),
        ("By Associated Press November 13, 2014", "Associated Press", None),
        ("13 November 2014 | AP", "Associated Press", None),
        ("Nov. 13, 2014 3:40 PM ET | Associated Press", "Associated Press", None),
        (
            "By Sample Writer, Associated Press November 13, 2014",
            "Associated Press",
            "Sample Writer",
        ),
        ("By SAMPLE WRITER November 13, 2014 6:03 PM", None, "SAMPLE WRITER"),
    ],
)
def test_a_date_line_may_name_agency_and_writer(
    line: str, agency: str | None, writer: str | None
) -> None:
    report = from_text(f"Headline of it\n\n{line}\n\n{STORY}")
    assert report.published is not None
    assert report.published.value.startswith("2014-11-13")
    assert (report.agency.value if report.agency else None) == agency
    assert (report.byline.value if report.byline else None) == writer


@pytest.mark.parametrize(
    ("prefix", "place", "agency"),
    [
        ("ATAREB, Syria (AP) — ", "ATAREB, Syria", "Associated Press"),
        ("BEIRUT, Nov 2 (Reuters) - ", "BEIRUT", "Reuters"),
        ("BEIRUT — ", "BEIRUT", None),
        ("BEIRUT: ", "BEIRUT", None),
        ("Damascus, SANA - ", "Damascus", "SANA"),
        ("Tehran, March 15, IRNA - ", "Tehran", "IRNA"),
        ("(AFP) - ", None, "Agence France-Presse"),
        ("ISTANBUL (Sample Wire) — ", "ISTANBUL", "Sample Wire"),
        ("NEW YORK, Oct. 4 (UPI) — ", "NEW YORK", "United Press International"),
    ],
)
def test_dateline_goes_aside_and_the_sentence_stays(
    prefix: str, place: str | None, agency: str | None
) -> None:
    report = from_text(f"{prefix}{STORY}\n\n{MORE}")
    assert _body(report) == [STORY, MORE]
    assert (report.dateline.value if report.dateline else None) == place
    assert (report.agency.value if report.agency else None) == agency


@pytest.mark.parametrize(
    "text",
    [
        "ISIS — The group that ISIS fights says that it has lost the town to its rivals again.",
        "BREAKING NEWS: Fighters of two groups clashed on Monday near the town, police said.",
        "NATO - which has said nothing on the attack so far - will meet in Brussels on Tuesday.",
        "The minister (left) — who left the talks early — said that nothing had been agreed.",
        "UN: Seven thousand people have fled the city, and more are on the road to the border.",
    ],
)
def test_no_dateline(text: str) -> None:
    report = from_text(f"{text}\n\n{MORE}")
    assert report.dateline is None
    assert _body(report) == [text, MORE]


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        (" -- REUTERS", "Reuters"),
        ("--REUTERS", "Reuters"),
        (" AP.", "Associated Press"),
        (" (AFP)", "Agence France-Presse"),
        (" — agencies", None),
        ("\n\nThe Associated Press contributed to this report.", "Associated Press"),
        ("\n\nWith additional material from Reuters", "Reuters"),
        ("\n\n(Reporting by our staff in Beirut; Editing by the desk)", None),
    ],
)
def test_credit_tails(tail: str, agency: str | None) -> None:
    report = from_text(f"{STORY}\n\n{MORE}{tail}")
    assert (report.agency.value if report.agency else None) == agency
    assert _body(report) == [STORY, MORE]
    assert [kind for kind, _ in _aside(report)] == [AsideKind.CREDIT]


@pytest.mark.parametrize(
    "sentence",
    [
        "A commander and an official have told The Associated Press.",
        "The army denied the report, a spokesman said in a statement to Reuters.",
        "Three people died in the attack, according to AFP.",
        "The rebels said they had seized equipment from the AP",
    ],
)
def test_an_attribution_is_no_credit(sentence: str) -> None:
    assert from_text(f"{STORY}\n\n{sentence}").agency is None


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Sample Wire", "Sample Wire"),
        ("BY THE SAMPLE DESK", "THE SAMPLE DESK"),
        ("By Sample Writer and Other Writer in Beirut", "Sample Writer and Other Writer"),
    ],
)
def test_bylines(line: str, who: str) -> None:
    report = from_text(f"Headline of it\n\n{line}\n\n{STORY}\n\n{MORE}")
    assert report.byline is not None
    assert report.byline.value == who
    assert (AsideKind.BYLINE, line) in _aside(report)


@pytest.mark.parametrize(
    "line",
    [
        "By Sample Writer, 3 November 2014",
        "By Sample Writer | Published 3 November 2014",
        "Posted by Sample Writer on 3 November 2014",
        "3 November 2014 by Sample Writer",
    ],
)
def test_byline_and_date_in_one_line(line: str) -> None:
    report = from_text(f"Headline of it\n\n{line}\n\n{STORY}\n\n{MORE}")
    assert report.byline is not None
    assert report.published is not None
    assert (report.byline.value, report.published.value) == ("Sample Writer", "2014-11-03")
    assert _body(report) == ["Headline of it", STORY, MORE]


def test_a_masthead_names_the_outlet() -> None:
    report = from_text(f"The Independent | World\n\nHeadline of it\n\n{STORY}\n\n{MORE}")
    assert report.outlet is not None
    assert report.outlet.value == "The Independent"
    assert report.title is not None
    assert report.title.value == "Headline of it"


def test_a_photographer_s_agency_is_not_the_report_s() -> None:
    report = from_text(f"(AP Photo/Sample)\n\n{STORY}\n\n{MORE}")
    assert report.agency is None
    assert _body(report) == [STORY, MORE]


def test_a_name_alone_is_no_byline() -> None:
    report = from_text(f"Headline of it\n\nHazm Movement\n\n{STORY}\n\n{MORE}")
    assert report.byline is None
    assert "Hazm Movement" in _body(report)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a comment",
        "Sign up to our weekly newsletter",
        "View comments",
        "Read more",
        "Read Also",
        "Share this article",
        "Facebook Twitter Email Print",
        "Sign up to our daily newsletter",
        "This site uses cookies to improve your experience.",
        "Follow us on Twitter",
        "Tags Syria Idlib Russia",
        "Related articles",
        "© 2014 Sample Courier. All rights reserved.",
        "***",
    ],
)
def test_boilerplate(line: str) -> None:
    report = from_text(f"{STORY}\n\n{line}\n\n{MORE}")
    assert _body(report) == [STORY, MORE]
    assert (AsideKind.BOILERPLATE, line) in _aside(report)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share the burden, the minister told his allies, or the war will be lost by the spring.",
        "Read more than one paper, he said, before you believe that the town has fallen.",
        "Copyright lawyers were among those arrested in the raid.",
        "Views differ on who attacked the convoy.",
        "The group published by night a list of those it had killed.",
        "Other videos showed bodies in the streets.",
        "In pictures posted online, fighters raise their flag.",
        "Join the group, he told them.",
        "Terms and conditions of the truce were agreed on Monday.",
        "More than 3,000 fighters died.",
        "“We will fight,” he said.",
    ],
)
def test_sentences_that_only_begin_like_boilerplate(sentence: str) -> None:
    assert sentence in _body(from_text(f"{STORY}\n\n{sentence}\n\n{MORE}"))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("follow other Independent readers", "The Independent"),
        ("© 2014 Sample Courier. All rights reserved.", "Sample Courier"),
        ("Published by Sample Post (a sample, not a real outlet).", "Sample Post"),
        ("Copyright 2014 The Associated Press. All rights reserved.", None),
        ("The Guardian and the Times reported the attack.", None),
    ],
)
def test_outlet_by_furniture_only(line: str, outlet: str | None) -> None:
    found = from_text(f"{STORY}\n\n{MORE}\n\n{line}").outlet
    assert (found.value if found else None) == outlet


def test_copyright_of_an_agency_is_its_credit() -> None:
    found = from_text(f"{STORY}\n\n{MORE}\n\nCopyright 2014 The Associated Press.").agency
    assert found is not None
    assert found.value == "Associated Press"


def test_what_the_caller_gives_wins() -> None:
    text = f"Headline of it\n\n3 November 2014\n\n{STORY}\n\nfollow other Independent readers"
    report = from_text(text, outlet="Sample Courier", published="2014-12", title="Another title")
    assert report.outlet is not None
    assert (report.outlet.value, report.outlet.basis) == ("Sample Courier", Basis.GIVEN)
    assert report.published is not None
    assert (report.published.value, report.published.basis) == ("2014-12", Basis.GIVEN)
    assert report.title is not None
    assert report.title.basis is Basis.GIVEN
    assert "3 November 2014" not in _body(report)


def test_a_given_date_that_is_none_is_noted_and_the_text_asked() -> None:
    report = from_text(f"Headline of it\n\n3 November 2014\n\n{STORY}", published="last week")
    assert report.published is not None
    assert report.published.value == "2014-11-03"
    assert "last week" in report.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "\ufeff",
        "IS",
        "***",
        "GUERRILLAS ATTACKED THE TOWN.",
        "ahmedabad: police opened fire on the crowd. two died.",
        "\ud800 broken surrogate",
        "قال المرصد السوري لحقوق الإنسان إن الاشتباكات استمرت",
        "View comments",
    ],
)
def test_any_text_gives_a_report(text: str) -> None:
    report = from_text(text)
    assert report.text == text
    assert report.id.startswith("r_")


def test_one_paragraph_is_never_furniture() -> None:
    for text in ("Read more", "The Associated Press", "By the river they fought"):
        assert _body(from_text(text)) == [text]


@pytest.mark.parametrize(
    ("published", "edtf"),
    [("20141105", "2014-11-05"), ("1415145600", None), ("2014-11-05T25:99", None)],
)
def test_a_given_date_is_edtf_or_noted(published: str, edtf: str | None) -> None:
    report = from_text("Two groups clashed near the town.", published=published)
    assert (report.published.value if report.published else None) == edtf
    assert report.notes == (() if edtf else (f"the given date {published!r} is no date",))
