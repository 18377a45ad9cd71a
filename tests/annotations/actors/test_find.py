from itertools import pairwise

import pytest

from secondsource.annotations.actors import find_actors, load_registry
from secondsource.annotations.records import ActorKind, Layers
from secondsource.errors import LayerOrder
from tests.annotations.actors.reading import actors_of, layers_of, linked

IS, NUSRA, QAEDA = "islamic-state", "nusra-front", "al-qaeda"

NAMES = [
    ("Iraqi forces hold off Islamic State west of Baghdad", "Islamic State", IS),
    ("IS fighters clashed with Nusra Front near Aleppo.", "IS", IS),
    ("The town is held by Isis.", "Isis", IS),
    ("Daesh and Da’esh are names for it.", "Da’esh", IS),
    ("The group was called al-Qaeda in Iraq until 2013.", "al-Qaeda in Iraq", IS),
    ("Islamic State of Iraq claimed the bombing.", "Islamic State of Iraq", IS),
    ("Jabhat an-Nusra shelled the base.", "Jabhat an-Nusra", NUSRA),
    ("Jabhat Fateh al-Sham released the men.", "Jabhat Fateh al-Sham", NUSRA),
    ("An al-Qaida commander was killed.", "al-Qaida", QAEDA),
    ("An al-Qaeda-linked group took the village.", "al-Qaeda", QAEDA),
    ("Washington accused Moscow of bombing rebels.", "Washington", "united-states"),
    ("Washington accused Moscow of bombing rebels.", "Moscow", None),
    ("The Pentagon said it had no reports of casualties.", "Pentagon", "united-states"),
    ("Turkish troops crossed the border.", "Turkish troops", "turkey-military"),
    ("Iraqi ground forces held the road.", "Iraqi ground forces", "iraq-military"),
    ("The Turkish government denied it.", "Turkish government", "turkey-government"),
    ("US air strikes hit two positions.", "US", "united-states"),
    ("Forces of the US-led coalition hit the depot.", "US-led coalition", "us-led-coalition"),
    ("The United States and Britain condemned the attack.", "Britain", "united-kingdom"),
    ("He told Reuters that the road was closed.", "Reuters", "reuters"),
    ("A source told the Guardian about it.", "Guardian", "the-guardian"),
    ("President Bashars forces and Assads army advanced.", "Assads", "bashar-al-assad"),
    ("FMLN GUERRILLAS ATTACKED A GARRISON IN SAN SALVADOR.", "FMLN", "fmln"),
]

NO_ACTOR = [
    ("This IS a test of the system.", "is"),
    ("It is raining in Syria.", "Syria"),
    ("Fighting went on across northern Iraq.", "Iraq"),
    ("They drove to Damascus in the night.", "Damascus"),
    ("Syrian refugees crossed the river.", "Syrian"),
    ("They wanted to create an “Islamic State” there.", "Islamic State"),
    ("He was born in Raqqa province.", "Raqqa"),
    ("The UK-based monitor said nothing.", "UK"),
    ("THE TOWN IS QUIET AND THE PEOPLE ASK US FOR FOOD.", "IS"),
]


@pytest.mark.parametrize(("text", "words", "actor"), NAMES)
def test_names(text: str, words: str, actor: str | None) -> None:
    assert linked(text).get(words) == actor


@pytest.mark.parametrize(("text", "words"), NO_ACTOR)
def test_words_that_are_no_actor(text: str, words: str) -> None:
    assert words not in linked(text)


def test_a_name_before_a_name_gives_two_mentions_and_the_phrase() -> None:
    text = "Isis leader Abu Bakr al-Baghdadi spoke in Mosul."
    first, second = actors_of(text)[:2]
    assert (first.span.of(text), first.actor) == ("Isis", IS)
    assert first.head.of(text) == "Isis leader Abu Bakr al-Baghdadi"
    assert (second.actor, second.kind) == ("abu-bakr-al-baghdadi", ActorKind.PUBLIC_FIGURE)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The SDF took the hill. Syrian Democratic Forces were near Raqqa.", "SDF",
         "syrian-democratic-forces"),
        ("The SLA fought in Lebanon, Lebanese papers say.", "SLA", "south-lebanon-army"),
        ("The SLA fought in Suriname.", "SLA", "surinamese-liberation-army"),
        ("Observatory staff counted stars.", "Observatory", None),
        ("Syrian Observatory for Human Rights said so. The Observatory gave no names.",
         "Observatory", "syrian-observatory-for-human-rights"),
    ],
)  # fmt: skip
def test_names_that_need_the_report(text: str, words: str, actor: str | None) -> None:
    assert linked(text).get(words) == actor


