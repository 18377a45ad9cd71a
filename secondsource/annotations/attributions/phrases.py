"""Sources named by a phrase: "according to …", "citing …", "as … put it"."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations.attributions.clauses import cited_for
from secondsource.annotations.attributions.contents import without_opener
from secondsource.annotations.attributions.grammar import (
    DASHES,
    clause_start,
    run,
    sentence_of,
    strip,
)
from secondsource.annotations.attributions.pieces import Pieces, TokenRun
from secondsource.annotations.attributions.speakers import closing_comma
from secondsource.annotations.records import Parse, Token

_NAME_TOKENS = 8
_OWN_VOICE = frozenset("but and although though while whereas which with as who".split())


def according_to(parse: Parse) -> Iterator[Pieces]:
    """Each "according to …" with what stands around it."""
    for word in parse.tokens[:-2]:
        to = parse[word.index + 1]
        if word.text.lower() != "according" or to.text.lower() != "to":
            continue
        _, end = sentence_of(parse, word)
        speaker = next((t for t in parse.children(to, "pobj") if t.index < end), None)
        source = _named(parse, speaker, to.index + 1, end) if speaker is not None else []
        content = _around(parse, word, source[-1].index + 1) if source else ()
        if content:
            yield Pieces(
                speaker=speaker,
                source=tuple(source),
                cue=(word, to),
                content=content,
                why="named by “according to”",
            )


def _named(parse: Parse, speaker: Token, low: int, end: int) -> list[Token]:
    """The phrase after "according to": at the head of a sentence it stops at the subject."""
    start, _ = sentence_of(parse, speaker)
    if low - start <= 3:
        for index in range(speaker.index + 1, end):
            if parse[index].text == "," and _subject_begins(parse, index + 1, speaker):
                end = index
                break
    return run(parse, speaker, low, end)


def _subject_begins(parse: Parse, index: int, speaker: Token) -> bool:
    """Whether the subject of a verb outside the phrase begins right there."""
    for token in parse.tokens[index : index + _NAME_TOKENS]:
        if token.dep in ("nsubj", "nsubjpass", "expl"):
            below = {row.index for row in parse.subtree(speaker)}
            return parse.subtree(token)[0].index == index and token.head not in below
    return False


def _around(parse: Parse, word: Token, high: int) -> tuple[TokenRun, ...]:
    """What stands before and after the phrase: one of them where the phrase is at a border."""
    _, end = sentence_of(parse, word)
    low = word.index
    before = without_opener(strip(parse.tokens[_scope(parse, word) : low]))
    after = tuple(strip(parse.tokens[high:end]))
    if len(before) <= 1:
        return (after,) if after else ()
    if len(after) > 1 and _resumes(parse, low - 1, high):
        return (before, after)
    return (before,)


def _resumes(parse: Parse, opened: int, closed: int) -> bool:
    """Whether the sentence goes on after a phrase set off by commas or by dashes."""
    commas = parse[opened].text == parse[closed].text == ","
    dashes = parse[opened].text in DASHES and parse[closed].text in DASHES
    following = parse[closed + 1]
    own = following.text.lower() in _OWN_VOICE or following.tag == "VBG"
    return (commas or dashes) and not own


def _scope(parse: Parse, word: Token) -> int:
    """Where the clause that the phrase belongs to begins: after ", but", "(" or at "which"."""
    start, _ = sentence_of(parse, word)
    above = parse.head(word)
    if above.dep == "relcl" and above.index < word.index:
        return parse.subtree(above)[0].index
    return clause_start(parse, start, word.index)


def citing(parse: Parse) -> Iterator[Pieces]:
    """Each ", citing X" behind a cue: X is the source of what that cue reports."""
    for verb in parse.tokens:
        above = cited_for(parse, verb)
        if above is None:
            continue
        speaker = next(iter(parse.children(verb, "dobj")), None)
        said = next(iter(parse.children(above, "ccomp")), None)
        if speaker is None or said is None:
            continue
        _, end = sentence_of(parse, verb)
        cited = {token.index for token in parse.subtree(verb)}
        below = [token for token in parse.subtree(said) if token.index not in cited]
        yield Pieces(
            speaker=speaker,
            source=tuple(run(parse, speaker, verb.index + 1, end)),
            cue=(verb,),
            content=(tuple(strip(below)),),
            why=f"named by “{verb.text}”",
        )


def as_put(parse: Parse) -> Iterator[Pieces]:
    """Each "as X put it" and "as X said" with the sentence that it is set into."""
    for verb in parse.tokens:
        speaker = _putting(parse, verb)
        if speaker is None:
            continue
        start, end = sentence_of(parse, verb)
        it = parse[verb.index + 1]
        opening = parse[min(t.index for t in parse.subtree(speaker)) - 1]
        source = run(parse, speaker, opening.index + 1, verb.index)
        closing = next((i for i in range(it.index + 1, end) if parse[i].text in ",:"), end)
        before = without_opener(strip(parse.tokens[start : opening.index]))
        after = tuple(strip(parse.tokens[closing + 1 : end])) if closing < end else ()
        content = (after,) if len(before) <= 1 else (before,)
        if content[0] and source:
            yield Pieces(
                speaker=speaker,
                source=closing_comma(parse, source, verb.index),
                cue=(verb, it),
                content=content,
                why="named by “as … put it”",
            )


def _putting(parse: Parse, verb: Token) -> Token | None:
    after = verb.index + 1
    if verb.lemma != "put" or after >= len(parse) or parse[after].text.lower() != "it":
        return None
    for subject in parse.children(verb, "nsubj"):
        left = parse.subtree(subject)[0].index
        if left > 0 and parse[left - 1].text.lower() == "as" and subject.index < verb.index:
            return subject
    return None
