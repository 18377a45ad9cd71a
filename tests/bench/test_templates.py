from __future__ import annotations

import pytest

from bench.scorers.templates import ROLES, Template, compare, compare_parts, entity


def template(kind: str, **roles: list[list[str]]) -> Template:
    return Template(
        types=frozenset(kind.split("/")),
        roles=tuple(
            tuple(entity(tuple(mentions)) for mentions in roles.get(role, [])) for role in ROLES
        ),
    )


BOMBING = template(
    "bombing", PerpOrg=[["National Front", "the front"]], Target=[["a bridge"], ["the embassy"]]
)
KIDNAPPING = template("kidnapping", Victim=[["John Roe"]])


def test_normalised_mentions() -> None:
    assert entity(('The "Santo" Farm',)) == frozenset({"santo farm"})


@pytest.mark.parametrize(
    ("found", "hits", "predicted"),
    [
        # every predicted mention is among the gold entity's: right, though one is missing
        ([template("bombing", PerpOrg=[["Front"]], Target=[["bridge"]])], 3, 3),
        # one wrong mention spoils the entity
        ([template("bombing", PerpOrg=[["front", "army"]])], 1, 2),
        # an entity that is predicted twice counts once
        ([template("bombing", Target=[["bridge"], ["the bridge"]])], 2, 3),
        # an incompatible type earns nothing
        ([template("arson", Target=[["bridge"]])], 0, 2),
        ([], 0, 0),
        # the surplus template is all wrong
        ([template("bombing", Target=[["bridge"]]), template("bombing")], 2, 3),
        # the mapping is the one with most hits, whatever the order
        ([KIDNAPPING, BOMBING], 6, 6),
    ],
)
def test_hits_under_the_best_mapping(found: list[Template], hits: int, predicted: int) -> None:
    counts = compare((BOMBING, KIDNAPPING), tuple(found))
    assert (counts.hits, counts.predicted, counts.gold) == (hits, predicted, 6)


def test_mapping_prefers_the_template_with_more_fillers() -> None:
    gold = (template("attack", Target=[["bridge"]]), template("attack", Target=[["farm"]]))
    found = (template("attack", Target=[["farm"]]),)
    assert compare(gold, found).hits == 2


def test_any_of_the_acceptable_types_will_do() -> None:
    gold = (template("bombing/attack"),)
    assert compare(gold, (template("attack"),)).f1 == 1.0


def test_parts_count_under_the_best_mapping() -> None:
    one = Template(types=frozenset(["attack"]), roles=((), (entity(("front",)),), (), (), ()))
    other = Template(types=frozenset(["attack"]), roles=((entity(("rebels",)),), (), (), (), ()))
    types, perpetrators, organizations, *rest = compare_parts((one, other), (other,))
    assert (types.hits, types.predicted, types.gold) == (1, 1, 2)
    assert (perpetrators.hits, organizations.hits, organizations.gold) == (1, 0, 1)
    assert all(counts.predicted == counts.gold == 0 for counts in rest)
    assert all(counts.hits == 0 for counts in compare_parts((one,), ()))
