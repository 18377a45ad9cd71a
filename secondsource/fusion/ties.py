"""The states of the relations between actors over time, from ties claimed and ties implied.

Each claim gives a pair of actors one state, from the time that it says, else "by" the day its
report was published. Claims of one state form one spell until a claim of an opposite state comes
between them. A spell ends where its opposite begins, and is open where nothing is said: a later
change is no contradiction of the earlier state.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from secondsource.annotations import ActorKind
from secondsource.claims import Claim, Modality, Party, Polarity, TieType
from secondsource.errors import UsageError
from secondsource.fusion.grounds import gather_grounds
from secondsource.fusion.implied import MUTUAL, OPPOSITES, implied_ties
from secondsource.fusion.independence import count_origins, count_sources
from secondsource.fusion.intervals import Interval, YearlessInterval, bounds, latest
from secondsource.fusion.provenance import Provenance, chain_of, provenance
from secondsource.fusion.records import Lineage, Reason, TieState, Verdict
from secondsource.fusion.verdicts import judge
from secondsource.fusion.years import date_by_lineage
from secondsource.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """One claim's word on one tie. ``since`` is EDTF; ``day`` orders it, ``date.max`` if
    unknown; ``because`` says how an event implies the tie."""

    claim: Claim
    between: tuple[str, str]
    state: TieType
    since: str | None
    day: date
    because: str | None


def trace_ties(  # noqa: PLR0913 — each filter is a question of its own, as on the command line
    claims: Sequence[Claim],
    reports: Sequence[Report],
    lineage: Sequence[Lineage],
    *,
    between: tuple[str, str] | None = None,
    as_of: str | None = None,
    known_by: str | None = None,
) -> tuple[TieState, ...]:
    """Tie states in the order of actors and time.

    ``between`` keeps the ties of two actors; ``as_of`` (EDTF) those that held on that day;
    ``known_by`` (EDTF) leaves out all reports not known to be published by then.

    Raises:
        UsageError: if ``as_of`` or ``known_by`` is no dated EDTF value.
    """
    held, horizon = _day_of(as_of, "as_of"), _day_of(known_by, "known_by")
    read = tuple(report for report in reports if _published_by(report, horizon))
    known = provenance(read, lineage)
    usable = date_by_lineage(
        [claim for claim in claims if claim.report_id in known.reports], read, lineage
    )
    signs = [sign for claim in usable for sign in _signs(claim, known)]
    pairs = sorted({_pair(sign.between) for sign in signs})
    wanted = [pair for pair in pairs if between is None or pair == _pair(between)]
    states = [
        state
        for pair in wanted
        for state in _states([sign for sign in signs if _pair(sign.between) == pair], known)
    ]
    return tuple(state for state in states if held is None or _held(state, held))


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


def _pair(between: tuple[str, str]) -> tuple[str, str]:
    return (min(between), max(between))


def _signs(claim: Claim, known: Provenance) -> Iterator[_Sign]:
    """The ties that a claim states or implies between each two of its resolved parties."""
    if claim.modality not in {Modality.ACTUAL, Modality.POSSIBLE}:
        return
    since, day = _since(claim, known.reports[claim.report_id])
    for state, because in _states_of(claim):
        for first, second in _sides(claim):
            yield _Sign(
                claim=claim,
                between=_pair((first, second)) if state in MUTUAL else (first, second),
                state=state,
                since=since,
                day=day,
                because=because,
            )


def _states_of(claim: Claim) -> list[tuple[TieType, str | None]]:
    if isinstance(claim.type, TieType):
        return [(claim.type, None)]
    if claim.polarity is not Polarity.AFFIRMED:
        return []
    return [(row.tie, row.because) for row in implied_ties(claim)]


def _sides(claim: Claim) -> list[tuple[str, str]]:
    """Each actor with each recipient; where there are no recipients, the actors with each other."""
    actors = _bodies(claim.actors)
    recipients = _bodies(claim.recipients)
    if claim.recipients:
        return [(a, b) for a in actors for b in recipients if a != b]
    return [(a, b) for at, a in enumerate(actors) for b in actors[at + 1 :]]


def _bodies(parties: Iterable[Party]) -> list[str]:
    """The ids of those whose relations are kept: groups, offices and public figures."""
    return sorted(
        {party.id for party in parties if party.id and party.kind is not ActorKind.PRIVATE_PERSON}
    )


def _since(claim: Claim, report: Report) -> tuple[str | None, date]:
    """When the claim says that it was, else ``../`` and the day of publication."""
    published = latest(report.published.value) if report.published else None
    time = bounds(claim.time.edtf) if claim.time else None
    if isinstance(time, YearlessInterval) and published:
        time = time.up_to(published)
        return _edtf(time), time.start or date.max
    if isinstance(time, Interval) and claim.time:
        return claim.time.edtf, time.start or time.end or date.max
    return (f"../{published.isoformat()}", published) if published else (None, date.max)


def _edtf(time: Interval) -> str:
    ends = [day.isoformat() if day else ".." for day in (time.start, time.end)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _states(signs: Iterable[_Sign], known: Provenance) -> list[TieState]:
    """The spells of all ties between two actors, ordered by their first day."""
    ordered = sorted(signs, key=lambda sign: (sign.day, sign.claim.id, sign.state.value))
    spells = _spells(ordered)
    states = [_state(spell, _end(spell, spells), known) for spell in spells]
    return sorted(states, key=lambda state: (_start_day(state), state.state.value, state.id))


def _spells(ordered: Sequence[_Sign]) -> list[list[_Sign]]:
    """Signs of one tie, cut where an opposite tie is affirmed on a day between.

    Opposites of one day, such as the publication of a report that recounts both, cut nothing.
    """
    running: dict[tuple[tuple[str, str], TieType], list[_Sign]] = {}
    spells: list[list[_Sign]] = []
    for _, group in groupby(ordered, key=lambda sign: sign.day):
        today = list(group)
        for sign in today:
            key = sign.between, sign.state
            if key not in running:
                running[key] = []
                spells.append(running[key])
            running[key].append(sign)
        begun = {sign.state for sign in today if _affirms(sign)}
        running = {key: spell for key, spell in running.items() if not _ended(key[1], begun)}
    return spells


def _affirms(sign: _Sign) -> bool:
    """Whether a claim says outright, without a hedge, that the state held from a known day."""
    claim = sign.claim
    outright = claim.modality is Modality.ACTUAL and not claim.hedges
    return claim.polarity is Polarity.AFFIRMED and outright and sign.day != date.max


def _ended(state: TieType, begun: set[TieType]) -> bool:
    return state not in begun and bool(OPPOSITES.get(state, frozenset()) & begun)


def _end(spell: Sequence[_Sign], spells: Iterable[Sequence[_Sign]]) -> str | None:
    """When the next opposite state began, if one did after this spell's last dated sign."""
    last = max((sign.day for sign in spell if sign.day != date.max), default=date.max)
    opposites = OPPOSITES.get(spell[0].state, frozenset())
    later = [
        sign
        for other in spells
        for sign in other
        if sign.state in opposites and _affirms(sign) and last < sign.day
    ]
    return min(later, key=lambda sign: (sign.day, sign.claim.id)).since if later else None


