"""Makes the pictures of the workbench in ``docs/assets``: ``python docs/make_screenshots.py``.

The sample reports are read into a fresh ledger, served on this machine and looked at by Debian's
Chromium (or the one that ``SECONDSOURCE_CHROMIUM`` names). Playwright must be installed.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
SAMPLES = HERE.parent / "samples" / "reports"
PROGRAM = (sys.executable, "-c", "from secondsource.cli import main; main()")
WIDTH, HEIGHT = 1280, 820
QUALITY = 80
START_SECONDS = 120


def main() -> None:
    """Write every picture."""
    program = os.environ.get("SECONDSOURCE_CHROMIUM") or shutil.which("chromium")
    if program is None:
        sys.exit("no Chromium: install Debian's chromium, or set SECONDSOURCE_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        ledger = Path(folder) / "samples.db"
        subprocess.run([*PROGRAM, "ingest", SAMPLES, "--ledger", ledger], check=True)  # noqa: S603
        with served(ledger) as home:
            browser = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            for name, address in addresses(home).items():
                page.goto(f"{home}{address}", wait_until="networkidle")
                write(page, ASSETS / f"{name}.webp")
            browser.close()


def addresses(home: str) -> dict[str, str]:
    """What is shown, by the name of the picture."""
    event = told(f"{home}/events.json?type=CONSULT&actor=islamic-state&_sort=reports")["rows"][0]
    accounts = told(f"{home}/events/{event['id']}.json")["origins"][0]["accounts"]
    report, claim = accounts[0]["report"], accounts[0]["claim"]
    return {
        "event": f"/events/{event['id']}",
        "report": f"/reports/{report}#{claim}",
        "tie": "/ties/islamic-state/nusra-front?known_by=2014-11-16",
        "network": "/network",
        "map": "/map",
        "review": f"/review?claim={claim}",
    }


def told(address: str) -> dict:
    """What the workbench answers to a program."""
    with urlopen(address, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """Where the ledger is served meanwhile."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}"
    command = [*PROGRAM, "serve", "--ledger", ledger, "--port", str(port)]
    serving = subprocess.Popen(command)  # noqa: S603
    try:
        wait_for(home)
        yield home
    finally:
        serving.terminate()
        serving.wait()


def wait_for(home: str) -> None:
    """Until it answers."""
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        try:
            with urlopen(home, timeout=5):  # noqa: S310
                return
        except URLError:
            time.sleep(0.1)
    sys.exit("the workbench does not answer")


def write(page: Page, file: Path) -> None:
    """What the page shows now, as WebP, which Playwright itself does not write."""
    wire = page.context.new_cdp_session(page)
    taken = wire.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    file.write_bytes(base64.b64decode(taken["data"]))
    wire.detach()
    sys.stdout.write(f"{file.relative_to(HERE.parent)}: {file.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
