"""Exports a checkpoint as one ONNX file of eight-bit weights, with its tokenizer and manifest.

    python -m training.attribution.export --checkpoint FILE --weights FOLDER \\
        [--size teacher] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor

from secondsource.annotations.engines.reader import MODEL
from secondsource.annotations.engines.shipped import MODELS
from secondsource.annotations.engines.windows import SIZE
from training.attribution.encoder import HEADS, SIZES, attend
from training.attribution.tagger import Tagger, read_tagger

_OPSET = 17


class _Attention(torch.autograd.Function):
    """Attention as the one operator that the runtime has for it, over a window without padding."""

    @staticmethod
    def forward(_: object, query: Tensor, key: Tensor, value: Tensor, kept: Tensor) -> Tensor:
        """As `encoder.attend`."""
        return attend(query, key, value, kept)

    @staticmethod
    def symbolic(graph: Any, query: Tensor, key: Tensor, value: Tensor, _: Tensor) -> Any:
        """The operator's inputs are the three projections."""
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)


def export(tagger: Tagger, path: Path) -> None:
    """Write the tagger in full precision."""
    tagger.eval()
    for layer in tagger.encoder.layers:
        layer.attend = _Attention.apply
    pieces = torch.randint(1000, 20000, (SIZE,))
    torch.onnx.export(
        tagger,
        (pieces, torch.zeros_like(pieces)),
        str(path),
        input_names=["pieces", "shapes"],
        output_names=["cues", "odds", "tags"],
        dynamic_axes={
            "pieces": {0: "length"},
            "shapes": {0: "length"},
            "cues": {0: "found"},
            "odds": {0: "found"},
            "tags": {0: "found", 1: "length"},
        },
        opset_version=_OPSET,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


def quantise(full: Path, path: Path) -> None:
    """Weights of matrix products and tables as signed bytes, one scale a channel."""
    quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True)


def write_manifest(folder: Path) -> None:
    """Pin the files of the model by their SHA-256."""
    files = {"model": f"{MODEL}.onnx", "tokenizer": f"{MODEL}.tokenizer.json"}
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
    parser.add_argument("--size", choices=tuple(SIZES), default="student")
    parser.add_argument("--out", type=Path, default=MODELS)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tagger = read_tagger(options.checkpoint, SIZES[options.size])
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export(tagger, full)
        quantise(full, options.out / f"{MODEL}.onnx")
    tokenizer = Tokenizer.from_file(str(options.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(options.out / f"{MODEL}.tokenizer.json"), pretty=False)
    write_manifest(options.out)


if __name__ == "__main__":
    main()
