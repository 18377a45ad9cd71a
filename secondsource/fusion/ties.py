"""The states of the relations between actors over time, from ties claimed and ties implied.

`signs` reads what each claim says of a relation, `spells` puts what is said of one state together,
and here each spell becomes a record with its support, its stance and its verdict. A later change
is no contradiction of the earlier state.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.claims import Claim
from secondsource.errors import UsageError
from secondsource.fusion.grounds import Grounds, gather_grounds
from secondsource.fusion.independence import count_origins, count_sources
from secondsource.fusion.intervals import Interval, bounds, latest
from secondsource.fusion.parties import Pair, pair_of
from secondsource.fusion.pins import pin_times
from secondsource.fusion.provenance import Provenance, chain_of, provenance
from secondsource.fusion.records import Credibility, Lineage, Reason, TieStance, TieState, Verdict
from secondsource.fusion.signs import Sign, signs_of
from secondsource.fusion.spells import Spell, ends, spells_of
from secondsource.fusion.stances import stance_of
from secondsource.fusion.verdicts import judge
from secondsource.fusion.years import date_by_copies, days_of_copies
from secondsource.reports import Report

_ENDING = frozenset({TieStance.ASSERTED, TieStance.DISPUTED})
# What nobody says has come to be does not hold on any day.
_HOLDING = frozenset(
    {TieStance.ASSERTED, TieStance.HEDGED, TieStance.DISPUTED, TieStance.UNCONFIRMED}
)


def trace_ties(  # noqa: PLR0913 — each filter is a question of its own, as on the command line
    claims: Sequence[Claim],
    reports: Sequence[Report],
    lineage: Sequence[Lineage],
    *,
    between: Pair | None = None,
    as_of: str | None = None,
    known_by: str | None = None,
) -> tuple[TieState, ...]:
    """Tie states in the order of actors and time.

    ``between`` keeps the ties of two actors; their ties depend only on the claims of the reports
    that have a claim with one of them. ``as_of`` (EDTF) keeps those that held on that day;
    ``known_by`` (EDTF) leaves out all reports not known to be published by then.

    Raises:
        UsageError: if ``as_of`` or ``known_by`` is no dated EDTF value.
    """
    held, horizon = _day_of(as_of, "as_of"), _day_of(known_by, "known_by")
    read = tuple(report for report in reports if _published_by(report, horizon))
    known = provenance(read, lineage)
    told = [claim for claim in claims if claim.report_id in known.reports]
    wanted = None if between is None else pair_of(between)
    signs = (
        sign
        for sign in tie_signs(told, read, lineage)
        if wanted is None or pair_of(sign.between) == wanted
    )
    return tuple(
        state for state in tie_states(signs, known) if held is None or held_on(state, held)
    )


def tie_signs(
    claims: Sequence[Claim], reports: Sequence[Report], lineage: Sequence[Lineage]
) -> tuple[Sign, ...]:
    """What the claims say of ties, sorted by time and claim.

    The signs of a report depend on its own claims alone and, where it is undated, on the days of
    the reports that share its text: these and their lineage must be among ``reports``.
    """
    usable = date_by_copies(pin_times(claims, reports), days_of_copies(reports, lineage))
    return signs_of(usable, provenance(reports, lineage))


def tie_states(signs: Iterable[Sign], known: Provenance) -> tuple[TieState, ...]:
    """The states that signs make up, in the order of actors and time.

    The states of a pair depend on its own signs alone, and on the outlets, days and lineage of
    their reports.
    """
    by_pair: dict[Pair, list[Sign]] = {}
    for sign in sorted(signs, key=lambda one: (one.since.order, one.claim.id, one.state.value)):
        by_pair.setdefault(pair_of(sign.between), []).append(sign)
    return tuple(state for pair in sorted(by_pair) for state in _states(by_pair[pair], known))


def _day_of(edtf: str | None, option: str) -> date | None:
    if edtf is None:
        return None
    day = latest(edtf)
    if day is None:
        raise UsageError(option, f"{edtf!r} is no date", "give an EDTF date such as 2014-11-02")
    return day


def _published_by(report: Report, day: date | None) -> bool:
    if day is None:
        return True
    published = latest(report.published.value) if report.published else None
    return published is not None and published <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A spell with what its claims amount to."""

    spell: Spell
    grounds: Grounds
    stance: TieStance
    verdict: Verdict

    @property
    def has_been(self) -> bool:
        """Whether there is something to end: not what was refused or is yet to come."""
        doubted = self.verdict.credibility in {Credibility.DOUBTFUL, Credibility.IMPROBABLE}
        return self.stance in _HOLDING and not doubted


