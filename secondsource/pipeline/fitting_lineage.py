"""Fitting reports into the lineage of the standing picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.claims import Claim
from secondsource.fusion import (
    Kinship,
    Lineage,
    cited_by,
    days_of_copies,
    fingerprint,
    trace_kinship,
)
from secondsource.ledger import Drawing, PictureChange
from secondsource.pipeline.fitting_facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What fitting lineage found.

    ``changed`` are the reports whose facts changed, ``present`` those of them that are not
    withdrawn. ``retraced`` are all reports with another lineage than before, or that come from one.
    ``undated`` are those without a day of publication that others date otherwise than before: a
    report that came or went shares their text or story.
    """

    changed: frozenset[str]
    present: frozenset[str]
    retraced: frozenset[str]
    undated: frozenset[str]

    @property
    def told(self) -> frozenset[str]:
        """The reports whose claims may say something else than before."""
        return (self.changed & self.present) | self.undated


def fit_lineage(facts: Facts, drawing: Drawing, changed: frozenset[str]) -> Moved:
    """Trace anew what the reports ``changed`` may concern."""
    present = frozenset(drawing.present(changed))
    before = drawing.kin(changed)
    _cite(facts, drawing, changed, present)
    concerned = _index(facts, drawing, changed, present)
    compared = present | drawing.present(concerned)
    first = _trace(facts, drawing, compared, drawing.candidate_pairs(compared))
    drawing.link_kin(changed | compared, first.links)
    affected = frozenset(drawing.kin((before | concerned | compared) - (changed - present)))
    found = first if affected <= compared else _trace_linked(facts, drawing, affected)
    rows = {row.report_id: row for row in found.lineage if row.report_id in affected}
    old = drawing.lineage_of(affected | changed)
    new = tuple(row for key, row in rows.items() if old.get(key) != row)
    drawing.write(PictureChange(lineage=new, gone_reports=tuple(sorted(changed - present))))
    return Moved(
        changed=changed,
        present=present,
        retraced=_descending(rows, {row.report_id for row in new}),
        undated=_dated_otherwise(facts, old, rows) & affected,
    )


def _cite(facts: Facts, drawing: Drawing, changed: frozenset[str], present: frozenset[str]) -> None:
    """Keep what the changed reports rest on."""
    said: dict[str, list[Claim]] = {}
    for claim in facts.claims(present):
        said.setdefault(claim.report_id, []).append(claim)
    reports = facts.reports(present)
    cited = {key: cited_by(one, said.get(key, ())) for key, one in reports.items()}
    drawing.replace_cited(changed, cited)


def _index(
    facts: Facts, drawing: Drawing, changed: frozenset[str], present: frozenset[str]
) -> set[str]:
    """Put the keys of what is new in and take those of what is gone out; returns the reports
    already there that must be compared again."""
    indexed = drawing.traced(changed)
    gone = [fingerprint(one) for one in facts.reports(indexed - present).values()]
    new = [fingerprint(one) for one in facts.reports(present - indexed).values()]
    return drawing.take_out(gone) | drawing.put_in(new)


def _trace(
    facts: Facts, drawing: Drawing, compared: Iterable[str], pairs: tuple[tuple[str, str], ...]
) -> Kinship:
    """The lineage of ``compared``, and links of the reports that they are paired with."""
    ids = set(compared).union(*pairs)
    return trace_kinship(
        tuple(facts.reports(ids).values()),
        facts.claims(compared),
        standing=drawing.standing_of(ids),
        pairs=pairs,
        cited=drawing.cited_by(ids),
    )


def _trace_linked(facts: Facts, drawing: Drawing, affected: frozenset[str]) -> Kinship:
    return _trace(facts, drawing, affected, tuple(sorted(drawing.kin_links(affected))))


def _dated_otherwise(
    facts: Facts, old: Mapping[str, Lineage], new: Mapping[str, Lineage]
) -> frozenset[str]:
    """The undated reports that others date now on other days than before."""
    headings = facts.headings(old.keys() | new.keys()).values()
    before = days_of_copies(headings, old.values())
    after = days_of_copies(headings, new.values())
    return frozenset(
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    )


def _descending(rows: Mapping[str, Lineage], moved: set[str]) -> frozenset[str]:
    """The reports that are among ``moved`` or come, at any remove, from one of them."""
    found = set(moved)
    for key in rows:
        chain = [key]
        while (row := rows.get(chain[-1])) and row.copies and row.copies not in chain:
            chain.append(row.copies)
        if not found.isdisjoint(chain):
            found.add(key)
    return frozenset(found)
