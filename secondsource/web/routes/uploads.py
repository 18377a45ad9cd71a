"""Files sent in, and what became of them."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import Annotated

from fastapi import APIRouter, File, HTTPException, Request, UploadFile
from starlette.responses import Response

from secondsource.errors import NotInLedger
from secondsource.reports import Upload
from secondsource.web.guard import ReviewerParameter
from secondsource.web.options import WebOptions
from secondsource.web.pages import json_answer
from secondsource.web.uploads import UploadJob, Uploads

router = APIRouter(prefix="/api", tags=["uploads"])
_LONGEST = 200
JobHeader = {"Location": {"description": "Where to ask for it.", "schema": {"type": "string"}}}


@router.post(
    "/ingest",
    summary="Send files in",
    status_code=202,
    response_model=UploadJob,
    responses={202: {"headers": JobHeader}},
)
def send_in(
    request: Request,
    visitor: ReviewerParameter,
    files: Annotated[list[UploadFile], File(description="Any kind that `ingest` reads.")],
) -> Response:
    """Store files and extract their claims, after those that were sent in before.

    Addresses in them are not fetched. Needs the role review.
    """
    options: WebOptions = request.app.state.options
    uploads: Uploads = request.app.state.uploads
    if len(files) > options.limits.files:
        raise HTTPException(413, f"At most {options.limits.files} files at a time.")
    given = [Upload(name=_name(one, n), data=one.file.read()) for n, one in enumerate(files, 1)]
    job = uploads.add(given, by=visitor.name)
    if job is None:
        raise HTTPException(429, "Too many uploads wait.", {"retry-after": "30"})
    answer = json_answer(request, job, 202)
    answer.headers["location"] = f"/api/jobs/{job.id}"
    return answer


@router.get("/jobs/{job}", summary="What became of files sent in", response_model=UploadJob)
def job(request: Request, job: str) -> Response:
    """How far an upload is, and what was rejected of it."""
    uploads: Uploads = request.app.state.uploads
    found = uploads.get(job)
    if found is None:
        raise NotInLedger(job, "no upload of this id is remembered", "send the files in again")
    return json_answer(request, found)


def _name(file: UploadFile, number: int) -> str:
    """The file's own name without folders; a number where it has none."""
    name = PureWindowsPath(file.filename or "").name
    kept = "".join(letter for letter in name if letter.isprintable()).strip(" .")
    return kept[-_LONGEST:] or f"upload-{number}"
