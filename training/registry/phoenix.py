"""Armed groups of the Phoenix dictionary of military non-state actors (MIT)."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from secondsource.annotations.actors import Actor, Name, name_key, slug
from secondsource.annotations.records import ActorKind
from training.registry.curated import use_of
from training.registry.ucdp import TOO_COMMON

SOURCE = "Phoenix (petrarch2 dictionaries)"
# Aliases in the dictionary include leaders; a name is kept where a word says that it is a group.
ORGANISED = {
    "army", "front", "movement", "brigade", "brigades", "party", "group", "organization", "forces",
    "force", "council", "command", "committee", "cell", "cells", "fighters", "guard", "guards",
    "militia", "jihad", "liberation", "resistance", "tigers", "faction", "union", "alliance",
    "harakat", "jaish", "jaysh", "lashkar", "hizb", "ansar", "jamaat", "brigate", "frente",
    "ejercito", "movimiento", "vanguard", "battalion", "squad", "commando", "commandos", "warriors",
    "mujahideen", "mujahidin", "martyrs", "revolutionary", "patriotic", "hezbollah", "path",
}  # fmt: skip
SMALL = {"of", "the", "for", "and", "in", "on", "to", "de", "del", "la", "al", "el", "e", "wa", "y"}


def read(folder: Path, alpha2: dict[str, str]) -> list[Actor]:
    """One actor per entry with a name of two words or more."""
    path = folder / "phoenix_milnonstate_actors.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = (_actor(row, alpha2) for row in rows)
    return [actor for actor in found if actor is not None]


def _actor(row: dict[str, object], alpha2: dict[str, str]) -> Actor | None:
    raw = [str(row["name"]), *(str(alias) for alias in row["aliases"])]  # type: ignore[attr-defined]
    texts = list(dict.fromkeys(text for words in raw for text in _texts(words)))
    names = [text for text in texts if _usable(text)]
    if not names or use_of(names[0]).value == "acronym":
        return None
    codes = [str(code) for code in row["codes"]]  # type: ignore[attr-defined]
    return Actor(
        id=slug(names[0]),
        kind=ActorKind.ARMED_GROUP,
        country=alpha2.get(codes[0][:3]) if codes else None,
        names=tuple(Name(text=text, use=use_of(text), source=SOURCE) for text in names),
        same_as=(f"phoenix:{row['name']}",),
        origin=SOURCE,
    )


def _texts(words: str) -> list[str]:
    """A name in title case, and the acronym that it carries in brackets."""
    if "+" in words:
        return []
    acronyms = [text for text in re.findall(r"\(([A-Z\-]{2,8})\)", words) if text.isupper()]
    return [_title(re.sub(r"\(.*?\)", " ", words)), *acronyms]


def _title(words: str) -> str:
    parts = re.split(r"([\s\-]+)", words.strip().lower())
    titled = [
        part if index and part in SMALL else part[:1].upper() + part[1:]
        for index, part in enumerate(parts)
    ]
    return "".join(titled)


def _usable(text: str) -> bool:
    key = name_key(text)
    if key in TOO_COMMON:
        return False
    if use_of(text).value != "name":
        return len(key) > 2
    return " " in key and bool(ORGANISED & set(key.split()))
