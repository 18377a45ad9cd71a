"""What it costs to fit new reports into the standing picture, beside drawing it from nothing.

    python -m bench.incremental --reports 10000 --new 100

The reports and claims of the samples are read once, then varied. Words keep their length, so that
every claim stands where it stood. The world that they tell of is made up with the spread of a year
of news:

- A *story* is one to ten of the samples (k of them with a likelihood of 1/k, 3.4 in the mean) with
  words of its own. They are a dispatch, its reprints, its rewrites, reports that cite it, a denial
  and accounts of other origin, as the samples are.
- Its two parties, those most told of, are one of 400 *conflicts*, with names and ids of their own;
  third parties are one of eight sets beside these. Its places are one of 600, of which every
  conflict has a theatre of 20 beside those of the next. Both go by Zipf's law: the conflict most in
  the news has 15 % of the stories, the median one 0.08 %. Numbers are each story's own.
- Stories are spread evenly over 365 *days*, in the order of which they arrive; the reports of one
  arrive within three days. What is new comes at the end of the year.

Both ways are timed on this world in one run: fusion and storing, without reading and extracting.
What these cost is measured on the samples, and the shares of a whole ingest are told too.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

from secondsource.claims import Claim, ClaimRecord, claim_from_record, claim_to_record
from secondsource.ledger import Extraction, InputSeen, Ledger, open_ledger
from secondsource.pipeline import Plan, ingest
from secondsource.pipeline.fusing import redraw, refresh
from secondsource.reports import ReadOptions, Report, report_id

SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
_WORD = re.compile(r"[A-Za-z]{4,}")
_NUMBER = re.compile(r"(?<![\d,.])(?!(?:19|20)\d\d)\d{2,}(?![\d,.])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LETTERS = ("aeiou", "bcdfghjklmnprstvz")
# Words by which fusion knows an agency, a hedge or a truce stay as they are.
_KEPT = frozenset(
    "according agency associated press reuters reported reportedly report said says told citing "
    "statement from with that this they were have been ceasefire truce fighting attack attacks "
    "stop halt alliance joint forces together sample official officials source sources".split()
)
_CONFLICTS, _PLACES, _THEATRE = 400, 600, 20
_THIRD_PARTIES = 8
_YEAR_DAYS, _STORY_DAYS = 365, 3
_STORY_REPORTS = 10
_BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report with its claims."""

    report: Report
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one variation of the samples is about: seeds for its words, actors and places, and by
    how many days it is later."""

    words: int
    actors: int
    places: int
    days: int

    @property
    def others(self) -> int:
        """Which third parties it has."""
        return self.actors * _THIRD_PARTIES + self.words % _THIRD_PARTIES


def samples(folder: Path) -> tuple[Article, ...]:
    """The samples, read and extracted once into a ledger in ``folder``."""
    folder.mkdir(exist_ok=True)
    with open_ledger(folder / "samples.db") as ledger:
        ingest(ledger, [str(SAMPLES)], ReadOptions(), Plan(trained=False))
        reports = list(ledger.reports())
        made: dict[str, list[Claim]] = {}
        for found in ledger.claims():
            made.setdefault(found.report.id, []).append(found.claim)
    return tuple(Article(report=one, claims=tuple(made.get(one.id, ()))) for one in reports)


def varied(base: Sequence[Article], wanted: int, chance: random.Random) -> list[Article]:
    """``wanted`` articles in the order of their arrival."""
    names = _Names(base)
    sizes = _sizes(wanted, chance)
    listed: list[tuple[float, Article]] = []
    for number, size in enumerate(sizes):
        begun = number * _YEAR_DAYS / len(sizes)
        conflict = _zipf(chance, _CONFLICTS)
        story = Story(
            words=number,
            actors=conflict,
            places=(conflict * _THEATRE + _zipf(chance, _THEATRE)) % _PLACES,
            days=int(begun),
        )
        for article in chance.sample(base, size):
            arrival = begun + chance.uniform(0.0, _STORY_DAYS)
            listed.append((arrival, vary(article, story, names)))
    listed.sort(key=lambda row: (row[0], row[1].report.id))
    return [article for _, article in listed[:wanted]]


def _sizes(wanted: int, chance: random.Random) -> list[int]:
    """How many reports each story has, ``wanted`` or a few more in all."""
    sizes: list[int] = []
    while sum(sizes) < wanted:
        sizes.append(_zipf(chance, _STORY_REPORTS))
    return sizes


def _zipf(chance: random.Random, most: int) -> int:
    """1 to ``most``, the second half as often as the first, the third a third as often, …"""
    return chance.choices(range(1, most + 1), [1 / rank for rank in range(1, most + 1)])[0]


class _Names:
    """Which words stand in names of actors and of places, and which actors, by id, the claims of
    each report name most."""

    __slots__ = ("actors", "places", "principals")

    def __init__(self, base: Sequence[Article]) -> None:
        claims = [claim for article in base for claim in article.claims]
        parties = [party for one in claims for party in (*one.actors, *one.recipients)]
        self.actors = _words_of(text for one in parties for text in (one.name, one.words.text))
        self.places = _words_of(
            text for one in claims if one.place for text in (one.place.name, one.place.words.text)
        )
        self.principals = {article.report.id: _principals(article) for article in base}


@dataclass(frozen=True, slots=True, kw_only=True)
class Principals:
    """The two actors that the claims of a report name most, and the words of their names."""

    ids: frozenset[str | None]
    words: frozenset[str]


def _principals(article: Article) -> Principals:
    parties = [party for one in article.claims for party in (*one.actors, *one.recipients)]
    named = Counter(party.id for party in parties if party.id is not None)
    ids = frozenset(key for key, _ in named.most_common(2))
    names = (text for one in parties if one.id in ids for text in (one.name, one.words.text))
    return Principals(ids=ids, words=_words_of(names))


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def vary(article: Article, story: Story, names: _Names) -> Article:
    """An article as it would be in ``story``."""
    principals = names.principals[article.report.id]

    def word(found: re.Match[str]) -> str:
        lower = found[0].lower()
        if lower in _KEPT:
            return found[0]
        seed = story.words
        if lower in principals.words:
            seed = -1 - story.actors
        elif lower in names.actors:
            seed = -100_001 - story.others
        elif lower in names.places:
            seed = -1001 - story.places
        return _cased(_other(lower, seed), found[0])

    def told(text: str) -> str:
        return _NUMBER.sub(lambda found: _digits(found[0], story.words), _WORD.sub(word, text))

    text = told(article.report.text)
    outlet = article.report.outlet
    published = article.report.published
    report = replace(
        article.report,
        id=report_id(f"{story.words} {text}", outlet.value if outlet else None),
        text=text,
        published=published and replace(published, value=_later(published.value, story.days)),
        path=None,
        url=f"sample:{story.words}/{article.report.id}",
    )
    records = (claim_to_record(claim, article.report) for claim in article.claims)
    claims = tuple(
        claim_from_record(_record(record, report, story, told, principals), text)
        for record in records
    )
    return Article(report=report, claims=claims)


def _record(
    record: ClaimRecord,
    report: Report,
    story: Story,
    told: Callable[[str], str],
    principals: Principals,
) -> ClaimRecord:
    """A claim's record as it would be in ``story``; the words are those of the new text."""

    def changed(value: Any, key: str = "") -> Any:
        if isinstance(value, list):
            return [changed(one, key) for one in value]
        if isinstance(value, dict):
            return {name: changed(one, name) for name, one in value.items()} | _words(value)
        if key == "id" and isinstance(value, str):
            return f"{value}-{story.actors if value in principals.ids else f'of-{story.others}'}"
        if key == "geonames_id" and isinstance(value, int):
            return value + 10_000_000 * story.places
        if key == "edtf" and isinstance(value, str):
            return _later(value, story.days)
        return told(value) if key == "name" and isinstance(value, str) else value

    def _words(value: dict[str, Any]) -> dict[str, Any]:
        spans = {
            name.removesuffix("_span"): span
            for name, span in value.items()
            if name.endswith("_span") and span is not None
        }
        if isinstance(value.get("start"), int):
            spans["text"] = (value["start"], value["end"])
        found = {name: report.text[span[0] : span[1]] for name, span in spans.items()}
        hedges = [report.text[start:end] for start, end in value.get("hedge_spans", ())]
        return found | ({"hedges": hedges} if hedges else {})

    stored = changed(record.model_dump(mode="json"))
    stored["report"]["id"] = report.id
    return ClaimRecord.model_validate(stored)


