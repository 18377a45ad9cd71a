"""A claim's attribution chain in words: one line a link, from the outlet outwards."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations import SourceType
from secondsource.claims import Claim, Informant, Link

_SORTS = {
    SourceType.NAMED_PERSON: "named",
    SourceType.NAMED_ORGANISATION: "organisation",
    SourceType.OFFICE_HOLDER: "office-holder",
    SourceType.ANONYMOUS: "unnamed",
    SourceType.OUTLET: "outlet",
    SourceType.DOCUMENT: "document",
    SourceType.SOCIAL_MEDIA: "social media",
    SourceType.GROUP: "group",
    SourceType.SELF: "the outlet itself",
    SourceType.OTHER: "unclear what",
}
_TELLING = frozenset({SourceType.ANONYMOUS, SourceType.NAMED_PERSON, SourceType.OFFICE_HOLDER})


def source_of(claim: Claim) -> str | None:
    """Whoever said it first, through whom; ``None`` where the outlet asserts it itself."""
    if not claim.attribution:
        return None
    *through, first = claim.attribution
    via = [outlet_of(first)] if first.via else []
    via.extend(outlet_of(link) if link.via else link.name for link in reversed(through))
    shown = dict.fromkeys(name for name in via if name is not None)
    return f"{first.name}, via {', via '.join(shown)}" if shown else first.name


def outlet_of(link: Link) -> str | None:
    """The outlet told, by name where the words only stand for it."""
    return link.via_name or (link.via.text if link.via else None)


def chain_of(claim: Claim) -> tuple[str, ...]:
    """The links as lines: who, what they are, by which words, to whom and how."""
    return tuple(_line(link) for link in claim.attribution)


def _line(link: Link) -> str:
    if link.informants:
        who = " and ".join(described(informant) for informant in link.informants)
    else:
        who = f"{link.name} ({_SORTS[link.type]})"
    return "; ".join((who, *_manner(link)))


def _manner(link: Link) -> Iterator[str]:
    if link.cue:
        yield f"“{_plain(link.cue.text)}”"
    outlet = outlet_of(link)
    if outlet:
        yield f"to {outlet}"
    if link.medium and not (link.cue and link.cue.span.contains(link.medium.span)):
        yield _plain(link.medium.text)
    if link.recap:
        yield f"looking back (“{_plain(link.recap.text)}”)"


def described(informant: Informant) -> str:
    """ "an official (unnamed official, of Syrian opposition, in Turkey)"."""
    return f"{informant.name} ({', '.join(_about(informant))})"


def sort_of(informant: Informant) -> str:
    """What sort of source it is, with its role: "unnamed official", "document (recording)"."""
    sort, role = _SORTS[informant.type], informant.role
    if role is None or informant.type is SourceType.SELF or role in sort:
        return sort
    return f"{sort} {role}" if informant.type in _TELLING else f"{sort} ({role})"


def _about(informant: Informant) -> Iterator[str]:
    yield f"several, {sort_of(informant)}" if informant.several else sort_of(informant)
    document = informant.type is SourceType.DOCUMENT
    if informant.affiliation:
        yield f"{'by' if document else 'of'} {_plain(informant.affiliation.text)}"
    if informant.location:
        yield f"in {_plain(informant.location.text)}"
    if informant.closeness:
        yield f"“{_plain(informant.closeness.text)}”"
    if informant.anonymity:
        yield f"“{_plain(informant.anonymity.text)}”"
    if informant.key is None:
        yield "not sure who is meant"


def _plain(words: str) -> str:
    return " ".join(words.split())
