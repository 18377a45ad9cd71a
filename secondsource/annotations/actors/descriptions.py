"""Whom a definite description stands for: "the group", "the extremists", "the president".

Each rule links only where one earlier actor fits; where several do, the description stays without
an actor and says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.antecedents import PLURAL, like
from secondsource.annotations.actors.candidates import Candidate, candidates, entity_of
from secondsource.annotations.actors.found import Found, Meaning
from secondsource.annotations.actors.phrases import phrase, printed
from secondsource.annotations.actors.salience import salience
from secondsource.annotations.records import ActorKind, Parse, Token

# Adjectives that leave "the group" a reference; others ("new", "third") make it another.
_PLAIN = frozenset(
    "militant jihadist extremist terrorist islamist armed rebel hardline radical sunni shia shiite "
    "insurgent rival jihadi opposing separatist guerrilla warring terror same".split()
)
_ORGANISED = frozenset({ActorKind.ORGANISATION})
_HEARD = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
KINDS_OF: dict[str, Set[ActorKind]] = {
    **dict.fromkeys(lexicon.BODIES, lexicon.NAMED_BODIES),
    **dict.fromkeys("company firm team club charity foundation institute".split(), _ORGANISED),
    **dict.fromkeys("newspaper paper channel broadcaster website daily".split(), _HEARD),
    **dict.fromkeys("militia gang insurgency".split(), frozenset({ActorKind.ARMED_GROUP})),
    **dict.fromkeys("agency".split(), _HEARD | _ORGANISED | {ActorKind.INTERGOVERNMENTAL}),
    **dict.fromkeys("party".split(), frozenset({ActorKind.PARTY})),
    **dict.fromkeys("monitor".split(), frozenset({ActorKind.MONITOR})),
}
"""What sort of named actor each noun for a body may stand for."""
# Nouns that end a name and then stand for it: "the Council", "the ministry".
_IN_NAMES = frozenset(
    "front council ministry committee commission court union league party army brigade militia "
    "movement congress observatory agency organisation organization foundation institute "
    "department authority association federation bureau board corporation network alliance "
    "coalition company university battalion division centre center office legion corps".split()
)
_SAID_SO = lexicon.FIGHTERS | {"rebel", "gunman", "fighter", "attacker", "guerrilla"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_GROUPS_BACK = 2
_PEOPLE_BACK = 8
_MARGIN = 1.2
# The last named is as good a group to take up as the subject.
_LATEST = 60.0


def description_meaning(
    parse: Parse, token: Token, before: list[Found], quoted: Set[int]
) -> Meaning | None:
    """Who the definite noun ``token`` stands for, given the mentions before it."""
    lemma, plural = token.lemma.lower(), token.tag in PLURAL
    if not plural and _is_bare(parse, token):
        named = _by_last_word(parse, token, before)
        if named is not None:
            return named
        if lemma in KINDS_OF:
            return _body(parse, token, before, quoted)
    if plural and lemma in _SAID_SO and _is_bare(parse, token):
        return _fighters(parse, token, before) or _same_noun(parse, token, before)
    if not plural:
        return _office_holder(parse, token, before) or _same_noun(parse, token, before)
    return _same_noun(parse, token, before)


def is_plain(parse: Parse, token: Token) -> bool:
    """Whether nothing before the noun makes it another than those told of."""
    modifiers = parse.children(token, "amod", "compound", "nmod")
    return all(child.lemma.lower() in _PLAIN for child in modifiers)


def _is_bare(parse: Parse, token: Token) -> bool:
    return is_plain(parse, token) and not parse.children(token, "prep", "relcl", "poss")


def _by_last_word(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """The actor whose name the noun ends or begins: "Security Council", then "the council"."""
    lemma = token.lemma.lower()
    if lemma not in _IN_NAMES:
        return None
    fits = [
        row
        for row in before
        if row.mention.actor
        and not row.described
        and row.mention.kind not in lexicon.PERSONS
        and lemma in row.mention.name.lower().split()
    ]
    return _only(parse, token, fits, f"the one before with {lemma!r} in its name")


def _body(parse: Parse, token: Token, before: list[Found], quoted: Set[int]) -> Meaning | None:
    """The body of the noun's sort that is most in mind, by the weights of pronouns and of
    what was named last."""
    kinds = KINDS_OF[token.lemma.lower()]
    rows = [row for row in candidates(parse, token, before) if _is_body(row, kinds)]
    weights = salience(parse, token, rows, quoted)
    if not rows:
        return None
    last = {row.entity: row for row in sorted(rows, key=lambda row: row.head.index)}
    latest = max(rows, key=lambda row: row.head.index)
    weights[latest.entity] += _LATEST
    ranked = sorted(weights, key=lambda entity: -weights[entity])
    best = last[ranked[0]].rows[0]
    if len(ranked) > 1 and weights[ranked[0]] < _MARGIN * weights[ranked[1]]:
        return _unsure(parse, token, [best, last[ranked[1]].rows[0]])
    where = "the only one" if len(ranked) == 1 else "the one most spoken of"
    return like(best, best.mention.actor, f"refers back to {best.mention.name!r}, {where} near")


def _is_body(row: Candidate, kinds: Set[ActorKind]) -> bool:
    return (
        len(row.rows) == 1
        and row.rows[0].mention.kind in kinds
        and row.rows[0].mention.actor is not None
    )


def _fighters(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """The group last called so ("Isis extremists", then "the extremists"), else the only armed
    group of this sentence or of the nearest before with any."""
    lemma = token.lemma.lower()
    so_called = [
        row
        for row in before
        if row.mention.actor
        and row.mention.kind is ActorKind.ARMED_GROUP
        and parse[row.top].lemma.lower() == lemma
        and token.sentence - parse[row.first].sentence <= _PEOPLE_BACK
    ]
    if so_called:
        row = so_called[-1]
        return like(row, row.mention.actor, f"{row.mention.name!r} were last called {token.text}")
    if lemma not in lexicon.FIGHTERS:
        return None
    for number in range(token.sentence, max(-1, token.sentence - _GROUPS_BACK - 1), -1):
        groups = [
            row
            for row in before
            if parse[row.first].sentence == number
            and row.mention.kind is ActorKind.ARMED_GROUP
            and row.mention.actor
        ]
        if groups:
            why = "the only armed group of the sentences just before"
            return _only(parse, token, groups, why)
    return None


def _office_holder(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """The person named with that office: "President X", then "the president"."""
    lemma = token.lemma.lower()
    if lemma not in lexicon.TITLES | lexicon.OFFICE:
        return None
    said = _modifiers(parse, token)
    holders = [
        row
        for row in before
        if row.mention.actor
        and row.mention.kind in lexicon.PERSONS
        and any(
            title.lemma.lower() == lemma and said <= _modifiers(parse, title) | _around(parse, row)
            for title in _titles(parse, row)
        )
    ]
    return _only(parse, token, holders, f"the one named with the office {lemma!r}")


def _titles(parse: Parse, row: Found) -> Iterator[Token]:
    """The offices that stand by a person's name, before it or set beside it."""
    top = parse[row.top]
    yield from (child for child in parse.children(top, "compound", "appos", "nmod"))
    if row.first:
        yield parse[row.first - 1]
    if top.dep == "appos":
        yield parse.head(top)


