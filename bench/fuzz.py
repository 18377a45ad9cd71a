"""Asks the workbench thousands of odd questions, and checks each answer against its description.

    python -m bench.fuzz --cases 5000 --seed 1

Schemathesis makes the cases from `/api/openapi.json`: values that fit and values that do not, and
for each thing with an id also ids that there are, and for each list also cursors that were
tampered with. Every page is asked for in the same ways. What
fails is an error of the server, or an answer whose status, type, headers or body the description
does not have.
"""

from __future__ import annotations

import argparse
import base64
import json
import math
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed, settings, strategies
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Err
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import secondsource as ss
from secondsource.web import WebOptions, create_app

HOST = "testserver"
PATIENCE = 120.0  # seconds: an export of everything takes long where other work runs
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
Ids = Mapping[str, Sequence[str]]
Cursors = Mapping[str, str]
VALUES = strategies.one_of(
    strategies.none(),
    strategies.booleans(),
    strategies.integers(),
    strategies.sampled_from((2**63, -(2**63) - 1, 10**400)),
    strategies.floats(),
    strategies.text(alphabet=strategies.characters(codec=None)),
    strategies.lists(strategies.integers(), max_size=2),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mishap:
    """An answer that should not be: which operation gave it, what is wrong, how to ask again."""

    operation: str
    wrong: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuzzed:
    """What came out: cases asked, pages asked beside them, answers by status, mishaps."""

    cases: int
    pages: int
    statuses: Mapping[int, int]
    mishaps: tuple[Mishap, ...]


class Answering:
    """The application with what it raises written down, so that one failure ends no run."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.raised: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        last: Message = {}

        async def sending(message: Message) -> None:
            last.clear()
            last.update(message)
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.raised.append(repr(error))
            if last.get("more_body", last.get("type") == "http.response.start"):
                await send({"type": "http.response.body", "body": b""})


class Fuzzer:
    """Asks one application, and keeps what came of it."""

    def __init__(self, app: ASGIApp) -> None:
        self._answering = Answering(app)
        self._schema = schemathesis.openapi.from_asgi("/api/openapi.json", self._answering)
        self._client = TestClient(self._answering, base_url=f"http://{HOST}")
        self._statuses: Counter[int] = Counter()
        self._mishaps: list[Mishap] = []
        self._cases = 0
        self._pages = 0

    def run(self, cases: int, start: int) -> Fuzzed:
        """Ask at least so many times, in rounds over all operations that differ by their seeds."""
        operations = list(self._operations())
        ids, cursors = self._ids(), self._cursors(operations)
        for round_seed in count(start):
            ways = [way for one in operations for way in _ways(one, ids, round_seed)]
            ways += [_tampered(one, cursors[one.path]) for one in operations if one.path in cursors]
            each = max(1, min(25, math.ceil((cases - self._cases) / len(ways))))
            for way in ways:
                self._ask(way, each, round_seed)
            if self._cases >= cases:
                break
        return Fuzzed(
            cases=self._cases,
            pages=self._pages,
            statuses=dict(sorted(self._statuses.items())),
            mishaps=tuple(self._mishaps),
        )

    def _operations(self) -> Iterator[APIOperation[Any, Any, Any, Any]]:
        for found in self._schema.get_all_operations():
            if isinstance(found, Err):
                raise found.err()
            yield found.ok()

    def _ids(self) -> Ids:
        """Ids that there are, by the names of the parameters that take them."""

        def rows(path: str) -> list[dict[str, Any]]:
            found: list[dict[str, Any]] = self._client.get(path).json()["rows"]
            return found

        reports = [row["id"] for row in rows("/reports.json?_size=3")]
        claims = [
            claim["row"]["id"]
            for report in reports
            for claim in self._client.get(f"/reports/{report}.json").json()["claims"][:2]
        ]
        actors = [row["id"] for row in rows("/actors.json?_size=3")]
        events = [row["id"] for row in rows("/events.json?_size=3")]
        return {
            "report": reports,
            "claim": claims,
            "event": events,
            "actor": actors,
            "one": actors,
            "other": actors[1:],
        }

    def _cursors(self, operations: Iterable[APIOperation[Any, Any, Any, Any]]) -> Cursors:
        """Where the second page of a list begins, by the list's path."""
        found: dict[str, str] = {}
        for one in operations:
            if "_next" in {parameter.name for parameter in one.query} and "{" not in one.path:
                answer = self._client.get(one.path, params={"_size": 1})
                if answer.headers["content-type"] == "application/json" and answer.json()["next"]:
                    found[one.path] = answer.json()["next"]
        return found

    def _ask(self, way: Any, most: int, round_seed: int) -> None:
        @seed(round_seed)
        @settings(
            max_examples=most,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=way)
        def asking(case: Case[Any]) -> None:
            self._one(case)

        try:
            asking()
        except Unsatisfiable:
            return  # nothing unfit can be said to an operation without parameters

    def _one(self, case: Case[Any]) -> None:
        raised = len(self._answering.raised)
        response = case.call(timeout=PATIENCE)
        self._cases += 1
        self._statuses[int(response.status_code)] += 1
        told = [f"raised {error}" for error in self._answering.raised[raised:]]
        try:
            case.validate_response(response, checks=CHECKS)
        except FailureGroup as group:
            told += [str(one) for one in group.exceptions]
        except Failure as failure:
            told.append(str(failure))
        told += self._page(str(response.request.url), case.method)
        label, command = case.operation.label, case.as_curl_command()
        self._mishaps += [Mishap(operation=label, wrong=one, command=command) for one in told]

    def _page(self, url: str, method: str) -> list[str]:
        """Ask for the page whose twin was asked for; what is wrong with its answer."""
        path, query = urlsplit(url).path, urlsplit(url).query
        if method != "GET" or not path.endswith(".json"):
            return []
        page = "/" if path == "/overview.json" else path.removesuffix(".json")
        self._pages += 1
        raised = len(self._answering.raised)
        answer = self._client.get(f"{page}?{query}", headers={"accept": "text/html"})
        told = [f"its page raised {error}" for error in self._answering.raised[raised:]]
        if answer.status_code >= 500:
            told.append(f"its page answers {answer.status_code}")
        return told


def fuzz(app: ASGIApp, cases: int, start: int = 1) -> Fuzzed:
    """Ask ``app``, which must go by the name `HOST`, at least so many times."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Fuzzer(app).run(cases, start)


def _ways(operation: APIOperation[Any, Any, Any, Any], ids: Ids, turn: int) -> Iterator[Any]:
    """How the values of an operation are made: all fitting, some not, or with an id that is."""
    names = [parameter.name for parameter in operation.path_parameters]
    yield operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    if operation.query or operation.body:  # every text is a path
        yield operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    if names and all(ids.get(name) for name in names):
        known = {name: ids[name][turn % len(ids[name])] for name in names}
        yield operation.as_strategy(path_parameters=known)


def _tampered(operation: APIOperation[Any, Any, Any, Any], cursor: str) -> Any:
    """Fitting questions whose cursor is ``cursor`` with one of its values exchanged."""
    place = json.loads(base64.urlsafe_b64decode(cursor.encode()))

    def tampered(case: Case[Any], at: int, value: object) -> Case[Any]:
        changed = [value if n == at else one for n, one in enumerate(place)]
        case.query["_next"] = base64.urlsafe_b64encode(json.dumps(changed).encode()).decode()
        return case

    fitting = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    return strategies.builds(tampered, fitting, strategies.integers(0, len(place) - 1), VALUES)


def _report(done: Fuzzed, seconds: float, write: Callable[[str], object]) -> None:
    answers = ", ".join(f"{status}: {number}" for status, number in done.statuses.items())
    write(f"{done.cases} cases and {done.pages} pages in {seconds:.0f} s\nanswers  {answers}\n")
    write(f"mishaps  {len(done.mishaps)}\n")
    kinds = Counter((one.operation, one.wrong.partition("\n")[0]) for one in done.mishaps)
    for (operation, wrong), number in kinds.most_common():
        example = next(
            one
            for one in done.mishaps
            if (one.operation, one.wrong[: len(wrong)]) == (operation, wrong)
        )
        write(f"\n{number} × {operation}: {example.wrong[:600]}\n    {example.command[:600]}\n")


def main() -> int:
    """Fuzz the workbench over the sample reports; the exit status says whether all went well."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--cases", type=int, default=5000)
    asked.add_argument("--seed", type=int, default=1)
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "x.db"
        with ss.open(place) as workspace:
            workspace.ingest(SAMPLES)
        began = time.perf_counter()
        done = fuzz(create_app(place, WebOptions(hosts=(HOST,))), chosen.cases, chosen.seed)
    _report(done, time.perf_counter() - began, sys.stdout.write)
    return 1 if done.mishaps else 0


if __name__ == "__main__":
    sys.exit(main())
