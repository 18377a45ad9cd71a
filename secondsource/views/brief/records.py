"""What a brief holds: sections of sentences, each with the words of the reports it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.views.contexts import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a report under a sentence of a brief."""

    side: str = field(metadata=about("supports, disputes or mentions."))
    text: str = field(metadata=about("The report's words, in one line."))
    claim: str = field(metadata=about("Id of the claim that rests on them."))
    outlets: tuple[str, ...] = field(
        metadata=about("Each outlet that prints them, with its day of publication.")
    )
    source: str | None = field(
        metadata=about("Whoever is said to have said it first; nothing in the outlet's own voice.")
    )
    stance: str = field(metadata=about("How it is put: asserted, denied, planned, hedged, …"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSentence:
    """One sentence, with its verdict and the words that it rests on."""

    text: str = field(metadata=about("The sentence, made of what the claims say and no more."))
    matter: str = field(metadata=about("Id of the event or tie that it tells."))
    credibility: int = field(metadata=about("The Admiralty scale's digit, 1 to 6."))
    because: tuple[str, ...] = field(metadata=about("The reasons for the digit, as sentences."))
    origins: int = field(metadata=about("How many independent origins say so."))
    reports: int = field(metadata=about("In how many reports."))
    quotations: tuple[Quotation, ...] = field(metadata=about("The words, supporting ones first."))
    disputes: tuple[str, ...] = field(
        metadata=about("What contradicts what, as sentences; empty where nothing does.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """Sentences of one sort."""

    title: str = field(metadata=about("The heading."))
    sentences: tuple[BriefSentence, ...] = field(metadata=about("In the order of time."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the ledger knows of two actors over a period, as of a day."""

    names: tuple[str, str] = field(metadata=about("The two actors."))
    actors: tuple[str, str] = field(metadata=about("Their ids."))
    since: str | None = field(metadata=about("The first day asked for, in EDTF."))
    until: str | None = field(metadata=about("The last day asked for, in EDTF."))
    known_by: str | None = field(metadata=about("Only reports published by then are used."))
    reports: int = field(metadata=about("How many reports it rests on."))
    sections: tuple[BriefSection, ...] = field(metadata=about("Those with sentences, in order."))
    sources: tuple[str, ...] = field(
        metadata=about("The reports it rests on, those of one origin together, as lines.")
    )
