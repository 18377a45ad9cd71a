"""Where each report's text or information comes from.

1. *Near copies.* Candidates share shingles or a long sentence; sentence alignment decides between
   reprint, rewrite and neither; publication order decides which one is the parent.
2. *Credits.* A report that prints an agency's credit, or whose lead or most of whose claims rest
   on an agency or outlet, cites it.
3. *Origins.* A copy shares its parent's origin. Reports that rest on one agency for one story
   share an origin, whether or not the agency's own text is in the set.

Everything is a function of the set of reports: the order in which they are given says nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.claims import Claim
from secondsource.fusion.agencies import Agency, agency_named
from secondsource.fusion.citations import Citation, main_citation, passing_credits
from secondsource.fusion.clusters import DisjointSets
from secondsource.fusion.fingerprints import candidates, fingerprint, standing_text
from secondsource.fusion.nearcopies import Alignment, alignments
from secondsource.fusion.precedence import Standing, in_order, precedes, standing
from secondsource.fusion.prose import Prose, read, without_standing_text
from secondsource.fusion.records import Lineage, Relation
from secondsource.fusion.stories import Story, alike_pairs, find_stories
from secondsource.reports import Report

# Half of the sentences or more: the text itself was taken over.
_REPRINT = 0.5
# A fifth of them: parts were taken over. Half, reworded ones included: most was rewritten, unless
# all there is are a few sentences that any two reports of such an event would have.
_PARTS = 0.2
_LOOSE = 0.5
_LEAST_REWORDED = 4
# Two shared quotations and most names and numbers in one order: the facts were taken over.
_SHARED_QUOTES = 2
_IN_ORDER = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """All that is known of the set of reports, by report id."""

    reports: Mapping[str, Report]
    citations: Mapping[str, Citation]
    parents: Mapping[str, Alignment]
    sources: Mapping[str, str]
    origins: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """The lineage of a set of reports, by report id, and the pairs of reports that shaped it.

    Lineage is found inside each connected component of ``links`` (sorted pairs of report ids), and
    a link depends on its two reports and the standing text of their outlets alone. So what a new
    report changes lies in the components of the reports that it is linked with.
    """

    lineage: tuple[Lineage, ...]
    links: tuple[tuple[str, str], ...]


def trace_lineage(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Lineage, ...]:
    """One lineage record a report, in the order of report ids."""
    return trace_kinship(reports, claims).lineage


def trace_kinship(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    standing: Collection[tuple[str, int]] | None = None,
    pairs: Iterable[tuple[str, str]] | None = None,
) -> Kinship:
    """Lineage and links of ``reports``, all of the ledger's or whole components of its links.

    ``standing`` is the standing text of their outlets and ``pairs`` are the candidates to compare;
    where they are not given, the reports are taken for all that there are.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    if standing is None or pairs is None:
        prints = [fingerprint(report) for report in by_id.values()]
        standing = standing_text(prints) if standing is None else standing
        pairs = candidates(prints) if pairs is None else pairs
    compared = tuple(pairs)
    proses = {key: without_standing_text(read(by_id[key]), standing) for key in by_id}
    citations = _citations(by_id, claims)
    standings = {key: _standing(by_id[key], proses[key], citations.get(key)) for key in by_id}
    copies = _copies(compared, proses)
    alike = alike_pairs(by_id, citations, compared)
    stories = find_stories(by_id, citations, alike)
    parents = _parents(copies, standings)
    facts = _Facts(
        reports=by_id,
        citations=citations,
        parents=parents,
        sources=_sources(stories, standings),
        origins=_origins(standings, copies, parents, stories),
    )
    linked = {_sorted(row.copy, row.other) for row in copies}.union(alike)
    return Kinship(lineage=tuple(_record(key, facts) for key in by_id), links=tuple(sorted(linked)))


def _sorted(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)


def _citations(reports: Mapping[str, Report], claims: Iterable[Claim]) -> dict[str, Citation]:
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(claim.report_id, []).append(claim)
    found = {key: main_citation(report, said.get(key, ())) for key, report in reports.items()}
    return {key: citation for key, citation in found.items() if citation}


def _own_agency(report: Report) -> Agency | None:
    agency = agency_named(report.outlet.value) if report.outlet else None
    return agency if agency and agency.wire else None


def _standing(report: Report, prose: Prose, citation: Citation | None) -> Standing:
    return standing(
        report_id=report.id,
        published=report.published.value if report.published else None,
        is_agency=_own_agency(report) is not None,
        credits_agency=citation is not None and citation.printed,
        sentences=len(prose.sentences),
    )


