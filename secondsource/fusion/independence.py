"""How many independent origins a set of claims has.

Each claim came to us along a chain: an informant told a *gatherer* (the agency or outlet that
collected it), whose words a report carries. Two chains confirm each other only if they share
neither. The number of independent origins is therefore the size of the largest set of chains no
two of which share a gatherer or an informant: a maximum matching between gatherers and informants.
Seven outlets on one agency have one gatherer and so one origin, however many informants it names;
two outlets that both rest on one monitor have one informant and so one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.annotations import SourceType
from secondsource.claims import Claim, Informant, Link
from secondsource.fusion.agencies import agency_named, outlet_key
from secondsource.fusion.citations import gatherers
from secondsource.fusion.prose import fold_words
from secondsource.fusion.records import Lineage, Relation
from secondsource.reports import Report

# One person or body whoever quotes them; the other types name nobody in particular.
_IDENTIFIED = frozenset(
    {
        SourceType.NAMED_PERSON,
        SourceType.NAMED_ORGANISATION,
        SourceType.DOCUMENT,
    }
)
# Words of a report that somebody says so, without saying who.
_HEARSAY = frozenset({"reportedly", "reported", "said", "allegedly", "alleged", "rumoured"})
# Words after which a description adds where somebody is or belongs, not what they are.
_AFTER = frozenset(
    "of from with in at on who which that speaking affiliated close loyal inside based for".split()
)
_UNNAMED_OUTLET = "unnamed outlet"
# Words that tell nothing of who it is.
_EMPTY = frozenset(
    "a an the one another second third first some several two three he she they it who his her "
    "their its".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One informant of a chain: a key, and the words for one without a name. ``several`` says that
    the words are for people not told apart ("two opponents of both")."""

    key: str
    unnamed: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Where one claim comes from, as keys that are equal for the same gatherer or informant.

    ``gatherer_name`` is what to show. ``unnamed`` are the words for an informant without a name
    ("opposition official"), head last. ``own_voice`` says that there is no telling who the
    informant is, so that the gatherer stands for itself; ``unattributed`` that the report names
    nobody at all. ``beside`` are the others of several who told it together, and ``recap`` says
    that the report only looks back on what had been said before; ``roughly`` that it cites an
    outlet and describes that outlet's informants only as so many people.
    """

    claim_id: str
    report_id: str
    gatherer: str
    gatherer_name: str
    informant: str
    unnamed: tuple[str, ...]
    own_voice: bool
    unattributed: bool = False
    beside: tuple[Voice, ...] = ()
    recap: bool = False
    roughly: bool = False

    @property
    def informants(self) -> tuple[str, ...]:
        """The keys of all who told it."""
        return (self.informant, *(voice.key for voice in self.beside))


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The reports and their lineage, by report id."""

    reports: Mapping[str, Report]
    lineage: Mapping[str, Lineage]


def provenance(reports: Iterable[Report], lineage: Iterable[Lineage]) -> Provenance:
    """Index reports and lineage by report id."""
    return Provenance(
        reports={report.id: report for report in reports},
        lineage={record.report_id: record for record in lineage},
    )


def chain_of(claim: Claim, known: Provenance) -> Chain:
    """The chain along which a claim came."""
    key, name = _gatherer(claim, known)
    link = next((link for link in reversed(claim.attribution) if not _is_outlet(link)), None)
    voices = _voices(key, link) if link else ()
    first = next(iter(voices), Voice(key=_within(key, ()), unnamed=()))
    return Chain(
        claim_id=claim.id,
        report_id=claim.report_id,
        gatherer=key,
        gatherer_name=name,
        informant=first.key,
        unnamed=first.unnamed,
        own_voice=not voices,
        unattributed=not claim.attribution,
        beside=voices[1:],
        recap=_is_recap(claim),
        roughly=_cites_outlet(claim) and any(voice.several for voice in voices),
    )


def _voices(gatherer: str, link: Link) -> tuple[Voice, ...]:
    """Whom a link names, those left out of whom it is not sure who is meant."""
    if link.informants:
        found = (_voice(gatherer, informant) for informant in link.informants)
        return tuple(voice for voice in found if voice is not None)
    identity = _identity(link)
    if identity is not None:
        return (Voice(key=identity, unnamed=()),)
    unnamed = _description(link)
    return (Voice(key=_within(gatherer, unnamed), unnamed=unnamed),) if unnamed else ()


def _voice(gatherer: str, informant: Informant) -> Voice | None:
    if informant.key is None:
        return None
    if informant.id is not None:
        return Voice(key=informant.id, unnamed=())
    words, _, number = informant.key.partition("#")
    folded = fold_words(words)
    if informant.type in _IDENTIFIED:
        return Voice(key=" ".join(folded) or informant.key, unnamed=())
    unnamed = (*folded[:-1], "#".join(filter(None, (folded[-1], number)))) if folded else ()
    several = informant.several or informant.type is SourceType.GROUP
    if not unnamed:
        return None
    return Voice(key=_within(gatherer, unnamed), unnamed=unnamed, several=several)


def _cites_outlet(claim: Claim) -> bool:
    return bool(claim.attribution) and _is_outlet(claim.attribution[0])


def _is_recap(claim: Claim) -> bool:
    """Whether a report only passes on what had been said, or "is reported", by nobody it names."""
    if claim.attribution:
        return claim.attribution[-1].recap is not None
    return any(_HEARSAY & set(fold_words(hedge.text)) for hedge in claim.hedges)


