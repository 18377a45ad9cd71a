"""The chances from which on the readings of the model are taken for so.

They were set on messages that the model did not learn from, by ``training/incidents/tune.py``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from secondsource.annotations import IncidentRole
from secondsource.errors import MissingResource

FILE = Path(__file__).parents[1] / "vocabulary" / "incidents.toml"


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
    entity being in an incident of one type as well as of another; ``roles`` are in their order."""

    type: float
    kind: float
    roles: tuple[RoleThresholds, ...]


@lru_cache(maxsize=1)
def load_thresholds() -> Thresholds:
    """The shipped thresholds.

    Raises:
        MissingResource: if the file is absent or does not hold them.
    """
    try:
        row = tomllib.loads(FILE.read_text(encoding="utf-8"))
        return Thresholds(
            type=float(row["type"]),
            kind=float(row["kind"]),
            roles=tuple(_role(row["roles"][role.name.lower()]) for role in IncidentRole),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise MissingResource(
            str(FILE), f"the thresholds cannot be read: {error}", "install the package again"
        ) from error


def _role(row: dict[str, float]) -> RoleThresholds:
    return RoleThresholds(first=row["first"], further=row["further"], also=row["also"])
