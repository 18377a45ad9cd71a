"""How many independent origins a set of claims has.

Each claim came to us along a chain, from an informant through a gatherer. Two chains confirm each
other only if they share neither. The number of independent origins is therefore the size of the
largest set of chains no two of which share a gatherer or an informant: a maximum matching between
gatherers and informants.
Seven outlets on one agency have one gatherer and so one origin, however many informants it names;
two outlets that both rest on one monitor have one informant and so one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from secondsource.fusion.informants import one_a_noun
from secondsource.fusion.provenance import Chain, Voice, within

# A verdict and its reasons ask for the same few sets of chains again and again.
_ASKED_AGAIN = 64


def settle(chains: Iterable[Chain]) -> tuple[Chain, ...]:
    """The chains that count, with one key an informant.

    What a report says in its own voice of a matter for which it also names a source is taken as a
    summary of that source, not as further knowledge; what it only looks back on, as a repetition of
    what others tell first hand; and "two opponents" of an outlet that it cites, as those whom the
    outlet itself names.
    """
    return _settled(tuple(chains))


@lru_cache(maxsize=_ASKED_AGAIN)
def _settled(given: tuple[Chain, ...]) -> tuple[Chain, ...]:
    listed = tuple(chain for chain in given if not chain.recap) or given
    sourced = {chain.report_id for chain in listed if not chain.unattributed}
    known = {chain.gatherer for chain in listed if not chain.own_voice and not chain.roughly}
    counting = [
        chain
        for chain in listed
        if not (chain.unattributed and chain.report_id in sourced)
        and not (chain.roughly and chain.gatherer in known)
    ]
    return same_informants(counting)


def same_informants(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with shorter descriptions of an unnamed informant replaced by the longest.

    One gatherer's "the official", "an opposition official" and "a Syrian opposition official" are
    one informant; its "American official" in the same set stays another. Reports of one origin may
    describe one informant in words of their own, see `secondsource.fusion.informants`.
    """
    return _with_longest_words(one_a_noun(chains))


def _with_longest_words(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    told = {
        (chain.gatherer, words)
        for chain in chains
        for words in (chain.unnamed, *(voice.unnamed for voice in chain.beside))
        if words
    }
    alike: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for gatherer, words in sorted(told, key=lambda row: (-len(row[1]), row)):
        alike.setdefault((gatherer, words[-1]), []).append(words)
    return tuple(_with_longest(chain, alike) for chain in chains)


def _with_longest(chain: Chain, told: Mapping[tuple[str, str], Sequence[tuple[str, ...]]]) -> Chain:
    """``told`` are the descriptions by gatherer and noun, the longest first."""
    if not chain.unnamed and not chain.beside:
        return chain
    first = _longest(chain.gatherer, Voice(key=chain.informant, unnamed=chain.unnamed), told)
    beside = tuple(_longest(chain.gatherer, voice, told) for voice in chain.beside)
    return replace(chain, unnamed=first.unnamed, informant=first.key, beside=beside)


def _longest(
    gatherer: str, voice: Voice, told: Mapping[tuple[str, str], Sequence[tuple[str, ...]]]
) -> Voice:
    if not voice.unnamed:
        return voice
    mine = frozenset(voice.unnamed)
    for words in told[gatherer, voice.unnamed[-1]]:
        if mine.issubset(words):
            return Voice(key=within(gatherer, words), unnamed=words)
    return voice


def count_origins(chains: Sequence[Chain]) -> int:
    """The largest number of chains no two of which share a gatherer or an informant."""
    return _counted(tuple(chains))


@lru_cache(maxsize=_ASKED_AGAIN)
def _counted(chains: tuple[Chain, ...]) -> int:
    informants: dict[str, set[str]] = {}
    for chain in settle(chains):
        informants.setdefault(chain.gatherer, set()).update(chain.informants)
    taken: dict[str, str] = {}
    return sum(_find_place(key, informants, taken, set()) for key in sorted(informants))


def _find_place(
    gatherer: str, informants: Mapping[str, set[str]], taken: dict[str, str], tried: set[str]
) -> bool:
    """Give ``gatherer`` an informant of its own, moving others if need be (Kuhn's method)."""
    for informant in sorted(informants[gatherer] - tried):
        tried.add(informant)
        holder = taken.get(informant)
        if holder is None or _find_place(holder, informants, taken, tried):
            taken[informant] = gatherer
            return True
    return False


def count_sources(chains: Iterable[Chain]) -> int:
    """Distinct informants; a gatherer's own voice counts where it names no informant."""
    listed = settle(chains)
    named = {key for chain in listed if not chain.own_voice for key in chain.informants}
    informed = {chain.gatherer for chain in listed if not chain.own_voice}
    alone = {chain.gatherer for chain in listed if chain.own_voice} - informed
    return len(named) + len(alone)
