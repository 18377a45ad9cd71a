"""Which descriptions in the reports of one origin are of one informant.

A rewrite calls the agency's "Syrian opposition official" an opposition member, and its named
commander of brigades "a rebel commander". Within the reports of one origin on one gatherer, one
noun is one informant, unless a report has two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.fusion.provenance import Chain, Voice

# Nouns that say no more than that somebody belongs to what stands before them.
_ANYBODY = frozenset("official member figure source person man leader insider".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    """What an informant is in the reports of one origin on one gatherer."""

    origin: str
    gatherer: str
    noun: str


def one_a_noun(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with one key for each noun that stands for one informant in every report."""
    in_report: dict[tuple[_Noun, str], set[str]] = {}
    voices: dict[_Noun, set[Voice]] = {}
    for chain in chains:
        for voice in chain.voices:
            noun = _noun(chain, voice)
            if noun:
                in_report.setdefault((noun, chain.report_id), set()).add(voice.key)
                voices.setdefault(noun, set()).add(voice)
    told_apart = {noun for (noun, _), keys in in_report.items() if len(keys) > 1}
    chosen = {noun: _best(found) for noun, found in voices.items() if noun not in told_apart}
    return tuple(_with_chosen(chain, chosen) for chain in chains)


def _noun(chain: Chain, voice: Voice) -> _Noun | None:
    """The role of one with a name, the head of a description, or what is before an empty head."""
    words = voice.unnamed or ((voice.role,) if voice.role else ())
    if words and words[-1] in _ANYBODY:
        words = (*words[:-2], f"somebody of {words[-2]}") if len(words) > 1 else ()
    if chain.origin is None or not words:
        return None
    return _Noun(origin=chain.origin, gatherer=chain.gatherer, noun=words[-1])


def _best(voices: set[Voice]) -> Voice | None:
    """The one with a name, else with the fullest description; nobody where two have names."""
    named = {voice.key for voice in voices if not voice.unnamed}
    if len(named) > 1:
        return None
    return max(voices, key=lambda one: (not one.unnamed, len(one.unnamed), one.unnamed, one.key))


def _with_chosen(chain: Chain, chosen: Mapping[_Noun, Voice | None]) -> Chain:
    def settled(voice: Voice) -> Voice:
        noun = _noun(chain, voice)
        best = chosen.get(noun) if noun else None
        return replace(voice, key=best.key, unnamed=best.unnamed) if best else voice

    if chain.own_voice:
        return chain
    first, *others = map(settled, chain.voices)
    return replace(
        chain, informant=first.key, unnamed=first.unnamed, role=first.role, beside=tuple(others)
    )
