"""``python -m bench.throughput``: speed, memory and start-up beside plain spaCy and beside rules.

All read the same Syrian reports with the same model and batch size, each in a process of its own,
in turn, so that a busy machine weighs on all; the medians of the runs are compared. The models are
loaded and one report read before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from bench.gold import fakes_syria
from bench.program import Pipeline
from bench.records import InputRecord
from bench.shared import shared_folder, spread
from secondsource.annotations.engines.parser import BATCH_SIZE, MODEL

if TYPE_CHECKING:
    from spacy.language import Language

LAYERS = ("sentences", "actors", "places", "times", "quantities", "attributions", "claims")

_KIB_PER_MIB = 1024
_START_UP_RUNS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One run over the reports: wall-clock and processor seconds, peak resident memory in MiB."""

    documents: int
    sentences: int
    seconds: float
    cpu_seconds: float
    peak_mib: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the comparison; 0 unless wrongly used."""
    options = _parser().parse_args(arguments)
    shared = shared_folder()
    if shared is None:
        print("throughput: skipped, no shared data (set SECONDSOURCE_SHARED)")
        return 0
    if options.worker:
        articles = spread(fakes_syria.read(shared / "data"), options.limit)
        documents = [row.document for row in articles]
        print(json.dumps(asdict(measured(_READERS[options.worker], documents))))
        return 0
    if not Pipeline().offers("claims"):
        print("throughput: not offered, there is no pipeline with claims yet")
        return 0
    print("\n".join(compared(options.runs, options.limit)), flush=True)
    print(start_up())
    return 0


def measured(
    read: Callable[[Sequence[InputRecord]], int], documents: Sequence[InputRecord]
) -> Reading:
    """``read``, which returns the number of sentences, on ``documents``, once warm."""
    read(documents[:1])
    start, start_cpu = perf_counter(), process_time()
    sentences = read(documents)
    return Reading(
        documents=len(documents),
        sentences=sentences,
        seconds=perf_counter() - start,
        cpu_seconds=process_time() - start_cpu,
        peak_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB,
    )


def compared(runs: int, limit: int | None) -> list[str]:
    """The lines of the comparison over ``runs`` alternating runs of each."""
    readings: dict[str, list[Reading]] = {name: [] for name in _READERS}
    for _ in range(runs):
        for name, rows in readings.items():
            rows.append(_apart(name, limit))
    lines = [
        f"{name:<19} {_median(rows, _speed):7.2f} documents/s"
        f" {_median(rows, _sentence_speed):8.1f} sentences/s"
        f" {_median(rows, _memory):7.0f} MiB peak"
        for name, rows in readings.items()
    ]
    ours, ruled, plain = (readings[name] for name in (_OURS, _RULED, _PLAIN))
    wall = _median(ours, _speed) / _median(plain, _speed)
    cpu = _median(ours, _cpu_speed) / _median(plain, _cpu_speed)
    documents = f"{runs} runs of {plain[0].documents} documents, batches of {BATCH_SIZE}"
    added = _median(ruled, _speed) / _median(ours, _speed) - 1
    added_cpu = _median(ruled, _cpu_speed) / _median(ours, _cpu_speed) - 1
    return [
        *lines,
        f"ratio to spaCy {wall:.2f} by the clock, {cpu:.2f} by CPU time ({documents})",
        f"trained reader adds {added:.2f} by the clock, {added_cpu:.2f} by CPU time to rules alone",
    ]


def start_up() -> str:
    """The line on the time until ``secondsource --help`` has printed, beside importing spaCy."""
    script = Path(sys.executable).with_name("secondsource")
    if not _works(script):
        return "start-up       not offered: there is no working command"
    help_times, import_times = [], []
    for _ in range(_START_UP_RUNS):
        help_times.append(_timed([str(script), "--help"]))
        import_times.append(_timed([sys.executable, "-c", "import spacy"]))
    ours, theirs = median(help_times), median(import_times)
    seconds = f"{ours:.2f} s for --help, {theirs:.2f} s to import spaCy"
    return f"start-up       {seconds}, ratio {ours / theirs:.2f}"


@lru_cache(maxsize=1)
def _language() -> Language:
    import spacy

    return spacy.load(MODEL)


def _spacy(documents: Sequence[InputRecord]) -> int:
    texts = (document.text for document in documents)
    docs = _language().pipe(texts, batch_size=BATCH_SIZE)
    return sum(sum(1 for _ in doc.sents) for doc in docs)


def _secondsource(documents: Sequence[InputRecord], *, trained: bool = True) -> int:
    outputs = Pipeline(trained=trained).annotate(documents, LAYERS)
    return sum(len(output.sentences or ()) for output in outputs)


_PLAIN, _OURS, _RULED = "spacy", "secondsource", "secondsource-rules"
_READERS: dict[str, Callable[[Sequence[InputRecord]], int]] = {
    _PLAIN: _spacy,
    _OURS: _secondsource,
    _RULED: partial(_secondsource, trained=False),
}


def _apart(name: str, limit: int | None) -> Reading:
    command = [sys.executable, "-m", "bench.throughput", "--worker", name]
    if limit is not None:
        command += ["--limit", str(limit)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Reading(**json.loads(done.stdout))


def _works(script: Path) -> bool:
    command = [str(script), "--help"]
    return (
        script.exists() and not subprocess.run(command, capture_output=True, check=False).returncode
    )


def _timed(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start


def _median(rows: Sequence[Reading], of: Callable[[Reading], float]) -> float:
    return median(map(of, rows))


def _speed(row: Reading) -> float:
    return row.documents / row.seconds


def _sentence_speed(row: Reading) -> float:
    return row.sentences / row.seconds


def _cpu_speed(row: Reading) -> float:
    return row.documents / row.cpu_seconds


def _memory(row: Reading) -> float:
    return row.peak_mib


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.throughput", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each, in turn (3)")
    parser.add_argument("--limit", type=int, help="reports a run (all 389)")
    parser.add_argument("--worker", choices=tuple(_READERS), help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
