from __future__ import annotations

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.annotations.records import Layers, TimeMention
from secondsource.annotations.times import find_times
from secondsource.errors import LayerOrder
from secondsource.reports import Report
from tests.annotations.times.conftest import Read

MONDAY = "2014-09-29T19:45"
AUTUMN = "2014-11-13"

# text, publication date, words, TIMEX3 value, EDTF
STATED = [
    ("It was signed on 2014-09-29.", None, "2014-09-29", "2014-09-29", "2014-09-29"),
    ("Filed 20140929 from Erbil.", None, "20140929", "2014-09-29", "2014-09-29"),
    ("Filed 29/09/2014 from Erbil.", None, "29/09/2014", "2014-09-29", "2014-09-29"),
    ("Filed 9/29/2014 from Erbil.", None, "9/29/2014", "2014-09-29", "2014-09-29"),
    ("SAN SALVADOR, 04 JAN 90 -- A PATROL", None, "04 JAN 90", "1990-01-04", "1990-01-04"),
    ("Rebels met on Nov. 2, 2014.", None, "Nov. 2, 2014", "2014-11-02", "2014-11-02"),
    ("They met on the 2nd of November 2014.", None, "the 2nd of November 2014",
     "2014-11-02", "2014-11-02"),
    ("They met in November 2014.", None, "November 2014", "2014-11", "2014-11"),
    ("The merger was declared in 2013.", AUTUMN, "2013", "2013", "2013"),
    ("Relations soured in the 1990s.", None, "the 1990s", "199", "199X"),
    ("It began in spring 2013.", None, "spring 2013", "2013-SP", "2013-21"),
    ("Output fell in the third quarter of 2014.", None, "the third quarter of 2014",
     "2014-Q3", "2014-35"),
    ("The talks ran on 10-12 June 2014 in Geneva.", None, "10-12 June 2014",
     "2014-06-10/2014-06-12", "2014-06-10/2014-06-12"),
    ("Monday 29 September 2014 19:45", None, "Monday 29 September 2014 19:45",
     "2014-09-29T19:45", "2014-09-29T19:45:00"),
    ("The war of 2011-2013 left ruins.", None, "2011-2013", "2011/2013", "2011/2013"),
    ("Ramadan 2014 was a bloody month.", None, "Ramadan 2014",
     "2014-07", "2014-06-29~/2014-07-27~"),
    ("It was the second half of 2014.", None, "the second half of 2014",
     "2014-H2", "2014-07/2014-12"),
    ("Filed 2014/09/29 from Erbil.", None, "2014/09/29", "2014-09-29", "2014-09-29"),
    ("The 2012 elections were put off.", None, "2012", "2012", "2012"),
    ("They fought on the night of 3-4 March 2014.", None, "the night of 3-4 March 2014",
     "2014-03-03TNI", "2014-03-03/2014-03-04"),
    ("The attacks of 9/11 changed that.", AUTUMN, "9/11", "2001-09-11", "2001-09-11"),
]  # fmt: skip

