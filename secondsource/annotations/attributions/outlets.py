"""Outlets and news agencies among the sources: by name, by kind, or the report's own."""

from __future__ import annotations

import re
from functools import lru_cache

from secondsource.annotations.attribution_records import SourceType
from secondsource.annotations.attributions.sorts import outlet_names, sort_of, sort_of_word
from secondsource.annotations.records import Parse, Token
from secondsource.reports import Report

_BEFORE = ("compound", "nmod", "amod", "poss", "nummod", "npadvmod")
_OWN = frozenset({"this", "our"})
# Last words of newspapers' and stations' names, in capitals as names have them.
_ENDING = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Telegraph|Globe|Mirror|News|Press"
    r"|Today|Weekly|Daily|TV|Television|Radio|Newspaper|Magazine)$"
)
# These are outlets where such a word stands before them, or where nothing does.
_OPEN = frozenset(
    {"network", "station", "channel", "service", "agency", "site", "website", "press"}
)
_NEWS = frozenset("news press media television tv radio broadcast newspaper wire cable".split())
_STATE = frozenset("state state-run state-owned official satellite".split())
_NEEDS_NEWS = frozenset({"agency", "service", "site", "website"})
_NO_PAPER = frozenset("research position white working policy academic discussion ballot".split())
_RETOLD = frozenset({"report", "account", "coverage", "story", "article", "broadcast"})
_POSTED = frozenset({"social media", "document", "outlet"})


def is_outlet(words: str) -> bool:
    """Whether the words hold the name of an outlet or a news agency, or end on a noun for one."""
    plain = "".join(c if c.isalnum() or c == "-" else " " for c in words.casefold())
    parts = plain.split()
    if _names().search(f" {' '.join(parts)} ") or _ENDING.search(words):
        return True
    last = parts[-1] if parts else ""
    if last in _OPEN:
        return _tells_news(last, frozenset(parts[:-1]))
    return sort_of_word(last) == "outlet"


def _tells_news(noun: str, before: frozenset[str]) -> bool:
    return bool(before & (_NEWS if noun in _NEEDS_NEWS else _NEWS | _STATE))


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(map(re.escape, outlet_names()))}) ")


def outlet_type(parse: Parse, noun: Token, name: str) -> SourceType | None:
    """Outlets, agencies and social media, which the words themselves tell.

    ``name`` are the words up to the noun; a correspondent speaks for the outlet that is named.
    """
    if noun.pos == "PROPN" and (is_outlet(name) or _named_before_its_kind(parse, noun)):
        return SourceType.OUTLET
    before = words_before(parse, noun)
    sort = sort_of(noun)
    platforms = any(sort_of_word(word) == "social media" for word in before)
    if sort in _POSTED and (platforms or "social" in before) and not _recorded(noun):
        return SourceType.SOCIAL_MEDIA
    if sort == "social media":
        return SourceType.SOCIAL_MEDIA if _is_posted(parse, noun, before) else None
    if sort == "reporter":
        return SourceType.OUTLET if _speaks_for_outlet(parse, noun, name) else None
    if noun.lemma.lower() in _RETOLD and before & {"media", "press", "news", "newspaper"}:
        return SourceType.OUTLET
    return SourceType.OUTLET if _is_outlet_noun(parse, noun, before) else None


def _named_before_its_kind(parse: Parse, noun: Token) -> bool:
    """ "Al Watan daily": the name with what it is right after it."""
    after = parse.tokens[noun.index + 1 : noun.index + 2]
    return any(sort_of(row) == "outlet" and row.lemma.lower() not in _OPEN for row in after)


def words_before(parse: Parse, noun: Token) -> frozenset[str]:
    """The words before the noun that belong to it, in lower case."""
    rows = [row for child in parse.children(noun, *_BEFORE) for row in parse.subtree(child)]
    return frozenset(row.text.lower() for row in rows if row.index < noun.index)


def _recorded(noun: Token) -> bool:
    return noun.lemma.lower() in {"video", "footage", "audio", "recording", "film", "clip"}


def _is_posted(parse: Parse, noun: Token, before: frozenset[str]) -> bool:
    """ "a post", "an account linked to …"; the accounts of witnesses are none."""
    if noun.pos == "PROPN" or noun.lemma.lower() != "account":
        return noun.pos != "PROPN" or noun.lemma.lower() != "post"
    told = before & {"witness", "eyewitness", "press", "official", "first-hand", "news"}
    whose = parse.children(noun, "poss") or any(
        row.lemma.lower() in ("of", "by", "from") for row in parse.children(noun, "prep")
    )
    return not told and not whose


def _speaks_for_outlet(parse: Parse, noun: Token, name: str) -> bool:
    for row in parse.children(noun, "prep"):
        for body in parse.children(row, "pobj"):
            words = " ".join(token.text for token in parse.subtree(body))
            if row.lemma.lower() in ("for", "from", "of", "with", "at") and is_outlet(words):
                return True
    outlets = [row for row in parse.children(noun, *_BEFORE) if sort_of(row) == "outlet"]
    return noun.lemma.lower() == "correspondent" or bool(outlets) or is_outlet(name)


def _is_outlet_noun(parse: Parse, noun: Token, before: frozenset[str]) -> bool:
    lemma = noun.lemma.lower()
    if lemma == "paper" and before & _NO_PAPER:
        return False
    if lemma in _OPEN:
        named = any(row.pos == "PROPN" for row in parse.children(noun, "appos"))
        bare = not before and (named or lemma in ("network", "channel"))
        return _tells_news(lemma, before) or bare
    return sort_of(noun) == "outlet"


def stands_for_its_own_outlet(report: Report, parse: Parse, noun: Token) -> bool:
    """Whether the words name the report's own outlet: by name, or "this newspaper"."""
    pointing = parse.children(noun, "det", "poss")
    if sort_of(noun) in ("outlet", "reporter") and any(
        row.text.lower() in _OWN for row in pointing
    ):
        return True
    own = _plain(report.outlet.value) if report.outlet else None
    low = min([noun.index, *(row.index for row in parse.children(noun, "compound"))])
    shown = " ".join(token.text for token in parse.tokens[low : noun.index + 1])
    return own is not None and noun.pos == "PROPN" and _plain(shown) == own


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
