"""What the query of an address says: the ledger that is asked, and how a list is cut."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, TypeVar

from fastapi import Depends, Query, Request

from secondsource.annotations import Registry, load_registry
from secondsource.errors import UsageError
from secondsource.ledger import Ledger
from secondsource.web.options import WebOptions

Choice = TypeVar("Choice", bound=Enum)
PAGE_SIZE = 50
LARGEST_PAGE = 500


async def ledger_of(request: Request) -> Ledger:
    """The ledger that the application serves."""
    ledger: Ledger = request.app.state.ledger
    return ledger


async def registry_of(request: Request) -> Registry:
    """The registry of actors, the user's own over the shipped one."""
    options: WebOptions = request.app.state.options
    return load_registry(options.registry)


LedgerParameter = Annotated[Ledger, Depends(ledger_of)]
RegistryParameter = Annotated[Registry, Depends(registry_of)]
SizeParameter = Annotated[
    int, Query(alias="_size", ge=1, le=LARGEST_PAGE, description="Rows a page.")
]
NextParameter = Annotated[
    str, Query(alias="_next", max_length=2000, description="Where the page begins.")
]
SortParameter = Annotated[
    str, Query(alias="_sort", max_length=40, description="What to sort by, the first one first.")
]
SortDownParameter = Annotated[
    str,
    Query(alias="_sort_desc", max_length=40, description="What to sort by, the last one first."),
]
FacetParameter = Annotated[
    list[str],
    Query(alias="_facet", max_length=20, description="What to count rows by; all if not given."),
]
WordsParameter = Annotated[
    str, Query(alias="q", max_length=400, description='Words that must all be there; "a phrase".')
]
ValuesParameter = Annotated[
    list[str],
    Query(max_length=100, description="Any of these values; an empty one for rows without."),
]


def sorting(ascending: str, descending: str, usual: Choice) -> tuple[Choice, bool]:
    """What to sort by, and whether downwards; ``usual`` downwards where nothing is asked.

    Raises:
        UsageError: if both are given, or one is not a choice of that kind.
    """
    if ascending and descending:
        raise UsageError("_sort", "_sort and _sort_desc exclude each other", "give one")
    asked = ascending or descending
    return (choice(type(usual), asked, "_sort"), not ascending) if asked else (usual, True)


def choices(kind: type[Choice], asked: list[str], parameter: str) -> tuple[Choice, ...]:
    """The choices asked for; all where none is.

    Raises:
        UsageError: if one is not a choice of that kind.
    """
    return tuple(choice(kind, one, parameter) for one in asked) or tuple(kind)


def choice(kind: type[Choice], asked: str, parameter: str) -> Choice:
    """The member of ``kind`` with this value.

    Raises:
        UsageError: if there is none.
    """
    try:
        return kind(asked)
    except ValueError as error:
        known = ", ".join(str(one.value) for one in kind)
        raise UsageError(parameter, f"“{asked}” is not a choice", f"take one of {known}") from error
