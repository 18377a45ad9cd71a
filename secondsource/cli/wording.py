"""Events, ties, lineage and claims as lines for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from secondsource.claims import Modality
from secondsource.cli.output import Line
from secondsource.cli.wording_disputes import count_words
from secondsource.fusion import Relation, TieStance
from secondsource.views import (
    CREDIBILITY,
    ClaimRow,
    EventRecord,
    EventRow,
    EvidenceRow,
    LineageRow,
    TieRecord,
    TieRow,
    WhenRecord,
)

LEGEND = (
    "+ says so, − denies it, · leaves it open. Credibility 1 to 6 is the Admiralty scale's, of "
    "information and never of people."
)
MUTUAL = frozenset({"ally", "truce", "hostile", "merger", "split"})
UNKNOWN = "—"
_SIGN = {"supports": "+", "disputes": "−", "mentions": "·"}
_STYLE = {"supports": "green", "disputes": "red", "mentions": "dim"}


def event_lines(row: EventRow, most: int) -> Iterator[Line]:
    """An event: what, who, when, where; how sure and why; the words it rests on."""
    record = row.record
    when = _when(record.time) if record.time else "time unknown"
    where = record.place.name if record.place else "place unknown"
    sides = between(
        [party.name for party in record.actors], [party.name for party in record.recipients]
    )
    world = "" if record.modality is Modality.ACTUAL else f" ({record.modality.value})"
    heading = f"{world}  {sides}  ·  {when}  ·  {where}"
    yield Line(text=Text.assemble((record.type.value, "bold"), heading))
    for count in record.counts:
        yield Line(text=Text(count_words(count)), indent=2)
    yield from _grounds(record, row.evidence, most)


def _when(time: WhenRecord) -> str:
    return f"about {time.edtf}" if time.about else time.edtf


def tie_lines(row: TieRow, most: int) -> Iterator[Line]:
    """A state of a relation: which, between whom, from when to when; why; the words."""
    record = row.record
    start, end = record.start or "unknown", record.end or "open"
    arrow = "–" if record.state.value in MUTUAL else "→"
    sides = f" {arrow} ".join(record.names)
    put = "" if record.stance is TieStance.ASSERTED else f" ({record.stance.value})"
    heading = f"{put}  {sides}  ·  {start} to {end}"
    yield Line(text=Text.assemble((record.state.value, "bold"), heading))
    yield from _grounds(record, row.evidence, most)


def _grounds(
    record: EventRecord | TieRecord, evidence: Sequence[EvidenceRow], most: int
) -> Iterator[Line]:
    counts = ", ".join(
        (
            plural(record.reports, "report"),
            plural(record.origins, "origin"),
            plural(record.sources, "source"),
        )
    )
    digit = record.credibility
    yield Line(
        text=Text(f"credibility {digit}, {CREDIBILITY[digit]}: {counts}", style="cyan"), indent=2
    )
    yield Line(text=Text(f"because {'; '.join(record.because)}", style="dim"), indent=2)
    if record.reliability:
        rated = ", ".join(
            f"{one.outlet} {one.reliability} ({one.meaning})" for one in record.reliability
        )
        yield Line(text=Text(f"rated by you: {rated}", style="cyan"), indent=2)
    for one in record.contradictions:
        yield Line(text=Text(f"disputed: {one.because}", style="red"), indent=2)
    sentences = _told_alike(evidence)
    for rows in sentences[:most]:
        yield _quotation(rows)
    if len(sentences) > most:
        more = plural(len(sentences) - most, "more sentence")
        yield Line(text=Text(f"and {more}", style="dim"), indent=2)


def _told_alike(evidence: Iterable[EvidenceRow]) -> list[list[EvidenceRow]]:
    """Rows with the same words and side together, first printed first: a reprint adds no line."""
    told: dict[tuple[str, str], list[EvidenceRow]] = {}
    for row in evidence:
        told.setdefault((row.side, _one_line(row.text)), []).append(row)
    return [sorted(rows, key=lambda row: row.published or "~") for rows in told.values()]


def _quotation(rows: Sequence[EvidenceRow]) -> Line:
    row = rows[0]
    outlets = dict.fromkeys(
        f"{one.outlet or 'unknown outlet'}, {day(one.published)}" for one in rows
    )
    source = f"; {row.source.rstrip(' ,;')}" if row.source else ""
    stance = f"; {row.stance}" if row.stance != "asserted" else ""
    return Line(
        text=Text.assemble(
            (f"{_SIGN[row.side]} ", _STYLE[row.side]),
            f"“{_one_line(row.text)}”",
            (f"  [{'; also '.join(outlets)}{source}{stance}]", "dim"),
        ),
        indent=2,
    )


def origin_lines(rows: Sequence[LineageRow]) -> Iterator[Line]:
    """The reports of one origin: each with its relation, from whom, and why."""
    for row in rows:
        record = row.record
        about = f"{row.outlet or 'unknown outlet'}, {day(row.published)}"
        yield Line(
            text=Text.assemble(
                (record.relation.value, "bold"), f"  {about}  ·  {row.title or record.report}"
            )
        )
        source = record.agency or row.copied_outlet
        told = f"from {source}: " if source and record.relation is not Relation.INDEPENDENT else ""
        yield Line(text=Text(f"{told}{'; '.join(record.because)}", style="dim"), indent=2)


def claim_lines(row: ClaimRow) -> Iterator[Line]:
    """A claim: what, who, when, where; who says so and how; each link of the chain; the words."""
    when, where = row.time or "time unknown", row.place or "place unknown"
    yield Line(
        text=Text.assemble(
            (typed(row), "bold"), f"  {between(row.who, row.whom)}  ·  {when}  ·  {where}"
        )
    )
    said = f"{according_to(row.source)}  ·  {row.stance}"
    outlet = f"{row.outlet or 'unknown outlet'}, {day(row.published)}"
    yield Line(text=Text(f"{said}  ·  {outlet}  ·  {row.id}", style="dim"), indent=2)
    yield from chain_lines(row.chain, indent=4)
    yield Line(text=Text(f"“{row.evidence}”"), indent=2)


def typed(row: ClaimRow) -> str:
    """The type of a claim with those of the user's codebook: "COERCE (siege)"."""
    own = ", ".join(code.type for code in row.record.codes)
    return f"{row.type} ({own})" if own else row.type


