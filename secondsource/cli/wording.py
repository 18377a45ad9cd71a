"""Rows of the views as lines for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from secondsource.fusion import Relation
from secondsource.views import (
    ClaimRow,
    EventRow,
    EvidenceRow,
    LineageRow,
    ReportPage,
    TieRow,
)

CREDIBILITY = {
    1: "confirmed by independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
_SIGN = {"supports": "+", "disputes": "−", "mentions": "·"}
_STYLE = {"supports": "green", "disputes": "red", "mentions": "dim"}
_UNKNOWN = "—"


def event_lines(row: EventRow, most: int) -> Iterator[Text]:
    """An event: what, who, when, where; how sure and why; the words it rests on."""
    record = row.record
    sides = [names(actor.name for actor in side) for side in (record.actors, record.recipients)]
    when = record.time.edtf if record.time else "time unknown"
    where = record.place.name if record.place else "place unknown"
    yield Text.assemble(
        (record.type.value, "bold"), f"  {sides[0]} → {sides[1]}  ·  {when}  ·  {where}"
    )
    yield from _grounds(record, row.evidence, most)


def tie_lines(row: TieRow, most: int) -> Iterator[Text]:
    """A state of a relation: which, between whom, from when to when; why; the words."""
    record = row.record
    start, end = record.start or "unknown", record.end or "open"
    yield Text.assemble(
        (record.state.value, "bold"),
        f"  {record.names[0]} – {record.names[1]}  ·  {start} to {end}",
    )
    yield from _grounds(record, row.evidence, most)


def _grounds(record: object, evidence: tuple[EvidenceRow, ...], most: int) -> Iterator[Text]:
    reports, origins, sources, digit, because = (
        getattr(record, name)
        for name in ("reports", "origins", "sources", "credibility", "because")
    )
    counts = (
        f"{plural(reports, 'report')}, {plural(origins, 'origin')}, {plural(sources, 'source')}"
    )
    yield Text(f"  credibility {digit}, {CREDIBILITY[digit]}: {counts}", style="cyan")
    for reason in because:
        yield Text(f"    {reason}", style="dim")
    for words in evidence[:most]:
        yield _quotation(words)
    if len(evidence) > most:
        yield Text(f"  and {plural(len(evidence) - most, 'more sentence')}", style="dim")


def _quotation(row: EvidenceRow) -> Text:
    said = f"{row.outlet or 'unknown outlet'}, {row.published or 'undated'}"
    source = f"; {row.source}" if row.source else ""
    stance = f"; {row.stance}" if row.stance != "asserted" else ""
    return Text.assemble(
        (f"  {_SIGN[row.side]} ", _STYLE[row.side]),
        f"“{' '.join(row.text.split())}”",
        (f"  [{said}{source}{stance}]", "dim"),
    )


def lineage_cells(row: LineageRow) -> tuple[str, ...]:
    """A report's lineage as cells: report, relation, from whom, origin, why."""
    record = row.record
    origin = record.agency or row.copied_outlet or _UNKNOWN
    copies = origin if record.relation is not Relation.INDEPENDENT else _UNKNOWN
    return (
        row.title or record.report,
        row.outlet or _UNKNOWN,
        row.published or "undated",
        record.relation.value,
        copies,
        record.origin,
        "; ".join(record.because),
    )


def claim_cells(row: ClaimRow) -> tuple[str, ...]:
    """A claim as cells: who, what, to whom, where, when, who says so, how, the words."""
    return (
        names(row.who),
        row.type,
        names(row.whom),
        row.place or _UNKNOWN,
        row.time or _UNKNOWN,
        row.source or "the outlet",
        row.stance,
        f"{row.outlet or _UNKNOWN}, {row.published or 'undated'}",
        row.evidence,
    )


def page_lines(page: ReportPage) -> Iterator[Text]:
    """A report with the words of its claims underlined and its claims listed under the text."""
    report = page.report
    for label, stated in (
        ("title", report.title),
        ("outlet", report.outlet),
        ("byline", report.byline),
        ("agency", report.agency),
        ("published", report.published),
    ):
        if stated is not None:
            yield Text.assemble((f"{label}: ", "dim"), f"{stated.value} ({stated.basis.value})")
    yield Text(f"id: {report.id}", style="dim")
    yield Text("")
    text = Text()
    for segment in page.segments:
        style = "dim italic" if segment.aside else "underline" if segment.claims else ""
        text.append(segment.text, style=style)
    yield text
    yield Text("")
    for number, claim in enumerate(page.claims, start=1):
        yield from _claim_lines(number, claim)


def _claim_lines(number: int, row: ClaimRow) -> Iterator[Text]:
    source = f"  ·  {row.source or 'the outlet'} says so  ·  {row.stance}"
    circumstances = "".join(f"  ·  {value}" for value in (row.time, row.place) if value)
    yield Text.assemble(
        (f"{number:3} ", "dim"),
        (row.type, "bold"),
        f"  {names(row.who)} → {names(row.whom)}{circumstances}{source}",
        (f"  “{row.record.trigger.text}”", "dim"),
    )


def names(listed: Iterable[str]) -> str:
    """Names with commas, or a dash where there are none."""
    return ", ".join(listed) or _UNKNOWN


def plural(count: int, noun: str) -> str:
    """ "1 report", "3 reports"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
