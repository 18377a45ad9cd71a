"""What sort of source the words name."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files

from secondsource.annotations.attributions.grammar import antecedent, is_relative
from secondsource.annotations.records import ActorKind, ActorMention, Parse, SourceType, Token
from secondsource.reports import Report
from secondsource.text import Span

_BY_ACTOR = {
    ActorKind.STATE: SourceType.NAMED_ORGANISATION,
    ActorKind.GOVERNMENT: SourceType.NAMED_ORGANISATION,
    ActorKind.MILITARY: SourceType.NAMED_ORGANISATION,
    ActorKind.ARMED_GROUP: SourceType.NAMED_ORGANISATION,
    ActorKind.INTERGOVERNMENTAL: SourceType.NAMED_ORGANISATION,
    ActorKind.COALITION: SourceType.NAMED_ORGANISATION,
    ActorKind.PARTY: SourceType.NAMED_ORGANISATION,
    ActorKind.ORGANISATION: SourceType.NAMED_ORGANISATION,
    ActorKind.MONITOR: SourceType.NAMED_ORGANISATION,
    ActorKind.AGENCY: SourceType.OUTLET,
    ActorKind.OUTLET: SourceType.OUTLET,
    ActorKind.PUBLIC_FIGURE: SourceType.NAMED_PERSON,
    ActorKind.PRIVATE_PERSON: SourceType.NAMED_PERSON,
    ActorKind.OFFICE: SourceType.OFFICE_HOLDER,
}
_BY_NOUN = {
    "office": SourceType.OFFICE_HOLDER,
    "anonymous": SourceType.ANONYMOUS,
    "organisation": SourceType.GROUP,
}
_PEOPLE = ("office", "anonymous")
_ROLES = ("office", "anonymous", "document", "social media", "outlet")
_VAGUE_ROLES = frozenset({"source", "person", "man", "woman"})
_COLLECTIVE = ("ORG", "GPE", "NORP", "FAC", "LOC")


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """``sources.tsv``: the sort of source by lower-case head noun or name."""
    lines = files(__package__).joinpath("sources.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in pairs}


@lru_cache(maxsize=1)
def _outlets() -> tuple[str, ...]:
    return tuple(f" {name} " for name, sort in _words().items() if sort == "outlet name")


def is_document(noun: Token) -> bool:
    """Whether the noun is one of something written or recorded."""
    return noun.pos == "NOUN" and _words().get(noun.lemma.lower()) == "document"


def is_outlet(words: str) -> bool:
    """Whether the words hold the name of an outlet or a news agency."""
    plain = "".join(c if c.isalnum() or c == "-" else " " for c in words.casefold())
    padded = f" {' '.join(plain.split())} "
    return any(name in padded for name in _outlets())


def names_people(noun: Token) -> bool:
    """Whether the noun is one for persons, or a person's name ("official", "John Smith")."""
    sort = _words().get(noun.lemma.lower())
    return sort in _PEOPLE or noun.entity == "PERSON"


def role_of(parse: Parse, noun: Token) -> str | None:
    """What a source is in one word, the most telling one of its phrase and what is set beside it.

    "a second source, a commander" is a commander; "the leader Abu Bakr" a leader.
    """
    titles = parse.children(noun, "compound", "nmod") if noun.pos == "PROPN" else []
    beside = [*parse.children(noun, "appos"), *titles]
    rows = [token for token in (noun, *beside) if _sort_of_role(token)]
    telling = [token for token in rows if token.lemma.lower() not in _VAGUE_ROLES]
    return next((token.lemma.lower() for token in telling or rows), None)


def _sort_of_role(token: Token) -> bool:
    sort = _words().get(token.lemma.lower())
    return sort in _ROLES and (token.pos == "NOUN" or token.entity != "ORG")


def type_of_actor(noun: Token, actors: tuple[ActorMention, ...]) -> SourceType | None:
    """The sort of source that the actors layer resolves a pronoun to."""
    mention = _mention_at(noun, actors)
    if mention is None or mention.span != noun.span or mention.actor is None:
        return None
    return _BY_ACTOR.get(mention.kind)


