"""Claims about one matter as tellings: whose word each is, when it was reported, in which text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from secondsource.annotations import SourceType
from secondsource.claims import Claim
from secondsource.fusion.grounds import is_firm
from secondsource.fusion.independence import same_informants
from secondsource.fusion.intervals import latest
from secondsource.fusion.provenance import Chain, Provenance, chain_of
from secondsource.fusion.records import Relation

_COPIED = frozenset({Relation.REPRINT, Relation.REWRITE})
_OUTLETS = frozenset({SourceType.OUTLET, SourceType.SELF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A claim with the chain that it came by.

    ``published`` is the EDTF value of its report's date line, ``text`` the id of the report that
    its report copies at any remove, or its own.
    """

    claim: Claim
    chain: Chain
    published: str | None
    text: str

    @property
    def is_copy(self) -> bool:
        """Whether the report that tells it took its text from another."""
        return self.text != self.claim.report_id


def tellings(claims: Iterable[Claim], known: Provenance) -> tuple[Telling, ...]:
    """The claims as tellings, in the order in which they were reported, then of their ids."""
    listed = list(claims)
    chains = same_informants([chain_of(claim, known) for claim in listed])
    rows = [
        Telling(
            claim=claim,
            chain=chain,
            published=_published(claim.report_id, known),
            text=_first_text(claim.report_id, known),
        )
        for claim, chain in zip(listed, chains, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: (row.published or "~", row.claim.id)))


def _published(report_id: str, known: Provenance) -> str | None:
    report = known.reports.get(report_id)
    return report.published.value if report and report.published else None


def _first_text(report_id: str, known: Provenance) -> str:
    seen = {report_id}
    while (row := known.lineage.get(report_id)) and row.copies and row.relation in _COPIED:
        if row.copies in seen:
            break
        report_id = row.copies
        seen.add(report_id)
    return report_id


def may_contradict(first: Telling, second: Telling) -> bool:
    """Whether a difference between two tellings would be one between two accounts.

    Copies of one text are one account, and so is what one report tells on the same word.
    """
    if first.claim.report_id == second.claim.report_id:
        return not same_informant(first, second)
    return first.text != second.text


def same_informant(first: Telling, second: Telling) -> bool:
    """Whether both rest on the word of one informant, or of one outlet in its own voice."""
    return bool(set(first.chain.informants) & set(second.chain.informants))


def withdraws(later: Telling, earlier: Telling) -> bool:
    """Whether ``later`` is the newer word of the same informant, in a report known to be newer."""
    return same_informant(later, earlier) and _is_after(later.published, earlier.published)


def updates(later: Telling, earlier: Telling) -> bool:
    """Whether ``later`` is the newer word of the same source: of one informant, or of a gatherer
    that for one of the two names nobody."""
    alone = later.chain.own_voice or earlier.chain.own_voice
    same = same_informant(later, earlier) or (
        alone and later.chain.gatherer == earlier.chain.gatherer
    )
    return same and _is_after(later.published, earlier.published)


def _is_after(one: str | None, other: str | None) -> bool:
    days = latest(one), latest(other)
    if one is None or other is None or days[0] is None or days[1] is None:
        return False
    return days[0] > days[1] or (days[0] == days[1] and _hour(one) > _hour(other) > "")


def _hour(edtf: str) -> str:
    return edtf.partition("T")[2]


def standing(row: Telling) -> tuple[bool, bool, bool, date, str]:
    """A sort key by which the plainest telling of a thing comes first: own words of the report,
    without a hedge, on somebody's word, early."""
    unnamed = not row.claim.attribution
    told = latest(row.published) or date.max
    return row.is_copy, not is_firm(row.claim), unnamed, told, row.claim.id


def speaker(row: Telling) -> str:
    """Who says it, in words: the first source and the gatherer that passed it on."""
    links = [link for link in row.claim.attribution if link.type not in _OUTLETS]
    gatherer = row.chain.gatherer_name
    return f"{links[-1].name.strip(' ,;')} (through {gatherer})" if links else gatherer
