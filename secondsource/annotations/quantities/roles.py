"""The role of a count, from what is done to the people counted."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations.quantities import lexicon
from secondsource.annotations.quantities.phrases import NumberPhrase
from secondsource.annotations.quantities.units import Counted
from secondsource.annotations.records import Category, Parse, QuantityRole, Token

_STANDING = frozenset((QuantityRole.DETAINED, QuantityRole.DISPLACED))
_FORCED = frozenset(("force", "drive"))
_HOMES = frozenset("home house village town land city".split())
_PASSIVE = frozenset(("nsubjpass", "auxpass"))
_SUBJECT = frozenset(("nsubj", "csubj"))
_TOLL_LINKS = frozenset("at to of reached hit exceeded passed is was stands stood".split())
_SKIPPED = frozenset(
    "were was are been have has had be others other people more civilians also reportedly"
    " feared left being still seriously critically at least of them among the those".split()
)


def role(parse: Parse, number: Token, unit: Counted | None) -> tuple[QuantityRole, str]:
    """The role and the words that give it.

    Measures come first, then what follows the count ("30 others wounded"), then the verbs and
    nouns above it, nearest first, then what sort of thing is counted.
    """
    head = unit.head if unit else number
    measure = _measure(head.text.lower()) if unit else None
    if measure is not None:
        return measure, "a unit of measure"
    if head.text.lower() not in lexicon.THINGS:
        for search in (_state, _above, _before, _toll):
            found = search(parse, number if search in (_before, _toll) else head)
            if found is not None:
                return found[0], f"by {found[1].text!r}"
    return _thing(unit), "by what is counted"


def measured(phrase: NumberPhrase, measure: str | None) -> tuple[QuantityRole, str] | None:
    """The role of a sum of money or of a number with its measure written on to it."""
    if phrase.money:
        return QuantityRole.MONEY, "a currency sign"
    meant = _measure((measure or "").lower())
    return None if meant is None else (meant, "a unit of measure")


def _measure(word: str) -> QuantityRole | None:
    for words, meant in (
        (lexicon.DISTANCE, QuantityRole.DISTANCE),
        (lexicon.DURATION, QuantityRole.DURATION),
        (lexicon.MONEY, QuantityRole.MONEY),
        (lexicon.WEAPONS, QuantityRole.WEAPONS),
    ):
        if word in words:
            return meant
    return None


def _thing(unit: Counted | None) -> QuantityRole:
    if unit is None:
        return QuantityRole.OTHER
    word = unit.head.text.lower()
    return QuantityRole.STRENGTH if word in lexicon.COMBATANTS else QuantityRole.OTHER


def _state(parse: Parse, head: Token) -> tuple[QuantityRole, Token] | None:
    """The unit itself, or a word right after it, as in "five dead", "30 others wounded"."""
    own = lexicon.NOUNS.get(head.text.lower()) or lexicon.STATES.get(head.text.lower())
    if own is not None:
        # "One hostage was killed": what is done now says more than what they already were.
        return (_above(parse, head) if own in _STANDING else None) or (own, head)
    for index in range(head.index + 1, min(head.index + 5, len(parse))):
        token = parse[index]
        word = token.text.lower()
        meant = lexicon.STATES.get(word)
        if meant is not None and token.tag in ("VBN", "VBG", "JJ", "VBD", "NN", "NNS"):
            takes_object = token.tag in ("VBD", "VBN") and _has_object(parse, token)
            return None if takes_object else (meant, token)
        if word not in _SKIPPED and token.pos not in ("ADV", "AUX"):
            return None
    return None


def _has_object(parse: Parse, verb: Token) -> bool:
    """Whether a verb takes what follows as its object, so that it says nothing of what precedes."""
    following = parse[verb.index + 1] if verb.index + 1 < len(parse) else verb
    return bool(parse.children(verb, "dobj")) or following.pos == "NUM"


def _above(parse: Parse, head: Token) -> tuple[QuantityRole, Token] | None:
    """The first verb or noun above ``head`` that gives a role to what stands where it stands."""
    below = head
    for token in _upwards(parse, head):
        meant = _governed(parse, token, below)
        if meant is not None:
            return meant, token
        if token.pos in ("VERB", "AUX") and below.dep not in ("conj", "prep", "pcomp"):
            return _object_role(parse, token)
        below = token
    return None


def _upwards(parse: Parse, head: Token) -> Iterator[Token]:
    for steps, token in enumerate(parse.ancestors(head)):
        if steps > 5:
            return
        yield token


def _governed(parse: Parse, token: Token, below: Token) -> QuantityRole | None:
    lemma = token.lemma.lower()
    if token.pos in ("NOUN", "PROPN"):
        return lexicon.NOUNS.get(token.text.lower()) or lexicon.NOUNS.get(lemma)
    passive = any(row.dep in _PASSIVE for row in parse.children(token))
    if lemma in lexicon.DONE_TO:
        acting = below.dep in _SUBJECT and not passive
        agent = below.dep == "agent"
        return None if acting or agent else lexicon.DONE_TO[lemma]
    if lemma in _FORCED and _from_home(parse, token):
        return QuantityRole.DISPLACED
    if below.dep in _SUBJECT:
        return lexicon.DONE_BY.get(lemma)
    return None


def _from_home(parse: Parse, verb: Token) -> bool:
    """ "forced from their homes", "driven out of the village"."""
    return any(
        home.lemma.lower() in _HOMES
        for preposition in parse.children(verb, "prep")
        for out in (preposition, *parse.children(preposition, "prep"))
        for home in parse.children(out, "pobj")
    )


def _object_role(parse: Parse, verb: Token) -> tuple[QuantityRole, Token] | None:
    """ "left five people dead", "the death toll rose to 40": a word beside the count decides."""
    for token in parse.children(verb, "xcomp"):
        if token.lemma.lower() in lexicon.DONE_BY:
            return lexicon.DONE_BY[token.lemma.lower()], token
    for token in parse.children(verb, "oprd", "acomp", "nsubj", "dobj", "ccomp"):
        for row in (token, *parse.children(token, "compound", "acomp")):
            meant = lexicon.STATES.get(row.text.lower())
            if meant is None and token.dep == "nsubj":
                meant = lexicon.NOUNS.get(row.text.lower())
            if meant is not None:
                return meant, row
    return None


def _before(parse: Parse, number: Token) -> tuple[QuantityRole, Token] | None:
    """A verb of harm right before the number: "killing 12", "wounded more than 30"."""
    for index in range(number.index - 1, max(number.index - 5, -1), -1):
        token = parse[index]
        if token.sentence != number.sentence or token.pos in ("PUNCT", "NOUN"):
            return None
        meant = lexicon.DONE_TO.get(token.lemma.lower())
        if meant is not None and token.pos == "VERB":
            return meant, token
    return None


def _toll(parse: Parse, number: Token) -> tuple[QuantityRole, Token] | None:
    """ "put the death toll at 58", "the toll has risen to 39"; "among the dead were 20"."""
    start = parse.sentences[number.sentence][0]
    left = [parse[index] for index in range(start, number.index)]
    if any(row.text.lower() in _TOLL_LINKS for row in left[-4:]):
        toll = next((row for row in left if row.text.lower() == "toll"), None)
        if toll is not None:
            return QuantityRole.KILLED, toll
    last = [row.text.lower() for row in left[-5:]]
    if "among" in last:
        dead = next((row for row in left[-4:] if row.text.lower() in lexicon.STATES), None)
        return None if dead is None else (lexicon.STATES[dead.text.lower()], dead)
    return None


def category(unit: Counted | None) -> Category | None:
    """Which people are counted, from the unit and the words before it."""
    if unit is None:
        return None
    if unit.kin:
        return None
    words = [token.text.lower() for token in reversed(unit.phrase)]
    for word in (unit.head.text.lower(), *words):
        for meant, members in lexicon.CATEGORIES:
            if word in members:
                return meant
    return None
