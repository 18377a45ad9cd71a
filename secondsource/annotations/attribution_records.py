"""Who says what, in which words: the records of the attributions layer.

All spans point into the report's stored text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from secondsource.text import Span


class QuoteKind(Enum):
    """How the content of an attribution is put."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceType(Enum):
    """Who or what an attribution names as its source. ``SELF`` is the report's own outlet,
    ``OTHER`` what is neither people nor a body, a document or an outlet ("the facts")."""

    NAMED_PERSON = "named person"
    NAMED_ORGANISATION = "named organisation"
    OFFICE_HOLDER = "office-holder"
    ANONYMOUS = "anonymous source"
    OUTLET = "outlet or agency"
    DOCUMENT = "document or recording"
    SOCIAL_MEDIA = "social media"
    GROUP = "group of people"
    SELF = "self"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDetails:
    """What the words say of one source: "a Lebanese security official speaking in Beirut".

    ``words`` is the phrase for this one of the sources, ``head`` its head noun. ``role`` is the
    finer sort in one word ("official", "resident", "recording"; "own outlet" for the report's
    own). ``affiliation`` is the body it belongs to, or a document's author, ``affiliate`` that
    body's actor id; ``location`` the place where it is or speaks, ``closeness`` how it claims to
    know, and ``anonymity`` why or on what terms it is not named. ``several`` says that the words
    are for people who are not told apart ("two officials").
    """

    words: Span
    head: Span
    type: SourceType | None = None
    role: str | None = None
    affiliation: Span | None = None
    affiliate: str | None = None
    location: Span | None = None
    closeness: Span | None = None
    anonymity: Span | None = None
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionMention:
    """Source, cue and content of one act of saying, believing, denying or hoping.

    Each of the three is a tuple of spans (several where the span is discontinuous). ``source`` is
    empty where the words name none. ``via`` is the outlet or agency that was told ("told the
    Guardian"), ``medium`` how it was said ("in a statement", "by telephone", "on his Telegram
    channel"), ``nested_in`` the index in the layer of the attribution whose content holds this
    one. ``antecedent`` is the noun phrase that the source stands for where it is a relative
    pronoun ("a deserter who said …"). ``details`` describes each source that the words name ("an
    official and a commander" are two).
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: QuoteKind
    source_type: SourceType | None = None
    via: Span | None = None
    nested_in: int | None = None
    antecedent: Span | None = None
    details: tuple[SourceDetails, ...] = ()
    medium: Span | None = None
    why: str = ""
