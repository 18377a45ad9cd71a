"""Every part of a claim comes with its words, or says that it is the default."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource import views
from secondsource.claims import Claim, Modality, Polarity
from secondsource.errors import NotInLedger
from secondsource.ledger import Ledger
from tests.ledger.making import actor_mention, place_mention, words
from tests.views.conftest import ATTACK, DENIAL, FIRST, SECOND


def parts(claim: Claim) -> list[tuple[str, str, str | None, str | None]]:
    """The rows of a claim of the first report without their spans."""
    actors = [actor_mention(FIRST, "Isis")]
    rows = views.why_of(claim, actors, [place_mention(FIRST, "Atareb")])
    return [(row.part, row.value, row.words, row.because) for row in rows]


def test_each_part_has_its_words() -> None:
    default = "nothing marks it otherwise"
    assert parts(ATTACK) == [
        ("type", "ASSAULT", "attacked", None),
        ("actor", "Isis (islamic-state)", "Isis", "the registry has this name"),
        ("recipient", "Nusra Front (nusra-front)", "Nusra Front", None),
        ("source", "a resident, anonymous source", "a resident", None),
        ("cue", "said", "said", None),
        ("modality", "actual", None, default),
        ("polarity", "affirmed", None, default),
        ("place", PLACE, "Atareb", None),
        ("time", "2014-11-02 (day)", "Sunday", "stated"),
    ]


PLACE = ", ".join(
    str(part)
    for part in (
        ATTACK.place and ATTACK.place.name,
        ATTACK.place and ATTACK.place.country,
        ATTACK.place and ATTACK.place.precision.value,
        f"GeoNames {ATTACK.place.geonames_id}" if ATTACK.place else None,
    )
    if part
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"polarity": Polarity.DENIED, "polarity_words": (words(SECOND, "not"),)},
            ("polarity", "denied", "not", None),
        ),
        (
            {"modality": Modality.PLANNED, "modality_words": (words(SECOND, "to"),)},
            ("modality", "planned", "to", None),
        ),
        ({"modality": Modality.POSSIBLE}, ("modality", "possible", None, None)),
        (
            {"polarity_words": (words(SECOND, "not"),), "polarity": Polarity.AFFIRMED},
            ("polarity", "affirmed", "not", "vouched for, or two negations"),
        ),
        ({"hedges": (words(SECOND, "agreed"),)}, ("hedge", "agreed", "agreed", None)),
    ],
)
def test_stance_has_its_words(changes: dict[str, object], expected: tuple[str, ...]) -> None:
    claim = replace(DENIAL, **changes)  # type: ignore[arg-type]
    rows = [(row.part, row.value, row.words, row.because) for row in views.why_of(claim, (), ())]
    assert expected in rows


def test_the_rows_of_a_report_are_those_of_its_claims(ledger: Ledger) -> None:
    rows = views.why_rows(ledger, "first.txt")
    assert {row.claim for row in rows} == {ATTACK.id}
    for row in rows:
        assert (row.span is None) == (row.words is None)
        assert row.span is None or row.span.of(FIRST.text) == row.words
    with pytest.raises(NotInLedger):
        views.why_rows(ledger, "third.txt")
