"""Outlets and news agencies: their names, the forms those take, and their web domains.

The table is `data/news_names.csv`, written for this project: one row a body, ``kind`` is outlet
or agency, ``forms`` and ``domains`` are separated by semicolons. Names and domains are facts about
the bodies themselves.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsName:
    """One row of the table. ``forms`` includes ``name``."""

    name: str
    agency: bool
    forms: tuple[str, ...]
    domains: tuple[str, ...]


@lru_cache(maxsize=1)
def news_names() -> tuple[NewsName, ...]:
    """The shipped table, in its order."""
    source = files("secondsource.reports").joinpath("data/news_names.csv")
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return tuple(
        NewsName(
            name=row["name"],
            agency=row["kind"] == "agency",
            forms=(row["name"], *_parts(row["forms"])),
            domains=_parts(row["domains"]),
        )
        for row in rows
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def canonical(words: str) -> str | None:
    """The usual name of the outlet or agency that ``words`` name as a whole, if any."""
    return _by_form().get(_key(words))


def is_outlet(name: str) -> bool:
    """Whether a usual name is that of an outlet, not of an agency."""
    return any(row.name == name and not row.agency for row in news_names())


def agency(words: str) -> str | None:
    """The usual name of the agency that ``words`` name as a whole, if the table has it."""
    return _by_form(agencies_only=True).get(_key(words))


def outlet_at(host: str) -> str | None:
    """The outlet that publishes at a host name, by its longest known domain."""
    labels = host.casefold().removeprefix("www.").split(".")
    for start in range(len(labels) - 1):
        name = _by_domain().get(".".join(labels[start:]))
        if name is not None:
            return name
    return None


@lru_cache(maxsize=1)
def agency_alternatives() -> str:
    """A regular expression for any form of any agency's name, longest first, case kept.

    Names of two words or more, and acronyms, also match in capitals.
    """
    forms = {form for row in news_names() if row.agency for form in row.forms}
    forms |= {form.upper() for form in forms if len(form) > 3}
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=_longest_first)) + ")"


@lru_cache(maxsize=1)
def name_pattern() -> re.Pattern[str]:
    """Any form of any name as whole words, longest first, case kept."""
    forms = {form for row in news_names() for form in row.forms}
    listed = "|".join(re.escape(form) for form in sorted(forms, key=_longest_first))
    return re.compile(rf"(?<![\w'’-])(?:{listed})(?![\w'’-])")


def _longest_first(form: str) -> tuple[int, str]:
    return -len(form), form


def _key(words: str) -> str:
    folded = " ".join(words.casefold().split()).strip(" .,;:()[]-–—")
    return folded.removeprefix("the ")


@lru_cache(maxsize=2)
def _by_form(agencies_only: bool = False) -> dict[str, str]:
    rows = [row for row in news_names() if row.agency or not agencies_only]
    return {_key(form): row.name for row in reversed(rows) for form in row.forms}


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, str]:
    return {domain: row.name for row in news_names() for domain in row.domains}
