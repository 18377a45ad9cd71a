"""Several processes at once, and processes that die."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from secondsource.ledger import Ledger, open_ledger

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from secondsource.ledger import Extraction, open_ledger
from tests.ledger.making import make_claim, make_report, seen

place, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_ledger(place) as ledger:
    print("open", flush=True)
    for number in range(count):
        pair = [
            make_report(
                f"Isis attacked Nusra Front on day {number}, {name} said.", path=f"{name}{number}"
            ),
            make_report(f"Isis attacked Nusra Front on day {number}.", path=f"all{number}"),
        ]
        ledger.add_inputs([seen(report) for report in pair])
        claim = make_claim(pair[0], "attacked", ["Isis"], ["Nusra Front"])
        found = Extraction(report_id=pair[0].id, extractor="all/1", claims=(claim,))
        ledger.add_extractions([found])
        print(number, flush=True)
"""


def start(place: str, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, place, name, str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_three_writers_at_once(place: str) -> None:
    """On SQLite they make the file as well."""
    Path(place).unlink(missing_ok=True)
    writers = [start(place, name, 15) for name in ("one", "two", "three")]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
    with open_ledger(place) as ledger:
        assert (ledger.counts().reports, ledger.counts().claims) == (15 * 4, 15 * 3)


def test_a_killed_ingest_goes_on_where_it_was(place: str) -> None:
    steps = 4
    writer = start(place, "one", 100_000)
    assert writer.stdout is not None
    for _ in range(1 + steps):
        writer.stdout.readline()
    time.sleep(0.01)
    writer.kill()
    writer.communicate(timeout=60)
    with open_ledger(place) as ledger:
        done = check_whole(ledger)
        assert done >= steps
    again = start(place, "one", done + 2)
    _, errors = again.communicate(timeout=120)
    assert again.returncode == 0, errors
    with open_ledger(place) as ledger:
        assert check_whole(ledger) == done + 2
        assert list(ledger.unextracted("all/1")) != []


def check_whole(ledger: Ledger) -> int:
    """The number of steps that were taken; each report has its input and is searchable."""
    reports = list(ledger.reports())
    for report in reports:
        assert report.path is not None
        assert ledger.report(report.path) == report
    found = [hit.report for hit in ledger.search("attacked", limit=len(reports) + 1).reports]
    assert {report.id for report in found} == {report.id for report in reports}
    assert len(reports) % 2 == 0
    read = {one.report.id for one in ledger.claims()}
    assert len(reports) // 2 - len(read) in (0, 1)
    return len(reports) // 2
