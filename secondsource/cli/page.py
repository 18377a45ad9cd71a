"""A report with its claims, and search hits, as lines for a reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from secondsource.cli.output import Line
from secondsource.cli.wording import according_to, between, chain_lines, day
from secondsource.views import ClaimRow, HitRow, ReportPage, Segment, WhyRow

# Parts whose value says more than words that happen to be the same.
_VALUED = frozenset({"type", "modality", "polarity"})


def page_lines(page: ReportPage, reasons: Sequence[WhyRow] = ()) -> Iterator[Line]:
    """The report with the words of its claims underlined and numbered, then the claims.

    Under each claim stands its attribution chain, or its ``reasons`` where they are given.
    """
    report = page.report
    for label, stated in (
        ("title", report.title),
        ("outlet", report.outlet),
        ("byline", report.byline),
        ("agency", report.agency),
        ("published", report.published),
    ):
        if stated is not None:
            value = f"{stated.value} ({stated.basis.value})"
            yield Line(text=Text.assemble((f"{label}: ", "dim"), value))
    for label, known in (("path", report.path), ("url", report.url), ("id", report.id)):
        if known is not None:
            yield Line(text=Text.assemble((f"{label}: ", "dim"), known))
    yield Line(text=Text(""))
    yield Line(text=_text(page))
    yield Line(text=Text(""))
    for number, claim in enumerate(page.claims, start=1):
        yield _claim_line(number, claim)
        if not reasons:
            yield from chain_lines(claim.chain, indent=4)
        yield from (_reason_line(row) for row in reasons if row.claim == claim.id)


def _text(page: ReportPage) -> Text:
    numbers = {claim.id: number for number, claim in enumerate(page.claims, start=1)}
    last = {key: segment.span.end for segment in page.segments for key in segment.claims}
    text = Text()
    for segment in page.segments:
        text.append(segment.text, style=_style(segment))
        ending = sorted(numbers[key] for key in segment.claims if last[key] == segment.span.end)
        if ending:
            text.append(f"[{','.join(map(str, ending))}]", style="dim cyan")
    return text


def _style(segment: Segment) -> str:
    if segment.aside:
        return "dim italic"
    return "underline" if segment.claims else ""


def _claim_line(number: int, row: ClaimRow) -> Line:
    told = (row.time, row.place, according_to(row.source), row.stance)
    return Line(
        text=Text.assemble(
            (f"[{number}] ", "dim cyan"),
            (row.type, "bold"),
            f"  {between(row.who, row.whom)}",
            *(f"  ·  {part}" for part in told if part),
            (f"  ·  “{row.record.trigger.text}”", "dim"),
        )
    )


def _reason_line(row: WhyRow) -> Line:
    words = " ".join(row.words.split()) if row.words else None
    quoted = f"“{words}”" if words else ""
    value = "" if row.value == row.words and row.part not in _VALUED else row.value
    offsets = f" [{row.span.start}–{row.span.end}]" if row.span else ""
    because = f"  ({row.because})" if row.because else ""
    return Line(
        text=Text.assemble(
            (f"{row.part}: ", "cyan"),
            "  ".join(part for part in (value, quoted) if part),
            (offsets, "dim"),
            (because, "dim"),
        ),
        indent=4,
    )


def hit_lines(row: HitRow, titles: Mapping[bool, str]) -> Iterator[Line]:
    """A hit: what was found, in which report, and the words around it, those searched in bold."""
    where = row.outlet or row.title or "unknown outlet"
    key = row.claim or row.report
    about = f"{titles[row.claim is not None]}  {where}, {day(row.published)}  {key}"
    yield Line(text=Text(about, style="dim"))
    words = Text(" ".join(row.snippet.split("\n")))
    for hit in row.hits:
        words.stylize("bold", hit.start, hit.end)
    yield Line(text=words, indent=2)
