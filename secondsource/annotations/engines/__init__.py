"""Engines: the heavyweight model libraries, loaded only when a parse is asked for."""

from secondsource.annotations.engines.parser import Parser, load_parser
from secondsource.annotations.engines.reader import Reader, Tagged, load_reader

__all__ = ["Parser", "Reader", "Tagged", "load_parser", "load_reader"]
