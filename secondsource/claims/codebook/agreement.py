"""How well a codebook's words and heads agree with the labels of its examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.claims.codebook.coding import SURE
from secondsource.claims.codebook.head import LEAST, Doubles
from secondsource.claims.codebook.records import Codebook, Example, OwnType
from secondsource.claims.own_codes import CodedBy
from secondsource.claims.records import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Examples of a type that were coded so, coded so wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Of those coded so the share that is right; ``None`` where none is coded so."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """Of the type's examples the share that is coded so."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeAgreement:
    """What one type reaches: by its words, by likeness to the other examples, and by either.

    ``by_examples`` is ``None`` where there are too few examples for a head; ``kappa`` is Cohen's,
    of coding by either, ``None`` where one of both coders only ever says the same. ``roles`` counts
    the examples whose source and target the claim has in these roles, of ``with_roles`` that name
    both and are coded so. ``unclaimed`` counts the examples of the type without a claim that may
    be of it, since none is of its parent.
    """

    name: str
    examples: int
    others: int
    by_lexicon: Measure
    by_examples: Measure | None
    by_either: Measure
    kappa: float | None
    roles: int
    with_roles: int
    unclaimed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Per type and over all. ``kappa`` takes each set of types as one label."""

    codebook: str
    examples: int
    types: tuple[TypeAgreement, ...]
    kappa: float | None
    unused: tuple[str, ...]


def agreement(
    codebook: Codebook,
    found: Sequence[Sequence[Claim]],
    chances: Mapping[str, Doubles],
    unused: Sequence[str],
) -> Agreement:
    """Compare what is coded with the labels.

    Args:
        codebook: the codebook.
        found: the claims of each example, with the codes of the lexicon.
        chances: for each type with a head the chances of the examples, across folds.
        unused: words of the lexicon that fit no example.
    """
    either = [
        frozenset(kind.name for kind in codebook.types if _either(kind, claims, chances, number))
        for number, claims in enumerate(found)
    ]
    gold = [row.types for row in codebook.examples]
    return Agreement(
        codebook=codebook.name,
        examples=len(gold),
        types=tuple(_of_type(codebook, kind, found, chances) for kind in codebook.types),
        kappa=cohens_kappa(gold, either),
        unused=tuple(unused),
    )


def _of_type(
    codebook: Codebook,
    kind: OwnType,
    found: Sequence[Sequence[Claim]],
    chances: Mapping[str, Doubles],
) -> TypeAgreement:
    gold = [kind.name in row.types for row in codebook.examples]
    numbers = range(len(gold))
    either = [_either(kind, found[number], chances, number) for number in numbers]
    liked = [_liked(kind, found[number], chances, number) for number in numbers]
    roles = list(_roles(codebook.examples, found, kind, either))
    return TypeAgreement(
        name=kind.name,
        examples=sum(gold),
        others=len(gold) - sum(gold),
        by_lexicon=_measure(gold, [_named(kind, claims) for claims in found]),
        by_examples=_measure(gold, liked) if kind.name in chances else None,
        by_either=_measure(gold, either),
        kappa=cohens_kappa(gold, either),
        roles=sum(roles),
        with_roles=len(roles),
        unclaimed=sum(
            right and not _claimed(kind, claims) for right, claims in zip(gold, found, strict=True)
        ),
    )


def cohens_kappa(first: Sequence[object], second: Sequence[object]) -> float | None:
    """Agreement beyond chance of two coders of the same things (Cohen 1960); 1 is full.

    ``None`` where chance alone explains everything: both only ever give one same label, or there
    is nothing.
    """
    count = len(first)
    if not count:
        return None
    same = sum(one == other for one, other in zip(first, second, strict=True)) / count
    labels = {*first, *second}
    chance = sum(list(first).count(key) * list(second).count(key) for key in labels) / count**2
    return None if chance == 1 else (same - chance) / (1 - chance)


def too_few(row: TypeAgreement) -> str | None:
    """What is missing for a head of the type, in words."""
    if row.by_examples is not None:
        return None
    if row.examples < LEAST:
        return f"{row.name} has {row.examples} of {LEAST} examples, so only its words are used"
    return f"{row.name} has {row.others} of {LEAST} other examples, so only its words are used"


def _claimed(kind: OwnType, claims: Sequence[Claim]) -> bool:
    return any(claim.type is kind.parent for claim in claims)


def _named(kind: OwnType, claims: Sequence[Claim]) -> bool:
    return any(
        code.type == kind.name and code.by is CodedBy.LEXICON
        for claim in claims
        for code in claim.codes
    )


def _liked(
    kind: OwnType, claims: Sequence[Claim], chances: Mapping[str, Doubles], number: int
) -> bool:
    sure = kind.name in chances and chances[kind.name][number] >= SURE
    return bool(sure) and _claimed(kind, claims)


def _either(
    kind: OwnType, claims: Sequence[Claim], chances: Mapping[str, Doubles], number: int
) -> bool:
    return _named(kind, claims) or _liked(kind, claims, chances, number)


def _measure(gold: Sequence[bool], found: Sequence[bool]) -> Measure:
    rows = list(zip(gold, found, strict=True))
    return Measure(
        right=rows.count((True, True)),
        wrong=rows.count((False, True)),
        missed=rows.count((True, False)),
    )


def _roles(
    examples: Sequence[Example],
    found: Sequence[Sequence[Claim]],
    kind: OwnType,
    coded: Sequence[bool],
) -> Iterator[bool]:
    """For each example of the type that names both roles and is coded so whether they are right."""
    for row, claims, is_coded in zip(examples, found, coded, strict=True):
        if is_coded and kind.name in row.types and row.source and row.target:
            yield any(
                any(party.words.span.overlaps(row.source) for party in claim.actors)
                and any(party.words.span.overlaps(row.target) for party in claim.recipients)
                for claim in claims
                if claim.type is kind.parent
            )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
