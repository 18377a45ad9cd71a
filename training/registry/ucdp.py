"""Actors of the UCDP Actor Dataset 22.1 (CC BY 4.0)."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path

from secondsource.annotations.actors import Actor, Affiliation, Name, name_key, slug
from secondsource.annotations.records import ActorKind
from training.registry.curated import use_of

SOURCE = "UCDP Actor Dataset 22.1"
KINDS = {
    "1": ActorKind.ARMED_GROUP,
    "2": ActorKind.ORGANISATION,
    "3": ActorKind.COMMUNITY,
    "4": ActorKind.GOVERNMENT,
}
NAME_FIELDS = (
    "NameData", "NameOrig", "NameOrigFullEng", "NameOrigFull",
    "NewName", "NewNameFullMotherTongue", "NewNameFullEng",
)  # fmt: skip
# English words, places and given names that are no use as names without their context.
TOO_COMMON = {
    "the base", "military faction", "royalists", "neutralists", "outlaws", "tibet", "cobras",
    "ninjas", "maidan", "rastas", "dawa", "pan", "naga", "federalists", "tokyo", "unity",
    "students",
    "forces", "the students", "national army", "liberation army", "islamic army", "mujahideen",
    "christians", "muslims", "arabs", "africans", "front", "movement", "jihad", "amal", "bodo",
    "republic", "palestinians", "somali", "kurds", "revolutionary left", "party of god",
    "opposition", "security forces", "first regiment", "hindu", "muslim", "christian", "sikh",
    "union", "elements", "black", "spiders", "highlanders", "counterrevolutionaries", "mursi",
    "al khobar", "zintan", "sunni", "malay", "tamil", "buddhists", "hindus", "brigade",
    "tama", "turkana", "jamaat", "supporters of islam",
}  # fmt: skip
SHORTEST = 5
SHORTEST_ACRONYM = 3


def read(folder: Path, states: Iterable[Actor]) -> list[Actor]:
    """One actor per row that has a usable name; governments of known states keep their id."""
    by_name = {name_key(n.text): state.country for state in states for n in state.names}
    ids: dict[str, str] = {}
    rows = _rows(folder / "ucdp_actor_22_1.jsonl.gz")
    for row in rows:
        ids[row["ActorId"]] = _id(row, by_name)
    found = [_actor(row, ids, by_name) for row in rows]
    return [actor for actor in found if actor is not None]


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _actor(row: dict[str, str], ids: dict[str, str], states: dict[str, str | None]) -> Actor | None:
    names = _names(row)
    if not names:
        return None
    return Actor(
        id=ids[row["ActorId"]],
        kind=KINDS[row["Org"]],
        country=_country(row, states),
        names=tuple(Name(text=text, use=use_of(text), source=SOURCE) for text in names),
        affiliations=_affiliations(row, ids),
        same_as=(f"ucdp:{row['ActorId']}",),
        origin=SOURCE,
    )


def _id(row: dict[str, str], states: dict[str, str | None]) -> str:
    names = _names(row)
    if row["Org"] == "4":
        governed = _country(row, states) if _governs(row, states) else None
        return f"government:{governed}" if governed else slug(names[0])
    return slug(names[0]) if names else f"ucdp-{row['ActorId']}"


def _governs(row: dict[str, str], states: dict[str, str | None]) -> bool:
    words = row["NameData"].removeprefix("Government of ")
    return name_key(re.sub(r"\(.*?\)", "", words)) in states


def _country(row: dict[str, str], states: dict[str, str | None]) -> str | None:
    """The state governed, or the only country where the actor was active."""
    if row["Org"] == "4" and _governs(row, states):
        words = row["NameData"].removeprefix("Government of ")
        return states[name_key(re.sub(r"\(.*?\)", "", words))]
    places = [place.split("(")[0].strip() for place in row.get("Location", "").split(",")]
    return states.get(name_key(places[0])) if len(places) == 1 and places[0] else None


def _names(row: dict[str, str]) -> list[str]:
    texts = (row.get(field, "") or "" for field in NAME_FIELDS)
    split = [part for text in texts for part in re.split(r"[;,] ", text)]
    cleaned = [_clean(part) for part in split]
    usable = list(dict.fromkeys(text for text in cleaned if _usable(text)))
    spelled = [text for text in usable if use_of(text).value == "name"]
    return [*spelled[:1], *(text for text in usable if text not in spelled[:1])]


def _clean(text: str) -> str:
    text = re.sub(r"\(.*?\)", " ", text).replace("“", "").replace("”", "").replace('"', "")
    return " ".join(re.sub(r"\bal- ", "al-", text).split()).strip(" -,/")


def _usable(text: str) -> bool:
    key = name_key(text)
    if not key or text == "n/a" or key in TOO_COMMON or not text[0].isalpha():
        return False
    if use_of(text).value == "acronym":
        return len(key) >= SHORTEST_ACRONYM
    return " " in key or len(key) >= SHORTEST


def _affiliations(row: dict[str, str], ids: dict[str, str]) -> tuple[Affiliation, ...]:
    """Splits, alliances and mergers; the data set gives no dates for them."""
    pairs = (
        ("ActorIdPrev", "split"),
        ("ActorIdSplitTemp", "split"),
        ("ActorIdAlliance", "member"),
        ("ActorIdGroup", "merger"),
    )
    return tuple(
        Affiliation(actor=ids[other], relation=relation, source=SOURCE)
        for column, relation in pairs
        for other in re.split(r"[,;\s]+", row.get(column, "") or "")
        if other in ids
    )