def _around(parse: Parse, row: Found) -> frozenset[str]:
    """The words of the whole phrase around a name ("Turkish Foreign Minister X")."""
    return frozenset(t.lemma.lower() for t in parse.children(parse[row.top], "compound", "amod"))


def _same_noun(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """Whoever was described by the same noun, and by all the words that stand before it now."""
    lemma, plural = token.lemma.lower(), token.tag in PLURAL
    said = _modifiers(parse, token) - _PLAIN
    first = parse.sentences[max(0, token.sentence - _PEOPLE_BACK)][0]
    if plural:
        first = parse.sentences[max(0, token.sentence - _GROUPS_BACK)][0]
    fits = [
        _noun_meaning(parse, noun, before)
        for noun in parse.tokens[first : token.index]
        if noun.pos in _NOUNS
        and noun.lemma.lower() == lemma
        and (noun.tag in PLURAL) == plural
        and said <= _modifiers(parse, noun)
    ]
    if not fits:
        return None
    last = dict(fits)
    if len(last) > 1:
        return None if plural else _unsure(parse, token, list(last.values())[-2:])
    return next(iter(last.values()))


def _noun_meaning(parse: Parse, noun: Token, before: list[Found]) -> tuple[str, Meaning]:
    """What a noun told of before is: the key of the entity, and the meaning of a reference."""
    words = phrase(parse, noun)
    name = printed(t for t in parse.within(words) if t.dep != "det" or t.head != noun.index)
    spans = {row.mention.span: row for row in before}
    own = next((row for row in before if noun.index in row.tokens), None)
    over = [row for row in before if row.top == noun.index and noun.index not in row.tokens]
    hands = noun.lemma.lower() in lexicon.HANDS and noun.tag in PLURAL
    for row in (own, *(over if hands and len(over) == 1 else [])):
        if row is not None and (row.mention.actor or row.mention.members):
            why = f"refers back to {row.mention.name!r}"
            return entity_of(row, spans), like(row, row.mention.actor, why)
    kind = own.mention.kind if own else ActorKind.UNKNOWN
    back = own is not None and bool(own.mention.antecedents)
    key = entity_of(own, spans) if own else f"@{words.start}"
    shown = own.mention.name if own and back else name
    return key, Meaning(
        actor=None,
        name=shown,
        kind=ActorKind.OFFICE if noun.lemma.lower() in lexicon.OFFICE else kind,
        why=f"refers back to {shown!r}",
        antecedents=(own.mention.span if own else words,),
    )


def _modifiers(parse: Parse, noun: Token) -> frozenset[str]:
    rows = parse.children(noun, "amod", "compound", "nmod")
    return frozenset(row.lemma.lower() for row in rows)


def _only(parse: Parse, token: Token, rows: list[Found], why: str) -> Meaning | None:
    """The one whom all ``rows`` mean; a meaning without an actor that says so where two fit."""
    if not rows:
        return None
    spans = {row.mention.span: row for row in rows}
    last = {entity_of(row, spans): row for row in rows}
    if len(last) > 1:
        return _unsure(parse, token, list(last.values())[-2:])
    row = next(iter(last.values()))
    return like(row, row.mention.actor, f"refers back to {row.mention.name!r}, {why}")


def _unsure(parse: Parse, token: Token, two: Sequence[Found | Meaning]) -> Meaning:
    both = [row.mention if isinstance(row, Found) else row for row in two]
    names = " and ".join(repr(row.name) for row in both)
    words = phrase(parse, token)
    name = printed(t for t in parse.within(words) if t.dep != "det")
    return Meaning(actor=None, name=name, kind=both[0].kind, why=f"not sure who: {names} both fit")