def _digits(number: str, seed: int) -> str:
    chance = random.Random(crc32(f"{seed} {number}".encode()))
    return str(chance.randint(10 ** (len(number) - 1), 10 ** len(number) - 1))


@lru_cache(maxsize=1_000_000)
def _other(word: str, seed: int) -> str:
    chance = random.Random(crc32(f"{seed} {word}".encode()))
    return "".join(chance.choice(_LETTERS[at % 2]) for at in range(len(word)))


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


def _later(edtf: str, days: int) -> str:
    def shifted(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + timedelta(days=days)).isoformat()

    return _DAY.sub(shifted, edtf)


def store(ledger: Ledger, articles: Sequence[Article]) -> None:
    """Append reports and claims as an ingest would."""
    for start in range(0, len(articles), _BATCH):
        batch = articles[start : start + _BATCH]
        ledger.add_inputs([InputSeen.of(one.report) for one in batch])
        ledger.add_extractions(
            [
                Extraction(report_id=one.report.id, extractor="bench/1", claims=one.claims)
                for one in batch
            ]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds by the clock and of the processor."""

    clock: float
    processor: float


def cost(work: Callable[[], object]) -> Cost:
    """What a call costs."""
    begun = time.perf_counter(), time.process_time()
    work()
    return Cost(clock=time.perf_counter() - begun[0], processor=time.process_time() - begun[1])


def main() -> int:
    """Print what both ways cost; 1 where fitting in costs the share allowed or more."""
    parser = argparse.ArgumentParser(prog="python -m bench.incremental", description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--most", type=float, default=0.03, help="the share allowed")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = samples(Path(folder))
        articles = varied(base, asked.reports + asked.new, random.Random(asked.seed))
        with open_ledger(Path(folder) / "bench.db") as ledger:
            store(ledger, articles[: asked.reports])
            reading = cost(lambda: samples(Path(folder) / "again")).processor / len(base)
            nothing = cost(lambda: redraw(ledger))
            store(ledger, articles[asked.reports :])
            fitted = cost(lambda: refresh(ledger))
            events = ledger.event_facets().total
    share = fitted.processor / nothing.processor
    ingested = asked.new * reading + fitted.processor
    everything = (asked.reports + asked.new) * reading + nothing.processor
    print(f"{asked.reports:,} reports, {events:,} events", end=": ")
    print(f"drawn from nothing in {nothing.processor:.1f} s ({nothing.clock:.1f} by the clock)")
    print(f"{asked.new} more fitted in in {fitted.processor:.2f} s ({fitted.clock:.2f})", end=": ")
    print(f"{share:.2%} ({fitted.clock / nothing.clock:.2%}), allowed {asked.most:.0%}")
    print(f"with {reading:.2f} s a report for reading and extracting", end=": ")
    print(f"{ingested:.1f} of {everything:.1f} s, {ingested / everything:.2%}")
    return int(share >= asked.most)


if __name__ == "__main__":
    sys.exit(main())
