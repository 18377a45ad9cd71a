"""Exports a checkpoint as one ONNX file of eight-bit weights, and pins it in a manifest.

    python -m training.events.export --checkpoint FILE --weights FOLDER

The tokenizer is the one of the reader of attributions, which starts from the same encoder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from secondsource.annotations.engines.events import MODEL
from secondsource.annotations.engines.marked import LONGEST, SOURCE, TARGET
from secondsource.annotations.engines.shipped import MODELS
from training.attribution.encoder import load_encoder
from training.events.heads import Reading

_OPSET = 17
_TOKENIZER = "attribution.tokenizer.json"


def export(model: Reading, path: Path) -> None:
    """Write the classifier in full precision."""
    model.eval()
    pieces = torch.randint(1000, 20000, (2, LONGEST))
    pieces[1, LONGEST // 2 :] = 0
    marks = torch.zeros_like(pieces)
    marks[:, 3], marks[:, 7] = SOURCE, TARGET
    axes = {0: "texts", 1: "length"}
    torch.onnx.export(
        model,
        (pieces, marks),
        str(path),
        input_names=["pieces", "marks"],
        output_names=["pairs", "texts"],
        dynamic_axes={"pieces": axes, "marks": axes, "pairs": {0: "texts"}, "texts": {0: "texts"}},
        opset_version=_OPSET,
        dynamo=False,
    )


def quantise(full: Path, path: Path) -> None:
    """Weights of matrix products and tables as signed bytes, one scale a channel."""
    quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True)


def write_manifest(folder: Path) -> None:
    """Pin the files by their SHA-256."""
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
    parser.add_argument("--weights", type=Path, required=True)
    options = parser.parse_args()
    model = Reading(load_encoder(options.weights / "model.safetensors"))
    model.load_state_dict(torch.load(options.checkpoint, weights_only=True))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export(model, full)
        quantise(full, MODELS / f"{MODEL}.onnx")
    write_manifest(MODELS)


if __name__ == "__main__":
    main()
