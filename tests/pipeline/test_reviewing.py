"""Decisions about claims: they win, they outlive another reading, and they can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.annotations import ActorKind, QuantityRole, SourceType
from secondsource.claims import (
    Claim,
    Correction,
    EventType,
    GivenCount,
    GivenParty,
    GivenSource,
    GivenTime,
    Modality,
    Polarity,
    Reviewed,
    TieType,
)
from secondsource.errors import Conflict, EvidenceMismatch, LedgerError, NotInLedger, UsageError
from secondsource.ledger import Decision, Extraction, Seen
from secondsource.pipeline import Workspace, open_workspace
from secondsource.text import Span


@pytest.fixture
def ledger(small_ledger: Path, tmp_path: Path) -> Iterator[Workspace]:
    place = tmp_path / "copy.db"
    shutil.copy(small_ledger, place)
    with open_workspace(place) as opened:
        yield opened


def assault(ledger: Workspace) -> Claim:
    return next(
        claim
        for claim in ledger.claims(type="ASSAULT")
        if {party.id for party in claim.actors} == {"islamic-state"}
    )


def by_id(ledger: Workspace, claim: str) -> Claim | None:
    return next((one for one in ledger.claims() if one.id == claim), None)


def read_again(ledger: Workspace, report: str, change: Callable[[Claim], Claim | None]) -> None:
    """What a later extractor makes of a report: what this one found, each claim changed."""
    found = [
        replace(claim, extractor="later/9", review=None) for claim in ledger.claims(report=report)
    ]
    made = [changed for claim in found if (changed := change(claim)) is not None]
    again = Extraction(report_id=report, extractor="later/9", claims=tuple(made))
    assert ledger.ledger.add_extractions([again]) == (report,)


def same(claim: Claim) -> Claim | None:
    return claim


def nothing(claim: Claim) -> Claim | None:
    return None


@pytest.mark.parametrize("change", [same, nothing])
def test_what_a_person_accepts_stands_whatever_is_read_later(
    ledger: Workspace, change: Callable[[Claim], Claim | None]
) -> None:
    claim = assault(ledger)
    made = ledger.accept_claim(claim.id, who="desk", why="read it")
    assert (made.decided.what, made.decided.subject) == ("accept claim", claim.id)
    read_again(ledger, claim.report_id, change)
    stands = by_id(ledger, claim.id)
    assert stands is not None
    assert stands.review is not None
    assert stands.review.how is Reviewed.ACCEPTED
    assert replace(stands, review=None) == claim
    trigger = [one for one in ledger.claims(type="ASSAULT") if one.trigger == claim.trigger]
    assert trigger == [stands]


def test_what_a_person_rejects_stays_away_after_another_reading(ledger: Workspace) -> None:
    claim = assault(ledger)
    events = len(ledger.events())
    ledger.reject_claim(claim.id, who="desk")
    assert by_id(ledger, claim.id) is None
    assert all(claim.id not in row.record.claims for row in ledger.events())
    assert len(ledger.events()) <= events
    read_again(ledger, claim.report_id, same)
    assert [one for one in ledger.claims(type="ASSAULT") if one.trigger == claim.trigger] == []


def test_a_rejection_takes_no_claim_of_another_type_along(ledger: Workspace) -> None:
    claim = assault(ledger)
    ledger.reject_claim(claim.id, who="desk")
    read_again(
        ledger,
        claim.report_id,
        lambda one: replace(one, type=EventType.COERCE) if one.type is EventType.ASSAULT else one,
    )
    assert by_id(ledger, claim.id) is None
    # The rejected claim is gone from the reading that was made anew, so none of its type is left.
    assert not any(one.trigger == claim.trigger for one in ledger.claims(type="ASSAULT"))


def test_every_field_can_be_corrected_with_its_words(ledger: Workspace) -> None:
    claim = assault(ledger)
    text = ledger.ledger.report(claim.report_id).text

    def words(of: str) -> Span:
        return Span(text.index(of), text.index(of) + len(of))

    change = Correction(
        type=EventType.COERCE,
        mode="seize",
        contexts=("military",),
        modality=Modality.POSSIBLE,
        polarity=Polarity.UNCONFIRMED,
        actors=(
            GivenParty(
                span=words("residents"), id=None, name="residents", kind=ActorKind.CIVILIANS
            ),
        ),
        recipients=(
            GivenParty(span=words("The Islamic State"), id="islamic-state", name="Islamic State"),
        ),
        time=GivenTime(span=words("on Monday"), edtf="2014-12-08", precision="day"),
        quantities=(GivenCount(span=words("14 fighters"), low=14, role=QuantityRole.KILLED),),
        attribution=(
            GivenSource(
                span=words("residents"),
                name="residents",
                type=SourceType.GROUP,
                cue=words("said"),
            ),
        ),
        cleared=frozenset({"place"}),
    )
    ledger.correct_claim(claim.id, change, who="desk", why="misread")
    stands = by_id(ledger, claim.id)
    assert stands is not None
    assert (stands.type, stands.mode, stands.contexts) == (EventType.COERCE, "seize", ("military",))
    assert (stands.modality, stands.polarity) == (Modality.POSSIBLE, Polarity.UNCONFIRMED)
    assert [party.name for party in stands.actors] == ["residents"]
    assert [party.id for party in stands.recipients] == ["islamic-state"]
    assert stands.time is not None
    assert (stands.time.words.text, stands.time.edtf) == ("on Monday", "2014-12-08")
    assert [(count.words.text, count.low) for count in stands.quantities] == [("14 fighters", 14)]
    assert [link.cue.text for link in stands.attribution if link.cue] == ["said"]
    assert stands.place is None
    assert claim.id in {one.id for one in ledger.claims(type="COERCE")}
    assert claim.id not in {one.id for one in ledger.claims(type="ASSAULT")}
    event = next(row for row in ledger.events() if claim.id in row.record.claims)
    assert event.record.type is EventType.COERCE


def test_corrections_build_on_each_other_and_survive_another_reading(ledger: Workspace) -> None:
    claim = assault(ledger)
    ledger.correct_claim(claim.id, Correction(type=EventType.COERCE), who="one")
    ledger.correct_claim(claim.id, Correction(polarity=Polarity.DENIED), who="two")
    read_again(ledger, claim.report_id, same)
    stands = by_id(ledger, claim.id)
    assert stands is not None
    assert (stands.type, stands.polarity) == (EventType.COERCE, Polarity.DENIED)
    assert not any(one.trigger == claim.trigger for one in ledger.claims(type="ASSAULT"))


def test_a_missed_claim_can_be_added_corrected_and_taken_back(ledger: Workspace) -> None:
    report = assault(ledger).report_id
    text = ledger.ledger.report(report).text
    sentence = Span(0, text.index(". ") + 1)
    trigger = Span(text.index("attacked"), text.index("attacked") + len("attacked"))
    made = ledger.add_claim(
        report, Correction(type=TieType.HOSTILE), trigger=trigger, evidence=[sentence], who="desk"
    )
    claim = by_id(ledger, made.decided.subject)
    assert claim is not None
    assert (claim.type, claim.review and claim.review.how) == (TieType.HOSTILE, Reviewed.ADDED)
    ledger.correct_claim(claim.id, Correction(polarity=Polarity.DENIED), who="desk")
    changed = by_id(ledger, claim.id)
    assert changed is not None
    assert changed.polarity is Polarity.DENIED
    assert changed.review == claim.review
    read_again(ledger, report, same)
    assert by_id(ledger, claim.id) == changed
    for number in range(2, 0, -1):
        ledger.undo(number, who="desk")
    assert by_id(ledger, claim.id) is None


def test_undo_brings_the_first_reading_back_and_stays_in_the_log(ledger: Workspace) -> None:
    before, events, ties = list(ledger.claims()), ledger.events(), ledger.ties()
    claim = assault(ledger)
    first = ledger.correct_claim(claim.id, Correction(type=EventType.COERCE), who="one")
    second = ledger.reject_claim(claim.id, who="two")
    ledger.undo(second.id, who="one", why="too strict")
    assert by_id(ledger, claim.id) is not None
    ledger.undo(first.id, who="two")
    assert sorted(ledger.claims(), key=lambda one: one.id) == sorted(before, key=lambda one: one.id)
    assert (ledger.events(), ledger.ties()) == (events, ties)
    log = ledger.ledger.reviews.of(claim.id)
    assert [(one.decided.who, one.withdrawn_by) for one in log] == [("one", "two"), ("two", "one")]
    with pytest.raises(LedgerError, match="took it back before"):
        ledger.undo(first.id, who="two")


def test_two_reviewers_do_not_overwrite_each_other(ledger: Workspace) -> None:
    claim = assault(ledger)
    looked = Seen(decision=None)
    made = ledger.correct_claim(
        claim.id, Correction(polarity=Polarity.DENIED), who="one", seen=looked
    )
    with pytest.raises(Conflict, match="one decided on it"):
        ledger.reject_claim(claim.id, who="two", seen=looked)
    assert [one.id for one in ledger.ledger.reviews.all()] == [made.id]
    ledger.accept_claim(claim.id, who="two", seen=Seen(decision=made.id))
    ledger.undo(2, who="two")
    with pytest.raises(Conflict, match="one decided on it"):
        ledger.accept_claim(claim.id, who="three", seen=Seen(decision=2))


def _empty(ledger: Workspace, claim: Claim) -> Decision:
    return ledger.correct_claim(claim.id, Correction(), who="desk")


def _foreign_words(ledger: Workspace, claim: Claim) -> Decision:
    far = GivenTime(span=Span(10**6, 10**6 + 4), edtf="2014", precision="year")
    return ledger.correct_claim(claim.id, Correction(time=far), who="desk")


def _unknown(ledger: Workspace, claim: Claim) -> Decision:
    return ledger.accept_claim("c_0000000000000000", who="desk")


def _untyped(ledger: Workspace, claim: Claim) -> Decision:
    here = claim.trigger.span
    return ledger.add_claim(
        claim.report_id, Correction(), trigger=here, evidence=[here], who="desk"
    )


def _wordless(ledger: Workspace, claim: Claim) -> Decision:
    change = Correction(type=EventType.AGREE)
    here = claim.trigger.span
    return ledger.add_claim(claim.report_id, change, trigger=here, evidence=[], who="desk")


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (_empty, UsageError),
        (_foreign_words, EvidenceMismatch),
        (_unknown, NotInLedger),
        (_untyped, UsageError),
        (_wordless, UsageError),
    ],
)
def test_what_cannot_be_decided_leaves_no_trace(
    ledger: Workspace,
    act: Callable[[Workspace, Claim], Decision],
    error: type[Exception],
) -> None:
    before = list(ledger.claims())
    with pytest.raises(error):
        act(ledger, assault(ledger))
    assert list(ledger.claims()) == before
    assert ledger.ledger.reviews.all() == ()


def test_a_field_that_a_claim_needs_cannot_be_cleared() -> None:
    with pytest.raises(UsageError, match="evidence"):
        Correction(cleared=frozenset({"evidence"}))
