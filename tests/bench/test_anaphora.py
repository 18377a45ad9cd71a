"""Links of anaphors: what counts as right, wrong, missing and not to be judged."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench.gold import chains
from bench.records import ActorFound, InputRecord
from bench.scorers.anaphora import ChainMention, aligned, counts, judge
from bench.scorers.counts import Counts
from secondsource.text import Span

from .answering import Answering

TEXT = "Hamid met Karim. He left. The group and its men stayed. They slept."


def at(words: str, start: int = 0) -> Span:
    first = TEXT.index(words, start)
    return Span(first, first + len(words))


HAMID, KARIM, HE, GROUP, ITS, THEY = map(at, ("Hamid", "Karim", "He ", "group", "its", "They"))
GOLD = (
    ChainMention(span=HAMID, chain="h"),
    ChainMention(span=KARIM, chain="k"),
    ChainMention(span=HE, chain="h", anaphor="pronoun"),
    ChainMention(span=GROUP, chain="g", anaphor="description"),
    ChainMention(span=ITS, chain="g", anaphor="pronoun"),
)


def actor(
    span: Span,
    identity: str | None = None,
    members: tuple[str, ...] = (),
    antecedents: tuple[Span, ...] = (),
) -> ActorFound:
    return ActorFound(
        span=span,
        text=span.of(TEXT),
        id=identity,
        name=None,
        kind=None,
        members=members,
        antecedents=antecedents,
    )


NAMED = (actor(HAMID, "hamid"), actor(KARIM, "karim"))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (actor(HE, "hamid"), Counts.of(1, 1, 2)),
        (actor(HE, "karim"), Counts.of(0, 1, 2)),
        (actor(HE), Counts.of(0, 0, 2)),
        (actor(HE, "nobody-told-of"), Counts.of(0, 0, 2)),
        (actor(HE, None, antecedents=(HAMID,)), Counts.of(1, 1, 2)),
        (actor(HE, None, antecedents=(KARIM,)), Counts.of(0, 1, 2)),
        (actor(HE, None, antecedents=(HAMID, KARIM)), Counts.of(0, 1, 2)),
    ],
)
def test_a_link_is_judged_by_what_it_leads_to(answer: ActorFound, expected: Counts) -> None:
    assert counts(judge(GOLD, (*NAMED, answer))) == expected


def test_one_wrong_pronoun_is_not_counted_again_with_the_next() -> None:
    gold = (*GOLD[:3], ChainMention(span=THEY, chain="h", anaphor="pronoun"))
    found = (*NAMED, actor(HE, "karim"), actor(THEY, "hamid"))
    assert counts(judge(gold, found)) == Counts.of(1, 2, 2)


def test_a_first_mention_asks_for_no_link_but_a_link_of_it_is_wrong() -> None:
    gold = (*GOLD[:2], GOLD[3])
    [judged] = judge(gold, (*NAMED, actor(GROUP, "karim")))
    assert (judged.answerable, judged.right) == (False, False)
    assert counts([judged]) == Counts.of(0, 1, 0)


def test_several_are_right_where_one_mention_covers_them_all() -> None:
    both = ChainMention(span=Span(HAMID.start, KARIM.end), chain="both")
    gold = (*GOLD[:2], both, ChainMention(span=THEY, chain="both", anaphor="pronoun"))
    found = (*NAMED, actor(THEY, None, members=("hamid", "karim"), antecedents=(HAMID, KARIM)))
    assert counts(judge(gold, found)) == Counts.of(1, 1, 1)


@pytest.mark.parametrize(
    ("words", "chain"), [("Hamid met", "h"), ("met", None), ("The group", "g"), ("and its", "g")]
)
def test_mentions_align_by_extent_or_by_a_shared_end(words: str, chain: str | None) -> None:
    met = aligned(at(words), GOLD)
    assert (met.chain if met else None) == chain


def test_figures_tell_pronouns_from_descriptions() -> None:
    document = chains.Chained(document=InputRecord(id="d", text=TEXT), mentions=GOLD)
    rows = [
        {"start": s.start, "end": s.end, "text": s.of(TEXT), "actor": i, "name": "", "kind": "x"}
        for s, i in ((HAMID, "hamid"), (KARIM, "karim"), (HE, "hamid"), (ITS, "karim"))
    ]
    program = Answering(answers={"d": {"actors": rows}})
    found = {row.measure: row for row in chains.figures([document], program)}
    assert found["pronoun link precision"].value == 0.5
    assert found["pronoun link recall"].value == 0.5
    assert found["description link precision"].value is None
    assert found["anaphor link recall"].n == 2


def test_ecbplus_marks_heads_and_the_words_before_say_whether_they_point(tmp_path: Path) -> None:
    text = "A patrol stopped. The patrol and its dog slept."
    mention = {"kind": "human", "validated": True, "tag": "HUMAN_PART_ORG", "chain": "p"}
    spots = [(2, 8, "patrol"), (22, 28, "patrol"), (33, 36, "its")]
    row = {
        "doc_id": "1_1ecb",
        "official_split": "dev",
        "text": text,
        "mentions": [{**mention, "start": s, "end": e, "text": w} for s, e, w in spots]
        + [{**mention, "start": 37, "end": 40, "text": "dog", "validated": False}],
    }
    (tmp_path / "ecbplus").mkdir()
    with gzip.open(tmp_path / chains.ECBPLUS_FILES[0], "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")
    [document] = chains.read_ecbplus("dev")(tmp_path)
    assert [m.anaphor for m in document.mentions] == [None, "description", "pronoun"]
    assert chains.read_ecbplus("train")(tmp_path) == ()
