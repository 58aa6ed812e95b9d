"""A claim as other programs read it: one JSON object, or one row of a table."""

import re

from auditor.model import Claim, Interval
from auditor.wording.jsontext import JsonValue, Record, attributes

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")

ROW_FIELDS = (
    *("source", "field", "start", "end", "zone", "kind", "text"),
    *("point", "low", "high", "low_open", "high_open", "written"),
    *("person", "title", "organisation", "former", "words", "thing", "stage", "name"),
    *("qualifier", "change", "reached", "unit", "dimension", "counted", "per", "measure", "subject"),
    *("as_of_first", "as_of_last", "modality", "speaker", "clue", "sentence_start", "sentence_end", "story", "id"),
)
"""The columns of a table of claims, in the order people read them."""


_CLAIM = (
    *("id", "source", "story", "kind", "text", "field", "start", "end", "sentence", "zone", "value", "qualifier"),
    *("change", "reached", "unit", "dimension", "counted", "per", "measure", "subject", "as_of", "modality"),
    *("speaker", "clue"),
)


def claim_record(claim: Claim) -> Record:
    """A claim with exactly the keys of the data contract (``docs/claims.md``)."""
    return attributes(claim, *_CLAIM) | {"value": value_record(claim)}


def value_record(claim: Claim) -> Record:
    """The value of a claim; what a date says in words (``written``) is only there for dates."""
    record: Record = claim.value._asdict()
    if isinstance(claim.value, Interval) and claim.kind != "date":
        del record["written"]
    return record


def claim_row(claim: Claim) -> Record:
    """A claim as a row of a table: a plain value, or None for "not said", for each of `ROW_FIELDS`.

    Subjects are joined by ``; ``.
    """
    first, last = claim.as_of or (None, None)
    start, end = claim.sentence or (None, None)
    cells: Record = {
        **claim_record(claim),
        **value_record(claim),
        "subject": "; ".join(claim.subject) or None,
        "as_of_first": first,
        "as_of_last": last,
        "sentence_start": start,
        "sentence_end": end,
    }
    return {name: cells.get(name) for name in ROW_FIELDS}


def claim_cells(claim: Claim) -> dict[str, str]:
    """A claim as cells of text, safe to open in a spreadsheet; an empty cell stands for "not said"."""
    return {name: _cell(value) for name, value in claim_row(claim).items()}


def _cell(value: JsonValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return safe_cell(str(value))


def safe_cell(text: str) -> str:
    """The text with a quotation mark before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
