"""Files of a user's own actors: three forms of one thing, and every error with its line."""

from pathlib import Path

import pytest

from secondsource.annotations.actors import Actor, Affiliation, Name, NameUse, load_registry
from secondsource.annotations.actors.user_file import read_user_file
from secondsource.annotations.records import ActorKind
from secondsource.errors import UsageError

CSV = """\
id,name,kind,country,language,start,end,use,parent,relation
desert-hawks,Desert Hawks,armed group,SY,,2013,2017,,syria-military,affiliate
desert-hawks,"Suqur, al-Sahara",,,,,,,,
desert-hawks,DHB,,,,,,acronym,,
north-post,North Post,outlet,NO,,,,,,
"""
JSONL = (
    '{"id":"desert-hawks","kind":"armed group","country":"SY","names":[{"text":"Desert Hawks",'
    '"start":2013,"end":"2017"},"Suqur, al-Sahara",{"text":"DHB","use":"acronym"}],'
    '"affiliations":[{"actor":"syria-military","relation":"affiliate"}]}\n'
    "\n"
    '{"id":"north-post","kind":"outlet","country":"NO","names":"North Post"}\n'
)
YAML = """\
# Our own actors.
- id: desert-hawks
  kind: armed group
  country: SY
  names:
    - {text: Desert Hawks, start: 2013, end: 2017}
    - Suqur, al-Sahara
    - text: DHB
      use: acronym
  affiliations:
    - {actor: syria-military, relation: affiliate}

- id: north-post
  kind: outlet
  country: NO
  names: [North Post]
"""


def actors_in(folder: Path, name: str, text: str) -> tuple[Actor, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_user_file(path, {"syria-military", "al-qaeda"})


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", CSV), ("a.jsonl", JSONL), ("a.yaml", YAML), ("a.YML", YAML)]
)
def test_the_three_forms_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    hawks, post = actors_in(tmp_path, name, text)
    assert hawks == Actor(
        id="desert-hawks",
        kind=ActorKind.ARMED_GROUP,
        country="SY",
        names=(
            Name(text="Desert Hawks", start="2013", end="2017", source="user"),
            Name(text="Suqur, al-Sahara", source="user"),
            Name(text="DHB", use=NameUse.ACRONYM, source="user"),
        ),
        affiliations=(Affiliation(actor="syria-military", relation="affiliate", source="user"),),
        origin="user",
    )
    assert (post.country, post.kind) == ("NO", ActorKind.OUTLET)


WRONG = [
    ("id,name,kind\nx,X Front,spaceship\n", "line 2: kind 'spaceship' is unknown (write one of:"),
    ("id,name\na,Alpha\n,Beta\n", "line 3: the actor has no field 'id' (give it)"),
    ("id,name\na,\n", "line 2: a has no names (give one)"),
    ("id,colour\n", "line 1: unknown column 'colour' (columns are id, name"),
    ("id\nx\n", "line 1: a column id or name is missing (columns are"),
    ("id,name\na,Alpha,Beta\n", "line 2: more cells than columns (put quotation marks"),
    ('id,name\na,"Alpha" Beta\n', "this is no CSV"),
    ("id,name,country\na,Alpha,Syria\n", "country 'Syria' cannot be used (write two capitals"),
    ("id,name,start\na,Alpha,June 2014\n", "start 'June 2014' cannot be used (write a year"),
    ("id,name,start,end\na,Alpha,2014,2013-05\n", "it ends in 2013-05, before it starts in 2014"),
    ("id,name,language\na,Alpha,English\n", "language 'English' cannot be used (write an ISO"),
    ("id,name,use\na,Alpha,shout\n", "use 'shout' is unknown (write one of: name, acronym"),
    ("id,name,parent\na,Alpha,nobody\n", "a belongs to 'nobody', which is no actor"),
    ("id,name,parent,relation\na,Alpha,al-qaeda,uncle\n", "relation 'uncle' is unknown"),
    ("id,name\nx-a,Alpha\n", "id 'x-a' cannot be used (an id has no spaces"),
    ("id,name\na,Alpha\nb,The Alpha\n", "line 3: 'The Alpha' is a name of a too (line 2)"),
    ("id,name\na,!!\n", "the name '!!' has no letters"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_what_is_wrong_in_csv(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        actors_in(tmp_path, "own.csv", text)
    assert said in str(raised.value)
    assert f"{tmp_path / 'own.csv'}, line " in str(raised.value)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.jsonl", '\n{"id":"x"}\n', "line 2: x has no names"),
        ("a.jsonl", "{oops\n", "line 1: this is no JSON object"),
        ("a.jsonl", "[1]\n", "line 1: an actor has no fields"),
        ("a.jsonl", '{"id":"x","id":"y","names":["X"]}', "field 'id' is given twice"),
        ("a.jsonl", '{"id":"x","names":[{"text":"X","use":"shout"}]}', "use 'shout' is unknown"),
        ("a.jsonl", '{"id":"x","names":["X"],"hue":1}', "unknown field 'hue' (fields are id,"),
        ("a.jsonl", '{"id":["x"],"names":["X"]}', "field 'id' is no text"),
        ("a.jsonl", '{"id":"x","names":{"text":"X"}}', "field 'names' is no list"),
        ("a.yaml", "a: b", "line 1: this is no list"),
        ("a.yaml", "- id: a\n  names: [Alpha\n- id: b\n", "this is no YAML"),
        ("a.yaml", "- id: a\n  names:\n    - Alpha\n    - {text: Beta, use: cry}\n", "line 4: use"),
        ("a.yaml", "- id: a\n  id: b\n  names: [Alpha]\n", "line 1: field 'id' is given twice"),
        ("a.yaml", "- &a {id: a, names: [Alpha]}\n- *a\n", "an alias (*name) is not read"),
        ("a.yaml", "- \x07\n", "this is no YAML"),
        ("a.txt", "", "ends in .csv, .jsonl, .yaml or .yml"),
    ],
)
def test_what_is_wrong_in_other_forms(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        actors_in(tmp_path, name, text)
    assert said in str(raised.value)


def test_all_errors_are_told_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = (
        "- id: a b\n  kind: spaceship\n  names:\n    - {text: Alpha, start: 2015, end: 2014}\n"
        "- id: c\n  country: Syria\n  names: []\n- just words\n"
    )
    with pytest.raises(UsageError) as raised:
        actors_in(tmp_path, "own.yaml", text)
    heading, *lines = str(raised.value).splitlines()
    assert heading.endswith("own.yaml: 6 errors")
    numbers = [int(line.partition(", line ")[2].partition(":")[0]) for line in lines]
    assert numbers == [1, 2, 4, 6, 7, 8]


def test_very_many_errors_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"a{number},A {number},spaceship\n" for number in range(60))
    with pytest.raises(UsageError) as raised:
        actors_in(tmp_path, "own.csv", f"id,name,kind\n{rows}")
    assert str(raised.value).splitlines()[-1] == "and 10 more"


def test_a_file_that_is_no_text_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(b"id,name\na,\xff\n")
    with pytest.raises(UsageError, match=r"not UTF-8 \(byte 10\)"):
        load_registry(path)
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        load_registry(tmp_path / "none.csv")


def test_an_empty_file_has_no_actors(tmp_path: Path) -> None:
    assert actors_in(tmp_path, "own.yaml", "") == ()
    assert actors_in(tmp_path, "own.jsonl", "\n") == ()


def test_a_yaml_file_is_merged_over_the_shipped_registry(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(YAML, encoding="utf-8")
    registry = load_registry(path)
    assert registry.get("desert-hawks") is not None
    assert registry.get("nusra-front") is not None
