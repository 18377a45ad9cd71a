"""From the layers of a report to its claims.

Rules over the dependency parse and a lexicon, version ``rules/1``. Each trigger gets its parties,
its stance, its attribution chain and the circumstances of its clause; a trigger without a party
makes no claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from secondsource.annotations import ActorKind, AttributionMention, Layers, Token
from secondsource.claims.circumstances import Surroundings, circumstances_of, surroundings_of
from secondsource.claims.codebook.coding import code_of
from secondsource.claims.codebook.records import Codebook
from secondsource.claims.confidence import rated
from secondsource.claims.contexts import contexts_of
from secondsource.claims.informants import tell_apart
from secondsource.claims.lexicon import Lexicon, joined, load_lexicon
from secondsource.claims.modes import mode_of
from secondsource.claims.parties import make_cast
from secondsource.claims.records import Claim, ClaimKind, EventType, Modality, TieType
from secondsource.claims.repeats import Made, without_repeats
from secondsource.claims.scene import Played, play
from secondsource.claims.sentences import by_sentence
from secondsource.claims.sides import Roles
from secondsource.claims.sources import chain, reported_by, speaks_of_itself
from secondsource.claims.stance import stance_at
from secondsource.claims.told import Informed
from secondsource.claims.triggers import Form, Trigger, find_triggers
from secondsource.errors import LayerOrder
from secondsource.text import Evidence, cover, merge

EXTRACTOR = "rules/1"

_BYSTANDERS = frozenset({ActorKind.AGENCY, ActorKind.OUTLET})
_WATCHING = _BYSTANDERS | {ActorKind.MONITOR}
_BY_FORCE = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.RETREAT,
        TieType.TRUCE,
        TieType.HOSTILE,
        TieType.ALLY,
        TieType.CONTROL,
    }
)
# What one announces to do or asks for is one's own act; there is no other source of it.
_OWN_PLANS = frozenset({Modality.PLANNED, Modality.REQUESTED})


def extract_claims(layers: Layers, own: Codebook | None = None) -> tuple[Claim, ...]:
    """The claims of one report, in text order, each once.

    The words of ``own``, a codebook of the user's, carry its types besides PLOVER's and the ties.

    Raises:
        LayerOrder: if the parse or the actors layer has not been made.
    """
    if layers.parse is None or layers.actors is None:
        raise LayerOrder(layers.report.id, "claims need the parse and the actors layer")
    parse = layers.parse
    cast = make_cast(parse, layers.report.text, layers.actors)
    triggers = [row for lexicon in _lexicons(own) for row in find_triggers(parse, lexicon)]
    triggers.sort(key=lambda trigger: trigger.head.index)
    informed = tell_apart(layers)
    local = by_sentence(layers, parse)
    around = surroundings_of(layers, parse)
    found: dict[str, Made] = {}
    for row in play(cast, _one_reading(triggers), _fits):
        claim = _claim(layers, local.at(row.trigger.head.sentence), informed, around, row)
        if claim is not None:
            claim = _with_code(claim, row.trigger, own)
            taken_over = row.roles.antecedent is not None
            made = Made(claim=claim, trigger=row.trigger, taken_over=taken_over)
            found.setdefault(claim.id, made)
    ordered = sorted(found.values(), key=lambda row: (row.claim.trigger.span, row.claim.id))
    return without_repeats(parse, ordered)


@lru_cache(maxsize=4)
def _lexicons(own: Codebook | None) -> tuple[Lexicon, Lexicon]:
    """Those of events and of ties, with the user's own words."""
    events, ties = load_lexicon("events"), load_lexicon("ties")
    if own is None:
        return events, ties
    return joined(own.lexicon(EventType), events), joined(own.lexicon(TieType), ties)


def _with_code(claim: Claim, trigger: Trigger, own: Codebook | None) -> Claim:
    kind = own.type_of(trigger.entry.code) if own else None
    if own is None or kind is None:
        return claim
    return replace(claim, codes=(code_of(own, kind, claim.trigger),))