def chain_lines(chain: Sequence[str], indent: int) -> Iterator[Line]:
    """The links of an attribution chain, from the outlet outwards, numbered if there are more."""
    for number, link in enumerate(chain, start=1):
        label = f"source {number} of {len(chain)}" if len(chain) > 1 else "source"
        yield Line(text=Text(f"{label}: {link}", style="dim"), indent=indent)


def claim_cells(row: ClaimRow) -> tuple[str, ...]:
    """A claim as cells: who, what, to whom, where, when, who says so, how, where told, words."""
    return (
        names(row.who),
        typed(row),
        names(row.whom),
        row.place or UNKNOWN,
        row.time or UNKNOWN,
        row.source or UNKNOWN,
        row.stance,
        f"{row.outlet or UNKNOWN}, {day(row.published)}",
        row.evidence,
    )


def between(who: Sequence[str], whom: Sequence[str]) -> str:
    """ "A → B", or "A, B to each other" where both sides are the same."""
    if len(who) > 1 and set(who) == set(whom):
        return f"{names(who)} to each other"
    return f"{names(who)} → {names(whom)}"


def according_to(source: str | None) -> str:
    """Whoever says so; the outlet where it asserts it itself."""
    return f"according to {source.rstrip(' ,;')}" if source else "in the outlet's own voice"


def names(listed: Iterable[str]) -> str:
    """Names with commas, or a dash where there are none."""
    return ", ".join(listed) or UNKNOWN


def day(edtf: str | None) -> str:
    """A date without its hour, or "undated"."""
    return edtf.partition("T")[0] if edtf else "undated"


def plural(count: int, noun: str) -> str:
    """ "1 report", "3 reports"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _one_line(words: str) -> str:
    return " ".join(words.split())
