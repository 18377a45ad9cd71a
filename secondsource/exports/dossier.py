"""A dossier: one HTML page with the events, ties and reports, their evidence and verdicts.

It loads nothing and runs nothing: styles stand in the page, there is no script, and its policy
forbids both. Everything that comes from a report is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import TypeVar

from jinja2 import Environment, StrictUndefined, Template

from secondsource.exports.casualties import Killed, killed_in
from secondsource.exports.narrative import CREDIBILITY
from secondsource.exports.selection import (
    Account,
    Selection,
    accounts_of,
    reports_of,
    ties_of,
)
from secondsource.exports.tally import Tally
from secondsource.views import LineageRecord, QuotedRecord, ReportRow, lineage_of

T = TypeVar("T")
_AT_ONCE = 200
_OPEN = ("", "..")
_SIDES = ("supports", "disputes", "mentions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event as the page shows it."""

    account: Account
    killed: Killed
    grade: str

    @property
    def who(self) -> str:
        """Who acts on whom; what all do to each other has no direction."""
        event = self.account.event
        doers, others = ([one.name for one in some] for some in (event.actors, event.recipients))
        if len(doers) > 1 and sorted(doers) == sorted(others):
            return " ↔ ".join(doers)
        named = ", ".join(doers) or "Nobody known"
        return f"{named} → {', '.join(others)}" if others else named

    @property
    def quotes(self) -> tuple[QuotedRecord, ...]:
        """Its evidence, supporting words first, each passage of a report once."""
        seen = {
            (one.report, one.start, one.end, one.side): one for one in self.account.event.evidence
        }
        return tuple(sorted(seen.values(), key=lambda one: _SIDES.index(one.side)))


def dossier_html(selection: Selection, tally: Tally) -> Iterator[str]:
    """The page, written as the records come."""
    styles = _resource("dossier.css")
    return _template().generate(
        styles=styles,
        policy=_policy(styles),
        masked=selection.persons.known,
        grades=CREDIBILITY,
        events=_counted(map(_entry, accounts_of(selection)), tally),
        ties=_counted(ties_of(selection), tally),
        reports=_with_lineage(selection, tally),
    )


def _counted(items: Iterable[T], tally: Tally) -> Iterator[T]:
    for item in items:
        tally.rows += 1
        yield item


def _entry(account: Account) -> Entry:
    return Entry(
        account=account,
        killed=killed_in(account.event),
        grade=CREDIBILITY[account.event.credibility],
    )


def _with_lineage(
    selection: Selection, tally: Tally
) -> Iterator[tuple[ReportRow, LineageRecord | None]]:
    reports = _counted(reports_of(selection), tally)
    while some := list(islice(reports, _AT_ONCE)):
        rows = lineage_of(selection.ledger, [row.id for row in some])
        masked = selection.persons.masked(row.record for row in rows)
        known = {record.report: record for record in masked}
        yield from ((row, known.get(row.id)) for row in some)


def shown(edtf: str | None) -> str:
    """An EDTF value for a reader: "2013 to 2014-11", "by 2014-09-29", "about 2013"."""
    if edtf is None:
        return ""
    first, slash, last = (f"about {one[:-1]}" if one.endswith("~") else one for one in _ends(edtf))
    if not slash:
        return first
    if first in _OPEN:
        return f"by {last}"
    return f"from {first} on" if last in _OPEN else f"{first} to {last}"


def _ends(edtf: str) -> tuple[str, str, str]:
    return edtf.partition("/")


def _policy(styles: str) -> str:
    """A content security policy that allows this style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _resource(name: str) -> str:
    source = files("secondsource.exports").joinpath("templates", name)
    return source.read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = shown
    return environment.from_string(_resource("dossier.html"))
