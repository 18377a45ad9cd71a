"""Where each claim comes from: the chain from an informant through a gatherer to a report.

A *gatherer* is the agency or outlet that collected it from the informant, whose words a report
carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.annotations import SourceType
from secondsource.claims import Claim, Informant, Link
from secondsource.fusion.agencies import outlet_key, shown_name
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
_PERSONS = frozenset({SourceType.NAMED_PERSON, SourceType.OFFICE_HOLDER})
# Words of a report that somebody says so, without saying who.
_HEARSAY = frozenset({"reportedly", "reported", "said", "allegedly", "alleged", "rumoured"})
# Words after which a description adds where somebody is or belongs, not what they are.
_AFTER = frozenset(
    "of from with in at on who which that speaking affiliated close loyal inside based for".split()
)
# Heads of phrases for what others, nobody says who, have reported.
_OTHERS = frozenset("report reports media press newspapers outlets".split())
_RETOLD = frozenset({Relation.REWRITE, Relation.CITES})
_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_UNNAMED_OUTLET = "unnamed outlet"
# Words that tell nothing of who it is.
_EMPTY = frozenset(
    "a an the one another second third first some several two three he she they it who his her "
    "their its".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One informant of a chain: a key, and the words for one without a name. ``several`` says that
    the words are for people not told apart ("two opponents of both"); ``role`` is what a person
    with a name is ("commander")."""

    key: str
    unnamed: tuple[str, ...]
    several: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Where one claim comes from, as keys that are equal for the same gatherer or informant.

    ``gatherer_name`` is what to show. ``unnamed`` are the words for an informant without a name
    ("opposition official"), head last. ``own_voice`` says that there is no telling who the
    informant is, so that the gatherer stands for itself; ``unattributed`` that the report names
    nobody at all. ``beside`` are the others of several who told it together, and ``recap`` says
    that the report only looks back on what had been said before; ``roughly`` that it cites or
    rewrites an outlet and describes that outlet's informants only as so many people. ``origin`` is
    that of the report.
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
    origin: str | None = None
    role: str | None = None

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All who told it, none where nobody says who did."""
        first = Voice(key=self.informant, unnamed=self.unnamed, role=self.role)
        return () if self.own_voice else (first, *self.beside)

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
    first = next(iter(voices), Voice(key=within(key, ()), unnamed=()))
    record = known.lineage.get(claim.report_id)
    retold = _cites_outlet(claim) or (record is not None and record.relation in _RETOLD)
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
        roughly=retold and any(voice.several for voice in voices),
        origin=record.origin if record else None,
        role=first.role,
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
    return (Voice(key=within(gatherer, unnamed), unnamed=unnamed),) if unnamed else ()


def _voice(gatherer: str, informant: Informant) -> Voice | None:
    if informant.key is None:
        return None
    speaks_for = informant.affiliate if informant.role in _SPEAKERS else None
    identity = informant.id or speaks_for
    role = informant.role if informant.type in _PERSONS else None
    if identity is not None:
        return Voice(key=identity, unnamed=(), role=role)
    words, _, number = informant.key.partition("#")
    folded = fold_words(words)
    if informant.type in _IDENTIFIED:
        return Voice(key=" ".join(folded) or informant.key, unnamed=(), role=role)
    unnamed = (*folded[:-1], "#".join(filter(None, (folded[-1], number)))) if folded else ()
    several = informant.several or informant.type is SourceType.GROUP
    if not unnamed:
        return None
    return Voice(key=within(gatherer, unnamed), unnamed=unnamed, several=several)


def _cites_outlet(claim: Claim) -> bool:
    return bool(claim.attribution) and _is_outlet(claim.attribution[0])


def _is_recap(claim: Claim) -> bool:
    """Whether a report only passes on what had been said, or "is reported", by nobody it names."""
    if claim.attribution:
        last = claim.attribution[-1]
        return last.recap is not None or _is_others(last)
    return any(_HEARSAY & set(fold_words(hedge.text)) for hedge in claim.hedges)


def _is_others(link: Link) -> bool:
    """Whether the source is what unnamed outlets reported ("media reports", not "state media")."""
    words = fold_words(link.source.text)
    unnamed = link.id is None and not link.informants
    return unnamed and bool(words) and words[-1] in _OTHERS and "state" not in words


def within(gatherer: str, unnamed: tuple[str, ...]) -> str:
    """A key for an informant whom only its gatherer can tell from others of that description."""
    return f"{gatherer}: {' '.join(unnamed) or 'own voice'}"


def _gatherer(claim: Claim, known: Provenance) -> tuple[str, str]:
    """The last outlet or agency along the claim's chain, else what its report rests on.

    Reports of which nobody knows who published them count as one gatherer: they may be copies.
    """
    named = gatherers(claim.attribution)
    if named:
        return outlet_key(named[-1]), shown_name(named[-1])
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
        if record.relation is Relation.CITES:
            break
        report = record.copies
        seen.add(report)
    return report


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
