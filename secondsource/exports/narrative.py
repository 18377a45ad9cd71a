"""An event in words: what is said to have happened, on whose word, and how credible it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.claims import ClaimRecord
from secondsource.exports.casualties import killed_in
from secondsource.exports.selection import Account

CREDIBILITY = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The credibility of information by the Admiralty code."""


def outlets_of(account: Account) -> tuple[str, ...]:
    """Who published the claims, each once; a report without an outlet by its address or id."""
    return tuple(dict.fromkeys(_publisher(claim) for claim in account.claims))


def verdict_of(account: Account) -> str:
    """ "Credibility 2 (probably true): 2 sources; no report denies it"."""
    event = account.event
    grade = CREDIBILITY[event.credibility]
    return f"Credibility {event.credibility} ({grade}): {'; '.join(event.because)}"


def headline_of(account: Account) -> str:
    """ "Islamic State – ASSAULT – Nusra Front, Al Atārib, 2014-11-02"."""
    event = account.event
    who = ", ".join(one.name for one in event.actors)
    whom = ", ".join(one.name for one in event.recipients)
    what = " – ".join(part for part in (who, event.type.value, whom) if part)
    place = event.place.name if event.place else None
    return ", ".join(part for part in (what, place, _when(account)) if part)


def notes_of(account: Account) -> str:
    """Everything a coder needs to check the row: what, evidence, figures, disputes, verdict."""
    return " | ".join(_notes(account))


def quotes_of(account: Account) -> tuple[str, ...]:
    """The evidence, each passage with who published it, who said it and which side it takes."""
    quotes = []
    for words in account.event.evidence:
        said = " ".join((words.text or "").split())
        told = "; ".join(part for part in (words.outlet or words.report, words.source) if part)
        quotes.append(f"“{said}” ({told}; {words.side})")
    return tuple(dict.fromkeys(quotes))


def _notes(account: Account) -> Iterator[str]:
    event = account.event
    yield headline_of(account)
    yield from quotes_of(account)
    killed = killed_in(event)
    if killed.told:
        differ = " (reports differ)" if killed.disputed else ""
        yield f"Killed, in the reports' words: {', '.join(killed.figures)}{differ}"
    yield from (one.because for one in event.contradictions)
    yield verdict_of(account)
    yield f"Event {event.id}; reports: {event.reports}; independent origins: {event.origins}"


def _when(account: Account) -> str | None:
    time = account.event.time
    if time is None:
        return None
    return f"about {time.edtf}" if time.about else time.edtf


def _publisher(claim: ClaimRecord) -> str:
    report = claim.report
    return report.outlet or report.url or report.path or report.id


def citations_of(claims: Iterable[ClaimRecord]) -> tuple[str, ...]:
    """The reports, as outlet, day and title."""
    return tuple(
        dict.fromkeys(
            ", ".join(
                part
                for part in (_publisher(claim), claim.report.published, _quoted(claim.report.title))
                if part
            )
            for claim in claims
        )
    )


def _quoted(title: str | None) -> str | None:
    return f"“{title}”" if title else None
