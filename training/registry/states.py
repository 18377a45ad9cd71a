"""States with their demonyms, metonyms, governments and armed forces."""

from __future__ import annotations

from pathlib import Path

from babel import Locale

from secondsource.annotations.actors import Actor, Affiliation, Name, NameUse
from secondsource.annotations.records import ActorKind
from training.registry.curated import bounds, use_of

TABLE = Path(__file__).with_name("states.tsv")
CLDR = "CLDR (Babel 2.18)"
LANGUAGES = ("ar", "fr", "es", "ru", "tr")

# Names of governments and forces that do not follow "Syrian government", "Turkish army", with the
# interval in which they were in use where that is known.
GOVERNMENT_NAMES = {
    "SY": [
        "Assad regime@1971/2024-12-08",
        "Assad government@1971/2024-12-08",
        "Syrian regime",
        "Bashar al-Assad regime@2000-07-17/2024-12-08",
    ],
    "US": [
        "Obama administration@2009-01-20/2017-01-20",
        "Trump administration@2017-01-20/2021-01-20",
        "Biden administration@2021-01-20/2025-01-20",
        "Clinton administration@1993-01-20/2001-01-20",
        "Reagan administration@1981-01-20/1989-01-20",
        "Carter administration@1977-01-20/1981-01-20",
        "Bush administration",
    ],
    "GB": ["Foreign Office", "Ministry of Defence", "Home Office"],
    "TR": ["Sublime Porte"],
    "IQ": ["Iraqi government", "government of Iraq"],
    "FR": ["French presidency"],
}
MILITARY_NAMES = {
    "SY": [
        "Syrian Arab Army",
        "SAA",
        "Syrian army",
        "Assad forces@1971/2024-12-08",
        "Syrian Armed Forces",
    ],
    "IQ": ["Iraqi Security Forces", "ISF", "Iraqi army", "Iraqi special forces"],
    "IL": ["Israel Defense Forces", "IDF"],
    "TR": ["Turkish Armed Forces", "TSK"],
    "LB": ["Lebanese Armed Forces", "LAF"],
    "US": ["US Army", "US Air Force", "US Navy", "US Marines", "US military", "US-led forces"],
    "IR": ["Artesh"],
    "RU": ["Red Army@1918/1946"],
    "AF": [
        "Afghan National Army@2002/2021-08-15",
        "Afghan National Security Forces@2002/2021-08-15",
        "ANSF@2002/2021-08-15",
    ],
}


def read() -> list[Actor]:
    """State, government and military of every row of the table."""
    lines = TABLE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [actor for row in rows for actor in entries(*[*row, "", ""][:5])]


def entries(country: str, actor_id: str, names: str, demonyms: str, metonyms: str) -> list[Actor]:
    """Three actors of one row; the government and the military are parts of the state."""
    listed = [_dated(words) for words in names.split(";")]
    adjectives = [words for words in demonyms.split(";") if words]
    state = Actor(
        id=actor_id,
        kind=ActorKind.STATE,
        country=country,
        names=(
            *listed,
            *(Name(text=words, use=NameUse.DEMONYM) for words in adjectives),
            *(Name(text=words, use=NameUse.METONYM) for words in metonyms.split(";") if words),
            *_translations(country),
        ),
    )
    adjective = adjectives[0] if adjectives else listed[0].text
    branches = (
        ("government", ActorKind.GOVERNMENT, GOVERNMENT_NAMES.get(country, [])),
        ("military", ActorKind.MILITARY, MILITARY_NAMES.get(country, [])),
    )
    return [
        state,
        *(
            Actor(
                id=f"{actor_id}-{branch}",
                kind=kind,
                country=country,
                names=tuple(
                    _dated(words) for words in dict.fromkeys([f"{adjective} {branch}", *special])
                ),
                affiliations=(Affiliation(actor=actor_id, relation="part"),),
            )
            for branch, kind, special in branches
        ),
    ]


def _dated(words: str) -> Name:
    text, _, interval = words.partition("@")
    start, end = bounds(interval)
    return Name(text=text, start=start, end=end, use=use_of(text))


def _translations(country: str) -> list[Name]:
    found = ((code, Locale(code).territories.get(country)) for code in LANGUAGES)
    return [Name(text=text, language=code, source=CLDR) for code, text in found if text]
