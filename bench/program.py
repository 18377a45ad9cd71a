"""The program under test, reached late so that scorers and adapters can be tested without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import Protocol

from bench.records import Clusters, InputRecord, OutputRecord, PairQuery
from bench.wire import clusters_from_json, input_to_json, output_from_json
from secondsource.errors import SecondsourceError, UsageError
from secondsource.text import Span

_PROBE = InputRecord(
    id="probe",
    text="Rebels attacked the army.",
    pairs=(PairQuery(id="p", source=Span(0, 6), target=Span(16, 24)),),
)


class NotOffered(SecondsourceError):
    """The program under test does not have what a measure needs."""


class Program(Protocol):
    """What the bench asks of a program."""

    def annotate(
        self, records: Iterable[InputRecord], layers: Sequence[str]
    ) -> Iterator[OutputRecord]:
        """One output record an input record, same order.

        Raises:
            NotOffered: if one of ``layers`` does not exist.
        """

    def cluster(self, records: Iterable[InputRecord]) -> Clusters:
        """Lineage and events over exactly ``records``.

        Raises:
            NotOffered: if there is no clustering.
        """

    def offers(self, layer: str) -> bool:
        """Whether ``layer`` can be asked for."""


class Pipeline:
    """`secondsource.pipeline` as a `Program`, with the trained reader or by rules alone."""

    def __init__(self, *, trained: bool = True) -> None:
        self._trained = trained
        self._offered: dict[str, bool] = {}

    def annotate(
        self, records: Iterable[InputRecord], layers: Sequence[str]
    ) -> Iterator[OutputRecord]:
        """One output record an input record, same order."""
        entry = _module().annotate_records
        try:
            rows = entry(map(input_to_json, records), tuple(layers), trained=self._trained)
            yield from map(output_from_json, rows)
        except UsageError as error:
            raise NotOffered(", ".join(layers), str(error)) from error

    def cluster(self, records: Iterable[InputRecord]) -> Clusters:
        """Lineage and events over exactly ``records``."""
        return clusters_from_json(_module().cluster_records(map(input_to_json, records)))

    def offers(self, layer: str) -> bool:
        """Whether a one-sentence document comes back with ``layer``."""
        if layer not in self._offered:
            try:
                [output] = self.annotate([_PROBE], (layer,))
            except NotOffered:
                self._offered[layer] = False
            else:
                self._offered[layer] = getattr(output, layer) is not None
        return self._offered[layer]


def _module() -> ModuleType:
    try:
        return import_module("secondsource.pipeline")
    except ModuleNotFoundError as error:
        if error.name != "secondsource.pipeline":
            raise
        raise NotOffered("secondsource.pipeline", "there is no pipeline yet") from error
