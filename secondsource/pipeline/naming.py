"""What a reader means by a word: an actor's id for a name, a place's number for its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from secondsource.annotations import load_registry
from secondsource.claims import ClaimKind, Modality, Polarity
from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import ClaimFilter, Ledger
from secondsource.text import without_accents

_NEAR = 70.0
_SUGGESTED = 3
_NO_WORD = re.compile(r"[\W_]+")

Names = Mapping[str, Iterable[str]]

# GeoNames has given some thirteen million numbers.
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which claims a reader asks for; all that is given must hold.

    ``report`` is an id, the beginning of one, or a path; ``actor`` an id or a name, in either
    role; ``between`` two of them; ``place`` a GeoNames number or a name; ``country`` a two-letter
    code. ``since`` and ``until`` keep what may have happened between those days. ``code`` is a type
    of the user's codebook, alone or as "codebook/type".
    """

    report: str | None = None
    actor: str | None = None
    between: tuple[str, str] | None = None
    kind: ClaimKind | None = None
    type: str | None = None
    modality: Modality | None = None
    polarity: Polarity | None = None
    place: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    code: str | None = None


def claim_filter(ledger: Ledger, wanted: Wanted) -> ClaimFilter:
    """The ledger's filter for ``wanted``, names resolved.

    Raises:
        NotInLedger: if a report, actor or place is not known; the message offers near names.
        UsageError: if one of them means several.
    """
    return ClaimFilter(
        report=None if wanted.report is None else ledger.report(wanted.report).id,
        actor=None if wanted.actor is None else actor_id(ledger, wanted.actor),
        between=pair(ledger, wanted.between),
        kind=wanted.kind,
        type=wanted.type,
        modality=wanted.modality,
        polarity=wanted.polarity,
        place=None if wanted.place is None else place_number(ledger, wanted.place),
        country=None if wanted.country is None else wanted.country.upper(),
        since=wanted.since,
        until=wanted.until,
        code=wanted.code,
    )


def pair(ledger: Ledger, between: tuple[str, str] | None) -> tuple[str, str] | None:
    """The ids of two actors.

    Raises:
        NotInLedger: if one is not known; the message offers near names.
        UsageError: if a name means several, or both mean the same one.
    """
    return None if between is None else pair_of(ledger, between)


def pair_of(ledger: Ledger, between: tuple[str, str]) -> tuple[str, str]:
    """The ids of two actors; raises as `pair` does."""
    one, other = (actor_id(ledger, name) for name in between)
    if one == other:
        raise UsageError(" and ".join(between), f"both are {one}", "name two actors")
    return one, other


def actor_id(ledger: Ledger, name: str) -> str:
    """The id of the actor that ``name`` means: an id, or a name as the reports or the registry
    give it.

    An actor of the registry counts also where no report mentions it. Of actors that were merged it
    is the one kept.

    Raises:
        NotInLedger: if it means none; the message offers names that are near.
        UsageError: if it means several.
    """
    registry, known = load_registry(), ledger.identities()
    kept = known.kept_as(name)
    if registry.get(name) or kept != name:
        return kept
    listed = {one.id: [form.text for form in one.names] for one in registry.actors}
    actors = ledger.actors()
    mentioned = {one.id: (one.name, *one.words) for one in actors}
    if name in mentioned:
        return name
    for names in ({one.id: (one.name,) for one in actors}, mentioned, listed):
        found = sorted({known.kept_as(one) for one in _meant(name, names)})
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                name, f"several actors are called so: {', '.join(found)}", "give an id"
            )
    near = _near(name, mentioned) or _near(name, listed)
    advice = f"perhaps {' or '.join(near)}" if near else "list them with `secondsource actors`"
    raise NotInLedger(name, "no actor has this id or name", advice)


def actor_name(ledger: Ledger, key: str) -> str:
    """The name of the actor with the id ``key`` by now: the one decided, the registry's, or the
    one that reports give it."""
    listed = next((one.name for one in ledger.actors() if one.id == key), None)
    registered = load_registry().get(key)
    return listed or (registered.name if registered else key)


def place_number(ledger: Ledger, name: str) -> int:
    """The GeoNames number of the place that ``name`` means: a number, or a name in the reports.

    Raises:
        NotInLedger: if it means none that the gazetteer knows; the message offers near names.
        UsageError: if it means several.
    """
    if name.isdecimal() and len(name) <= _MOST_DIGITS:
        return int(name)
    places = {
        str(one.geonames_id): (one.name, *one.words)
        for one in ledger.places()
        if one.geonames_id is not None
    }
    found = _meant(name, places)
    if len(found) == 1:
        return int(found[0])
    if found:
        raise UsageError(name, f"several places are called so: {', '.join(found)}", "give a number")
    near = _near(name, places)
    advice = f"perhaps {' or '.join(near)}" if near else "list them with `secondsource places`"
    raise NotInLedger(name, "no place that the reports mention has this name", advice)


def _meant(name: str, names: Names) -> list[str]:
    wanted = _folded(name)
    return sorted(key for key, forms in names.items() if wanted in map(_folded, forms))


def _near(name: str, names: Names) -> list[str]:
    """The nearest names with their ids, nearest first."""
    forms = {form: key for key, listed in names.items() for form in (key, *listed)}
    best = process.extract(
        _folded(name), {form: _folded(form) for form in forms}, scorer=fuzz.WRatio, limit=12
    )
    keys = dict.fromkeys(forms[form] for _, score, form in best if score >= _NEAR)
    return [f"{key} ({next(iter(names[key]))})" for key in list(keys)[:_SUGGESTED]]


def _folded(name: str) -> str:
    """``name`` without accents, case, punctuation and a leading article."""
    plain = _NO_WORD.sub(" ", without_accents(name))
    return plain.casefold().strip().removeprefix("the ")
