"""The slots by which event claims are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.claims import Claim, EventType, Modality, Party, Place, Polarity
from secondsource.fusion.intervals import Interval, YearlessInterval, bounds
from secondsource.fusion.prose import fold_words
from secondsource.fusion.stems import stem
from secondsource.fusion.wording import Wording, name_stems, read_wording
from secondsource.reports import Report

# Types that reports code interchangeably for one happening.
_FAMILIES = {
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.SUPPORT,
    EventType.CONCEDE: EventType.RETREAT,
}
MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT})
"""Families of types in which "A met B" and "B met A" say the same."""

# A report without a time for an event is mostly about the days before it.
_RECENT_DAYS = 10
# A denial is of what was told in the weeks before it.
_DENIED_DAYS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What an event claim says, reduced to what can be compared.

    ``parties`` is everybody who takes part, ``names`` the stems of their names and the place's;
    ``world`` keeps what happened apart from what was planned, asked for or supposed; ``time`` is
    when the claim says that it was, ``around`` what its publication suggests instead. ``published``
    is when its report was, or copies of that; ``named`` are the parties that are known or have
    a name, which "militants" is not.
    """

    claim: Claim
    family: EventType
    world: str
    actors: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    place: Place | None
    time: Interval | YearlessInterval | None
    around: Interval | None
    published: Interval | None
    trigger: str
    counts: frozenset[tuple[str, float]]
    wording: Wording
    names: frozenset[str]
    named: frozenset[str]

    @property
    def described(self) -> bool:
        """Whether it names nobody, but for "militants" and the like."""
        return not self.named


def read_slots(claim: Claim, report: Report | None, told: Interval | None = None) -> Slots:
    """The slots of an event claim; ``told`` is when copies of an undated report were published.

    Raises:
        ValueError: if the claim is not about an event.
    """
    if not isinstance(claim.type, EventType):
        raise ValueError(f"{claim.id} is a claim of kind {claim.kind.value}, not of an event")
    dated = bounds(report.published.value) if report and report.published else None
    published = dated if isinstance(dated, Interval) else told
    time = _stated(claim, published)
    actors = frozenset(map(party_key, claim.actors))
    recipients = frozenset(map(party_key, claim.recipients))
    words = fold_words(claim.trigger.text)
    return Slots(
        claim=claim,
        family=_FAMILIES.get(claim.type, claim.type),
        world=_world(claim.modality),
        actors=actors,
        recipients=recipients,
        parties=actors | recipients,
        place=claim.place,
        time=time,
        around=_around(published, claim) if time is None else None,
        published=published,
        trigger=stem(words[-1]) if words else "",
        counts=_counts(claim),
        wording=read_wording(claim),
        names=_names(claim),
        named=frozenset(map(party_key, filter(_is_named, (*claim.actors, *claim.recipients)))),
    )


def _is_named(party: Party) -> bool:
    """Whether a party is known or has a name, which ends in a word with a capital ("Rival
    militants" does not)."""
    last = party.name.split()[-1:] or [""]
    return party.id is not None or (last[0][:1].isupper() and " " in party.name)


def _stated(claim: Claim, published: Interval | None) -> Interval | YearlessInterval | None:
    """When the claim says that it was; a day taken from the date line is no day that it says."""
    time = bounds(claim.time.edtf) if claim.time and not claim.time.framed else None
    if isinstance(time, YearlessInterval) and published and published.end:
        return time.up_to(published.end)
    return time


def _counts(claim: Claim) -> frozenset[tuple[str, float]]:
    return frozenset(
        (count.role.value, value)
        for count in claim.quantities
        for value in (count.low, count.best, count.high)
        if value is not None
    )


def _names(claim: Claim) -> frozenset[str]:
    parties = (*claim.actors, *claim.recipients)
    named = [name for party in parties for name in (party.name, party.words.text)]
    if claim.place is not None:
        named += [claim.place.name, claim.place.words.text]
    return name_stems(named)


def party_key(party: Party) -> str:
    """The registry id, or the folded name of an actor that has none."""
    return party.id or f"name:{' '.join(fold_words(party.name or party.words.text))}"


def party_is_known(key: str) -> bool:
    """Whether a party of a claim's slots is in the registry."""
    return not key.startswith("name:")


def _world(modality: Modality) -> str:
    return "actual" if modality in {Modality.ACTUAL, Modality.POSSIBLE} else modality.value


def _around(published: Interval | None, claim: Claim) -> Interval | None:
    if published is None or published.start is None:
        return None
    denied = claim.polarity is Polarity.DENIED
    before = timedelta(days=_DENIED_DAYS if denied else _RECENT_DAYS)
    return Interval(start=published.start - before, end=published.end)


def anchor(slots: Slots) -> date:
    """A day to sort by: when it was, else when it was published, else the last day of all."""
    for time in (slots.time, slots.around):
        if isinstance(time, Interval) and (time.end or time.start):
            return time.end or time.start or date.max
    return date.max
