"""Who is who among a report's sources: "the official" is the "Syrian opposition official" above.

Read from the start of the report to its end, the title last, since a headline sums up. Each source
is somebody told of before or somebody new; where neither is plain it is left open, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.annotations import (
    ActorKind,
    AttributionMention,
    Layers,
    Parse,
    SourceDetails,
    SourceType,
)
from secondsource.claims.bodies import of_body
from secondsource.claims.describing import facets_of, is_another, is_definite, shown_name, trimmed
from secondsource.claims.naming import named_actor
from secondsource.claims.records import Informant
from secondsource.claims.referring import Before, Reference, Settled, refer
from secondsource.claims.tellers import Teller, Told, again, fitting, introduced, keys_of
from secondsource.claims.told import Informed, outlets_told
from secondsource.text import Evidence, Span

_ANYBODY = "source"
_MONITORS = frozenset({"monitor", "watchdog", "observatory"})


def tell_apart(layers: Layers) -> Informed:
    """The informants of every attribution of a parsed report."""
    parse, attributions = layers.parse, layers.attributions or ()
    if parse is None:
        return Informed(informants={}, outlets={})
    tellers: list[Teller] = []
    settled: list[Settled] = []
    for told in _in_order(layers, parse, attributions):
        before = Before(layers=layers, parse=parse, tellers=tuple(tellers), settled=tuple(settled))
        whole = of_body(before, told)
        reference = _resolve(before, whole)
        settled.append(_enter(tellers, whole, reference))
    informants = _informants(layers, tellers, settled)
    return Informed(informants=informants, outlets=outlets_told(layers, parse, informants))


def _in_order(
    layers: Layers, parse: Parse, attributions: Sequence[AttributionMention]
) -> list[Told]:
    rows = [
        _told(layers, parse, number, details)
        for number, mention in enumerate(attributions)
        for details in mention.details
    ]
    return sorted(rows, key=lambda told: (told.heading, told.token.index))


def _told(layers: Layers, parse: Parse, number: int, details: SourceDetails) -> Told:
    mention = (layers.attributions or ())[number]
    title = layers.report.title.span if layers.report.title else None
    token = parse.within(details.head)[-1]
    return Told(
        number=number,
        token=token,
        details=details,
        facets=facets_of(parse, token, details.words),
        shown=shown_name(parse, token, details.words, layers.report.text),
        alone=len(mention.details) == 1,
        heading=title is not None and title.contains(details.words),
        nested=mention.nested_in is not None,
    )


def _resolve(before: Before, told: Told) -> Reference:
    if told.token.pos == "PRON":
        return refer(before, told)
    named = named_actor(before.parse, told, before.layers.actors or ())
    if named is not None:
        return Reference(actor=named, why=named.why)
    if told.token.pos == "PROPN":
        return _by_name(before, told)
    if told.heading:
        return _summed_up(before, told)
    if is_definite(before.parse, told.token):
        return _pointed_at(before, told)
    return _new_or_announced(before, told)


def _by_name(before: Before, told: Told) -> Reference:
    """A name, or the last word of a longer one before."""
    words = told.shown.casefold().split()
    for at, teller in enumerate(before.tellers):
        other = teller.name.casefold().split()
        if teller.id is None and words and other[-len(words) :] == words:
            return Reference(meant=(at,), why=f"the name of {teller.name!r}")
    return Reference()


def _pointed_at(before: Before, told: Told) -> Reference:
    """ "The official": whoever was last described so; "the sources": those who spoke together."""
    found = fitting(before.tellers, told.facets)
    if is_another(before.parse, told.token) and before.settled:
        spoke = before.settled[-1].meant
        found = [at for at in found if at not in spoke]
    if found:
        at = max(found, key=lambda at: before.tellers[at].last.token.index)
        return Reference(meant=(at,), why=f"refers back to {before.tellers[at].name!r}")
    several = _together(before, told)
    if several:
        return Reference(meant=several, why="refers back to those who spoke together")
    if told.details.type is SourceType.OUTLET:
        return _last_outlet(before)
    if told.details.role in _MONITORS:
        return _the_monitor(before)
    if any(facet.noun == _ANYBODY and not facet.plural for facet in told.facets):
        return _last_unnamed(before)
    return Reference()


def _together(before: Before, told: Told) -> tuple[int, ...]:
    """Those of one attribution with several sources whom a plural noun takes up."""
    nouns = {facet.noun for facet in told.facets if facet.plural}
    for row in reversed(before.settled):
        group = before.said_in(row.told.number)
        described = {facet.noun for at in group for facet in before.tellers[at].facets}
        if len(group) > 1 and nouns and (_ANYBODY in nouns or described <= nouns):
            return tuple(dict.fromkeys(group))
    return ()


def _last_outlet(before: Before) -> Reference:
    """ "The paper": the outlet that was last cited."""
    cited = [at for row in before.settled for at in row.meant]
    outlets = [at for at in cited if before.tellers[at].type is SourceType.OUTLET]
    if not outlets:
        return Reference()
    return Reference(
        meant=(outlets[-1],), why=f"refers back to {before.tellers[outlets[-1]].name!r}"
    )


def _the_monitor(before: Before) -> Reference:
    """ "The Britain-based monitor": the only monitor that the report names."""
    named = [row for row in before.layers.actors or () if row.kind is ActorKind.MONITOR]
    if len({row.actor for row in named if row.actor is not None}) != 1:
        return Reference()
    return Reference(actor=named[0], why=f"{named[0].name!r} is the only monitor named")


def _last_unnamed(before: Before) -> Reference:
    for row in reversed(before.settled):
        for at in row.meant:
            teller = before.tellers[at]
            if teller.id is None and teller.type is SourceType.ANONYMOUS:
                return Reference(meant=(at,), why=f"refers back to {teller.name!r}")
    return Reference()


def _new_or_announced(before: Before, told: Told) -> Reference:
    """An indefinite phrase: whoever has the same description, unless it says "another"."""
    other = is_another(before.parse, told.token)
    found = fitting(before.tellers, told.facets[1:] if other else told.facets)
    found = [at for at in found if _may_be(before, told, before.tellers[at])]
    if other:
        found = [at for at in found if before.tellers[at].announced]
    if not found:
        return Reference()
    return Reference(meant=(found[0],), why=f"described as {before.tellers[found[0]].name!r} is")


def _may_be(before: Before, told: Told, teller: Teller) -> bool:
    """Whether nothing sets the two apart: another body, place, number or outlet told, or only that
    each is "a source" of some kind."""
    one, other = teller.details, told.details
    bodies = one.affiliate is None or other.affiliate in (None, one.affiliate)
    places = one.location is None or other.location is None
    vias = {_via(before, told), _via(before, teller.last)} - {None}
    numbers = {_number(before.parse, told), _number(before.parse, teller.last)} - {None}
    nouns = {facet.noun for facet in told.facets}
    telling = nouns != {_ANYBODY} or set(told.facets) <= set(teller.facets)
    alike = bodies and places and len(vias) < 2 and len(numbers) < 2
    return alike and (telling or teller.announced)


def _number(parse: Parse, told: Told) -> str | None:
    """How many there are of those who speak, in the words of the phrase."""
    counts = parse.children(told.token, "nummod")
    return counts[0].text.casefold() if counts else None


def _via(before: Before, told: Told) -> str | None:
    via = (before.layers.attributions or ())[told.number].via
    return via.of(before.layers.report.text).casefold() if via is not None else None


def _summed_up(before: Before, told: Told) -> Reference:
    """Whom of the report a headline means: "two sources say" those two who are told of first."""
    found = fitting(before.tellers, told.facets)
    nouns = {facet.noun for facet in told.facets}
    several = _together(before, told)
    if several:
        return Reference(meant=several, why="the headline means those who speak together")
    if not found and _ANYBODY in nouns:
        return _first_unnamed(before)
    if not found:
        found = [
            at
            for at, teller in enumerate(before.tellers)
            if nouns & {facet.noun for facet in teller.facets}
        ]
    return Reference(meant=tuple(found[:1]), why="the headline means the report's own source")


def _first_unnamed(before: Before) -> Reference:
    unnamed = [at for at, teller in enumerate(before.tellers) if teller.id is None]
    return Reference(meant=tuple(unnamed[:1]), why="the headline means the report's own source")


def _enter(tellers: list[Teller], told: Told, reference: Reference) -> Settled:
    """Write down what a source adds to its tellers, or a new one."""
    actor = reference.actor
    if actor is not None:
        at = _place_of(tellers, told, actor.actor)
        found = [at] if at is not None else []
        identity, name = actor.actor, actor.name
    else:
        found, identity, name = list(reference.meant), None, None
    if len(found) == 1:
        tellers[found[0]] = again(tellers[found[0]], told, identity=identity, name=name)
    elif not found and (actor is not None or told.token.pos != "PRON"):
        tellers.append(introduced(told, identity=identity, name=name))
        found = [len(tellers) - 1]
    return Settled(told=told, meant=tuple(found), why=reference.why)


def _place_of(tellers: Sequence[Teller], told: Told, actor: str | None) -> int | None:
    """The teller with that id, or one announced without a name whom the words describe."""
    same = [at for at, teller in enumerate(tellers) if teller.id == actor]
    described = [
        at
        for at in fitting(tellers, told.facets)
        if tellers[at].announced and tellers[at].id is None and told.alone and not told.heading
    ]
    return next(iter((*same, *described)), None)


def _informants(
    layers: Layers, tellers: Sequence[Teller], settled: Sequence[Settled]
) -> dict[tuple[Span, ...], tuple[Informant, ...]]:
    keys = keys_of(tellers)
    found: dict[tuple[Span, ...], tuple[Informant, ...]] = {}
    attributions = layers.attributions or ()
    for row in sorted(settled, key=lambda row: row.told.token.index):
        cue = attributions[row.told.number].cue
        rows = _each(layers, tellers, keys, row)
        known = {informant.key for informant in found.get(cue, ())}
        new = tuple(one for one in rows if one.key is None or one.key not in known)
        found[cue] = (*found.get(cue, ()), *new)
    return found


def _each(
    layers: Layers, tellers: Sequence[Teller], keys: Sequence[str], row: Settled
) -> Iterator[Informant]:
    text = layers.report.text
    words = Evidence.at(text, row.told.details.words)
    if not row.meant:
        type_ = row.told.details.type or SourceType.ANONYMOUS
        shown = trimmed(words.text)
        yield Informant(key=None, name=shown, id=None, type=type_, words=words, why=row.why or None)
    for at in row.meant:
        teller, details = tellers[at], tellers[at].details
        own = details.role == "own outlet" and layers.report.outlet is not None
        yield Informant(
            key=keys[at],
            name=layers.report.outlet.value if own and layers.report.outlet else teller.name,
            id=teller.id,
            type=teller.type or SourceType.ANONYMOUS,
            words=words,
            role=details.role,
            affiliation=_quoted(text, details.affiliation),
            affiliate=details.affiliate,
            location=_quoted(text, details.location),
            closeness=_quoted(text, details.closeness),
            anonymity=_quoted(text, details.anonymity),
            several=details.several,
            why=row.why or None,
        )


def _quoted(text: str, span: Span | None) -> Evidence | None:
    return Evidence.at(text, span) if span is not None else None
