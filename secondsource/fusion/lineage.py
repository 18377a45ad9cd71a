"""Where each report's text or information comes from.

1. *Near copies and rewrites.* Candidates share passages or heavy words; the alignment of their
   sentences and details decides between reprint, rewrite and neither; publication order decides
   which one is the parent.
2. *Credits.* A report that prints an agency's credit, or whose lead or most of whose claims rest
   on an agency or outlet, cites it.
3. *Origins.* A copy shares its parent's origin. Reports that rest on one agency for one story
   share an origin, whether or not the agency's own text is in the set.

Everything is a function of the set of reports: the order in which they are given says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.claims import Claim
from secondsource.fusion.agencies import Agency, agency_named, outlet_key
from secondsource.fusion.citations import Citation, Cited, cited_by
from secondsource.fusion.credits import Position
from secondsource.fusion.descent import name_origins, parents_of
from secondsource.fusion.fingerprints import candidates, fingerprint, standing_text
from secondsource.fusion.kin import Kin, find_kin
from secondsource.fusion.named import in_words as sources_in_words
from secondsource.fusion.nearcopies import Alignment
from secondsource.fusion.precedence import Nearness, Standing
from secondsource.fusion.precedence import standing as standing_of
from secondsource.fusion.prose import Prose, read, without_standing_text
from secondsource.fusion.records import Lineage, Relation
from secondsource.fusion.relations import in_words, relation_of, strength
from secondsource.fusion.stories import (
    Resting,
    find_stories,
    ordered,
    passing_sources,
    sources_in,
)
from secondsource.reports import AsideKind, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """The lineage of a set of reports, by report id, and the pairs of reports that shaped it.

    Lineage is found inside each connected component of ``links``. So what a new report changes lies
    in the components of the reports that it is linked with.
    """

    lineage: tuple[Lineage, ...]
    links: tuple[Kin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """All that is known of the set of reports, by report id."""

    reports: Mapping[str, Report]
    cited: Mapping[str, Cited]
    standings: Mapping[str, Standing]
    parents: Mapping[str, Alignment]
    sources: Mapping[str, str]
    passing: Mapping[str, Resting]
    origins: Mapping[str, str]


def trace_lineage(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Lineage, ...]:
    """One lineage record a report, in the order of report ids."""
    return trace_kinship(reports, claims).lineage


def trace_kinship(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    standing: Collection[tuple[str, int]] | None = None,
) -> Kinship:
    """Lineage and links of ``reports``, which are taken for all that there are.

    ``standing`` is the standing text of their outlets, where it is known from elsewhere.
    """
    prints = [fingerprint(report) for report in reports]
    known = standing_text(prints) if standing is None else standing
    said = _said(claims)
    cited = {report.id: cited_by(report, said.get(report.id, ())) for report in reports}
    links = find_kin(reports, candidates(prints), standing=known, cited=cited)
    lineage = trace_kin(reports, links, standing=known, cited=cited)
    return Kinship(lineage=lineage, links=links)


def trace_kin(
    reports: Iterable[Report],
    links: Sequence[Kin],
    *,
    standing: Collection[tuple[str, int]],
    cited: Mapping[str, Cited],
) -> tuple[Lineage, ...]:
    """One lineage record a report, in the order of report ids.

    ``reports`` are whole components of ``links``, which are all links between them.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    copies = tuple(row for link in links for row in link.copies)
    resting = ordered(row for link in links for row in link.resting)
    agencies = _cited_by_kin(links, cited)
    standings = {
        key: _standing(one, without_standing_text(read(one), standing), cited[key].main, agencies)
        for key, one in by_id.items()
    }
    parents = parents_of(copies, standings)
    texts = [(row.copy, row.other) for row in parents.values()]
    stories = find_stories(by_id, cited, resting, texts)
    facts = _Facts(
        reports=by_id,
        cited=cited,
        standings=standings,
        parents=parents,
        sources=sources_in(stories, standings),
        passing=passing_sources(resting, standings),
        origins=name_origins(standings, copies, parents, [story.members for story in stories]),
    )
    return tuple(_record(key, facts) for key in by_id)


