"""``sources.tsv``: what sort of source a noun or a name makes."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from secondsource.annotations.records import Token

PEOPLE = ("office", "anonymous")
BODIES = ("institution", "organisation")

_OUTLET_NAME = "outlet name"


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """The sort of source by lower-case head noun or name."""
    lines = files(__package__).joinpath("sources.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in pairs}


@lru_cache(maxsize=1)
def outlet_names() -> tuple[str, ...]:
    """Names of outlets and agencies in lower case."""
    return tuple(name for name, sort in _words().items() if sort == _OUTLET_NAME)


def sort_of_word(word: str) -> str | None:
    """The sort of a noun in lower case, ``None`` for one not in the table."""
    sort = _words().get(word)
    return None if sort == _OUTLET_NAME else sort


def sort_of(noun: Token) -> str | None:
    """The sort of a noun by its lemma, or by the word where the lemma is not in the table."""
    return sort_of_word(noun.lemma.lower()) or sort_of_word(noun.text.lower())


def is_document(noun: Token) -> bool:
    """Whether the noun is one of something written or recorded."""
    return noun.pos == "NOUN" and sort_of(noun) == "document"


def names_people(noun: Token) -> bool:
    """Whether the noun is one for persons, or a person's name ("official", "John Smith")."""
    return sort_of(noun) in PEOPLE or noun.entity == "PERSON"
