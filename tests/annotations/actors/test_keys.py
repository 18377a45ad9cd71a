import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.actors import name_key, slug
from secondsource.annotations.actors.keys import word_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("al-Qaeda", "al-Qaida", "Al Qaeda", "al Qaida", "El-Kaida", "al‑Qaʿida"),
        ("Jabhat al-Nusra", "Jabhat an-Nusra", "Jabhat Al Nusrah", "Jabha al-Nosra"),
        ("Ahrar al-Sham", "Ahrar ash-Sham", "Ahrar Al Cham"),
        ("Jaysh al-Islam", "Jaish al-Islam", "Jeish Al-Islam"),
        ("Hay'at Tahrir al-Sham", "Hay’at Tahrir al-Sham", "Hayat Tahrir al-Sham"),
        ("Hezbollah", "Hizbullah", "Hizballah"),
        ("U.N.", "UN"),
        ("The Guardian", "Guardian"),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
        ("Islamic State's", "Islamic State’s"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Mali", "Male"), ("Jund al-Aqsa", "Jund al-Sham"), ("Iran", "Iraq")]
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Abu Musafer", "abu-musafer"),
        ("People's Protection Units", "people-s-protection-units"),
        ("François Hollande", "francois-hollande"),
        ("U.S. Army", "us-army"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=30))
def test_keys_have_no_outer_or_double_spaces_and_are_stable(word: str) -> None:
    key = word_key(word)
    assert key == " ".join(key.split())
    assert word_key(word) == key
