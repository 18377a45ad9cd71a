"""The zip makes the ledger again, byte for byte, or is refused."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.errors import EvidenceMismatch, LedgerError, Unreadable
from secondsource.exports import FORMATS, Tally
from secondsource.ledger import Ledger, open_ledger
from secondsource.pipeline import Workspace
from secondsource.pipeline.archiving import restored, zipped


def zip_of(ledger: Ledger, file: Path, *, unmasked: bool = True) -> Path:
    file.write_bytes(b"".join(zipped(ledger, Tally(), unmasked=unmasked)))
    return file


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def unmasked(told_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with open_ledger(told_ledger) as ledger:
        return zip_of(ledger, tmp_path_factory.mktemp("zip") / "all.zip")


@pytest.fixture
def again(unmasked: Path, tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "again.db") as ledger:
        restored(ledger, unmasked)
        yield ledger


def test_the_zip_of_the_new_ledger_is_the_same(
    unmasked: Path, again: Ledger, tmp_path: Path
) -> None:
    assert zip_of(again, tmp_path / "again.zip").read_bytes() == unmasked.read_bytes()


def test_decisions_and_what_was_taken_back_come_back(again: Ledger, ledger: Ledger) -> None:
    assert again.decisions() == ledger.decisions()
    assert [one.withdrawn_by for one in again.decisions()] == [None, "ann"]
    assert again.counts() == ledger.counts()
    assert [one.claim for one in again.claims()] == [one.claim for one in ledger.claims()]
    assert again.search("Kobani").claims


def test_the_new_ledger_goes_on(again: Ledger, small_reports: Path) -> None:
    workspace = Workspace(again)
    assert workspace.ingest(small_reports).new == 0
    decision = workspace.rename_actor("nusra-front", "Nusra", who="cat")
    assert decision.id == 3


def test_everything_is_there_with_its_checksum(unmasked: Path) -> None:
    found = members(unmasked)
    sums = dict(
        reversed(line.split("  ")) for line in found.pop("SHA256SUMS").decode().splitlines()
    )
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
    for form in FORMATS:
        assert f"{form.name}/about.json" in found
        for part in form.parts:
            assert f"{form.name}/{part.name}{part.ending}" in found
    assert b"secondsource import" in found["README.txt"]


def test_a_masked_zip_names_nobody_private_and_makes_a_whole_ledger(
    ledger: Ledger, tmp_path: Path
) -> None:
    file = zip_of(ledger, tmp_path / "masked.zip", unmasked=False)
    found = members(file)
    for name, data in found.items():
        assert b"Bakery" not in data, name
        assert b"Lena" not in data, name
        assert b"omar-bakery" not in data.lower(), name
    assert (
        "\u2588\u2588\u2588\u2588 \u2588\u2588\u2588\u2588\u2588\u2588, a resident"
        in found["ledger/reports.jsonl"].decode()
    )
    with open_ledger(tmp_path / "masked.db") as copy:
        restored(copy, file)
        assert {one.claim.id for one in copy.claims()} == {one.claim.id for one in ledger.claims()}
        assert copy.decisions() == ledger.decisions()
        same = zip_of(copy, tmp_path / "again.zip", unmasked=False)
    assert same.read_bytes() == file.read_bytes()


def test_a_ledger_that_holds_something_is_left_alone(again: Ledger, unmasked: Path) -> None:
    before = again.counts()
    with pytest.raises(LedgerError, match="not empty"):
        restored(again, unmasked)
    assert again.counts() == before


def spoiled(file: Path, target: Path, change: dict[str, bytes | None]) -> Path:
    """A copy with some members changed or left out."""
    with zipfile.ZipFile(target, "w") as copy:
        for name, data in {**members(file), **change}.items():
            if data is not None:
                copy.writestr(name, data)
    return target


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"ledger/claims.jsonl": b"{}\n"}, "is not what was written"),
        ({"ledger/claims.jsonl": None}, "is not what was written"),
        ({"ledger/extra.jsonl": b"{}\n"}, "is not what was written"),
        ({"SHA256SUMS": None}, "no checksums"),
    ],
)
def test_a_changed_zip_is_refused(
    unmasked: Path, tmp_path: Path, change: dict[str, bytes | None], why: str
) -> None:
    file = spoiled(unmasked, tmp_path / "bad.zip", change)
    with open_ledger(tmp_path / "new.db") as ledger:
        with pytest.raises(Unreadable, match=why):
            restored(ledger, file)
        assert ledger.counts().reports == 0


def test_records_that_do_not_hold_are_refused_whole(unmasked: Path, tmp_path: Path) -> None:
    found = members(unmasked)
    claims = found["ledger/claims.jsonl"].replace(b'"text":"Kobani"', b'"text":"Aleppo"')
    sums = found["SHA256SUMS"].replace(
        hashlib.sha256(found["ledger/claims.jsonl"]).hexdigest().encode(),
        hashlib.sha256(claims).hexdigest().encode(),
    )
    assert claims != found["ledger/claims.jsonl"]
    change: dict[str, bytes | None] = {"ledger/claims.jsonl": claims, "SHA256SUMS": sums}
    file = spoiled(unmasked, tmp_path / "bad.zip", change)
    with open_ledger(tmp_path / "new.db") as ledger:
        with pytest.raises(EvidenceMismatch):
            restored(ledger, file)
        assert ledger.counts().reports == 0


@pytest.mark.parametrize("data", [b"", b"no zip"])
def test_what_is_no_zip_is_named(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    file.write_bytes(data)
    with open_ledger(tmp_path / "new.db") as ledger, pytest.raises(Unreadable, match=r"x\.zip"):
        restored(ledger, file)
