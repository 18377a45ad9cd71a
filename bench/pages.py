"""What each page of the workbench costs beside the plain SQL that fetches the same rows.

    python -m bench.pages --reports 20000

The ledger is made of varied samples, as in `bench.incremental`, once, and kept in the cache. Each
page is asked for at many addresses (other events, reports, actors, rows), in this process:

- *made*: by a workbench that keeps no answers, so that each is read, put together and written anew,
  as for the first to come there;
- *kept*: by one that keeps answers while the ledger stays as it is, asked for the second time.

The statements that making the page takes are run again by the driver alone, on a connection of its
own, and the 95th percentiles of each are compared, by the clock or, with ``--cpu``, by processor
time, which says more on a busy machine. Returns 1 where a kept page takes more than
``--most`` times as long as that SQL, where making one does and takes longer than ``--soon``
milliseconds besides, or where it issues more than ``--statements``.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import quote

from bench.asgi import Browser, connected, fetch, recorded
from bench.incremental import samples, store, varied
from secondsource.annotations import cache_folder
from secondsource.ledger import Ledger, open_ledger
from secondsource.ledger.schema import HEAD
from secondsource.pipeline.fusing import redraw
from secondsource.web import Limits, WebOptions, create_app, keep_for_good

_SEED = 1
_ROW = "{:<22} {:>8} {:>8} {:>7} {:>6} {:>6} {:>11} {:>5} {:>11}"
_NAMES = ("page", "made ms", "kept ms", "SQL ms", "made", "kept", "statements", "KB", "slowest ms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A page, and the addresses at which it is asked for."""

    name: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """How many times its SQL a page may take, in how many seconds a page that takes more must be
    made, and how many statements one may issue."""

    times: float
    soon: float
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Two workbenches over one ledger, of which the one keeps no answers, its driver, and the
    clock that all of them are timed by."""

    making: Browser
    keeping: Browser
    plain: sqlite3.Connection
    clock: Callable[[], float]

    def seconds(self, work: Callable[[], object]) -> float:
        """How long a call takes."""
        begun = self.clock()
        work()
        return self.clock() - begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """95th percentiles in seconds; the most statements and bytes of one request, and the slowest
    statement with its seconds."""

    made: float
    kept: float
    sql: float
    statements: int
    size: int
    slowest: tuple[float, str]

    def times(self, took: float) -> float:
        """How many times its SQL that is."""
        return took / self.sql if self.sql else float("inf")

    def within(self, allowed: Allowed) -> bool:
        """Whether it is as quick as it should be."""
        made = self.times(self.made) <= allowed.times or self.made <= allowed.soon
        kept = self.times(self.kept) <= allowed.times
        return made and kept and self.statements <= allowed.statements


def made_ledger(reports: int) -> Path:
    """A ledger of so many varied samples, in the cache."""
    place = cache_folder() / f"bench-pages-{HEAD}-{reports}.db"
    if place.exists():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    made = place.with_suffix(".part")
    made.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        articles = varied(samples(Path(folder)), reports, random.Random(_SEED))
    with open_ledger(made) as ledger:
        store(ledger, articles)
        redraw(ledger)
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("ANALYZE")
        connection.commit()
    made.rename(place)
    return place


class Held:
    """Draws addresses by chance from what the application says it holds."""

    def __init__(self, browser: Browser, requests: int) -> None:
        self._browser = browser
        self._chance = random.Random(_SEED)
        self._requests = requests
        self.events = self._rows("/events.json?_size=200&_sort=newest")
        self.events += self._rows("/events.json?_size=200&_sort=reports")
        self.reports = self._rows("/reports.json?_size=200")
        self.actors = [row["id"] for row in self._rows("/actors.json?_size=200")]
        self.ties = self._rows("/ties.json?_size=200&_sort=newest")
        self.ties += self._rows("/ties.json?_size=200&_sort=reports")

    def _rows(self, address: str) -> list[Any]:
        return list(json.loads(self._browser.get(address, accept="application/json").body)["rows"])

    def one(self, name: str, address: str) -> Kind:
        """A page at one address."""
        return Kind(name=name, addresses=(address,) * self._requests)

    def several(self, name: str, addresses: Sequence[str]) -> Kind:
        """A page at addresses drawn from these."""
        return Kind(name=name, addresses=tuple(self._chance.choices(addresses, k=self._requests)))

    def claims(self) -> list[str]:
        """Ids of claims of a few reports."""
        pages = (self._asked(f"/reports/{row['id']}.json") for row in self.reports[:20])
        return [claim["row"]["id"] for page in pages for claim in page["claims"]]

    def _asked(self, address: str) -> Any:
        return json.loads(self._browser.get(address, accept="application/json").body)


def kinds(browser: Browser, requests: int) -> Iterator[Kind]:
    """Every page with its addresses."""
    held = Held(browser, requests)
    actors = [quote(actor) for actor in held.actors]
    outlets = sorted({row["outlet"] for row in held.reports if row["outlet"]})
    words = sorted({row["title"].split()[0] for row in held.reports if row["title"]})
    claims = held.claims()
    yield held.one("overview", "/")
    yield held.one("events", "/events")
    yield held.several("events of an actor", [f"/events?actor={one}" for one in actors])
    yield held.several("event", [f"/events/{row['id']}" for row in held.events])
    yield held.one("reports", "/reports")
    yield held.several("reports of an outlet", [f"/reports?outlet={quote(o)}" for o in outlets])
    yield held.several("report", [f"/reports/{row['id']}" for row in held.reports])
    yield held.several("claim", [f"/claims/{one}" for one in claims])
    yield held.one("actors", "/actors")
    yield held.several("actor", [f"/actors/{one}" for one in actors])
    yield held.one("ties", "/ties")
    pairs = ["/".join(quote(one["id"]) for one in row["between"]) for row in held.ties]
    yield held.several("tie", [f"/ties/{pair}" for pair in pairs])
    yield held.several("tie, known by", [f"/ties/{pair}?known_by=2016-01-01" for pair in pairs])
    yield held.one("sources", "/sources")
    yield held.several("search", [f"/search?q={quote(word)}" for word in words])
    yield held.one("map", "/map")
    yield held.one("timeline", "/timeline")
    yield held.one("network", "/network")
    yield held.one("review", "/review")
    yield held.several("review of a claim", [f"/review?claim={one}" for one in claims])


def measure(asking: Asking, kind: Kind) -> Measured:
    """Ask for each address once unheeded, then once timed, beside its SQL."""
    made, kept, sqls, most, size = [], [], [], 0, 0
    slowest = (0.0, "")
    for address in kind.addresses:
        with recorded() as heard:
            answer = asking.making.get(address)
        if answer.status != 200 or asking.keeping.get(address).status != 200:
            raise SystemExit(f"{address}: {answer.status}")
        fetch(asking.plain, heard)
        made.append(asking.seconds(partial(asking.making.get, address)))
        kept.append(asking.seconds(partial(asking.keeping.get, address)))
        each = [(asking.seconds(partial(fetch, asking.plain, [one])), one.sql) for one in heard]
        sqls.append(sum(took for took, _ in each))
        slowest = max(slowest, *each) if each else slowest
        most, size = max(most, len(heard)), max(size, len(answer.body))
    return Measured(
        made=p95(made),
        kept=p95(kept),
        sql=p95(sqls),
        statements=most,
        size=size,
        slowest=slowest,
    )


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1]


def row_of(kind: Kind, found: Measured) -> str:
    """A line of the table."""
    times = (f"{took * 1000:.1f}" for took in (found.made, found.kept, found.sql))
    ratios = (f"{found.times(took):.2f}" for took in (found.made, found.kept))
    size, slow = f"{found.size / 1024:.0f}", f"{found.slowest[0] * 1000:.1f}"
    return _ROW.format(kind.name, *times, *ratios, found.statements, size, slow)


def main() -> int:
    """Print a line a page; 1 where one is slower than allowed, or issues too many statements."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--ledger", type=Path, help="measure over this one instead")
    parser.add_argument("--requests", type=int, default=40, help="of each page")
    parser.add_argument("--most", type=float, default=3.0, help="times the SQL allowed")
    parser.add_argument(
        "--soon", type=float, default=50.0, help="milliseconds in which a page may be made anyway"
    )
    parser.add_argument("--statements", type=int, default=12, help="of one request allowed")
    parser.add_argument("--cpu", action="store_true", help="by processor time, not by the clock")
    parser.add_argument("--page", action="append", help="only this page; repeat for several")
    parser.add_argument(
        "--slowest", action="store_true", help="print each page's slowest statement"
    )
    asked = parser.parse_args()
    allowed = Allowed(times=asked.most, soon=asked.soon / 1000, statements=asked.statements)
    ledger = asked.ledger or made_ledger(asked.reports)
    clock = time.process_time if asked.cpu else time.perf_counter
    with opened(ledger, clock) as asking:
        keep_for_good()
        failed = []
        print(_ROW.format(*_NAMES))
        for kind in kinds(asking.making, asked.requests):
            if asked.page and kind.name not in asked.page:
                continue
            found = measure(asking, kind)
            print(row_of(kind, found), flush=True)
            if asked.slowest:
                print(f"    {' '.join(found.slowest[1].split())}")
            if not found.within(allowed):
                failed.append(kind.name)
    print(f"over the limits: {', '.join(failed) or 'none'}")
    return int(bool(failed))


@contextmanager
def opened(ledger: Path, clock: Callable[[], float]) -> Iterator[Asking]:
    """The two workbenches over a ledger."""
    making, keeping = (
        Browser(create_app(ledger, WebOptions(refresh=_drawn, limits=limits)))
        for limits in (Limits(kept_bytes=0), Limits())
    )
    with closing(making), closing(keeping), closing(connected(ledger)) as plain:
        yield Asking(making=making, keeping=keeping, plain=plain, clock=clock)


def _drawn(ledger: Ledger) -> None:
    if ledger.picture_state() is None:
        redraw(ledger)


if __name__ == "__main__":
    sys.exit(main())
