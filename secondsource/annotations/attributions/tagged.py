"""The trained reader's attributions as readings, joined with those of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.annotations.attribution_records import AttributionMention, SourceType
from secondsource.annotations.attributions.bounds import bounded
from secondsource.annotations.attributions.credible import (
    is_credible,
    is_nobodys,
    tells_more,
    words_of,
)
from secondsource.annotations.attributions.grammar import (
    antecedent,
    is_relative,
    run,
    span_of,
)
from secondsource.annotations.attributions.left import head_of, is_mark, left_over
from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.attributions.sources import source_type
from secondsource.annotations.engines.tagging import Role, Tagged
from secondsource.annotations.records import Layers, Parse, Token
from secondsource.text import Span

# Both were chosen on PolNeAR's development split, where neighbouring values do as well.
_SURE_WITH_RULE = 0.2
_NEARLY = 4.0  # nats


def read_tagged(
    layers: Layers,
    parse: Parse,
    tagged: Sequence[Tagged],
    ruled: Sequence[AttributionMention],
) -> Iterator[Reading]:
    """What the tagger found, with the spans and the kinds that rules give to the same cue.

    A cue that a rule reads too may be less sure; one that none reads must be credible. A rule's
    span is taken where the tagger finds it nearly as likely as its own: the parse knows better
    where a phrase ends, the tagger whether it belongs. Some of what rules alone read is kept.
    """
    read = list(bounded(layers.report.text, parse, list(_joined(layers, parse, tagged, ruled))))
    yield from read
    yield from (_of_rule(row) for row in left_over(parse, ruled, read))


def _joined(
    layers: Layers,
    parse: Parse,
    tagged: Sequence[Tagged],
    ruled: Sequence[AttributionMention],
) -> Iterator[Reading]:
    by_word = {word.index: row for row in reversed(ruled) for word in words_of(parse, row.cue)}
    for found in tagged:
        words = words_of(parse, found.cue)
        partner = next((by_word[word.index] for word in words if word.index in by_word), None)
        if partner is not None and found.score >= _SURE_WITH_RULE:
            settled = _settled(parse, found, partner)
            yield _told_by(_reading(layers, parse, settled), partner)
        elif partner is None:
            reading = _reading(layers, parse, found)
            if is_credible(parse, found, by_somebody=_by_somebody(parse, reading)):
                yield reading


def _settled(parse: Parse, found: Tagged, rule: AttributionMention) -> Tagged:
    """The tagger's spans or the rule's.

    All are the rule's where the cue is only a colon or a dash, and where the tagger's source is
    whoever passes the words on ("was quoted by state television as saying").
    """
    passed_on = rule.via is not None and _share((rule.via,), found.source)
    if passed_on or is_mark(parse, rule.cue):
        return replace(found, source=rule.source, cue=rule.cue, content=rule.content)
    source = _nearer(found, Role.SOURCE, rule.source)
    within = all(any(part.contains(row) for part in source) for row in rule.source)
    misread = not source or (within and tells_more(parse, source))
    return replace(
        found,
        source=rule.source if misread else source,
        cue=_nearer(found, Role.CUE, rule.cue),
        content=_nearer(found, Role.CONTENT, rule.content),
    )


def _nearer(found: Tagged, role: Role, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    close = bool(spans) and found.dearer(role, spans) < _NEARLY
    return spans if close else found.spans(role)


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
    source = () if is_nobodys(parse, found) else found.source
    speaker = head_of(parse, source)
    return Reading(
        source=source,
        cue=found.cue,
        content=found.content,
        source_type=_type(layers, parse, speaker),
        antecedent=_stands_for(parse, speaker),
        why=f"read by the trained tagger, which is {found.score:.0%} sure of the cue",
    )


def _by_somebody(parse: Parse, reading: Reading) -> bool:
    """Whether the source is of a sort that speaks, or a pronoun."""
    speaker = head_of(parse, reading.source)
    pronoun = speaker is not None and speaker.pos == "PRON"
    return pronoun or reading.source_type not in (None, SourceType.OTHER)


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


def _stands_for(parse: Parse, speaker: Token | None) -> Span | None:
    """The noun phrase that a relative pronoun stands for."""
    noun = antecedent(parse, speaker) if speaker is not None and is_relative(speaker) else None
    if speaker is None or noun is None:
        return None
    phrase = run(parse, noun, 0, speaker.index)
    return span_of(phrase) if phrase else None


def _share(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)
