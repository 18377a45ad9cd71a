"""What sort of source the words name."""

from __future__ import annotations

from secondsource.annotations.attributions.grammar import antecedent, is_relative
from secondsource.annotations.records import (
    ActorKind,
    ActorMention,
    Parse,
    SourceType,
    Token,
)
from secondsource.text import Span

_DOCUMENTS = frozenset(
    "recording audiotape tape audio video videotape film footage photograph photo picture statement "
    "letter report document email e-mail memo memorandum transcript cable message communique "
    "communiqué release leaflet survey poll study analysis data figure filing ad advertisement "
    "book article story resolution text documents files archive website dossier indictment".split()
)
_SOCIAL = frozenset(
    "tweet twitter facebook instagram telegram youtube post account hashtag".split()
)
_OUTLETS = frozenset(
    "newspaper agency network broadcaster magazine channel station daily weekly outlet correspondent "
    "reporter journalist news blog".split()
)
_OUTLET_NAMES = (
    "associated press",
    "reuters",
    "afp",
    "agence france",
    "bbc",
    "cnn",
    "guardian",
    "new york times",
    "washington post",
    "wall street journal",
    "al jazeera",
    "al-jazeera",
    "xinhua",
    "itar-tass",
    "interfax",
    "anadolu",
    "sana",
    "bloomberg",
    "fox news",
    "nbc",
    "abc news",
    "cbs",
    "npr",
    "politico",
    "usa today",
    "the times",
    "telegraph",
    "independent",
    "le monde",
    "der spiegel",
    "al arabiya",
    "breitbart",
    "huffington post",
    "associated press",
)
_OUTLET_ACRONYMS = frozenset({"AP", "UPI", "DPA", "EFE", "TASS", "ITV", "MSNBC", "VOA", "RT"})
_ANONYMOUS = frozenset(
    "source official officer witness resident activist fighter diplomat commander rebel soldier "
    "militant aide adviser advisor insider analyst expert villager doctor medic person man woman "
    "refugee survivor defector intermediary employee staffer operative lawmaker observer".split()
)
_OFFICES = frozenset(
    "president minister spokesman spokeswoman spokesperson secretary chief commander general "
    "ambassador governor mayor king prince emir leader chairman chairwoman chair director envoy "
    "chancellor premier senator representative congressman judge prosecutor sheriff caliph pope "
    "head mufti vice-president deputy colonel captain major minister".split()
)
_ORGANISATIONS = frozenset(
    "group government army organisation organization ministry administration campaign committee "
    "party movement council court police coalition alliance union company foundation embassy "
    "military regime authority command bureau department observatory house front brigade force "
    "agency commission parliament senate congress".split()
)
_MONITORED = {
    ActorKind.AGENCY: SourceType.OUTLET,
    ActorKind.OUTLET: SourceType.OUTLET,
    ActorKind.PUBLIC_FIGURE: SourceType.NAMED_PERSON,
    ActorKind.PRIVATE_PERSON: SourceType.NAMED_PERSON,
    ActorKind.OFFICE: SourceType.OFFICE_HOLDER,
}
_ORGANISED = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.MILITARY,
        ActorKind.ARMED_GROUP,
        ActorKind.INTERGOVERNMENTAL,
        ActorKind.COALITION,
        ActorKind.PARTY,
        ActorKind.ORGANISATION,
        ActorKind.MONITOR,
    }
)


def is_document(noun: Token) -> bool:
    """Whether the noun is one of something written or recorded."""
    return noun.pos == "NOUN" and noun.lemma.lower() in _DOCUMENTS


def is_outlet(words: str) -> bool:
    """Whether the words name an outlet or a news agency."""
    folded = words.casefold()
    return any(name in folded for name in _OUTLET_NAMES) or any(
        word.strip(".,()") in _OUTLET_ACRONYMS for word in words.split()
    )


def source_type(
    parse: Parse,
    head: Token,
    source: Span,
    text: str,
    actors: tuple[ActorMention, ...] | None,
) -> SourceType | None:
    """The sort of source that a noun phrase names, ``None`` where only reference could tell.

    ``head`` is the phrase's head noun; a relative pronoun is read as what it stands for.
    """
    if is_relative(head):
        noun = antecedent(parse, head)
        if noun is None:
            return None
        head, source = noun, noun.span
    if head.pos == "PRON" or head.tag == "PRP$":
        return None
    lemma = head.lemma.lower()
    if is_document(head):
        return SourceType.DOCUMENT
    if lemma in _SOCIAL:
        return SourceType.SOCIAL_MEDIA
    if is_outlet(source.of(text)) or lemma in _OUTLETS:
        return SourceType.OUTLET
    return _by_registry(head, actors) or _by_words(parse, head, lemma)


def _by_registry(head: Token, actors: tuple[ActorMention, ...] | None) -> SourceType | None:
    for mention in actors or ():
        if mention.actor is None or not mention.span.contains(head.span):
            continue
        if mention.kind in _ORGANISED:
            return SourceType.NAMED_ORGANISATION
        return _MONITORED.get(mention.kind)
    return None


def _by_words(parse: Parse, head: Token, lemma: str) -> SourceType | None:
    below = parse.subtree(head)
    named = any(token.entity == "PERSON" for token in below if token.pos == "PROPN")
    if head.pos == "PROPN":
        if head.entity in ("ORG", "GPE", "NORP", "FAC", "LOC") or lemma in _ORGANISATIONS:
            return SourceType.NAMED_ORGANISATION
        return SourceType.NAMED_PERSON
    if named and (lemma in _OFFICES or lemma in _ANONYMOUS):
        return SourceType.NAMED_PERSON
    if head.tag == "NNS":
        return SourceType.GROUP
    if lemma in _OFFICES and lemma != "commander":
        return SourceType.OFFICE_HOLDER
    if lemma in _ANONYMOUS:
        return SourceType.ANONYMOUS
    if lemma in _ORGANISATIONS:
        named_group = any(token.pos == "PROPN" for token in below)
        return SourceType.NAMED_ORGANISATION if named_group else SourceType.GROUP
    return None