def stands_for_its_own_outlet(report: Report, parse: Parse, noun: Token) -> bool:
    """Whether the words name the report's own outlet: by name, or "this newspaper"."""
    sort = _words().get(noun.lemma.lower())
    if sort == "outlet" and any(row.text.lower() == "this" for row in parse.children(noun, "det")):
        return True
    own = _plain(report.outlet.value) if report.outlet else None
    low = min([noun.index, *(row.index for row in parse.children(noun, "compound"))])
    shown = " ".join(token.text for token in parse.tokens[low : noun.index + 1])
    return own is not None and noun.pos == "PROPN" and _plain(shown) == own


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def source_type(
    parse: Parse, head: Token, text: str, actors: tuple[ActorMention, ...] | None
) -> SourceType | None:
    """The sort of source that a noun phrase names, ``None`` where only reference could tell.

    ``head`` is the phrase's head noun; a relative pronoun is read as what it stands for.
    """
    noun = antecedent(parse, head) if is_relative(head) else head
    if noun is None or noun.pos == "PRON":
        return None
    return (
        _by_phrase(parse, noun, text)
        or _by_registry(noun, actors)
        or (_of_name(noun) if noun.pos == "PROPN" else _of_noun(parse, noun))
    )


def _by_phrase(parse: Parse, noun: Token, text: str) -> SourceType | None:
    """Documents, social media and outlets, which the words themselves tell."""
    sort = _words().get(noun.lemma.lower())
    if is_document(noun):
        return SourceType.DOCUMENT
    if sort == "social media":
        return SourceType.SOCIAL_MEDIA
    inside = parse.children(noun, "compound", "nmod", "amod", "poss")
    start = min((token.span.start for token in inside), default=noun.span.start)
    name = Span(min(start, noun.span.start), noun.span.end).of(text)
    named = noun.pos == "PROPN" and is_outlet(name)
    reports = sort == "outlet" or _is_news_agency(parse, noun)
    return SourceType.OUTLET if named or reports else None


def _is_news_agency(parse: Parse, noun: Token) -> bool:
    """ "the news agency", "the agency Reuters"; an agency with another task is none."""
    if noun.lemma.lower() != "agency":
        return False
    tasks = [token.lemma.lower() for token in parse.children(noun, "compound", "amod", "nmod")]
    named = any(token.pos == "PROPN" for token in parse.children(noun, "appos"))
    return "news" in tasks or "press" in tasks or (named and not tasks)


def _by_registry(noun: Token, actors: tuple[ActorMention, ...] | None) -> SourceType | None:
    mention = _mention_at(noun, actors or ())
    if mention is None or mention.actor is None or not mention.span.contains(noun.span):
        return None
    return _BY_ACTOR.get(mention.kind)


def _mention_at(noun: Token, actors: tuple[ActorMention, ...]) -> ActorMention | None:
    """The last mention that begins no later than the word; mentions are in order and disjoint."""
    at = bisect_right(actors, noun.span.start, key=lambda mention: mention.span.start) - 1
    return actors[at] if at >= 0 else None


def _of_name(noun: Token) -> SourceType:
    collective = noun.entity in _COLLECTIVE or _words().get(noun.lemma.lower()) == "organisation"
    return SourceType.NAMED_ORGANISATION if collective else SourceType.NAMED_PERSON


def _of_noun(parse: Parse, noun: Token) -> SourceType | None:
    sort = _words().get(noun.lemma.lower(), "")
    below = [token for token in parse.subtree(noun) if token.pos == "PROPN"]
    if noun.tag == "NNS":
        return SourceType.GROUP
    if sort in _PEOPLE and any(token.entity == "PERSON" for token in below):
        return SourceType.NAMED_PERSON
    if sort == "organisation" and below:
        return SourceType.NAMED_ORGANISATION
    return _BY_NOUN.get(sort)
