"""What tests of several rooms share."""

from __future__ import annotations

import pytest

from secondsource.annotations.engines import load_parser
from secondsource.annotations.engines.parser import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The real parser, loaded once a session."""
    return load_parser()
