"""Names of parties, for made sentences: states, groups and bodies of the registry, and roles."""

from __future__ import annotations

import random
from dataclasses import dataclass

from secondsource.annotations import ActorKind, load_registry

_PEOPLES = (
    "Afghan|Algerian|Armenian|Azerbaijani|Bolivian|Brazilian|British|Burmese|Chadian|Chinese|"
    "Colombian|Congolese|Cuban|Egyptian|Ethiopian|French|Georgian|German|Greek|Hungarian|Indian|"
    "Indonesian|Iranian|Iraqi|Israeli|Italian|Japanese|Jordanian|Kenyan|Lebanese|Libyan|Malian|"
    "Mexican|Moroccan|Nigerian|Pakistani|Palestinian|Peruvian|Philippine|Polish|Romanian|Russian|"
    "Rwandan|Saudi|Serbian|Somali|South African|South Korean|Spanish|Sudanese|Swedish|Syrian|"
    "Thai|Tunisian|Turkish|Ugandan|Ukrainian|US|Venezuelan|Vietnamese|Yemeni"
).split("|")
_ROLES = (
    "troops|forces|police|soldiers|government|army|security forces|authorities|officials|"
    "foreign minister|president|prime minister|parliament|opposition|lawmakers|rebels|"
    "militants|activists|students|workers|journalists|diplomats|court|prosecutors|ambassador|"
    "envoy|negotiators|refugees|farmers|teachers|villagers|intelligence agency|defence ministry"
).split("|")
_SINGLE = frozenset(
    "government army foreign minister president prime minister parliament opposition court "
    "ambassador envoy intelligence agency defence ministry".split()
)
_BODIES = (
    "the United Nations|the European Union|NATO|the African Union|the Arab League|Amnesty "
    "International|the Red Cross|the Security Council|the International Criminal Court|the World "
    "Bank|human rights groups|the opposition|the rebels|gunmen|protesters|a militia|the central "
    "government|opposition leaders|a rights group|aid workers|two foreign journalists|thousands of "
    "people|dozens of civilians|the ruling party|trade unions|the Supreme Court|the coalition|"
    "local residents|the former president|a prominent activist|the state broadcaster|tribal elders"
).split("|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What to draw names from."""

    states: tuple[str, ...]
    groups: tuple[str, ...]

    def draw(self, chance: random.Random) -> str:
        """The name of a party, as it stands inside a sentence."""
        kind = chance.random()
        if kind < 0.3:
            return chance.choice(self.states)
        if kind < 0.4:
            return chance.choice(self.groups)
        if kind < 0.6:
            return chance.choice(_BODIES)
        people, role = chance.choice(_PEOPLES), chance.choice(_ROLES)
        article = chance.choice(("the ", "the ", "a ")) if role.split()[-1] in _SINGLE else ""
        return f"{article}{people} {role}"


def load_names() -> Names:
    """The English names of the shipped registry."""
    actors = load_registry().actors
    return Names(
        states=tuple(row.name for row in actors if row.kind is ActorKind.STATE),
        groups=tuple(row.name for row in actors if row.kind is ActorKind.ARMED_GROUP),
    )