def _one_reading(triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without verbs that are read as participles: "opposed to", "allied with"."""
    described = {row.head.index for row in triggers if row.form is Form.PARTICIPLE}
    return [row for row in triggers if row.form is not Form.VERB or row.head.index not in described]


def _fits(trigger: Trigger, parties: Roles) -> bool:
    if isinstance(trigger.entry.type, TieType):
        return _is_tie(trigger, parties)
    return _is_event(trigger, parties)


def _is_tie(trigger: Trigger, parties: Roles) -> bool:
    everyone = (*parties.actors, *parties.recipients)
    if not parties.actors or not any(party.id for party in everyone):
        return False
    return bool(parties.recipients) or trigger.entry.one_sided


def _is_event(trigger: Trigger, parties: Roles) -> bool:
    everyone = (*parties.actors, *parties.recipients)
    if trigger.entry.needs_recipient and not (parties.actors and parties.recipients):
        return False
    if everyone and all(party.kind in _BYSTANDERS for party in everyone):
        return False
    if trigger.form is Form.NOUN and not (parties.actors and parties.recipients):
        carried = not parties.direct and bool(parties.actors)
        return carried or any(party.id is not None for party in everyone)
    return bool(everyone)


def _claim(
    layers: Layers, local: Layers, informed: Informed, around: Surroundings, row: Played
) -> Claim | None:
    parse = layers.parse
    text, trigger = layers.report.text, row.trigger
    reported = reported_by(local, trigger.head.span)
    parties = _heard_of(_who_act(trigger, row.roles), reported)
    if parse is None or not _fits(trigger, parties):
        return None
    put = stance_at(parse, trigger.head)
    sentences = dict.fromkeys((trigger.head.sentence, *_given(parties.antecedent)))
    everyone = (*parties.actors, *parties.recipients)
    is_tie = isinstance(trigger.entry.type, TieType)
    evidence = tuple(
        Evidence.at(text, cover(token.span for token in parse.sentence(number)))
        for number in sentences
    )
    given = circumstances_of(around, local, trigger, everyone, put.modality)
    claim = Claim(
        report_id=layers.report.id,
        kind=ClaimKind.TIE if is_tie else ClaimKind.EVENT,
        type=trigger.entry.type,
        trigger=Evidence.at(text, trigger.span),
        evidence=evidence,
        mode=mode_of(parse, trigger),
        contexts=tuple(dict.fromkeys((*trigger.entry.contexts, *contexts_of(evidence[0].text)))),
        actors=parties.actors,
        recipients=parties.recipients,
        place=given.place,
        time=given.time,
        quantities=given.quantities,
        attribution=chain(
            layers, informed, reported, parties.actors if put.modality in _OWN_PLANS else ()
        ),
        modality=put.modality,
        polarity=put.polarity,
        hedges=_quoted(text, put.hedges),
        modality_words=_quoted(text, put.modality_words),
        polarity_words=_quoted(text, put.polarity_words),
        extractor=EXTRACTOR,
        confidence=0.0,
    )
    return rated(claim)


def _who_act(trigger: Trigger, parties: Roles) -> Roles:
    """The parties without those who only watch: "injured 900 more, the monitor said"."""
    if trigger.entry.type not in _BY_FORCE:
        return parties
    actors = tuple(row for row in parties.actors if row.kind not in _WATCHING)
    victims = tuple(row for row in parties.recipients if row.kind is not ActorKind.MONITOR)
    return replace(parties, actors=actors, recipients=victims)


def _quoted(text: str, tokens: Iterable[Token]) -> tuple[Evidence, ...]:
    """Each word once, those that a hyphen joins as one ("so-called")."""
    return tuple(Evidence.at(text, span) for span in merge(token.span for token in tokens))


def _heard_of(parties: Roles, reported: tuple[AttributionMention, ...]) -> Roles:
    """The parties without recipients that only say so: "it advanced, according to X".

    Whoever speaks of what they themselves did or did not do is the actor all the same.
    """
    heard = tuple(row for row in parties.recipients if not speaks_of_itself(reported, row))
    return replace(parties, recipients=heard)


def _given(number: int | None) -> tuple[int, ...]:
    return () if number is None else (number,)
