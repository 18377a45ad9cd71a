"""``watch``: hear of what is new, changed or newly disputed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secondsource.cli.options import Format, FormatOption, LedgerOption, ledger_of
from secondsource.cli.output import note, print_records, print_table

if TYPE_CHECKING:
    from pydantic import RootModel

    from secondsource.ledger import NewsEntry, WatchEntry
    from secondsource.pipeline import Workspace

COLUMNS = ("watch", "what", "which", "changes", "id")
LIST_COLUMNS = ("name", "actors", "places", "tie", "news")
_FEED_ENTRIES = 200
_SHOWN = 5


class NewsFormat(StrEnum):
    """The forms of news."""

    TABLE = "table"
    JSONL = "jsonl"
    ATOM = "atom"


NameArgument = Annotated[str, typer.Argument(help="The name of a watch.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(
        name="watch",
        help="Hear of what is new, changed or newly disputed.",
        no_args_is_help=True,
    )
    group.command("add")(add)
    group.command("list")(list_watches)
    group.command("remove")(remove)
    group.command("news")(news)
    app.add_typer(group)


def _open(ledger: str | None) -> Workspace:
    from secondsource.pipeline import open_workspace

    return open_workspace(ledger_of(ledger), create=False)


def add(
    actor: Annotated[
        list[str] | None, typer.Option(help="An actor: its id or a name; may be repeated.")
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(help="A place: its GeoNames id or a name; may be repeated."),
    ] = None,
    tie: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Two actors and all that is between them."),
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="What to call it.", show_default="what is named")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Watch actors, places or a tie from now on.

    Actors and places given together mean events of one of the actors at one of the places.

    \b
    Examples:
      secondsource watch add --tie islamic-state nusra-front
      secondsource watch add --actor hazm-movement --place Atareb --name hazm
    """
    with _open(ledger) as workspace:
        made = workspace.add_watch(actors=actor or (), places=place or (), tie=tie, name=name)
    note(f"watching {made.name}; what is known by now is no news")


def list_watches(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """List the watches, and how much news of each nobody has looked at yet.

    \b
    Example:
      secondsource watch list
    """
    with _open(ledger) as workspace:
        entries = workspace.ledger.watches.all()
    if form is Format.JSONL:
        print_records(map(_watch_record, entries))
    else:
        print_table(LIST_COLUMNS, map(_cells, entries))


def remove(name: NameArgument, ledger: LedgerOption = None) -> None:
    """Stop watching, and drop the news of it.

    \b
    Example:
      secondsource watch remove hazm
    """
    with _open(ledger) as workspace:
        workspace.ledger.watches.remove(name)
    note(f"not watching {name} any more")


def news(
    name: Annotated[
        str | None, typer.Argument(help="The name of a watch.", show_default="all")
    ] = None,
    form: Annotated[
        NewsFormat, typer.Option("--format", "-f", help="How to write.")
    ] = NewsFormat.TABLE,
    keep: Annotated[
        bool, typer.Option("--keep", help="Do not count this as a look: show it again next time.")
    ] = False,
    ledger: LedgerOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to.", show_default="standard output"
        ),
    ] = None,
) -> None:
    """Print what is new, changed or newly disputed since the last look.

    As an Atom feed it is the last 200 pieces of news, looked at or not, and no look.

    \b
    Examples:
      secondsource watch news
      secondsource watch news --format atom -o feed.xml
    """
    with _open(ledger) as workspace:
        workspace.look()
        watches = workspace.ledger.watches
        if form is NewsFormat.ATOM:
            from secondsource.exports import atom_feed

            entries = watches.news(name, unseen=False, most=_FEED_ENTRIES)
            _write(atom_feed(entries, workspace.ledger.shown), output)
            return
        entries = watches.news(name)
        if form is NewsFormat.JSONL:
            _write((f"{record.model_dump_json()}\n" for record in map(_record, entries)), output)
        else:
            print_table(COLUMNS, map(_news_cells, entries))
        if not keep:
            watches.looked(entries)


def _write(lines: Iterable[str], output: Path | None) -> None:
    from secondsource.cli.exporting import write_whole

    if output is None:
        sys.stdout.writelines(lines)
    else:
        write_whole(output, lines)


def tell(entries: Iterable[NewsEntry]) -> None:
    """Say after an ingest what is news, the first few in words."""
    listed = list(entries)
    for one in listed[:_SHOWN]:
        changes = f" ({'; '.join(one.news.changes)})" if one.news.changes else ""
        note(f"{one.news.kind.value}: {one.news.headline}{changes}")
    if len(listed) > _SHOWN:
        note(f"and {len(listed) - _SHOWN:,} more pieces of news")
    if listed:
        note("see `secondsource watch news`")


def _cells(entry: WatchEntry) -> tuple[str, ...]:
    watched = entry.watched
    places = ", ".join(map(str, watched.places))
    return (
        entry.name,
        ", ".join(watched.actors),
        places,
        " – ".join(watched.tie or ()),
        str(entry.news),
    )


def _news_cells(entry: NewsEntry) -> tuple[str, ...]:
    told = entry.news
    return (entry.watch, told.kind.value, told.headline, "; ".join(told.changes), told.matter)


def _watch_record(entry: WatchEntry) -> RootModel[Any]:
    from pydantic import RootModel

    watched = entry.watched
    return RootModel[Any](
        {
            "name": entry.name,
            "actors": watched.actors,
            "places": watched.places,
            "tie": watched.tie,
            "made_at": entry.made_at.isoformat(),
            "news": entry.news,
        }
    )


def _record(entry: NewsEntry) -> RootModel[Any]:
    from pydantic import RootModel

    told = entry.news
    return RootModel[Any](
        {
            "watch": entry.watch,
            "at": entry.at.isoformat(),
            "kind": told.kind.value,
            "matter": told.matter,
            "headline": told.headline,
            "changes": told.changes,
            "claims": told.claims,
        }
    )
