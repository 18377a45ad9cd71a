"""``actors`` and the decisions about them: merge, split, rename, undo, and their log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.listing import actors
from secondsource.cli.options import Format, FormatOption, LedgerOption, ledger_of
from secondsource.cli.output import note, print_records, print_table
from secondsource.errors import UsageError

if TYPE_CHECKING:
    from secondsource.ledger import Decision
    from secondsource.pipeline import Workspace

ActorArgument = Annotated[str, typer.Argument(help="An actor: its id or a name.")]
WhoOption = Annotated[
    str | None,
    typer.Option(help="Who decides this, for the log.", show_default="your login name"),
]
WhyOption = Annotated[
    str, typer.Option(help="Why, for the log and for `show --why`.", show_default="no reason")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(name="actors", invoke_without_command=True)
    group.callback()(list_actors)
    for command in (merge, split, rename, undo, decisions):
        group.command()(command)
    app.add_typer(group)


def list_actors(
    context: typer.Context, ledger: LedgerOption = None, form: FormatOption = Format.TABLE
) -> None:
    """List the actors mentioned, or decide who is who.

    A decision changes nothing that was read: it holds for every view and export from then on, also
    for reports that are read later, until it is undone.

    \b
    Examples:
      secondsource actors --format jsonl | jq -r .id
      secondsource actors merge nusra-front "x-front-of-victory"
    """
    if context.invoked_subcommand is None:
        actors(ledger, form)
    elif ledger is not None or form is not Format.TABLE:
        raise UsageError(
            "actors", "an option stands before the subcommand", "put it after the subcommand"
        )


def merge(
    kept: Annotated[str, typer.Argument(help="The actor to keep: its id or a name.")],
    others: Annotated[list[str], typer.Argument(help="Those that are the same actor.")],
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Decide that several actors are one, the first.

    \b
    Example:
      secondsource actors merge nusra-front x-nasra-front --why "a misspelling"
    """
    with _open(ledger) as workspace:
        made = workspace.merge_actors(kept, *others, who=login_name(who), why=why)
        _say(made, workspace)


def split(
    actor: ActorArgument,
    name: Annotated[
        str,
        typer.Argument(help="Whose those mentions are: an id or a name, which may be a new one."),
    ],
    report: Annotated[
        list[str] | None,
        typer.Option(help="The mentions in this report: its id, the start of it, or its path."),
    ] = None,
    called: Annotated[
        list[str] | None, typer.Option(metavar="WORDS", help="The mentions by these words.")
    ] = None,
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Decide that some mentions of an actor are of another.

    Both options may be given several times. With both, a mention must be in one of the reports and
    hold one of the words. The actor's own name makes a new actor of the same name.

    \b
    Examples:
      secondsource actors split x-abu-ahmed "Abu Ahmed" --report reports/07.txt
      secondsource actors split syria-military iraq-military --called "Iraqi army"
    """
    with _open(ledger) as workspace:
        made = workspace.split_actor(
            actor, name, reports=report or (), called=called or (), who=login_name(who), why=why
        )
        _say(made, workspace)


def rename(
    actor: ActorArgument,
    name: Annotated[str, typer.Argument(help="The name to show.")],
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Decide by which name an actor is shown; its id stays.

    \b
    Example:
      secondsource actors rename x-desert-hawks "Desert Hawks Brigade"
    """
    with _open(ledger) as workspace:
        _say(workspace.rename_actor(actor, name, who=login_name(who), why=why), workspace)


def undo(
    number: Annotated[int, typer.Argument(help="The number of the decision.")],
    who: WhoOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Take a decision about actors back.

    It stays in the log, with who took it back, when and why.

    \b
    Example:
      secondsource actors undo 3 --why "two different brigades"
    """
    with _open(ledger) as workspace:
        workspace.undo(number, who=login_name(who), why=why)
    note(f"decision {number} is undone")


def decisions(
    actor: Annotated[
        str | None, typer.Argument(help="Only about this actor: its id or a name.")
    ] = None,
    ledger: LedgerOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the decisions about actors in their order, those undone too.

    \b
    Example:
      secondsource actors decisions nusra-front
    """
    from secondsource.cli.decision_rows import COLUMNS, decision_cells, decision_record

    with _open(ledger) as workspace:
        found = workspace.decisions(actor)
    if form is Format.JSONL:
        print_records(map(decision_record, found))
    else:
        print_table(COLUMNS, map(decision_cells, found))


def _open(ledger: str | None) -> Workspace:
    from secondsource.pipeline import open_workspace

    return open_workspace(ledger_of(ledger), create=False)


def login_name(given: str | None) -> str:
    """Who decides: as said, else whoever is logged in.

    Raises:
        UsageError: if nobody is.
    """
    import getpass

    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("--who", "nobody is logged in by name", "say who decides") from error


def _say(made: Decision, workspace: Workspace) -> None:
    from secondsource.cli.decision_rows import said

    note(f"decision {made.id}: {said(made, workspace.ledger)}")
    note(f"take it back with `secondsource actors undo {made.id}`")
