"""Texts of a line or two, parsed and searched for actors."""

from __future__ import annotations

from secondsource.annotations.actors import find_actors, load_registry
from secondsource.annotations.engines.parser import load_parser
from secondsource.annotations.records import ActorMention, Layers
from secondsource.reports import Report, report_id
from secondsource.text import Span


def layers_of(text: str) -> Layers:
    """The text as a report of one paragraph a line, parsed."""
    body, start = [], 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line)).trim(text)
        start += len(line)
        if len(span):
            body.append(span)
    report = Report(id=report_id(text, None), text=text, body=tuple(body))
    (parse,) = load_parser().parse([report])
    return Layers(report=report, parse=parse)


def actors_of(text: str) -> tuple[ActorMention, ...]:
    return find_actors(layers_of(text), load_registry())


def linked(text: str) -> dict[str, str | tuple[str, ...] | None]:
    """For the words of each mention, the actor or the members; the last of equal words wins."""
    return {m.span.of(text): m.members or m.actor for m in actors_of(text)}
