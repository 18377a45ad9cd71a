"""Where things stand: the permalink of everything that has a page, and queries made of others."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request

CURSOR = "_next"


def report(report_id: str, claim_id: str | None = None) -> str:
    """The page of a report, or of a claim's words in it."""
    return f"/reports/{_part(report_id)}" + (f"#{_part(claim_id)}" if claim_id else "")


def claim(claim_id: str) -> str:
    """The page of a claim."""
    return f"/claims/{_part(claim_id)}"


def event(event_id: str) -> str:
    """The page of an event."""
    return f"/events/{_part(event_id)}"


def actor(actor_id: str) -> str:
    """The page of an actor."""
    return f"/actors/{_part(actor_id)}"


def tie(one: str, other: str) -> str:
    """The page of two actors; one page whichever is named first."""
    first, second = sorted((one, other))
    return f"/ties/{_part(first)}/{_part(second)}"


def listing(path: str, **filters: str) -> str:
    """A list with these filters in force."""
    return f"{path}?{urlencode(filters)}" if filters else path


def _part(words: str) -> str:
    return quote(words, safe="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The query of the page that is asked for, from which the addresses of its links are made."""

    path: str
    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: Request) -> Query:
        """The query of ``request``."""
        return cls(path=request.url.path, pairs=tuple(request.query_params.multi_items()))

    def get(self, name: str) -> str:
        """The first value of a parameter, ``""`` without one."""
        return next((value for key, value in self.pairs if key == name), "")

    def has(self, name: str, value: str) -> bool:
        """Whether a parameter has this value among its values."""
        return (name, value) in self.pairs

    def setting(self, **values: str | None) -> str:
        """The address with these parameters set, or left out where ``None``, from the first row."""
        kept = [(key, value) for key, value in self.pairs if key not in {*values, CURSOR}]
        return self._address([*kept, *((k, v) for k, v in values.items() if v is not None)])

    def staying(self, **values: str) -> str:
        """The address with these parameters set, on the same page of rows."""
        kept = [(key, value) for key, value in self.pairs if key not in values]
        return self._address([*kept, *values.items()])

    def without(self, name: str) -> Query:
        """The query without a parameter."""
        kept = tuple(pair for pair in self.pairs if pair[0] != name)
        return Query(path=self.path, pairs=kept)

    def toggling(self, name: str, value: str) -> str:
        """The address with a value of a filter added, or taken away where it is in force."""
        kept = [pair for pair in self.pairs if pair != (name, value) and pair[0] != CURSOR]
        return self._address(kept if self.has(name, value) else [*kept, (name, value)])

    def following(self, cursor: str) -> str:
        """The address of the next rows."""
        kept = [pair for pair in self.pairs if pair[0] != CURSOR]
        return self._address([*kept, (CURSOR, cursor)])

    def _address(self, pairs: list[tuple[str, str]]) -> str:
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path
