"""Which words stand for one entity."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from secondsource.annotations import IncidentRole
from secondsource.claims.incidents.entities import grouped, same_entity
from secondsource.claims.incidents.fillers import Filler
from secondsource.text import Span

_NONE = np.zeros(6, dtype=np.float32)


def filler(key: str, score: float, role: IncidentRole = IncidentRole.ORGANIZATION) -> Filler:
    return Filler(role=role, key=key, spans=(Span(0, 1),), score=score, kinds=_NONE)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("bomb", "car bomb", True),
        ("bombs", "car bomb", True),
        ("enrique lopez albujar", "lopez albujar", True),
        ("fmln", "farabundo marti national liberation front", False),
        ("n.l.f.", "national liberation front", True),
        ("eln", "ejercito de liberacion nacional", True),
        ("spanish embassy", "u.s. embassy", False),
        ("terrorists", "two guerrillas", False),
        ("an", "national liberation front", False),
        ("boss", "bos", False),
    ],
)
def test_parts_and_initials_are_the_same(left: str, right: str, same: bool) -> None:
    one, other = tuple(left.split()), tuple(right.split())
    assert same_entity(one, other) is same
    assert same_entity(other, one) is same


def test_the_likeliest_words_lead_their_group() -> None:
    rows = [filler("fmln", 0.5), filler("shining path", 0.6), filler("fmln guerrillas", 0.9)]
    found = grouped("", rows)
    assert [[row.key for row in group.fillers] for group in found] == [
        ["fmln guerrillas", "fmln"],
        ["shining path"],
    ]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The Marti Front [FMLN] said.", True),
        ('The "Marti Front" (FMLN) said.', True),
        ("The FMLN (the Marti Front) said.", True),
        ("The Marti Front (of the FMLN) said.", False),
        ("The Marti Front and the FMLN said.", False),
        ("The Marti Front (FMLN-led) said.", False),
    ],
)
def test_a_name_in_brackets_is_of_the_one_before(text: str, together: bool) -> None:
    rows = [
        replace(filler(name.lower(), 0.5), spans=(Span(place, place + len(name)),))
        for name in ("Marti Front", "FMLN")
        for place in [text.index(name)]
    ]
    assert len(grouped(text, rows)) == (1 if together else 2)


def test_roles_are_kept_apart() -> None:
    rows = [filler("bank", 0.5, IncidentRole.TARGET), filler("bank", 0.6, IncidentRole.VICTIM)]
    assert [group.role for group in grouped("", rows)] == [IncidentRole.VICTIM, IncidentRole.TARGET]
