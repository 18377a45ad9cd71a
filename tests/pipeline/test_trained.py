"""The trained reader is the default, and leaves its mark in the extractor's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.annotations import recipe
from secondsource.errors import MissingResource
from secondsource.pipeline import annotate_records, open_workspace, reading

TEXT = "The Nusra Front attacked the Hazm Movement, a source told Reuters."


def test_attributions_come_from_both() -> None:
    records = [{"id": "1", "text": TEXT}]
    (found,) = annotate_records(records, ("attributions",))
    spans = [
        (TEXT[slice(*row["source"][0])], TEXT[slice(*row["content"][0])])
        for row in found["attributions"]
    ]
    assert ("a source", "The Nusra Front attacked the Hazm Movement") in spans


def test_another_reader_is_another_extractor(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    with open_workspace(tmp_path / "x.db") as workspace:
        assert workspace.ingest(file, trained=False).read == 1
        again = workspace.ingest(file)
        assert (again.new, again.read) == (0, 1)
        assert {claim.extractor for claim in workspace.claims()}


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that has loaded nothing yet, on a machine where the model is gone."""

    def absent() -> None:
        raise MissingResource("attribution.onnx", "cannot be read", "install the package again")

    monkeypatch.setattr(recipe, "load_reader", absent)
    reading._resources.cache_clear()
    yield
    reading._resources.cache_clear()


@pytest.mark.usefixtures("no_model")
def test_without_the_model_rules_do_not_quietly_take_over() -> None:
    with pytest.raises(MissingResource, match=r"attribution\.onnx"):
        list(annotate_records([{"id": "1", "text": TEXT}], ("attributions",)))


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize(("layer", "trained"), [("attributions", False), ("actors", True)])
def test_what_needs_no_model_does_without(layer: str, *, trained: bool) -> None:
    (found,) = annotate_records([{"id": "1", "text": TEXT}], (layer,), trained=trained)
    assert found[layer]
