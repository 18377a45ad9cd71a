"""Model files that ship with the package, checked against the hashes of their manifest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.errors import MissingResource

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

MODELS = Path(__file__).parent / "models"
_ROLES = ("model", "tokenizer")
_NEXT_STEP = "run `secondsource doctor`, then install the package again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """The bytes of a model and of its tokenizer."""

    model: bytes
    tokenizer: bytes


def open_session(model: bytes) -> InferenceSession:
    """The model, ready to run on one thread of the processor."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return InferenceSession(model, options, providers=["CPUExecutionProvider"])


def read_shipped(name: str, folder: Path = MODELS) -> Shipped:
    """The files that ``<name>.json`` in ``folder`` names, by role with file name and SHA-256.

    Raises:
        MissingResource: if the manifest or a file is absent, or is not what was pinned.
    """
    manifest = folder / f"{name}.json"
    try:
        rows = json.loads(_bytes(manifest))
        pinned = {role: (str(rows[role]["file"]), str(rows[role]["sha256"])) for role in _ROLES}
    except (ValueError, KeyError, TypeError) as error:
        raise MissingResource(
            str(manifest), f"the manifest cannot be read: {error}", _NEXT_STEP
        ) from error
    model, tokenizer = (_checked(folder / file, digest) for file, digest in pinned.values())
    return Shipped(model=model, tokenizer=tokenizer)


def _checked(path: Path, digest: str) -> bytes:
    data = _bytes(path)
    if hashlib.sha256(data).hexdigest() != digest:
        raise MissingResource(str(path), "the file is not the one that was shipped", _NEXT_STEP)
    return data


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingResource(str(path), f"cannot be read: {error.strerror}", _NEXT_STEP) from error
