"""From the signs of one relation to its spells: stretches over which one state is told of.

A state with a beginning of its own (an agreement, a merger) begins anew with each such deed on
another day. A spell of any state ends where an opposite begins, so that signs after that are of a
new one. What a report says without a time joins the spell that had begun by then, first of all one
that the same report dates; it opens none beside it, since reports retell what was.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.claims import Modality, Polarity, TieType
from secondsource.fusion.beginnings import Since
from secondsource.fusion.implied import OPPOSITES
from secondsource.fusion.intervals import Interval, YearlessInterval, overlap
from secondsource.fusion.parties import Pair
from secondsource.fusion.signs import Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """The signs of one state of one relation, from one beginning to one end."""

    between: Pair
    state: TieType
    signs: tuple[Sign, ...]
    since: Since


Order = tuple[int, date, tuple[int, int]]


def spells_of(signs: Sequence[Sign]) -> tuple[Spell, ...]:
    """The spells of all states between two actors; ``signs`` come in the order of time."""
    found: dict[tuple[Pair, TieType], list[Sign]] = {}
    for sign in signs:
        found.setdefault((sign.between, sign.state), []).append(sign)
    turns = [sign for rows in found.values() for sign in _beginning(rows)]
    made = [
        _spell(group)
        for (_, state), rows in found.items()
        for group in _grouped(rows, _orders(one for one in turns if one.state in _against(state)))
    ]
    return tuple(sorted(made, key=lambda spell: (spell.since.order, spell.state.value)))


def _beginning(signs: Sequence[Sign]) -> list[Sign]:
    """Those of the signs of one state by which it began: claims that say outright that it held,
    and nobody denies it for that time; a denial without a time says nothing of when."""
    denied = [
        sign.since for sign in signs if sign.claim.polarity is Polarity.DENIED and sign.since.own
    ]
    return [
        sign
        for sign in signs
        if _says_outright(sign) and not any(same_time(since, sign.since) for since in denied)
    ]


def _says_outright(sign: Sign) -> bool:
    claim = sign.claim
    outright = claim.modality is Modality.ACTUAL and not claim.hedges
    return claim.polarity is Polarity.AFFIRMED and outright and sign.since.days is not None


def _against(state: TieType) -> frozenset[TieType]:
    return OPPOSITES.get(state, frozenset())


def same_time(first: Since, second: Since) -> bool:
    """Whether two beginnings can be one."""
    if first.days is None or second.days is None:
        return False
    return overlap(first.days, second.days, slack=1)


def _grouped(signs: Sequence[Sign], turns: Sequence[Order]) -> list[list[Sign]]:
    """The signs of one state by spell; ``turns`` is when opposite states began, in order."""
    dated = _Dated()
    for sign in (sign for sign in signs if _opens(sign)):
        dated.take(sign, turns)
    alone: list[list[Sign]] = []
    for sign in (sign for sign in signs if sign.joining or not sign.since.own):
        if dated.take_home(sign) or sign.joining:
            continue
        if alone and not _turned(alone[-1][-1], sign, turns):
            alone[-1].append(sign)
        else:
            alone.append([sign])
    return [*dated.groups, *alone, *_undatable(signs)]


class _Dated:
    """The spells of one state that have dates, while they are put together."""

    def __init__(self) -> None:
        self.groups: list[list[Sign]] = []
        self._onsets: dict[str, list[tuple[int, Sign]]] = {}

    def take(self, sign: Sign, turns: Sequence[Order]) -> None:
        """Add a sign with a time of its own, to the last spell or as the first of the next."""
        last = self.groups[-1] if self.groups else None
        if last is None or _begins_anew(sign, last) or _turned(last[-1], sign, turns):
            self.groups.append([])
        self._add(len(self.groups) - 1, sign)

    def take_home(self, sign: Sign) -> bool:
        """Add a sign without a time to the spell that it speaks of: one that its own sentence
        dates, else the last that its report dates, else the last that had begun by the day of its
        report. Returns whether there is one."""
        told = self._onsets.get(sign.claim.report_id, [])
        beside = [at for at, other in told if _in_one_sentence(sign, other)]
        begun = (at for at, group in self._latest_first() if _begun(group[0].since, sign.since))
        at = max(beside or [at for at, _ in told], default=None)
        home = next(begun, None) if at is None else at
        if home is not None:
            self._add(home, sign)
        return home is not None

    def _latest_first(self) -> Iterator[tuple[int, list[Sign]]]:
        return ((at, self.groups[at]) for at in reversed(range(len(self.groups))))

    def _add(self, at: int, sign: Sign) -> None:
        self.groups[at].append(sign)
        if sign.onset:
            self._onsets.setdefault(sign.claim.report_id, []).append((at, sign))


def _opens(sign: Sign) -> bool:
    return sign.since.own and sign.since.days is not None and not sign.joining


def _undatable(signs: Iterable[Sign]) -> list[list[Sign]]:
    """What a report tells of a time of its own that no calendar has, by report."""
    groups: dict[str, list[Sign]] = {}
    for sign in signs:
        if sign.since.own and not sign.since.days and not sign.joining:
            groups.setdefault(sign.claim.report_id, []).append(sign)
    return list(groups.values())


def _begins_anew(sign: Sign, running: Sequence[Sign]) -> bool:
    """Whether a deed on another day than all before it begins the state again."""
    return sign.onset and not any(same_time(sign.since, other.since) for other in running)


def _turned(before: Sign, sign: Sign, turns: Sequence[Order]) -> bool:
    """Whether an opposite state began after one sign and before another."""
    return bisect_right(turns, before.since.order) < bisect_left(turns, sign.since.order)


def _in_one_sentence(sign: Sign, other: Sign) -> bool:
    """Whether two signs of one report stand in one sentence."""
    here = {
        words.span for words in sign.claim.evidence if words.span.overlaps(sign.claim.trigger.span)
    }
    return not here.isdisjoint(words.span for words in other.claim.evidence)


def _begun(group: Since, told: Since) -> bool:
    if told.days is None or isinstance(told.days, YearlessInterval):
        return True
    days = group.days
    if not isinstance(days, Interval):
        return False
    first, published = days.start or days.end, told.days.end
    return first is not None and published is not None and first <= published


def _spell(signs: Sequence[Sign]) -> Spell:
    ordered = sorted(signs, key=lambda sign: (sign.since.order, sign.claim.id))
    first = ordered[0]
    return Spell(
        between=first.between,
        state=first.state,
        signs=tuple(ordered),
        since=_finest([sign.since for sign in ordered]),
    )


def _finest(beginnings: Sequence[Since]) -> Since:
    """The shortest of the beginnings that can be the first one."""
    own = [since for since in beginnings if since.own] or list(beginnings)
    alike = [since for since in own if since is own[0] or same_time(since, own[0])]
    return min(alike, key=lambda since: (_length(since), since.order, since.edtf or ""))


def _length(since: Since) -> float:
    days = since.days.in_year(2000) if isinstance(since.days, YearlessInterval) else since.days
    length = days.days if days else None
    return length if length is not None else float("inf")


def ends(opposite: Spell, spell: Spell) -> bool:
    """Whether ``opposite`` is of an opposite state and begins after what is told of ``spell``.

    A dated beginning counts from the beginning of the spell on, because reports retell what was
    before. One that is only known by the day of a report counts from the last report of the spell
    on, and only if it tells of a deed: that two are rivals is said long after.
    """
    if opposite.state not in _against(spell.state):
        return False
    dated = _orders(one for one in spell.signs if one.since.own and one.since.days)
    if opposite.since.own:
        return opposite.since.order > (dated or _orders(spell.signs))[-1]
    told_of_deed = any(sign.because or sign.onset for sign in opposite.signs)
    return told_of_deed and opposite.since.order > _orders(spell.signs)[-1]


def _orders(signs: Iterable[Sign]) -> list[Order]:
    return sorted(sign.since.order for sign in signs)
