"""Who says so: the attribution chain of a claim, from the outlet outwards."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.annotations import AttributionMention, Layers, Parse, SourceType, TimeType
from secondsource.claims.circumstances_times import mentioned
from secondsource.claims.describing import trimmed
from secondsource.claims.records import Informant, Link, Party, Time
from secondsource.claims.syntax import clause_head
from secondsource.claims.told import Informed
from secondsource.text import Evidence, Span, cover

_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_PRONOUNS = frozenset("i he she it they we who".split())
_HEARSAY = frozenset("report rumor rumour allegation speculation".split())
_SETTING_OFF = frozenset("after before since amid following despite".split())
_CITING = frozenset({"citing", "quoting"})
_ON_THE_CALENDAR = frozenset({TimeType.DATE, TimeType.TIME})
_HAD = frozenset({"had", "'d", "’d"})


def reported_by(layers: Layers, trigger: Span) -> tuple[AttributionMention, ...]:
    """The attributions with a source whose content holds ``trigger``, widest content first."""
    aside = _hearsay_beside(layers.parse, trigger) if layers.parse else None
    holding = [
        attribution
        for attribution in layers.attributions or ()
        if attribution.source
        and any(content.contains(trigger) for content in attribution.content)
        and not any(span.overlaps(trigger) for span in (*attribution.cue, *attribution.source))
        and (aside is None or aside.contains(attribution.cue[0]))
    ]
    text = layers.report.text
    holding.sort(key=lambda attribution: _from_the_outlet_outwards(text, attribution))
    return tuple(holding)


def _hearsay_beside(parse: Parse, trigger: Span) -> Span | None:
    """The phrase by which a report dates or sets what somebody says against what others report.

    In "it said …, days after reports that he was killed" the killing is no part of what it said.
    """
    for token in parse.within(trigger)[:1]:
        for above in parse.ancestors(token):
            before = parse.head(above)
            if above.lemma.lower() in _HEARSAY and before.lemma.lower() in _SETTING_OFF:
                return cover(row.span for row in parse.subtree(before))
    return None


def _from_the_outlet_outwards(
    text: str, attribution: AttributionMention
) -> tuple[int, bool, bool, Span]:
    """Wider content first; of two with one content, whoever cites the other: an outlet, or the
    one without "citing" before it."""
    told = attribution.source_type not in (SourceType.OUTLET, SourceType.SELF)
    cited = attribution.cue[0].of(text).casefold() in _CITING
    return -_width(attribution), cited, told, attribution.source[0]


def chain(
    layers: Layers,
    informed: Informed,
    reported: Iterable[AttributionMention],
    actors: Iterable[Party],
) -> tuple[Link, ...]:
    """The chain of ``reported``, from the outlet outwards.

    Whoever announces what they themselves will do or want done is the claim's actor, not a source
    of news about it.
    """
    spans = [party.words.span for party in actors]
    links = [
        _link(layers, informed, attribution)
        for attribution in reported
        if not any(source.overlaps(span) for source in attribution.source for span in spans)
    ]
    return tuple(link for at, link in enumerate(links) if not at or _is_another(link, links[:at]))


def _is_another(link: Link, before: Iterable[Link]) -> bool:
    """Whether a link inside another's content is somebody else: "he said he had learned" is not."""
    keys = {informant.key for informant in link.informants if informant.key is not None}
    if not keys and link.source.text.lower() in _PRONOUNS:
        return False
    said = {informant.key for other in before for informant in other.informants}
    return not keys or not keys <= said


def speaks_of_itself(reported: Iterable[AttributionMention], party: Party) -> bool:
    """Whether the words of ``party`` are a source's own words, which its content does not hold."""
    return any(
        source.overlaps(party.words.span)
        and not any(content.contains(party.words.span) for content in attribution.content)
        for attribution in reported
        for source in attribution.source
    )


def _width(attribution: AttributionMention) -> int:
    return sum(len(content) for content in attribution.content)


def _link(layers: Layers, informed: Informed, attribution: AttributionMention) -> Link:
    text = layers.report.text
    source = attribution.source[0]
    informants = informed[attribution.cue]
    told = informed.outlet(attribution.cue)
    only = informants[0] if len(informants) == 1 else None
    return Link(
        source=Evidence.at(text, source),
        name=_name(informants) or trimmed(source.of(text)),
        type=_type(attribution, only),
        id=only.id if only else None,
        cue=Evidence.at(text, cover(attribution.cue)) if attribution.cue else None,
        via=told.words if told else None,
        informants=informants,
        recap=_recap(layers, attribution),
        via_name=told.name if told else None,
        medium=Evidence.at(text, attribution.medium) if attribution.medium else None,
        said=_said(layers, attribution),
    )


def _name(informants: Iterable[Informant]) -> str:
    return " and ".join(informant.name for informant in informants)


def _type(attribution: AttributionMention, only: Informant | None) -> SourceType:
    if only is not None and only.key is not None:
        return only.type
    return attribution.source_type or SourceType.ANONYMOUS


def _recap(layers: Layers, attribution: AttributionMention) -> Evidence | None:
    """What shows that the report looks back: the cue in the past perfect ("had said"), or the
    month or year before its own in which it was said ("In November, an official said").

    Neither counts in what somebody else says.
    """
    if attribution.nested_in is not None or layers.parse is None:
        return None
    for span in attribution.cue:
        earlier = _earlier_month(layers, layers.parse, span)
        if earlier is not None:
            return Evidence.at(layers.report.text, earlier)
        tokens = layers.parse.within(span)
        had = [token for token in tokens if token.dep == "aux" and token.text.lower() in _HAD]
        past = [token for token in tokens if token.tag in ("VBN", "VBD") and token not in had]
        if had and past:
            return Evidence.at(layers.report.text, cover((had[0].span, past[-1].span)))
    return None


def _said(layers: Layers, attribution: AttributionMention) -> Time | None:
    """When it was said: the time that hangs on the cue, outside of what was said."""
    parse = layers.parse
    if parse is None:
        return None
    saying = {token.index for span in attribution.cue for token in parse.within(span)}
    for time in layers.times or ():
        inside = parse.within(time.span)
        if not inside or any(content.overlaps(time.span) for content in attribution.content):
            continue
        if time.type in _ON_THE_CALENDAR and clause_head(parse, inside[-1]).index in saying:
            return mentioned(layers.report.text, time, "stands with the words of saying")
    return None


def _earlier_month(layers: Layers, parse: Parse, cue: Span) -> Span | None:
    """The words for a month or year before the report's own on which the saying hangs."""
    published = layers.report.published
    said = parse.within(cue)
    if published is None or not said:
        return None
    saying = {token.index for token in said}
    for time in layers.times or ():
        coarse = time.edtf is not None and _MONTH_OR_YEAR.fullmatch(time.edtf)
        if coarse and time.edtf is not None and time.edtf < published.value[: len(time.edtf)]:
            inside = parse.within(time.span)
            if inside and clause_head(parse, inside[0]).index in saying:
                return time.span
    return None
