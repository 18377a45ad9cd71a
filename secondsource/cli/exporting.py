"""The commands that write a ledger for other programs, and make one again from a zip."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.filters import (
    ActorOption,
    BetweenOption,
    CountryOption,
    ModalityOption,
    PlaceOption,
    ReportOption,
    SinceOption,
    TypeOption,
    UntilOption,
    member,
)
from secondsource.cli.options import LedgerOption, ledger_of
from secondsource.cli.output import note
from secondsource.errors import UsageError

if TYPE_CHECKING:
    from secondsource.exports import Format, Part, PartAbout
    from secondsource.pipeline import Wanted, Workspace

_REASONS_SHOWN = 3


class ExportFormat(StrEnum):
    """The formats that are written."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ACLED = "acled"
    UCDP_GED = "ucdp-ged"
    POLECAT = "polecat"
    GDELT = "gdelt"
    FTM = "ftm"
    PROV = "prov"
    GEOJSON = "geojson"
    GRAPHML = "graphml"
    HTML = "html"
    ZIP = "zip"


_BINARY = frozenset({ExportFormat.PARQUET, ExportFormat.ZIP})


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(export)


def export(
    form: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="How to write.", show_default=False)
    ],
    what: Annotated[
        str | None,
        typer.Option(
            "--what",
            metavar="NAME",
            help="Which file of the format, such as claims, events, ties, lineage or mentions.",
            show_default="the first; with -o all that belong together",
        ),
    ] = None,
    ledger: LedgerOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to.", show_default="standard output"
        ),
    ] = None,
    unmasked: Annotated[
        bool, typer.Option("--unmasked", help="Write the names of private persons.")
    ] = False,
    report: ReportOption = None,
    actor: ActorOption = None,
    between: BetweenOption = None,
    claim_type: TypeOption = None,
    modality: ModalityOption = None,
    place: PlaceOption = None,
    country: CountryOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Write the ledger, or what of it fits, for other programs.

    jsonl, csv and parquet hold claims, events, ties or lineage; acled, ucdp-ged, polecat and gdelt
    events as those data sets code them; ftm and prov everything; geojson events, graphml ties;
    html is a dossier to read; zip holds it all, and `import` makes the ledger again from it.
    What a format has no row for and which columns stay empty is said on standard error, and with
    reasons in FILE.about.json. Names of private persons are masked unless you ask for them.

    \b
    Examples:
      secondsource export --format acled -o events.csv
      secondsource export --format csv --what ties --actor "Nusra Front" -o ties.csv
      secondsource export --format zip --unmasked -o everything.zip
    """
    from secondsource.claims import Modality
    from secondsource.pipeline import Wanted, open_workspace

    wanted = Wanted(
        report=report,
        actor=actor,
        between=between,
        type=claim_type.value if claim_type else None,
        modality=member(Modality, modality),
        place=place,
        country=country,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    if output is None and form in _BINARY and sys.stdout.isatty():
        raise UsageError(form.value, "it is no text for a terminal", "name a file with -o")
    with open_workspace(ledger_of(ledger), create=False) as workspace:
        if form is ExportFormat.ZIP:
            if wanted != Wanted() or what is not None:
                raise UsageError("zip", "it always holds the whole ledger", "leave filters out")
            _write_zip(workspace, output, unmasked=unmasked)
        else:
            asked = _Asked(form=form.value, what=what, output=output, unmasked=unmasked)
            _write_format(workspace, wanted, asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What to write, and where to."""

    form: str
    what: str | None
    output: Path | None
    unmasked: bool


def _write_format(workspace: Workspace, wanted: Wanted, asked: _Asked) -> None:
    from secondsource.exports import Tally, about_json, filters_of, format_of, select
    from secondsource.pipeline import claim_filter, refresh

    form = format_of(asked.form)
    refresh(workspace.ledger)
    filters = filters_of(claim_filter(workspace.ledger, wanted))
    selection = select(workspace.ledger, filters, unmasked=asked.unmasked)
    abouts = []
    for part, file in _files(form, asked):
        tally = Tally()
        _send(part.write(selection, tally), file)
        abouts.append(tally.about(part.name))
    if asked.output is not None:
        told = about_json(form, abouts, filters=_given(wanted), masked=selection.persons.known)
        _write_whole(_about(asked.output), [told])
    _say(form, abouts, asked)


def _given(wanted: Wanted) -> dict[str, str]:
    """The filters in force, as they were given."""
    values = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    return {
        name: " and ".join(value) if isinstance(value, tuple) else str(value)
        for name, value in values.items()
        if value is not None
    }


def _files(form: Format, asked: _Asked) -> Iterator[tuple[Part, Path | None]]:
    """The files to write, and where each goes; the others beside the main one, named after it."""
    main = form.parts[0] if asked.what is None else form.part(asked.what)
    yield main, asked.output
    if asked.output is not None and asked.what is None and form.together:
        for part in form.parts[1:]:
            yield part, asked.output.with_name(f"{asked.output.stem}.{part.name}{part.ending}")


def _about(output: Path) -> Path:
    return output.with_name(f"{output.name}.about.json")


def _write_zip(workspace: Workspace, output: Path | None, *, unmasked: bool) -> None:
    from secondsource.exports import Tally
    from secondsource.pipeline import zipped

    tally = Tally()
    _send(zipped(workspace.ledger, tally, unmasked=unmasked), output)
    names = "names as they are" if unmasked else "names of private persons blocked out"
    note(f"zip: {tally.rows} facts, and every format; {names}")


def _say(form: Format, abouts: Iterable[PartAbout], asked: _Asked) -> None:
    """What was written, left out and stayed empty, on standard error."""
    for about in abouts:
        parts = [f"{about.rows} rows"]
        left = sum(one.records for one in about.left_out)
        if left:
            why = [f"{one.records} because {one.why}" for one in about.left_out[:_REASONS_SHOWN]]
            more = ["…"] if len(about.left_out) > _REASONS_SHOWN else []
            parts.append(f"{left} left out ({'; '.join([*why, *more])})")
        empty = [gap.column for gap in about.empty if gap.rows == about.rows]
        if empty:
            parts.append(f"empty throughout: {', '.join(empty)}")
        note(f"{form.name} {about.part}: {'; '.join(parts)}")
    if asked.output is not None:
        note(f"reasons: {_about(asked.output)}")
    elif len(form.parts) > 1 and form.together and asked.what is None:
        others = ", ".join(part.name for part in form.parts[1:])
        note(f"not written: {others} (name a file with -o, or one of them with --what)")


def _send(pieces: Iterable[bytes], file: Path | None) -> None:
    if file is not None:
        _write_whole(file, pieces)
        return
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)


def write_whole(file: Path, lines: Iterable[str]) -> None:
    """Write text such that ``file`` is never there half.

    Raises:
        UsageError: if it cannot be written.
    """
    _write_whole(file, (line.encode() for line in lines))


def _write_whole(file: Path, pieces: Iterable[bytes]) -> None:
    """Write beside ``file`` and rename, so that it is never there half."""
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as stream:
            stream.writelines(pieces)
        part.replace(file)
    except OSError as error:
        raise UsageError(
            str(file), (error.strerror or "cannot be written").lower(), "name another file"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
