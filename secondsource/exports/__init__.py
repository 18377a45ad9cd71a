"""Exports: what the ledger answers as files for other programs, one module a format."""

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
    "csv_lines",
    "jsonl_lines",
    "private_persons",
]
