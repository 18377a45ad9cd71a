"""Fitting reports into the standing picture: lineage, then events, then ties.

1. *Lineage.* The changed reports and all that are linked with them, over links stored before or
   found now, are traced anew.
2. *Events.* The claims of changed reports, and those that a changed lineage may date otherwise,
   are compared with the claims that share a key with them; the groups connected with them are
   made anew, and so are those whose claims come from elsewhere now.
3. *Ties.* The pairs of actors of which these reports tell are read anew from all that is said of
   them.
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.ledger import Drawing, Ledger
from secondsource.pipeline.fitting_events import fit_events
from secondsource.pipeline.fitting_facts import Facts
from secondsource.pipeline.fitting_lineage import fit_lineage
from secondsource.pipeline.fitting_ties import fit_ties


def fit_in(ledger: Ledger, drawing: Drawing, changed: Iterable[str]) -> None:
    """Make the picture follow the facts about the reports ``changed``."""
    facts = Facts(ledger)
    moved = fit_lineage(facts, drawing, frozenset(changed))
    fit_events(facts, drawing, moved)
    fit_ties(facts, drawing, moved)
