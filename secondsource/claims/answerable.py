"""Who is said to answer for an event: "claimed responsibility for", "blamed X for", "a role in".

Whether they own to it or deny it is told by the stance, which reads the same words.
"""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.governors import governor_of
from secondsource.claims.stance_words import Governor, load_stance_words
from secondsource.claims.syntax import doers, is_verbal, subjects, undergoers

_HELD = frozenset({"dobj", "attr", "acomp"})


def answerable(parse: Parse, noun: Token) -> list[Token]:
    """Those to whom the clause lays the event of ``noun``, an empty list where it names nobody."""
    by = parse.head(noun)
    if noun.dep != "pobj":
        return []
    word = parse.head(by)
    kind = governor_of(parse, word, "pobj", by)
    if kind is Governor.ACCUSATION and is_verbal(word):
        return undergoers(parse, word)
    if kind is not Governor.SHARE:
        return []
    return [token for token in _holders(parse, word) if not _is_nobody(parse, token)]


def _holders(parse: Parse, word: Token) -> list[Token]:
    """Who has, claims or denies the part; "started its involvement in" tells of the part alone."""
    verb = parse.head(word)
    if word.dep in _HELD and is_verbal(verb) and not parse.children(word, "poss"):
        return doers(parse, verb)
    return subjects(parse, word) if is_verbal(word) else []


def _is_nobody(parse: Parse, token: Token) -> bool:
    nobody = load_stance_words().words.nobody
    marks = (mark.text.lower() for mark in parse.children(token, "det"))
    return token.text.lower() in nobody or "no" in marks
