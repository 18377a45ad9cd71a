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
from secondsource.fusion.named import in_words as sources_in_words
from secondsource.fusion.named import informants_in
from secondsource.fusion.nearcopies import Alignment, alignments
from secondsource.fusion.precedence import Nearness, Standing
from secondsource.fusion.precedence import standing as standing_of
from secondsource.fusion.prose import Prose, read, without_standing_text
from secondsource.fusion.records import Lineage, Relation
from secondsource.fusion.relations import in_words, relation_of, strength
from secondsource.fusion.stories import (
    Resting,
    find_resting,
    find_stories,
    passing_sources,
    sources_in,
)
from secondsource.reports import AsideKind, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """The lineage of a set of reports, by report id, and the pairs of reports that shaped it.

    Lineage is found inside each connected component of ``links`` (sorted pairs of report ids), and
    a link depends on its two reports and the standing text of their outlets alone. So what a new
    report changes lies in the components of the reports that it is linked with.
    """

    lineage: tuple[Lineage, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """All that is known of the set of reports, by report id."""

    reports: Mapping[str, Report]
    claims: Mapping[str, Sequence[Claim]]
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
    pairs: Iterable[tuple[str, str]] | None = None,
    cited: Mapping[str, Cited] | None = None,
) -> Kinship:
    """Lineage and links of ``reports``, all of the ledger's or whole components of its links.

    ``standing`` is the standing text of their outlets and ``pairs`` are the candidates to compare;
    where they are not given, the reports are taken for all that there are. ``cited`` is what each
    of them rests on (see `cited_by`); where it is given, ``claims`` are read for the reasons alone.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    if standing is None or pairs is None:
        prints = [fingerprint(report) for report in by_id.values()]
        standing = standing_text(prints) if standing is None else standing
        pairs = candidates(prints) if pairs is None else pairs
    compared = tuple(pairs)
    proses = {key: without_standing_text(read(by_id[key]), standing) for key in by_id}
    said = _said(claims)
    if cited is None:
        cited = {key: cited_by(report, said.get(key, ())) for key, report in by_id.items()}
    copies = tuple(
        row for row in alignments(compared, proses) if relation_of(row) is not Relation.INDEPENDENT
    )
    resting = find_resting(by_id, cited, compared)
    links = _links(copies, resting)
    agencies = _cited_by_kin(links, cited)
    standings = {
        key: _standing(by_id[key], proses[key], cited[key].main, agencies) for key in by_id
    }
    parents = parents_of(copies, standings)
    texts = [(row.copy, row.other) for row in parents.values()]
    stories = find_stories(by_id, cited, resting, texts)
    facts = _Facts(
        reports=by_id,
        claims=said,
        cited=cited,
        standings=standings,
        parents=parents,
        sources=sources_in(stories, standings),
        passing=passing_sources(resting, standings),
        origins=name_origins(standings, copies, parents, [story.members for story in stories]),
    )
    return Kinship(lineage=tuple(_record(key, facts) for key in by_id), links=links)


def _links(copies: Iterable[Alignment], resting: Iterable[Resting]) -> tuple[tuple[str, str], ...]:
    pairs = [(row.copy, row.other) for row in copies] + [(row.report, row.on) for row in resting]
    return tuple(sorted({(min(pair), max(pair)) for pair in pairs}))


def _cited_by_kin(
    links: Iterable[tuple[str, str]], cited: Mapping[str, Cited]
) -> dict[str, frozenset[str]]:
    """By report, the keys of the agencies and outlets that reports linked with it rest on."""
    found: dict[str, frozenset[str]] = {}
    for pair in links:
        for report, kin in (pair, pair[::-1]):
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
    names = informants_in(facts.claims.get(key, ()))
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
