"""What rules see of sources: each claim with its columns, in the spelling that a rule asks for them."""

import math
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Any

from auditor.extract import examine
from auditor.model import Source
from auditor.rules.running.prepared import Prepared, Row
from auditor.stories import claims_and_table, read_together
from auditor.tables.columns import CLAIM_COLUMNS
from auditor.tables.values import iso
from auditor.wording.shown import visible

_WIDTH = 88
_COLUMN = 22
_TOLD = frozenset(
    ("text", "source", "story", "id", "start", "end", "sentence_start", "sentence_end", "origin", "mentions", "witness")
)
"""The columns that stand above the others, or that hardly a rule asks for."""
_DAYS = frozenset({"as_of_first", "as_of_last", "published"})
_VALUES = frozenset({"point", "low", "high"})


def sight(sources: Sequence[Source]) -> str:
    """The claims of sources, each with the columns in which it has something."""
    infos, digest_of = read_together([examine(source) for source in sources])
    table = Prepared(claims_and_table(infos, (), digest_of)[1])
    blocks = ["\n".join(_lines(table.row(index))) for index in range(len(table))]
    return "\n\n".join(blocks or ["No claim was found."]) + "\n"


def _lines(row: Row) -> Iterator[str]:
    yield f"“{visible(row['text'])}” in {visible(row['source'])}"
    for name in CLAIM_COLUMNS:
        value = None if name in _TOLD else _plain(name, row)
        if value is not None:
            yield fill(value, _WIDTH, initial_indent=f"  {name:<{_COLUMN}}", subsequent_indent=" " * (_COLUMN + 2))


def _plain(name: str, row: Row) -> str | None:
    """What a column holds, as a rule writes it; None where it says nothing."""
    value: Any = row[name]
    if isinstance(value, bool):
        telling = not value if name == "borne_out" else value
        return str(value).lower() if telling else None
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if name in _DAYS or (name in _VALUES and row["axis"] == "day"):
        return iso(value)
    return (visible(value).strip() or None) if isinstance(value, str) else f"{value:.15g}"