PAIRS = [
    ("Nusra and IS fought for a year. The two groups have now agreed on a truce.", "groups"),
    ("Nusra fought IS in the hills. Both sides lost men.", "sides"),
    ("Although Nusra and IS share roots, the two are rivals.", "two"),
    ("Nusra and IS leaders met on Sunday. Obama spoke. A deal between the militant groups is near.",
     "militant groups"),
    ("Nusra and IS met. Nusra is an offshoot of al-Qaeda. The two groups are rivals.", "groups"),
    ("Nusra and IS met. The US-led coalition armed Hazm. The two militant groups kept silent.",
     "militant groups"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), PAIRS)
def test_two_groups_are_the_two_put_side_by_side(text: str, words: str) -> None:
    assert linked(text)[words] == (NUSRA, IS)


REFERENCES = [
    ("Nusra took the town. The group is an offshoot of al-Qaeda.", "group", NUSRA),
    ("Isis took the town. The extremists then killed two men.", "extremists", IS),
    ("The US has denied it, but its planes were seen.", "its", "united-states"),
    ("Isis released a tape of its leader.", "its", IS),
    ("IS and Nusra agreed to meet. They kept fighting.", "They", (IS, NUSRA)),
    ("Leaders from IS and Nusra met in Atareb.", "Leaders", (IS, NUSRA)),
    ("Two emissaries of Nusra came.", "emissaries", NUSRA),
    ("Ayman al-Zawahiri sent a letter. He ordered a truce.", "He", "ayman-al-zawahiri"),
    ("There was a new group in town.", "new group", None),
    ("Nusra, IS and Hazm were there. Militants fled.", "Militants", None),
]


@pytest.mark.parametrize(("text", "words", "meant"), REFERENCES)
def test_references(text: str, words: str, meant: object) -> None:
    assert linked(text)[words] == meant


def test_an_unnamed_official_stays_unnamed_and_is_described() -> None:
    text = "A Turkish defence official spoke to reporters. The official said it was over."
    official = actors_of(text)[-1]
    assert (official.actor, official.name) == (None, "Turkish defence official")
    assert official.why == "refers back to 'Turkish defence official'"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Government forces shelled Damascus.", "Government forces", "syria-military"),
        ("Government forces fought near Baghdad.", "Government forces", "iraq-military"),
        ("Government forces fought somewhere.", "Government forces", None),
        ("Syrians and pro-government militias fought in Syria.", "pro-government militias", None),
        ("The US-led coalition met. The coalition hit Raqqa.", "coalition", "us-led-coalition"),
        ("The US-led coalition met. Rebels formed a loose coalition.", "loose coalition", None),
        ("Fighting in Syria goes on and rebels took a base.", "rebels", "syrian-rebels"),
        ("Fighting in Syria goes on and a rebel group took a base.", "rebel group", None),
        ("Six civilians were killed in Syria.", "civilians", None),
    ],
)
def test_descriptions_resolve_by_the_country_of_the_passage(
    text: str, words: str, actor: str | None
) -> None:
    assert linked(text)[words] == actor


@pytest.mark.parametrize(
    ("text", "words", "actor", "kind"),
    [
        ("A man called Jamil Haddar said so. Later Haddar left.", "Haddar", "x-jamil-haddar",
         ActorKind.PRIVATE_PERSON),
        ("The spokesman Jamil Haddar denied it.", "Jamil Haddar", "x-jamil-haddar",
         ActorKind.PUBLIC_FIGURE),
    ],
)  # fmt: skip
def test_provisional_actors(text: str, words: str, actor: str, kind: ActorKind) -> None:
    found = {m.span.of(text): m for m in actors_of(text)}
    assert (found[words].actor, found[words].kind) == (actor, kind)


@pytest.mark.parametrize("text", [row[0] for row in NAMES] + [row[0] for row in REFERENCES])
def test_mentions_are_disjoint_inside_their_phrase_and_say_why(text: str) -> None:
    mentions = actors_of(text)
    for one, other in pairwise(mentions):
        assert one.span.end <= other.span.start
    for mention in mentions:
        assert mention.head.contains(mention.span)
        assert mention.why


def test_a_report_without_a_parse_is_refused() -> None:
    layers = layers_of("Nothing here.")
    with pytest.raises(LayerOrder):
        find_actors(Layers(report=layers.report), load_registry())
