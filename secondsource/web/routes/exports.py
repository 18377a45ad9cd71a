"""The ledger in the formats of other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from starlette.responses import Response, StreamingResponse

from secondsource.errors import UsageError
from secondsource.exports import FORMATS, Part, Tally, filters_of, format_of, select
from secondsource.pipeline import Wanted, claim_filter, zipped
from secondsource.views import about
from secondsource.web.pages import json_answer
from secondsource.web.parameters import LedgerParameter

ZIP = "zip"
ZIP_MEDIA = "application/zip"
NAMES = (*(form.name for form in FORMATS), ZIP)
MEDIA = sorted({ZIP_MEDIA, *(part.media for form in FORMATS for part in form.parts)})

router = APIRouter(prefix="/api/exports", tags=["exports"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One file of a format."""

    name: str = field(metadata=about("What to ask for as `what`."))
    media: str = field(metadata=about("Its media type."))
    help: str = field(metadata=about("What it holds."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForm:
    """One format, the main file first."""

    name: str = field(metadata=about("Its name in the address."))
    title: str = field(metadata=about("What it is."))
    files: tuple[ExportFile, ...] = field(metadata=about("Its files."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsContext:
    """The formats that a ledger is written in."""

    formats: tuple[ExportForm, ...] = field(metadata=about("All of them."))


def _wanted(  # noqa: PLR0913, PLR0917 - a filter per parameter is the point of it
    report: Annotated[str | None, Query(max_length=500, description="Of this report.")] = None,
    actor: Annotated[str | None, Query(max_length=500, description="An id or a name.")] = None,
    type: Annotated[str | None, Query(max_length=40, description="PLOVER type or tie.")] = None,  # noqa: A002
    place: Annotated[str | None, Query(max_length=500, description="Number or name.")] = None,
    country: Annotated[str | None, Query(max_length=2, description="ISO 3166-1 alpha-2.")] = None,
    since: Annotated[date | None, Query(description="The first day.")] = None,
    until: Annotated[date | None, Query(description="The last day.")] = None,
) -> Wanted:
    return Wanted(
        report=report,
        actor=actor,
        type=type,
        place=place,
        country=country,
        since=since,
        until=until,
    )


@router.get("", summary="Formats of exports", response_model=ExportsContext)
def formats(request: Request) -> Response:
    """The formats, each with its files."""
    found = tuple(
        ExportForm(name=form.name, title=form.title, files=tuple(map(_file, form.parts)))
        for form in FORMATS
    )
    whole = ExportFile(name=ZIP, media=ZIP_MEDIA, help="The facts, and every other format.")
    everything = ExportForm(name=ZIP, title="Everything, with checksums", files=(whole,))
    return json_answer(request, ExportsContext(formats=(*found, everything)))


@router.get(
    "/{format}",
    summary="An export",
    response_class=Response,
    responses={200: {"content": {media: {} for media in MEDIA}}},
)
def export(
    ledger: LedgerParameter,
    wanted: Annotated[Wanted, Depends(_wanted)],
    format: Annotated[str, Path(json_schema_extra={"enum": list(NAMES)})],  # noqa: A002
    what: Annotated[
        str | None, Query(max_length=40, description="Which file of it; the main one if not given.")
    ] = None,
    unmasked: Annotated[
        bool, Query(description="With the names of private persons, as the pages have them.")
    ] = False,
) -> Response:
    """The ledger, or what of it fits; names of private persons are masked unless asked for."""
    if format not in NAMES:
        raise HTTPException(404, f"“{format}” is no format: there are {', '.join(NAMES)}.")
    if format == ZIP:
        if wanted != Wanted() or what is not None:
            raise UsageError("zip", "it always holds the whole ledger", "leave filters out")
        return _attached(zipped(ledger, Tally(), unmasked=unmasked), "secondsource.zip", ZIP_MEDIA)
    form = format_of(format)
    part = form.part(what) if what else form.parts[0]
    filters = filters_of(claim_filter(ledger, wanted))
    selection = select(ledger, filters, unmasked=unmasked)
    name = f"{part.name}.{part.ending.removeprefix('.')}"
    return _attached(part.write(selection, Tally()), name, part.media)


def _attached(stream: Iterator[bytes], name: str, media: str) -> Response:
    """A file, sent as it is written; what fails at its first bytes is still told as a problem."""
    first = next(stream, b"")
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(chain((first,), stream), media_type=media, headers=headers)


def _file(part: Part) -> ExportFile:
    return ExportFile(name=part.name, media=part.media, help=part.help)