def _within(gatherer: str, unnamed: tuple[str, ...]) -> str:
    """A key for an informant whom only its gatherer can tell from others of that description."""
    return f"{gatherer}: {' '.join(unnamed) or 'own voice'}"


def _gatherer(claim: Claim, known: Provenance) -> tuple[str, str]:
    """The last outlet or agency along the claim's chain, else what its report rests on.

    Reports of which nobody knows who published them count as one gatherer: they may be copies.
    """
    named = gatherers(claim.attribution)
    if named:
        return outlet_key(named[-1]), _shown(named[-1])
    report = _first_text(claim.report_id, known)
    record, stored = known.lineage.get(report), known.reports.get(report)
    if record and record.agency:
        return outlet_key(record.agency), record.agency
    if stored and stored.outlet:
        return outlet_key(stored.outlet.value), stored.outlet.value
    return _UNNAMED_OUTLET, "an unnamed outlet"


def _first_text(report: str, known: Provenance) -> str:
    """The report at the root of the copies that ``report`` belongs to."""
    seen = {report}
    while (record := known.lineage.get(report)) and record.copies and record.copies not in seen:
        if record.relation is Relation.CITES and record.agency:
            break
        report = record.copies
        seen.add(report)
    return report


def _shown(name: str) -> str:
    agency = agency_named(name)
    return agency.code if agency else name


def _is_outlet(link: Link) -> bool:
    return link.type in (SourceType.OUTLET, SourceType.SELF)


def _identity(link: Link) -> str | None:
    if link.id is not None:
        return link.id
    return " ".join(fold_words(link.name)) or None if link.type in _IDENTIFIED else None


def _description(link: Link) -> tuple[str, ...]:
    """The noun that describes an unnamed informant with what stands before it, if it says much."""
    words = list(fold_words(link.source.text))
    cut = next((at for at, word in enumerate(words) if at and word in _AFTER), len(words))
    kept = [word for word in words[:cut] if word not in _EMPTY]
    return (*kept[:-1], _singular(kept[-1])) if kept else ()


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def settle(chains: Iterable[Chain]) -> tuple[Chain, ...]:
    """The chains that count, with one key an informant.

    What a report says in its own voice of a matter for which it also names a source is taken as a
    summary of that source, not as further knowledge; what it only looks back on, as a repetition of
    what others tell first hand; and "two opponents" of an outlet that it cites, as those whom the
    outlet itself names.
    """
    given = tuple(chains)
    listed = tuple(chain for chain in given if not chain.recap) or given
    sourced = {chain.report_id for chain in listed if not chain.unattributed}
    known = {chain.gatherer for chain in listed if not chain.own_voice and not chain.roughly}
    counting = [
        chain
        for chain in listed
        if not (chain.unattributed and chain.report_id in sourced)
        and not (chain.roughly and chain.gatherer in known)
    ]
    return same_informants(counting)


def same_informants(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with shorter descriptions of an unnamed informant replaced by the longest.

    One gatherer's "the official", "an opposition official" and "a Syrian opposition official" are
    one informant; its "American official" in the same set stays another.
    """
    told = {
        (chain.gatherer, words)
        for chain in chains
        for words in (chain.unnamed, *(voice.unnamed for voice in chain.beside))
        if words
    }
    longest_first = sorted(told, key=lambda row: (-len(row[1]), row))
    return tuple(_with_longest(chain, longest_first) for chain in chains)


def _with_longest(chain: Chain, told: Sequence[tuple[str, tuple[str, ...]]]) -> Chain:
    first = _longest(chain.gatherer, Voice(key=chain.informant, unnamed=chain.unnamed), told)
    beside = tuple(_longest(chain.gatherer, voice, told) for voice in chain.beside)
    return replace(chain, unnamed=first.unnamed, informant=first.key, beside=beside)


def _longest(gatherer: str, voice: Voice, told: Sequence[tuple[str, tuple[str, ...]]]) -> Voice:
    for other, words in told:
        fits = other == gatherer and words[-1:] == voice.unnamed[-1:]
        if voice.unnamed and fits and frozenset(voice.unnamed) <= frozenset(words):
            return Voice(key=_within(gatherer, words), unnamed=words)
    return voice


def count_origins(chains: Sequence[Chain]) -> int:
    """The largest number of chains no two of which share a gatherer or an informant."""
    informants: dict[str, set[str]] = {}
    for chain in settle(chains):
        informants.setdefault(chain.gatherer, set()).update(chain.informants)
    taken: dict[str, str] = {}
    return sum(_find_place(key, informants, taken, set()) for key in sorted(informants))


def _find_place(
    gatherer: str, informants: Mapping[str, set[str]], taken: dict[str, str], tried: set[str]
) -> bool:
    """Give ``gatherer`` an informant of its own, moving others if need be (Kuhn's method)."""
    for informant in sorted(informants[gatherer] - tried):
        tried.add(informant)
        holder = taken.get(informant)
        if holder is None or _find_place(holder, informants, taken, tried):
            taken[informant] = gatherer
            return True
    return False


def count_sources(chains: Iterable[Chain]) -> int:
    """Distinct informants; a gatherer's own voice counts where it names no informant."""
    listed = settle(chains)
    named = {key for chain in listed if not chain.own_voice for key in chain.informants}
    informed = {chain.gatherer for chain in listed if not chain.own_voice}
    alone = {chain.gatherer for chain in listed if chain.own_voice} - informed
    return len(named) + len(alone)
