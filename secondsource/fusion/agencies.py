"""News agencies and outlets that others credit, as data.

Names and abbreviations are the organisations' own. ``codes`` count in running text only in these
capitals, so that "ap" and "pa" are no agencies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency or much-cited outlet. ``code`` is its usual short form; ``wire`` says that it
    is an agency, whose texts other outlets print."""

    id: str
    code: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    wire: bool = True


AGENCIES: tuple[Agency, ...] = (
    Agency(id="associated-press", code="AP", names=("Associated Press",), codes=("AP",)),
    Agency(id="reuters", code="Reuters", names=("Reuters", "Thomson Reuters")),
    Agency(id="agence-france-presse", code="AFP", names=("Agence France-Presse",), codes=("AFP",)),
    Agency(
        id="deutsche-presse-agentur", code="dpa", names=("Deutsche Presse-Agentur",), codes=("DPA",)
    ),
    Agency(id="efe", code="EFE", names=("Agencia EFE",), codes=("EFE",)),
    Agency(id="ansa", code="ANSA", names=(), codes=("ANSA",)),
    Agency(
        id="united-press-international",
        code="UPI",
        names=("United Press International",),
        codes=("UPI",),
    ),
    Agency(
        id="press-association", code="PA", names=("Press Association", "PA Media"), codes=("PA",)
    ),
    Agency(id="tass", code="TASS", names=("Itar-Tass",), codes=("TASS",)),
    Agency(id="interfax", code="Interfax", names=("Interfax",)),
    Agency(id="ria-novosti", code="RIA", names=("RIA Novosti",), codes=("RIA",)),
    Agency(id="sputnik", code="Sputnik", names=("Sputnik",)),
    Agency(id="xinhua", code="Xinhua", names=("Xinhua",)),
    Agency(id="kyodo", code="Kyodo", names=("Kyodo",)),
    Agency(id="bloomberg", code="Bloomberg", names=("Bloomberg News", "Bloomberg")),
    Agency(
        id="anadolu",
        code="AA",
        names=("Anadolu Agency", "Anadolu Ajansi", "Anadolu"),
        codes=("AA",),
    ),
    Agency(id="dogan", code="DHA", names=("Dogan News Agency",), codes=("DHA",)),
    Agency(id="sana", code="SANA", names=("Syrian Arab News Agency",), codes=("SANA",)),
    Agency(id="nna", code="NNA", names=("National News Agency",), codes=("NNA",)),
    Agency(id="petra", code="Petra", names=("Petra News Agency", "Jordan News Agency")),
    Agency(id="spa", code="SPA", names=("Saudi Press Agency",), codes=("SPA",)),
    Agency(id="mena", code="MENA", names=("Middle East News Agency",)),
    Agency(id="kuna", code="KUNA", names=("Kuwait News Agency",), codes=("KUNA",)),
    Agency(id="irna", code="IRNA", names=("Islamic Republic News Agency",), codes=("IRNA",)),
    Agency(id="fars", code="Fars", names=("Fars News Agency",)),
    Agency(id="tasnim", code="Tasnim", names=("Tasnim",)),
    Agency(id="isna", code="ISNA", names=("Iranian Students News Agency",), codes=("ISNA",)),
    Agency(id="nina", code="NINA", names=("National Iraqi News Agency",), codes=("NINA",)),
    Agency(id="ara-news", code="ARA", names=("ARA News",)),
    Agency(id="amaq", code="Amaq", names=("Amaq",)),
    Agency(
        id="bbc",
        code="BBC",
        names=("British Broadcasting Corporation",),
        codes=("BBC",),
        wire=False,
    ),
    Agency(id="cnn", code="CNN", names=(), codes=("CNN",), wire=False),
    Agency(id="al-jazeera", code="Al Jazeera", names=("Al Jazeera", "Al-Jazeera"), wire=False),
    Agency(id="al-arabiya", code="Al Arabiya", names=("Al Arabiya", "Al-Arabiya"), wire=False),
    Agency(id="guardian", code="The Guardian", names=("Guardian",), wire=False),
    Agency(id="new-york-times", code="NYT", names=("New York Times",), codes=("NYT",), wire=False),
    Agency(id="washington-post", code="Washington Post", names=("Washington Post",), wire=False),
    Agency(
        id="wall-street-journal",
        code="WSJ",
        names=("Wall Street Journal",),
        codes=("WSJ",),
        wire=False,
    ),
    Agency(id="mcclatchy", code="McClatchy", names=("McClatchy",), wire=False),
    Agency(id="daily-beast", code="Daily Beast", names=("Daily Beast",), wire=False),
    Agency(id="al-hayat", code="Al-Hayat", names=("Al-Hayat", "Al Hayat"), wire=False),
)

_ARTICLE = re.compile(
    r"^(?:(?:the|an?)\s+)?(?:(?:news\s*)?agency\s+|newspaper\s+|broadcaster\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*\([^()]*\)$|\s+(?:news\s*agency|news|newspaper|agency|correspondent|reporter)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", _TAIL.sub("", _ARTICLE.sub("", name.strip())).casefold()))


_BY_KEY = {
    _key(name): agency
    for agency in AGENCIES
    for name in (*agency.names, *agency.codes, agency.code, agency.id)
}


def agency_named(name: str) -> Agency | None:
    """The agency or outlet of the table that ``name`` is a name of, in any usual spelling."""
    return _BY_KEY.get(_key(name))


def named(name: str) -> Agency:
    """The entry that ``name`` is known to stand for.

    Raises:
        KeyError: if the table has none.
    """
    return _BY_KEY[_key(name)]


def outlet_key(name: str) -> str:
    """One key for all spellings of an outlet's name, the table's id where it has one."""
    agency = agency_named(name)
    return agency.id if agency else _key(name).replace(" ", "-")


def shown_name(name: str) -> str:
    """What to call an outlet: its short form if the table has it, else its name without "the
    agency" or the like."""
    agency = agency_named(name)
    return agency.code if agency else _ARTICLE.sub("", name.strip()) or name
