"""Exports a checkpoint as one ONNX file of eight-bit weights, with its manifest.

    python -m training.incidents.export --checkpoint FILE [--out FOLDER]

The tokenizer is that of the reader of attributions, whose encoder has the same vocabulary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch

from secondsource.annotations.engines.incidents import MODEL
from secondsource.annotations.engines.passages import LONGEST
from secondsource.annotations.engines.shipped import MODELS
from training.attribution.encoder import TEACHER, Encoder
from training.attribution.export import quantise
from training.incidents.model import Model

_OPSET = 17
_TOKENIZER = "attribution.tokenizer.json"


def read_model(checkpoint: Path) -> Model:
    """A model as it was at the end of an epoch."""
    model = Model(Encoder(TEACHER))
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    return model


def export(model: Model, path: Path) -> None:
    """Write the model in full precision."""
    model.eval()
    pieces = torch.randint(1000, 20000, (LONGEST,))
    torch.onnx.export(
        model,
        (pieces,),
        str(path),
        input_names=["pieces"],
        output_names=["tags", "types", "kinds"],
        dynamic_axes={name: {0: "length"} for name in ("pieces", "tags", "kinds")},
        opset_version=_OPSET,
        dynamo=False,
    )


def write_manifest(folder: Path) -> None:
    """Pin the files of the model by their SHA-256."""
    files = {"model": f"{MODEL}.onnx", "tokenizer": _TOKENIZER}
    rows = {
        role: {"file": name, "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}
        for role, name in files.items()
    }
    (folder / f"{MODEL}.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODELS)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export(read_model(options.checkpoint), full)
        quantise(full, options.out / f"{MODEL}.onnx")
    write_manifest(options.out)


if __name__ == "__main__":
    main()
