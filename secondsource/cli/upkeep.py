"""Commands that look after the installation and the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from secondsource.cli.options import DEFAULT_LEDGER, LedgerOption
from secondsource.cli.output import console
from secondsource.errors import SecondsourceError

SOMETHING_AMISS = 1


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(overview)
    app.command()(withdraw)
    app.command()(doctor)


def overview(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Count what the ledger holds, and say how to look closer."""
    from secondsource.pipeline import open_workspace

    with open_workspace(ledger, create=False) as workspace:
        found = workspace.overview()
    out = console()
    out.print(f"ledger {found.ledger}", markup=False)
    out.print(
        f"  {found.reports:,} reports, {found.claims:,} claims, {found.actors:,} actors, "
        f"{found.places:,} places"
    )
    if found.unread or found.withdrawn:
        out.print(f"  {found.unread:,} not read yet, {found.withdrawn:,} withdrawn")
    for row in found.rejections:
        out.print(f"  rejected {row.inputs:,}: {row.reason}", markup=False)
    out.print("look closer:")
    option = "" if ledger == DEFAULT_LEDGER else f" --ledger {ledger}"
    for command, what in _NEXT:
        out.print(f"  secondsource {command}{option}   {what}", markup=False)


_NEXT = (
    ("reports", "the reports with their ids"),
    ("show REPORT", "one report, its claims underlined"),
    ("claims --format jsonl", "every claim with its evidence, for other programs"),
    ("ties --between A B --known-by DATE", "what was known by a day"),
    ("search WORDS", "full text"),
)


def withdraw(
    report: Annotated[str, typer.Argument(help="A report: its id, the start of it, or its path.")],
    who: Annotated[str, typer.Option(help="Who decides this.")],
    why: Annotated[str, typer.Option(help="Why, for the log.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Take a report out of the present picture; it stays in the ledger, and so does the reason."""
    from secondsource.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        found = opened.report(report)
        opened.withdraw(found.id, who=who, why=why)
    console().print(f"withdrawn {found.id}", markup=False)


def doctor(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Check the models, the data and the ledger, and say what to do."""
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("python", _python),
        ("language model", _model),
        ("lexicons", _lexicons),
        ("actor registry", _registry),
        ("gazetteer", _gazetteer),
        ("ledger", lambda: _ledger(ledger)),
    )
    results = [_check(name, check) for name, check in checks]
    if not all(results):
        raise typer.Exit(SOMETHING_AMISS)


def _check(name: str, check: Callable[[], str]) -> bool:
    out = console()
    try:
        found = check()
    except SecondsourceError as error:
        out.print(f"[red]amiss[/red]  {name}: ", end="")
        out.print(str(error), markup=False)
        return False
    out.print(f"[green]good[/green]   {name}: ", end="")
    out.print(found, markup=False)
    return True


def _python() -> str:
    return sys.version.split()[0]


def _model() -> str:
    from secondsource.annotations import load_resources

    load_resources()
    return "loaded"


def _lexicons() -> str:
    from secondsource.claims import load_lexicon

    counts = [
        f"{sum(map(len, lexicon.verbs.values())) + sum(map(len, lexicon.nouns.values()))} {name}"
        for name in ("events", "ties")
        for lexicon in [load_lexicon(name)]
    ]
    return ", ".join(counts) + " phrases"


def _registry() -> str:
    from secondsource.annotations import load_resources

    return f"{len(load_resources().registry.actors):,} actors"


def _gazetteer() -> str:
    from secondsource.annotations import load_resources

    return str(load_resources().gazetteer)


def _ledger(place: str) -> str:
    from pathlib import Path

    from secondsource.ledger import open_ledger

    if "://" not in place and not Path(place).exists():
        return f"{place} is not there yet; `secondsource ingest` makes it"
    with open_ledger(place, create=False) as opened:
        counts = opened.counts()
    return f"{place}: {counts.reports:,} reports, {counts.claims:,} claims"
