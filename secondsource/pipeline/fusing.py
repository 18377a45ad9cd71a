"""The standing picture brought up to date: what fusion makes of the facts, stored in the ledger.

It is current up to the facts that `secondsource.ledger.PictureState` names. Whoever asks for it
refreshes it first, which costs one look at that state where nothing has changed. What is new is
fitted in: only the reports, events and ties that it may concern are looked at, and a picture drawn
from nothing is the same.
"""

from __future__ import annotations

from secondsource.ledger import Drawing, Ledger, PictureState, UpTo
from secondsource.pipeline.fitting import fit_in

FUSION = "fusion/6"
"""The version of fusion; a picture drawn by another one is drawn anew."""

_NOTHING = UpTo(report=0, extraction=0, decision=0, taken_back=0)


def refresh(ledger: Ledger) -> bool:
    """Bring the standing picture up to date; returns whether it had to be.

    Nobody else writes meanwhile.
    """
    if ledger.picture_state() == PictureState(fusion=FUSION, up_to=ledger.up_to()):
        return False
    with ledger.drawing() as drawing:
        before = drawing.state()
        after = PictureState(fusion=FUSION, up_to=drawing.up_to())
        if before != after:
            _draw(ledger, drawing, before)
            drawing.finish(after)
    return True


def redraw(ledger: Ledger) -> None:
    """Draw the standing picture anew, from nothing."""
    with ledger.drawing() as drawing:
        _draw(ledger, drawing, None)
        drawing.finish(PictureState(fusion=FUSION, up_to=drawing.up_to()))


def _draw(ledger: Ledger, drawing: Drawing, before: PictureState | None) -> None:
    if before is None or before.fusion != FUSION:
        drawing.clear()
        before = PictureState(fusion=FUSION, up_to=_NOTHING)
    changed = drawing.changed_reports(before.up_to)
    if changed:
        fit_in(ledger, drawing, changed)
