"""What both forms of a brief say: headings, verdicts and quotations as lines, names masked."""

from __future__ import annotations

from dataclasses import replace

from secondsource.exports.privacy import PrivatePersons
from secondsource.views import CREDIBILITY, Brief, BriefSection, BriefSentence, Quotation, spoken

SIDES = {"supports": "says so", "disputes": "denies it", "mentions": "leaves it open"}
NOTE = (
    "Each sentence is made of what the reports below it say, and of nothing else; they are claims, "
    "not facts. Credibility is the digit of the Admiralty scale, of information and never of "
    "people. It counts independent origins, not reports."
)
NOTHING = "No report in the ledger says anything of the two together for that period."


def masked_brief(brief: Brief, persons: PrivatePersons) -> Brief:
    """The brief with stand-ins for the names of private persons."""
    one, other = brief.names
    return replace(
        brief,
        names=(persons.words(one), persons.words(other)),
        sections=tuple(_masked_section(section, persons) for section in brief.sections),
        sources=tuple(map(persons.words, brief.sources)),
    )


def _masked_section(section: BriefSection, persons: PrivatePersons) -> BriefSection:
    sentences = tuple(
        replace(
            sentence,
            text=persons.words(sentence.text),
            because=tuple(map(persons.words, sentence.because)),
            quotations=tuple(_masked_words(one, persons) for one in sentence.quotations),
            disputes=tuple(map(persons.words, sentence.disputes)),
        )
        for sentence in section.sentences
    )
    return replace(section, sentences=sentences)


def _masked_words(quotation: Quotation, persons: PrivatePersons) -> Quotation:
    source = persons.words(quotation.source) if quotation.source else None
    return replace(quotation, text=persons.words(quotation.text), source=source)


def title_of(brief: Brief) -> str:
    """The heading of the whole."""
    return " and ".join(brief.names)


def scope_of(brief: Brief) -> str:
    """What it covers and what it rests on, in one sentence."""
    begins = f" from {spoken(brief.since)}" if brief.since else ""
    ends = f" until {spoken(brief.until)}" if brief.until else ""
    known = f", known by {spoken(brief.known_by)}" if brief.known_by else ""
    period = f"{begins}{ends}" or " at all times"
    reports = "1 report" if brief.reports == 1 else f"{brief.reports} reports"
    origins = len(brief.sources)
    count = "1 independent origin" if origins == 1 else f"{origins} independent origins"
    return f"What {reports} of {count} say of the two{period}{known}."


def verdict_of(sentence: BriefSentence) -> str:
    """The digit in words, with its reasons."""
    digit = sentence.credibility
    return f"Credibility {digit}, {CREDIBILITY[digit]}: {'; '.join(sentence.because)}."


def whence(quotation: Quotation) -> str:
    """Where the words stand, who said them first, and how they are put."""
    source = quotation.source.rstrip(" ,;") if quotation.source else None
    told = f"according to {source}" if source else "in the outlet's own voice"
    return "; ".join(("; also ".join(quotation.outlets), told, quotation.stance))
