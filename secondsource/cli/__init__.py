"""The command line: parse, call, print."""

from __future__ import annotations

import sys

INTERRUPTED = 130

__all__ = ["main"]


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word, also while it is still loading."""
    try:
        from secondsource.cli.app import run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
