"""A report's text in pieces over which nothing changes, each told what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from secondsource.claims import Claim, Link
from secondsource.reports import AsideKind, Report
from secondsource.text import Evidence, Span
from secondsource.views.contexts import about


class Role(Enum):
    """What words do in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    VIA = "via"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a report's text; all pieces together are the text."""

    span: Span = field(metadata=about("Where it stands in the report's text."))
    text: str = field(metadata=about("Its words."))
    claims: tuple[str, ...] = field(metadata=about("Ids of the claims that rest on these words."))
    ends: tuple[str, ...] = field(
        metadata=about("Ids of the claims whose evidence ends with these words.")
    )
    role: Role | None = field(metadata=about("What the words do in an attribution, if anything."))
    aside: AsideKind | None = field(
        metadata=about("Why it is set aside from analysis, if it is: a caption, a byline, …")
    )
    reprinted: bool = field(
        metadata=about("Whether it stands word for word in the report that this one copies.")
    )


def pieces_of(
    report: Report,
    claims: Sequence[Claim],
    *,
    reprinted: Sequence[Span] = (),
    within: Span | None = None,
) -> tuple[Piece, ...]:
    """The text, or the part ``within``, split wherever evidence, an attribution, an aside or a
    reprinted part begins or ends."""
    whole = within or Span(0, len(report.text))
    marks = [(words.span, claim.id) for claim in claims for words in claim.evidence]
    roles = dict(_roles(claims))
    asides = (one.span for one in report.aside)
    spans = [*(span for span, _ in marks), *roles, *asides, *reprinted]
    borders = {edge for span in spans for edge in (span.start, span.end)}
    edges = sorted(
        {edge for edge in borders if whole.start < edge < whole.end} | {whole.start, whole.end}
    )
    last = {key: max(span.end for span, owner in marks if owner == key) for _, key in marks}
    cutter = _Cutter(report=report, marks=marks, roles=roles, reprinted=reprinted, last=last)
    return tuple(cutter.piece(Span(start, end)) for start, end in pairwise(edges))


def _roles(claims: Iterable[Claim]) -> Iterator[tuple[Span, Role]]:
    """Later ones win: a cue stands inside what is said, a source is what one looks for."""
    links = [link for claim in claims for link in claim.attribution]
    for role in (Role.VIA, Role.CUE, Role.SOURCE):
        yield from ((words.span, role) for link in links for words in _words(link, role))


def _words(link: Link, role: Role) -> Iterator[Evidence]:
    words = {Role.SOURCE: link.source, Role.CUE: link.cue, Role.VIA: link.via}[role]
    if words is not None:
        yield words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cutter:
    """What pieces are told by: evidence with its claims, attributions, and where evidence ends."""

    report: Report
    marks: Sequence[tuple[Span, str]]
    roles: Mapping[Span, Role]
    reprinted: Sequence[Span]
    last: Mapping[str, int]

    def piece(self, span: Span) -> Piece:
        """The piece at ``span``, within which nothing changes."""
        keys = tuple(dict.fromkeys(key for marked, key in self.marks if marked.contains(span)))
        inside = [role for words, role in self.roles.items() if words.contains(span)]
        set_aside = (one.kind for one in self.report.aside if one.span.contains(span))
        return Piece(
            span=span,
            text=span.of(self.report.text),
            claims=keys,
            ends=tuple(key for key in keys if self.last[key] == span.end),
            role=inside[-1] if inside else None,
            aside=next(set_aside, None),
            reprinted=any(part.contains(span) for part in self.reprinted),
        )
