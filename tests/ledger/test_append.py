"""What is appended, what is refused, and what a second time changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DatabaseError

from secondsource.claims import Claim, Modality, Polarity
from secondsource.errors import EvidenceMismatch, NotInLedger
from secondsource.ledger import ClaimFilter, Extraction, InputKey, InputSeen, Ledger
from secondsource.ledger.address import address_of
from secondsource.ledger.connection import connect
from secondsource.ledger.schema import FACTS
from secondsource.reports import Aside, AsideKind, Basis, Rejection, RejectionKind, Stated
from secondsource.text import Evidence, Span
from tests.ledger.making import (
    actor_mention,
    make_claim,
    make_report,
    place_mention,
    seen,
    words,
)

BATTLE = make_report(
    "Isis attacked Nusra Front in Atareb on Sunday, a resident said. “Nobody knows,” he added.\r\n",
    title="Fighting in the north",
    published="2014-11-03",
    path="news/battle.txt",
)
BATTLE_CLAIM = make_claim(
    BATTLE,
    "attacked",
    ["Isis"],
    ["Nusra Front"],
    place="Atareb",
    when=("Sunday", "2014-11-02"),
    source="a resident",
)
BATTLE_FOUND = Extraction(
    report_id=BATTLE.id,
    extractor="all/1",
    claims=(BATTLE_CLAIM,),
    actors=(actor_mention(BATTLE, "Isis"), actor_mention(BATTLE, "Nusra Front")),
    places=(place_mention(BATTLE, "Atareb"),),
)


def rejected(locator: str, sha256: str | None = None) -> InputSeen:
    return InputSeen.of(
        Rejection(
            input=locator,
            reason="it has 3 GB",
            next_step="raise the limit",
            kind=RejectionKind.TOO_LARGE,
            bytes_sha256=sha256,
        )
    )


def test_a_report_comes_back_exactly(ledger: Ledger) -> None:
    full = replace(
        BATTLE,
        body=(Span(0, 20), Span(30, 40)),
        aside=(Aside(span=Span(20, 25), kind=AsideKind.CREDIT),),
        dateline=Stated(value="Atareb", basis=Basis.TEXT, span=Span(29, 35)),
        url="https://example.org/a?b=ä",
    )
    assert ledger.add_inputs([seen(full)]).reports == (full.id,)
    assert list(ledger.reports()) == [full]


def test_the_words_of_a_stance_come_back(ledger: Ledger) -> None:
    claim = replace(
        BATTLE_CLAIM,
        polarity=Polarity.DENIED,
        polarity_words=(words(BATTLE, "Nobody"),),
        modality=Modality.PLANNED,
        modality_words=(words(BATTLE, "knows"), words(BATTLE, "added")),
    )
    ledger.add_inputs([seen(BATTLE)])
    ledger.add_extractions([replace(BATTLE_FOUND, claims=(claim,))])
    assert [found.claim for found in ledger.claims(ClaimFilter())] == [claim]


def test_a_second_time_changes_nothing(ledger: Ledger) -> None:
    batch = [seen(BATTLE), rejected("big.txt", "ab"), rejected("http://gone.example/")]
    first = ledger.add_inputs(batch)
    before = ledger.counts()
    second = ledger.add_inputs(batch)
    assert (first.reports, first.known, len(first.rejected)) == ((BATTLE.id,), 0, 2)
    assert (second.reports, second.known, len(second.rejected)) == ((), 3, 0)
    assert ledger.counts() == before
    assert (before.reports, before.rejected) == (1, 2)


def test_one_report_at_two_places_is_one_report(ledger: Ledger) -> None:
    added = ledger.add_inputs([seen(BATTLE, "a.txt"), seen(BATTLE, "b.txt")])
    assert (added.reports, added.known) == ((BATTLE.id,), 1)
    again = ledger.add_inputs([seen(BATTLE, "c.txt")])
    assert (again.reports, again.known) == ((), 1)
    assert ledger.report("b.txt") == ledger.report("c.txt") == BATTLE


def test_the_first_of_two_places_in_a_batch_is_kept(ledger: Ledger) -> None:
    copy = replace(BATTLE, path="news/copy.txt", published=None)
    ledger.add_inputs([seen(BATTLE), seen(copy)])
    assert list(ledger.reports()) == [BATTLE]
    assert ledger.report("copy.txt") == ledger.report("battle.txt") == BATTLE


def test_known_inputs_tell_what_was_made_of_them(ledger: Ledger) -> None:
    ledger.add_inputs([seen(BATTLE), rejected("big.txt", "ab")])
    there, big, changed = (
        seen(BATTLE).key,
        InputKey(locator="big.txt", sha256="ab"),
        InputKey(locator="big.txt", sha256="cd"),
    )
    known = ledger.known_inputs([there, big, changed])
    assert known[there].reports == (BATTLE.id,)
    assert known[big].rejection == rejected("big.txt", "ab").rejection
    assert changed not in known
    assert [one.key for one in ledger.rejected_inputs()] == [big]


def test_entries_of_one_feed_are_one_input(ledger: Ledger) -> None:
    first, second, third = (make_report(f"Entry {number}.") for number in range(3))
    feed = InputKey(locator="https://example.org/feed", sha256="ab")
    entries = [InputSeen(key=feed, reports=(entry,)) for entry in (first, second, first)]
    added = ledger.add_inputs(entries)
    assert (added.reports, added.known) == ((first.id, second.id), 1)
    later = ledger.add_inputs([entries[1], InputSeen(key=feed, reports=(third,))])
    assert (later.reports, later.known) == ((third.id,), 1)
    known = ledger.known_inputs([feed])[feed].reports
    assert set(known) == {first.id, second.id, third.id}


def test_a_rejected_input_may_be_read_later(ledger: Ledger) -> None:
    ledger.add_inputs([rejected("news/battle.txt", BATTLE.bytes_sha256)])
    assert ledger.add_inputs([seen(BATTLE)]).reports == (BATTLE.id,)
    assert ledger.known_inputs([seen(BATTLE).key])[seen(BATTLE).key].rejection is None
    assert ledger.add_inputs([rejected("news/battle.txt", BATTLE.bytes_sha256)]).known == 1
    assert ledger.add_inputs([seen(BATTLE)]).known == 1


@pytest.mark.parametrize("text_", ["half \ud83d a pair", "a NUL \x00 inside"])
def test_a_text_no_database_keeps_is_a_rejection(ledger: Ledger, text_: str) -> None:
    added = ledger.add_inputs([seen(make_report(text_), "odd.txt"), seen(BATTLE)])
    assert added.reports == (BATTLE.id,)
    assert [(one.input, one.kind) for one in added.rejected] == [
        ("odd.txt", RejectionKind.UNREADABLE)
    ]


def test_an_odd_file_name_is_kept_escaped(ledger: Ledger) -> None:
    odd = replace(BATTLE, path="caf\udce9.txt")
    assert ledger.add_inputs([seen(odd)]).reports == (odd.id,)
    assert ledger.report("caf\udce9.txt").path == "caf\\udce9.txt"
    assert ledger.add_inputs([seen(odd)]).known == 1


def test_an_input_gives_reports_or_a_reason() -> None:
    with pytest.raises(ValueError, match="gives reports or is rejected"):
        InputSeen(key=InputKey(locator="x", sha256=None))


def test_claims_and_mentions_come_back_exactly(ledger: Ledger) -> None:
    ledger.add_inputs([seen(BATTLE)])
    assert ledger.add_extractions([BATTLE_FOUND]) == (BATTLE.id,)
    found = list(ledger.claims())
    assert [one.claim for one in found] == [BATTLE_CLAIM]
    assert found[0].report == BATTLE
    assert ledger.mentions(BATTLE.id) == (BATTLE_FOUND.actors, BATTLE_FOUND.places)


def test_another_extractor_adds_and_never_overwrites(ledger: Ledger) -> None:
    ledger.add_inputs([seen(BATTLE)])
    ledger.add_extractions([BATTLE_FOUND])
    assert ledger.add_extractions([replace(BATTLE_FOUND, claims=())]) == ()
    assert [one.claim for one in ledger.claims()] == [BATTLE_CLAIM]
    newer = make_claim(BATTLE, "attacked", ["Isis"], extractor="rules/2")
    assert list(ledger.unextracted("all/2")) == [BATTLE]
    ledger.add_extractions([replace(BATTLE_FOUND, extractor="all/2", claims=(newer,))])
    assert list(ledger.unextracted("all/2")) == []
    assert [one.claim for one in ledger.claims()] == [newer]
    earlier = ledger.claims(ClaimFilter(extractor="all/1"))
    assert [one.claim for one in earlier] == [BATTLE_CLAIM]


def test_an_extractor_that_found_nothing_has_still_read(ledger: Ledger) -> None:
    ledger.add_inputs([seen(BATTLE)])
    ledger.add_extractions([Extraction(report_id=BATTLE.id, extractor="all/1")])
    assert list(ledger.unextracted("all/1")) == []
    assert ledger.counts().extracted == 1


def test_of_claims_with_one_id_the_surest_is_kept(ledger: Ledger) -> None:
    ledger.add_inputs([seen(BATTLE)])
    unsure = replace(BATTLE_CLAIM, confidence=0.2)
    ledger.add_extractions([replace(BATTLE_FOUND, claims=(unsure, BATTLE_CLAIM))])
    assert [one.claim.confidence for one in ledger.claims()] == [BATTLE_CLAIM.confidence]


def with_evidence_of_another_text(claim: Claim) -> Claim:
    other = "Nobody attacked anybody anywhere on that day, all residents said."
    return replace(claim, evidence=(Evidence.at(other, Span(0, 15)),))


@pytest.mark.parametrize(
    "wrong",
    [
        replace(BATTLE_FOUND, claims=(with_evidence_of_another_text(BATTLE_CLAIM),)),
        replace(BATTLE_FOUND, claims=(replace(BATTLE_CLAIM, report_id="r_other"),)),
        replace(
            BATTLE_FOUND,
            claims=(
                replace(BATTLE_CLAIM, hedges=(words(make_report("reportedly"), "reportedly"),)),
            ),
        ),
        replace(
            BATTLE_FOUND,
            actors=(replace(BATTLE_FOUND.actors[0], span=Span(5, len(BATTLE.text) + 1)),),
        ),
        replace(BATTLE_FOUND, places=(replace(BATTLE_FOUND.places[0], span=Span(3, 3)),)),
    ],
)
def test_words_that_are_not_the_reports_are_refused(ledger: Ledger, wrong: Extraction) -> None:
    other = make_report("Ahrar al-Sham attacked Kobani.")
    ledger.add_inputs([seen(BATTLE), seen(other)])
    good = Extraction(report_id=other.id, extractor="all/1")
    with pytest.raises(EvidenceMismatch):
        ledger.add_extractions([good, wrong])
    assert len(list(ledger.unextracted("all/1"))) == 2


def test_an_unknown_report_is_named(ledger: Ledger) -> None:
    with pytest.raises(NotInLedger, match="r_none"):
        ledger.add_extractions([Extraction(report_id="r_none", extractor="all/1")])


def fill(ledger: Ledger) -> None:
    """At least one row in every table of facts."""
    ledger.add_inputs([seen(BATTLE)])
    ledger.add_extractions([BATTLE_FOUND])
    decision = ledger.withdraw(BATTLE.id, who="A", why="a test")
    ledger.withdraw_decision(decision.id, who="A", why="a test")


def refusal(engine: Engine, statement: str) -> str:
    """What the database says to a statement, empty where it obeys."""
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    except DatabaseError as error:
        return str(error.orig)
    return ""


def test_facts_are_only_appended(ledger: Ledger, place: str) -> None:
    fill(ledger)
    engine = create_engine(address_of(place).url)
    obeyed = []
    for table in FACTS:
        column = next(iter(table.c)).name
        changes = [f"UPDATE {table.name} SET {column} = {column}", f"DELETE FROM {table.name}"]
        if engine.dialect.name == "postgresql":
            changes.append(f"TRUNCATE {table.name} CASCADE")
        obeyed += [
            change for change in changes if "are only appended" not in refusal(engine, change)
        ]
    engine.dispose()
    assert obeyed == []


def test_replacing_a_row_is_refused_too(made_file: object, tmp_path: object) -> None:
    store = connect(address_of(tmp_path / "ledger.db"))
    (tmp_path / "ledger.db").write_bytes(made_file.read_bytes())
    entry = "INTO decision (seq, who, at, what, subject, why) VALUES (1, :who, '', '', '', '')"
    with store.writing() as connection:
        connection.execute(text(f"INSERT {entry}"), {"who": "first"})
    with (
        pytest.raises(Exception, match="only appended"),
        store.writing() as connection,
    ):
        connection.execute(text(f"INSERT OR REPLACE {entry}"), {"who": "second"})
    store.close()


def test_damaged_words_are_noticed_on_reading(ledger: Ledger, place: str) -> None:
    ledger.add_inputs([seen(BATTLE)])
    ledger.add_extractions([BATTLE_FOUND])
    engine = create_engine(address_of(place).url)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER report_refuses_update"))
        else:
            connection.execute(text("DROP TRIGGER report_append_only ON report"))
        connection.execute(text("UPDATE report SET text = replace(text, 'Atareb', 'Kobani')"))
    engine.dispose()
    with pytest.raises(EvidenceMismatch):
        list(ledger.claims())
