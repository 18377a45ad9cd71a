"""Texts for ACLED's types, from sentences written for each."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

from training.events.actors import load_names
from training.events.labels import ACLED, Example, acled_columns

_SENTENCES = Path(__file__).parent / "acled_sentences.toml"
_PLACES = (
    "Aleppo|Mosul|Goma|Kidal|Mogadishu|Donetsk|Kandahar|Maiduguri|Sanaa|Bangui|Juba|Tripoli|"
    "Gaza|Quetta|Srinagar|Bogota|Caracas|Nairobi|Lagos|Jakarta|Manila|Yangon|Beirut|Cairo|"
    "Marawi|Kobani|Idlib|Ghazni|Bamako|Khartoum|Lima|Athens|Minsk|Baghdad|Kabul|Hodeidah"
).split("|")
_ARMIES = (
    "the army|government forces|security forces|the military|troops|soldiers|peacekeepers|"
    "regime forces|the armed forces|police|special forces|the coalition|border guards"
).split("|")
_GROUPS = (
    "rebels|militants|insurgents|a militia|armed men|separatists|jihadists|guerrillas|"
    "Taliban fighters|ISIS militants|al-Shabaab|Boko Haram|Houthi fighters|opposition fighters"
).split("|")
_PEOPLE = "the president|the government|the prime minister|corruption|the police|the new law"
_DAYS = "on Monday|on Tuesday|last week|on Friday|overnight|on 3 May|this morning|late on Sunday"
_CONTEXT = (
    "The ministry gave no further details.",
    "Local media published pictures of the scene.",
    "The area has seen unrest for several years.",
    "An official spoke on condition of anonymity.",
    "No group has commented so far.",
    "The United Nations called for restraint.",
)


def made_texts(each: int, seed: int) -> Iterator[Example]:
    """``each`` texts for every sentence, some with a sentence of context after it."""
    chance = random.Random(seed)
    groups = [*_GROUPS, *load_names().groups]
    for name, sentences in tomllib.loads(_SENTENCES.read_text(encoding="utf-8")).items():
        for number in range(each):
            for sentence in sentences:
                text = sentence.format(
                    place=chance.choice(_PLACES),
                    army=chance.choice(_ARMIES),
                    group=chance.choice(groups),
                    people=chance.choice(_PEOPLE.split("|")),
                    n=chance.choice((2, 3, 5, 7, 12, 20, 34, 60)),
                    day=chance.choice(_DAYS.split("|")),
                )
                text = text[0].upper() + text[1:]
                if chance.random() < 0.4:
                    text = f"{text} {chance.choice(_CONTEXT)}"
                yield Example(
                    id="",
                    group=f"made-{number}",
                    head=ACLED,
                    text=text,
                    right=acled_columns(name or None),
                )
