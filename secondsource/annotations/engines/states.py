"""What the encoder of the reader of events makes of a sentence, for heads that users fit.

The shipped model gives scores only. An ONNX file is a protocol buffer, of which a repeated field
may be continued by bytes put after its end, so the state is named as one more output when the file
is loaded, and the file stays as it was pinned.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from secondsource.annotations.engines.decoding import Floats
from secondsource.annotations.engines.events import MODEL, Pieces, padded
from secondsource.annotations.engines.marked import plain
from secondsource.annotations.engines.shipped import open_session, read_shipped
from secondsource.errors import MissingResource

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WIDTH = 384
"""How many numbers the state of a sentence has."""

_STATE = "/Concat_output_0"
_GRAPH, _OUTPUT, _NAME = 7, 12, 1
_BATCH = 8
_BYTES = 2
_LOW = 0x7F

Pooler = Callable[[Pieces, Pieces], Floats]
"""Pieces and marks, (texts, pieces), to means of states, (texts, any width)."""


class StateReader:
    """Reads the state of sentences: the mean of what the last layer makes of their pieces.

    ``digest`` tells models apart.
    """

    def __init__(self, tokenizer: Tokenizer, pooler: Pooler, digest: str = "") -> None:
        self.digest = digest
        self._tokenizer = tokenizer
        self._pooler = pooler

    def states(self, texts: Sequence[str]) -> Floats:
        """The states of ``texts``, (texts, `WIDTH`), each read from its beginning."""
        rows = [plain(self._tokenizer, text) for text in texts]
        parts = [
            self._pooler(*padded(rows[start : start + _BATCH]))[:, -WIDTH:]
            for start in range(0, len(rows), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, WIDTH), dtype=np.float32)


@lru_cache(maxsize=1)
def load_state_reader() -> StateReader:
    """Load the shipped model once a process, for its states; it runs on one thread.

    Raises:
        MissingResource: if the model is absent or corrupt, or gives no states.
    """
    from tokenizers import Tokenizer

    shipped = read_shipped(MODEL)
    digest = hashlib.sha256(shipped.model).hexdigest()
    tokenizer = Tokenizer.from_buffer(shipped.tokenizer)
    return StateReader(tokenizer, onnx_pooler(shipped.model), digest)


def onnx_pooler(model: bytes) -> Pooler:
    """The pooler of an ONNX model as ``training/events`` exports it.

    Raises:
        MissingResource: if the model gives no states.
    """
    from onnxruntime.capi.onnxruntime_pybind11_state import (  # type: ignore[import-untyped]
        Fail,
        InvalidGraph,
    )

    try:
        session = open_session(model + _one_more_output(_STATE))
    except (Fail, InvalidGraph) as error:
        raise MissingResource(
            f"{MODEL}.onnx", f"it gives no states as {_STATE}", "export it as training/events says"
        ) from error

    def pool(pieces: Pieces, marks: Pieces) -> Floats:
        [states] = session.run([_STATE], {"pieces": pieces, "marks": marks})
        return np.asarray(states, dtype=np.float32)

    return pool


def _one_more_output(name: str) -> bytes:
    return _field(_GRAPH, _field(_OUTPUT, _field(_NAME, name.encode())))


def _field(number: int, content: bytes) -> bytes:
    """A field of bytes in the wire format of protocol buffers."""
    return _varint(number << 3 | _BYTES) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    rest = number >> 7
    return bytes([number]) if not rest else bytes([number & _LOW | 0x80]) + _varint(rest)
