"""The machine contract as seen from outside: what is put to the program and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PairQuery:
    """Asks what the mention at ``source`` does to the mention at ``target``."""

    id: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words of one event mention, given to ``cluster``."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRecord:
    """One document put to ``annotate`` or ``cluster``. ``published`` is EDTF."""

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    pairs: tuple[PairQuery, ...] = ()
    mentions: tuple[Trigger, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFound:
    """An entry of the actors layer, or a party of a claim. ``id`` may be a provisional one;
    ``members`` and ``antecedents`` (what a reference points back to) are the layer's alone."""

    span: Span
    text: str
    id: str | None
    name: str | None
    kind: str | None
    members: tuple[str, ...] = ()
    antecedents: tuple[Span, ...] = ()

    @property
    def in_registry(self) -> bool:
        """Whether it resolved to an entry of the registry (provisional ids start with ``x-``)."""
        return self.id is not None and not self.id.startswith("x-")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFound:
    """An entry of the places layer, or the place of a claim. Coordinates in degrees."""

    span: Span
    text: str
    name: str | None
    lat: float | None
    lon: float | None
    admin1: str | None
    country: str | None
    precision: str | None
    adjectival: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """An entry of the times layer, or the time of a claim (which has no ``value``)."""

    span: Span
    type: str | None
    value: str | None
    edtf: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityFound:
    """An entry of the quantities layer, or a quantity of a claim."""

    span: Span
    low: float | None
    high: float | None
    best: float | None
    role: str | None
    category: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFound:
    """One of the sources of an attribution, as the program describes it."""

    span: Span
    type: str | None
    role: str | None = None
    affiliate: str | None = None
    location: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionFound:
    """Source, cue and content of one attribution; each a tuple of spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: Span | None = None
    details: tuple[SourceFound, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFound:
    """One link of a claim's attribution chain."""

    source: str
    type: str | None
    via: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that the program says stand at a span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFound:
    """A claim record. ``trigger`` is ``None`` where the program gives none."""

    kind: str
    type: str | None
    mode: str | None
    trigger: Words | None
    evidence: tuple[Words, ...]
    actors: tuple[ActorFound, ...]
    recipients: tuple[ActorFound, ...]
    place: PlaceFound | None
    time: TimeFound | None
    quantities: tuple[QuantityFound, ...]
    attribution: tuple[LinkFound, ...]
    modality: str
    polarity: str
    confidence: float
    hedges: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()

    @property
    def anchor(self) -> tuple[Span, ...]:
        """Where the claim stands: its trigger, else its evidence."""
        return (self.trigger.span,) if self.trigger else tuple(w.span for w in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFound:
    """An incident template: entities by role, each the list of its mentions."""

    type: str
    entities: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputRecord:
    """What ``annotate`` says of one document. A layer not asked for or not offered is ``None``.

    ``error`` is the reason where the document could not be read.
    """

    id: str
    error: str | None = None
    sentences: tuple[Span, ...] | None = None
    actors: tuple[ActorFound, ...] | None = None
    places: tuple[PlaceFound, ...] | None = None
    times: tuple[TimeFound, ...] | None = None
    quantities: tuple[QuantityFound, ...] | None = None
    attributions: tuple[AttributionFound, ...] | None = None
    claims: tuple[ClaimFound, ...] | None = None
    incidents: tuple[IncidentFound, ...] | None = None
    acled: str | None = None
    pairs: tuple[tuple[str, str | None], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageFound:
    """What ``cluster`` says of one document."""

    id: str
    origin: str
    copies: str | None
    relation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """What ``cluster`` says of a set of documents: lineage, and mention ids by event."""

    lineage: tuple[LineageFound, ...] = ()
    events: tuple[tuple[str, ...], ...] = field(default=())
