"""Exports: what the ledger answers as files for other programs, one module a format."""

from secondsource.exports.brief_html import brief_html
from secondsource.exports.brief_markdown import brief_markdown
from secondsource.exports.brief_text import masked_brief
from secondsource.exports.columns import CLAIMS, EVENTS, LINEAGE, TIES, Column, Table
from secondsource.exports.commas import csv_lines
from secondsource.exports.jsonlines import jsonl_lines
from secondsource.exports.privacy import PrivatePersons, private_persons

__all__ = [
    "CLAIMS",
    "EVENTS",
    "LINEAGE",
    "TIES",
    "Column",
    "PrivatePersons",
    "Table",
    "brief_html",
    "brief_markdown",
    "csv_lines",
    "jsonl_lines",
    "masked_brief",
    "private_persons",
]
