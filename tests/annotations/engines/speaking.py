"""A small model that behaves: "said" is a cue, the word before it its source, the rest content."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer

from secondsource.annotations.engines.decoding import BEGIN, END, INSIDE, SINGLE
from secondsource.annotations.engines.reader import Reader, Scores

_WORDS = ("", "the", "army", "rebels", "said", "town", "fell", "it", "left", ".", ",")
_SAID, _STOP = _WORDS.index("said"), _WORDS.index(".")
_SURE = 9.0


def tokenizer() -> Tokenizer:
    """Words of a small vocabulary, everything else as one unknown word."""
    made = Tokenizer(WordLevel({word: row for row, word in enumerate(_WORDS)} | {"?": 200}, "?"))
    made.pre_tokenizer = BertPreTokenizer()
    return made


def score(pieces: NDArray[np.int64], _: NDArray[np.int64]) -> Scores:
    """Sure of every "said", with content up to the next full stop."""
    cues = np.flatnonzero(pieces == _SAID)
    tags = np.zeros((len(cues), len(pieces), 3, 5), dtype=np.float32)
    tags[..., 0] = 1.0
    for cue, piece in enumerate(cues.tolist()):
        tags[cue, piece - 1, 0, SINGLE] = _SURE
        tags[cue, piece, 1, SINGLE] = _SURE
        stops = [int(stop) for stop in np.flatnonzero(pieces == _STOP) if stop > piece]
        last = stops[0] - 1 if stops else len(pieces) - 1
        if last <= piece:
            continue
        tags[cue, piece + 1 : last + 1, 2, INSIDE] = _SURE
        tags[cue, piece + 1, 2, BEGIN] = 2 * _SURE
        tags[cue, last, 2, END] = 2 * _SURE
    return Scores(cues=cues, odds=np.full(len(cues), 3.0, dtype=np.float32), tags=tags)


def reader() -> Reader:
    """A reader on that model."""
    return Reader(tokenizer(), score)
