"""A room imports only rooms before it, through their front door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "secondsource"
ROOMS = (
    "text",
    "reports",
    "annotations",
    "claims",
    "fusion",
    "ledger",
    "views",
    "exports",
    "pipeline",
    "web",
    "cli",
)
OPEN_TO_ALL = {"errors"}
EDGES = {"cli", "web", "pipeline"}


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, wherever in the file, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            yield node.lineno, node.module or ""


def own_modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def offences(path: Path) -> Iterator[str]:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for line, module in imports(path):
        parts = module.split(".")
        if parts[0] != "secondsource" or len(parts) < 2 or parts[1] in OPEN_TO_ALL:
            continue
        other = parts[1]
        where = f"{path.relative_to(PACKAGE)}:{line} imports {module}"
        if other == "settings":
            if room not in EDGES:
                yield f"{where}, which is read at the edges only"
        elif other != room:
            if room in ROOMS and ROOMS.index(other) > ROOMS.index(room):
                yield f"{where}, a room after its own"
            if len(parts) > 2:
                yield f"{where}, past the front door"


@pytest.mark.parametrize("path", own_modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_backwards_through_front_doors(path: Path) -> None:
    assert list(offences(path)) == []


def test_every_folder_is_a_room() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert folders <= set(ROOMS)


def test_an_offence_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    room = tmp_path / "claims"
    room.mkdir()
    sample = room / "sample.py"
    sample.write_text(
        "def late():\n    from secondsource.ledger import Ledger\n    return Ledger\n"
        "from secondsource.text.span import Span\nfrom secondsource.settings import load_settings\n"
    )
    assert [offence.split(",")[-1] for offence in offences(sample)] == [
        " past the front door",
        " which is read at the edges only",
        " a room after its own",
    ]
