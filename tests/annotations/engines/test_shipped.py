from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from secondsource.annotations.engines.shipped import read_shipped
from secondsource.errors import MissingResource


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = {}
    for role in ("model", "tokenizer"):
        data = f"the {role}".encode()
        (tmp_path / f"small.{role}").write_bytes(data)
        rows[role] = {"file": f"small.{role}", "sha256": hashlib.sha256(data).hexdigest()}
    (tmp_path / "small.json").write_text(json.dumps(rows))
    return tmp_path


def test_files_are_read_as_pinned(folder: Path) -> None:
    shipped = read_shipped("small", folder)
    assert (shipped.model, shipped.tokenizer) == (b"the model", b"the tokenizer")


@pytest.mark.parametrize("name", ["small.json", "small.model", "small.tokenizer"])
def test_a_missing_file_is_said_to_be_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(MissingResource, match=rf"{name}.*secondsource doctor"):
        read_shipped("small", folder)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("small.model", b"the model, cut sh"),
        ("small.tokenizer", b""),
        ("small.json", b"{"),
        ("small.json", b"[]"),
        ("small.json", b'{"model": {"file": "small.model"}}'),
        ("small.json", b"\xff"),
    ],
)
def test_a_changed_file_is_never_used(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    with pytest.raises(MissingResource, match=rf"{name}.*secondsource doctor"):
        read_shipped("small", folder)
