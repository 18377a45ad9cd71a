"""The trained reader of incidents: which words fill a role in one, and of what type it is.

The model is a fine-tuned six-layer encoder in ONNX, made by ``training/incidents``; see
``docs/models/incidents.md`` for what it was trained on and how well it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from secondsource.annotations.engines.decoding import Floats, log_probabilities, role_runs
from secondsource.annotations.engines.passages import passages
from secondsource.annotations.engines.shipped import open_session, read_shipped
from secondsource.text import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODEL = "incidents"


class IncidentRole(IntEnum):
    """What words can be in an incident, in the order in which the model scores them.

    A victim is named, a group is people told of without a name.
    """

    PERPETRATOR = 0
    ORGANIZATION = 1
    TARGET = 2
    VICTIM = 3
    INSTRUMENT = 4
    GROUP = 5


class IncidentType(StrEnum):
    """The types that the model tells apart, in the order in which it scores them."""

    ATTACK = "attack"
    BOMBING = "bombing"
    KIDNAPPING = "kidnapping"
    ARSON = "arson"
    ROBBERY = "robbery"
    FORCED_WORK_STOPPAGE = "forced work stoppage"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentScores:
    """What the model says of a window.

    ``words``: their spans in the text. ``tags``: log-probabilities of five tags for each role,
    (roles, words, 5). ``types``: the log-odds that the window tells of an incident of each type,
    (types,). ``kinds``: the log-odds that a filler beginning at a word is of an incident of each
    type, (words, types).
    """

    words: tuple[Span, ...]
    tags: Floats
    types: Floats
    kinds: Floats

    def runs(self, role: IncidentRole, bias: float) -> tuple[tuple[int, int], ...]:
        """The ranges of words in ``role``; ``bias`` is taken from the scores of being outside."""
        return role_runs(self.tags[role], bias)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """What the model gives for a window, by piece: tags (pieces, roles, 5), types (types,)
    and kinds (pieces, types)."""

    tags: Floats
    types: Floats
    kinds: Floats


IncidentScorer = Callable[[NDArray[np.int64]], Outputs]


class IncidentReader:
    """Reads texts window by window."""

    def __init__(self, tokenizer: Tokenizer, scorer: IncidentScorer) -> None:
        self._tokenizer = tokenizer
        self._scorer = scorer

    def read(self, text: str, parts: Sequence[Span]) -> tuple[IncidentScores, ...]:
        """The scores of each window of ``parts`` of the text: disjoint and in order."""
        found = []
        for passage in passages(self._tokenizer, text, parts):
            outputs = self._scorer(np.array(passage.pieces))
            heads = np.array(passage.heads)
            found.append(
                IncidentScores(
                    words=passage.words,
                    tags=log_probabilities(outputs.tags[heads]).transpose(1, 0, 2),
                    types=outputs.types,
                    kinds=outputs.kinds[heads],
                )
            )
        return tuple(found)


@lru_cache(maxsize=1)
def load_incident_reader() -> IncidentReader:
    """Load the shipped model once a process; it runs on one thread.

    Raises:
        MissingResource: if the model is absent or corrupt.
    """
    from tokenizers import Tokenizer

    shipped = read_shipped(MODEL)
    return IncidentReader(
        Tokenizer.from_buffer(shipped.tokenizer), onnx_incident_scorer(shipped.model)
    )


def onnx_incident_scorer(model: bytes) -> IncidentScorer:
    """The scorer of an ONNX model that takes ``pieces``."""
    session = open_session(model)

    def score(pieces: NDArray[np.int64]) -> Outputs:
        tags, types, kinds = session.run(None, {"pieces": pieces})
        return Outputs(tags=tags, types=types, kinds=kinds)

    return score
