"""Decisions about who is who, on both databases: what was read stays, what is shown follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations import ActorKind, SourceType
from secondsource.claims import EventType, Informant, Link
from secondsource.ledger import (
    ActorLabel,
    ClaimFilter,
    Decision,
    Extraction,
    Identities,
    Ledger,
    Mentioned,
    Merge,
    NewDecision,
    Part,
    Rename,
    Ruling,
    Split,
    decision_for,
    ruling_of,
)
from tests.ledger.making import actor_mention, make_claim, make_report, seen, words

FIRST = make_report("Isis attacked Nusra Front. Ahrar al-Sham met Nusra Front.", path="first.txt")
SECOND = make_report("Nusra Front attacked Isis in Atareb.", path="second.txt")
ATTACK = make_claim(FIRST, "attacked", ["Isis"], ["Nusra Front"])
MEETING = make_claim(FIRST, "met", ["Ahrar al-Sham"], ["Nusra Front"], kind=EventType.CONSULT)
REVENGE = make_claim(SECOND, "attacked", ["Nusra Front"], ["Isis"])

ISIS = ActorLabel(id="islamic-state", name="Isis", kind=ActorKind.ARMED_GROUP)
NUSRA = ActorLabel(id="nusra-front", name="Nusra Front", kind=ActorKind.ARMED_GROUP)
AHRAR = ActorLabel(id="ahrar-al-sham", name="Ahrar al-Sham", kind=ActorKind.ARMED_GROUP)
OTHER = ActorLabel(id="x-other", name="Other Front", kind=ActorKind.MILITARY)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add_inputs([seen(FIRST), seen(SECOND)])
    ledger.add_extractions([_read(extractor="all/1")[0], _read(extractor="all/1")[1]])
    return ledger


def _read(extractor: str) -> tuple[Extraction, Extraction]:
    return (
        Extraction(
            report_id=FIRST.id,
            extractor=extractor,
            claims=(ATTACK, MEETING),
            actors=tuple(
                actor_mention(FIRST, name) for name in ("Isis", "Nusra Front", "Ahrar al-Sham")
            ),
        ),
        Extraction(
            report_id=SECOND.id,
            extractor=extractor,
            claims=(REVENGE,),
            actors=(actor_mention(SECOND, "Isis"), actor_mention(SECOND, "Nusra Front")),
        ),
    )


def _decide(ledger: Ledger, ruling: Ruling) -> Decision:
    return ledger.decide(decision_for(ruling, who="desk", why="seen so"))


def _parties(ledger: Ledger, wanted: ClaimFilter | None = None) -> list[tuple[str | None, ...]]:
    found = [one.claim for one in ledger.claims(wanted or ClaimFilter())]
    return [tuple(party.id for party in (*one.actors, *one.recipients)) for one in found]


def test_a_merge_holds_for_claims_mentions_and_counts(filled: Ledger) -> None:
    before = filled.counts().actors
    _decide(filled, Merge(kept=NUSRA, others=(AHRAR,)))
    assert _parties(filled) == [
        ("islamic-state", "nusra-front"),
        ("nusra-front", "nusra-front"),
        ("nusra-front", "islamic-state"),
    ]
    [nusra] = [one for one in filled.actors() if one.id == "nusra-front"]
    assert (nusra.mentions, nusra.reports, nusra.claims) == (3, 2, 3)
    assert nusra.words == ("Nusra Front", "Ahrar al-Sham")
    assert "ahrar-al-sham" not in {one.id for one in filled.actors()}
    assert filled.counts().actors == before - 1 == len(filled.actors())
    mention = filled.mentions(FIRST.id)[0][2]
    assert (mention.actor, mention.name) == ("nusra-front", "Nusra Front")
    assert "by desk: seen so" in mention.why


def test_a_filter_finds_the_claims_of_those_merged(filled: Ledger) -> None:
    _decide(filled, Merge(kept=NUSRA, others=(AHRAR,)))
    assert len(_parties(filled, ClaimFilter(actor="nusra-front"))) == 3
    assert _parties(filled, ClaimFilter(actor="ahrar-al-sham")) == []
    assert len(_parties(filled, ClaimFilter(between=("nusra-front", "islamic-state")))) == 2


def test_ids_words_and_evidence_stay(filled: Ledger) -> None:
    stored = [one.claim for one in filled.claims()]
    _decide(filled, Merge(kept=NUSRA, others=(AHRAR,)))
    shown = [one.claim for one in filled.claims()]
    assert [one.id for one in shown] == [one.id for one in stored]
    assert [one.evidence for one in shown] == [one.evidence for one in stored]
    assert [one.actors[0].words for one in shown] == [one.actors[0].words for one in stored]


def test_an_undone_decision_leaves_what_was_read(filled: Ledger) -> None:
    stored, listed = list(filled.claims()), filled.actors()
    made = _decide(filled, Merge(kept=NUSRA, others=(AHRAR,)))
    filled.withdraw_decision(made.id, who="chief", why="two groups")
    assert list(filled.claims()) == stored
    assert filled.actors() == listed
    [logged] = filled.decisions("nusra-front")
    assert (logged.withdrawn_by, logged.withdrawn_why) == ("chief", "two groups")


def test_a_later_reading_does_not_overwrite_a_decision(filled: Ledger) -> None:
    _decide(filled, Merge(kept=NUSRA, others=(AHRAR,)))
    before = _parties(filled)
    filled.add_extractions(_read(extractor="all/2"))
    assert _parties(filled) == before


def test_a_split_takes_the_mentions_of_a_report(filled: Ledger) -> None:
    _decide(filled, Split(part=Part(actor=NUSRA, reports=(SECOND.id,)), new=OTHER))
    assert _parties(filled) == [
        ("islamic-state", "nusra-front"),
        ("ahrar-al-sham", "nusra-front"),
        ("x-other", "islamic-state"),
    ]
    assert _parties(filled, ClaimFilter(actor="x-other")) == [("x-other", "islamic-state")]
    assert len(_parties(filled, ClaimFilter(actor="nusra-front"))) == 2
    assert filled.mentions_of("x-other") == (
        Mentioned(report_id=SECOND.id, words="Nusra Front", times=1),
    )
    [other] = [one for one in filled.actors() if one.id == "x-other"]
    assert (other.name, other.kind, other.claims) == ("Other Front", ActorKind.MILITARY, 1)
    assert filled.counts().actors == 4


@pytest.mark.parametrize(
    ("called", "report", "said", "belongs"),
    [
        ((), "r_1", "the Front", True),
        (("front",), "r_1", "Front's men", True),
        (("front",), "r_1", "frontier guards", False),
        (("al-Nusra",), "r_1", "Jabhat al Nusra", True),
        (("front",), "r_2", "the Front", False),
        (("one", "the front"), "r_1", "The Front", True),
    ],
)
def test_what_a_part_holds(called: tuple[str, ...], report: str, said: str, belongs: bool) -> None:
    assert Part(actor=NUSRA, reports=("r_1",), called=called).holds(report, said) is belongs


def test_a_new_name_is_shown_and_the_id_stays(filled: Ledger) -> None:
    called = replace(NUSRA, name="Support Front")
    _decide(filled, Rename(before=NUSRA, after=called))
    [claim] = [one.claim for one in filled.claims(ClaimFilter(report=SECOND.id))]
    assert (claim.actors[0].id, claim.actors[0].name) == ("nusra-front", "Support Front")
    _decide(filled, Merge(kept=NUSRA, others=(AHRAR,)))
    assert {one.claim.recipients[0].name for one in filled.claims()} == {"Support Front", "Isis"}
    assert filled.identities().given_name("nusra-front", "Support Front") == "Nusra Front"


def test_a_chain_of_decisions_is_undone_in_the_middle(filled: Ledger) -> None:
    _decide(filled, Merge(kept=NUSRA, others=(AHRAR,)))
    second = _decide(filled, Merge(kept=ISIS, others=(NUSRA,)))
    assert {one for parties in _parties(filled) for one in parties} == {"islamic-state"}
    assert filled.identities().kept_as("ahrar-al-sham") == "islamic-state"
    filled.withdraw_decision(second.id, who="chief", why="")
    assert filled.identities().kept_as("ahrar-al-sham") == "nusra-front"
    assert _parties(filled)[1] == ("nusra-front", "nusra-front")


def test_sources_are_merged_too(ledger: Ledger) -> None:
    report = make_report("Isis attacked Nusra Front, Abu Ahmad said.")
    told = words(report, "Abu Ahmad")
    informant = Informant(
        key="x-abu-ahmad",
        name="Abu Ahmad",
        id="x-abu-ahmad",
        type=SourceType.NAMED_PERSON,
        words=told,
        affiliate="ahrar-al-sham",
    )
    link = Link(
        source=told,
        name="Abu Ahmad",
        type=SourceType.NAMED_PERSON,
        id="x-abu-ahmad",
        cue=words(report, "said"),
        informants=(informant,),
    )
    claim = replace(make_claim(report, "attacked", ["Isis"], ["Nusra Front"]), attribution=(link,))
    ledger.add_inputs([seen(report)])
    ledger.add_extractions([Extraction(report_id=report.id, extractor="all/1", claims=(claim,))])
    person = ActorLabel(id="x-abu-ahmad", name="Abu Ahmad", kind=ActorKind.PRIVATE_PERSON)
    known = ActorLabel(id="x-abu-ahmed", name="Abu Ahmed", kind=ActorKind.PUBLIC_FIGURE)
    _decide(ledger, Merge(kept=known, others=(person,)))
    _decide(ledger, Merge(kept=NUSRA, others=(AHRAR,)))
    [found] = ledger.claims()
    [shown] = found.claim.attribution
    assert (shown.id, shown.name) == ("x-abu-ahmed", "Abu Ahmed")
    assert (shown.informants[0].key, shown.informants[0].affiliate) == (
        "x-abu-ahmed",
        "nusra-front",
    )
    assert shown.source == told


def test_a_mention_of_two_that_are_one_is_of_that_one(ledger: Ledger) -> None:
    report = make_report("Isis and Nusra Front met.")
    both = replace(
        actor_mention(report, "Isis"),
        actor=None,
        name="both groups",
        members=("nusra-front", "ahrar-al-sham"),
    )
    ledger.add_inputs([seen(report)])
    ledger.add_extractions([Extraction(report_id=report.id, extractor="all/1", actors=(both,))])
    _decide(ledger, Merge(kept=ISIS, others=(AHRAR,)))
    assert ledger.mentions(report.id)[0][0].members == ("nusra-front", "islamic-state")
    _decide(ledger, Merge(kept=ISIS, others=(NUSRA,)))
    [mention] = ledger.mentions(report.id)[0]
    assert (mention.actor, mention.members) == ("islamic-state", ())


LABELS = st.sampled_from([ISIS, NUSRA, AHRAR, OTHER])
RULINGS = st.one_of(
    st.builds(lambda kept, other: Merge(kept=kept, others=(other,)), LABELS, LABELS).filter(
        lambda made: made.kept != made.others[0]
    ),
    st.builds(
        lambda actor, new, words: Split(part=Part(actor=actor, called=words), new=new),
        LABELS,
        LABELS,
        st.sampled_from([(), ("front",)]),
    ),
    st.builds(lambda label: Rename(before=label, after=replace(label, name="N")), LABELS),
)


def _logged(number: int, ruling: Ruling) -> Decision:
    return Decision(
        id=number,
        at=None,  # type: ignore[arg-type]
        decided=decision_for(ruling, who="a", why="b"),
        withdrawn_by=None,
        withdrawn_at=None,
    )


@given(st.lists(RULINGS, max_size=8), LABELS, st.sampled_from(["the front", "the state"]))
def test_whatever_a_mention_becomes_its_stored_id_is_among_those_searched(
    rulings: list[Ruling], label: ActorLabel, said: str
) -> None:
    known = Identities(standing=tuple((_logged(n, one), one) for n, one in enumerate(rulings)))
    now = known.resolve(label, "r_1", said).label
    assert label.id in known.stored_as(now.id)


@given(RULINGS)
def test_a_decision_is_read_back_as_it_was_made(ruling: Ruling) -> None:
    assert ruling_of(_logged(1, ruling)) == ruling


def test_other_decisions_say_nothing_of_actors() -> None:
    other = NewDecision(who="a", what="withdraw report", subject="r_1", why="b")
    assert ruling_of(replace(_logged(1, Merge(kept=ISIS, others=())), decided=other)) is None
