"""English word stems for comparing triggers: the inflection goes, most of the derivation too."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    word: lemma
    for lemma, forms in {
        "be": "is are was were been being am",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen choice",
        "come": "came",
        "die": "died dead death dying deaths",
        "do": "did done does",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone goes",
        "hold": "held",
        "keep": "kept",
        "leave": "left",
        "lose": "lost loss losses",
        "make": "made",
        "meet": "met meeting",
        "pay": "paid",
        "rise": "rose risen",
        "say": "said",
        "seek": "sought",
        "sell": "sold sale sales",
        "send": "sent",
        "shake": "shook shaken",
        "shoot": "shot shots",
        "speak": "spoke spoken",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "take": "took taken",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "win": "won",
        "write": "wrote written",
    }.items()
    for word in forms.split()
}
_SUFFIXES = (
    "ations", "ation", "ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion",
    "ances", "ance", "ences", "ence", "ers", "er", "ors", "or", "ies", "ied", "es", "ed", "al",
    "als", "s", "e", "y",
)  # fmt: skip
_LEAST_STEM = 3
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded English word; irregular forms give their lemma's stem."""
    word = _IRREGULAR.get(word, word)
    for suffix in _SUFFIXES:
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= _LEAST_STEM and _VOWELS & set(rest):
            return _single(rest)
    return word


def _single(rest: str) -> str:
    doubled = len(rest) > _LEAST_STEM and rest[-1] == rest[-2] and rest[-1] not in "ls"
    return rest[:-1] if doubled else rest
