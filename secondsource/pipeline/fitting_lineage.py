"""Fitting reports into the lineage of the standing picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.claims import Claim
from secondsource.fusion import (
    Kin,
    Lineage,
    cited_by,
    days_of_copies,
    find_kin,
    fingerprint,
    trace_kin,
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
    _cite(facts, drawing, changed, present)
    concerned = _index(facts, drawing, changed, present)
    compared = present | drawing.present(concerned)
    before = drawing.kin(changed | concerned)
    drawing.link_kin(changed | compared, _find(facts, drawing, compared))
    affected = frozenset(drawing.kin((before | compared) - (changed - present)))
    rows = {row.report_id: row for row in _trace(facts, drawing, affected)}
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


def _find(facts: Facts, drawing: Drawing, compared: Iterable[str]) -> tuple[Kin, ...]:
    """What ``compared`` share with any report."""
    pairs = drawing.candidate_pairs(compared)
    ids = set(compared).union(*pairs)
    return find_kin(
        facts.reports(ids).values(),
        pairs,
        standing=drawing.standing_of(ids),
        cited=drawing.cited_by(ids),
    )


def _trace(facts: Facts, drawing: Drawing, affected: frozenset[str]) -> tuple[Lineage, ...]:
    """The lineage of ``affected``, which are whole components of the links."""
    return trace_kin(
        facts.reports(affected).values(),
        drawing.kin_links(affected),
        standing=drawing.standing_of(affected),
        cited=drawing.cited_by(affected),
    )


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
