"""The pipeline: the one place where rooms are joined."""

from secondsource.pipeline.annotating import LAYERS, annotate_records
from secondsource.pipeline.clustering import cluster_records
from secondsource.pipeline.ingesting import (
    Ingested,
    Progress,
    Watch,
    extract_pending,
    ingest,
)
from secondsource.pipeline.reading import Plan, Reading, read_reports
from secondsource.pipeline.workspace import Workspace, open_workspace

__all__ = [
    "LAYERS",
    "Ingested",
    "Plan",
    "Progress",
    "Reading",
    "Watch",
    "Workspace",
    "annotate_records",
    "cluster_records",
    "extract_pending",
    "ingest",
    "open_workspace",
    "read_reports",
]
