"""Files of every kind through the front door, whole and broken."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.reports import (
    Basis,
    ColumnMapping,
    Limits,
    ReadOptions,
    Rejection,
    RejectionKind,
    Report,
    read,
)

STORY = "Fighters of two groups clashed on Monday near the town, residents said, and three died."
MORE = "The governor said that the road to the capital had been closed since the early morning."
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Two groups clash | Sample Post</title>
<meta property="og:site_name" content="Sample Post">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Two groups clash",
"datePublished": "2014-11-13T09:10:00Z",
"author": [{{"@type": "Person", "name": "Sample Writer"}}]}}
</script></head><body><nav>Home World Sport</nav><article><h1>Two groups clash</h1>
<p>{STORY}</p><p>{MORE}</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Sample Ticker</title>
<item><title>Two groups clash</title><link>https://ticker.example/1</link>
<pubDate>Thu, 13 Nov 2014 17:05:00 GMT</pubDate>
<description>&lt;p&gt;{STORY}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</description></item>
<item><title></title><description></description></item>
<item><title>Road closed</title><description>{MORE}</description></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Sample Ticker</title><entry><title>Two groups clash</title><updated>2014-11-13</updated>
<content>{STORY}</content></entry></feed>"""
SAMPLES = Path(__file__).parents[2] / "samples" / "reports"


def _reports(path: Path, options: ReadOptions | None = None) -> list[Report]:
    found = list(read(path, options))
    assert not [item for item in found if isinstance(item, Rejection)]
    return [item for item in found if isinstance(item, Report)]


def _only_rejection(path: Path, options: ReadOptions | None = None) -> Rejection:
    (found,) = read(path, options)
    assert isinstance(found, Rejection)
    assert found.reason
    assert found.next_step
    return found


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("data", "text", "noted"),
    [
        (f"{STORY}\r\n\r\n{MORE}\n".encode(), f"{STORY}\r\n\r\n{MORE}\n", None),
        (f"\ufeff{STORY}".encode(), f"\ufeff{STORY}", None),
        (f"“{STORY}”".encode("cp1252"), f"“{STORY}”", "byte 0x93 at 0"),
        (STORY.encode("utf-16"), STORY, "byte-order mark"),
    ],
)
def test_plain_text_is_untouched(tmp_path: Path, data: bytes, text: str, noted: str | None) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    (report,) = _reports(path)
    assert report.text == text
    assert report.path == path.as_posix()
    assert report.bytes_sha256 == hashlib.sha256(data).hexdigest()
    assert (noted in report.notes[0]) if noted else report.notes == ()


def test_html_gives_article_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (report,) = _reports(path)
    values = (report.outlet, report.byline, report.title, report.published)
    assert [value.value for value in values if value] == [
        "Sample Post",
        "Sample Writer",
        "Two groups clash",
        "2014-11-13T09:10:00Z",
    ]
    assert {value.basis for value in values if value} == {Basis.METADATA}
    assert [span.of(report.text) for span in report.body] == ["Two groups clash", STORY, MORE]
    assert "Sport" not in report.text


def test_html_takes_no_date_from_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    story = f"<p>The talks of 2 November 2014 failed. {STORY}</p><p>{MORE}</p>"
    path.write_text(f"<html><body><article>{story}</article></body></html>", encoding="utf-8")
    (report,) = _reports(path)
    assert report.published is None


def test_declared_encoding_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = PAGE.replace("utf-8", "windows-1251").replace("Monday", "Понедельник")
    path.write_bytes(page.encode("cp1251"))
    (report,) = _reports(path)
    assert "Понедельник" in report.text
    assert "windows-1251" in report.notes[0]


def test_rss_entries(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    first, empty, last = read(path)
    assert isinstance(first, Report)
    assert first.text == f"Two groups clash\n\n{STORY}\n\n{MORE}"
    assert first.published is not None
    assert first.published.value == "2014-11-13T17:05:00Z"
    assert first.url == "https://ticker.example/1"
    assert isinstance(empty, Rejection)
    assert empty.kind is RejectionKind.EMPTY
    assert isinstance(last, Report)
    assert last.path == f"{path.as_posix()}#3"
    assert last.published is None


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("HTTPS://ticker.example/1", "HTTPS://ticker.example/1"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("/1", None),
    ],
)
def test_only_web_links_of_a_feed_are_kept(tmp_path: Path, link: str, url: str | None) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED.replace("https://ticker.example/1", link), encoding="utf-8")
    first = next(iter(read(path)))
    assert isinstance(first, Report)
    assert first.url == url


