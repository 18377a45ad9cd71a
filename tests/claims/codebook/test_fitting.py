"""Heads: deterministic, told apart what can be told apart, kept under the name of their content."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from secondsource.claims import (
    Codebook,
    EventType,
    Example,
    OwnType,
    crossed_chances,
    fit_codebook,
    heads_file,
    load_heads,
    save_heads,
)
from secondsource.claims.codebook.head import LEAST, Doubles, fitted
from secondsource.errors import MissingResource

WIDTH = 6


def codebook(right: int, others: int) -> Codebook:
    labels = ["siege"] * right + [""] * others
    return Codebook(
        name="ours",
        digest="d1",
        types=(OwnType(name="siege", parent=EventType.COERCE, definition="Closed off."),),
        examples=tuple(
            Example(line=number, text=f"{number}", types=frozenset({label} - {""}))
            for number, label in enumerate(labels)
        ),
    )


def states(book: Codebook) -> Doubles:
    """Noise, and one number that is high for sieges."""
    found = np.random.default_rng(1).normal(size=(len(book.examples), WIDTH))
    found[:, 2] += [6 * len(row.types) for row in book.examples]
    return found


def test_what_can_be_told_apart_is() -> None:
    book = codebook(12, 20)
    chances = crossed_chances(book, states(book))["siege"]
    assert (chances[:12] > 0.5).all()
    assert (chances[12:] < 0.5).all()


def test_noise_is_not_told_apart_across_folds() -> None:
    book = codebook(15, 15)
    noise = np.random.default_rng(2).normal(size=(30, WIDTH))
    right = crossed_chances(book, noise)["siege"] > 0.5
    assert 5 <= int((right == (np.arange(30) < 15)).sum()) <= 25


def test_fitting_again_gives_the_same() -> None:
    book = codebook(8, 9)
    first, second = (fit_codebook(book, states(book)).heads["siege"] for _ in range(2))
    assert first.bias == second.bias
    assert (first.weights == second.weights).all()
    assert (first.right, first.others) == (8, 9)


@pytest.mark.parametrize(
    ("right", "others", "has_head"),
    [(LEAST, LEAST, True), (LEAST - 1, 30, False), (30, LEAST - 1, False), (0, 0, False)],
)
def test_too_few_examples_make_no_head(right: int, others: int, has_head: bool) -> None:
    book = codebook(right, others)
    assert ("siege" in fit_codebook(book, states(book)).heads) is has_head


def test_a_feature_that_never_changes_does_no_harm() -> None:
    rows = np.ones((10, WIDTH))
    rows[:5, 0] = 3
    found = fitted("siege", rows, [True] * 5 + [False] * 5)
    assert np.isfinite(found.weights).all()
    assert found.chances(rows)[0] > 0.5 > found.chances(rows)[9]


def test_heads_are_kept_as_they_are(tmp_path: Path) -> None:
    book = codebook(8, 9)
    heads = fit_codebook(book, states(book)).heads
    path = heads_file(book, "model", tmp_path / "new")
    assert load_heads(path) is None
    save_heads(heads, path)
    kept = load_heads(path)
    assert kept is not None
    assert (kept["siege"].chances(states(book)) == heads["siege"].chances(states(book))).all()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_another_model_or_codebook_has_another_file(tmp_path: Path) -> None:
    other = Codebook(name="ours", digest="d2", types=())
    paths = {
        heads_file(book, model, tmp_path)
        for book in (codebook(1, 1), other)
        for model in ("one", "two")
    }
    assert len(paths) == 4


@pytest.mark.parametrize("data", [b"", b"nothing", b"PK\x03\x04broken"])
def test_a_broken_file_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "codebook-0.npz"
    path.write_bytes(data)
    with pytest.raises(MissingResource, match="delete it; it is fitted again"):
        load_heads(path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MissingResource, match="set SECONDSOURCE_CACHE"):
        save_heads({}, tmp_path / "file" / "codebook-0.npz")
