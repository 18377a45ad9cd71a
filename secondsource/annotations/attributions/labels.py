"""Speakers named with no verb: before a colon in transcripts, at either end of a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondsource.annotations.attributions.credible import GENRES
from secondsource.annotations.attributions.grammar import DASHES, sentence_of, span_of, strip
from secondsource.annotations.attributions.outlets import is_outlet
from secondsource.annotations.attributions.pieces import Pieces
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.attributions.sorts import BODIES, PEOPLE, sort_of
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span

_NAME_TOKENS = 8
_LABEL_TOKENS = 4
_HEADLINE_TOKENS = 22
_HEADLINES = 2  # paragraphs
_TURN_PARAGRAPHS = 6
_ASKING = frozenset("HOST INTERVIEWER REPORTER ANCHOR MODERATOR PRESENTER QUESTION".split())
_ENDS = tuple(".?!:;…")
_TURN = re.compile(r"(?P<label>[A-Z][A-Z'’.\- ]{3,40})(?P<colon>:)\s+(?=\S)")
_WRITTEN = frozenset("report poll survey study memo document".split())
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,5}")


def named_by_colon(
    parse: Parse, quotations: Sequence[Quotation]
) -> Iterator[tuple[Token, Reading]]:
    """The head of the source and the reading of each 'X: "…"' without a verb."""
    last = 0
    for quotation in quotations:
        tokens = parse.within(quotation.span)
        if not tokens or tokens[0].index == 0:
            continue
        colon = parse[tokens[0].index - 1]
        start = max(sentence_of(parse, colon)[0], last)
        last = tokens[-1].index + 1
        source = strip(parse.tokens[start : colon.index])
        nouns = [token for token in source if token.pos in ("NOUN", "PROPN")]
        verbs = [token for token in source if token.pos in ("VERB", "AUX")]
        if colon.text == ":" and nouns and not verbs and len(source) <= _NAME_TOKENS:
            yield (
                nouns[-1],
                Reading(
                    source=(span_of(source),),
                    cue=(colon.span,),
                    content=(quotation.span,),
                    why="a name and a colon before a quotation",
                ),
            )


def transcribed(text: str, parse: Parse, body: Sequence[Span]) -> Iterator[tuple[Token, Reading]]:
    """The turns of a transcript: paragraphs that open with a name in capitals and a colon.

    A turn goes on to the next one where that is near; the last ends with its paragraph. Labels of
    which none recurs, and none is an interviewer's, are datelines or headings.
    """
    turns = [
        (number, found)
        for number, paragraph in enumerate(body)
        if (found := _TURN.match(text, paragraph.start, paragraph.end))
    ]
    names = [found["label"] for _, found in turns]
    if not any(names.count(name) > 1 or name.split()[-1] in _ASKING for name in set(names)):
        return
    following = [*(number for number, _ in turns[1:]), len(body) + _TURN_PARAGRAPHS]
    for (number, found), after in zip(turns, following, strict=True):
        last = after - 1 if after - number <= _TURN_PARAGRAPHS else number
        label = Span(*found.span("label"))
        yield (
            parse.within(label)[-1],
            Reading(
                source=(label,),
                cue=(Span(*found.span("colon")),),
                content=(Span(found.end(), body[last].end).trim(text),),
                why="a turn of a transcript",
            ),
        )


def headlined(
    text: str, parse: Parse, body: Sequence[Span], speakers: frozenset[str]
) -> Iterator[Pieces]:
    """The source that a headline names before a colon, or behind a colon or a dash.

    ``speakers`` are the names of those whom the report has say something: a name that is none of
    them may be the headline's subject, as a place is.
    """
    for paragraph in body[:_HEADLINES]:
        tokens = parse.within(paragraph)
        if not 2 < len(tokens) <= _HEADLINE_TOKENS or paragraph.of(text).rstrip().endswith(_ENDS):
            continue
        marks = [at for at, token in enumerate(tokens) if _divides(text, token)]
        for at in (marks[:1], marks[-1:]):
            found = _headline(text, tokens, at[0], speakers) if at else None
            if found is not None:
                yield found
                break


def _divides(text: str, token: Token) -> bool:
    before = text[token.span.start - 1 : token.span.start]
    after = text[token.span.end : token.span.end + 1]
    return after == " " and (token.text == ":" or (token.text in DASHES and before == " "))


def _headline(
    text: str, tokens: Sequence[Token], at: int, speakers: frozenset[str]
) -> Pieces | None:
    before, after = strip(tokens[:at]), strip(tokens[at + 1 :])
    first = tokens[at].text == ":" and _is_label(text, before, speakers)
    if not first and not _is_label(text, after, speakers):
        return None
    label, content = (before, after) if first else (after, before)
    if len(content) <= 1:
        return None
    return Pieces(
        speaker=label[-1],
        source=tuple(label),
        cue=(tokens[at],),
        content=(tuple(content),),
        why="a headline that names who says so",
    )


def _is_label(text: str, label: Sequence[Token], speakers: frozenset[str]) -> bool:
    if not 0 < len(label) <= _LABEL_TOKENS:
        return False
    head = label[-1]
    if any(token.pos in ("VERB", "AUX", "ADP") for token in label[:-1]):
        return False
    if head.text.lower() in GENRES:
        return False
    if sort_of(head) == "document":
        return head.lemma.lower() in _WRITTEN
    known = sort_of(head) in (*PEOPLE, *BODIES) or is_outlet(span_of(label).of(text))
    acronym = head.entity == "ORG" and _ACRONYM.fullmatch(head.text) is not None
    return known or acronym or head.text in speakers
