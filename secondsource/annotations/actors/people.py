"""Words that say whether somebody is a person, a woman or a man. Written for this project.

Given names are among the commonest of the regions that reports come from; a name that both sexes
bear is left out.
"""

from __future__ import annotations

from enum import Enum

from secondsource.annotations.actors import lexicon

FEMALE_NOUNS = frozenset(
    "woman girl mother sister daughter wife widow aunt niece grandmother granddaughter queen "
    "princess spokeswoman congresswoman policewoman servicewoman businesswoman chairwoman actress "
    "lady bride heroine nun goddess hostess girlfriend fiancee mrs ms miss madam madame schoolgirl "
    "stepmother noblewoman assemblywoman councilwoman starlet mum mom".split()
)
MALE_NOUNS = frozenset(
    "man boy father brother son husband widower uncle nephew grandfather grandson king prince "
    "spokesman congressman policeman serviceman businessman chairman gentleman groom monk priest "
    "imam sheikh emir sultan mr sir boyfriend fiance gunman airman clergyman fisherman "
    "militiaman schoolboy stepfather statesman mullah ayatollah shepherd pope dad lord".split()
)
FEMALE_NAMES = frozenset(
    "abigail adriana aisha alexandra alice alicia amanda amina amy ana andrea angela anita ann "
    "anna anne annie asma ayesha barbara beatrice benazir bethany brenda carol caroline catherine "
    "charlotte cheryl christina christine cindy claire claudia condoleezza cristina cynthia "
    "deborah denise diana diane dilma donna dora dorothy edith elena elizabeth ella ellen emily "
    "emma esther eva evelyn fatima fatma federica fiona florence frances gloria grace hanan "
    "hannah heather helen helena hillary ines ingrid irene iris isabel jacqueline jane janet "
    "jennifer jessica joan joanna josephine joyce judith julia julie karen kate katherine "
    "kathleen kathryn katie khadija kristen laila laura lauren layla leila lena leyla linda "
    "lindsay lisa louise lucia lucy lydia madeleine magdalena malala margaret maria mariam marie "
    "marina martha marwa mary maryam megan melanie melissa mercedes michelle miriam mona monica "
    "nadia nancy natalia natalie natasha nicole nikki nina nour olga olivia pamela patricia paula "
    "penelope rachel rania rebecca rita rosa rosemary ruth sabrina salma samantha sandra sara "
    "sarah sharon sheila shirin sofia sonia sophia sophie stella stephanie susan suzanne sylvia "
    "tamara tanya tara teresa theresa tina ursula valerie vanessa vera veronica victoria virginia "
    "wendy yasmin yasmine yulia zahra zainab zeinab zeynep".split()
)
MALE_NAMES = frozenset(
    "aaron abdul abdullah abdulrahman abu adam adel adnan ahmad ahmed akbar alan albert alexander "
    "alfred ali amir anas andrew angel anthony anwar ariel arthur ashraf ayman aziz baker "
    "barack bashar bassam ben benjamin bernard bill binyamin bob boris brian bruce burhan carl "
    "carlos charles chris christopher colin craig daniel dave david dennis dick dmitry dominic "
    "donald douglas ed edward emmanuel eric ernesto fadi faisal farid farouk faruq fernando "
    "francis francisco francois frank fred frederick gary geoffrey george gerald gordon greg "
    "gregory guy haidar hamad hamid hans harold harry hassan haytham henry herve hosni hugo "
    "hussein ibrahim igor imran isaac ismail ivan jack jacob jacques jalal jamal james jamil jan "
    "jason javier jean jeff jeffrey jeremy jerry jim jimmy joe joel john jonathan jorge jose "
    "joseph joshua juan julian justin karim keith ken kenneth kevin khaled khalid khalil kofi "
    "larry laurent lawrence leon louis luis lukas mahdi mahmoud mahmud malcolm malik manuel marc "
    "marcus mario mark martin marwan massoud matthew maurice max michael miguel mike milan "
    "mohamad mohamed mohammad mohammed muammar muhammad munir mustafa nabil nasser nathan neil "
    "nicholas nick nicolas noah norman nouri oliver omar oscar osama otto patrick paul pedro "
    "peter philip pierre qasem rafael ralph rami ramon raymond recep reggie ricardo richard "
    "robert roberto rodrigo roger ron ronald roy russell ryan saad saddam saeed salah salim sam "
    "sameer samir samuel scott sean sergei sergey simon staffan stephen steve steven taha tareq "
    "tariq terry thomas tim timothy todd tom tony vernon victor viktor vladimir vincent volodymyr "
    "walid walter wayne william yahya yasser yousef youssef yusuf zaid ziad".split()
)
_PERSONS = frozenset(
    "author actor artist athlete baby bishop boss brother businessman candidate captor "
    "chancellor coach colleague columnist coroner critic defendant deputy detective editor "
    "engineer ex-president expert figure fugitive guard heir historian inmate inspector "
    "instructor interpreter investigator jihadi juror killer lecturer lieutenant lord master "
    "mastermind neighbour neighbor nurse owner parent passenger performer physician pilot player "
    "poet pope priest prince producer professor rapper ringleader sailor scholar scientist "
    "sergeant sheriff shooter shopkeeper singer somebody someone star survivor suspect teenager "
    "terrorist thief trader translator trainer victim warlord winner worker youngster youth "
    "bomber attacker assailant kidnapper sniper jihadist extremist insurgent guerrilla separatist "
    "islamist peacekeeper conscript mercenary protester demonstrator resident villager detainee "
    "prisoner refugee dissident medic rescuer "
    "person individual man woman civilian convict driver founder co-founder hostage "
    "journalist leader magistrate manager militant president-elect rival successor "
    "predecessor traveller undersecretary veteran nationalist dealer "
    "marshal headmaster smuggler operative recruit convert defector aide mp attorney "
    "counterpart client friend relative offender robber".split()
)
PERSON_NOUNS = (
    _PERSONS
    | FEMALE_NOUNS
    | MALE_NOUNS
    | lexicon.INDIVIDUAL
    | lexicon.OFFICE
    | lexicon.TITLES
    | lexicon.PEOPLE
) - {"population", "community", "tribe", "origin", "family", "people", "head", "major"}


class Gender(Enum):
    """Whether "he" or "she" may be meant."""

    FEMALE = "female"
    MALE = "male"


def gender_of_noun(lemma: str) -> Gender | None:
    """The sex that a noun or a form of address gives away."""
    if lemma in FEMALE_NOUNS:
        return Gender.FEMALE
    return Gender.MALE if lemma in MALE_NOUNS else None


def gender_of_name(given: str) -> Gender | None:
    """The sex that a given name, in lower case, gives away."""
    if given in FEMALE_NAMES:
        return Gender.FEMALE
    return Gender.MALE if given in MALE_NAMES else None
