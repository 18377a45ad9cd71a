"""The ACLED type of a text's main event: the trained reader and the rules together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from secondsource.annotations import EventReader
from secondsource.claims.coding.codebook import load_acled
from secondsource.claims.coding.columns import ACLED_COLUMNS, NOTHING
from secondsource.claims.coding.cues import weigh
from secondsource.claims.coding.records import AcledCoding
from secondsource.claims.coding.violence import violence_of
from secondsource.claims.coding.weights import Floats, load_weights
from secondsource.claims.records import Claim


def code_acled(text: str, claims: Sequence[Claim], reader: EventReader) -> AcledCoding | None:
    """The type of the main event, or ``None`` where the text is likeliest about none of ACLED's."""
    if not text.strip():
        return None
    votes = votes_of(weigh(text, claims))
    chances = load_weights("acled").chances(reader.text(text), votes)
    best = max(range(len(chances)), key=lambda column: chances[column])
    name = ACLED_COLUMNS[best]
    if name == NOTHING:
        return None
    [kind] = [kind for kind in load_acled() if kind.sub_event == name]
    return AcledCoding(type=kind, score=round(chances[best], 3), violence=violence_of(kind, claims))


def votes_of(weights: Mapping[str, float]) -> Floats:
    """The votes of the rules by column; the more words speak for a type, the less one more adds."""
    return np.log1p([weights.get(name, 0.0) for name in ACLED_COLUMNS]).astype(np.float32)
