"""Who informs whom: which outlets report themselves, and whose text and news the others carry."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.ledger import Ledger
from secondsource.views.contexts import about


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """How one outlet's reports came about."""

    outlet: str | None = field(metadata=about("The outlet; nothing where it is not known."))
    reports: int = field(metadata=about("How many reports."))
    own: int = field(metadata=about("Its own reporting, as far as the texts tell."))
    reprints: int = field(metadata=about("Reprints: text copied."))
    rewrites: int = field(metadata=about("Rewrites: facts copied, words changed."))
    cites: int = field(metadata=about("Reports that rest on another's reporting."))
    origins: int = field(metadata=about("How many independent origins they have between them."))
    first: str | None = field(metadata=about("When the first was published, in EDTF."))
    last: str | None = field(metadata=about("When the last was published."))


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRow:
    """Reports of one outlet that carry what another or an agency had."""

    giver: str = field(metadata=about("The agency or outlet that had it first."))
    taker: str | None = field(metadata=about("The outlet that carries it."))
    agency: bool = field(metadata=about("Whether the giver is credited as an agency."))
    reports: int = field(metadata=about("How many reports."))


@dataclass(frozen=True, slots=True, kw_only=True)
class InformantRow:
    """Someone whom reports say they have it from."""

    name: str = field(metadata=about("Its name, or the report's words for it."))
    type: str = field(metadata=about("What sort of source: named person, anonymous source, …"))
    id: str | None = field(metadata=about("Its id, where it resolves to an actor."))
    claims: int = field(metadata=about("In how many of the newest claims it is cited."))
    reports: int = field(metadata=about("In how many reports."))
    outlets: int = field(metadata=about("By how many outlets."))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesContext:
    """Who informs whom."""

    outlets: tuple[OutletRow, ...] = field(metadata=about("Those of most reports first."))
    flows: tuple[FlowRow, ...] = field(metadata=about("The strongest first."))
    informants: tuple[InformantRow, ...] = field(
        metadata=about("Those whom most of the newest 5,000 claims cite.")
    )


def sources_context(ledger: Ledger) -> SourcesContext:
    """Outlets and flows of the present picture."""
    return SourcesContext(
        outlets=tuple(
            OutletRow(
                outlet=one.outlet,
                reports=one.reports,
                own=one.own,
                reprints=one.reprints,
                rewrites=one.rewrites,
                cites=one.cites,
                origins=one.origins,
                first=one.first,
                last=one.last,
            )
            for one in ledger.browse.outlets()
        ),
        flows=tuple(
            FlowRow(giver=one.giver, taker=one.taker, agency=one.agency, reports=one.reports)
            for one in ledger.browse.flows()
        ),
        informants=tuple(
            InformantRow(
                name=one.name,
                type=one.type,
                id=one.id,
                claims=one.claims,
                reports=one.reports,
                outlets=one.outlets,
            )
            for one in ledger.browse.informants()
        ),
    )
