"""The trained reader's attributions as readings, joined with those of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.annotations.attributions.grammar import antecedent, is_relative, run, span_of
from secondsource.annotations.attributions.lexicon import CueKind, cue_of
from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.attributions.sources import source_type
from secondsource.annotations.engines.tagging import Role, Tagged
from secondsource.annotations.records import (
    AttributionMention,
    Layers,
    Parse,
    SourceType,
    Token,
)
from secondsource.text import Span

# All three were chosen on PolNeAR's development split, where neighbouring values do as well.
_SURE = 0.5
_SURE_WITH_RULE = 0.2
_NEARLY = 4.0  # nats
_NAMING = ("NOUN", "PROPN", "PRON")


def read_tagged(
    layers: Layers,
    parse: Parse,
    tagged: Sequence[Tagged],
    ruled: Sequence[AttributionMention],
) -> Iterator[Reading]:
    """What the tagger found, with the spans and the kinds that rules give to the same cue.

    A cue that a rule reads too may be less sure. A rule's span is taken where the tagger finds it
    nearly as likely as its own: the parse knows better where a phrase ends, the tagger whether it
    belongs. Of what rules alone read, plain saying by a source outside other contents is kept.
    """
    read = list(_joined(layers, parse, tagged, ruled))
    yield from read
    for row in ruled:
        if row.source and _says(parse, row) and not any(_covers(other, row) for other in read):
            yield _of_rule(row)


def _joined(
    layers: Layers,
    parse: Parse,
    tagged: Sequence[Tagged],
    ruled: Sequence[AttributionMention],
) -> Iterator[Reading]:
    for found in tagged:
        partner = next((row for row in ruled if _share(row.cue, found.cue)), None)
        if partner is None and found.score >= _SURE:
            yield _reading(layers, parse, found)
        elif partner is not None and found.score >= _SURE_WITH_RULE:
            yield _told_by(_reading(layers, parse, _settled(found, partner)), partner)


def _settled(found: Tagged, rule: AttributionMention) -> Tagged:
    return replace(
        found,
        source=_nearer(found, Role.SOURCE, rule.source),
        cue=_nearer(found, Role.CUE, rule.cue),
        content=_nearer(found, Role.CONTENT, rule.content),
    )


def _nearer(found: Tagged, role: Role, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    close = bool(spans) and found.dearer(role, spans) < _NEARLY
    return spans if close else found.spans(role)


def _says(parse: Parse, rule: AttributionMention) -> bool:
    cues = (cue_of(token) for span in rule.cue for token in parse.within(span))
    return any(cue is not None and cue.kind is CueKind.SAY for cue in cues)


def _covers(reading: Reading, rule: AttributionMention) -> bool:
    return _share((*reading.cue, *reading.content), rule.cue)


def _of_rule(rule: AttributionMention) -> Reading:
    return Reading(
        source=rule.source,
        cue=rule.cue,
        content=rule.content,
        source_type=rule.source_type,
        via=rule.via,
        antecedent=rule.antecedent,
        why=f"{rule.why}; the trained tagger passed over it",
    )


def _reading(layers: Layers, parse: Parse, found: Tagged) -> Reading:
    speaker = head_of(parse, found.source)
    return Reading(
        source=found.source,
        cue=found.cue,
        content=found.content,
        source_type=_type(layers, parse, speaker),
        antecedent=_stands_for(parse, speaker),
        why=f"read by the trained tagger, which is {found.score:.0%} sure of the cue",
    )


def _type(layers: Layers, parse: Parse, speaker: Token | None) -> SourceType | None:
    if speaker is None:
        return None
    return source_type(parse, speaker, layers.report.text, layers.actors)


def _told_by(reading: Reading, rule: AttributionMention) -> Reading:
    same = _share(reading.source, rule.source)
    return replace(
        reading,
        source_type=reading.source_type or (rule.source_type if same else None),
        antecedent=reading.antecedent or (rule.antecedent if same else None),
        via=rule.via,
        why=f"{reading.why}; {rule.why}",
    )


def head_of(parse: Parse, spans: Sequence[Span]) -> Token | None:
    """The token that the others of a phrase depend on: a noun or pronoun where there is one."""
    tokens = [token for span in spans for token in parse.within(span)]
    inside = {token.index for token in tokens}
    tops = [row for row in tokens if row.head not in inside or row.head == row.index]
    naming = [row for row in tops if row.pos in _NAMING]
    return next(iter(naming or tops), None)


def _stands_for(parse: Parse, speaker: Token | None) -> Span | None:
    """The noun phrase that a relative pronoun stands for."""
    noun = antecedent(parse, speaker) if speaker is not None and is_relative(speaker) else None
    if speaker is None or noun is None:
        return None
    phrase = run(parse, noun, 0, speaker.index)
    return span_of(phrase) if phrase else None


def _share(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)
