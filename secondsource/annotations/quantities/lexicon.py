"""Words around numbers: tables from lower-cased word or lemma to meaning."""

from __future__ import annotations

from secondsource.annotations.records import Category, QuantityRole

KILLED, WOUNDED, MISSING = QuantityRole.KILLED, QuantityRole.WOUNDED, QuantityRole.MISSING
DISPLACED, DETAINED = QuantityRole.DISPLACED, QuantityRole.DETAINED


def _table(rows: dict[QuantityRole, str]) -> dict[str, QuantityRole]:
    return {word: value for value, words in rows.items() for word in words.split()}


DONE_TO = _table(
    {
        KILLED: "kill slay murder execute behead massacre assassinate slaughter martyr shoot"
        " eliminate neutralize neutralise liquidate decapitate",
        WOUNDED: "wound injure hurt maim",
        DISPLACED: "displace uproot evacuate expel",
        DETAINED: "detain arrest capture kidnap abduct imprison jail seize hold round",
    }
)
"""Verbs whose object (or passive subject) is counted in the role."""

DONE_BY = _table(
    {
        KILLED: "die perish",
        DISPLACED: "flee escape leave",
        MISSING: "disappear vanish",
    }
)
"""Verbs whose subject is counted in the role."""

STATES = _table(
    {
        KILLED: "dead killed martyred slain dying",
        WOUNDED: "wounded injured hurt",
        MISSING: "missing",
        DISPLACED: "displaced homeless refugees evacuated uprooted",
        DETAINED: "detained arrested captured kidnapped abducted captive hostage",
    }
)
"""Words that follow or stand for the people counted: "five dead", "30 others wounded"."""

NOUNS = _table(
    {
        KILLED: "death deaths fatality fatalities toll killing lives life martyr martyrs body"
        " bodies corpse corpses dead massacre execution murder",
        WOUNDED: "injury injuries wounded injured wounds",
        MISSING: "missing disappearance",
        DISPLACED: "refugee refugees displaced displacement idps",
        DETAINED: "detainee detainees prisoner prisoners hostage hostages captive captives arrest"
        " arrests abduction kidnapping captives",
    }
)
"""Nouns that carry the role themselves or govern the number."""

DISTANCE = frozenset(
    "km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres m yard"
    " yards foot feet ft cm centimeters centimetres nm".split()
)
DURATION = frozenset(
    "second seconds minute minutes hour hours day days week weeks fortnight month months year years"
    " decade decades century centuries hr hrs min mins".split()
)
MONEY = frozenset(
    "dollar dollars euro euros pound pounds lira liras dinar dinars rial rials riyal riyals ruble"
    " rubles rouble roubles usd eur gbp cent cents yen francs".split()
)
WEAPONS = frozenset(
    "rocket rockets missile missiles shell shells tank tanks mortar mortars bomb bombs gun guns"
    " rifle rifles grenade grenades mine mines launcher launchers howitzer howitzers warhead"
    " warheads warplane warplanes helicopter helicopters jet jets aircraft drone drones bullet"
    " bullets rounds explosives weapon weapons ied ieds apc apcs humvee humvees".split()
)
COMBATANTS = frozenset(
    "fighter fighters soldier soldiers troop troops militant militants rebel rebels insurgent"
    " insurgents terrorist terrorists jihadist jihadists jihadi jihadis militiaman militiamen"
    " gunman gunmen guerrilla guerrillas guerilla guerillas serviceman servicemen officer officers"
    " commander commanders combatant combatants recruit recruits extremist extremists islamist"
    " islamists mercenary mercenaries peshmerga commando commandos marine marines paratroopers"
    " policeman policemen reservists conscripts bombers assailants attackers veterans"
    " volunteers members operatives takfiris personnel".split()
)
CIVILIANS = frozenset(
    "civilian civilians resident residents villager villagers bystander bystanders noncombatant"
    " noncombatants passersby worshippers worshipers worshiper medic medics doctor doctors nurse"
    " nurses journalist journalists reporter reporters patient patients student students"
    " teacher teachers worker workers shoppers farmer farmers paramedic paramedics rescuer"
    " rescuers".split()
)
WOMEN = frozenset("woman women girl girls mother mothers female females wife wives".split())
CHILDREN = frozenset(
    "child children kid kids infant infants baby babies minor minors toddler toddlers boy boys"
    " girl girls schoolchildren newborns teenagers teenager".split()
)
PEOPLE = frozenset(
    "person people persons individual individuals man men others other victim victims inhabitant"
    " inhabitants citizen citizens family families casualties refugees hostages prisoners".split()
)

THINGS = frozenset(
    "village villages town towns city cities governorate governorates province provinces district"
    " districts area areas neighbourhood neighbourhoods neighborhood neighborhoods position"
    " positions checkpoint checkpoints base bases vehicle vehicles truck trucks building buildings"
    " house houses home homes hospital hospitals school schools hill hills site sites point points"
    " stage stages phase phases attack attacks strike strikes airstrike airstrikes raid raids"
    " blast blasts explosion explosions clash clashes battle battles convoy convoys bus buses"
    " ambulance ambulances road roads crossing crossings field fields well wells".split()
)
"""What can be captured, left or hit, and is not a casualty."""

DESIGNATED = frozenset(
    "resolution article flight brigade division battalion regiment base hill section chapter page"
    " number no. room highway route channel camp unit sector zone day phase".split()
)
"""Nouns that a number after them names: "Resolution 2254"."""

CASUALTIES = frozenset((KILLED, WOUNDED, MISSING, DISPLACED, DETAINED))

CATEGORIES: tuple[tuple[Category, frozenset[str]], ...] = (
    (Category.CHILDREN, CHILDREN),
    (Category.WOMEN, WOMEN),
    (Category.CIVILIANS, CIVILIANS),
    (Category.COMBATANTS, COMBATANTS),
)

VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "millions": 2_000_000,
}
"""The least that a plural can mean: two of its kind. There is no upper bound."""

AT_LEAST = (
    "more than|over|at least|no fewer than|no less than|not less than|upwards of|in excess of"
)
AT_MOST = (
    "up to|as many as|as much as|at most|no more than|not more than|less than|fewer than|under"
)
NEAR = "about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated|circa"