def _inferred(spell: Sequence[_Sign]) -> frozenset[str]:
    """The claims that do not state an alliance but let one be inferred.

    Who attacks is hostile, and who agrees to stop fighting has a truce; but who acts or agrees
    to act together once is not yet an ally.
    """
    stated = {sign.claim.id for sign in spell if sign.because is None}
    implied = {sign.claim.id for sign in spell if sign.because and sign.state is TieType.ALLY}
    return frozenset(implied - stated)


def _state(spell: Sequence[_Sign], end: str | None, known: Provenance) -> TieState:
    claims = {sign.claim.id: sign.claim for sign in spell}
    grounds = gather_grounds(
        [(claim, chain_of(claim, known)) for claim in claims.values()], _inferred(spell)
    )
    counted = grounds.supporting or grounds.disputing or grounds.open
    first = spell[0]
    return TieState(
        id=_tie_id(first),
        between=first.between,
        state=first.state,
        start=first.since,
        end=end,
        claims=tuple(sorted(claims)),
        supporting=tuple(sorted(chain.claim_id for chain in grounds.supporting)),
        disputing=tuple(sorted(chain.claim_id for chain in grounds.disputing)),
        reports=len({claim.report_id for claim in claims.values()}),
        origins=count_origins(counted),
        sources=count_sources(counted),
        verdict=_with_implications(judge(grounds), spell),
    )


def _with_implications(verdict: Verdict, spell: Iterable[_Sign]) -> Verdict:
    signs = list(spell)
    implied = [
        Reason(text=text, claims=tuple(s.claim.id for s in signs if s.because == text))
        for text in sorted({sign.because for sign in signs if sign.because})
    ]
    return replace(verdict, reasons=(*verdict.reasons, *implied))


def _tie_id(first: _Sign) -> str:
    """Named after the pair, the state and the claim that it begins with."""
    words = "|".join((*first.between, first.state.value, first.claim.id))
    return f"t_{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def _start_day(state: TieState) -> date:
    found = bounds(state.start)
    if isinstance(found, Interval):
        return found.start or found.end or date.max
    return date.max


def _held(state: TieState, day: date) -> bool:
    """Whether a state had begun by ``day`` and had not yet been followed by its opposite."""
    if not state.supporting or _start_day(state) > day:
        return False
    ended = latest(state.end)
    return ended is None or day <= ended
