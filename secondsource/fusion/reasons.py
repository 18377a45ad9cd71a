"""The reasons of a verdict: sentences, each with the claims that a reader can follow it to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.fusion.agencies import agency_named
from secondsource.fusion.grounds import Grounds
from secondsource.fusion.independence import count_sources, settle
from secondsource.fusion.provenance import Chain
from secondsource.fusion.records import Reason


def reasons_for(grounds: Grounds) -> tuple[Reason, ...]:
    """Why a matter is as credible as it is, in the order: for, firmly, against, left open."""
    return tuple(_reasons(grounds))


def _reasons(grounds: Grounds) -> Iterator[Reason]:
    yield Reason(text=_support(grounds), claims=_ids(grounds.supporting or grounds.disputing))
    if grounds.supporting:
        yield from _confirmation(grounds)
        yield from _hedges(grounds)
    if grounds.disputing:
        denying = f"denied by {_number(count_sources(grounds.disputing), 'source')}"
        text = f"{denying} of {_number(grounds.against, 'origin')}"
        yield Reason(text=text, claims=_ids(grounds.disputing))
    if grounds.unconfirmed:
        text = f"said not to be confirmed in {_number(_reports(grounds.unconfirmed), 'report')}"
        yield Reason(text=text, claims=_ids(grounds.unconfirmed))
    if grounds.open:
        text = f"{_number(len(grounds.open), 'claim')} left open: neither for nor against"
        yield Reason(text=text, claims=_ids(grounds.open))


def _support(grounds: Grounds) -> str:
    if not grounds.supporting:
        return "no report says that it is so"
    sources = count_sources(grounds.supporting)
    counted = _number(sources, "source")
    by_key = {chain.gatherer: chain.gatherer_name for chain in settle(grounds.supporting)}
    names = sorted(by_key.values())
    if len(names) > 1:
        return f"{counted} through {len(names)} outlets or agencies"
    agency = agency_named(names[0])
    through = "one agency" if agency and agency.wire else "one outlet"
    both = {1: "", 2: "both "}.get(sources, "all ")
    separator = ", " if both else " "
    return f"{counted}{separator}{both}through {through}: {names[0]}"


def _confirmation(grounds: Grounds) -> Iterator[Reason]:
    told = _ids(grounds.supporting)
    if grounds.for_it == 1:
        yield Reason(text="no report with another origin", claims=told)
        return
    text = f"{grounds.for_it} origins that share neither gatherer nor informant"
    yield Reason(text=text, claims=told)
    if len({chain.report_id for chain in grounds.supporting}) == 1:
        yield Reason(text="all of it from one report", claims=told)


def _hedges(grounds: Grounds) -> Iterator[Reason]:
    firm = frozenset(_ids(grounds.firm))
    loose = tuple(key for key in _ids(grounds.supporting) if key not in firm)
    if loose and not firm:
        text = "every claim that says so is hedged or only lets it be inferred"
        yield Reason(text=text, claims=loose)
    elif loose:
        text = (
            f"{len(loose)} of {len(grounds.supporting)} claims are hedged or only let it be "
            "inferred"
        )
        yield Reason(text=text, claims=loose)


def _reports(chains: Iterable[Chain]) -> int:
    return len({chain.report_id for chain in chains})


def _ids(chains: Iterable[Chain]) -> tuple[str, ...]:
    return tuple(chain.claim_id for chain in chains)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
