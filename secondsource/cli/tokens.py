"""The commands about the tokens of `serve`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from secondsource.cli.options import tokens_of
from secondsource.cli.output import note
from secondsource.errors import UsageError


class RoleChoice(StrEnum):
    """What a token allows."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"


NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Whose token it is.")]
TokensOption = Annotated[
    Path | None,
    typer.Option(
        "--tokens",
        metavar="FILE",
        help="The token file.",
        show_default="SECONDSOURCE_TOKENS",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    tokens = typer.Typer(help="Who may use a served ledger, and for what.", no_args_is_help=True)
    tokens.command("add")(add)
    tokens.command("list")(show)
    tokens.command("remove")(remove)
    app.add_typer(tokens, name="token")


def add(
    name: NameArgument,
    role: Annotated[
        RoleChoice, typer.Option(help="read; review: decide and send files in; admin: everything.")
    ] = RoleChoice.READ,
    tokens: TokensOption = None,
) -> None:
    """Make a token and print it, this once: the file keeps only its hash.

    \b
    Example:
      secondsource token add mara --role review --tokens tokens.txt
    """
    from secondsource.web import Role, add_token

    secret = add_token(_file(tokens), name, Role(role.value))
    note(f"The token of {name}, which is not shown again:")
    sys.stdout.write(f"{secret}\n")


def show(tokens: TokensOption = None) -> None:
    """List the names and their roles.

    \b
    Example:
      secondsource token list --tokens tokens.txt
    """
    from secondsource.web import read_tokens

    for token in read_tokens(_file(tokens)):
        sys.stdout.write(f"{token.name}\t{token.role}\n")


def remove(name: NameArgument, tokens: TokensOption = None) -> None:
    """Take a token back; a workbench that is running refuses it at once.

    \b
    Example:
      secondsource token remove mara --tokens tokens.txt
    """
    from secondsource.web import remove_token

    remove_token(_file(tokens), name)
    note(f"The token of {name} is not taken any more.")


def _file(given: Path | None) -> Path:
    path = tokens_of(given)
    if path is None:
        raise UsageError("--tokens", "no token file is named", "give --tokens FILE")
    return path
