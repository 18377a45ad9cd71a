"""Watches: what is known is no news; what comes later is, once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import MatterState, NewsKind
from secondsource.pipeline import Workspace, open_workspace
from secondsource.views import news_between

PAIR = ("islamic-state", "nusra-front")
LATER = (
    "Commanders of the Islamic State and the Nusra Front met in Atareb on 2 November 2014, two "
    "residents told Sample Post. The Islamic State denied that it had attacked the Nusra Front."
)


@pytest.fixture
def ledger(small_ledger: Path, tmp_path: Path) -> Iterator[Workspace]:
    place = tmp_path / "copy.db"
    shutil.copy(small_ledger, place)
    with open_workspace(place) as opened:
        yield opened


def read(ledger: Workspace, folder: Path, *rows: dict[str, str]) -> None:
    file = folder / "more.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    ledger.ingest(file)


def test_what_comes_later_is_news_until_it_is_looked_at(ledger: Workspace, tmp_path: Path) -> None:
    entry = ledger.add_watch(tie=PAIR)
    assert (entry.name, entry.watched.tie) == ("islamic-state–nusra-front", PAIR)
    assert ledger.look() == ()
    read(ledger, tmp_path, {"outlet": "Sample Post", "published": "2014-12-20", "text": LATER})
    news = ledger.look()
    kinds = {one.news.kind for one in news}
    assert NewsKind.CHANGED in kinds or NewsKind.DISPUTED in kinds
    assert {one.watch for one in news} == {entry.name}
    met = next(one.news for one in news if "met or talked" in one.news.headline)
    assert any("reports" in change for change in met.changes)
    assert ledger.look() == news
    assert ledger.ledger.watches.all()[0].news == len(news)
    ledger.ledger.watches.looked(news)
    assert ledger.look() == ()
    assert [one.looked_at is None for one in ledger.ledger.watches.news(unseen=False)] == [
        False
    ] * len(news)


def test_what_is_not_watched_is_no_news(ledger: Workspace, tmp_path: Path) -> None:
    ledger.add_watch(actors=["hazm-movement"], name="hazm")
    read(ledger, tmp_path, {"outlet": "Sample Post", "published": "2014-12-20", "text": LATER})
    assert ledger.look() == ()


def test_a_place_and_an_actor_together_mean_both(ledger: Workspace, tmp_path: Path) -> None:
    ledger.add_watch(actors=["islamic-state"], places=["Atareb"], name="both")
    text = "The Islamic State shelled Raqqa on 3 December 2014, residents said."
    read(ledger, tmp_path, {"outlet": "Sample Post", "published": "2014-12-04", "text": text})
    assert ledger.look() == ()


def test_a_removed_watch_takes_its_news_along(ledger: Workspace, tmp_path: Path) -> None:
    entry = ledger.add_watch(tie=PAIR)
    read(ledger, tmp_path, {"outlet": "Sample Post", "published": "2014-12-20", "text": LATER})
    assert ledger.look()
    ledger.ledger.watches.remove(entry.name)
    assert ledger.look() == ()
    with pytest.raises(NotInLedger):
        ledger.ledger.watches.remove(entry.name)


def test_wrong_watches_are_refused(ledger: Workspace) -> None:
    with pytest.raises(UsageError, match="nothing is named"):
        ledger.add_watch()
    with pytest.raises(NotInLedger):
        ledger.add_watch(actors=["Order of Nowhere"])
    ledger.add_watch(tie=PAIR, name="two")
    with pytest.raises(UsageError, match="of that name"):
        ledger.add_watch(tie=PAIR, name="two")


def state(matter: str = "e_1", **changed: object) -> MatterState:
    values: dict[str, object] = {
        "matter": matter,
        "headline": "A attacked B.",
        "credibility": 3,
        "origins": 1,
        "reports": 1,
        "disputed": False,
        "when": "2014-11-02",
        "claims": ("c_1",),
    }
    return MatterState(**(values | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "kind", "changes"),
    [
        ((), (state(),), NewsKind.NEW, ()),
        ((state(),), (state(),), None, ()),
        (
            (state(),),
            (state(origins=2, reports=3, credibility=1),),
            NewsKind.CHANGED,
            ("credibility 3 became 1", "origins: 1, now 2", "reports: 1, now 3"),
        ),
        ((state(),), (state(disputed=True),), NewsKind.DISPUTED, ("it is disputed now",)),
        (
            (state(disputed=True),),
            (state(),),
            NewsKind.CHANGED,
            ("it is not disputed any more",),
        ),
        (
            (state(when=None),),
            (state(),),
            NewsKind.CHANGED,
            ("time: unknown, now 2014-11-02",),
        ),
        # An earlier report gives an event another id; a claim in common tells that it is the same.
        (
            (state(),),
            (state("e_0", claims=("c_0", "c_1"), reports=2),),
            NewsKind.CHANGED,
            ("reports: 1, now 2",),
        ),
        ((state(),), (), None, ()),
    ],
)
def test_news_is_what_differs(
    before: tuple[MatterState, ...],
    after: tuple[MatterState, ...],
    kind: NewsKind | None,
    changes: tuple[str, ...],
) -> None:
    found = news_between(before, after)
    assert [(one.kind, one.changes) for one in found] == ([(kind, changes)] if kind else [])
