"""Questions about the dependency tree that every reader asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.annotations.records import Parse, Token
from secondsource.text import Span, cover

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
NOMINAL = ("NOUN", "PROPN", "PRON")
DASHES = frozenset({"—", "–", "-", "--"})
_EDGE_POS = ("PUNCT", "SPACE")
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun."""
    return token.tag in ("WP", "WDT", "WP$") and token.text.lower() in _RELATIVES


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether the verb is a passive, reduced ones ("the man accused of …") included."""
    if parse.children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    return verb.dep in ("acl", "advcl", "amod") and verb.tag == "VBN"


def run(parse: Parse, head: Token, low: int, high: int) -> list[Token]:
    """The unbroken run of tokens around ``head`` below it in the tree, within ``[low, high)``.

    Punctuation and conjunctions at its ends are left out.
    """
    inside = {token.index for token in parse.subtree(head) if low <= token.index < high}
    first = last = head.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return strip(parse.tokens[first : last + 1])


def strip(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without punctuation and bare conjunctions at their ends."""
    kept = list(tokens)
    while kept and (_is_edge(kept[0]) or kept[0].pos == "CCONJ"):
        kept.pop(0)
    while kept and (_is_edge(kept[-1]) or kept[-1].dep in ("cc", "mark")):
        kept.pop()
    return kept


def _is_edge(token: Token) -> bool:
    return token.pos in _EDGE_POS and token.text not in ("(", ")", "[", "]", "$", "%")


def span_of(tokens: Iterable[Token]) -> Span:
    """The span from the first to the last of ``tokens``."""
    return cover(token.span for token in tokens)


def right_edge(parse: Parse, token: Token) -> int:
    """The index after the last token below ``token``."""
    return parse.subtree(token)[-1].index + 1


def left_edge(parse: Parse, token: Token) -> int:
    """The index of the first token below ``token``."""
    return parse.subtree(token)[0].index


def sentence_of(parse: Parse, token: Token) -> tuple[int, int]:
    """The half-open token range of the token's sentence."""
    return parse.sentences[token.sentence]


def antecedent(parse: Parse, pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    for above in parse.ancestors(pronoun):
        if above.dep == "relcl":
            return parse.head(above)
    return None


def clause_start(parse: Parse, start: int, end: int) -> int:
    """Where the last clause of the tokens ``[start, end)`` begins: after a bracket left open or
    after a comma and a conjunction that joins clauses; ``start`` where there is neither."""
    for index in range(end - 1, start, -1):
        token = parse[index]
        if token.text == "(" and not any(t.text == ")" for t in parse.tokens[index:end]):
            return index + 1
        if token.dep == "cc" and parse[index - 1].text in (",", ";") and _joins(parse, token):
            return index + 1
    return start


def _joins(parse: Parse, conjunction: Token) -> bool:
    return any(
        parse.children(verb, "nsubj", "nsubjpass")
        for verb in parse.children(parse.head(conjunction), "conj")
        if verb.index > conjunction.index and verb.pos in ("VERB", "AUX")
    )