@pytest.mark.parametrize(("written", "day"), [("2014/11/05", "2014-11-05"), ("1.2.3", None)])
def test_dates_of_feeds_and_pages_are_read_as_all_dates_are(
    tmp_path: Path, written: str, day: str | None
) -> None:
    feed, page = tmp_path / "feed.xml", tmp_path / "page.html"
    feed.write_text(FEED.replace("Thu, 13 Nov 2014 17:05:00 GMT", written), encoding="utf-8")
    page.write_text(PAGE.replace("2014-11-13T09:10:00Z", written), encoding="utf-8")
    for path in (feed, page):
        report = next(iter(read(path)))
        assert isinstance(report, Report)
        assert (report.published.value if report.published else None) == day
        assert (f"{written!r} is no date" in report.notes) is (day is None)


def test_atom_with_only_the_last_change(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    path.write_text(ATOM, encoding="utf-8")
    (report,) = _reports(path)
    assert report.published is not None
    assert report.published.value == "2014-11-13"
    assert "last change" in report.notes[0]


def test_json_lines_by_mapping(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        {"body": STORY, "paper": "Sample Post", "day": "2014-11-13"},
        {"body": MORE, "day": "?"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    columns = ColumnMapping(text="body", outlet="paper", published="day")
    first, second = _reports(path, ReadOptions(columns=columns))
    assert first.outlet is not None
    assert first.outlet.value == "Sample Post"
    assert first.published is not None
    assert first.published.value == "2014-11-13"
    assert (second.published, second.outlet) == (None, None)
    assert second.notes == ("'?' is no date",)
    assert second.path == f"{path.as_posix()}#2"


def test_bad_json_lines_do_not_stop_the_good(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    good = json.dumps({"text": STORY})
    path.write_text(f'{good}\n{{"text":\n[1]\n{{"words": "x"}}\n\n{good}\n' + "[" * 5000, "utf-8")
    found = list(read(path))
    kinds = [type(item) for item in found]
    assert kinds == [Report, Rejection, Rejection, Rejection, Report, Rejection]
    names = [item.input.rsplit("#")[1] for item in found if isinstance(item, Rejection)]
    assert names == ["2", "3", "4", "7"]


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-8")]
)
def test_csv_rows(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "rows.csv"
    long = '"' + (STORY + " “quoted” ") * 2000 + '"'
    rows = [["outlet", "text"], ["Sample Post", f'"{STORY}"'], ["Sample Courier", long]]
    path.write_bytes("\n".join(delimiter.join(row) for row in rows).encode(encoding))
    first, second = _reports(path)
    assert first.text == STORY
    assert second.text.count("quoted") == 2000


def test_csv_with_a_short_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f'outlet,text\nSample Post\nSample Courier,"{STORY}"\n', encoding="utf-8")
    short, report = read(path)
    assert isinstance(short, Rejection)
    assert short.input.endswith("#2")
    assert isinstance(report, Report)


def test_csv_whose_first_column_has_no_name(tmp_path: Path) -> None:
    path = tmp_path / "index.csv"
    path.write_text(f',text,date\n0,"{STORY}",2014/11/05\n1,"{MORE}",1415145600\n', "utf-8")
    first, second = _reports(path, ReadOptions(columns=ColumnMapping(published="date")))
    assert (first.text, second.text) == (STORY, MORE)
    assert first.published is not None
    assert first.published.value == "2014-11-05"
    assert second.published is None
    assert second.notes == ("'1415145600' is no date",)


def test_a_malformed_address_in_a_row_names_no_outlet(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f'text,url\n"{STORY}",http://[::1\n', encoding="utf-8")
    (report,) = _reports(path)
    assert report.outlet is None


def test_csv_with_a_long_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f',text\n0,"{STORY}",more\n1,"{MORE}"\n', encoding="utf-8")
    long, report = read(path)
    assert isinstance(long, Rejection)
    assert isinstance(report, Report)


def _warc(*pages: tuple[str, str, str], http: bool = True) -> bytes:
    records = []
    for number, (url, content_type, body) in enumerate(pages):
        status = "200 OK" if body else "301 Moved"
        payload = body.encode()
        block = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + payload
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Date: 2014-12-10T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        records.append(head.encode() + block + b"\r\n\r\n")
    return b"".join(records)


@pytest.mark.parametrize("packed", [False, True])
def test_warc_gives_pages_and_passes_over_the_rest(tmp_path: Path, packed: bool) -> None:
    data = _warc(
        ("https://post.example/1", "text/html", PAGE),
        ("https://post.example/style", "text/css", "p { color: red }"),
        ("https://post.example/old", "text/html", ""),
        ("https://post.example/2", "text/plain", f"{STORY}\n\n{MORE}"),
    )
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(gzip.compress(data) if packed else data)
    page, text = _reports(path)
    assert page.url == "https://post.example/1"
    assert page.bytes_sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert text.outlet is not None
    assert (text.outlet.value, text.outlet.basis) == ("post.example", Basis.URL)


def test_archives_and_folders_are_read_in_order(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", MORE)
    _zip(
        tmp_path / "b.zip",
        {
            "z.txt": STORY.encode(),
            "a/page.html": PAGE.encode(),
            "inner.zip": inner.getvalue(),
            ".DS_Store": b"\x00",
            "__MACOSX/._z.txt": b"\x00",
        },
    )
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(MORE, encoding="utf-8")
    (tmp_path / ".hidden").write_bytes(b"\x00")
    reports = _reports(tmp_path)
    names = [str(report.path).removeprefix(f"{tmp_path.as_posix()}/") for report in reports]
    assert names == [
        "a.txt",
        "b.zip!/a/page.html",
        "b.zip!/inner.zip!/deep.txt",
        "b.zip!/z.txt",
        "c/d.txt",
    ]
    assert reports[2].bytes_sha256 == hashlib.sha256(MORE.encode()).hexdigest()
    assert [report.id for report in _reports(tmp_path)] == [report.id for report in reports]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("empty.txt", b"", RejectionKind.EMPTY),
        ("blank.txt", b" \n\t\n", RejectionKind.EMPTY),
        ("binary.txt", bytes(range(256)) * 4, RejectionKind.UNREADABLE),
        ("broken.pdf", b"%PDF-1.4\nnothing follows", RejectionKind.UNREADABLE),
        ("broken.html", b"\x00\x01\x02", RejectionKind.UNREADABLE),
        ("bare.html", b"<html><body></body></html>", RejectionKind.EMPTY),
        ("broken.xml", b"<rss><channel>", RejectionKind.UNREADABLE),
        ("other.xml", b"<?xml version='1.0'?><note>hello</note>", RejectionKind.UNREADABLE),
        ("empty.rss", b"<rss version='2.0'><channel></channel></rss>", RejectionKind.EMPTY),
        ("broken.zip", b"PK\x03\x04 nothing", RejectionKind.UNREADABLE),
        ("broken.warc", b"nothing of the sort", RejectionKind.UNREADABLE),
        ("broken.warc.gz", gzip.compress(b"x" * 99)[:20], RejectionKind.UNREADABLE),
        ("broken.jsonl", b"not json", RejectionKind.UNREADABLE),
        ("empty.jsonl", b"", RejectionKind.EMPTY),
        ("empty.csv", b"", RejectionKind.EMPTY),
        ("broken.csv", b"\x81\x8d\x00,text\n", RejectionKind.UNREADABLE),
        ("picture.jpg", b"\xff\xd8\xff\xe0", RejectionKind.UNREADABLE),
        (
            "bomb.xml",
            b"<!DOCTYPE r [<!ENTITY a 'aaaa'>]><rss version='2.0'><channel/></rss>",
            RejectionKind.REFUSED,
        ),
        (
            "bomb.rss",
            "<!DOCTYPE r [<!ENTITY a 'aaaa'>]><rss/>".encode("utf-16"),
            RejectionKind.REFUSED,
        ),
    ],
)
def test_broken_inputs_are_named(
    tmp_path: Path, name: str, data: bytes, kind: RejectionKind
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = _only_rejection(path)
    assert found.kind is kind
    assert found.input.startswith(path.as_posix())


def test_an_absent_path_is_a_rejection(tmp_path: Path) -> None:
    assert "no such file" in _only_rejection(tmp_path / "absent.txt").reason
    assert _only_rejection(tmp_path).kind is RejectionKind.EMPTY


def test_too_large_a_file(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(STORY * 100, encoding="utf-8")
    options = ReadOptions(limits=Limits(document_bytes=1000))
    assert _only_rejection(path, options).kind is RejectionKind.TOO_LARGE


@pytest.mark.parametrize(
    "member", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:/out.txt", "a\\..\\out.txt"]
)
def test_traversal_is_refused_and_the_rest_is_read(tmp_path: Path, member: str) -> None:
    path = _zip(tmp_path / "a.zip", {member: STORY.encode(), "good.txt": MORE.encode()})
    found = list(read(path))
    refused = [item for item in found if isinstance(item, Rejection)]
    assert [item.kind for item in refused] == [RejectionKind.REFUSED]
    assert len([item for item in found if isinstance(item, Report)]) == 1
    assert not list(tmp_path.parent.glob("**/out.txt"))


def test_links_in_archives_and_out_of_folders_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    (tmp_path / "b.txt").symlink_to("/etc/passwd")
    (tmp_path / "c").symlink_to(tmp_path)
    kinds = [item.kind for item in read(tmp_path) if isinstance(item, Rejection)]
    assert kinds == [RejectionKind.REFUSED] * 3


def _bombs() -> Iterator[tuple[str, dict[str, bytes], Limits]]:
    zeros = {"zeros.txt": b"0" * 3_000_000}
    many = {f"{number:03}.txt": STORY.encode() for number in range(20)}
    nested = io.BytesIO()
    with zipfile.ZipFile(nested, "w") as archive:
        archive.writestr("inner.zip", nested_inner())
    yield "ratio", zeros, Limits()
    yield "count", many, Limits(archive_members=10)
    yield "total", many, Limits(archive_bytes=100)
    yield "depth", {"nested.zip": nested.getvalue()}, Limits()


def nested_inner() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", STORY)
    return inner.getvalue()


@pytest.mark.parametrize(("name", "members", "limits"), _bombs())
def test_bombs_are_refused(
    tmp_path: Path, name: str, members: dict[str, bytes], limits: Limits
) -> None:
    path = _zip(tmp_path / f"{name}.zip", members)
    found = list(read(path, ReadOptions(limits=limits)))
    refused = [item for item in found if isinstance(item, Rejection)]
    assert [item.kind for item in refused] == [RejectionKind.TOO_LARGE]
    assert sum(len(item.text) for item in found if isinstance(item, Report)) <= 100


def test_nested_archives_share_one_budget(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            archive.writestr(f"{number}.txt", f"{number} {STORY}" * 50)
    members = {f"{number}.zip": inner.getvalue() for number in range(9)}
    path = _zip(tmp_path / "outer.zip", members)
    limits = Limits(archive_bytes=20_000)
    found = list(read(path, ReadOptions(limits=limits)))
    assert sum(len(item.text) for item in found if isinstance(item, Report)) <= 20_000
    assert any(isinstance(item, Rejection) for item in found)


def test_many_files_with_broken_ones_give_exact_counts(tmp_path: Path) -> None:
    for number in range(100):
        broken = number % 20 == 7
        data = b"\x00\xff" * 50 if broken else f"Report {number}. {STORY}".encode()
        (tmp_path / f"{number:05}.txt").write_bytes(data)
    found = list(read(tmp_path))
    assert sum(isinstance(item, Report) for item in found) == 95
    assert sum(isinstance(item, Rejection) for item in found) == 5
    assert len({item.id for item in found if isinstance(item, Report)}) == 95


def test_reading_is_lazy(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(STORY, encoding="utf-8")
    stream = read(tmp_path)
    next(stream)
    (tmp_path / "1.txt").unlink()
    second = next(stream)
    assert isinstance(second, Rejection)


def test_samples() -> None:
    reports = _reports(SAMPLES)
    assert len(reports) == 15
    assert len({report.id for report in reports}) == 15
    assert all(report.outlet and report.outlet.value.startswith("Sample ") for report in reports)
    dated = {str(report.path).rsplit("/", maxsplit=1)[1]: report.published for report in reports}
    assert [name for name, when in dated.items() if when is None] == [
        "06-sample-bulletin-without-a-date.txt"
    ]
    credited = [str(report.path)[-30:] for report in reports if report.agency]
    assert len(credited) == 2
    pdf = next(report for report in reports if str(report.path).endswith(".pdf"))
    assert [len(span) > 30 for span in pdf.body] == [True] * len(pdf.body)
