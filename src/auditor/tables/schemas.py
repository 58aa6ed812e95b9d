"""What each table must be, as pandera schemas; a table is validated where it is made."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import numpy as np
import pandas as pd
import pandera.pandas as pa

from auditor.model import SEVERITIES, Verdict
from auditor.tables.columns import (
    CLAIM_COLUMNS,
    FINDING_COLUMNS,
    FIRST_COLUMNS,
    KEYS,
    PAIR_OWN_COLUMNS,
    SERIES_OWN_COLUMNS,
    SOURCE_COLUMNS,
    TEXT,
    Columns,
)

Frame = pd.DataFrame


def _typed(columns: Columns, *, known: Sequence[str] = ()) -> list[pa.Check]:
    """Checks of all columns at once; one pandera column each would cost more than the comparison.

    Args:
        columns: What the table must have, with its types.
        known: The text columns in which nothing may be missing.
    """
    wanted = columns.items()
    typed = pa.Check(
        lambda table: wanted <= dict(zip(table.columns.tolist(), table.dtypes.tolist(), strict=True)).items(),
        name="every_column_stands_there_with_its_type",
    )
    complete = pa.Check(
        lambda table: all(None not in table[name].to_numpy() for name in known),
        name="nothing_is_missing_that_must_be_known",
    )
    return [typed, complete] if known else [typed]


CLAIMS = pa.DataFrameSchema(
    checks=[
        *_typed(CLAIM_COLUMNS, known=KEYS),
        pa.Check(lambda table: table["id"].is_unique, name="every_id_stands_there_once"),
        pa.Check(lambda table: table["start"] <= table["end"], name="starts_before_its_end"),
        pa.Check(lambda table: ~(table["low"] > table["high"]), name="low_is_not_above_high"),
    ],
    name="claims",
)

SOURCES = pa.DataFrameSchema(
    checks=[
        *_typed(SOURCE_COLUMNS, known=("id", "story")),
        pa.Check(lambda table: table["id"].is_unique, name="every_id_stands_there_once"),
    ],
    name="sources",
)

PAIRS = pa.DataFrameSchema(
    checks=[
        *_typed(PAIR_OWN_COLUMNS),
        pa.Check(lambda table: table["left"] != table["right"], name="no_claim_meets_itself"),
    ],
    name="pairs",
)

SERIES = pa.DataFrameSchema(
    checks=[
        *_typed(SERIES_OWN_COLUMNS | FIRST_COLUMNS),
        pa.Check(lambda table: table["count"] > 1, name="a_series_has_two_members"),
    ],
    name="series",
)

_FINDING_ID = re.compile(r"f-[0-9a-f]{12}")
_VERDICTS, _SEVERITIES = frozenset(get_args(Verdict)), frozenset(SEVERITIES)

FINDINGS = pa.DataFrameSchema(
    checks=[
        *_typed(FINDING_COLUMNS, known=tuple(FINDING_COLUMNS)[:-1]),
        pa.Check(lambda table: table["id"].is_unique, name="every_id_stands_there_once"),
        pa.Check(
            lambda table: _VERDICTS.issuperset(table["verdict"]) and _SEVERITIES.issuperset(table["severity"]),
            name="verdicts_and_severities_are_known",
        ),
        pa.Check(lambda table: all(map(_FINDING_ID.fullmatch, table["id"])), name="ids_are_those_of_findings"),
        pa.Check(lambda table: all(table["message"]), name="every_finding_says_something"),
    ],
    name="findings",
)


def frame(columns: Mapping[str, Sequence[object] | np.ndarray[Any, Any]]) -> Frame:
    """Make a table whose text columns stay plain objects, whatever pandas would infer from them."""
    kept = {
        name: pd.Series(column, dtype=object) if getattr(column, "dtype", None) == TEXT else pd.Series(column)
        for name, column in columns.items()
    }
    return Frame(kept).copy()  # the copy holds columns of one type together, so that rows are taken quickly


def cell(table: Frame, position: int, column: str) -> Any:  # noqa: ANN401 - a cell may hold anything
    """One cell of a table, by the row's position."""
    return table[column].to_numpy()[position]
