"""The front door of reading: a path or an address in, reports and rejections out.

No single bad input stops a batch. Reading is lazy and in a fixed order. It goes in two steps, so
that a caller who keeps the hashes of what it has read can skip the second, dear one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from secondsource.errors import InputRejected
from secondsource.reports.options import ReadOptions
from secondsource.reports.readers.expansion import expand
from secondsource.reports.readers.feed import read_feed
from secondsource.reports.readers.html import read_html
from secondsource.reports.readers.inputs import Input, Upload
from secondsource.reports.readers.kinds import Kind
from secondsource.reports.readers.pdf import read_pdf
from secondsource.reports.readers.plain import read_plain
from secondsource.reports.readers.row import read_row
from secondsource.reports.records import Report
from secondsource.reports.rejection import Rejection, rejection


def read(
    path_or_url: str | Path, options: ReadOptions | None = None
) -> Iterator[Report | Rejection]:
    """Every report in a file, folder, archive, feed or at an http(s) address.

    A string that begins with ``http://`` or ``https://`` is fetched, since the user named it;
    anything else is a path. Rejections come in place of what could not be read.
    """
    chosen = options or ReadOptions()
    for found in inputs(path_or_url, chosen):
        if isinstance(found, Rejection):
            yield found
        else:
            yield from reports_in(found, chosen)


def inputs(
    path_or_url: str | Path | Upload, options: ReadOptions | None = None
) -> Iterator[Input | Rejection]:
    """The first step of `read`: the documents with their bytes, not yet read.

    An `Upload` is opened as the file would be that it holds.
    """
    return expand(path_or_url, options or ReadOptions())


def reports_in(source: Input, options: ReadOptions | None = None) -> Iterator[Report | Rejection]:
    """The second step of `read`: the reports in one document, most often one."""
    chosen = options or ReadOptions()
    try:
        yield from _reports(source, chosen)
    except InputRejected as error:
        yield rejection(error, source.sha256)


def _reports(source: Input, options: ReadOptions) -> Iterator[Report | Rejection]:
    match source.kind:
        case Kind.HTML:
            yield read_html(source)
        case Kind.PDF:
            yield read_pdf(source, options.limits)
        case Kind.FEED:
            yield from read_feed(source)
        case Kind.ROW:
            yield read_row(source, options.columns)
        case _:
            yield read_plain(source)
