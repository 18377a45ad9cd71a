"""From the tagger's scores to words: the best sequence of tags that makes sense.

Tags are outside, beginning, inside, end and single. The best sequence is Viterbi's, over the
scores alone: which tag may follow which is fixed, and two pieces of one role never touch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

OUTSIDE, BEGIN, INSIDE, END, SINGLE = range(5)
_NEVER = -1e6
_MAY_FOLLOW = {
    OUTSIDE: (OUTSIDE, BEGIN, SINGLE),
    BEGIN: (INSIDE, END),
    INSIDE: (INSIDE, END),
    END: (OUTSIDE,),
    SINGLE: (OUTSIDE,),
}
_MAY_BEGIN = (OUTSIDE, BEGIN, SINGLE)
_MAY_END = (OUTSIDE, END, SINGLE)

Floats = NDArray[np.float32]
Tags = NDArray[np.int64]


def _steps() -> Floats:
    steps = np.full((5, 5), _NEVER, dtype=np.float32)
    for before, following in _MAY_FOLLOW.items():
        steps[before, list(following)] = 0.0
    return steps


_STEPS = _steps()


def best_tags(scores: Floats) -> Tags:
    """The best tags for each of several sequences: (sequences, words, 5) to (sequences, words).

    Where the best tag of each word makes a sequence that makes sense, no other can be better.
    """
    tags = np.asarray(scores.argmax(axis=-1), dtype=np.int64)
    senseless = ~_make_sense(tags)
    if senseless.any():
        tags[senseless] = _viterbi(scores[senseless])
    return tags


def _make_sense(tags: Tags) -> NDArray[np.bool_]:
    follow = (_STEPS[tags[:, :-1], tags[:, 1:]] == 0.0).all(axis=1)
    ends = np.isin(tags[:, 0], _MAY_BEGIN) & np.isin(tags[:, -1], _MAY_END)
    return np.asarray(follow & ends)


def _viterbi(scores: Floats) -> Tags:
    count, words, _ = scores.shape
    back = np.zeros((words, count, 5), dtype=np.int64)
    state = scores[:, 0].copy()
    state[:, [tag for tag in range(5) if tag not in _MAY_BEGIN]] = _NEVER
    for word in range(1, words):
        paths = state[:, :, None] + _STEPS
        back[word] = paths.argmax(axis=1)
        state = paths.max(axis=1) + scores[:, word]
    state[:, [tag for tag in range(5) if tag not in _MAY_END]] += _NEVER
    tags = np.zeros((count, words), dtype=np.int64)
    tags[:, -1] = state.argmax(axis=1)
    for word in range(words - 1, 0, -1):
        tags[:, word - 1] = back[word, np.arange(count), tags[:, word]]
    return tags


def runs(tags: Tags) -> tuple[tuple[int, int], ...]:
    """The stretches of words that are not outside, as half-open ranges."""
    inside = np.concatenate(([False], tags != OUTSIDE, [False]))
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return tuple((int(start), int(end)) for start, end in edges.reshape(-1, 2))


def role_runs(scores: Floats, bias: float) -> tuple[tuple[int, int], ...]:
    """The stretches of words, of (words, 5), that the best tags leave not outside once the scores
    of being outside are lowered by ``bias``."""
    if not len(scores):
        return ()
    lowered = scores.copy()
    lowered[:, OUTSIDE] -= bias
    return runs(best_tags(lowered[None])[0])


def log_probabilities(scores: Floats) -> Floats:
    """Scores of tags, normalised over the last axis."""
    top = scores.max(axis=-1, keepdims=True)
    total = np.log(np.exp(scores - top).sum(axis=-1, keepdims=True))
    return np.asarray(scores - top - total, dtype=np.float32)


def tags_of(inside: NDArray[np.bool_]) -> Tags:
    """The tags that say which words are inside: the inverse of `runs`."""
    tags = np.full(len(inside), OUTSIDE, dtype=np.int64)
    for start, end in runs(inside.astype(np.int64)):
        tags[start:end] = INSIDE
        tags[start], tags[end - 1] = BEGIN, END
        if end == start + 1:
            tags[start] = SINGLE
    return tags
