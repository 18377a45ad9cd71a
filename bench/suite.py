"""The development sets in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.gold import (
    allsides_conflict,
    cameo_quad,
    case2021_task2,
    chains,
    commitmentbank,
    ecbplus,
    fakes_syria,
    geoparsing,
    groups,
    india_police_events,
    meantime,
    muc4,
    petrarch_validation,
    plover_gsr,
    plv,
    polnear,
    re3d,
    seeds,
    sources,
    timeml,
    ucdp_aec,
    unscored,
)
from bench.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """A development set: how it is read and how a program is scored on it.

    ``files``, absolute or relative to the shared folder's ``data``, make the corpus hash; ``read``
    takes that folder. ``documents_a_row`` says how many documents a row is under a limit.
    """

    name: str
    files: tuple[str, ...]
    read: Callable[[Path], Sequence[Any]]
    figures: Callable[[Sequence[Any], Program], Iterator[Figure]]
    documents_a_row: int = 1

    def rows_for(self, limit: int | None) -> int | None:
        """How many rows ``limit`` documents are, at least one."""
        return None if limit is None else max(1, limit // self.documents_a_row)


def _geoparsing(name: str) -> GoldSet:
    return GoldSet(
        name=name,
        files=geoparsing.files(name),
        read=geoparsing.reader(name),
        figures=geoparsing.figures,
    )


SETS: tuple[GoldSet, ...] = (
    GoldSet(
        name="seeds",
        files=(*seeds.FILES, str(Path(seeds.__file__).with_name("seeds.jsonl"))),
        read=seeds.read,
        figures=seeds.figures,
    ),
    GoldSet(
        name="groups",
        files=(*seeds.FILES, str(Path(groups.__file__).with_name("groups.jsonl"))),
        read=groups.read,
        figures=groups.figures,
    ),
    GoldSet(
        name="sources",
        files=(*seeds.FILES, str(Path(sources.__file__).with_name("sources.jsonl"))),
        read=sources.read,
        figures=sources.figures,
    ),
    GoldSet(name="polnear", files=polnear.FILES, read=polnear.read, figures=polnear.figures),
    GoldSet(name="timeml", files=timeml.FILES, read=timeml.read, figures=timeml.figures),
    GoldSet(name="meantime", files=meantime.FILES, read=meantime.read, figures=meantime.figures),
    *map(_geoparsing, geoparsing.NAMES),
    GoldSet(name="re3d", files=re3d.FILES, read=re3d.read, figures=re3d.figures),
    GoldSet(
        name="fakes_syria",
        files=fakes_syria.FILES,
        read=fakes_syria.read,
        figures=fakes_syria.figures,
    ),
    GoldSet(
        name="plover_gsr", files=plover_gsr.FILES, read=plover_gsr.read, figures=plover_gsr.figures
    ),
    GoldSet(name="plv", files=plv.FILES, read=plv.read, figures=plv.figures),
    GoldSet(
        name="cameo_quad", files=cameo_quad.FILES, read=cameo_quad.read, figures=cameo_quad.figures
    ),
    GoldSet(
        name="case2021_task2",
        files=case2021_task2.FILES,
        read=case2021_task2.read,
        figures=case2021_task2.figures,
    ),
    GoldSet(
        name="india_police_events",
        files=india_police_events.FILES,
        read=india_police_events.read,
        figures=india_police_events.figures,
    ),
    GoldSet(name="muc4", files=muc4.FILES, read=muc4.read, figures=muc4.figures),
    GoldSet(
        name="commitmentbank",
        files=commitmentbank.FILES,
        read=commitmentbank.read,
        figures=commitmentbank.figures,
    ),
    GoldSet(
        name="ecbplus",
        files=ecbplus.FILES,
        read=ecbplus.read,
        figures=ecbplus.figures,
        documents_a_row=ecbplus.DOCUMENTS_PER_TOPIC,
    ),
    GoldSet(
        name="meantime_chains",
        files=chains.MEANTIME_FILES,
        read=chains.read_meantime,
        figures=chains.figures,
    ),
    GoldSet(
        name="ecbplus_chains",
        files=chains.ECBPLUS_FILES,
        read=chains.read_ecbplus("dev"),
        figures=chains.figures,
    ),
    GoldSet(
        name="petrarch_validation",
        files=petrarch_validation.FILES,
        read=petrarch_validation.read,
        figures=petrarch_validation.figures,
    ),
    GoldSet(
        name="fnc1", files=unscored.FNC1_FILES, read=unscored.read_fnc1, figures=unscored.stance
    ),
    GoldSet(
        name="fnc1_stance",
        files=unscored.FNC1_STANCE_FILES,
        read=unscored.read_fnc1_stance,
        figures=unscored.stance,
    ),
    GoldSet(
        name="allsides_conflict",
        files=allsides_conflict.FILES,
        read=allsides_conflict.read,
        figures=allsides_conflict.figures,
    ),
    GoldSet(name="ucdp_aec", files=ucdp_aec.FILES, read=ucdp_aec.read, figures=ucdp_aec.figures),
)
