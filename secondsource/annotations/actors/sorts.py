"""What sort of thing a noun phrase stands for, and of which sex, as far as pronouns go."""

from __future__ import annotations

from enum import Enum

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.antecedents import NO_BODY, PLURAL
from secondsource.annotations.actors.found import Found
from secondsource.annotations.actors.people import (
    PERSON_NOUNS,
    Gender,
    gender_of_name,
    gender_of_noun,
)
from secondsource.annotations.records import ActorKind, Parse, Token

GENDERED = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}
THEY = frozenset({"they", "them", "their", "themselves"})
_SEVERAL = THEY | {"we", "us", "our"}
_PEOPLE = frozenset("people police public crowd others couple trio duo majority".split())
_BODIES = frozenset(
    "company firm agency ministry council committee commission court parliament party union "
    "team club department institute association institution newspaper channel broadcaster "
    "website bank corporation charity monitor organisation organization group movement government "
    "regime army military navy militia coalition alliance force brigade faction network "
    "administration country state nation tribe squad cabinet cartel gang junta insurgency".split()
)


class Sort(Enum):
    """What a noun phrase stands for, as far as the choice of a pronoun goes."""

    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    THING = "thing"
    THINGS = "things"


def sort_of_noun(noun: Token) -> Sort:
    """The sort of a noun that no mention of an actor is on."""
    lemma = noun.lemma.lower()
    plural = noun.tag in PLURAL
    if noun.entity == "PERSON" and noun.pos == "PROPN":
        return Sort.PERSON
    if lemma in _PEOPLE:
        return Sort.PEOPLE
    if lemma in _BODIES or (noun.entity in {"ORG", "NORP"} and noun.pos == "PROPN"):
        return Sort.PEOPLE if plural else Sort.BODY
    if lemma in PERSON_NOUNS or lemma in lexicon.COLLECTIVE:
        return Sort.PEOPLE if plural else Sort.PERSON
    return Sort.THINGS if plural else Sort.THING


def sort_of_mention(head: Token, row: Found) -> Sort:
    """The sort of an actor by its kind and by ``head``, the noun or pronoun of its mention."""
    word, kind = head.text.lower(), row.mention.kind
    pronoun = head.pos == "PRON"
    if row.mention.members or (pronoun and word in _SEVERAL):
        return Sort.PEOPLE
    if pronoun:
        return Sort.BODY if kind not in NO_BODY else Sort.PERSON
    named = kind not in NO_BODY or kind in lexicon.PERSONS
    if head.tag == "NNS" or word in _PEOPLE or (head.tag == "NNPS" and not named):
        return Sort.PEOPLE
    if kind in lexicon.PERSONS:
        return Sort.PERSON
    return _singular(head) if kind not in NO_BODY else _of_no_body(head, kind)


def _of_no_body(head: Token, kind: ActorKind) -> Sort:
    if head.lemma.lower() in PERSON_NOUNS:
        return Sort.PERSON
    return Sort.THING if kind is ActorKind.UNKNOWN else Sort.PEOPLE


def _singular(head: Token) -> Sort:
    """A rebel is a person, an army or a name is a body."""
    lemma = head.lemma.lower()
    one = head.pos == "NOUN" and lemma in PERSON_NOUNS and lemma not in _BODIES
    return Sort.PERSON if one else Sort.BODY


def gender_of_mention(parse: Parse, head: Token, row: Found) -> Gender | None:
    """The sex that a pronoun, a title, a noun or a given name at a mention gives away."""
    word = head.text.lower()
    if head.pos == "PRON":
        return GENDERED.get(word)
    if row.mention.kind not in lexicon.PERSONS:
        return gender_of_noun(head.lemma.lower())
    near = [parse[row.first - 1]] if row.first else []
    near += [*parse.children(head, "appos", "compound"), head]
    said = [gender_of_noun(token.text.lower().rstrip(".")) for token in near]
    given = row.mention.name.lower().split()
    named = [gender_of_name(word) for word in given[:2] if word.rstrip(".") not in lexicon.TITLES]
    return next((gender for gender in (*said, *named[:1]) if gender), None)
