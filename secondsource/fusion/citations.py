"""On which agency or outlet, if any, a report as a whole rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.annotations import SourceType
from secondsource.claims import Claim, Link
from secondsource.fusion.agencies import outlet_key, shown_name
from secondsource.fusion.credits import PRINTED, Credit, Position, find_credits, lead_of
from secondsource.fusion.named import informants_in
from secondsource.reports import Report

# An outlet behind this share of a report's sentences with a source is what the report rests on.
_MAIN = 0.5
_LEAST_SENTENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The agency or outlet that a report rests on.

    ``key`` is the same for all spellings of its name, ``name`` what to show. ``position`` is where
    the report gives credit, ``None`` where most of its claims do; ``passage`` the sentence that
    cites it, where the credit is not for the report as such.
    """

    key: str
    name: str
    because: str
    position: Position | None = None
    passage: str | None = None

    @property
    def printed(self) -> bool:
        """Whether the report prints the agency's credit, as one does over an agency's text."""
        return self.position in PRINTED


def gatherers(attribution: Sequence[Link]) -> tuple[str, ...]:
    """The names of outlets and agencies along a chain, from the report's side outwards."""
    named: list[str] = []
    for link in attribution:
        if link.type in (SourceType.OUTLET, SourceType.SELF):
            named.append(link.name)
        if link.via is not None:
            named.append(link.via_name or link.via.text)
    return tuple(named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a report rests on, what it cites for single statements, and what the informants behind
    its claims are called."""

    main: Citation | None
    passing: tuple[Citation, ...]
    informants: tuple[str, ...] = ()

    def of(self, agency: str) -> Citation | None:
        """The citation of ``agency``, if it is cited at all."""
        every = (self.main, *self.passing)
        return next((one for one in every if one is not None and one.key == agency), None)


def cited_by(report: Report, claims: Iterable[Claim]) -> Cited:
    """What the report rests on, a printed credit, else its lead, else most of its sentences that
    name a source, and whom it cites besides."""
    told = tuple(claims)
    credits_ = find_credits(report)
    in_claims = _in_claims(report, told)
    if credits_ and credits_[0].position is not Position.BODY:
        main: Citation | None = _from_credit(credits_[0])
    else:
        main = _main(in_claims)
    every = (*map(_from_credit, credits_), *map(_one_of_several, in_claims))
    by_key = {one.key: one for one in reversed(every)}
    besides = (one for one in by_key.values() if main is None or one.key != main.key)
    return Cited(
        main=main,
        passing=tuple(sorted(besides, key=lambda one: one.key)),
        informants=informants_in(told),
    )


def _from_credit(credit: Credit) -> Citation:
    words = f"“{credit.words}”"
    return Citation(
        key=credit.agency.id,
        name=credit.agency.code,
        because=f"credits {credit.agency.code} {credit.position.value} ({words})",
        position=credit.position,
        passage=credit.passage,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cites:
    """How many of the ``all`` sentences with a source come through one outlet, and the first.

    ``leading`` says that one of them opens the report.
    """

    key: str
    name: str
    sentences: int
    all: int
    passage: str
    leading: bool


def _in_claims(report: Report, claims: Iterable[Claim]) -> tuple[_Cites, ...]:
    """Whom the attributions of claims name as gatherers, the most named first."""
    own = outlet_key(report.outlet.value) if report.outlet else None
    attributed = sorted({_sentence(claim) for claim in claims if claim.attribution})
    named: dict[str, list[tuple[str, str]]] = {}
    for _, words, name in attributed:
        if name and outlet_key(name) != own:
            named.setdefault(outlet_key(name), []).append((name, words))
    number = len({place for place, _, _ in attributed})
    lead = lead_of(report)
    rows = (
        _Cites(
            key=key,
            name=shown_name(min(name for name, _ in told)),
            sentences=len(told),
            all=number,
            passage=told[0][1],
            leading=any(words in lead for _, words in told),
        )
        for key, told in named.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.sentences, row.key)))


def _sentence(claim: Claim) -> tuple[int, str, str]:
    """Where a claim is said, in which words, and the last gatherer named for it, if any."""
    words = claim.evidence[0]
    return words.span.start, words.text, next(iter(gatherers(claim.attribution)[-1:]), "")


def _main(cites: Sequence[_Cites]) -> Citation | None:
    leading = next((row for row in cites if row.leading), None)
    if leading is not None:
        because = f"credits {leading.name} {Position.LEAD.value}"
        return Citation(
            key=leading.key,
            name=leading.name,
            because=because,
            position=Position.LEAD,
            passage=leading.passage,
        )
    first = next(iter(cites), None)
    if first is None or first.sentences < min(first.all, max(_LEAST_SENTENCES, _MAIN * first.all)):
        return None
    reason = f"{first.sentences} of its {first.all} sentences with a source come through"
    because = f"{reason} {first.name}"
    return Citation(key=first.key, name=first.name, because=because, passage=first.passage)


def _one_of_several(row: _Cites) -> Citation:
    because = f"credits {row.name} {Position.BODY.value}"
    return Citation(
        key=row.key,
        name=row.name,
        because=because,
        position=Position.BODY,
        passage=row.passage,
    )
