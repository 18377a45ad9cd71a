import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.annotations.places import gazetteer as module
from secondsource.annotations.places import import_geonames, open_gazetteer
from secondsource.annotations.places.entries import Feature, Match, Row
from secondsource.annotations.places.gazetteer import Gazetteer
from secondsource.annotations.places.index import is_whole, write_index
from secondsource.annotations.places.key import loose_key, name_key
from secondsource.annotations.places.tables import abbreviations, demonyms, shipped_places
from secondsource.errors import MissingResource, Unreadable
from tests.annotations.places.conftest import ROWS

COLUMNS = 19


def geonames_line(identity: int, name: str, others: str, lat: str, lon: str) -> str:
    values = [""] * COLUMNS
    values[:8] = [str(identity), name, name, others, lat, lon, "P", "PPL"]
    values[8], values[10], values[14] = "SY", "09", "300"
    return "\t".join(values) + "\n"


def test_names_spelt_otherwise_are_found(gazetteer: Gazetteer) -> None:
    key = loose_key("Atareb")
    (found,) = gazetteer.lookup([key])[key]
    assert (found.entry.id, found.match) == (174030, Match.LOOSE)
    assert found.entry.geonames_id == 174030


def test_areas_come_before_places_and_large_before_small(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup(["aleppo", "paris", "nowhere"])
    assert [c.entry.feature for c in found["aleppo"]] == [Feature.ADMIN1, Feature.PLACE]
    assert [c.entry.country for c in found["paris"]] == ["FR", "US"]
    assert found["nowhere"] == ()


def test_places_without_a_geonames_id_say_so(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.lookup(["jalawla"])["jalawla"]
    assert found.entry.geonames_id is None


def test_demonyms_and_abbreviations(gazetteer: Gazetteer) -> None:
    turkish, texas = gazetteer.demonym("Turkish"), gazetteer.abbreviation("Tex.")
    assert turkish is not None
    assert turkish.country == "TR"
    assert texas is not None
    assert texas.area == "US.TX"
    assert gazetteer.demonym("Table") is None


def test_an_index_is_whole_or_not(index: Path, tmp_path: Path) -> None:
    assert is_whole(index, "test")
    assert not is_whole(index, "another version")
    assert not is_whole(tmp_path / "absent", None)
    cut = tmp_path / "cut.sqlite"
    cut.write_bytes(index.read_bytes()[:-4096])
    assert not is_whole(cut, None)
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a database at all" * 400)
    assert not is_whole(broken, None)


def test_a_broken_index_is_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "full_rows", lambda: iter(ROWS))
    path = tmp_path / "places.sqlite"
    path.write_bytes(b"\x00" * 100)
    opened = open_gazetteer(path)
    assert opened.lookup(["paris"])["paris"]
    opened.close()
    assert [file.name for file in tmp_path.iterdir()] == ["places.sqlite"]


def test_the_cache_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDSOURCE_CACHE", str(tmp_path / "own"))
    assert module.default_index() == tmp_path / "own" / "gazetteer.sqlite"
    monkeypatch.delenv("SECONDSOURCE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert module.default_index() == tmp_path / "secondsource" / "gazetteer.sqlite"


def test_an_index_that_breaks_while_open_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    write_index(path, ROWS, "test")
    opened = Gazetteer(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE names")
    with pytest.raises(MissingResource, match="delete it"):
        opened.lookup(["paris"])
    opened.close()


def test_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield ROWS[0]
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_index(tmp_path / "places.sqlite", rows(), "test")
    assert list(tmp_path.iterdir()) == []


def test_a_geonames_file_joins_the_gazetteer(tmp_path: Path) -> None:
    path, file = tmp_path / "places.sqlite", tmp_path / "SY.txt"
    write_index(path, ROWS, "test")
    file.write_text(
        geonames_line(1, "Kafr Nūrān", "Kafr Nuran,كفر نوران", "36.1", "36.8")
        + geonames_line(174030, "Atareb (corrected)", "Atareb", "36.14", "36.83"),
        encoding="utf-8",
    )
    assert import_geonames(file, path) == 2
    assert import_geonames(file, path) == 2
    opened = Gazetteer(path)
    (new,) = opened.lookup([name_key("Kafr Nuran")])["kafr nuran"]
    assert (new.entry.admin1, new.entry.lat) == ("Aleppo", 36.1)
    (old,) = opened.lookup([loose_key("Al Atārib")])[loose_key("Al Atārib")]
    assert old.entry.name == "Atareb (corrected)"
    opened.close()


def test_another_file_adds_nothing(tmp_path: Path) -> None:
    path, file = tmp_path / "places.sqlite", tmp_path / "SY.txt"
    write_index(path, ROWS, "test")
    file.write_text(geonames_line(1, "Kafr Nuran", "", "36.1", "36.8") + "not\tit\n")
    with pytest.raises(Unreadable, match="19 columns"):
        import_geonames(file, path)
    opened = Gazetteer(path)
    assert opened.lookup(["kafr nuran"])["kafr nuran"] == ()
    opened.close()


def test_shipped_places_are_sound() -> None:
    rows = list(shipped_places())
    names = {row.entry.name for row in rows}
    assert {"Khan al-Sunbul", "Amiriyat al-Fallujah", "Jalawla", "Middle East"} <= names
    assert len({row.entry.id for row in rows}) == len(rows)
    for row in rows:
        assert (row.entry.lat is None) == (row.entry.lon is None)
        assert row.entry.lat is None or row.entry.source
        if row.entry.country in {"SY", "IQ"} and row.entry.lat is not None:
            assert 29 < row.entry.lat < 38
            assert 35 < (row.entry.lon or 0) < 49


def test_tables_hold_each_form_once() -> None:
    assert demonyms()["Syrians"] == demonyms()["Syrian"] == "SY"
    assert abbreviations()["Ky."] == "US.KY"


def test_it_tells_where_it_lies_and_how_much_it_holds(gazetteer: Gazetteer, index: Path) -> None:
    assert gazetteer.path == index
    assert len(gazetteer) == len(ROWS)


def test_a_broken_user_gazetteer_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    write_index(path, ROWS, "test")
    module.user_index(path).write_bytes(b"not a database at all" * 400)
    with pytest.raises(MissingResource, match="places-user"):
        Gazetteer(path).lookup(["paris"])
    with pytest.raises(MissingResource, match="user"):
        import_geonames(tmp_path / "SY.txt", path)
