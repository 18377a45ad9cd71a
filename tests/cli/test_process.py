"""The program as a process: pipes, terminals, signals, locales, completion, start-up."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-c", "from secondsource.cli import main; main()")
DOCUMENT = json.dumps({"id": "1", "text": "The Islamic State attacked Ālbū Kamāl."}) + "\n"


def environment(**more: str) -> dict[str, str]:
    kept = {name: words for name, words in os.environ.items() if name != "SECONDSOURCE_LEDGER"}
    return {**kept, **more}


def test_a_reader_that_stops_reading_ends_the_command_quietly(small_ledger: Path) -> None:
    command = [*PROGRAM, "claims", "-f", "jsonl", "-l", str(small_ledger)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_reader_of_one_line_gets_it(small_ledger: Path) -> None:
    command = [*PROGRAM, "events", "-f", "jsonl", "-l", str(small_ledger)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "id" in json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_ctrl_c_is_quiet() -> None:
    with subprocess.Popen(
        [*PROGRAM, "annotate", "--layers", "sentences"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        time.sleep(1.5)  # it waits for standard input, which stays open
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [*PROGRAM, "annotate", "--layers", "sentences,actors"],
        input=DOCUMENT.encode(),
        capture_output=True,
        env=environment(LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"),
        check=True,
    )
    assert json.loads(done.stdout)["id"] == "1"
    assert done.stderr == b""


def on_a_terminal(*arguments: str) -> tuple[str, str]:
    """What a command shows on a terminal of 80 columns, and what it says on standard error."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment(TERM="xterm-256color", COLUMNS="80"),
    ) as process:
        os.close(theirs)
        shown = _until_closed(ours)
        assert process.stderr is not None
        said = process.stderr.read().decode()
    return shown, said


def test_a_terminal_gets_style_and_one_legend(small_ledger: Path) -> None:
    shown, said = on_a_terminal("events", "-l", str(small_ledger), "--most", "2")
    assert "\x1b[" in shown
    assert shown.count("credibility") == 2
    assert said.count("Admiralty") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("claims", "--type", "pledge"), ""),
        (("claims",), "in the outlet's own voice"),
        (("reports",), "Sample North"),
        (("show", "small.jsonl#1"), "[1]"),
        (("search", "alliance"), "alliance"),
    ],
)
def test_a_terminal_wraps_at_its_width(
    small_ledger: Path, arguments: tuple[str, ...], words: str
) -> None:
    shown, said = on_a_terminal(*arguments, "-l", str(small_ledger))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert words in bare
    assert all(len(line) <= 80 for line in bare.split("\r\n"))
    assert said == ""


def _until_closed(terminal: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode()


@pytest.mark.parametrize(
    ("words", "position", "expected"),
    [
        ("secondsource cl", 1, {"claims", "cluster"}),
        ("secondsource claims --polarity de", 3, {"denied"}),
        ("secondsource events --most", 2, {"--most"}),
    ],
)
def test_the_shell_completes(words: str, position: int, expected: set[str]) -> None:
    asked = environment(
        _SECONDSOURCE_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(position)
    )
    program = Path(sys.executable).with_name("secondsource")
    done = subprocess.run([program], capture_output=True, text=True, env=asked, check=False)
    assert expected <= set(done.stdout.split())


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['secondsource', '--help']\n"
        "from secondsource.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'pydantic', 'sqlalchemy', 'trafilatura', 'httpx', 'rapidfuzz'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "ingest" in done.stdout


def test_the_package_can_be_run_by_its_command() -> None:
    program = Path(sys.executable).with_name("secondsource")
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("secondsource 0.")
