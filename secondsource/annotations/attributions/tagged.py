"""The trained reader's attributions as readings, joined with those of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.annotations.attributions.bounds import bounded
from secondsource.annotations.attributions.credible import is_credible, only_hedges, words_of
from secondsource.annotations.attributions.grammar import (
    SUBJECTS,
    antecedent,
    is_relative,
    run,
    span_of,
)
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

# Both were chosen on PolNeAR's development split, where neighbouring values do as well.
_SURE_WITH_RULE = 0.2
_NEARLY = 4.0  # nats
_NAMING = ("NOUN", "PROPN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PASSED_ON = frozenset(
    {
        CueKind.SAY,
        CueKind.CLAIM,
        CueKind.DENIAL,
        CueKind.WARNING,
        CueKind.THREAT,
        CueKind.PROMISE,
        CueKind.ACCUSATION,
    }
)


def read_tagged(
    layers: Layers,
    parse: Parse,
    tagged: Sequence[Tagged],
    ruled: Sequence[AttributionMention],
) -> Iterator[Reading]:
    """What the tagger found, with the spans and the kinds that rules give to the same cue.

    A cue that a rule reads too may be less sure; one that none reads must be credible. A rule's
    span is taken where the tagger finds it nearly as likely as its own: the parse knows better
    where a phrase ends, the tagger whether it belongs. Of what rules alone read, plain saying by a
    source is kept, and inside other contents what a third party, named outright, says, claims,
    denies, threatens or promises.
    """
    read = list(bounded(layers.report.text, parse, list(_joined(layers, parse, tagged, ruled))))
    yield from read
    for row in ruled:
        if row.source and _is_left(parse, row, read):
            yield _of_rule(row)


def _joined(
    layers: Layers,
    parse: Parse,
    tagged: Sequence[Tagged],
    ruled: Sequence[AttributionMention],
) -> Iterator[Reading]:
    for found in tagged:
        partner = next((row for row in ruled if _share(row.cue, found.cue)), None)
        if partner is not None and found.score >= _SURE_WITH_RULE:
            yield _told_by(_reading(layers, parse, _settled(found, partner)), partner)
        elif partner is None:
            reading = _reading(layers, parse, found)
            if is_credible(parse, found, by_somebody=_by_somebody(parse, reading)):
                yield reading


def _settled(found: Tagged, rule: AttributionMention) -> Tagged:
    """The tagger's spans or the rule's. Whom the rule takes to pass the words on is no source:
    then the tagger has misread the clause ("was quoted by state television as saying")."""
    if rule.via is not None and _share((rule.via,), found.source):
        return replace(found, source=rule.source, cue=rule.cue, content=rule.content)
    return replace(
        found,
        source=_nearer(found, Role.SOURCE, rule.source) or rule.source,
        cue=_nearer(found, Role.CUE, rule.cue),
        content=_nearer(found, Role.CONTENT, rule.content),
    )


def _nearer(found: Tagged, role: Role, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    close = bool(spans) and found.dearer(role, spans) < _NEARLY
    return spans if close else found.spans(role)


def _is_left(parse: Parse, rule: AttributionMention, read: Sequence[Reading]) -> bool:
    """Whether an attribution that rules alone read is kept beside what the tagger found."""
    if any(_share(row.cue, rule.cue) for row in read):
        return False
    if all(token.pos == "PUNCT" for token in words_of(parse, rule.cue)):
        return not any(_share(row.content, rule.cue) for row in read)
    kinds = {cue.kind for token in words_of(parse, rule.cue) if (cue := cue_of(token)) is not None}
    if not any(_share(row.content, rule.cue) for row in read):
        return CueKind.SAY in kinds
    return bool(kinds & _PASSED_ON) and _is_third_party(parse, rule)


def _is_third_party(parse: Parse, rule: AttributionMention) -> bool:
    """Whether a source that is named outright says something in a clause of its own."""
    speaker = head_of(parse, rule.source)
    named = speaker is not None and speaker.pos in ("NOUN", "PROPN")
    finite = any(token.tag in _FINITE for token in words_of(parse, rule.cue))
    return named and finite and _is_clause(parse, rule.content)


def _is_clause(parse: Parse, content: Sequence[Span]) -> bool:
    said = words_of(parse, content)
    return said[0].tag == "TO" or any(token.dep in SUBJECTS for token in said)


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
    source = () if only_hedges(parse, found.cue) else found.source
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
    """Whether the source is of a known sort, or a pronoun."""
    speaker = head_of(parse, reading.source)
    return reading.source_type is not None or (speaker is not None and speaker.pos == "PRON")


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
