"""The command line: parse, call, print."""

from secondsource.cli.app import main

__all__ = ["main"]
