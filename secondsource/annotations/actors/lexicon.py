"""Nouns that say what sort of actor a phrase stands for, written for this project.

Singular lemmas, except where only the plural has the sense. General English of conflict reports;
none is taken from a report.
"""

from __future__ import annotations

from secondsource.annotations.records import ActorKind

# After a state's name or adjective: whose doing it is.
FORCES = frozenset(
    "army military troop force soldier warplane jet aircraft plane airforce navy fighter-jet "
    "helicopter gunship drone tank artillery infantry paratrooper marine commando serviceman "
    "conscript garrison bomber serviceperson airman battalion brigade division ship vessel fleet "
    "personnel".split()
)
GOVERNMENT = frozenset(
    "government regime authority administration cabinet ministry parliament presidency leadership "
    "judiciary intelligence consulate embassy delegation junta".split()
)
OFFICE = frozenset(
    "official president premier minister ambassador envoy diplomat leader ruler king queen "
    "chancellor lawmaker senator spokesman spokeswoman spokesperson secretary general commander "
    "officer negotiator representative emissary politician prosecutor governor mp deputy admiral "
    "colonel brigadier captain major chief director head chairman counterpart".split()
)
ACTS = frozenset(
    "strike airstrike raid attack bombardment bombing shelling offensive operation campaign "
    "intervention invasion incursion support aid policy strategy plan decision proposal backing "
    "assistance pressure sanction demand threat response position statement involvement presence "
    "assault missile bomb stance request veto role action effort move withdrawal occupation "
    "ally interest mission initiative coalition allies partner".split()
)
# What comes after a state's name and makes it a description of people or of a place, not of it.
PEOPLE = frozenset(
    "civilian people refugee hostage national citizen resident villager worker journalist reporter "
    "aid-worker family child woman man boy girl activist student teacher doctor migrant prisoner "
    "protester demonstrator victim tourist volunteer writer analyst expert correspondent "
    "photographer immigrant patient believer population community tribe origin".split()
)
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
PLACES = frozenset(
    "province city town village district governorate region area border territory capital soil "
    "coast airspace frontier desert mountain valley side crossing countryside north south east "
    "west neighborhood neighbourhood suburb road highway river camp airport base port island "
    "plain outskirts street square refinery oilfield field dam barrage bridge airbase lake mosque "
    "hospital".split()
)
# Words between a state and its "forces" that make them somebody else's.
OPPOSED = frozenset(
    "rebel opposition insurgent kurdish militant islamist jihadist anti tribal extremist terrorist "
    "revolutionary democratic backed allied separatist".split()
)
LINKED = frozenset(
    "led backed allied supported controlled held armed trained funded aligned sponsored "
    "dominated occupied affiliated linked inspired ruled run owned brokered supplied".split()
)
# The same, where the name is only a place ("UK-based").
SITUATED = frozenset({"based", "born", "wide", "bound"})
# Words that make a group an armed one.
ARMED = frozenset(
    "rebel militant armed terrorist terror extremist jihadist islamist insurgent opposition "
    "separatist guerrilla paramilitary jihadi fighting".split()
)
# Metonyms that are no cities: they stand for their state wherever they are not a place to be in.
SEATS = frozenset(
    "pentagon;white house;kremlin;state department;downing street;whitehall;foggy bottom;"
    "capitol hill;elysee palace;quai dorsay;sublime porte".split(";")
)
POLITICAL = frozenset(
    "accuse agree announce argue back blame call claim condemn criticise criticize declare demand "
    "deny dismiss fear hope impose insist launch order oppose pledge propose promise refuse reject "
    "reply respond say seek send state suggest support tell threaten urge veto view vow want warn "
    "welcome consider see hold support decide plan try maintain aim describe regard list designate "
    "arm train fund provide negotiate recognise recognize sign withdraw suspend cut expel summon "
    "allege admit confirm classify class count act intervene protest react retaliate complain "
    "object concede acknowledge reiterate stress urge hint rule rebuff dispute contend "
    "maintain".split()
)
RELATIONS = frozenset(
    "talk relation agreement deal tension dispute war alliance cooperation co-operation "
    "negotiation tie pact truce ceasefire rift conflict accord treaty summit rapprochement".split()
)
GIVING = frozenset(
    "give supply provide sell offer deliver hand grant loyal pledge respond reply answer appeal "
    "belong report submit refer deny attribute extradite appeal turn contribute".split()
)
SENDING_NOUNS = frozenset(
    "support aid pressure backing help weapon funding request demand opposition threat assistance "
    "statement response criticism call condemnation attack".split()
)
MOTION = frozenset(
    "leave flee enter reach cross visit tour quit depart escape exit straddle span border".split()
)
LOCATIVE = frozenset(
    "in near across into inside throughout around at outside over through within toward towards "
    "along onto off beyond off opposite".split()
)
PARTNERS = frozenset("with against between by among amongst alongside versus".split())

