"""From a text and what is known about it to a `Report`.

1. Find the paragraphs.
2. Find the furniture: boilerplate, date lines, dateline, credits, title, byline.
3. Set it aside, with what is printed twice; the rest is body.
4. State each value with where it was found. What the caller gave wins over the file's own fields,
   those over the text, and the text over the address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.reports.boilerplate import boilerplate, repetitions
from secondsource.reports.byline import Byline, find_byline
from secondsource.reports.cleaning import body_and_aside
from secondsource.reports.credits import Credit, find_credits
from secondsource.reports.dateline import Dateline, find_dateline
from secondsource.reports.language import language_of
from secondsource.reports.news_names import agency, is_outlet
from secondsource.reports.outlet import outlet_by_address, outlet_in, publishing_agency
from secondsource.reports.paragraphs import BLANK, paragraphs, trimmed
from secondsource.reports.published import DateLine, date_lines, published_date
from secondsource.reports.records import Aside, AsideKind, Basis, Report, Stated, report_id
from secondsource.reports.stamps import stamp
from secondsource.reports.title import find_title
from secondsource.text import Span, subtract


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known about a text before it is read: from the caller, its file or its address."""

    outlet: Stated | None = None
    byline: Stated | None = None
    agency: Stated | None = None
    title: Stated | None = None
    published: Stated | None = None
    path: str | None = None
    url: str | None = None
    bytes_sha256: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Furniture:
    """What was found around the sentences of a text."""

    boilerplate: tuple[Aside, ...]
    dates: tuple[DateLine, ...]
    dateline: Dateline | None
    credits: tuple[Credit, ...]
    title: Span | None
    byline: Byline | None


def from_text(  # noqa: PLR0913 - what a caller may know about a text, each by name
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    byline: str | None = None,
    agency: str | None = None,
    title: str | None = None,
    path: str | None = None,
    url: str | None = None,
) -> Report:
    """A report from a text and what the caller says about it (basis ``GIVEN``).

    ``published`` is EDTF, an ISO 8601 or RFC 822 stamp, or an English date; words that are none
    of these are left out and noted. Never fails: an empty text gives a report without a body.
    """
    when = stamp(published) if published else None
    unread = (f"the given date {published!r} is no date",) if published and not when else ()
    known = Known(
        outlet=given(outlet),
        byline=given(byline),
        agency=given(agency),
        title=given(title),
        published=given(when),
        path=path,
        url=url,
        bytes_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        notes=unread,
    )
    return assemble(text, known)


def given(value: str | None) -> Stated | None:
    """A value that the caller states, or nothing where it is empty."""
    return stated(value, Basis.GIVEN)


def stated(value: str | None, basis: Basis) -> Stated | None:
    """``value`` with its white space folded, or nothing where that leaves nothing."""
    words = " ".join(value.split()) if value else ""
    return Stated(value=words, basis=basis) if words else None


def assemble(text: str, known: Known) -> Report:
    """The report of ``text``."""
    spans = paragraphs(text)
    found = _furniture(text, spans)
    title = known.title or _title(text, found)
    asides = _asides(text, spans, found, title.value if title else None)
    body, aside = body_and_aside(text, spans, asides)
    outlet = known.outlet or _outlet(text, found) or outlet_by_address(known.url)
    return Report(
        id=report_id(text, outlet.value if outlet else None),
        text=text,
        body=body,
        aside=aside,
        outlet=outlet,
        byline=known.byline or _byline(text, found.byline),
        agency=known.agency or _agency(text, found),
        title=title,
        dateline=_dateline(text, found.dateline),
        published=known.published or _published(found),
        language=language_of(" ".join(span.of(text) for span in body[:6])),
        path=known.path,
        url=known.url,
        bytes_sha256=known.bytes_sha256,
        notes=known.notes,
    )