COUNTED = [
    ("Leaders met last week.", AUTUMN, "last week", "2014-W45", "2014-11-03/2014-11-09"),
    ("Fighters neared the city on Monday morning.", MONDAY, "Monday morning",
     "2014-09-29TMO", "2014-09-29"),
    ("Four oil fields were hit on Sunday.", MONDAY, "Sunday", "2014-09-28", "2014-09-28"),
    ("The envoy will arrive on Thursday.", MONDAY, "Thursday", "2014-10-02", "2014-10-02"),
    ("Air strikes overnight hit the refinery.", MONDAY, "overnight",
     "2014-09-28TNI", "2014-09-28/2014-09-29"),
    ("The agency reported it late last month.", AUTUMN, "late last month",
     "2014-10", "2014-10-22/2014-10-31"),
    ("The feud began in spring last year.", MONDAY, "spring last year", "2013-SP", "2013-21"),
    ("A pledge was made in June.", MONDAY, "June", "2014-06", "2014-06"),
    ("A summit will be held in March.", AUTUMN, "March", "2015-03", "2015-03"),
    ("He was seized on 5 December.", "2014-02-10", "5 December", "2013-12-05", "2013-12-05"),
    ("The commander died yesterday.", AUTUMN, "yesterday", "2014-11-12", "2014-11-12"),
    ("The group split two years ago.", AUTUMN, "two years ago", "2012", "2012"),
    ("They were shelled ten days ago.", AUTUMN, "ten days ago", "2014-11-03", "2014-11-03"),
    ("Shells fell last night.", AUTUMN, "last night", "2014-11-12TNI", "2014-11-12"),
    ("The truce held over the weekend.", "2014-11-10", "the weekend",
     "2014-W45-WE", "2014-11-08/2014-11-09"),
    ("Prices rose over the past two months.", AUTUMN, "the past two months",
     "P2M", "2014-09/2014-11"),
    ("The Sept. 11 attacks changed that.", AUTUMN, "Sept. 11", "2001-09-11", "2001-09-11"),
    ("He was seized in the early hours of Sunday.", MONDAY, "the early hours of Sunday",
     "2014-09-28TMO", "2014-09-28"),
    ("Clashes raged on the night between Saturday and Sunday.", MONDAY,
     "the night between Saturday and Sunday", "2014-09-27TNI", "2014-09-27/2014-09-28"),
    ("The column left at 0600 hrs.", MONDAY, "0600 hrs",
     "2014-09-29T06:00", "2014-09-29T06:00:00"),
    ("The talks were postponed until Friday.", MONDAY, "Friday", "2014-10-03", "2014-10-03"),
    ("The leaders meet on Thursday in Geneva.", MONDAY, "Thursday", "2014-10-02", "2014-10-02"),
    ("The vote had been planned for Sunday.", MONDAY, "Sunday", "2014-09-28", "2014-09-28"),
    ("They left in the last week of June.", AUTUMN, "the last week of June",
     "2014-W26", "2014-06-23/2014-06-29"),
    ("They left in the first days of August.", AUTUMN, "the first days of August",
     "2014-08", "2014-08-01/2014-08-10"),
    ("The group split a year and a half ago.", AUTUMN, "a year and a half ago",
     "2013-05", "2013-05"),
    ("They will be back two weeks from now.", AUTUMN, "two weeks from now",
     "2014-W48", "2014-11-24/2014-11-30"),
    ("Output fell in last year's third quarter.", AUTUMN, "last year's third quarter",
     "2013-Q3", "2013-35"),
    ("The offer was extended until Nov. 20.", AUTUMN, "Nov. 20", "2014-11-20", "2014-11-20"),
]  # fmt: skip

UNPINNED = [
    ("They met on Nov. 2 in the town.", "Nov. 2", "XXXX-11-02", "XXXX-11-02"),
    ("He appeared on video in July.", "July", "XXXX-07", "XXXX-07"),
    ("The recording emerged on Thursday.", "Thursday", "XXXX-WXX-4", None),
    ("They met last week in secret.", "last week", "XXXX-WXX", None),
    ("They spoke late last month.", "late last month", "XXXX-XX", None),
    ("The raid came yesterday.", "yesterday", "XXXX-XX-XX", None),
    ("The raid came two years ago.", "two years ago", "XXXX", None),
    ("Strikes overnight hit the base.", "overnight", "XXXX-XX-XXTNI", None),
]

LENGTHS = [
    ("They fought for more than a year.", "more than a year", "DURATION", "P1Y", "MORE_THAN"),
    ("A 17-minute recording was released.", "17-minute", "DURATION", "PT17M", None),
    ("The siege lasted two and a half years.", "two and a half years", "DURATION", "P2Y6M", None),
    ("The march took half an hour.", "half an hour", "DURATION", "PT30M", None),
    ("The month-long siege ended.", "month-long", "DURATION", "P1M", None),
    ("A weeklong truce began.", "weeklong", "DURATION", "P1W", None),
    ("The three-year-old civil war goes on.", "three-year-old", "DURATION", "P3Y", None),
    ("They meet every other week.", "every other week", "SET", "P2W", None),
    ("They were warned years ago.", "years ago", "DATE", "PAST_REF", None),
    ("Pledges were made in recent days.", "recent days", "DURATION", "PXD", None),
    ("Clashes went on for months.", "months", "DURATION", "PXM", None),
    ("It may take two to three weeks.", "two to three weeks", "DURATION", "P2W", "EQUAL_OR_MORE"),
    ("The radio broadcasts every week.", "every week", "SET", "P1W", None),
    ("Shelling is a daily event.", "daily", "SET", "P1D", None),
    ("They gather each Thursday.", "each Thursday", "SET", "XXXX-WXX-4", None),
    ("The two groups are now allies.", "now", "DATE", "PRESENT_REF", None),
    ("He recently changed sides.", "recently", "DATE", "PAST_REF", None),
    ("They fear for the future.", "future", "DATE", "FUTURE_REF", None),
]

NO_TIMES = [
    "More than 2000 people fled the town.",
    "A 6-year-old boy was hurt.",
    "He lost his sight in his 30s.",
    "The Arab Spring had reached them.",
    "He bade them good evening.",
    "Three-quarters of the food is imported.",
    "The man, called Rajab, was hurt.",
    "They may march on the capital.",
    "The city could fall to the rebels as soon as help stops.",
    "The third battalion took Hill 402.",
    "About 1500 troops were sent.",
]