def _states(signs: Sequence[Sign], known: Provenance) -> list[TieState]:
    """The states of one pair, in the order of their beginnings."""
    judged = [_judged(spell, known) for spell in spells_of(signs)]
    return [_state(row, _end(row, judged), known) for row in judged]


def _judged(spell: Spell, known: Provenance) -> _Judged:
    claims = {sign.claim.id: sign.claim for sign in spell.signs}
    grounds = gather_grounds(
        [(claim, chain_of(claim, known)) for claim in claims.values()], _inferred(spell)
    )
    return _Judged(
        spell=spell,
        grounds=grounds,
        stance=stance_of(grounds, claims.values()),
        verdict=judge(grounds),
    )


def _end(row: _Judged, judged: Iterable[_Judged]) -> str | None:
    """When the first opposite state began that is said to have held, if one did."""
    later = [
        other.spell.since
        for other in judged
        if other.stance in _ENDING and other.has_been and ends(other.spell, row.spell)
    ]
    first = min(later, key=lambda since: since.order, default=None)
    return first.edtf if first and row.has_been else None


def _state(row: _Judged, end: str | None, known: Provenance) -> TieState:
    spell, grounds = row.spell, row.grounds
    claims = {sign.claim.id: sign.claim for sign in spell.signs}
    counted = grounds.supporting or grounds.disputing or grounds.open
    return TieState(
        id=_tie_id(spell),
        between=spell.between,
        state=spell.state,
        start=spell.since.edtf,
        end=end,
        claims=tuple(sorted(claims)),
        supporting=tuple(sorted(chain.claim_id for chain in grounds.supporting)),
        disputing=tuple(sorted(chain.claim_id for chain in grounds.disputing)),
        reports=len({claim.report_id for claim in claims.values()}),
        origins=count_origins(counted),
        sources=count_sources(counted),
        verdict=_with_implications(row.verdict, spell),
        stance=row.stance,
        reported=_reported(claims.values(), known),
    )


def _inferred(spell: Spell) -> frozenset[str]:
    """The claims that do not state the tie but only let it be inferred.

    Who attacks is hostile, and who agrees to stop fighting has a truce; but who acts together once
    is not yet an ally.
    """
    stated = {sign.claim.id for sign in spell.signs if not sign.loosely}
    return frozenset(sign.claim.id for sign in spell.signs if sign.loosely) - stated


def _reported(claims: Iterable[Claim], known: Provenance) -> tuple[str, str] | None:
    stated = (known.reports[claim.report_id].published for claim in claims)
    days = sorted(one.value.partition("T")[0] for one in stated if one is not None)
    return (days[0], days[-1]) if days else None


def _with_implications(verdict: Verdict, spell: Spell) -> Verdict:
    implied = [
        Reason(
            text=text,
            claims=tuple(sign.claim.id for sign in spell.signs if sign.because == text),
        )
        for text in sorted({sign.because for sign in spell.signs if sign.because})
    ]
    return replace(verdict, reasons=(*verdict.reasons, *implied))


def _tie_id(spell: Spell) -> str:
    """Named after the pair, the state and the claim that it begins with."""
    words = "|".join((*spell.between, spell.state.value, spell.signs[0].claim.id))
    return f"t_{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def held_on(state: TieState, day: date) -> bool:
    """Whether a state had begun by ``day`` and had not yet been followed by its opposite."""
    found = bounds(state.start)
    began = (found.start or found.end) if isinstance(found, Interval) else None
    if not state.supporting or state.stance not in _HOLDING or began is None or began > day:
        return False
    ended = latest(state.end)
    return ended is None or day <= ended
