"""What the words of a clause do to it: negation, auxiliaries, adverbs, what it is put as."""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.conditions import (
    aim_of,
    asked,
    condition_of,
    is_content,
    ordered,
    too_late,
)
from secondsource.claims.records import Modality, Polarity
from secondsource.claims.stance_words import Words, load_stance_words
from secondsource.claims.standing import Stance
from secondsource.claims.syntax import is_verbal

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr")
_QUALIFIERS = ("advmod", "amod", "npadvmod", "nmod")
ABILITY = frozenset({"can", "could", "ca"})
_WOULD = frozenset({"would", "'d", "’d"})
_HAD_OR_WOULD = frozenset({"'d", "’d"})


def marked(parse: Parse, node: Token, standing: Stance, *, without: Token | None = None) -> Stance:
    """``standing`` with what stands around ``node`` itself.

    ``without`` is an argument of ``node`` whose own negation is read elsewhere.
    """
    standing = auxiliaries(parse, node, standing)
    for child in parse.children(node, *_QUALIFIERS):
        standing = qualified(parse, child, standing)
    if is_verbal(node):
        standing = _clause(parse, node, standing)
    negations = negators(parse, node, without=without)
    if not negations:
        return standing
    if _cannot(parse, node):
        standing = standing.settled()
    return standing.negated(*negations)


def qualified(parse: Parse, word: Token, standing: Stance) -> Stance:
    """``standing`` with what an adverb or adjective says of it."""
    words, text = load_stance_words().words, word.text.lower()
    if text in words.hedges:
        standing = standing.hedged(word)
    standing = standing.hedged(*_so_called(parse, word))
    if text in words.possible:
        standing = standing.raised(Modality.POSSIBLE, word)
    if text in words.planned:
        standing = standing.raised(Modality.PLANNED, word)
    if text in words.unconfirmed:
        standing = standing.opened(word)
    return standing.turned(Polarity.DENIED, word) if text in words.undone else standing


def _so_called(parse: Parse, word: Token) -> list[Token]:
    """The words "so-called", hyphen included, where ``word`` is their verb."""
    if word.lemma != "call":
        return []
    below = parse.children(word, "advmod", "punct")
    return [*below, word] if any(child.text.lower() == "so" for child in below) else []


def negators(parse: Parse, node: Token, *, without: Token | None = None) -> tuple[Token, ...]:
    """The words that negate the clause or noun of ``node``, arguments that nobody fills included.

    An even number of them cancel each other, so only an odd one is returned whole.
    """
    words = load_stance_words().words
    found = [child for child in parse.children(node) if _negates(parse, node, child, words)]
    if is_verbal(node):
        found += [
            word
            for argument in parse.children(node, *_ARGUMENTS)
            if without is None or argument.index != without.index
            for word in _nobody(parse, argument, words)
        ]
    if len(found) % 2 == 0:
        return ()
    return tuple(word for mark in found for word in (*_no_of(parse, mark), mark))


def _falls_short(parse: Parse, node: Token, almost: Token) -> bool:
    """ "nearly captured it"; not "almost certainly captured" nor "could almost suspect"."""
    helpers = parse.children(node, "aux", "auxpass")
    if almost.dep != "advmod" or not is_verbal(node) or node.tag == "VBG":
        return False
    beside = {node.index, *(word.index for word in helpers)}
    return almost.index + 1 in beside and all(word.tag != "MD" for word in helpers)


def _no_of(parse: Parse, mark: Token) -> list[Token]:
    """The "no" of "no longer"."""
    inner = parse.children(mark, "neg", "det", "advmod") if mark.dep == "advmod" else []
    return [word for word in inner if word.text.lower() == "no"]


def _negates(parse: Parse, node: Token, child: Token, words: Words) -> bool:
    text = child.text.lower()
    if child.dep == "neg" or (
        text in words.negations and child.dep in ("det", "preconj", "advmod")
    ):
        after = parse.tokens[child.index + 1 : child.index + 2]
        return not any(token.text.lower() in words.limits for token in after)
    if text == "nor" and child.dep == "cc":
        return child.index < node.index
    if text in words.scarce:
        return child.dep == "amod" and node.lemma.lower() in load_stance_words().governors
    if text in words.almost:
        return _falls_short(parse, node, child)
    return child.lemma != "doubt" and bool(_no_of(parse, child))


def _nobody(parse: Parse, argument: Token, words: Words) -> list[Token]:
    if argument.text.lower() in words.nobody:
        return [argument]
    marks = parse.children(argument, "det", "neg", "preconj", "cc")
    return [word for word in marks if word.text.lower() in ("no", "neither")]


def _cannot(parse: Parse, node: Token) -> bool:
    return any(word.text.lower() in ABILITY for word in parse.children(node, "aux"))


def auxiliaries(parse: Parse, node: Token, standing: Stance) -> Stance:
    """``standing`` with the modal auxiliaries of ``node``."""
    helpers = parse.children(node, "aux")
    perfect = any(word.lemma == "have" for word in helpers)
    if len(aim_of(parse, node)) > 1:
        return standing
    beside = (condition_of(parse, node), *too_late(parse, node)) if helpers else ()
    for word in helpers:
        if word.tag == "MD" and word not in beside and not _is_had(node, word):
            standing = _helped(parse, node, word, perfect, standing)
    return standing


def _is_had(node: Token, word: Token) -> bool:
    return word.text.lower() in _HAD_OR_WOULD and node.tag in ("VBN", "VBD")


def _helped(parse: Parse, node: Token, word: Token, perfect: bool, standing: Stance) -> Stance:
    text = word.text.lower()
    modality = load_stance_words().modals.get(text)
    if text == "must" and perfect:
        return standing.raised(Modality.POSSIBLE, word).hedged(word)
    if text == "should" and perfect:
        return standing.raised(Modality.HYPOTHETICAL, word)
    if text in _WOULD and not perfect and _told_in_the_past(parse, node):
        return standing.raised(Modality.PLANNED, word)
    return standing if modality is None else standing.raised(modality, word)


def _told_in_the_past(parse: Parse, node: Token) -> bool:
    """ "said that it would withdraw", "a statement that it would": what was the future then."""
    conditional = any(condition_of(parse, clause) for clause in parse.children(node, "advcl"))
    if conditional or not (node.dep == "ccomp" or is_content(parse, node)):
        return False
    for head in parse.ancestors(node):
        if is_verbal(head) and head.tag not in ("VB", "VBG"):
            return head.tag in ("VBD", "VBN")
    return False


def _clause(parse: Parse, node: Token, standing: Stance) -> Stance:
    condition = condition_of(parse, node)
    if condition is not None:
        return standing.raised(Modality.HYPOTHETICAL, condition)
    order = ordered(parse, node)
    if order is not None:
        return standing.raised(Modality.REQUESTED, order)
    question = asked(parse, node)
    return standing if question is None else standing.opened(question)
