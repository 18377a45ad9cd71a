"""The chances from which on the readings of the model are taken for so.

They were set on messages that the model did not learn from, by ``training/incidents/tune.py``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from secondsource.annotations import IncidentRole
from secondsource.errors import MissingResource


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleThresholds:
    """From which score on an entity is taken: the ``first`` of its role in an incident, the
    ``further`` ones, and ``also`` a further mention of one."""

    first: float
    further: float
    also: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """``type`` is the chance from which an incident of a type is told of, ``kind`` that of an
    entity being in an incident of one type as well as of another, ``apart`` the product of links
    below which two entities are in different incidents. ``roles`` are in the order of the roles."""

    type: float
    kind: float
    apart: float
    roles: tuple[RoleThresholds, ...]


@lru_cache(maxsize=1)
def load_thresholds() -> Thresholds:
    """The shipped thresholds.

    Raises:
        MissingResource: if the file is absent or does not hold them.
    """
    source = files("secondsource.claims").joinpath("vocabulary", "incidents.toml")
    try:
        row = tomllib.loads(source.read_text(encoding="utf-8"))
        return Thresholds(
            type=float(row["type"]),
            kind=float(row["kind"]),
            apart=float(row["apart"]),
            roles=tuple(_role(row["roles"][role.name.lower()]) for role in IncidentRole),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise MissingResource(
            str(source), f"the thresholds cannot be read: {error}", "install the package again"
        ) from error


def _role(row: dict[str, float]) -> RoleThresholds:
    return RoleThresholds(first=row["first"], further=row["further"], also=row["also"])
