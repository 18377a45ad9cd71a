"""When: the time of a trigger's clause, else of what tells of the same happening beside it.

The scope is syntactic first: the clause, then the clauses of the sentence that tell of the same
happening, then a time told in a clause just before. What is told in the lede without a time of its
own is put about the date line, never on a day as if it had been stated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from secondsource.annotations import Layers, Parse, TimeMention, TimeType, Token
from secondsource.claims.circumstances_lengths import up_to
from secondsource.claims.circumstances_scope import (
    Told,
    distance,
    in_words,
    is_event,
    kin,
    same_clause,
    told,
    top,
)
from secondsource.claims.records import ABOUT_A_DAY, Time, TimeBasis
from secondsource.claims.syntax import LIGHT_VERBS, clause_head
from secondsource.claims.triggers import Form, Trigger
from secondsource.text import Evidence

_FAR = 6
_LOOK_BACK = 3
_LEDE = 5
_LEDE_PARAGRAPHS = 2
_LASTING = frozenset({"for", "over", "during", "since", "throughout", "within", "despite"})
_OF_ANOTHER = frozenset({"despite", "after", "before", "following", "since"})
# What was seen on a day was so on that day.
_PERCEIVING = frozenset({"see", "observe", "witness"})
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_EXPLICIT = re.compile(r"\d{4}|\bX{4}")
_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")
_PRECISIONS = (
    (re.compile(r"^[^/]*/[^/]*$"), "interval"),
    (re.compile(r"T\d\d:\d\d:\d\d"), "second"),
    (re.compile(r"T\d\d:\d\d"), "minute"),
    (re.compile(r"T\d\d"), "hour"),
    (re.compile(r"^[\dX]{4}-(2[1-9]|3\d|4[01])[~?%]?$"), "season"),
    (re.compile(r"^[\dX]{4}-[\dX]{2}-[\dX]{2}"), "day"),
    (re.compile(r"^[\dX]{4}-[\dX]{2}"), "month"),
    (re.compile(r"^[\dX]{4}"), "year"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A time mention in one sentence, with its topmost token and the verb of its clause."""

    mention: TimeMention
    top: Token
    verb: Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The times of a report by sentence, ready to be asked for many triggers."""

    parse: Parse
    text: str
    rows: Mapping[int, tuple[_Dated, ...]]
    frame: TimeMention | None
    published: str | None
    first: int
    paragraphs: Mapping[int, int] = field(default_factory=dict)


def times_of(layers: Layers, parse: Parse) -> Times:
    """The usable times of a report: no sets, no vague references, lengths only where they last."""
    rows: dict[int, list[_Dated]] = {}
    for mention in layers.times or ():
        for number in sorted({token.sentence for token in parse.within(mention.span)}):
            dated = _dated(parse, mention, number)
            if dated is not None:
                rows.setdefault(number, []).append(dated)
    return Times(
        parse=parse,
        text=layers.report.text,
        rows={number: tuple(found) for number, found in rows.items()},
        frame=_frame(layers),
        published=_day_of(layers.report.published.value) if layers.report.published else None,
        first=parse.tokens[0].sentence if parse.tokens else 0,
        paragraphs=_paragraphs(layers, parse),
    )


def _dated(parse: Parse, mention: TimeMention, sentence: int) -> _Dated | None:
    vague = mention.edtf is None and mention.value in _VAGUE
    above = top(parse, mention.span, sentence)
    if above is None or vague or mention.type is TimeType.SET:
        return None
    if mention.type is TimeType.DURATION and parse.head(above).lemma.lower() not in _LASTING:
        return None
    return _Dated(mention=mention, top=above, verb=clause_head(parse, above))


def _frame(layers: Layers) -> TimeMention | None:
    """The date line, where the report states its day in its text."""
    published = layers.report.published
    if published is None or published.span is None or not _DAY.match(published.value):
        return None
    rows = (row for row in layers.times or () if row.span.overlaps(published.span))
    return next((row for row in rows if row.edtf is not None), None)


def _paragraphs(layers: Layers, parse: Parse) -> dict[int, int]:
    """The paragraph in which each sentence begins."""
    found: dict[int, int] = {}
    number = 0
    for sentence, (start, _) in enumerate(parse.sentences):
        at = parse.tokens[start].span.start
        while number + 1 < len(layers.report.body) and layers.report.body[number].end <= at:
            number += 1
        found[sentence] = number
    return found


def time_of(times: Times, trigger: Trigger) -> Time | None:
    """The time that the words give to a trigger, with the reason."""
    head = trigger.head
    here = times.rows.get(head.sentence, ())
    for dated, why in (
        (_in_clause(times.parse, here, trigger), "stands in the clause"),
        (_in_kin(times.parse, here, head), "stands in a clause on the same happening"),
    ):
        if dated is not None:
            return _time(times, dated, why)
    begun = _since_a_happening(times.parse, here, head)
    if begun is not None:
        plain = _time(times, begun, "stands in the clause that says since when")
        return _lasting_since(times, plain)
    return None


def time_before(times: Times, trigger: Trigger) -> Time | None:
    """The last day told before a trigger in its paragraph."""
    dated = _told_before(times, trigger)
    return _time(times, dated, "last told before it") if dated else None


def framed(times: Times, trigger: Trigger) -> Time | None:
    """The date line as a frame for what the lede tells without a time: about that day."""
    place = trigger.head.sentence - times.first
    how = told(times.parse, trigger.head)
    later = times.paragraphs.get(trigger.head.sentence, 0) - times.paragraphs.get(times.first, 0)
    lede = place < _LEDE and later < _LEDE_PARAGRAPHS
    if times.frame is None or not lede or how in (Told.PLUPERFECT, Told.OTHER):
        return None
    day = _day_of(times.frame.edtf)
    if day is None:
        return None
    return Time(
        words=Evidence.at(times.text, times.frame.span),
        edtf=f"{day}~",
        precision=ABOUT_A_DAY,
        basis=TimeBasis.PUBLICATION,
        why="told in the lede without a time: about the day of the date line",
    )


def _in_clause(parse: Parse, here: tuple[_Dated, ...], trigger: Trigger) -> _Dated | None:
    """Nearest in the tree, a date before a length of time."""
    head = trigger.head
    rows = []
    for dated in here:
        far = distance(parse, dated.top, head)
        if far is None or far > _FAR or not same_clause(parse, dated.top, head):
            continue
        if _apart(parse, dated, head) or not _reaches(parse, dated, trigger):
            continue
        rows.append((dated.mention.type is TimeType.DURATION, far, dated.mention.span, dated))
    return min(rows, key=lambda row: row[:3])[3] if rows else None


def _reaches(parse: Parse, dated: _Dated, trigger: Trigger) -> bool:
    """Whether a time of the clause is the trigger's too.

    A noun that describes who somebody is has only a time within its own phrase; so has the event
    that a verb of saying speaks of.
    """
    if trigger.form is not Form.NOUN:
        return True
    head, verb = trigger.head, dated.verb
    if head.index == dated.top.index or head in parse.ancestors(dated.top):
        return True
    if trigger.entry.held:
        return verb.lemma == "be" and head.dep == "attr"
    if head.dep == "nsubjpass" and verb.lemma in _PERCEIVING:
        return True
    return not in_words(verb) or verb.lemma in LIGHT_VERBS


def _apart(parse: Parse, dated: _Dated, head: Token) -> bool:
    """ "Despite months of clashes they joined forces": the time is of what is set against it."""
    above = parse.head(dated.top)
    return above.lemma.lower() in _OF_ANOTHER - {"since"} and head not in parse.subtree(above)


def _in_kin(parse: Parse, here: tuple[_Dated, ...], head: Token) -> _Dated | None:
    for verb in kin(parse, head):
        if in_words(verb):
            return None
        own = [row for row in here if row.verb.index == verb.index and _calendar(row)]
        near = [row for row in own if not _apart(parse, row, head)]
        if near:
            return near[0]
    return None


def _since_a_happening(parse: Parse, here: tuple[_Dated, ...], head: Token) -> _Dated | None:
    """ "Have been rivals since one invaded in spring": the time of what it has been so since."""
    verb = clause_head(parse, head)
    if told(parse, verb) is not Told.PERFECT:
        return None
    for clause in parse.children(verb, "advcl"):
        marks = (mark.lemma.lower() for mark in parse.children(clause, "mark"))
        if "since" in marks:
            rows = [row for row in here if row.verb.index == clause.index and _calendar(row)]
            return rows[0] if rows else None
    return None


def _calendar(row: _Dated) -> bool:
    return row.mention.type is not TimeType.DURATION


def _told_before(times: Times, trigger: Trigger) -> _Dated | None:
    """The last day told before it in the paragraph, where the story goes on in the past."""
    head, parse = trigger.head, times.parse
    if told(parse, head) is not Told.PAST or (trigger.form is Form.NOUN and not is_event(head)):
        return None
    paragraph = times.paragraphs.get(head.sentence)
    for number in range(head.sentence, max(head.sentence - _LOOK_BACK, times.first) - 1, -1):
        if times.paragraphs.get(number) != paragraph:
            return None
        rows = [row for row in times.rows.get(number, ()) if row.top.index < head.index]
        for row in reversed(rows):
            if _is_told(parse, row):
                return row
    return None


def _is_told(parse: Parse, row: _Dated) -> bool:
    day = _DAY.match(row.mention.edtf or "") is not None and _calendar(row)
    return day and not in_words(row.verb) and told(parse, row.verb) is Told.PAST


def _day_of(edtf: str | None) -> str | None:
    found = _DAY.match(edtf or "")
    return found[0] if found else None


def _time(times: Times, dated: _Dated, why: str) -> Time:
    plain = mentioned(times.text, dated.mention, why)
    edtf = _reaching(times, dated)
    inferred = edtf != plain.edtf and times.published is not None
    return replace(
        plain,
        edtf=edtf,
        precision=edtf_precision(edtf),
        basis=TimeBasis.PUBLICATION if inferred else plain.basis,
    )


def mentioned(text: str, mention: TimeMention, why: str) -> Time:
    """A time mention as the time of something, with the reason."""
    words = Evidence.at(text, mention.span)
    named = mention.edtf is None or _EXPLICIT.search(words.text) or "XXXX" in mention.edtf
    return Time(
        words=words,
        edtf=mention.edtf,
        precision=edtf_precision(mention.edtf),
        basis=TimeBasis.STATED if named else TimeBasis.PUBLICATION,
        why=f"{why}; {mention.why}" if mention.why else why,
    )


def _reaching(times: Times, dated: _Dated) -> str | None:
    """The EDTF with the side left open by "since" and "until".

    What has gone on since then is told up to the day of the report, where that is known.
    """
    edtf, word = dated.mention.edtf, times.parse.head(dated.top).lemma.lower()
    if edtf is None and word == "for":
        return _lasting(times, dated)
    if edtf is None or "/" in edtf or word not in ("since", "until", "till"):
        return edtf
    return _up_to_now(times, edtf) if word == "since" else f"../{edtf}"


def _up_to_now(times: Times, edtf: str) -> str:
    now = times.published
    dateless = "T" not in edtf and "X" not in edtf
    return f"{edtf}/{now}" if now is not None and dateless and edtf < now else f"{edtf}/.."


def _lasting_since(times: Times, begun: Time) -> Time:
    """What has gone on since a time, from that time on; a stretch of days has no such beginning."""
    if begun.edtf is None or "/" in begun.edtf:
        return begun
    edtf = _up_to_now(times, begun.edtf)
    return replace(begun, edtf=edtf, precision=edtf_precision(edtf))


def _lasting(times: Times, dated: _Dated) -> str | None:
    """ "Has fought for two years": what goes on in the perfect lasts up to the report."""
    mention, published = dated.mention, times.published
    if published is None or "X" in published or told(times.parse, dated.verb) is not Told.PERFECT:
        return None
    return up_to(published, mention.value, mention.modifier)


def edtf_precision(edtf: str | None) -> str:
    """The finest unit that an EDTF value gives, ``interval`` or ``unknown``."""
    if edtf is None:
        return "unknown"
    return next((name for shape, name in _PRECISIONS if shape.search(edtf)), "unknown")
