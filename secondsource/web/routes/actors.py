"""Actors: the list, and one of them."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter

from secondsource.views import (
    ActorContext,
    ActorLine,
    ActorListContext,
    actor_context,
    actor_list,
    every_actor,
)
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import (
    PAGE_SIZE,
    LedgerParameter,
    NextParameter,
    RegistryParameter,
    SizeParameter,
    WordsParameter,
)
from secondsource.web.tables import ACTORS

router = APIRouter(tags=["actors"])


def _list(
    ledger: LedgerParameter,
    q: WordsParameter = "",
    after: NextParameter = "",
    size: SizeParameter = PAGE_SIZE,
) -> ActorListContext:
    return actor_list(ledger, q, after=after or None, size=size)


def _rows(ledger: LedgerParameter, q: WordsParameter = "") -> Iterable[ActorLine]:
    return every_actor(ledger, q)


def _actor(ledger: LedgerParameter, registry: RegistryParameter, actor: str) -> ActorContext:
    return actor_context(ledger, registry, actor)


add_page(
    router,
    Page(
        path="/actors",
        template="actors.html",
        summary="Actors",
        context=_list,
        table=ACTORS,
        rows=_rows,
    ),
)
add_page(
    router,
    Page(path="/actors/{actor:path}", template="actor.html", summary="An actor", context=_actor),
)
