"""``python -m bench``: score the program on the development sets and hold it to the floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bench import table
from bench.figures import Figure
from bench.floors import FLOORS, Floors, Scored, read_floors, updated, write_floors
from bench.program import NotOffered, Pipeline, Program
from bench.shared import corpus_hash, shared_folder, spread
from bench.suite import SETS, GoldSet
from secondsource.errors import UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every floor holds, 1 when one does not, 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    if options.allow_lower and not options.update_floors:
        print("--allow-lower goes with --update-floors", file=sys.stderr)
        return 2
    shared = shared_folder()
    if shared is None:
        print("bench: skipped, no shared data (set SECONDSOURCE_SHARED)")
        return 0
    chosen = [gold for gold in SETS if not options.set or gold.name in options.set]
    floors = read_floors()
    print(table.header())
    runs = list(_runs(chosen, shared / "data", options.limit, floors))
    if options.update_floors:
        return _update(floors, runs, options.allow_lower)
    return int(any(fell(run, floors) for run in runs))


def fell(run: Scored, floors: Floors) -> bool:
    """Whether a figure of ``run`` is below its floor."""
    return any(
        run.fallen(figure, floors.of(run.set, figure.measure, run.limit)) for figure in run.figures
    )


def score(gold: GoldSet, data: Path, limit: int | None, program: Program) -> Scored:
    """Run one set whose files are all there."""
    corpus = corpus_hash(data / name for name in gold.files)
    rows = spread(gold.read(data), gold.rows_for(limit))
    start = perf_counter()
    try:
        figures = tuple(gold.figures(rows, program))
    except NotOffered as missing:
        figures = (Figure(measure="all", value=None, n=len(rows), note=str(missing)),)
    return Scored(
        set=gold.name,
        corpus=corpus,
        limit=limit,
        figures=figures,
        seconds=perf_counter() - start,
    )


def _runs(
    chosen: Sequence[GoldSet], data: Path, limit: int | None, floors: Floors
) -> Iterator[Scored]:
    program = Pipeline()
    for gold in chosen:
        absent = [name for name in gold.files if not (data / name).is_file()]
        if absent:
            print(table.skipped(gold.name, f"skipped, no {absent[0]}"))
            continue
        run = score(gold, data, limit, program)
        print("\n".join(table.lines(run, floors)), flush=True)
        yield run


def _update(floors: Floors, runs: Sequence[Scored], reason: str | None) -> int:
    today = datetime.now(UTC).date().isoformat()
    try:
        write_floors(updated(floors, runs, reason=reason, today=today))
    except UsageError as error:
        print(f"bench: floors left as they were: {error}", file=sys.stderr)
        return 2
    print(f"bench: wrote {FLOORS}", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    names = [gold.name for gold in SETS]
    parser.add_argument(
        "--set", action="append", choices=names, metavar="NAME", help=f"one of {', '.join(names)}"
    )
    parser.add_argument("--limit", type=int, help="documents a set, evenly spread over it")
    parser.add_argument("--update-floors", action="store_true", help="pin the figures reached")
    parser.add_argument(
        "--allow-lower", metavar="REASON", help="let --update-floors lower floors; it is recorded"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
