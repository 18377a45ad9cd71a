"""What an alignment says: reprint, rewrite, or no more than what one event explains.

Two independent reports of one event share its names and numbers, and may share a sentence of an
official. What they do not share is most of the text, several whole sentences, or the same selection
of telling details, most of which the event does not require, in the same order. What is told
alike in other words months later is of another event.
"""

from __future__ import annotations

from secondsource.fusion.nearcopies import Alignment
from secondsource.fusion.records import Relation

# Half of the sentences or more: the text itself was taken over.
_REPRINT = 0.5
# A fifth of them, and two at least: parts were taken over. Half, reworded ones included: most was
# rewritten, unless all there is are a few sentences that any two reports of the event would have.
_PARTS = 0.2
_LEAST_PARTS = 2
MOSTLY = 0.5
"""The share of reworded sentences or details from which a report as a whole comes from another."""
_LEAST_REWORDED = 4
# Half of the telling details, six at least, most of them in one order. Pairs of different outlets
# on one event reach 0.4 (365 reports of allsides_conflict, 389 of fakes_syria).
_LEAST_DETAILS = 6
_IN_ORDER = 0.7
# Two shared quotations and a third of the details.
_SHARED_QUOTES = 2
_QUOTED_DETAILS = 0.33


def relation_of(row: Alignment) -> Relation:
    """Reprint, rewrite, or independent as far as the text goes."""
    if row.share >= _REPRINT:
        return Relation.REPRINT
    taken = _has_parts(row) or (not row.afar and _is_told_alike(row))
    return Relation.REWRITE if taken else Relation.INDEPENDENT


def strength(row: Alignment) -> float:
    """How much of the copy comes from the other, 0 to 1: its sentences, or its details if more."""
    if row.afar:
        return row.share
    return max(row.loose_share, row.detail_share) if _is_retold(row) else row.loose_share


def in_words(row: Alignment) -> str:
    """What the two have in common, as a sentence for a reader."""
    words = [f"{row.stands} of {row.total} sentences shared"]
    if row.reworded:
        words.append(f"{row.reworded} more reworded")
    if row.quotes:
        words.append(f"{row.quotes} {'quotation' if row.quotes == 1 else 'quotations'} in common")
    if _is_retold(row) and relation_of(row) is not Relation.REPRINT:
        words.append(f"{row.details} of {row.all_details} details in common, mostly in one order")
    return ", ".join(words)


def _has_parts(row: Alignment) -> bool:
    return row.share >= _PARTS and row.stands >= _LEAST_PARTS


def _is_told_alike(row: Alignment) -> bool:
    return _is_reworded(row) or _is_retold(row) or _shares_quotes(row)


def _is_reworded(row: Alignment) -> bool:
    return row.loose_share >= MOSTLY and (row.stands > 0 or row.reworded >= _LEAST_REWORDED)


def _is_retold(row: Alignment) -> bool:
    enough = row.details >= _LEAST_DETAILS and row.detail_share >= MOSTLY
    return enough and row.in_order >= _IN_ORDER


def _shares_quotes(row: Alignment) -> bool:
    enough = row.quotes >= _SHARED_QUOTES and row.detail_share >= _QUOTED_DETAILS
    return enough and row.in_order >= _IN_ORDER
