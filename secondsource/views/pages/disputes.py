"""Claims that contradict each other, with both sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.claims import report_to_record
from secondsource.fusion import Contradiction
from secondsource.ledger import FoundClaim
from secondsource.text import Span
from secondsource.views.chains import source_of
from secondsource.views.contexts import about
from secondsource.views.wording import quote_of, stance_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two claims that contradict each other."""

    claim: str = field(metadata=about("Id of the claim."))
    report: str = field(metadata=about("Id of the report that makes it."))
    outlet: str | None = field(metadata=about("Who published it."))
    published: str | None = field(metadata=about("When, in EDTF."))
    source: str | None = field(metadata=about("Whoever is said to have said it first."))
    stance: str = field(metadata=about("How it is put: asserted, denied, planned, hedged, …"))
    sentence: str = field(metadata=about("The report's own words."))
    words: str = field(metadata=about("The words that differ from the other claim's."))
    span: Span = field(metadata=about("Where these words stand in the report's text."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two claims about one event or tie that cannot both hold."""

    id: str = field(metadata=about("The contradiction's id."))
    matter: str = field(metadata=about("Id of the event or tie."))
    kind: str = field(metadata=about("In what: polarity, count, place, actor, date, state."))
    because: str = field(metadata=about("Why the two cannot both hold."))
    first: Side = field(metadata=about("The claim reported earlier."))
    second: Side = field(metadata=about("The claim reported later."))


def disputes_of(
    contradictions: Iterable[Contradiction], found: Mapping[str, FoundClaim]
) -> tuple[Dispute, ...]:
    """The contradictions with the words of their claims, which are in ``found`` by id."""
    return tuple(
        Dispute(
            id=one.id,
            matter=one.about,
            kind=one.kind.value,
            because=one.because,
            first=_side(found[one.first], one.first_words),
            second=_side(found[one.second], one.second_words),
        )
        for one in contradictions
        if one.first in found and one.second in found
    )


def _side(found: FoundClaim, words: Span) -> Side:
    claim, report = found.claim, report_to_record(found.report)
    return Side(
        claim=claim.id,
        report=report.id,
        outlet=report.outlet,
        published=report.published,
        source=source_of(claim),
        stance=stance_of(claim),
        sentence=quote_of(claim),
        words=words.of(found.report.text),
        span=words,
    )
