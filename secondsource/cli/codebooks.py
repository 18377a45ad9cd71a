"""The command that checks a codebook of the user's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secondsource.cli.options import Format, FormatOption, RegistryOption, registry_of
from secondsource.cli.output import note, print_records, print_table

if TYPE_CHECKING:
    from pydantic import RootModel

    from secondsource.claims import Agreement, Measure, TypeAgreement

COLUMNS = ("type", "coded by", "examples", "right", "wrong", "missed", "P", "R", "F1", "kappa")
NONE = "—"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    codebook = typer.Typer(help="Look after a codebook of your own types.", no_args_is_help=True)
    codebook.callback()(_group)
    codebook.command()(check)
    app.add_typer(codebook, name="codebook")


def _group() -> None:
    """Commands of a codebook stand after its name, also while there is only one."""


def check(
    file: Annotated[Path, typer.Argument(help="Your codebook, YAML.", show_default=False)],
    registry: RegistryOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Check a codebook, and print how well it agrees with its own examples.

    Everything that is wrong with the file is told at once, each with its line and what to write.
    For each type there are figures of its words, of its likeness to the examples
    (cross-validated, so that no example is compared with itself), and of either, which is how
    claims are coded.

    \b
    Example:
      secondsource codebook check samples/codebook.yaml
    """
    from secondsource.pipeline import check_codebook

    found = check_codebook(file, registry=registry_of(registry))
    if form is Format.JSONL:
        print_records(_records(found))
    else:
        print_table(COLUMNS, _rows(found))
    for line in _notes(found):
        note(line)


def _measures(row: TypeAgreement) -> Iterator[tuple[str, Measure, float | None]]:
    yield "lexicon", row.by_lexicon, None
    if row.by_examples is not None:
        yield "examples", row.by_examples, None
    yield "either", row.by_either, row.kappa


def _rows(found: Agreement) -> Iterator[tuple[str, ...]]:
    for row in found.types:
        for coder, measure, kappa in _measures(row):
            counts = (row.examples, measure.right, measure.wrong, measure.missed)
            shares = (measure.precision, measure.recall, measure.f1, kappa)
            yield (row.name, coder, *map(str, counts), *map(_share, shares))


def _share(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"


def _records(found: Agreement) -> Iterator[RootModel[Any]]:
    from pydantic import RootModel

    for row in found.types:
        for coder, measure, kappa in _measures(row):
            yield RootModel[Any](
                {
                    "codebook": found.codebook,
                    "type": row.name,
                    "by": coder,
                    "examples": row.examples,
                    "right": measure.right,
                    "wrong": measure.wrong,
                    "missed": measure.missed,
                    "precision": measure.precision,
                    "recall": measure.recall,
                    "f1": measure.f1,
                    "kappa": kappa,
                }
            )


def _notes(found: Agreement) -> Iterator[str]:
    from secondsource.claims import too_few

    types = f"{len(found.types)} type{'' if len(found.types) == 1 else 's'}"
    yield f"{found.codebook}: {types}, {found.examples} examples, kappa {_share(found.kappa)}"
    for row in found.types:
        if row.with_roles:
            yield f"{row.name}: source and target right in {row.roles} of {row.with_roles}"
        if row.unclaimed:
            step = "add the words that tell of it to its lexicon"
            yield f"{row.name}: no claim of its parent in {row.unclaimed} examples ({step})"
        if (missing := too_few(row)) is not None:
            yield missing
    for words in found.unused:
        yield f"no example has the words {words} (write lemmas: besiege, not besieged)"
