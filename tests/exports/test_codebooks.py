"""Files for programs that know them by their columns: which there are, and what stays empty."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

from secondsource.exports import Selection, Tally, format_of
from secondsource.exports.acled import ACLED
from secondsource.exports.polecat import POLECAT
from secondsource.exports.ucdp import GED

POLECAT_COLUMNS = """Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,
Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,
Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,
Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,
District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,
Publication Date,Story People,Story Organizations,Story Locations,Language,Version""".replace(
    "\n", ""
).split(",")


def test_the_columns_are_polecat_s() -> None:
    assert [column.name for column in POLECAT.columns] == POLECAT_COLUMNS
    assert len(POLECAT_COLUMNS) == 40


@pytest.mark.parametrize(
    ("form", "parting", "columns"),
    [
        ("acled", ",", [one.name for one in ACLED.columns]),
        ("ucdp-ged", ",", [one.name for one in GED.columns]),
        ("polecat", "\t", POLECAT_COLUMNS),
    ],
)
def test_every_empty_cell_is_counted_with_its_reason(
    everything: Selection, form: str, parting: str, columns: list[str]
) -> None:
    tally = Tally()
    part = format_of(form).parts[0]
    data = b"".join(part.write(everything, tally)).decode()
    quoting = csv.QUOTE_MINIMAL if parting == "," else csv.QUOTE_NONE
    heading, *rows = csv.reader(io.StringIO(data, newline=""), delimiter=parting, quoting=quoting)
    assert heading == columns
    assert rows
    empty = Counter(
        name for row in rows for name, cell in zip(heading, row, strict=True) if not cell
    )
    about = tally.about(part.name)
    told: Counter[str] = Counter()
    for gap in about.empty:
        told[gap.column] += gap.rows
        assert gap.why
    assert about.rows == len(rows)
    assert told == empty
