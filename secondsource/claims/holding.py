"""What a governing word hands down to the clause or noun that it holds.

The signatures, affirmed and negated, follow Karttunen 1971, "Implicative verbs", and Nairn,
Condoravdi and Karttunen 2006, "Computing relative polarity for textual inference"; neg-raising is
Horn's (1978); that a speaker says a thing in saying that one might is Lakoff's (1972) hedged
performative.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from secondsource.annotations import Token
from secondsource.claims.records import Modality, Polarity
from secondsource.claims.stance_words import Governor, load_stance_words
from secondsource.claims.standing import Stance

_SELF = frozenset({"i", "we"})
_ANYONE = frozenset({"you", "one", "nobody", "no one"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """``word`` holds a dependent by ``link`` (a CLEAR label) and stands itself as ``outer``.

    ``particle`` is the second word of a governor of two ("ruled out", "in order"). ``subject`` is
    who is said to say or think so, in lower case, ``None`` where nobody is named. ``passive`` says
    that the word is a passive, ``now`` that it is in the present tense, ``able`` that it stands
    under "can" or "could", and ``definite`` that the dependent is a noun with "the", "its" or the
    like.
    """

    word: Token
    link: str
    outer: Stance
    particle: Token | None = None
    subject: str | None = None
    passive: bool = False
    now: bool = False
    able: bool = False
    definite: bool = False

    @property
    def words(self) -> tuple[Token, ...]:
        """The word or the two that do it."""
        return (self.word,) if self.particle is None else (self.word, self.particle)

    @property
    def performed(self) -> bool:
        """ "I might say", "it could be said", "if I say": it is said in these words."""
        if self.outer.modality is Modality.POSSIBLE:
            return self.subject in load_stance_words().words.speakers
        supposed = self.outer.modality is Modality.HYPOTHETICAL
        return supposed and self.subject in _SELF and self.word.tag in ("VB", "VBP")

    @property
    def disowned(self) -> bool:
        """ "I am not saying", "you cannot say": in these words the speaker parts with it."""
        if self.outer.polarity is not Polarity.DENIED:
            return False
        return self.now and (self.subject == "i" or (self.able and self.subject in _ANYONE))


def handed_down(kind: Governor, hold: Hold) -> Stance:
    """How the dependent stands under a word of class ``kind``."""
    return _RULES[kind](hold)


def _planned(hold: Hold) -> Stance:
    return hold.outer.raised(Modality.PLANNED, *hold.words)


def _foreseen(hold: Hold) -> Stance:
    """ "is expected to": by somebody unnamed, so it is hedged."""
    outer = hold.outer.raised(Modality.PLANNED, *hold.words)
    return outer.hedged(hold.word) if hold.passive else outer


def _requested(hold: Hold) -> Stance:
    return hold.outer.raised(Modality.REQUESTED, *hold.words)


def _warned_off(hold: Hold) -> Stance:
    return _denied(hold).raised(Modality.REQUESTED, *hold.words)


def _possible(hold: Hold) -> Stance:
    return hold.outer.raised(Modality.POSSIBLE, *hold.words).hedged(hold.word)


def _improbable(hold: Hold) -> Stance:
    return _possible(hold).negated(*hold.words)


def _discussed(hold: Hold) -> Stance:
    """ "talks on a truce": there is none yet; "talks on the attack": there was one."""
    if hold.definite or hold.link not in ("dobj", "pobj", "nsubjpass"):
        return Stance()
    return hold.outer.raised(Modality.POSSIBLE, *hold.words)


def _supposed(hold: Hold) -> Stance:
    return hold.outer.raised(Modality.HYPOTHETICAL, *hold.words)


def _turned(hold: Hold) -> Stance:
    return hold.outer.negated(*hold.words)


def _denied(hold: Hold) -> Stance:
    if hold.outer.polarity is Polarity.AFFIRMED:
        return hold.outer.turned(Polarity.DENIED, *hold.words)
    return hold.outer.opened(*hold.words)


def _fell_short(hold: Hold) -> Stance:
    """ "came close to": it was not done, and no more where not even that was."""
    return hold.outer.turned(Polarity.DENIED, *hold.words)


def _doubted(hold: Hold) -> Stance:
    if hold.outer.polarity is Polarity.DENIED:
        return hold.outer.turned(Polarity.AFFIRMED, *hold.words)
    return hold.outer.opened(*hold.words)


def _told(hold: Hold) -> Stance:
    """What is not said is open; what will be said is not yet to come itself."""
    outer = hold.outer
    if hold.disowned:
        return outer.settled().hedged(hold.word)
    if outer.polarity is not Polarity.AFFIRMED:
        return outer.opened(*hold.words)
    if hold.performed:
        return outer.settled().hedged(*outer.modality_words)
    if outer.modality in (Modality.PLANNED, Modality.REQUESTED):
        outer = outer.settled()
    return outer.hedged(hold.word) if _is_hearsay(hold) else outer


def _is_hearsay(hold: Hold) -> bool:
    """ "was reported": somebody unnamed says so; "was explained" takes it for granted."""
    hearsay = load_stance_words().words.hearsay
    clause = hold.link not in ("dobj", "nsubjpass")
    return hold.passive and (clause or hold.word.lemma in hearsay)


def _vouched(hold: Hold) -> Stance:
    if hold.outer.polarity is Polarity.AFFIRMED:
        return hold.outer.turned(Polarity.AFFIRMED, *hold.words)
    return hold.outer.opened(*hold.words)


def _held(hold: Hold) -> Stance:
    if hold.performed and hold.subject != "you":
        return hold.outer.settled().hedged(*hold.outer.modality_words)
    vague = hold.passive or hold.link == "xcomp" or hold.word.pos == "NOUN"
    if vague or hold.outer.polarity is not Polarity.AFFIRMED:
        return hold.outer.hedged(hold.word)
    return hold.outer


def _seeming(hold: Hold) -> Stance:
    return hold.outer.hedged(hold.word)


def _known(_: Hold) -> Stance:
    return Stance()


def _rumoured(hold: Hold) -> Stance:
    """ "rejected reports that": denied; "no reports that": open; "reports that": a hedge."""
    if hold.outer.polarity is not Polarity.DENIED:
        return hold.outer.hedged(hold.word)
    return hold.outer if _is_rejected(hold.outer) else hold.outer.opened(*hold.words)


def _is_rejected(outer: Stance) -> bool:
    governors = load_stance_words().governors
    return any(
        Governor.DENIAL in governors.get(mark.lemma.lower(), ()) for mark in outer.polarity_words
    )


def _shared(hold: Hold) -> Stance:
    """ "denied a role in", "had no part in": not done by them; "claimed" leaves it as it was."""
    return hold.outer if hold.outer.polarity is Polarity.DENIED else Stance()


def _passed_on(hold: Hold) -> Stance:
    return hold.outer


_RULES: Mapping[Governor, Callable[[Hold], Stance]] = {
    Governor.PLAN: _planned,
    Governor.INTENTION: _planned,
    Governor.FORECAST: _foreseen,
    Governor.REQUEST: _requested,
    Governor.INSTRUCTION: _requested,
    Governor.DETERRENCE: _warned_off,
    Governor.POSSIBILITY: _possible,
    Governor.IMPROBABILITY: _improbable,
    Governor.DISCUSSION: _discussed,
    Governor.CONDITION: _supposed,
    Governor.FAILURE: _turned,
    Governor.REFUSAL: _denied,
    Governor.SHORTFALL: _fell_short,
    Governor.DENIAL: _denied,
    Governor.DOUBT: _doubted,
    Governor.SPEECH: _told,
    Governor.ACCUSATION: _told,
    Governor.CONFIRMATION: _vouched,
    Governor.CERTAINTY: _vouched,
    Governor.BELIEF: _held,
    Governor.APPEARANCE: _seeming,
    Governor.KNOWLEDGE: _known,
    Governor.RUMOUR: _rumoured,
    Governor.SHARE: _shared,
    Governor.SIGN: _passed_on,
    Governor.TRUTH: _passed_on,
    Governor.FALSEHOOD: _turned,
}
