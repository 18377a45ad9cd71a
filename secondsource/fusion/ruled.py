"""What people decided about which claims are about one event, for the grouping to follow.

A later decision goes before an earlier one, and a decision before any score. What no decision says
is left to the scores: claims that were parted may each be joined by others, and a claim joins
those that were put together if it can be about the same event as one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOrder:
    """One decision: the claims ``together`` (ids) are about one event, which none of those
    ``apart`` is about."""

    together: frozenset[str]
    apart: frozenset[str] = frozenset()

    @property
    def claims(self) -> frozenset[str]:
        """All claims that it is about."""
        return self.together | self.apart


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOrders:
    """The standing decisions about events, oldest first."""

    orders: tuple[EventOrder, ...] = ()

    def partners(self, claims: Collection[str]) -> set[str]:
        """The claims that decisions name beside ``claims``, these included."""
        found = set(claims)
        for order in self.orders:
            if not order.claims.isdisjoint(claims):
                found |= order.claims
        return found

    def pairs(self, claims: Collection[str]) -> tuple[tuple[Pair, ...], frozenset[Pair]]:
        """Of ``claims``, the pairs to put into one event, by the latest decision first, and the
        pairs to keep apart. The ends of a pair are sorted."""
        said: dict[Pair, bool] = {}
        for order in reversed(self.orders):
            for pair, one in _said(order, claims):
                said.setdefault(pair, one)
        together = tuple(pair for pair, one in said.items() if one)
        return together, frozenset(pair for pair, one in said.items() if not one)


NO_ORDERS = EventOrders()


def _said(order: EventOrder, claims: Collection[str]) -> Iterator[tuple[Pair, bool]]:
    together = sorted(order.together.intersection(claims))
    yield from ((pair, True) for pair in combinations(together, 2))
    apart = sorted(order.apart.intersection(claims))
    yield from ((_sorted(pair), False) for pair in product(together, apart))


def _sorted(pair: Iterable[str]) -> Pair:
    first, second = sorted(pair)
    return first, second
