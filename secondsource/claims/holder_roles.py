"""Nouns that stand for whoever holds them: "leader", "affiliate", "spokesman"."""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.parties import Cast, parties
from secondsource.claims.records import Party
from secondsource.claims.sides import Roles, apart
from secondsource.claims.syntax import after_preposition, subjects, undergoers

_AS = frozenset({"as"})


def holder_and_group(cast: Cast, noun: Token) -> Roles:
    """Who holds a noun such as "leader" or "affiliate", and the group that the noun belongs to.

    Covers "Isis leader X", "X, the leader of Isis", "X is the leader of Isis", "Isis' leader, X".
    """
    parse = cast.parse
    group = _possessors(cast, noun)
    group += after_preposition(parse, noun, frozenset({"of", "for", "in", "to", "from"}))
    holder = [row for row in parse.children(noun, "appos") if not _is_one_of_many(parse, noun, row)]
    if noun.dep in ("compound", "nmod") and parse.head(noun).pos == "PROPN":
        holder.append(parse.head(noun))
        group += [
            token
            for token in parse.children(parse.head(noun), "compound", "nmod", "poss")
            if token.index < noun.index
        ]
    holder += [
        token
        for verb in parse.children(noun, "acl")
        if verb.lemma in ("know", "call", "name")
        for token in (*parse.children(verb, "oprd"), *after_preposition(parse, verb, _AS))
    ]
    if noun.dep == "appos":
        holder.append(parse.head(noun))
    if noun.dep in ("attr", "oprd"):
        holder += subjects(parse, parse.head(noun))
    if noun.dep == "pobj" and parse.head(noun).lemma == "as":
        holder += undergoers(parse, parse.head(parse.head(noun)))
    groups = _without(parties(cast, [token for token in group if token not in holder]), noun)
    known = {party.id for party in groups}
    holders = tuple(p for p in parties(cast, holder) if p.id not in known)
    return apart(Roles(actors=holders, recipients=groups))


def _possessors(cast: Cast, noun: Token) -> list[Token]:
    """ "A and B's branch": where only B carries the mark, the noun is B's."""
    parse = cast.parse
    found = []
    for token in parse.children(noun, "poss", "compound", "nmod", "amod"):
        marked = [row for row in parse.children(token, "conj") if parse.children(row, "case")]
        found += marked or [token]
    return found


def _is_one_of_many(parse: Parse, noun: Token, beside: Token) -> bool:
    """ "against their opponents, an official said": the next clause, no apposition."""
    single = beside.tag == "NN" and any(
        row.text.lower() in ("a", "an") for row in parse.children(beside, "det")
    )
    return noun.tag == "NNS" and single


def _without(found: tuple[Party, ...], noun: Token) -> tuple[Party, ...]:
    """Those known, or named beside ``noun`` rather than by it: "a close ally" is not its own."""
    return tuple(
        row for row in found if row.id is not None or not row.words.span.contains(noun.span)
    )
