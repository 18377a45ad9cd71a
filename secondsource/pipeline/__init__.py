"""The pipeline: the one place where rooms are joined."""

from secondsource.pipeline.annotating import LAYERS, annotate_lines, annotate_records
from secondsource.pipeline.archiving import restored, zipped
from secondsource.pipeline.clustering import cluster_lines, cluster_records
from secondsource.pipeline.codebooks import check_codebook, fitted_codebook
from secondsource.pipeline.corrections import (
    CorrectionGiven,
    WordsGiven,
    correction_of,
    span_of,
)
from secondsource.pipeline.deciding import (
    actor_decisions,
    merge_actors,
    rename_actor,
    split_actor,
    undo_decision,
)
from secondsource.pipeline.fusing import refresh
from secondsource.pipeline.ingesting import Ingested, Progress, Watch, ingest
from secondsource.pipeline.naming import Wanted, claim_filter
from secondsource.pipeline.reading import Plan, Reading, read_reports
from secondsource.pipeline.reviewing import claim_seen
from secondsource.pipeline.watching import add_watch, look
from secondsource.pipeline.workspace import Workspace, open_workspace

__all__ = [
    "LAYERS",
    "CorrectionGiven",
    "Ingested",
    "Plan",
    "Progress",
    "Reading",
    "Wanted",
    "Watch",
    "WordsGiven",
    "Workspace",
    "actor_decisions",
    "add_watch",
    "annotate_lines",
    "annotate_records",
    "check_codebook",
    "claim_filter",
    "claim_seen",
    "cluster_lines",
    "cluster_records",
    "correction_of",
    "fitted_codebook",
    "ingest",
    "look",
    "merge_actors",
    "open_workspace",
    "read_reports",
    "refresh",
    "rename_actor",
    "restored",
    "span_of",
    "split_actor",
    "undo_decision",
    "zipped",
]
