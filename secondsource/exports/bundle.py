"""A zip with everything: the facts, from which the ledger can be made again, and every format.

The same ledger always gives the same bytes: members come in a fixed order with a fixed date. The
facts are ``ledger/*.jsonl``; ``SHA256SUMS`` (last, for ``sha256sum -c``) has the checksum of each
member before it. It is written as it is read, so its size costs no memory.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from secondsource.exports.drain import Drain
from secondsource.exports.formats import FORMATS, Format, Part, about_json
from secondsource.exports.selection import Selection
from secondsource.exports.tally import Tally
from secondsource.ledger import Ledger

SUMS = "SHA256SUMS"
FACTS = "ledger/"
VERSION = 1
_PIECE = 1 << 18
_EPOCH = (1980, 1, 1, 0, 0, 0)
_RIGHTS = 0o644 << 16
_README = """Secondsource archive, version {version}

ledger/      the facts as JSON lines: reports with their texts, inputs, readings, claims, mentions,
             decisions and what was taken back of them
<format>/    the same ledger in each format, with what each file lacks and why (about.json)
SHA256SUMS   the checksum of every file; check with: sha256sum -c SHA256SUMS

To make the ledger again, without loss, where none is yet:

    secondsource import FILE.zip --ledger new.db

{names}
"""
_UNMASKED = "Names are as the reports have them: treat the file as you treat the reports."
_MASKED = (
    "Names of private persons were blocked out before, letter by letter, also in the texts of the\n"
    "reports. Only those are masked whom the reading knew for private persons."
)


@dataclass(slots=True, kw_only=True)
class _Sealed:
    """A zip being written, with the checksums so far."""

    drain: Drain
    file: zipfile.ZipFile
    sums: list[str] = field(default_factory=list)

    def add(self, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Write a member; yields what is ready to be sent on."""
        member = zipfile.ZipInfo(name, date_time=_EPOCH)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = _RIGHTS
        member.create_system = 3
        digest = hashlib.sha256()
        with self.file.open(member, "w", force_zip64=True) as stream:
            for piece in _joined(pieces):
                digest.update(piece)
                stream.write(piece)
                yield self.drain.take()
        self.sums.append(f"{digest.hexdigest()}  {name}\n")


def zip_bytes(selection: Selection, tally: Tally, *, masked: bool) -> Iterator[bytes]:
    """The zip of ``selection``'s ledger; ``masked`` says in its README that names were blocked out
    before."""
    drain = Drain()
    with zipfile.ZipFile(drain, "w", zipfile.ZIP_DEFLATED) as file:
        sealed = _Sealed(drain=drain, file=file)
        names = _MASKED if masked else _UNMASKED
        yield from sealed.add("README.txt", [_README.format(version=VERSION, names=names).encode()])
        yield from _facts(selection.ledger, sealed, tally)
        for form in FORMATS:
            yield from _format(form, selection, sealed)
        yield from sealed.add(SUMS, [line.encode() for line in sealed.sums])
    yield drain.take()


def _facts(ledger: Ledger, sealed: _Sealed, tally: Tally) -> Iterator[bytes]:
    for shelf, records in groupby(ledger.archive.records(), key=lambda one: one[0]):
        lines = (f"{record.model_dump_json()}\n".encode() for _, record in records)
        yield from sealed.add(f"{FACTS}{shelf.value}.jsonl", _counted(lines, tally))


def _counted(lines: Iterable[bytes], tally: Tally) -> Iterator[bytes]:
    for line in lines:
        tally.rows += 1
        yield line


def _format(form: Format, selection: Selection, sealed: _Sealed) -> Iterator[bytes]:
    abouts = []
    for part in form.parts:
        counts = Tally()
        yield from sealed.add(name_of(form, part), part.write(selection, counts))
        abouts.append(counts.about(part.name))
    yield from sealed.add(
        f"{form.name}/about.json", [about_json(form, abouts, filters={}, masked=0)]
    )


def name_of(form: Format, part: Part) -> str:
    """Where a file stands in the zip."""
    return f"{form.name}/{part.name}{part.ending}"


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= _PIECE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)
