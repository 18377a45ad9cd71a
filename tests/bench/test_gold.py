"""Adapters against a program with prepared answers: what each answer is worth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from bench.figures import Figure
from bench.gold import (
    allsides_conflict,
    cameo_quad,
    case2021_task2,
    commitmentbank,
    ecbplus,
    geoparsing,
    india_police_events,
    meantime,
    muc4,
    petrarch_validation,
    plover_gsr,
    plv,
    polnear,
    re3d,
    timeml,
    ucdp_aec,
    unscored,
)
from bench.records import AttributionFound, Clusters, InputRecord, PairQuery, Trigger
from bench.scorers.coreference import clustering
from bench.scorers.geography import Point
from bench.scorers.templates import Template, entity
from bench.scorers.times import Timex
from secondsource.text import Span

from .answering import ALL_LAYERS, Answering, claim, party, trigger


def by_measure(figures: Any) -> dict[str, Figure]:
    rows = list(figures)
    assert len({row.measure for row in rows}) == len(rows)
    return {row.measure: row for row in rows}


def document(identity: str = "d", text: str = "Some words of ours.", **parts: Any) -> InputRecord:
    return InputRecord(id=identity, text=text, **parts)


def attribution(source: list[Any], cue: list[Any], content: list[Any]) -> AttributionFound:
    return AttributionFound(
        source=tuple(Span(*row) for row in source),
        cue=tuple(Span(*row) for row in cue),
        content=tuple(Span(*row) for row in content),
    )


def test_polnear_roles_and_links() -> None:
    article = polnear.Article(
        document=document(text="A witness said that the road was open, and then left."),
        attributions=(
            attribution([(0, 9)], [(10, 14)], [(15, 37)]),
            attribution([], [(10, 14)], [(43, 52)]),
        ),
    )
    answers = {
        "d": {
            "attributions": [
                {"source": [[2, 9]], "cue": [[10, 14]], "content": [[15, 37]], "kind": "indirect"}
            ]
        }
    }
    figures = by_measure(polnear.figures([article], Answering(answers=answers)))
    assert figures["source exact F1"].value == 0.0
    assert figures["source overlap F1"].value == 1.0
    assert figures["source jaccard F1"].value == pytest.approx(0.5)
    assert figures["cue exact F1"] == Figure(measure="cue exact F1", value=1.0, n=1)
    assert figures["content exact F1"].value == pytest.approx(2 / 3)
    assert figures["linked source–content exact F1"].value == 0.0
    assert figures["linked source–content overlap F1"].value == 1.0
    assert figures["linked source–content overlap F1"].n == 1


def test_timeml_passes_the_creation_time_on() -> None:
    article = timeml.Article(
        document=document(published="2014-11-03"), timexes=(Timex(Span(0, 4), "2014-11-02"),)
    )
    times = [{"start": 0, "end": 10, "type": "DATE", "value": "2014-11-02", "edtf": "2014-11-02"}]
    figures = by_measure(timeml.figures([article], Answering(answers={"d": {"times": times}})))
    assert figures["timex strict F1"].value == 0.0
    assert figures["timex relaxed F1"].value == figures["timex value F1"].value == 1.0


def test_meantime_events_by_trigger() -> None:
    events = (
        meantime.Event(span=Span(0, 4), certainty="certain", polarity="affirmed"),
        meantime.Event(span=Span(5, 10), certainty="open", polarity="denied"),
        meantime.Event(span=Span(11, 13), certainty=None, polarity="affirmed"),
    )
    article = meantime.Article(
        document=document(),
        annotated=Span(0, 13),
        timexes=(Timex(Span(0, 4), "2008"),),
        events=events,
    )
    claims = [claim(trigger=trigger(5, 10), modality="possible", polarity="affirmed")]
    times = [
        {"start": 0, "end": 4, "type": "DATE", "value": "2008", "edtf": "2008"},
        {"start": 14, "end": 19, "type": "DATE", "value": "2009", "edtf": "2009"},
    ]
    program = Answering(answers={"d": {"claims": claims, "times": times}})
    figures = by_measure(meantime.figures([article], program))
    assert figures["timex value F1"].value == 1.0
    assert figures["events found as claims"].value == 0.5
    assert figures["certainty macro-F1 of those found"].value == 1.0
    assert figures["polarity macro-F1 of those found"].value == 0.0
    assert figures["certainty macro-F1 of all events"].n == 2


@pytest.mark.parametrize(
    ("modality", "hedges", "right"),
    [
        ("planned", [], False),
        ("hypothetical", [], False),
        ("possible", [], True),
        ("actual", ["reportedly"], True),
    ],
)
def test_meantime_counts_hedges_as_uncertain(modality: str, hedges: list[str], right: bool) -> None:
    event = meantime.Event(span=Span(5, 10), certainty="open", polarity="affirmed")
    article = meantime.Article(
        document=document(), annotated=Span(0, 13), timexes=(), events=(event,)
    )
    row = claim(trigger=trigger(5, 10), modality=modality, hedges=hedges)
    program = Answering(answers={"d": {"claims": [row], "times": []}})
    figures = by_measure(meantime.figures([article], program))
    assert figures["certainty macro-F1 of those found"].value == float(right)


def place(start: int, end: int, **parts: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "text": "x", "name": "x", **parts}


@pytest.mark.parametrize(("demonyms", "tagging"), [(True, 1.0), (False, 0.8)])
def test_geoparsing_found_and_end_to_end(demonyms: bool, tagging: float) -> None:
    article = geoparsing.Article(
        document=document(),
        toponyms=(
            (Span(0, 4), Point(36.2, 37.2)),
            (Span(5, 10), Point(33.5, 36.3)),
            (Span(11, 13), None),
        ),
        demonyms=demonyms,
    )
    places = [
        place(0, 4, lat=36.1, lon=37.0),
        place(5, 10, lat=None, lon=None),
        place(11, 13, lat=1.0, lon=1.0, adjectival=True),
    ]
    figures = by_measure(
        geoparsing.figures([article], Answering(answers={"d": {"places": places}}))
    )
    assert figures["tagging strict F1"].value == pytest.approx(tagging)
    assert figures["accuracy@161km of those found"].value == 0.5
    assert figures["accuracy@161km end to end"].n == 2


def test_re3d_leaves_doubtful_entries_out_of_both_sides() -> None:
    article = re3d.Article(
        document=document(),
        entities=(
            ("Person", Span(0, 4), True),
            ("Organisation", Span(5, 10), False),
            ("Location", Span(11, 13), True),
        ),
        relations=(),
    )
    actors = [party(0, 3), party(5, 10)]
    figures = by_measure(re3d.figures([article], Answering(answers={"d": {"actors": actors}})))
    assert figures["actors (Organisation, Person) overlap F1"].value == 1.0
    assert figures["actors (Organisation, Person) exact F1"].value == 0.0
    assert figures["places (Location) overlap F1"].value == 0.0


@pytest.mark.parametrize(
    ("kind", "actor", "recipient", "hits", "predicted"),
    [
        ("ASSAULT", (0, 4), (5, 10), 1, 1),
        ("ASSAULT", (5, 10), (0, 4), 1, 1),
        ("member", (20, 24), (11, 13), 1, 1),
        ("member", (11, 13), (20, 24), 0, 1),
        ("ACCUSE", (0, 4), (11, 13), 0, 0),
        ("PROTEST", (0, 4), (5, 10), 0, 0),
    ],
)
def test_re3d_relations(
    kind: str, actor: tuple[int, int], recipient: tuple[int, int], hits: int, predicted: int
) -> None:
    relations = (
        re3d.Relation(type="FightingAgainst", source=Span(0, 4), target=Span(5, 10), sure=True),
        re3d.Relation(type="BelongsTo", source=Span(20, 24), target=Span(11, 13), sure=True),
        re3d.Relation(type="Dislikes", source=Span(0, 4), target=Span(11, 13), sure=False),
        re3d.Relation(type="CoLocated", source=Span(0, 4), target=Span(5, 10), sure=True),
    )
    row = claim(type=kind, actors=[party(*actor)], recipients=[party(*recipient)])
    output = next(
        Answering(answers={"d": {"claims": [row, row]}}).annotate([document()], ("claims",))
    )
    counts = re3d.compare_relations(relations, output.claims or ())
    assert (counts.hits, counts.predicted, counts.gold) == (hits, predicted, 2)


def test_plover_takes_any_of_a_sentence_s_types() -> None:
    sentences = [
        plover_gsr.Sentence(document=document("a"), types=("ACCUSE", "REJECT")),
        plover_gsr.Sentence(document=document("b"), types=("AID",)),
    ]
    program = Answering(answers={"a": {"claims": [claim(type="REJECT")]}})
    figures = by_measure(plover_gsr.figures(sentences, program))
    assert figures["event type accuracy"].value == 0.5
    assert figures["event type macro-F1"].value == 0.5


def test_plover_s_modes_and_contexts() -> None:
    sentences = [
        plover_gsr.Sentence(
            document=document("a"),
            types=("ASSAULT",),
            modes=frozenset({("ASSAULT", "aerial")}),
            contexts=frozenset({"military", "legal"}),
        ),
        plover_gsr.Sentence(
            document=document("b"), types=("AID",), modes=frozenset({("AID", "x")})
        ),
    ]
    told = {**claim(type="ASSAULT"), "mode": "aerial", "contexts": ["military", "cyber"]}
    figures = by_measure(
        plover_gsr.figures(sentences, Answering(answers={"a": {"claims": [told]}}))
    )
    assert (
        figures["mode right where the type is"].value,
        figures["mode right where the type is"].n,
    ) == (1, 1)
    assert figures["context F1 where there is a claim"].value == 0.5


PAIR = (PairQuery(id="p", source=Span(0, 4), target=Span(5, 10)),)


def test_plv_by_claims_between_the_parties() -> None:
    sentences = [
        plv.Sentence(document=document("a", pairs=PAIR), root="YIELD", quad="2"),
        plv.Sentence(document=document("b", pairs=PAIR), root="ASSAULT", quad="4"),
    ]
    sides = {"actors": [party(0, 4)], "recipients": [party(5, 10)]}
    turned = {"actors": [party(5, 10)], "recipients": [party(0, 4)]}
    answers = {
        "a": {"claims": [claim(type="RETREAT", **sides)]},
        "b": {"claims": [claim(type="ASSAULT", **turned)]},
    }
    figures = by_measure(plv.figures(sentences, Answering(answers=answers)))
    assert figures["root macro-F1 (pairs)"].note == "not offered: pairs"
    assert figures["root macro-F1 (claims)"].value == 0.5
    assert figures["quad macro-F1 (claims)"].value == 0.5


def test_plv_by_pairs() -> None:
    sentences = [plv.Sentence(document=document("a", pairs=PAIR), root="YIELD", quad="2")]
    answers = {"a": {"pairs": [{"id": "p", "type": "CONCEDE"}]}}
    figures = by_measure(plv.figures(sentences, Answering(answers=answers, layers=ALL_LAYERS)))
    assert figures["root macro-F1 (pairs)"].value == 1.0
    assert figures["root macro-F1 (claims)"].value == 0.0


def test_cameo_silence_is_the_neutral_class() -> None:
    sentences = [
        cameo_quad.Sentence(document=document("a"), quad="0", sources=None, targets=None),
        cameo_quad.Sentence(
            document=document("b", pairs=PAIR),
            quad="4",
            sources=(Span(0, 4),),
            targets=(Span(5, 10),),
        ),
    ]
    row = claim(type="ASSAULT", actors=[party(0, 3)], recipients=[party(12, 14)])
    figures = by_measure(cameo_quad.figures(sentences, Answering(answers={"b": {"claims": [row]}})))
    assert figures["quad macro-F1 (claims)"].value == 1.0
    assert figures["source overlap F1"].value == 1.0
    assert figures["target overlap F1"].value == 0.0


def test_case_compares_names_by_their_letters() -> None:
    gold = case2021_task2.key("Excessive force against protestors")
    snippets = [case2021_task2.Snippet(document=document("a"), type=gold)]
    answers = {"a": {"acled": {"sub_event_type": "Excessive force against protesters"}}}
    program = Answering(answers=answers, layers=ALL_LAYERS)
    figures = by_measure(case2021_task2.figures(snippets, program))
    assert figures["sub-event type weighted F1"].value == 1.0
    [line] = case2021_task2.figures(snippets, Answering())
    assert (line.value, line.note) == (None, "not offered: acled")


def test_india_labels_from_claims_by_the_police() -> None:
    article = india_police_events.Article(
        document=document(),
        sentences=(
            (Span(0, 10), frozenset({"ANY_ACTION", "FORCE", "KILL"})),
            (Span(10, 20), frozenset({"ANY_ACTION", "ARREST"})),
            (Span(20, 30), frozenset()),
        ),
    )
    police = [party(0, 6, "police")]
    killed = [{"start": 0, "end": 1, "text": "2", "best": 2, "role": "killed"}]
    claims = [
        claim(type="ASSAULT", trigger=trigger(2, 4), actors=police, quantities=killed),
        claim(type="COERCE", mode="arrest", trigger=trigger(12, 14), actors=police),
        claim(type="ASSAULT", trigger=trigger(22, 24), actors=police),
        claim(type="COERCE", mode="arrest", trigger=trigger(2, 4), actors=[party(0, 6, "army")]),
    ]
    program = Answering(answers={"d": {"claims": claims}})
    figures = by_measure(india_police_events.figures([article], program))
    assert figures["ARREST sentence F1"].value == 1.0
    assert figures["KILL sentence F1"].value == 1.0
    assert figures["FORCE sentence F1"].value == pytest.approx(2 / 3)
    assert figures["ANY_ACTION sentence F1"].value == pytest.approx(0.8)
    assert figures["ARREST document AP"].value == 1.0
    assert figures["FAIL sentence F1"].value is None


def test_muc_incidents() -> None:
    template = Template(
        types=frozenset(["attack"]),
        roles=((), (entity(("The Front",)),), (), (), ()),
    )
    messages = [muc4.Message(document=document(), templates=(template,))]
    incidents = [{"type": "attack", "organizations": [["the Front"]], "victims": [["a man"]]}]
    program = Answering(answers={"d": {"incidents": incidents}}, layers=ALL_LAYERS)
    figures = by_measure(muc4.figures(messages, program))
    # type and organisation right, one victim too many: P 2/3, R 1
    assert figures["CEAF-REE micro-F1"].value == pytest.approx(0.8)
    assert figures["incident type F1"].value == figures["PerpOrg F1"].value == 1.0
    assert figures["Victim F1"].value == 0.0
    [line] = muc4.figures(messages, Answering())
    assert line.note == "not offered: incidents"


def test_commitmentbank_looks_into_the_embedded_clause() -> None:
    text = "It rained. Nobody thinks that the talks failed."
    item = commitmentbank.Item(
        document=document(text=text),
        target=Span(11, len(text)),
        clause="the talks failed",
        answer="false",
        verb="think",
    )
    claims = [
        claim(trigger=trigger(40, 46, "failed"), polarity="denied"),
        claim(trigger=trigger(18, 24, "thinks"), confidence=0.9),
        claim(trigger=trigger(3, 9, "rained"), confidence=0.9),
    ]
    program = Answering(answers={"d": {"claims": claims}})
    figures = by_measure(commitmentbank.figures([item, item], program))
    assert figures["embedded stance macro-F1"].value == 1.0
    assert figures["clauses found as claims"].value == 1.0
    assert figures["commitment macro-F1"].value == 1.0


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("I do not think that the talks failed.", "false"),
        ("The envoy does not think that the talks failed.", "open"),
        ("The envoy does not know that the talks failed.", "true"),
    ],
)
def test_commitmentbank_asks_what_the_writer_holds(sentence: str, answer: str) -> None:
    item = commitmentbank.Item(
        document=document(text=sentence),
        target=Span(0, len(sentence)),
        clause="the talks failed",
        answer=answer,
        verb="know" if "know" in sentence else "think",
    )
    figures = by_measure(commitmentbank.figures([item], Answering(answers={"d": {}})))
    assert figures["embedded stance macro-F1"].value == 1.0


@pytest.mark.parametrize(
    ("mean", "expected"), [(1.0, "true"), (0.9, "open"), (-0.9, "open"), (-1.0, "false")]
)
def test_commitmentbank_classes(mean: float, expected: str) -> None:
    assert commitmentbank.answer_class(mean) == expected


def test_ecbplus_mentions_left_out_stand_alone() -> None:
    mentions = tuple(
        Trigger(id=f"d#{number}", span=Span(number, number + 1)) for number in (1, 2, 3)
    )
    topic = ecbplus.Topic(
        number=1,
        documents=(document(mentions=mentions),),
        chains=clustering([["d#1", "d#2"], ["d#3"]]),
    )
    program = Answering(clusters=({"event": "e", "mentions": ["d#1", "d#2", "other"]},))
    figures = by_measure(ecbplus.figures([topic], program))
    assert {row.value for row in figures.values()} == {1.0}
    silent = by_measure(ecbplus.figures([topic], Answering()))
    assert silent["MUC F1"].value == 0.0
    assert silent["B3 F1"].value == pytest.approx(2 * 1 * (2 / 3) / (1 + 2 / 3))


def test_ecbplus_topics_are_not_told() -> None:
    class Counting(Answering):
        def cluster(self, records: Iterable[InputRecord]) -> Clusters:
            asked.append([row.id for row in records])
            return super().cluster(())

    asked: list[list[str]] = []
    topics = [
        ecbplus.Topic(
            number=number,
            documents=(document(key, mentions=(Trigger(id=f"{key}#1", span=Span(0, 1)),)),),
            chains=clustering([[f"{key}#1"]]),
        )
        for number, key in enumerate("ba")
    ]
    list(ecbplus.figures(topics, Counting()))
    assert asked == [["a", "b"]]


def test_petrarch_types_and_silence() -> None:
    sentences = [
        petrarch_validation.Sentence(document=document("a"), types=frozenset({"AID", "CONSULT"})),
        petrarch_validation.Sentence(document=document("b"), types=frozenset()),
    ]
    answers = {"a": {"claims": [claim(type="AID")]}, "b": {"claims": [claim(type="AID")]}}
    figures = by_measure(petrarch_validation.figures(sentences, Answering(answers=answers)))
    assert figures["expected types found"].value == 0.5
    assert figures["eventless sentences left so"].value == 0.0


def test_allsides_counts_misplaced_evidence() -> None:
    evidence = [{"start": 0, "end": 4, "text": "Some"}, {"start": 5, "end": 9, "text": "word"}]
    wrong = [{"start": 5, "end": 9, "text": "other"}]
    claims = [claim(evidence=evidence), claim(evidence=wrong)]
    program = Answering(answers={"d": {"claims": claims}, "e": {"error": "no text"}})
    figures = by_measure(allsides_conflict.figures([document(), document("e")], program))
    assert figures["articles annotated without an error"].value == 0.5
    assert figures["articles with a claim"].value == 0.5
    assert figures["evidence at its offsets"].value == pytest.approx(2 / 3)


def test_ucdp_names_weigh_by_their_events() -> None:
    actor = {"kind": "actors", "name": Span(0, 4), "country": None}
    area = {"kind": "places", "name": Span(0, 4), "country": Span(5, 10)}
    names = [
        ucdp_aec.Name(document=document("known"), events=3, **actor),
        ucdp_aec.Name(document=document("provisional"), events=1, **actor),
        ucdp_aec.Name(document=document("a part"), events=4, **actor),
        ucdp_aec.Name(document=document("here"), events=1, **area),
        ucdp_aec.Name(document=document("elsewhere"), events=1, **area),
    ]
    located = {"lat": 1.0, "lon": 1.0}
    answers = {
        "known": {"actors": [party(0, 4, identity="islamic-state")]},
        "a part": {"actors": [party(3, 9, identity="islamic-state")]},
        "provisional": {"actors": [party(0, 4, identity="x-some")]},
        "here": {"places": [place(0, 4, country="SY", **located), place(5, 10, country="SY")]},
        "elsewhere": {"places": [place(0, 4, country="US", **located), place(5, 10, country="SY")]},
    }
    figures = by_measure(ucdp_aec.figures(names, Answering(answers=answers)))
    assert figures["actor names in the registry"].value == 3 / 8
    assert figures["places resolved in their country"].value == 0.5
    assert figures["first-level areas resolved in their country"].value is None


def test_stance_says_why_it_is_not_scored() -> None:
    [line] = unscored.stance(["pair"], Answering())
    assert line.value is None
    assert line.note.startswith("not scored: ")
