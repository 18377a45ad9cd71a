"""Words of no class: what carries an event, what is named by the way, what is its subject."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.putting import put

ROWS = [
    ("A *deal would strengthen Nusra Front.", "hypothetical: would", "affirmed", ""),
    ("An *attack on the base would anger Turkey.", "hypothetical: would", "affirmed", ""),
    ("Any *attack on the base will be met with force.", "hypothetical: Any", "affirmed", ""),
    ("*Strikes on the base would anger Turkey.", "hypothetical: would", "affirmed", ""),
    ("An *attack on the base could anger Turkey.", "hypothetical: could", "affirmed", ""),
    ("The *deal would end the war.", "actual", "affirmed", ""),
    ("The *deal, signed on Monday, would end the war.", "actual", "affirmed", ""),
    ("An *alliance between them would worry Turkey.", "hypothetical: would", "affirmed", ""),
    ("A *deal may be possible.", "possible: may possible", "affirmed", "possible"),
    ("A *deal is possible.", "possible: possible", "affirmed", "possible"),
    ("A *deal is unlikely.", "possible: unlikely", "denied: unlikely", "unlikely"),
    ("The *attack is due to begin on Monday.", "planned: due", "affirmed", ""),
    ("The *attack on the base failed to materialise.", "actual", "denied: failed", ""),
    ("The *attack will take place on Monday.", "planned: will", "affirmed", ""),
    ("The *talks with Turkey never took place.", "actual", "denied: never", ""),
    ("No *attack took place.", "actual", "denied: No", ""),
    ("The army will launch an *attack on the base.", "planned: will", "affirmed", ""),
    ("The army will launch a wave of *attacks on the base.", "planned: will", "affirmed", ""),
    ("The army did not launch an *attack on the base.", "actual", "denied: not", ""),
    ("Turkey condemned the *attack on the base.", "actual", "affirmed", ""),
    ("Turkey will investigate the *attack on the base.", "actual", "affirmed", ""),
    ("Turkey may respond to the *attack on the base.", "actual", "affirmed", ""),
    ("The army will send aid in response to *attacks on the base.", "actual", "affirmed", ""),
    ("The army will meet Turkey after the *attack on the base.", "actual", "affirmed", ""),
    ("Turkey did not comment on the *attack on the base.", "actual", "affirmed", ""),
    ("The *agreement reached by the two groups was signed.", "actual", "affirmed", ""),
    ("The two groups signed an agreement *reached in Geneva.", "actual", "affirmed", ""),
    ("The two groups resolved their *dispute.", "actual", "affirmed", ""),
    ("The army is to *attack the base.", "planned: is", "affirmed", ""),
    ("The army has to *attack the base.", "requested: has", "affirmed", ""),
    ("The army had to *withdraw from the base.", "actual", "affirmed", ""),
    ("The two groups reached a *deal.", "actual", "affirmed", ""),
    ("The two groups have no *deal.", "actual", "denied: no", ""),
    ("The two groups did not reach a *deal.", "actual", "denied: not", ""),
    ("The two groups failed to reach a *deal.", "actual", "denied: failed", ""),
    ("The two groups are close to a *deal.", "planned: are close", "affirmed", ""),
    ("The two groups came close to a *deal.", "actual", "denied: came close", ""),
    ("The army called for talks after the *attack on the base.", "actual", "affirmed", ""),
    ("The army agreed with Turkey after the *attack on the base.", "actual", "affirmed", ""),
    ("The group feared the army, which *attacked the base.", "actual", "affirmed", ""),
    ("The army continued its *attack on the base.", "actual", "affirmed", ""),
    ("The army committed an *attack on the base.", "actual", "affirmed", ""),
    ("The army helped the group *attack the base.", "actual", "affirmed", ""),
    (
        "A *withdrawal by the army would end the siege, he said.",
        "hypothetical: would",
        "affirmed",
        "",
    ),
    ("*Arming the militia would anger Turkey.", "hypothetical: would", "affirmed", ""),
    ("To *arm the militia would anger Turkey.", "hypothetical: would", "affirmed", ""),
    ("The army was too weak to *attack the base.", "actual", "denied: too", ""),
    ("The army was strong enough to *attack the base.", "actual", "affirmed", ""),
    ("He was arrested for *attacking the base.", "actual", "affirmed", "arrested"),
    ("They were arrested after *attacking the base.", "actual", "affirmed", ""),
    ("The feared *attack did not come.", "actual", "denied: not", ""),
    ("The long-expected *attack never came.", "planned: expected", "denied: never", "expected"),
]


@pytest.mark.parametrize(("text", "modality", "polarity", "hedges"), ROWS)
def test_stance(parser: Parser, text: str, modality: str, polarity: str, hedges: str) -> None:
    assert put(parser, text) == (modality, polarity, hedges)
