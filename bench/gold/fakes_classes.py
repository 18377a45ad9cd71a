"""The classes in which FA-KES codes governorates and actors, recognised in what was found."""

from __future__ import annotations

import re
import unicodedata

from bench.records import ActorFound, PlaceFound

_GOVERNORATES = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("aleppo", r"^(aleppo|halab)"),
        ("idlib", r"^idl[ei]b"),
        ("damascus", r"(damas|dimas)"),
        ("raqqa", r"^(a[lr])?ra(q|k)+ah?"),
        ("deir ezzor", r"^(dei|day|dey)r"),
        ("homs", r"^h[oi]ms"),
        ("hasakeh", r"^(al)?h?as+ak"),
        ("hama", r"^hamah?$|^hama(?!da)"),
        ("daraa", r"^dar.?a"),
        ("lattakia", r"^(al)?(lat+ak|ladh)"),
        ("quneitra", r"^(al)?qun[ea][iy]t"),
    )
)

_ACTORS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "the organization of the islamic state in iraq and the levant - isis",
            r"islamic[- ]state|\b(isis|isil|is|daesh|da.ish)\b",
        ),
        ("al-nusra front", r"nusra|fate?h al[- ]sham|tahrir al[- ]sham"),
        ("self administration forces", r"\b(ypg|sdf|pyd)\b|kurd|syrian[- ]democratic"),
        (
            "international coalition forces",
            r"coalition|united[- ]states|\bu\.?s\b|american|pentagon",
        ),
        (
            "armed opposition groups",
            r"rebel|opposition|free[- ]syrian|\bfsa\b|ahrar|militant|terrorist",
        ),
        ("syrian government or russian troops", r"regime|assad|syria|russia|government|army"),
    )
)


def governorate(place: PlaceFound) -> str | None:
    """The coded name of the governorate that a place lies in; ``None`` outside those coded.

    Rural Damascus counts as Damascus, as in the coding.
    """
    return _named(place.admin1) or (_named(place.name) if place.admin1 is None else None)


def actor_class(actor: ActorFound) -> str | None:
    """The coded class of an actor by its id and name; the first that fits, most specific first."""
    words = f"{actor.id or ''} {actor.name or ''} {actor.text}"
    return next((name for name, pattern in _ACTORS if pattern.search(words)), None)


def _named(name: str | None) -> str | None:
    plain = unicodedata.normalize("NFKD", name or "").casefold()
    letters = re.sub(r"[^a-z]", "", plain)
    return next((key for key, pattern in _GOVERNORATES if pattern.search(letters)), None)
