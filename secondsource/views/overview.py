"""How much the ledger holds, and what could not be read."""

from __future__ import annotations

from collections import Counter

from secondsource.ledger import Ledger
from secondsource.views.contexts import Overview, RejectionCount


def overview_of(ledger: Ledger) -> Overview:
    """Counts of the present picture, and of the inputs that gave no report."""
    counts = ledger.counts()
    reasons = Counter(
        (one.rejection.kind.value, one.rejection.reason)
        for one in ledger.rejected_inputs()
        if one.rejection
    )
    return Overview(
        ledger=ledger.shown,
        reports=counts.reports,
        withdrawn=counts.withdrawn,
        unread=counts.reports - counts.extracted,
        claims=counts.claims,
        actors=counts.actors,
        places=counts.places,
        rejections=tuple(
            RejectionCount(kind=kind, reason=reason, inputs=inputs)
            for (kind, reason), inputs in reasons.most_common()
        ),
    )
