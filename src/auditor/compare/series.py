"""The series table: one row a group of claims that may all be compared with one another."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import Numbers
from auditor.compare.blocking.candidates import candidates, likeness
from auditor.compare.blocking.groups import tied
from auditor.compare.known import Known
from auditor.compare.pairing import Pairing
from auditor.compare.pairs import Compared
from auditor.tables.columns import FIRST_COLUMNS, SERIES_OWN_COLUMNS
from auditor.tables.schemas import SERIES, frame

Row = dict[str, Any]


def series(known: Known, members: Numbers, pairing: Pairing) -> Compared:
    """Group the claims of a selection; who is alike with one member of a group belongs to it.

    Args:
        known: The claims table of one story, and what is known of it.
        members: Positions of the selection.
        pairing: Which of them are candidates.

    Returns:
        One row a group of two or more: its members in order of time, then of place, and the columns of
        :data:`auditor.tables.columns.SERIES_OWN_COLUMNS`; the first member's columns are repeated as ``first_…``.
    """
    claims = known.claims
    left, right, left_out, _ = candidates(known, members, members, pairing)
    if pairing.alike is not None:
        kind, topic = claims["kind"].to_numpy(), claims["topic"].to_numpy()
        near = [likeness(kind[a], topic[a], topic[b]) >= pairing.alike for a, b in zip(left, right, strict=True)]
        left, right = left[np.array(near, dtype=bool)], right[np.array(near, dtype=bool)]
    rows = [_row(claims, group) for group in tied(left, right)]
    columns = {name: _column([row[name] for row in rows], dtype) for name, dtype in SERIES_OWN_COLUMNS.items()}
    first = np.array([row["members"][0] for row in rows], dtype=np.int64)
    firsts = claims.take(first).reset_index(drop=True).set_axis([*FIRST_COLUMNS], axis=1)
    return Compared(SERIES.validate(pd.concat([frame(columns), firsts], axis=1), lazy=True, inplace=True), left_out)


def _column(values: list[Any], dtype: "np.dtype[Any]") -> npt.NDArray[Any]:
    """A column; tuples stay whole in it."""
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column.astype(dtype)


def _row(claims: pd.DataFrame, group: list[int]) -> Row:
    """The columns of one group."""
    table = claims.take(group)
    order = table.assign(position=group).sort_values(["as_of_last", "published", "position"], na_position="first")
    low, high, low_open, high_open = (table[name].to_numpy() for name in ("low", "high", "low_open", "high_open"))
    steps = np.diff(order["point"].dropna().to_numpy())
    most, least = int(low.argmax()), int(high.argmin())
    return {
        "members": tuple(order["position"].tolist()),
        "count": len(group),
        "low_max": low[most],
        "high_min": high[least],
        "low_max_open": bool(low_open[most]),
        "high_min_open": bool(high_open[least]),
        "low_sum": low.sum(),
        "falls": int((steps < 0).sum()),
    }
