"""Each format is read back by its own library, with no warning (pytest makes them errors)."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx
import pyarrow.parquet
import pytest
import rdflib
import shapely.geometry
from followthemoney import model
from followthemoney.statement.serialize import read_json_statements

from secondsource.errors import MissingResource
from secondsource.exports import FORMATS, Selection, Tally, format_of
from secondsource.exports.selection import claims_of, events_of, reports_of, ties_of
from secondsource.exports.xmltext import writable

PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
OURS = rdflib.Namespace("urn:secondsource:")


def written(selection: Selection, form: str, part: str = "", tally: Tally | None = None) -> bytes:
    found = format_of(form)
    chosen = found.part(part) if part else found.parts[0]
    return b"".join(chosen.write(selection, tally or Tally()))


def rows(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.splitlines()]


def test_followthemoney_takes_every_entity_as_it_is(everything: Selection) -> None:
    entities = rows(written(everything, "ftm"))
    ids, pointed_at, schemata = set(), set(), set()
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        given = {name: sorted(values) for name, values in entity["properties"].items()}  # type: ignore[attr-defined]
        assert {prop.name: sorted(proxy.get(prop)) for prop in proxy.iterprops()} == given
        assert set(proxy.schema.required) <= set(given)
        ids.add(proxy.id)
        schemata.add(proxy.schema.name)
        pointed_at |= {value for prop, value in proxy.itervalues() if prop.type.name == "entity"}
    assert len(ids) == len(entities)
    assert pointed_at <= ids
    assert {"Event", "Article", "Organization", "Address", "UnknownLink"} <= schemata


def test_followthemoney_s_statements_are_those_of_the_entities(everything: Selection) -> None:
    tally = Tally()
    data = written(everything, "ftm", "statements", tally)
    statements = list(read_json_statements(io.BytesIO(data)))
    assert all(one.id == one.generate_key() for one in statements)
    entities = rows(written(everything, "ftm"))
    values = [value for one in entities for some in one["properties"].values() for value in some]  # type: ignore[attr-defined]
    assert len(statements) == tally.rows == len(entities) + len(values)


def test_prov_leads_from_an_event_to_the_words(everything: Selection) -> None:
    graph = rdflib.Graph()
    graph.parse(data=written(everything, "prov"), format="json-ld")
    claims, events = list(claims_of(everything)), list(events_of(everything))
    assert set(graph.subjects(rdflib.RDF.type, OURS.Claim)) == {OURS[str(one.id)] for one in claims}
    assert set(graph.subjects(rdflib.RDF.type, OURS.Event)) == {OURS[one.id] for one in events}
    for event in events:
        for key in event.claims:
            assert (OURS[event.id], PROV.wasDerivedFrom, OURS[key]) in graph
    for claim in claims:
        node = OURS[str(claim.id)]
        assert (node, PROV.wasDerivedFrom, OURS[claim.report.id]) in graph
        assert {str(words) for words in graph.objects(node, PROV.value)} == {
            words.text for words in claim.evidence
        }
        reading = graph.value(node, PROV.wasGeneratedBy)
        assert (reading, PROV.used, OURS[claim.report.id]) in graph
        for agent in graph.objects(node, PROV.wasAttributedTo):
            assert (agent, rdflib.RDF.type, PROV.Agent) in graph
    assert list(graph.subject_objects(PROV.wasQuotedFrom))


def test_geojson_has_valid_points_or_none(everything: Selection) -> None:
    collection = json.loads(written(everything, "geojson"))
    features = collection["features"]
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in features] == [one.id for one in events_of(everything)]
    shapes = [shapely.geometry.shape(one["geometry"]) for one in features if one["geometry"]]
    assert shapes
    assert all(shape.is_valid and -90 <= shape.y <= 90 for shape in shapes)
    for feature in features:
        told = feature["properties"]
        assert told["evidence"]
        assert told["because"]
        if feature["geometry"] is None:
            assert told["precision"] in (None, "region", "country", "unresolved")


def test_graphml_has_the_ties_as_edges(everything: Selection) -> None:
    graph = networkx.read_graphml(io.BytesIO(written(everything, "graphml")))
    ties = {one.id: one for one in ties_of(everything)}
    assert ties
    assert graph.number_of_edges() == len(ties)
    for source, target, key in graph.edges(keys=True) if graph.is_multigraph() else ():
        data = graph.edges[source, target, key]
        assert (source, target) == ties[key].between
        assert data["state"] == ties[key].state.value
        assert data["credibility"] == ties[key].credibility
        assert data["evidence"]
        assert graph.nodes[source]["name"] == ties[key].names[0]


@pytest.mark.parametrize("part", ["claims", "events", "ties", "lineage"])
def test_parquet_holds_what_csv_holds_with_types(everything: Selection, part: str) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written(everything, "parquet", part)))
    records = rows(written(everything, "jsonl", part))
    assert table.num_rows == len(records) > 0
    key = "report" if part == "lineage" else "id"
    assert table[key].to_pylist() == [record[key] for record in records]
    if part == "events":
        assert table.schema.field("credibility").type == pyarrow.int64()
        assert table.schema.field("latitude").type == pyarrow.float64()


def test_parquet_without_pyarrow_says_what_to_install(
    everything: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(MissingResource, match=r"pip install 'secondsource\[parquet\]'"):
        written(everything, "parquet")


@pytest.mark.parametrize(
    ("form", "part", "columns", "heading"),
    [
        ("polecat", "polecat", 40, True),
        ("gdelt", "events", 61, False),
        ("gdelt", "mentions", 16, False),
    ],
)
def test_tab_separated_rows_have_all_columns(
    everything: Selection, form: str, part: str, columns: int, heading: bool
) -> None:
    lines = written(everything, form, part).decode().split("\n")
    assert lines.pop() == ""
    assert len(lines) > heading
    assert {line.count("\t") + 1 for line in lines} == {columns}


def test_gdelt_s_offsets_point_at_the_report_s_words(everything: Selection) -> None:
    texts = {one.report.path or one.report.id: one.report.id for one in claims_of(everything)}
    mentions = [
        line.split("\t") for line in written(everything, "gdelt", "mentions").decode().splitlines()
    ]
    starts = {
        (one.report.path or one.report.id, str(one.trigger.start)) for one in claims_of(everything)
    }
    assert mentions
    for mention in mentions:
        assert mention[5] in texts
        assert (mention[5], mention[9]) in starts
    events = {line.split("\t")[0] for line in written(everything, "gdelt").decode().splitlines()}
    assert {mention[0] for mention in mentions} == events


def every_part() -> Iterator[tuple[str, str]]:
    return ((form.name, part.name) for form in FORMATS for part in form.parts)


@pytest.mark.parametrize(
    ("form", "part"), list(every_part()), ids=[f"{form}-{part}" for form, part in every_part()]
)
def test_no_private_name_leaves(everything: Selection, form: str, part: str) -> None:
    data = written(everything, form, part)
    if form == "parquet":
        table = pyarrow.parquet.read_table(io.BytesIO(data))
        data = json.dumps(table.to_pylist(), ensure_ascii=False).encode()
    assert b"Bakery" not in data
    assert b"omar-bakery" not in data.lower()
    assert b"Lena" not in data


def test_a_person_who_is_only_mentioned_is_masked_in_evidence(everything: Selection) -> None:
    told = [claim for claim in claims_of(everything) if claim.place and "Raqqa" in claim.place.text]
    words = " ".join(words.text for claim in told for words in claim.evidence)
    assert re.search(r"\[private person \d+\], a teacher", words)


@pytest.mark.parametrize(
    ("form", "part"), list(every_part()), ids=[f"{form}-{part}" for form, part in every_part()]
)
def test_what_is_empty_is_told(everything: Selection, form: str, part: str) -> None:
    tally = Tally()
    written(everything, form, part, tally)
    about = tally.about(part)
    assert about.rows >= 0
    for gap in about.empty:
        assert 0 < gap.rows <= about.rows
        assert gap.why
    assert all(one.records and one.why for one in about.left_out)


def test_reports_without_claims_are_there_too(everything: Selection) -> None:
    assert len(list(reports_of(everything))) == 5


@pytest.mark.parametrize(
    ("said", "shown"), [("a\x00b\x1f", "a\ufffdb\ufffd"), ("tab\tnew\nline", "tab\tnew\nline")]
)
def test_xml_holds_no_forbidden_character(said: str, shown: str) -> None:
    assert writable(said) == shown


def test_writers_hold_no_more_than_a_page(
    everything: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    read: Callable[..., object] = type(everything.ledger).standing_events

    def counted(*arguments: object, **options: object) -> object:
        asked.append(1)
        return read(*arguments, **{**options, "size": 1})

    monkeypatch.setattr(type(everything.ledger), "standing_events", counted)
    monkeypatch.setattr("secondsource.exports.selection._AT_ONCE", 1)
    lines = iter(format_of("geojson").parts[0].write(everything, Tally()))
    for _ in range(3):
        next(lines)
    assert len(asked) < len(list(events_of(everything)))


def test_the_guide_s_table_lists_every_format() -> None:
    guide = Path(__file__).parents[2] / "docs" / "guides" / "exports.md"
    text = guide.read_text(encoding="utf-8")
    for form in FORMATS:
        files = ", ".join(f"`{part.name}{part.ending}`" for part in form.parts)
        assert f"| `{form.name}` | {form.title} | {files} | {form.checked} |" in text
