"""What the words of a clause do to it: negation, auxiliaries, adverbs, questions, conditions."""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.records import Modality
from secondsource.claims.stance_words import Words, load_stance_words
from secondsource.claims.standing import Stance
from secondsource.claims.syntax import is_verbal

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr")
_FILLERS = frozenset({"intj", "cc", "punct", "advmod"})
_COMPLEMENTS = ("ccomp", "pcomp", "csubj")
_ABILITY = frozenset({"can", "could", "ca"})
_FUTURE_IN_THE_PAST = frozenset({"would", "'d", "’d"})


def marked(parse: Parse, node: Token, standing: Stance, *, without: Token | None = None) -> Stance:
    """``standing`` with what stands around ``node`` itself.

    ``without`` is an argument of ``node`` whose own negation is read elsewhere.
    """
    standing = auxiliaries(parse, node, standing)
    for child in parse.children(node, "advmod", "amod", "npadvmod"):
        standing = qualified(child, standing)
    if is_verbal(node):
        standing = _clause(parse, node, standing)
    negations = negators(parse, node, without=without)
    if not negations:
        return standing
    if _cannot(parse, node):
        standing = standing.settled()
    return standing.negated(*negations)


def qualified(word: Token, standing: Stance) -> Stance:
    """``standing`` with what an adverb or adjective says of it."""
    words, text = load_stance_words().words, word.text.lower()
    if text in words.hedges:
        standing = standing.hedged(word)
    if text in words.possible:
        standing = standing.raised(Modality.POSSIBLE, word)
    if text in words.planned:
        standing = standing.raised(Modality.PLANNED, word)
    if text in words.unconfirmed:
        standing = standing.opened(word)
    return standing


def negators(parse: Parse, node: Token, *, without: Token | None = None) -> tuple[Token, ...]:
    """The words that negate the clause or noun of ``node``, arguments that nobody fills included.

    An even number of them cancel each other, so only an odd one is returned whole.
    """
    words = load_stance_words().words
    found = [child for child in parse.children(node) if _negates(parse, child, words)]
    if is_verbal(node):
        found += [
            word
            for argument in parse.children(node, *_ARGUMENTS)
            if without is None or argument.index != without.index
            for word in _nobody(parse, argument, words)
        ]
    return tuple(found) if len(found) % 2 else ()


def _negates(parse: Parse, child: Token, words: Words) -> bool:
    text = child.text.lower()
    if child.dep == "neg" or (
        text in words.negations and child.dep in ("det", "preconj", "advmod")
    ):
        after = parse.tokens[child.index + 1 : child.index + 2]
        return not any(token.text.lower() in words.limits for token in after)
    return child.dep == "advmod" and any(
        inner.text.lower() == "no" for inner in parse.children(child, "neg", "det", "advmod")
    )


def _nobody(parse: Parse, argument: Token, words: Words) -> list[Token]:
    if argument.text.lower() in words.nobody:
        return [argument]
    return [word for word in parse.children(argument, "det", "neg") if word.text.lower() == "no"]


def _cannot(parse: Parse, node: Token) -> bool:
    return any(word.text.lower() in _ABILITY for word in parse.children(node, "aux"))


def auxiliaries(parse: Parse, node: Token, standing: Stance) -> Stance:
    """``standing`` with the modal auxiliaries of ``node``."""
    modals = load_stance_words().modals
    helpers = parse.children(node, "aux")
    perfect = any(word.lemma == "have" for word in helpers)
    for word in helpers:
        text = word.text.lower()
        modality = modals.get(text) if word.tag == "MD" else None
        if text == "must" and perfect:
            standing = standing.raised(Modality.POSSIBLE, word).hedged(word)
        elif text in _FUTURE_IN_THE_PAST and not perfect and _told_in_the_past(parse, node):
            standing = standing.raised(Modality.PLANNED, word)
        elif modality is not None:
            standing = standing.raised(modality, word)
    return standing


def _told_in_the_past(parse: Parse, node: Token) -> bool:
    """ "said that it would withdraw": what was the future then."""
    head = parse.head(node)
    conditional = any(_condition(parse, clause) for clause in parse.children(node, "advcl"))
    return node.dep == "ccomp" and head.tag in ("VBD", "VBN") and not conditional


def _clause(parse: Parse, node: Token, standing: Stance) -> Stance:
    condition = _condition(parse, node)
    if condition is not None:
        return standing.raised(Modality.HYPOTHETICAL, condition)
    question = asked(parse, node)
    return standing.opened(question) if question is not None else standing


def _condition(parse: Parse, node: Token) -> Token | None:
    """The "if" of the clause, or the auxiliary before its subject ("had they known")."""
    words = load_stance_words().words
    if node.dep in _COMPLEMENTS:
        return None
    for mark in parse.children(node, "mark", "advmod"):
        if mark.text.lower() in words.conditions:
            return mark
    if node.dep != "advcl":
        return None
    inverted = _inverted(parse, node)
    return inverted if inverted is not None and inverted.text.lower() != "to" else None


def _inverted(parse: Parse, node: Token) -> Token | None:
    subjects = parse.children(node, *_SUBJECTS)
    before = [
        word
        for word in parse.children(node, "aux", "auxpass")
        if subjects and word.index < subjects[0].index
    ]
    return before[0] if before else None


def asked(parse: Parse, node: Token) -> Token | None:
    """What marks a question that asks whether, not who or why: its mark, or its first word."""
    if node.dep != "ROOT":
        return None
    words = load_stance_words().words
    sentence = parse.sentence(node.sentence)
    asks = {
        token.text.lower()
        for child in parse.children(node)
        for token in (child, *parse.children(child, "det", "advmod"))
        if child.index < node.index
    }
    if not asks.isdisjoint(words.interrogatives):
        return None
    marks = [token for token in sentence[-3:] if token.text == "?"]
    inverted = _inverted(parse, node)
    opens = inverted is not None and all(
        token.dep in _FILLERS for token in sentence if token.index < inverted.index
    )
    return marks[-1] if marks else inverted if opens else None