def relation_of(alignment: Alignment) -> Relation:
    """What an alignment says of the copy: reprint, rewrite, or independent as far as text goes."""
    if alignment.share >= _REPRINT:
        return Relation.REPRINT
    telling = alignment.stands > 0 or alignment.reworded >= _LEAST_REWORDED
    if alignment.share >= _PARTS or (alignment.loose_share >= _LOOSE and telling):
        return Relation.REWRITE
    if alignment.quotes >= _SHARED_QUOTES and alignment.in_order >= _IN_ORDER:
        return Relation.REWRITE
    return Relation.INDEPENDENT


def _copies(pairs: Iterable[tuple[str, str]], proses: Mapping[str, Prose]) -> tuple[Alignment, ...]:
    """The alignments, in either direction, that tell of copying."""
    found = alignments(pairs, proses)
    return tuple(row for row in found if relation_of(row) is not Relation.INDEPENDENT)


def _parents(
    copies: Iterable[Alignment], standings: Mapping[str, Standing]
) -> dict[str, Alignment]:
    """The best alignment of each copy with an earlier report; no report descends from itself."""
    found = [row for row in copies if precedes(standings[row.other], standings[row.copy])]
    order = {key: at for at, key in enumerate(in_order(standings))}
    found.sort(key=lambda row: (-row.loose_share, order[row.other], order[row.copy]))
    parents: dict[str, Alignment] = {}
    for alignment in found:
        if alignment.copy not in parents and not _descends(alignment.other, alignment, parents):
            parents[alignment.copy] = alignment
    return parents


def _descends(report: str, alignment: Alignment, parents: Mapping[str, Alignment]) -> bool:
    while report != alignment.copy and report in parents:
        report = parents[report].other
    return report == alignment.copy


def _sources(stories: Iterable[Story], standings: Mapping[str, Standing]) -> dict[str, str]:
    """The agency's own report that each citing report rests on, where the set has it."""
    sources: dict[str, str] = {}
    for story in stories:
        own = in_order({key: standings[key] for key in story.own})
        for member in story.members:
            before = [key for key in own if key != member]
            if (
                before
                and member not in story.own
                and precedes(standings[before[0]], standings[member])
            ):
                sources[member] = before[0]
    return sources


def _origins(
    standings: Mapping[str, Standing],
    copies: Iterable[Alignment],
    parents: Mapping[str, Alignment],
    stories: Iterable[Story],
) -> dict[str, str]:
    """Origin ids, named after the first report of each chain.

    A report of which most stands in two others joins them, whichever of them is its parent.
    """
    sets = DisjointSets(standings)
    for row in (*parents.values(), *(row for row in copies if row.loose_share >= _LOOSE)):
        sets.join(row.copy, row.other)
    for story in stories:
        for member in story.members:
            sets.join(story.members[0], member)
    order = {key: at for at, key in enumerate(in_order(standings))}
    origins: dict[str, str] = {}
    for group in sets.groups():
        first = min(group, key=lambda report: order[report])
        digest = hashlib.sha256(first.encode()).hexdigest()[:16]
        origins.update(dict.fromkeys(group, f"o_{digest}"))
    return origins


def _record(key: str, facts: _Facts) -> Lineage:
    parent, citation = facts.parents.get(key), facts.citations.get(key)
    reasons = [citation.because] if citation else []
    copies: str | None = None
    if parent:
        reasons.insert(0, _shared(parent))
        relation, copies = relation_of(parent), parent.other
    elif citation:
        relation, copies = Relation.CITES, facts.sources.get(key)
    else:
        relation = Relation.INDEPENDENT
        reasons.append("shares no text with an earlier report of the set")
        passing = passing_credits(facts.reports[key])
        if passing:
            reasons.append(f"mentions {', '.join(passing)} as sources of single statements")
    return Lineage(
        report_id=key,
        origin=facts.origins[key],
        copies=copies,
        relation=relation,
        agency=_agency(key, facts),
        share=round(_share(parent), 4) if parent else 0.0,
        because=tuple(reasons),
    )


def _share(parent: Alignment) -> float:
    return parent.share if relation_of(parent) is Relation.REPRINT else parent.loose_share


def _shared(parent: Alignment) -> str:
    words = f"{parent.stands} of {parent.total} sentences shared"
    if parent.reworded:
        words += f", {parent.reworded} more reworded"
    return f"{words}, {parent.quotes} quotations in common" if parent.quotes else words


def _agency(key: str, facts: _Facts) -> str | None:
    """The short name of the agency behind a report, its own or that of the text it copies."""
    chain = [key]
    while chain[-1] in facts.parents:
        chain.append(facts.parents[chain[-1]].other)
    for link in chain:
        citation, own = facts.citations.get(link), _own_agency(facts.reports[link])
        if citation:
            return citation.name
        if own:
            return own.code
    return None
