"""Exports: what the ledger answers as files for other programs, one module a format."""

from secondsource.exports.atom import atom_feed
from secondsource.exports.brief_html import brief_html
from secondsource.exports.brief_markdown import brief_markdown
from secondsource.exports.brief_text import masked_brief
from secondsource.exports.bundle import zip_bytes
from secondsource.exports.columns import CLAIMS, EVENTS, LINEAGE, TIES, Column, Table
from secondsource.exports.commas import csv_lines
from secondsource.exports.countries import Country, country_of
from secondsource.exports.formats import DATA_SETS, FORMATS, Format, Part, about_json, format_of
from secondsource.exports.jsonlines import jsonl_lines
from secondsource.exports.masking import masked_records
from secondsource.exports.privacy import PrivatePersons, private_persons
from secondsource.exports.selection import EVERYTHING, Filters, Selection, filters_of, select
from secondsource.exports.tally import About, PartAbout, Tally
from secondsource.exports.unbundling import archived

__all__ = [
    "CLAIMS",
    "DATA_SETS",
    "EVENTS",
    "EVERYTHING",
    "FORMATS",
    "LINEAGE",
    "TIES",
    "About",
    "Column",
    "Country",
    "Filters",
    "Format",
    "Part",
    "PartAbout",
    "PrivatePersons",
    "Selection",
    "Table",
    "Tally",
    "about_json",
    "archived",
    "atom_feed",
    "brief_html",
    "brief_markdown",
    "country_of",
    "csv_lines",
    "filters_of",
    "format_of",
    "jsonl_lines",
    "masked_brief",
    "masked_records",
    "private_persons",
    "select",
    "zip_bytes",
]
