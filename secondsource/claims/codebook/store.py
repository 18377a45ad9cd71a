"""Keeps the fitted heads of a codebook in a file, named for what they were fitted to.

Any change of the codebook, of the shipped model or of the way of fitting gives another name, so a
file that is there fits, and a file that cannot be read is broken.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from secondsource.claims.codebook.head import Head
from secondsource.claims.codebook.records import Codebook
from secondsource.errors import MissingResource

VERSION = "1"
"""Changes with the way of fitting."""


def heads_file(codebook: Codebook, model: str, folder: Path) -> Path:
    """Where the heads of ``codebook`` over the states of ``model`` (a digest) lie."""
    named = hashlib.sha256(f"{VERSION} {model} {codebook.digest}".encode()).hexdigest()
    return folder / f"codebook-{named[:16]}.npz"


def save_heads(heads: Mapping[str, Head], path: Path) -> None:
    """Write the heads; another process sees all of the file or none.

    Raises:
        MissingResource: if the file cannot be written.
    """
    arrays = {f"weights/{name}": head.weights for name, head in heads.items()}
    arrays |= {
        f"rest/{name}": np.array([head.bias, head.right, head.others])
        for name, head in heads.items()
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as out:
            np.savez(out, allow_pickle=False, **arrays)
        Path(written).replace(path)
    except OSError as error:
        raise MissingResource(
            str(path),
            f"the fitted codebook cannot be written: {error.strerror}",
            "set SECONDSOURCE_CACHE to a folder that can be written",
        ) from error


def load_heads(path: Path) -> dict[str, Head] | None:
    """The heads in ``path``, or ``None`` where there is no such file.

    Raises:
        MissingResource: if the file cannot be read.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            names = [key.removeprefix("weights/") for key in stored if key.startswith("weights/")]
            return {name: _head(name, stored) for name in names}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise MissingResource(
            str(path),
            f"the fitted codebook cannot be read: {error}",
            "delete it; it is fitted again from your file",
        ) from error


def _head(name: str, stored: Mapping[str, np.ndarray]) -> Head:
    bias, right, others = stored[f"rest/{name}"]
    weights = stored[f"weights/{name}"].astype(np.float64)
    return Head(name=name, weights=weights, bias=float(bias), right=int(right), others=int(others))
