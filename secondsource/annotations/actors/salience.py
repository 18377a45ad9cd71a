"""How much each candidate is in the reader's mind when a pronoun comes.

The weights of recency and grammatical role are those of Lappin and Leass (1994, "An algorithm for
pronominal anaphora resolution", table 1): they halve with each sentence and add up over the
mentions of one entity, the best of a sentence counting for each factor. Ours are added for the
clause that the pronoun stands in, for quotations and for speakers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from secondsource.annotations.actors.antecedents import SUBJECTS
from secondsource.annotations.actors.candidates import Candidate
from secondsource.annotations.actors.clauses import clauses, subject
from secondsource.annotations.actors.sorts import THEY, Sort
from secondsource.annotations.records import ActorKind, Parse, Token

RECENT, SUBJECT, OBJECT, OBLIQUE, HEAD, ROOT = 100, 80, 50, 40, 80, 40
PARALLEL = 35
GOVERNING = (200, 60, 30)
SPEAKING = 120
ACROSS_QUOTES = 0.5
SAYING = frozenset("say tell add note explain claim argue insist warn continue tweet write".split())
AGENTIVE = SAYING | frozenset(
    "accuse admit advance agree aim announce arrest ask attack believe besiege blame bomb call "
    "capture claim clash condemn control decide declare demand deny deploy detain execute expect "
    "fear fight fire flee hope insist intend join kidnap kill know launch learn loot negotiate "
    "oppose plan plot pledge promise pull raid recapture refuse regroup reject release retreat "
    "retaliate seek seize shell shoot storm surrender suspect target think threaten torture train "
    "try urge vow want warn withdraw".split()
)
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
# "They" is rather several than one body, and hardly a country or a paper.
_ONE_BODY, _ONE_VOICE = 0.7, 0.2
_VOICES = frozenset({ActorKind.AGENCY, ActorKind.OUTLET, ActorKind.STATE, ActorKind.MONITOR})


def salience(
    parse: Parse, token: Token, rows: Iterable[Candidate], quoted: Set[int]
) -> dict[str, float]:
    """The weight of each entity among ``rows`` for the pronoun ``token``."""
    governing = _governing(parse, token)
    totals: dict[str, dict[int, float]] = defaultdict(dict)
    for row in rows:
        weight = _weight(parse, row.head)
        if row.head.index in governing:
            weight = max(weight, RECENT + SUBJECT + HEAD)
            weight += GOVERNING[min(governing.index(row.head.index), len(GOVERNING) - 1)]
        if _place(token) == _place(row.head):
            weight += PARALLEL
        if _speaks(parse, token) and _speaks(parse, row.head):
            weight += SPEAKING
        if (token.index in quoted) != (row.head.index in quoted):
            weight *= ACROSS_QUOTES
        weight *= _number(token, row)
        weight /= 2 ** (token.sentence - row.head.sentence)
        best = totals[row.entity].get(row.head.sentence, 0.0)
        totals[row.entity][row.head.sentence] = max(best, weight)
    return {entity: sum(weights.values()) for entity, weights in totals.items()}


def _governing(parse: Parse, token: Token) -> list[int]:
    """The subjects of the clauses around, innermost first, each once."""
    doers = (subject(parse, verb) for verb in clauses(parse, token))
    return list(dict.fromkeys(doer.index for doer in doers if doer and doer.index != token.index))


def _weight(parse: Parse, head: Token) -> float:
    while head.dep == "conj" and head.head != head.index:
        head = parse.head(head)
    above = parse.head(head)
    weight = RECENT
    if head.dep in SUBJECTS:
        weight += SUBJECT + HEAD + (ROOT if above.dep == "ROOT" else 0)
    elif head.dep == "ROOT" or head.dep in _OBJECTS:
        weight += OBJECT + HEAD
    elif head.dep == "pobj":
        weight += OBLIQUE + (HEAD if parse.head(above).pos in {"VERB", "AUX"} else 0)
    elif head.dep == "appos":
        return _weight(parse, above)
    return weight


def _number(token: Token, row: Candidate) -> float:
    if token.text.lower() not in THEY or row.sort is Sort.PEOPLE:
        return 1.0
    if row.sort is Sort.THINGS:
        return _ONE_BODY
    voice = bool(row.rows) and row.rows[0].mention.kind in _VOICES
    return _ONE_VOICE if voice else _ONE_BODY


def _place(token: Token) -> str:
    return "subject" if token.dep in SUBJECTS else token.dep


def _speaks(parse: Parse, token: Token) -> bool:
    return token.dep == "nsubj" and parse.head(token).lemma.lower() in SAYING
