"""Keys by which reports find each other, and an outlet's standing text."""

from __future__ import annotations

import pytest

from secondsource.fusion import (
    CROWD,
    LEAST_MARKS,
    STANDING,
    Fingerprint,
    candidates,
    fingerprint,
    near_copy_keys,
    standing_text,
)
from tests.fusion.making import make_report

PASSAGE = (
    "At the second checkpoint gunmen stopped the drivers and asked for papers, and one of them ran"
    " into the olive groves and was not followed before the evening."
)


def villages(first: int, last: int) -> str:
    return " ".join(f"Village number {n} reported {n + 3} shells." for n in range(first, last))


def test_a_passage_is_found_in_a_report_thirty_times_as_long() -> None:
    excerpt = make_report(PASSAGE, outlet="Sample Mail")
    whole = make_report(f"{villages(0, 90)} {PASSAGE} {villages(100, 190)}", outlet="Sample Post")
    shared = near_copy_keys(excerpt) & near_copy_keys(whole)
    assert len(shared) >= LEAST_MARKS
    pair = tuple(sorted((excerpt.id, whole.id)))
    assert candidates(map(fingerprint, (excerpt, whole))) == (pair,)


def test_reports_on_other_things_are_not_compared() -> None:
    one = make_report(PASSAGE, outlet="Sample Mail")
    other = make_report("Snow closed the pass for two days and the school with it.", outlet="B")
    assert candidates(map(fingerprint, (one, other))) == ()


def test_a_citation_is_found_by_what_it_is_cited_for() -> None:
    dispatch = make_report(
        "BEIRUT (AP) — The envoys of Hajin and Susah signed a truce in the customs house of Tanf"
        f" before dawn, a customs clerk said. {villages(0, 60)}"
    )
    roundup = make_report(
        f"{villages(200, 260)}\n\nThe envoys of Hajin and Susah signed a truce in Tanf, according"
        f" to AP.\n\n{villages(300, 360)}"
    )
    shared = fingerprint(dispatch).words & fingerprint(roundup).words
    assert len(shared) >= 5


def print_of(name: str, marks: set[int], **fields) -> Fingerprint:
    given = {"outlet": None, "frame": None, "sentences": frozenset(), "words": frozenset()}
    return Fingerprint(report_id=name, marks=frozenset(marks), **{**given, **fields})


@pytest.mark.parametrize(("holders", "found"), [(CROWD, True), (CROWD + 1, False)])
def test_a_key_of_a_crowd_proposes_nothing(holders: int, found: bool) -> None:
    crowd = [print_of(f"r_{n:04}", {1, 2, 3}) for n in range(holders)]
    assert (("r_0000", "r_0001") in candidates(crowd)) == found


@pytest.mark.parametrize(
    ("outlets", "frames", "standing"),
    [
        (["post"] * STANDING, range(STANDING), True),
        (["post"] * (STANDING - 1), range(STANDING - 1), False),
        (["post"] * STANDING, [1] * STANDING, False),
        ([None] * STANDING, range(STANDING), False),
        (["post", "mail"] * (STANDING - 1), range(2 * (STANDING - 1)), False),
    ],
    ids=["often", "too seldom", "reprints of one text", "unknown outlet", "two outlets"],
)
def test_standing_text(outlets, frames, standing) -> None:
    prints = [
        print_of(f"r_{n}", set(), outlet=outlet, frame=frame, sentences=frozenset({7}))
        for n, (outlet, frame) in enumerate(zip(outlets, frames, strict=True))
    ]
    assert bool(standing_text(prints)) == standing
