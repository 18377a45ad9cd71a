"""GraphML: the network of ties. Actors are nodes; every state of a relation is an edge.

Every edge is directed, since readers refuse a graph of both sorts; ``mutual`` tells the ties that
hold both ways alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from secondsource.claims import TieType
from secondsource.exports.selection import Selection, ties_of
from secondsource.exports.tally import Tally
from secondsource.exports.xmltext import writable
from secondsource.views import TieRecord

_MUTUAL = frozenset({TieType.ALLY, TieType.TRUCE, TieType.HOSTILE, TieType.MERGER, TieType.SPLIT})
_NODE_KEYS = (("name", "string"),)
_EDGE_KEYS = (
    ("state", "string"),
    ("mutual", "boolean"),
    ("stance", "string"),
    ("from", "string"),
    ("to", "string"),
    ("reports", "int"),
    ("origins", "int"),
    ("sources", "int"),
    ("credibility", "int"),
    ("because", "string"),
    ("disputed", "boolean"),
    ("evidence", "string"),
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def graphml_text(selection: Selection, tally: Tally) -> Iterator[str]:
    """The document, written as the ties come; only the ids of actors seen are kept."""
    yield _HEAD
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys:
            yield (
                f'<key id="{domain}-{name}" for="{domain}" attr.name="{name}"'
                f' attr.type="{kind}"/>\n'
            )
    yield '<graph id="ties" edgedefault="directed">\n'
    seen: set[str] = set()
    for tie in ties_of(selection):
        tally.rows += 1
        for actor, name in zip(tie.between, tie.names, strict=True):
            if actor not in seen:
                seen.add(actor)
                yield f"<node id={_quoted(actor)}>{_data('node', 'name', name)}</node>\n"
        yield _edge(tie, tally)
    yield "</graph>\n</graphml>\n"


def _edge(tie: TieRecord, tally: Tally) -> str:
    source, target = map(_quoted, tie.between)
    values = _values(tie)
    for name, value in values.items():
        if value is None:
            tally.lacks(name, "no report says it")
    data = "".join(_data("edge", name, value) for name, value in values.items())
    return f"<edge id={_quoted(tie.id)} source={source} target={target}>{data}</edge>\n"


def _values(tie: TieRecord) -> dict[str, str | int | bool | None]:
    words = dict.fromkeys(" ".join((one.text or "").split()) for one in tie.evidence)
    return {
        "state": tie.state.value,
        "mutual": tie.state in _MUTUAL,
        "stance": tie.stance.value,
        "from": tie.start,
        "to": tie.end,
        "reports": tie.reports,
        "origins": tie.origins,
        "sources": tie.sources,
        "credibility": tie.credibility,
        "because": "; ".join(tie.because),
        "disputed": bool(tie.disputing),
        "evidence": " | ".join(words),
    }


def _data(domain: str, name: str, value: str | float | None) -> str:
    if value is None:
        return ""
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f'<data key="{domain}-{name}">{escape(writable(shown))}</data>'


def _quoted(words: str) -> str:
    return quoteattr(writable(words))
