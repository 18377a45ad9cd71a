"""How many: the numbers of people, weapons and money that a trigger's clause gives."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotations import Layers, Parse, Quantity, QuantityRole, Token
from secondsource.claims.circumstances_scope import distance, in_words, kin, same_clause, top
from secondsource.claims.records import Count, Party
from secondsource.claims.syntax import clause_head
from secondsource.claims.triggers import Trigger
from secondsource.text import Evidence

_NEAR = 3
_NEAR_CASUALTIES = 6
_CASUALTIES = frozenset(
    {
        QuantityRole.KILLED,
        QuantityRole.WOUNDED,
        QuantityRole.MISSING,
        QuantityRole.DISPLACED,
        QuantityRole.DETAINED,
    }
)
_PEOPLE_AND_THINGS = _CASUALTIES | {
    QuantityRole.STRENGTH,
    QuantityRole.WEAPONS,
    QuantityRole.MONEY,
}
# A verb that says what became of people takes no count of those to whom another thing happened.
_ONLY = {
    verb: role
    for role, verbs in (
        (QuantityRole.KILLED, "kill slay murder massacre slaughter execute assassinate"),
        (QuantityRole.WOUNDED, "wound injure hurt maim"),
        (QuantityRole.DETAINED, "arrest detain abduct kidnap"),
        (QuantityRole.DISPLACED, "displace uproot"),
    )
    for verb in verbs.split()
}


def counts_of(
    layers: Layers, parse: Parse, trigger: Trigger, taking_part: Iterable[Party]
) -> tuple[Count, ...]:
    """The numbers in the clause of the trigger, and the casualties of the same happening.

    Any number counts that stands in the words of a party.
    """
    spans = [party.words.span for party in taking_part if party.id is None]
    found = []
    for quantity in layers.quantities or ():
        of_party = any(span.overlaps(quantity.span) for span in spans)
        number = top(parse, quantity.span, trigger.head.sentence)
        if number is None or not (of_party or _belongs(quantity, trigger)):
            continue
        why = _why(parse, number, trigger.head, quantity.role)
        if why is not None:
            found.append(_count(layers, quantity, why))
    return tuple(found)


def _belongs(quantity: Quantity, trigger: Trigger) -> bool:
    only = _ONLY.get(trigger.head.lemma)
    if only is not None and quantity.role in _CASUALTIES:
        return quantity.role is only
    return quantity.role in _PEOPLE_AND_THINGS


def _why(parse: Parse, number: Token, head: Token, role: QuantityRole) -> str | None:
    far = distance(parse, number, head)
    near = _NEAR_CASUALTIES if role in _CASUALTIES else _NEAR
    if far is None:
        return None
    verb = _clause_of(parse, number)
    if far <= near and same_clause(parse, verb, head):
        return "stands in the clause"
    if role not in _CASUALTIES:
        return None
    for clause in kin(parse, head):
        if in_words(clause):
            return None
        if clause.index == verb.index:
            return "stands in a clause on the same happening"
    return None


def _clause_of(parse: Parse, number: Token) -> Token:
    """The verb of the clause; "including" is none, though the parser reads it as one."""
    verb = clause_head(parse, number)
    while verb.dep == "prep" and parse.head(verb).index != verb.index:
        verb = clause_head(parse, parse.head(verb))
    return verb


def _count(layers: Layers, quantity: Quantity, why: str) -> Count:
    return Count(
        words=Evidence.at(layers.report.text, quantity.span),
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        approximate=quantity.approximate,
        unit=quantity.unit,
        role=quantity.role,
        category=quantity.category,
        why=f"{why}; {quantity.why}" if quantity.why else why,
    )
