"""Claims that say again what another claim of the report says.

What is dropped gives its evidence to the claim that stays, so that nothing read is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondsource.annotations import Parse
from secondsource.claims.records import Claim, Modality, Party
from secondsource.claims.syntax import is_verbal
from secondsource.claims.triggers import Form, Trigger
from secondsource.text import Evidence

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_ON_THE_WAY = frozenset({"during", "after", "before", "at", "in", "since", "from", "about", "of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A claim with the trigger that it was made from; ``taken_over`` as in `Roles.antecedent`."""

    claim: Claim
    trigger: Trigger
    taken_over: bool


def without_repeats(parse: Parse, rows: Iterable[Made]) -> tuple[Claim, ...]:
    """The claims in their order, each said once.

    Dropped are, within a sentence, a claim equal to another in type, mode, parties, source,
    stance, place, time and counts that tells of the same act, and a noun that only names what
    the verb above it tells ("air strikes targeted them"); within the report, a supposition of
    what is also put forward as so, and a passing mention of what was told before ("during the
    meeting").
    """
    found = [row for row in rows if not _in_passing(parse, row)]
    asserted = {_about(row.claim) for row in found if not _supposed(row)}
    found = [row for row in found if not (_supposed(row) and _about(row.claim) in asserted)]
    kept: list[Made] = []
    for row in found:
        same = next((other for other in kept if _repeats(parse, row, other)), None)
        if same is None:
            kept.append(row)
        else:
            kept[kept.index(same)] = replace(same, claim=_with_evidence(same.claim, row.claim))
    return _told_by_verbs(parse, kept)


def _told_by_verbs(parse: Parse, rows: Sequence[Made]) -> tuple[Claim, ...]:
    claims = []
    for row in rows:
        if any(_names(parse, row, verb) for verb in rows):
            continue
        named = [noun.claim for noun in rows if _names(parse, noun, row)]
        modes = (noun.mode for noun in named if noun.mode is not None)
        claim = row.claim
        if claim.mode is None:
            claim = replace(claim, mode=next(modes, None))
        for noun in named:
            claim = _with_evidence(claim, noun)
        claims.append(claim)
    return tuple(claims)


def _in_passing(parse: Parse, row: Made) -> bool:
    claim, head = row.claim, row.trigger.head
    if not row.taken_over or row.trigger.form is not Form.NOUN or head.dep != "pobj":
        return False
    aside = parse.head(head).lemma.lower() in _ON_THE_WAY
    return aside and not (claim.place or claim.time or claim.quantities)


def _supposed(row: Made) -> bool:
    return row.claim.modality is Modality.HYPOTHETICAL


def _about(claim: Claim) -> tuple[object, ...]:
    return claim.type, frozenset(map(_who, (*claim.actors, *claim.recipients)))


def _who(party: Party) -> str:
    return party.id or party.words.text.casefold()


def _repeats(parse: Parse, row: Made, other: Made) -> bool:
    here = row.trigger.head.sentence == other.trigger.head.sentence
    return here and _content(row.claim) == _content(other.claim) and _same_act(parse, row, other)


def _same_act(parse: Parse, row: Made, other: Made) -> bool:
    """A noun may name what a verb tells, and "or" leaves open which; "killed the man they had
    captured" is two acts."""
    heads = (other.trigger.head, row.trigger.head)
    if heads[0].lemma == heads[1].lemma or Form.NOUN in (row.trigger.form, other.trigger.form):
        return True
    joined = heads[1].dep == "conj" and heads[1].head == heads[0].index
    return joined and any(word.text.lower() == "or" for word in parse.children(heads[0], "cc"))


def _content(claim: Claim) -> tuple[object, ...]:
    return (
        claim.type,
        claim.mode,
        tuple(map(_who, claim.actors)),
        tuple(map(_who, claim.recipients)),
        _circumstances(claim),
        tuple(link.source.span for link in claim.attribution),
        claim.modality,
        claim.polarity,
    )


def _circumstances(claim: Claim) -> tuple[object, ...]:
    return (
        claim.place and (claim.place.geonames_id or claim.place.name),
        claim.time and claim.time.words.span,
        tuple(count.words.span for count in claim.quantities),
    )


def _names(parse: Parse, noun: Made, verb: Made) -> bool:
    """Whether ``noun`` is an argument of ``verb`` and adds nothing to what the verb tells."""
    if noun.trigger.form is not Form.NOUN or verb.trigger.form is not Form.VERB:
        return False
    head, below = noun.trigger.head, parse.head(noun.trigger.head)
    if head.dep not in _ARGUMENTS or noun.claim.type is not verb.claim.type:
        return False
    governor = below if is_verbal(below) else parse.head(below)
    mine, theirs = noun.claim, verb.claim
    return (
        governor.index == verb.trigger.head.index
        and (mine.modality, mine.polarity) == (theirs.modality, theirs.polarity)
        and {*map(_who, mine.actors)} <= {*map(_who, theirs.actors)}
        and {*map(_who, mine.recipients)} <= {*map(_who, theirs.recipients)}
        and all(
            own in (None, (), other)
            for own, other in zip(_circumstances(mine), _circumstances(theirs), strict=True)
        )
    )


def _with_evidence(claim: Claim, other: Claim) -> Claim:
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys((*claim.evidence, *other.evidence)))
    codes = {code.type: code for code in (*other.codes, *claim.codes)}
    return replace(claim, evidence=evidence, codes=tuple(codes.values()))