def only(mentions: tuple[TimeMention, ...], text: str, words: str) -> TimeMention:
    found = {mention.span.of(text): mention for mention in mentions}
    assert words in found, sorted(found)
    return found[words]


@pytest.mark.parametrize(("text", "published", "words", "value", "edtf"), [*STATED, *COUNTED])
def test_values(
    read: Read, text: str, published: str | None, words: str, value: str, edtf: str
) -> None:
    mention = only(read(text, published), text, words)
    assert (mention.value, mention.edtf) == (value, edtf)


@pytest.mark.parametrize(("text", "words", "value", "edtf"), UNPINNED)
def test_nothing_is_invented_without_a_publication_date(
    read: Read, text: str, words: str, value: str, edtf: str | None
) -> None:
    mention = only(read(text, None), text, words)
    assert (mention.value, mention.edtf) == (value, edtf)


@pytest.mark.parametrize("published", ["2014", "2014-11"])
def test_a_coarse_publication_date_does_not_fix_a_day(read: Read, published: str) -> None:
    text = "The recording emerged on Thursday."
    assert only(read(text, published), text, "Thursday").edtf is None


def test_a_month_of_publication_fixes_months(read: Read) -> None:
    text = "They spoke last month."
    assert only(read(text, "2014-11"), text, "last month").value == "2014-10"


@pytest.mark.parametrize(("text", "words", "kind", "value", "modifier"), LENGTHS)
def test_lengths_sets_and_references(
    read: Read, text: str, words: str, kind: str, value: str, modifier: str | None
) -> None:
    mention = only(read(text, AUTUMN), text, words)
    assert (mention.type.value, mention.value, mention.modifier) == (kind, value, modifier)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time(read: Read, text: str) -> None:
    assert [mention.span.of(text) for mention in read(text, AUTUMN)] == []


def test_a_story_counts_from_its_last_date(read: Read) -> None:
    text = (
        "The leaders met on 2 November 2014 from midnight to 4 a.m. in the town. "
        "Two days later the rebels struck. The following day they withdrew."
    )
    values = [mention.value for mention in read(text, "2015-03-01")]
    assert values == [
        "2014-11-02",
        "2014-11-02T24:00",
        "2014-11-02T04:00",
        "2014-11-04",
        "2014-11-05",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Planes struck on 5 and 6 June.", ["2014-06-05", "2014-06-06"]),
        ("Planes struck on June 5 and 6, 2012.", ["2012-06-05", "2012-06-06"]),
        ("They fought on March 3, 4 and 5.", ["2014-03-03", "2014-03-04", "2014-03-05"]),
        ("They fought between 3 and 5 March 2013.", ["2013-03-03", "2013-03-05"]),
        ("They met on April 24 and 25 people came.", ["2014-04-24"]),
    ],
)
def test_days_in_a_list_share_their_month(read: Read, text: str, values: list[str]) -> None:
    assert [mention.value for mention in read(text, AUTUMN)] == values


def test_the_year_unknown_stays_so_for_the_hour(read: Read) -> None:
    text = "They met on Nov. 2, lasting until 4 a.m. on the outskirts."
    hour = only(read(text, None), text, "4 a.m.")
    assert (hour.value, hour.edtf) == ("XXXX-11-02T04:00", "XXXX-11-02")


def test_the_parse_is_needed() -> None:
    report = Report(id="r_test", text="Today.", body=())
    with pytest.raises(LayerOrder):
        find_times(Layers(report=report))


_PIECES = st.sampled_from(
    "last next this the a two ten 31 30 2014 1999 45 Monday Friday May June February week month "
    "year day hours ago later before after of in on and , . - ' morning night Nov. spring quarter "
    "third early late mid end more than Ramadan Easter 12:30 a.m. 24:61 1990s '90s daily every "
    "decade century 99999 0 29 29/02/2014 20140230 2014-02-30 several few weekend".split()
)
_DATES = st.one_of(
    st.none(),
    st.dates().map(lambda day: day.isoformat()),
    st.sampled_from(["2014", "2014-11", "0001-01-01", "9999-12-31", "2014-09-29T19:45", "201X"]),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(_PIECES, max_size=14), published=_DATES)
def test_every_mention_stands_in_the_text_and_is_valid_edtf(
    read: Read, pieces: list[str], published: str | None
) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in read(text, published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        end = mention.span.end
        if mention.edtf is not None:
            parse_edtf(mention.edtf)
            assert published is not None or "X" in mention.edtf or any(map(str.isdigit, text))
