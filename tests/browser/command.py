"""The command line as a user runs it, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = (sys.executable, "-c", "from secondsource.cli import main; main()")


def secondsource(*words: str | Path) -> str:
    """Standard output of `secondsource WORDS`, which must succeed."""
    command = [*PROGRAM, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
