"""Which event a trigger's words name: its head word, inflection removed, synonyms made one."""

from __future__ import annotations

from secondsource.fusion.prose import fold_words
from secondsource.fusion.stems import stem

# News words for one kind of happening; the first of each row stands for the row.
_SYNONYMS = (
    "kill murder slay slaying homicide slain die dead death fatal fatality perish succumb deadly",
    "quake earthquake temblor tremor",
    "fire blaze inferno",
    "attack assault raid strike offensive airstrike bombardment",
    "explode explosion blast detonate bomb bombing",
    "shoot gunfire shooting",
    "fight battle clash fighting combat skirmish",
    "injure wound hurt injury",
    "arrest detain apprehend custody nab",
    "kidnap abduct abduction hostage",
    "flee escape",
    "destroy demolish gut raze",
    "damage wreck",
    "crash collide collision",
    "steal rob theft heist robbery loot",
    "charge accuse indict allege",
    "trial court hearing",
    "meet talk negotiate negotiation summit",
    "agree agreement deal accord pact",
    "truce ceasefire armistice",
    "protest demonstrate demonstration rally riot unrest",
    "resign quit",
    "name appoint nominate select pick choose tap replace",
    "announce unveil declare reveal launch",
    "buy acquire acquisition purchase takeover",
    "win victory triumph",
    "marry wed wedding marriage",
    "end finish conclude",
)
# Words that many events of one story share; they are the same event only in like surroundings.
_GENERIC = (
    "said say told announce report is was be have had has go come take make get did do it this "
    "that which who event according show found call"
)
_AFTER_HEAD = frozenset(
    "of in on at by for with from to into over out off up down as that away back about after "
    "under through against himself herself itself themselves".split()
)
_LIGHT = frozenset(
    "be have do make take get give go come is was were has had did made took got gave went came "
    "been being will would could may might can".split()
)
_CANONICAL = {stem(word): stem(row.split()[0]) for row in _SYNONYMS for word in row.split()}
_GENERIC_STEMS = frozenset(map(stem, _GENERIC.split()))


def trigger_key(words: str) -> str:
    """A key that is equal for triggers that name one kind of happening.

    The head is the last word before a preposition or particle, light verbs skipped: "went" in
    "went down", "attack" in "launched an attack on", "burned" in "was burned".
    """
    folded = fold_words(words)
    if not folded:
        return ""
    cut = next((at for at, word in enumerate(folded) if at and word in _AFTER_HEAD), len(folded))
    phrase = folded[:cut]
    heavy = [word for word in phrase if word not in _LIGHT]
    head = stem((heavy or list(phrase))[-1])
    return _CANONICAL.get(head, head)


def is_generic(key: str) -> bool:
    """Whether a trigger with this key says too little to be one event wherever it stands."""
    return key in _GENERIC_STEMS