def _furniture(text: str, spans: Sequence[Span]) -> _Furniture:
    lines = boilerplate(text, spans)
    plain = _without(spans, [aside.span for aside in lines])
    dates = date_lines(text, plain)
    credits_found = find_credits(text, plain)
    taken = [*(line.span for line in dates), *(credit.span for credit in credits_found)]
    stories = _after_openings(text, plain, dates)
    title = find_title(text, stories, taken)
    byline = find_byline(text, plain, dates, title)
    if byline is not None and title == byline.span:
        title = find_title(text, stories, [*taken, byline.span])
    return _Furniture(
        boilerplate=lines,
        dates=dates,
        dateline=find_dateline(text, stories),
        credits=credits_found,
        title=title,
        byline=byline,
    )


def _without(spans: Sequence[Span], removed: Sequence[Span]) -> tuple[Span, ...]:
    gone = set(removed)
    return tuple(span for span in spans if span not in gone)


def _after_openings(
    text: str, spans: Sequence[Span], dates: Sequence[DateLine]
) -> tuple[Span, ...]:
    """The paragraphs without their date lines; a date inside one leaves two."""
    holes = [line.span for line in dates]
    pieces = (trimmed(text, piece) for span in spans for piece in subtract(span, holes))
    return tuple(piece for piece in pieces if len(piece))


def _asides(
    text: str, spans: Sequence[Span], found: _Furniture, title: str | None
) -> Iterator[Aside]:
    """What is set aside, the surest first."""
    yield from (Aside(span=line.span, kind=AsideKind.DATE_LINE) for line in found.dates)
    if found.byline is not None:
        yield Aside(span=found.byline.span, kind=AsideKind.BYLINE)
    if found.dateline is not None:
        only_credit = found.dateline.place is None
        kind = AsideKind.CREDIT if only_credit else AsideKind.DATE_LINE
        yield Aside(span=found.dateline.span, kind=kind)
    yield from (Aside(span=credit.span, kind=AsideKind.CREDIT) for credit in found.credits)
    yield from found.boilerplate
    yield from repetitions(text, spans, title)


def _title(text: str, found: _Furniture) -> Stated | None:
    return _in_text(text, found.title)


def _byline(text: str, byline: Byline | None) -> Stated | None:
    return _in_text(text, byline.who if byline else None)


def _in_text(text: str, span: Span | None) -> Stated | None:
    if span is None:
        return None
    words = " ".join(span.of(text).strip(BLANK).split())
    return Stated(value=words, basis=Basis.TEXT, span=span) if words else None


def _dateline(text: str, dateline: Dateline | None) -> Stated | None:
    return _in_text(text, dateline.place if dateline else None)


def _agency(text: str, found: _Furniture) -> Stated | None:
    """The agency credited, in the dateline first, then beside the date, then in a credit."""
    in_dateline = _dateline_credit(found.dateline)
    if in_dateline is not None and not is_outlet(in_dateline.value):
        return in_dateline
    for line in found.dates:
        name = agency(line.agency.of(text)) if line.agency else None
        if name is not None and line.agency is not None:
            return _named(name, line.agency)
    for credit in found.credits:
        if credit.agency is not None and credit.named is not None:
            return _named(credit.agency, credit.named)
    return publishing_agency(text, [aside.span for aside in found.boilerplate])


def _named(name: str, span: Span) -> Stated:
    return Stated(value=name, basis=Basis.TEXT, span=span)


def _dateline_credit(dateline: Dateline | None) -> Stated | None:
    if dateline is None or dateline.agency is None or dateline.credit is None:
        return None
    return _named(dateline.agency, dateline.credit)


def _outlet(text: str, found: _Furniture) -> Stated | None:
    """The outlet by its page's furniture, else an outlet that signs the dateline ("(CNN) —")."""
    lines = [aside.span for aside in found.boilerplate]
    signed = _dateline_credit(found.dateline)
    by_page = outlet_in(text, lines, found.title)
    return by_page or (signed if signed and is_outlet(signed.value) else None)


def _published(found: _Furniture) -> Stated | None:
    """A full date by the text, else what the dateline gives (with its year unknown)."""
    dated = published_date(found.dates)
    if dated is not None:
        return Stated(value=dated.edtf, basis=Basis.TEXT, span=dated.span)
    dateline = found.dateline
    if dateline is None or dateline.edtf is None or dateline.when is None:
        return None
    return Stated(value=dateline.edtf, basis=Basis.TEXT, span=dateline.when)
