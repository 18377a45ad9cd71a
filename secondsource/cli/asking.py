"""Commands that ask the ledger what happened, who says so, and how that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.filters import (
    ActorOption,
    BetweenOption,
    CodeOption,
    CountryOption,
    KindOption,
    ModalityOption,
    PlaceOption,
    PolarityOption,
    ReportOption,
    SinceOption,
    TypeOption,
    UntilOption,
    member,
)
from secondsource.cli.options import (
    SENTENCES,
    AllOption,
    Format,
    FormatOption,
    LedgerOption,
    MostOption,
    ReliabilityOption,
    SentencesOption,
    ledger_of,
    most_of,
    ratings_of,
)
from secondsource.cli.output import (
    note,
    on_terminal,
    print_blocks,
    print_lines,
    print_records,
    print_table,
)

if TYPE_CHECKING:
    from secondsource.pipeline import Workspace

CLAIM_COLUMNS = ("who", "what", "to whom", "where", "when", "says who", "how", "in", "words")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (claims, events, ties, contradictions, lineage, show, search):
        app.command()(command)


def _open(ledger: str | None) -> Workspace:
    from secondsource.pipeline import open_workspace

    return open_workspace(ledger_of(ledger), create=False)


def claims(
    ledger: LedgerOption = None,
    report: ReportOption = None,
    actor: ActorOption = None,
    between: BetweenOption = None,
    kind: KindOption = None,
    claim_type: TypeOption = None,
    code: CodeOption = None,
    polarity: PolarityOption = None,
    modality: ModalityOption = None,
    place: PlaceOption = None,
    country: CountryOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print who did what to whom, and who says so.

    Each claim comes with where and when, how surely it is put, and the report's words.

    \b
    Examples:
      secondsource claims --actor nusra-front --type ASSAULT
      secondsource claims --report samples/reports/01.txt --format jsonl
    """
    from secondsource.claims import ClaimKind, Modality, Polarity
    from secondsource.cli.wording import claim_cells, claim_lines
    from secondsource.pipeline import Wanted, claim_filter
    from secondsource.views import claim_records, claim_rows

    wanted = Wanted(
        report=report,
        actor=actor,
        between=between,
        kind=member(ClaimKind, kind),
        type=claim_type.value if claim_type else None,
        code=code,
        polarity=member(Polarity, polarity),
        modality=member(Modality, modality),
        place=place,
        country=country,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    with _open(ledger) as workspace:
        found = claim_filter(workspace.ledger, wanted)
        if form is Format.JSONL:
            print_records(claim_records(workspace.ledger, found))
        elif on_terminal():
            print_blocks(map(claim_lines, claim_rows(workspace.ledger, found)))
        else:
            print_table(CLAIM_COLUMNS, map(claim_cells, claim_rows(workspace.ledger, found)))


def events(
    ledger: LedgerOption = None,
    most: MostOption = None,
    everything: AllOption = False,
    sentences: SentencesOption = SENTENCES,
    reliability: ReliabilityOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print what happened, by how many origins, and how surely.

    In a table those that most independent origins tell of come first; those alike by what is known
    of them, then in the order of time.

    \b
    Examples:
      secondsource events --most 12
      secondsource events --format jsonl | jq 'select(.origins > 1)'
    """
    from secondsource.cli.ranking import first, strongest_events
    from secondsource.cli.wording import LEGEND, event_lines
    from secondsource.views import rate_event

    ratings = ratings_of(reliability)
    with _open(ledger) as workspace:
        rows = tuple(rate_event(row, ratings) for row in workspace.events())
    limit = most_of(most, form, everything=everything)
    ranked = rows if form is Format.JSONL and limit is None else strongest_events(rows)
    shown = first(ranked, limit)
    if form is Format.JSONL:
        print_records(row.record for row in shown)
        return
    _explain(LEGEND)
    print_blocks(event_lines(row, sentences) for row in shown)
    _say_rest(len(rows) - len(shown), "event")


def ties(
    ledger: LedgerOption = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Only between these two actors: ids or names.", metavar="A B"),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Only what held then: a date in EDTF.", metavar="DATE")
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option(help="Only from reports published by then: a date in EDTF.", metavar="DATE"),
    ] = None,
    most: MostOption = None,
    everything: AllOption = False,
    sentences: SentencesOption = SENTENCES,
    reliability: ReliabilityOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print how actors stood to each other over time.

    --as-of asks what held on a day, --known-by what could be known by a day. A table has the pairs
    of actors first that most is told of, and all states of a pair in the order of time; --most
    counts pairs there.

    \b
    Examples:
      secondsource ties --between islamic-state "Nusra Front"
      secondsource ties --as-of 2014-11-20 --known-by 2014-12-01
    """
    from secondsource.cli.ranking import first, strongest_pairs
    from secondsource.cli.wording import LEGEND, tie_lines
    from secondsource.views import rate_tie

    ratings = ratings_of(reliability)
    with _open(ledger) as workspace:
        found = workspace.ties(between, as_of=as_of, known_by=known_by)
        rows = tuple(rate_tie(row, ratings) for row in found)
    limit = most_of(most, form, everything=everything)
    if form is Format.JSONL and limit is None:
        print_records(row.record for row in rows)
        return
    pairs = strongest_pairs(rows)
    shown = [row for pair in first(pairs, limit) for row in pair]
    if form is Format.JSONL:
        print_records(row.record for row in shown)
        return
    _explain(LEGEND)
    print_blocks(tie_lines(row, sentences) for row in shown)
    _say_rest(max(0, len(pairs) - (limit or len(pairs))), "pair")


def contradictions(
    ledger: LedgerOption = None,
    most: MostOption = None,
    everything: AllOption = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print pairs of claims that cannot both hold.

    Each comes with its reason and the sentences of both reports. Copies of one text, a later
    change, and a figure that its own source has replaced contradict nothing.

    \b
    Example:
      secondsource contradictions --format jsonl | jq 'select(.kind == "count")'
    """
    from secondsource.cli.ranking import first
    from secondsource.cli.wording_disputes import contradiction_lines

    with _open(ledger) as workspace:
        rows = tuple(workspace.contradictions())
    shown = first(rows, most_of(most, form, everything=everything))
    if form is Format.JSONL:
        print_records(shown)
        return
    print_blocks(map(contradiction_lines, shown))
    _say_rest(len(rows) - len(shown), "contradiction")


def lineage(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """Print which report's text or information comes from which.

    In a table the reports of one origin stand together, the origins with most reports first; those
    that share none come last.

    \b
    Example:
      secondsource lineage --format jsonl
    """
    from secondsource.cli.ranking import largest_origins
    from secondsource.cli.wording import origin_lines

    with _open(ledger) as workspace:
        rows = workspace.lineage()
    if form is Format.JSONL:
        print_records(row.record for row in rows)
    else:
        print_blocks(map(origin_lines, largest_origins(rows)))


def show(
    report: Annotated[
        str, typer.Argument(help="A report: its id, the start of it, its path or its file name.")
    ],
    ledger: LedgerOption = None,
    why: Annotated[
        bool, typer.Option("--why", help="Each part of each claim with the words that gave it.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print a report, the words of its claims underlined.

    The claims are numbered in the text and listed below it. As jsonl, its claims only, or with
    --why their parts.

    \b
    Examples:
      secondsource show 01-sample-wire-agency-report.txt
      secondsource show 01-sample-wire-agency-report.txt --why
    """
    from secondsource.cli.page import page_lines
    from secondsource.cli.rows import row_record

    with _open(ledger) as workspace:
        page = workspace.show(report)
        reasons = workspace.why(report) if why else ()
    if form is Format.JSONL and why:
        print_records(map(row_record, reasons))
    elif form is Format.JSONL:
        print_records(row.record for row in page.claims)
    else:
        print_lines(page_lines(page, reasons))


def search(
    words: Annotated[
        list[str], typer.Argument(help='Words that must all be there; "a phrase" in quotes.')
    ],
    ledger: LedgerOption = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of each sort.")] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """Search reports and claims for words, best hits first.

    \b
    Example:
      secondsource search convoy Atareb
    """
    from secondsource.cli.page import hit_lines
    from secondsource.cli.rows import row_record

    with _open(ledger) as workspace:
        page = workspace.search(" ".join(words), limit)
    rows = (*page.reports, *page.claims)
    if form is Format.JSONL:
        print_records(map(row_record, rows))
    else:
        print_blocks(hit_lines(row, {False: "report", True: "claim"}) for row in rows)
        if not rows:
            note("nothing holds all of these words")


def _explain(legend: str) -> None:
    if on_terminal():
        note(f"{legend}\n")


def _say_rest(count: int, noun: str) -> None:
    if count > 0:
        more = f"{count:,} more {noun}" + ("" if count == 1 else "s")
        note(f"and {more}; --all prints them, --format jsonl writes them for programs")
