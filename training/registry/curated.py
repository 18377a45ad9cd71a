"""Reads the curated files beside this module: groups, organisations and people."""

from __future__ import annotations

from pathlib import Path

import yaml

from secondsource.annotations.actors import Actor, Affiliation, Name, NameUse
from secondsource.annotations.records import ActorKind

HERE = Path(__file__).parent
FILES = ("groups.yaml", "organisations.yaml", "people.yaml")
LONGEST_ACRONYM = 8


def read() -> list[Actor]:
    """The curated actors in the order of the files."""
    rows = [row for file in FILES for row in yaml.safe_load((HERE / file).read_text("utf-8"))]
    return [actor(row) for row in rows]


def actor(row: dict[str, object]) -> Actor:
    """One actor from a row of a curated file; a row without a kind is a public figure."""
    names, affiliations = row.get("names", ()), row.get("affiliations", ())
    same_as = row.get("same_as", ())
    assert isinstance(names, list)
    return Actor(
        id=str(row["id"]),
        kind=ActorKind(row.get("kind", "public figure")),
        country=row.get("country") or None,  # type: ignore[arg-type]
        names=tuple(name(words) for words in names),
        affiliations=tuple(affiliation(words) for words in affiliations),  # type: ignore[attr-defined]
        same_as=tuple(same_as),  # type: ignore[arg-type]
    )


def name(words: str) -> Name:
    """A name from "NAME @ FROM/TO" with an optional leading "^"."""
    text, _, interval = words.partition("@")
    start, end = bounds(interval)
    text = text.strip()
    if text.startswith("^"):
        return Name(text=text[1:], start=start, end=end, use=NameUse.CONTEXT)
    return Name(text=text, start=start, end=end, use=use_of(text))


def affiliation(words: str) -> Affiliation:
    """An affiliation from "ACTOR RELATION FROM/TO OFFICE", the office left out where it is none."""
    other, relation, interval, *office = words.split()
    start, end = bounds(interval)
    held = " ".join(office) or None
    return Affiliation(actor=other, relation=relation, office=held, start=start, end=end)


def bounds(interval: str) -> tuple[str | None, str | None]:
    """Both ends of an EDTF interval, ``None`` where open or unknown."""
    start, _, end = interval.strip().partition("/")
    return (start.strip(".") or None, end.strip(".") or None)


def use_of(text: str) -> NameUse:
    """One short word all in capitals is an acronym."""
    letters = "".join(character for character in text if character.isalpha())
    single = " " not in text and len(letters) <= LONGEST_ACRONYM
    return NameUse.ACRONYM if single and letters.isupper() else NameUse.NAME
