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
from secondsource.claims import Claim, Link
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
# Words after which a description adds where somebody is or belongs, not what they are.
_AFTER = frozenset(
    "of from with in at on who which that speaking affiliated close loyal inside based for".split()
)
# Words that tell nothing of who it is.
_EMPTY = frozenset(
    "a an the one another second third first some several two three he she they it who his her "
    "their its".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Where one claim comes from, as keys that are equal for the same gatherer or informant.

    ``gatherer_name`` is what to show. ``unnamed`` are the words for an informant without a name
    ("opposition official"), head last. ``own_voice`` says that there is no telling who the
    informant is, so that the gatherer stands for itself; ``unattributed`` that the report names
    nobody at all.
    """

    claim_id: str
    report_id: str
    gatherer: str
    gatherer_name: str
    informant: str
    unnamed: tuple[str, ...]
    own_voice: bool
    unattributed: bool = False


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
    identity = _identity(link) if link else None
    unnamed = _description(link) if link and identity is None else ()
    return Chain(
        claim_id=claim.id,
        report_id=claim.report_id,
        gatherer=key,
        gatherer_name=name,
        informant=identity or _within(key, unnamed),
        unnamed=unnamed,
        own_voice=identity is None and not unnamed,
        unattributed=not claim.attribution,
    )


def _within(gatherer: str, unnamed: tuple[str, ...]) -> str:
    """A key for an informant whom only its gatherer can tell from others of that description."""
    return f"{gatherer}: {' '.join(unnamed) or 'own voice'}"


def _gatherer(claim: Claim, known: Provenance) -> tuple[str, str]:
    """The last outlet or agency along the claim's chain, else what its report rests on."""
    named = gatherers(claim.attribution)
    if named:
        return outlet_key(named[-1]), _shown(named[-1])
    report = _first_text(claim.report_id, known)
    record, stored = known.lineage.get(report), known.reports.get(report)
    if record and record.agency:
        return outlet_key(record.agency), record.agency
    if stored and stored.outlet:
        return outlet_key(stored.outlet.value), stored.outlet.value
    return (record.origin if record else report), "an unnamed outlet"


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
    return link.type is SourceType.OUTLET


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
    summary of that source, not as further knowledge.
    """
    listed = tuple(chains)
    sourced = {chain.report_id for chain in listed if not chain.unattributed}
    counting = [
        chain for chain in listed if not (chain.unattributed and chain.report_id in sourced)
    ]
    return same_informants(counting)


def same_informants(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with shorter descriptions of an unnamed informant replaced by the longest.

    One gatherer's "the official", "an opposition official" and "a Syrian opposition official" are
    one informant; its "American official" in the same set stays another.
    """
    told = {(chain.gatherer, chain.unnamed) for chain in chains if chain.unnamed}
    longest_first = sorted(told, key=lambda row: (-len(row[1]), row))
    return tuple(_with_longest(chain, longest_first) for chain in chains)


def _with_longest(chain: Chain, told: Sequence[tuple[str, tuple[str, ...]]]) -> Chain:
    for gatherer, words in told:
        fits = gatherer == chain.gatherer and words[-1:] == chain.unnamed[-1:]
        if chain.unnamed and fits and frozenset(chain.unnamed) <= frozenset(words):
            return replace(chain, unnamed=words, informant=_within(gatherer, words))
    return chain


def count_origins(chains: Sequence[Chain]) -> int:
    """The largest number of chains no two of which share a gatherer or an informant."""
    informants: dict[str, set[str]] = {}
    for chain in settle(chains):
        informants.setdefault(chain.gatherer, set()).add(chain.informant)
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
    named = {chain.informant for chain in listed if not chain.own_voice}
    informed = {chain.gatherer for chain in listed if not chain.own_voice}
    alone = {chain.gatherer for chain in listed if chain.own_voice} - informed
    return len(named) + len(alone)
