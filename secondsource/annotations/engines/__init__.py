"""Engines: the heavyweight model libraries, loaded only when a parse is asked for."""

from secondsource.annotations.engines.parser import Parser, load_parser

__all__ = ["Parser", "load_parser"]
