"""What the page about the API lists, read off the description for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of an operation."""

    name: str
    place: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One operation."""

    method: str
    path: str
    summary: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The operations about one thing."""

    name: str
    endpoints: tuple[Endpoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiContext:
    """What the page about the API shows."""

    topics: tuple[Topic, ...]


def api_context(schema: dict[str, Any]) -> ApiContext:
    """The operations of an OpenAPI description by their first tag, in its order."""
    topics: dict[str, list[Endpoint]] = {}
    for tag, endpoint in _endpoints(schema):
        topics.setdefault(tag, []).append(endpoint)
    return ApiContext(
        topics=tuple(Topic(name=tag, endpoints=tuple(found)) for tag, found in topics.items())
    )


def _endpoints(schema: dict[str, Any]) -> Iterator[tuple[str, Endpoint]]:
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            yield (
                operation["tags"][0],
                Endpoint(
                    method=method.upper(),
                    path=path,
                    summary=operation["summary"],
                    parameters=tuple(
                        Parameter(
                            name=one["name"], place=one["in"], help=one.get("description", "")
                        )
                        for one in operation.get("parameters", ())
                    ),
                ),
            )