def _cited_by_kin(links: Iterable[Kin], cited: Mapping[str, Cited]) -> dict[str, frozenset[str]]:
    """By report, the keys of the agencies and outlets that reports linked with it rest on."""
    found: dict[str, frozenset[str]] = {}
    for link in links:
        for report, kin in ((link.first, link.second), (link.second, link.first)):
            main = cited[kin].main
            if main:
                found[report] = found.get(report, frozenset()) | {main.key}
    return found


def _said(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(claim.report_id, []).append(claim)
    return said


def _own_agency(report: Report) -> Agency | None:
    agency = agency_named(report.outlet.value) if report.outlet else None
    return agency if agency and agency.wire else None


def _standing(
    report: Report,
    prose: Prose,
    citation: Citation | None,
    agencies: Mapping[str, frozenset[str]],
) -> Standing:
    outlet = outlet_key(report.outlet.value) if report.outlet else None
    owned = _own_agency(report) is not None or outlet in agencies.get(report.id, frozenset())
    nearness = _nearness(report, citation.position if citation else None)
    return standing_of(
        report_id=report.id,
        published=report.published.value if report.published else None,
        nearness=Nearness.OWN if owned else nearness,
        sentences=len(prose.sentences),
    )


def _nearness(report: Report, position: Position | None) -> Nearness:
    if position is Position.OPENING:
        return Nearness.OPENING if report.outlet or _is_page(report) else Nearness.IMPRINT
    return Nearness.CLOSING if position is Position.CLOSING else Nearness.NONE


def _is_page(report: Report) -> bool:
    """Whether the text carries some outlet's page furniture, as no dispatch does."""
    return any(aside.kind is AsideKind.BOILERPLATE for aside in report.aside)


def _record(key: str, facts: _Facts) -> Lineage:
    relation, copies, reasons = _descent(key, facts)
    parent = facts.parents.get(key)
    share = strength(parent) if parent and relation is Relation.REWRITE else None
    names = facts.cited[key].informants
    return Lineage(
        report_id=key,
        origin=facts.origins[key],
        copies=copies,
        relation=relation,
        agency=_agency(key, facts),
        share=round(share if share is not None else parent.share if parent else 0.0, 4),
        because=(*reasons, sources_in_words(names)) if names else reasons,
    )


def _descent(key: str, facts: _Facts) -> tuple[Relation, str | None, tuple[str, ...]]:
    """The relation of a report to the one it comes from, that one if known, and the reasons."""
    parent, citation = facts.parents.get(key), facts.cited[key].main
    credit = (citation.because,) if citation else ()
    if parent:
        return relation_of(parent), parent.other, (in_words(parent), *credit)
    source, near = facts.sources.get(key), facts.standings[key].nearness
    if citation and source is None and near is Nearness.IMPRINT:
        own = f"carries nothing of another outlet: {citation.name}'s own report"
        return Relation.INDEPENDENT, None, (*credit, own)
    if citation and source is None and citation.printed:
        absent = f"no report of {citation.name}'s to compare it with"
        return Relation.CITES, None, (*credit, absent)
    if citation:
        return Relation.CITES, source, credit
    return _alone(key, facts)


def _alone(key: str, facts: _Facts) -> tuple[Relation, str | None, tuple[str, ...]]:
    """The relation of a report that rests on no other as a whole."""
    alone = "shares no text with an earlier report of the set"
    resting = facts.passing.get(key)
    citation = facts.cited[key].of(resting.agency) if resting else None
    if resting and citation:
        return Relation.CITES, resting.on, (citation.because, alone)
    names = ", ".join(one.name for one in facts.cited[key].passing)
    mentions = (f"mentions {names} as sources of single statements",) if names else ()
    return Relation.INDEPENDENT, None, (alone, *mentions)


def _agency(key: str, facts: _Facts) -> str | None:
    """The short name of the agency behind a report, its own or that of the text it copies."""
    chain = [key]
    while chain[-1] in facts.parents:
        chain.append(facts.parents[chain[-1]].other)
    for link in chain:
        citation, own = facts.cited[link].main, _own_agency(facts.reports[link])
        if citation:
            return citation.name
        if own:
            return own.code
    return None
