"""The present picture: finding reports, filtering claims, actors and places, withdrawal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.claims import ClaimKind, EventType, Modality, Polarity, TieType
from secondsource.errors import LedgerError, NotInLedger, UsageError
from secondsource.ledger import (
    ClaimFilter,
    Extraction,
    Ledger,
    NewDecision,
    claim_reader,
    open_ledger,
    paging,
    report_reader,
)
from tests.ledger.making import actor_mention, make_claim, make_report, place_mention, seen

FIRST = make_report(
    "Isis attacked Nusra Front in Atareb on Sunday. Nusra Front agreed with Ahrar al-Sham.",
    path="news/2014/first.txt",
    title="First",
    published="2014-11-03",
)
SECOND = make_report(
    "Isis withdrew from Kobani in January. Isis did not attack the town council.",
    path="news/2015/second.txt",
    outlet="Sample Times",
)
ATTACK = make_claim(
    FIRST, "attacked", ["Isis"], ["Nusra Front"], place="Atareb", when=("Sunday", "2014-11-02")
)
PACT = make_claim(FIRST, "agreed", ["Nusra Front"], ["Ahrar al-Sham"], kind=TieType.ALLY)
RETREAT = make_claim(
    SECOND,
    "withdrew",
    ["Isis"],
    kind=EventType.RETREAT,
    place="Kobani",
    when=("January", "2015-01"),
)
DENIAL = replace(
    make_claim(SECOND, "attack", ["Isis"], ["the town council"]),
    polarity=Polarity.DENIED,
    modality=Modality.POSSIBLE,
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add_inputs([seen(FIRST), seen(SECOND)])
    ledger.add_extractions(
        [
            Extraction(
                report_id=FIRST.id,
                extractor="all/1",
                claims=(ATTACK, PACT),
                actors=tuple(
                    actor_mention(FIRST, name) for name in ("Isis", "Nusra Front", "Ahrar al-Sham")
                ),
                places=(place_mention(FIRST, "Atareb"),),
            ),
            Extraction(
                report_id=SECOND.id,
                extractor="all/1",
                claims=(RETREAT, DENIAL),
                actors=(actor_mention(SECOND, "Isis"), actor_mention(SECOND, "the town council")),
                places=(
                    place_mention(SECOND, "Kobani"),
                    place_mention(SECOND, "Kobani", adjectival=True),
                ),
            ),
        ]
    )
    return ledger


FILTERED = (
    (ClaimFilter(), [ATTACK, PACT, RETREAT, DENIAL]),
    (ClaimFilter(report=SECOND.id), [RETREAT, DENIAL]),
    (ClaimFilter(ids=(PACT.id, DENIAL.id)), [PACT, DENIAL]),
    (ClaimFilter(actor="islamic-state"), [ATTACK, RETREAT, DENIAL]),
    (ClaimFilter(actor="ahrar-al-sham"), [PACT]),
    (ClaimFilter(between=("nusra-front", "islamic-state")), [ATTACK]),
    (ClaimFilter(between=("islamic-state", "ahrar-al-sham")), []),
    (ClaimFilter(kind=ClaimKind.TIE), [PACT]),
    (ClaimFilter(type="ASSAULT"), [ATTACK, DENIAL]),
    (ClaimFilter(type="ASSAULT", polarity=Polarity.AFFIRMED), [ATTACK]),
    (ClaimFilter(modality=Modality.POSSIBLE), [DENIAL]),
    (ClaimFilter(place=172946), [ATTACK]),
    (ClaimFilter(country="SY"), [ATTACK, RETREAT]),
    (ClaimFilter(since=date(2014, 11, 3)), [RETREAT]),
    (ClaimFilter(until=date(2015, 1, 15)), [ATTACK, RETREAT]),
    (ClaimFilter(since=date(2015, 1, 31), until=date(2015, 12, 31)), [RETREAT]),
    (ClaimFilter(extractor="all/2"), []),
)


def test_claims_are_filtered(filled: Ledger) -> None:
    for wanted, expected in FILTERED:
        assert [found.claim for found in filled.claims(wanted)] == expected, wanted


def test_pages_join_without_gaps(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claim_reader, "PAGE", 1)
    monkeypatch.setattr(report_reader, "PAGE", 1)
    monkeypatch.setattr(report_reader, "REPORTS_A_PAGE", 1)
    assert [found.claim for found in filled.claims()] == [ATTACK, PACT, RETREAT, DENIAL]
    assert list(filled.reports()) == [FIRST, SECOND]
    assert paging.PAGE > 1


def test_a_stream_keeps_to_the_picture_of_its_start(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_reader, "PAGE", 1)
    stream = filled.claims()
    first = next(stream).claim
    newer = make_claim(FIRST, "attacked", ["Isis"], extractor="rules/2")
    filled.add_extractions([Extraction(report_id=FIRST.id, extractor="all/2", claims=(newer,))])
    assert [first, *(found.claim for found in stream)] == [ATTACK, PACT, RETREAT, DENIAL]
    assert [found.claim for found in filled.claims()] == [RETREAT, DENIAL, newer]


def test_summaries_count_the_claims_of_the_latest_extraction(filled: Ledger) -> None:
    unread = make_report("Nobody has read this yet.", path="third.txt")
    filled.add_inputs([seen(unread)])
    filled.add_extractions([Extraction(report_id=FIRST.id, extractor="all/2", claims=(PACT,))])
    rows = list(filled.summaries())
    assert [(row.path, row.claims) for row in rows] == [
        (FIRST.path, 1),
        (SECOND.path, 2),
        ("third.txt", None),
    ]
    assert (rows[0].title, rows[0].published, rows[0].language) == ("First", "2014-11-03", "en")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (FIRST.id, FIRST),
        (FIRST.id[:8], FIRST),
        ("news/2015/second.txt", SECOND),
        ("second.txt", SECOND),
    ],
)
def test_a_report_is_found_by_name(filled: Ledger, name: str, expected: object) -> None:
    assert filled.report(name) == expected


@pytest.mark.parametrize(
    "name", ["", "r_", "nothing.txt", "%", "r_%", "econd.txt", "r_00%\x00\ud800"]
)
def test_a_name_that_means_nothing(filled: Ledger, name: str) -> None:
    with pytest.raises(NotInLedger):
        filled.report(name)


def test_a_name_that_means_several_lists_them(ledger: Ledger) -> None:
    same = [replace(FIRST, path="feed.xml"), replace(SECOND, path="feed.xml")]
    ledger.add_inputs([seen(one) for one in same])
    with pytest.raises(UsageError, match=f"{FIRST.id}, {SECOND.id}"):
        ledger.report("feed.xml")


def test_a_claim_is_found_by_id(filled: Ledger) -> None:
    assert filled.claim(PACT.id).claim == PACT
    with pytest.raises(NotInLedger, match="c_none"):
        filled.claim("c_none")


def test_actors_and_places_are_counted(filled: Ledger) -> None:
    isis = filled.actors()[0]
    assert (isis.id, isis.words, isis.mentions, isis.reports, isis.claims) == (
        "islamic-state",
        ("Isis",),
        2,
        2,
        3,
    )
    assert [actor.id for actor in filled.actors()] == [
        "islamic-state",
        "ahrar-al-sham",
        "nusra-front",
    ]
    assert [(place.name, place.geonames_id, place.mentions) for place in filled.places()] == [
        ("Atareb", 172946, 1),
        ("Kobani", 169113, 1),
    ]


def test_counts(filled: Ledger) -> None:
    counts = filled.counts()
    assert (counts.reports, counts.extracted, counts.claims) == (2, 2, 4)
    assert (counts.actors, counts.places, counts.withdrawn, counts.rejected) == (3, 2, 0, 0)


def test_a_withdrawn_report_is_hidden_and_kept(filled: Ledger) -> None:
    decision = filled.withdraw(FIRST.id, who="editor", why="a hoax")
    assert [found.claim for found in filled.claims()] == [RETREAT, DENIAL]
    assert list(filled.reports()) == [SECOND]
    assert [actor.id for actor in filled.actors()] == ["islamic-state"]
    assert (filled.counts().reports, filled.counts().withdrawn) == (1, 1)
    assert filled.search("Atareb").reports == ()
    with pytest.raises(NotInLedger):
        filled.report(FIRST.id)
    with pytest.raises(NotInLedger, match="withdrawn already"):
        filled.withdraw(FIRST.id, who="editor", why="again")
    assert filled.add_inputs([seen(FIRST)]).reports == ()
    assert list(filled.reports()) == [SECOND]
    filled.withdraw_decision(decision.id, who="chief", why="no hoax")
    assert filled.report(FIRST.id) == FIRST
    assert [found.claim for found in filled.claims()] == [ATTACK, PACT, RETREAT, DENIAL]


def test_decisions_are_a_log(filled: Ledger) -> None:
    merge = NewDecision(
        who="A", what="merge", subject="x-town", why="same", before='{"id": 1}', after=None
    )
    decided = filled.decide(merge)
    filled.decide(replace(merge, subject="x-other"))
    withdrawn = filled.withdraw_decision(decided.id, who="B", why="not the same")
    assert (decided.decided, decided.withdrawn_by) == (merge, None)
    assert filled.decisions("x-town") == (withdrawn,)
    assert (withdrawn.decided, withdrawn.withdrawn_by, withdrawn.at) == (merge, "B", decided.at)
    assert len(filled.decisions()) == 2
    with pytest.raises(LedgerError, match="took it back before"):
        filled.withdraw_decision(decided.id, who="C", why="again")
    with pytest.raises(NotInLedger):
        filled.withdraw_decision(99, who="C", why="none")


def test_a_moment_sees_one_state_whatever_others_write(filled: Ledger, place: str) -> None:
    with open_ledger(place) as other:
        with filled.moment():
            before = filled.counts()
            other.withdraw(FIRST.id, who="reader", why="published by mistake")
            assert filled.counts() == before
            with filled.moment():
                assert filled.counts() == before
        assert filled.counts().withdrawn == before.withdrawn + 1


def test_a_moment_that_fails_is_over(filled: Ledger) -> None:
    with pytest.raises(NotInLedger), filled.moment():
        filled.report("r_nobody")
    filled.withdraw(FIRST.id, who="reader", why="published by mistake")
    assert filled.counts().withdrawn == 1
