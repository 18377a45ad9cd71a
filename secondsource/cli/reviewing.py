"""``review``: what is to be reviewed, and what a reviewer decides about claims and events."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.deciding import WhoOption, WhyOption, login_name
from secondsource.cli.options import Format, FormatOption, LedgerOption, ledger_of
from secondsource.cli.output import note, print_records, print_table
from secondsource.errors import UsageError

if TYPE_CHECKING:
    from secondsource.ledger import Decision
    from secondsource.pipeline import CorrectionGiven, Workspace
    from secondsource.text import Span

ClaimArgument = Annotated[str, typer.Argument(help="A claim, by its id.")]
TypeOption = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="A PLOVER type or a tie.")
]
PolarityOption = Annotated[
    str | None, typer.Option(metavar="POLARITY", help="affirmed, denied or unconfirmed.")
]
ModalityOption = Annotated[
    str | None,
    typer.Option(metavar="MODALITY", help="actual, planned, possible, requested, hypothetical."),
]
SetOption = Annotated[
    str | None,
    typer.Option(
        "--set",
        metavar="JSON",
        help="Fields as the HTTP API takes them, each with the offsets of its words.",
    ),
]


class ReasonOption(Enum):
    """Why a claim is to be reviewed."""

    DISPUTED = "disputed"
    WATCHED = "watched"
    UNSURE = "low confidence"
    SINGLE_ORIGIN = "single-origin"
    REST = "not reviewed"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(
        name="review",
        no_args_is_help=True,
        help=(
            "Decide on claims and events, for good until undone.\n\n"
            "Every decision is logged with who, when and why, and can be undone."
        ),
        epilog="\b\nExample:\n  secondsource review queue",
    )
    for command in (queue, accept, correct, reject, add, merge, split, undo, decisions, agreement):
        group.command()(command)
    app.add_typer(group)


def queue(
    reason: Annotated[
        list[ReasonOption] | None, typer.Option(help="Only claims that stand there for this.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, max=500, help="How many claims to list.")] = 20,
    ledger: LedgerOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the claims to review, what matters most first.

    They are disputed, about what is watched, of low confidence, or told by one origin only; then
    all others. What somebody decided on is not among them.

    \b
    Example:
      secondsource review queue --reason disputed
    """
    from secondsource.ledger import QueueFilter, QueueReason
    from secondsource.pipeline import refresh
    from secondsource.views import queue_lines

    reasons = tuple(QueueReason(one.value) for one in reason or ())
    with _open(ledger) as workspace:
        refresh(workspace.ledger)
        found = queue_lines(workspace.ledger, QueueFilter(reasons=reasons), size=most)
    if form is Format.JSONL:
        print_records(line.row.record for line in found)
        return
    print_table(
        ("claim", "who", "type", "whom", "outlet", "why"),
        (
            (
                line.row.id,
                ", ".join(line.row.who),
                line.row.type,
                ", ".join(line.row.whom),
                line.row.outlet or "",
                "; ".join(line.because) or line.reason,
            )
            for line in found
        ),
    )


def accept(
    claim: ClaimArgument, who: WhoOption = None, why: WhyOption = "", ledger: LedgerOption = None
) -> None:
    """Decide that a claim is right as it stands.

    \b
    Example:
      secondsource review accept c_0123456789abcdef
    """
    with _open(ledger) as workspace:
        _say(workspace.accept_claim(claim, who=login_name(who), why=why))


def reject(
    claim: ClaimArgument, who: WhoOption = None, why: WhyOption = "", ledger: LedgerOption = None
) -> None:
    """Decide that the report makes no such claim.

    \b
    Example:
      secondsource review reject c_0123456789abcdef --why "a headline, not a report"
    """
    with _open(ledger) as workspace:
        _say(workspace.reject_claim(claim, who=login_name(who), why=why))


