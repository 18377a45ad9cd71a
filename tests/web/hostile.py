"""A ledger that strangers filled: reports, reviewers and an actor's name that try to be markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import secondsource as ss
from tests.web.injections import INJECTIONS, MARK, URLS


def hostile_ledger(folder: Path, injections: Sequence[str] = INJECTIONS) -> Path:
    """Where the ledger lies, in ``folder``: a report for each of ``injections``."""
    lines = [json.dumps(row(number, words)) for number, words in enumerate(injections)]
    reports = folder / "reports"
    reports.mkdir()
    (reports / f"{MARK}'\"><{MARK}>.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with ss.open(folder / "x.db") as workspace:
        assert workspace.ingest(reports, trained=False).new == len(injections)
        claim = str(next(workspace.claims()).id)
        for who in INJECTIONS[:2]:
            workspace.accept_claim(claim, who=who, why=who)
        workspace.rename_actor("islamic-state", INJECTIONS[0], who=INJECTIONS[1], why=INJECTIONS[2])
    return folder / "x.db"


def row(number: int, words: str) -> dict[str, str]:
    """A report that holds ``words`` wherever it can."""
    return {
        "outlet": f"Outlet {words}",
        "title": f"Title {words}",
        "byline": f"By {words}",
        "agency": words,
        "url": URLS[number % len(URLS)],
        "published": "2014-11-13" if number % 3 else words,
        "text": f"The Islamic State attacked the Nusra Front in Aleppo on Monday, officer {words} "
        f"said. {words}\n\n{words} killed {number} civilians in {words}, the {words} group said.",
    }
