"""Documentation is tested: commands, settings, columns, code, links."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from typer.main import get_command

from secondsource.cli.app import app
from secondsource.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
_CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


@pytest.fixture(scope="module")
def generated() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_reference_is_current(generated: ModuleType) -> None:
    for name, words in generated.pages().items():
        page = (DOCS / "reference" / name).read_text(encoding="utf-8")
        assert page == words, f"{name} is out of date: run `make reference`"


def code_blocks() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for number, block in enumerate(_CODE.findall(page.read_text(encoding="utf-8")), start=1):
            yield f"{page.relative_to(ROOT)}#{number}", block


BLOCKS = list(code_blocks())


def test_there_is_code_to_run() -> None:
    assert sum(name.startswith("README.md") for name, _ in BLOCKS) >= 2


@pytest.mark.parametrize("block", [block for _, block in BLOCKS], ids=[name for name, _ in BLOCKS])
def test_python_in_the_documentation_runs(block: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    script = tmp_path / "script.py"
    script.write_text(block, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", script.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def shell_commands() -> Iterator[tuple[str, list[str]]]:
    """Every use of the program in the documentation: where, and its words."""
    for page in PAGES:
        for block in _SHELL.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                used = re.search(r"(?:^|\| |\(|^  )secondsource ([^|<>#]*)", line)
                if used:
                    yield f"{page.name}: {line.strip()}", used[1].split()


@pytest.mark.parametrize(("where", "words"), list(shell_commands()), ids=str)
def test_commands_in_the_documentation_exist(where: str, words: list[str]) -> None:
    command = get_command(app)
    while getattr(command, "commands", None) and words and not words[0].startswith("-"):
        assert words[0] in command.commands, where  # type: ignore[attr-defined]
        command = command.commands[words.pop(0)]  # type: ignore[attr-defined]
    known = {option for parameter in command.params for option in parameter.opts}
    for word in words:
        if word.startswith("-"):
            assert word in known | {"--help", "--install-completion"}, where


def test_every_command_appears_in_a_guide() -> None:
    guides = "".join(
        page.read_text(encoding="utf-8") for page in PAGES if page.parent.name != "reference"
    )
    for name in get_command(app).commands:  # type: ignore[attr-defined]
        assert re.search(rf"secondsource {name}\b|`{name}`|## {name}\b", guides), name


def test_every_setting_is_documented() -> None:
    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    for name in Settings.model_fields:
        assert f"`{PREFIX}{name.upper()}`" in page


def test_every_variable_that_is_read_is_documented() -> None:
    page = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    source = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "secondsource").rglob("*.py")
    )
    for variable in set(re.findall(r"SECONDSOURCE_[A-Z]+", source)):
        assert f"`{variable}`" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_decision_is_listed_and_numbered_without_gaps() -> None:
    index = (DOCS / "decisions" / "index.md").read_text(encoding="utf-8")
    records = sorted(file.name for file in (DOCS / "decisions").glob("[0-9]*.md"))
    assert [name[:4] for name in records] == [
        f"{number:04}" for number in range(1, len(records) + 1)
    ]
    assert all(name in index for name in records)
