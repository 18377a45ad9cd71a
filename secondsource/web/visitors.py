"""Who asks, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a token allows; each role may do what those before it may."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"

    def allows(self, wanted: Role) -> bool:
        """Whether this role may do what ``wanted`` may."""
        order = tuple(Role)
        return order.index(self) >= order.index(wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks: the name of a token, ``None`` where no tokens are asked for.

    ``session`` is the secret of a browser that is signed in; no answer shows it.
    """

    name: str | None
    role: Role
    session: str | None = None

    @property
    def may_review(self) -> bool:
        """Whether decisions of this visitor are taken."""
        return self.role.allows(Role.REVIEW)

    @property
    def may_administer(self) -> bool:
        """Whether this visitor may do everything."""
        return self.role.allows(Role.ADMIN)


ANYBODY = Visitor(name=None, role=Role.ADMIN)
