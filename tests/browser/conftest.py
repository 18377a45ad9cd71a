"""The sample reports in a ledger, served, and Debian's Chromium to look at them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.command import secondsource
from tests.browser.serving import served
from tests.browser.tab import Tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

SAMPLES = Path(__file__).parents[2] / "samples" / "reports"
WIDE = {"width": 1280, "height": 900}
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser of the machine; without one these tests are skipped."""
    program = os.environ.get("SECONDSOURCE_CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("no Chromium: install Debian's chromium, or set SECONDSOURCE_CHROMIUM")
    play = pytest.importorskip("playwright.sync_api")
    with play.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def looking(chromium: Browser) -> Iterator[BrowserContext]:
    """What the tests that only look share, so that fonts and styles are fetched once."""
    context = chromium.new_context(viewport=WIDE)
    yield context
    context.close()


@pytest.fixture(scope="package")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger into which the command line read the samples; tests that write take a copy."""
    place = tmp_path_factory.mktemp("browser") / "samples.db"
    secondsource("ingest", SAMPLES, "--ledger", place)
    return place


@pytest.fixture(scope="package")
def workbench(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the samples are served to tests that only look."""
    with served(_copied(sample_ledger, tmp_path_factory.mktemp("looking"))) as home:
        yield home


@pytest.fixture
def own_ledger(sample_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the ledger that a test may change."""
    return _copied(sample_ledger, tmp_path)


@pytest.fixture
def own_workbench(own_ledger: Path) -> Iterator[str]:
    """Where that copy is served."""
    with served(own_ledger) as home:
        yield home


@pytest.fixture
def tab(looking: BrowserContext, workbench: str) -> Iterator[Tab]:
    """A wide tab on the samples."""
    yield from _heard(looking, workbench)


@pytest.fixture
def own_tab(chromium: Browser, own_workbench: str) -> Iterator[Tab]:
    """A tab of its own on the copy that a test may change."""
    context = chromium.new_context(viewport=WIDE, accept_downloads=True)
    yield from _heard(context, own_workbench)
    context.close()


def _heard(context: BrowserContext, home: str) -> Iterator[Tab]:
    """A tab that, once done with, must have asked no other machine and logged no error."""
    page = context.new_page()
    page.set_default_timeout(15_000)
    tab = Tab(page=page, home=home)
    tab.listen()
    yield tab
    page.close()
    assert tab.elsewhere() == []
    assert tab.complaints == []


def _copied(ledger: Path, folder: Path) -> Path:
    place = folder / "x.db"
    shutil.copy(ledger, place)
    return place
