"""Relations in a series of claims."""

import numpy as np
import pandas as pd

from auditor.codes import Mask
from auditor.rules.relations.base import Relation, Row, floats, slack


def _constant(table: pd.DataFrame) -> Mask:
    low, high = floats(table, "low_max", "high_min")
    touching = np.abs(low - high) <= slack(low, high)
    is_open = table["low_max_open"].to_numpy(dtype=bool) | table["high_min_open"].to_numpy(dtype=bool)
    return np.asarray(np.where(touching, ~is_open, low < high))


def _explain_never_falls(row: Row) -> list[str]:
    times = "once" if row["falls"] == 1 else f"{row['falls']} times"
    return [f"in order of time the figure falls {times}"]


CONSTANT = Relation(
    "constant",
    "There is a value that all claims of the series allow.",
    ("low_max", "high_min"),
    _constant,
    lambda _: ["no one figure fits them all"],
    unknown=("low_max_open", "high_min_open"),
    over="series",
)
NEVER_FALLS = Relation(
    "never_falls",
    "In order of time no figure is below the one before.",
    ("falls",),
    lambda table: np.asarray(table["falls"].to_numpy() == 0),
    _explain_never_falls,
    over="series",
)
