"""Documents from outside: what is one, what is none, and where that is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.pipeline.documents import (
    DocumentRecord,
    Undocumented,
    as_report,
    parse_documents,
    parse_lines,
)

GOOD = {"id": "1", "text": "Rebels attacked Aleppo."}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "line 1: this is not JSON"),
        (b"\xff", "line 1: this is not JSON in UTF-8"),
        (b"[" * 100_000, "line 1: this is not JSON"),
        (b"[1]", "line 1: this is no JSON object"),
        (b"null", "line 1: this is no JSON object"),
        (b'{"text": "x"}', "field 'id'"),
        (b'{"id": 7, "text": "x"}', "field 'id'"),
        (b'{"id": "1", "text": null}', "field 'text'"),
        (b'{"id": "1", "text": "\\ud800"}', "half a surrogate pair"),
        (b'{"id": "1", "text": "x", "mentions": [{"id": "m"}]}', "field 'mentions.0.start'"),
        (b'{"id": "1", "text": "x", "pairs": [{"id": "p"}]}', "field 'pairs.0.source'"),
        (
            b'{"id": "1", "text": "x", "pairs": [{"id": "p", "source": [0, 1], "target": [1, 9]}]}',
            "pair 'p': a span is not in the text",
        ),
        (
            b'{"id": "1", "text": "x", "pairs": [{"id": "p", "source": [1, 1], "target": [0, 1]}]}',
            "pair 'p': a span is not in the text",
        ),
    ],
)
def test_a_line_that_is_no_document_says_why(line: bytes, words: str) -> None:
    [found] = parse_lines([line])
    assert isinstance(found, Undocumented)
    assert words in str(found.reason)


def test_an_id_that_was_given_is_kept_with_the_error() -> None:
    [found] = parse_documents([{"id": "a\n1"}])
    assert isinstance(found, Undocumented)
    assert found.id == "a\n1"


@pytest.mark.parametrize("identity", ["\ud800", 7, None])
def test_an_id_that_json_cannot_carry_is_not(identity: object) -> None:
    [found] = parse_documents([{"id": identity}])
    assert isinstance(found, Undocumented)
    assert found.id is None


def test_empty_lines_and_a_byte_order_mark_are_passed_over() -> None:
    lines = [b"\xef\xbb\xbf" + json.dumps(GOOD).encode(), b"\n", b"  \n", b"{\n"]
    first, second = parse_lines(lines)
    assert isinstance(first, DocumentRecord)
    assert isinstance(second, Undocumented)
    assert "line 4" in str(second.reason)


@given(st.lists(st.binary(max_size=40)))
def test_no_bytes_stop_the_reading(lines: list[bytes]) -> None:
    found = list(parse_lines(lines))
    assert len(found) <= len(lines)


def test_what_the_caller_says_wins_over_the_text() -> None:
    document = DocumentRecord(id="1", text=GOOD["text"], outlet="Sample", published="2014-11")
    report = as_report(document)
    assert report.text == GOOD["text"]
    assert report.outlet is not None
    assert report.published is not None
    assert (report.outlet.value, report.published.value) == ("Sample", "2014-11")
