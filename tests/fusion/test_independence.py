from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.fusion import count_origins, count_sources
from secondsource.fusion.independence import settle
from secondsource.fusion.provenance import Chain, Voice

OWN = ""


def chain(gatherer: str, informant: str) -> Chain:
    words = tuple(informant.removeprefix("?").split()) if informant.startswith("?") else ()
    return Chain(
        claim_id=f"c_{gatherer}{informant}",
        report_id="r_1",
        gatherer=gatherer,
        gatherer_name=gatherer,
        informant=f"{gatherer}: {' '.join(words) or 'own voice'}"
        if words or not informant
        else informant,
        unnamed=words,
        own_voice=informant == OWN,
    )


COUNTS = [
    ("nothing", [], 0, 0),
    ("one agency, two informants", [("AP", "?official"), ("AP", "?commander")], 1, 2),
    ("two outlets on one monitor", [("Post", "observatory"), ("Herald", "observatory")], 1, 1),
    ("own reporting of two outlets", [("Post", OWN), ("Herald", OWN)], 2, 2),
    ("own voice beside a named informant", [("AP", OWN), ("AP", "?official")], 1, 1),
    (
        "a shared informant and one of its own",
        [("AP", "musafer"), ("Reuters", "musafer"), ("Reuters", "?resident")],
        2,
        2,
    ),
    (
        "three gatherers, two informants",
        [("AP", "a"), ("Reuters", "a"), ("AFP", "b")],
        2,
        2,
    ),
    (
        "one description, longer and shorter",
        [
            ("AP", "?official"),
            ("AP", "?opposition official"),
            ("AP", "?syrian opposition official"),
        ],
        1,
        1,
    ),
    (
        "two officials told apart",
        [("AP", "?american official"), ("AP", "?opposition official")],
        1,
        2,
    ),
    ("one description, two gatherers", [("AP", "?official"), ("Reuters", "?official")], 2, 2),
]


@pytest.mark.parametrize(("case", "pairs", "origins", "sources"), COUNTS)
def test_counts(case, pairs, origins, sources):
    chains = [chain(*pair) for pair in pairs]
    assert (count_origins(chains), count_sources(chains)) == (origins, sources), case


pairs = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from(["", "x", "y", "?one", "?big one"])),
    max_size=12,
)


@given(pairs, st.randoms())
def test_counts_do_not_depend_on_order_and_repetition(rows, random):
    shuffled = rows + rows[: len(rows) // 2]
    random.shuffle(shuffled)
    before, after = [chain(*row) for row in rows], [chain(*row) for row in shuffled]
    assert count_origins(before) == count_origins(after)
    assert count_sources(before) == count_sources(after)


@given(pairs)
def test_origins_never_exceed_gatherers_or_informants(rows):
    chains = [chain(*row) for row in rows]
    most = min(len({c.gatherer for c in chains}), len({c.informant for c in chains}))
    assert (1 if chains else 0) <= count_origins(chains) <= most


def test_several_who_tell_it_together_are_as_many_sources():
    commander = Voice(key="AP: commander", unnamed=("commander",))
    both = replace(chain("AP", "?official"), beside=(commander,))
    assert count_sources([both]) == 2
    assert (
        count_sources([both, chain("AP", "?opposition official"), chain("AP", "?commander")]) == 2
    )
    assert count_origins([both]) == 1


def test_a_recap_is_no_further_origin_beside_what_is_told_first_hand():
    told = chain("AP", "?official")
    recap = replace(chain("Tribune", "?opposition official"), recap=True)
    assert count_origins([told, recap]) == count_sources([told, recap]) == 1
    assert count_origins([recap]) == 1


def test_those_whom_an_outlet_names_are_meant_where_it_is_cited_roughly():
    told = [chain("AP", "?official"), chain("AP", "?commander")]
    cited = replace(chain("AP", "?opponents"), roughly=True)
    assert count_sources([*told, cited]) == 2
    assert settle([cited]) == (cited,)


def of(report: str, words: str, origin: str | None = "o_1") -> Chain:
    return replace(chain("AP", f"?{words}"), report_id=report, claim_id=report, origin=origin)


NAMED = replace(
    chain("AP", "abu musafer"), report_id="r_9", claim_id="r_9", origin="o_1", role="commander"
)


@pytest.mark.parametrize(
    ("case", "chains", "sources"),
    [
        ("a name and a description", [NAMED, of("r_1", "rebel commander")], 1),
        (
            "a name and a description in one report",
            [NAMED, of("r_9", "rebel commander"), of("r_1", "army commander")],
            3,
        ),
        (
            "heads that say nothing",
            [of("r_1", "syrian opposition official"), of("r_2", "opposition member")],
            1,
        ),
        (
            "heads that say nothing, of two sides",
            [of("r_1", "american official"), of("r_2", "opposition member")],
            2,
        ),
    ],
)
def test_names_and_empty_nouns_of_an_origin(case, chains, sources):
    assert count_sources(chains) == sources, case


@pytest.mark.parametrize(
    ("case", "chains", "sources"),
    [
        (
            "copies that describe one commander in words of their own",
            [of("r_1", "rebel commander"), of("r_2", "free army commander")],
            1,
        ),
        (
            "a report that has two",
            [of("r_1", "rebel commander"), of("r_1", "army commander"), of("r_2", "old commander")],
            3,
        ),
        (
            "reports that have not one origin",
            [of("r_1", "rebel commander"), of("r_2", "army commander", "o_2")],
            2,
        ),
        (
            "reports of no known origin",
            [of("r_1", "rebel commander", None), of("r_2", "army commander", None)],
            2,
        ),
    ],
)
def test_one_noun_is_one_informant_of_an_origin(case, chains, sources):
    assert count_sources(chains) == sources, case
