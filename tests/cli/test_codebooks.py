"""A codebook checked, ingested with, asked for; and the sample that the guide explains."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAMPLE = Path(__file__).parents[2] / "samples" / "codebook.yaml"
TEXT = (
    "The Islamic State besieged the Nusra Front in Atareb, residents said. Turkey arrested a man."
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(
        "codebook: ours\ntypes:\n"
        "  - {name: siege, parent: COERCE, definition: Closed off., lexicon: {verbs: besiege}}\n"
        "  - {name: swap, parent: CONCEDE, definition: Let go., lexicon: {verbs: swapp}}\n"
        "examples:\n"
        "  - {text: The army besieged Haran., type: siege, source: The army, target: Haran}\n"
        "  - {text: The army closed all roads to Haran., type: siege}\n"
        "  - {text: Rebels besieged the court with questions., type: none}\n",
        encoding="utf-8",
    )
    return path


def test_check_prints_agreement_and_advice(run: Run, own: Path) -> None:
    done = run("codebook", "check", str(own), "--format", "jsonl")
    assert done.status == 0
    siege = done.records[0]
    assert (siege["type"], siege["by"]) == ("siege", "lexicon")
    assert (siege["right"], siege["wrong"], siege["missed"]) == (1, 1, 1)
    assert (siege["precision"], siege["recall"], siege["f1"]) == (0.5, 0.5, 0.5)
    assert {row["by"] for row in done.records} == {"lexicon", "either"}
    assert "ours: 2 types, 3 examples, kappa" in done.err
    assert "siege has 2 of 5 examples, so only its words are used" in done.err
    assert "siege: source and target right in 1 of 1" in done.err
    assert "no example has the words swap: swapp" in done.err


def test_check_tells_what_is_wrong(run: Run, own: Path) -> None:
    own.write_text(own.read_text().replace("COERCE", "COERSE"))
    done = run("codebook", "check", str(own))
    assert done.status == 2
    assert f"{own}, line 3: parent 'COERSE' is unknown (write one of: AGREE" in done.err


def test_the_sample_agrees_with_its_labels(run: Run) -> None:
    done = run("codebook", "check", str(SAMPLE), "-f", "jsonl")
    either = [row for row in done.records if row["by"] == "either"]
    assert [row["type"] for row in either] == ["siege", "aid-blocked", "prisoner-swap"]
    assert all(row["precision"] >= 0.9 and row["recall"] >= 0.5 for row in either)
    assert {row["by"] for row in done.records} == {"lexicon", "examples", "either"}


def test_claims_are_asked_for_by_code(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("ingest", "a.txt", "-l", "x.db", "--codebook", str(own)).status == 0
    everything = run("claims", "-l", "x.db", "-f", "jsonl").records
    for name in ("siege", "ours/siege"):
        [claim] = run("claims", "-l", "x.db", "--code", name, "-f", "jsonl").records
        assert (claim["type"], claim["codes"][0]["type"]) == ("COERCE", "siege")
    assert len(everything) > 1
    assert run("claims", "-l", "x.db", "--code", "swap").rows == [
        run("claims", "-l", "x.db").rows[0]
    ]
    assert "COERCE (siege)" in run("claims", "-l", "x.db", "--code", "siege").out
    assert (
        "'besieged' is in the lexicon of siege" in run("show", "a.txt", "-l", "x.db", "--why").out
    )


def test_a_changed_codebook_reads_again(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    run("ingest", "a.txt", "-l", "x.db", "--codebook", str(own))
    assert (
        "0 claims from 0 reports"
        in run("ingest", "a.txt", "-l", "x.db", "--codebook", str(own)).err
    )
    own.write_text(own.read_text().replace("besiege}", "arrest}"))
    assert "from 1 reports" in run("ingest", "a.txt", "-l", "x.db", "--codebook", str(own)).err
    [claim] = run("claims", "-l", "x.db", "--code", "siege", "-f", "jsonl").records
    assert claim["trigger"]["text"] == "arrested"


def test_the_setting_names_a_codebook(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = b'{"id": "1", "text": "The Islamic State besieged Atareb."}\n'
    monkeypatch.setenv("SECONDSOURCE_CODEBOOK", str(own))
    [record] = run("annotate", "--layers", "claims", stdin=document).records
    assert [code["type"] for row in record["claims"] for code in row["codes"]] == ["siege"]


def test_heads_that_cannot_be_read_are_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sample has examples enough; its heads are fitted once, kept, and then broken."""
    from secondsource.annotations import open_gazetteer
    from secondsource.pipeline import codebooks

    kept = tmp_path / "kept"
    kept.mkdir()
    with closing(open_gazetteer()) as gazetteer:
        shutil.copy(gazetteer.path, kept)
    monkeypatch.setenv("SECONDSOURCE_CACHE", str(kept))
    document = b'{"id": "1", "text": "The army besieged Atareb."}\n'
    asked = ("annotate", "--layers", "claims", "--codebook", str(SAMPLE))
    assert run(*asked, stdin=document).status == 0
    [file] = kept.glob("codebook-*.npz")
    file.write_bytes(b"broken")
    codebooks._fitted.cache_clear()
    done = run(*asked, stdin=document)
    assert done.status == 1
    assert f"{file}: the fitted codebook cannot be read" in done.err