# Craft act only where they are what the clause is about.
CRAFT = frozenset("warplane jet aircraft helicopter airplane plane gunship drone".split())

# Generic descriptions of several people or a body.
COLLECTIVE: dict[str, ActorKind] = {
    **dict.fromkeys(
        "rebel insurgent militant extremist jihadist jihadi terrorist fighter gunman guerrilla "
        "guerilla militiaman militia insurgency paramilitary separatist islamist mujahideen "
        "hardliner mercenary assailant attacker kidnapper bomber sniper rebellion moderate".split(),
        ActorKind.ARMED_GROUP,
    ),
    **dict.fromkeys(
        "troop soldier army military force navy conscript peacekeeper personnel".split()
        + sorted(CRAFT),
        ActorKind.MILITARY,
    ),
    **dict.fromkeys("police policeman".split(), ActorKind.GOVERNMENT),
    **dict.fromkeys(
        "government regime authority administration junta".split(), ActorKind.GOVERNMENT
    ),
    **dict.fromkeys("coalition".split(), ActorKind.COALITION),
    **dict.fromkeys(
        "civilian resident villager inhabitant refugee hostage woman child family student worker "
        "farmer peasant patient prisoner detainee bystander passer-by bystanders citizen".split(),
        ActorKind.CIVILIANS,
    ),
    **dict.fromkeys(
        "protester demonstrator activist opponent journalist doctor medic rescuer dissident "
        "campaigner volunteer lawyer supporter partner ally enemy member employee perpetrator "
        "delegation".split(),
        ActorKind.COMMUNITY,
    ),
    **dict.fromkeys("opposition".split(), ActorKind.ORGANISATION),
    **dict.fromkeys("people man victim".split(), ActorKind.UNKNOWN),
    **dict.fromkeys(
        "faction brigade battalion affiliate offshoot branch gang cell".split(),
        ActorKind.ARMED_GROUP,
    ),
    **dict.fromkeys(
        "group organisation organization movement network".split(), ActorKind.ORGANISATION
    ),
}
# People who speak or act one by one; in the singular they are unnamed persons.
INDIVIDUAL = frozenset(
    "official commander spokesman spokeswoman spokesperson source leader witness analyst expert "
    "correspondent reporter diplomat officer general emissary envoy representative minister "
    "president ambassador monitor chief colonel resident activist fighter rebel militant soldier "
    "doctor gunman policeman speaker observer captain sheikh cleric imam preacher judge "
    "lawmaker politician senator governor mayor attendee adviser advisor insider secretary "
    "premier".split()
)
# People and arms through which a body acts: "leaders from Isis", "its forces".
HANDS = frozenset(
    "leader member fighter militant commander representative emissary attendee official soldier "
    "force troop gunman rebel operative veteran unit delegate supporter follower warplane plane "
    "jet aircraft man insurgent envoy element detachment spokesman jihadist".split()
)
# Bodies that "the group", "the organisation" may stand for.
BODIES = frozenset("group organisation organization movement faction network outfit".split())
FIGHTERS = frozenset("extremist militant jihadist jihadi insurgent terrorist islamist".split())
SIDES = frozenset("side party rival adversary foe enemy".split())
COUNTRIES = frozenset("country nation government state ally neighbour neighbor".split())
NAMED_BODIES = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANISATION,
        ActorKind.PARTY,
        ActorKind.COALITION,
    }
)
PERSONS = frozenset({ActorKind.PUBLIC_FIGURE, ActorKind.PRIVATE_PERSON, ActorKind.OFFICE})
TITLES = frozenset(
    "president minister premier prime secretary ambassador general spokesman spokeswoman "
    "spokesperson commander leader chief king queen sheikh colonel captain major admiral senator "
    "governor mayor chancellor envoy director head emir mullah ayatollah lieutenant "
    "brigadier".split()
)
