"""The best one-to-one assignment (Kuhn 1955), in the shortest-path form of Jonker and Volgenant."""

from __future__ import annotations

from collections.abc import Mapping

_INFINITY = float("inf")


def best_assignment(weights: list[list[float]]) -> list[tuple[int, int]]:
    """Row and column pairs whose weights sum to the most.

    ``weights`` is a full matrix of numbers of at least 0; the smaller side is assigned entirely.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = [list(column) for column in zip(*weights, strict=True)]
        return sorted((row, column) for column, row in best_assignment(turned))
    return _solve([[-weight for weight in row] for row in weights])


def best_total(weights: Mapping[tuple[int, int], float]) -> float:
    """The largest sum of a one-to-one choice among sparse ``weights``, by connected component."""
    return sum(
        sum(matrix[row][column] for row, column in best_assignment(matrix))
        for matrix in _components(weights)
    )


def _components(weights: Mapping[tuple[int, int], float]) -> list[list[list[float]]]:
    rows: dict[int, set[int]] = {}
    columns: dict[int, set[int]] = {}
    for row, column in weights:
        rows.setdefault(row, set()).add(column)
        columns.setdefault(column, set()).add(row)
    matrices = []
    left = set(rows)
    while left:
        inside, reached = {left.pop()}, set[int]()
        frontier = set(inside)
        while frontier:
            fresh = set().union(*(rows[row] for row in frontier)) - reached
            reached |= fresh
            frontier = set().union(*(columns[column] for column in fresh)) - inside
            inside |= frontier
        left -= inside
        matrices.append(
            [
                [weights.get((row, column), 0.0) for column in sorted(reached)]
                for row in sorted(inside)
            ]
        )
    return matrices


def _solve(cost: list[list[float]]) -> list[tuple[int, int]]:
    """Least-cost assignment of every row; there are at least as many columns as rows."""
    rows, columns = len(cost), len(cost[0])
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(cost, row_price, column_price, owner)
    return sorted(
        (owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column]
    )


def _augment(
    cost: list[list[float]], row_price: list[float], column_price: list[float], owner: list[int]
) -> None:
    """Give the row in ``owner[0]`` a column, moving others along the cheapest path."""
    size = len(owner)
    slack = [_INFINITY] * size
    came_from = [0] * size
    done = [False] * size
    column = 0
    while owner[column]:
        done[column] = True
        row, step, following = owner[column], _INFINITY, 0
        for other in range(1, size):
            if done[other]:
                continue
            reduced = cost[row - 1][other - 1] - row_price[row] - column_price[other]
            if reduced < slack[other]:
                slack[other], came_from[other] = reduced, column
            if slack[other] < step:
                step, following = slack[other], other
        for other in range(size):
            if done[other]:
                row_price[owner[other]] += step
                column_price[other] -= step
            else:
                slack[other] -= step
        column = following
    while column:
        owner[column] = owner[came_from[column]]
        column = came_from[column]