def correct(
    claim: ClaimArgument,
    type_: TypeOption = None,
    polarity: PolarityOption = None,
    modality: ModalityOption = None,
    values: SetOption = None,
    clear: Annotated[
        list[str] | None, typer.Option(metavar="FIELD", help="A field to take away.")
    ] = None,
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Decide that a claim reads otherwise; what is not given stays as it is.

    \b
    Examples:
      secondsource review correct c_0123456789abcdef --polarity denied
      secondsource review correct c_0123456789abcdef --clear place
      secondsource review correct c_0123456789abcdef --set '{"actors": [{"start": 4, "end": 16}]}'
    """
    from secondsource.pipeline import correction_of

    given = _given(values, type_, polarity, modality, clear)
    with _open(ledger) as workspace:
        report = workspace.ledger.reviews.claim(claim).report
        change = correction_of(workspace.ledger, report, given)
        _say(workspace.correct_claim(claim, change, who=login_name(who), why=why))


def add(
    report: Annotated[str, typer.Argument(help="A report: its id, the start of it, or its path.")],
    type_: Annotated[str, typer.Option("--type", metavar="TYPE", help="A PLOVER type or a tie.")],
    trigger: Annotated[
        str, typer.Option(metavar="WORDS", help="The words that carry the type, or START-END.")
    ],
    evidence: Annotated[
        str, typer.Option(metavar="WORDS", help="The sentence that says it, or START-END.")
    ],
    values: SetOption = None,
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Decide that a report makes a claim that was missed.

    \b
    Example:
      secondsource review add report.txt --type ASSAULT --trigger shelled --evidence 120-201
    """
    from secondsource.pipeline import correction_of

    with _open(ledger) as workspace:
        found = workspace.ledger.report(report)
        change = correction_of(workspace.ledger, found, _given(values, type_, None, None, None))
        made = workspace.add_claim(
            found.id,
            change,
            trigger=_span(found.text, trigger),
            evidence=[_span(found.text, evidence)],
            who=login_name(who),
            why=why,
        )
        note(f"claim {made.decided.subject}")
        _say(made)


def merge(
    events: Annotated[list[str], typer.Argument(help="The events that are one, by id.")],
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Decide that the claims about several events are about one.

    \b
    Example:
      secondsource review merge e_0123456789abcdef e_fedcba9876543210
    """
    with _open(ledger) as workspace:
        _say(workspace.merge_events(*events, who=login_name(who), why=why))


def split(
    event: Annotated[str, typer.Argument(help="An event, by its id.")],
    claims: Annotated[list[str], typer.Argument(help="Those of its claims that are of another.")],
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Decide that some claims about an event are about another one.

    \b
    Example:
      secondsource review split e_0123456789abcdef c_0123456789abcdef
    """
    with _open(ledger) as workspace:
        _say(workspace.split_event(event, claims, who=login_name(who), why=why))


def undo(
    number: Annotated[int, typer.Argument(help="The number of the decision.")],
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Take a decision back; it stays in the log, with who took it back, when and why.

    \b
    Example:
      secondsource review undo 3
    """
    with _open(ledger) as workspace:
        workspace.undo(number, who=login_name(who), why=why)
    note(f"decision {number} is undone")


def decisions(
    claim: Annotated[str | None, typer.Argument(help="Only about this claim, by its id.")] = None,
    ledger: LedgerOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the decisions about claims and events in their order, those undone too.

    \b
    Example:
      secondsource review decisions --format jsonl
    """
    from secondsource.cli.decision_rows import COLUMNS, decision_cells, decision_record

    with _open(ledger) as workspace:
        found = workspace.review_decisions(claim)
    if form is Format.JSONL:
        print_records(map(decision_record, found))
    else:
        print_table(COLUMNS, map(decision_cells, found))


def agreement(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """Say how far reviewers agree on the claims that several of them decided on.

    Krippendorff's alpha for all, Cohen's kappa for each two; 1 is full agreement, 0 as by chance.

    \b
    Example:
      secondsource review agreement
    """
    from pydantic import RootModel

    from secondsource.views import FieldAgreement, agreement_of

    with _open(ledger) as workspace:
        found = agreement_of(workspace.ledger)
    if form is Format.JSONL:
        print_records(RootModel[FieldAgreement](one) for one in found)
        return
    rows = (
        (
            one.part,
            str(one.claims),
            str(one.reviewers),
            _figure(one.alpha),
            "; ".join(f"{' and '.join(two.reviewers)} {_figure(two.kappa)}" for two in one.pairs),
        )
        for one in found
    )
    print_table(("field", "claims", "reviewers", "alpha", "kappa"), rows)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _given(
    values: str | None,
    type_: str | None,
    polarity: str | None,
    modality: str | None,
    clear: list[str] | None,
) -> CorrectionGiven:
    from pydantic import ValidationError

    from secondsource.pipeline import CorrectionGiven

    try:
        read = CorrectionGiven.model_validate_json(values or "{}")
        plain = {"type": type_, "polarity": polarity, "modality": modality}
        named = {name: value for name, value in plain.items() if value is not None}
        cleared = (*read.cleared, *(clear or ()))
        whole = read.model_dump() | named | {"cleared": cleared}
        return CorrectionGiven.model_validate(whole)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "--set"
        raise UsageError(where, first["msg"], "see `secondsource review correct --help`") from error


def _span(text: str, given: str) -> Span:
    from secondsource.text import Span

    start, _, end = given.partition("-")
    if start.isdecimal() and end.isdecimal():
        if int(start) < int(end) <= len(text):
            return Span(int(start), int(end))
        raise UsageError(given, "the report has no such words", f"it has {len(text)} characters")
    at = text.find(given)
    if at < 0 or not given.strip():
        raise UsageError(given, "the words are not in the report", "give START-END")
    if text.find(given, at + 1) >= 0:
        raise UsageError(given, "the words are there several times", "give START-END")
    return Span(at, at + len(given))


def _open(ledger: str | None) -> Workspace:
    from secondsource.pipeline import open_workspace

    return open_workspace(ledger_of(ledger), create=False)


def _say(made: Decision) -> None:
    from secondsource.views import decision_row

    note(f"decision {made.id}: {decision_row(made).said}")
    note(f"take it back with `secondsource review undo {made.id}`")
