"""Whether a day and the time since then go together: a birth and an age, a foundation and an anniversary."""

import numpy as np
import pandas as pd

from auditor.codes import Floats, Mask
from auditor.extract.quantity import units
from auditor.rules.relations.base import Relation, Row, floats
from auditor.rules.relations.intervals import Tolerance
from auditor.tables.values import iso
from auditor.wording.values import days

_A_DAY = 24 * 60 * 60


def _elapsed(table: pd.DataFrame, *, tolerance: float) -> Mask:
    low, high, now = floats(table, "left_low", "left_high", "right_published")
    least, most = _told(table)
    return np.asarray((now - high <= most + tolerance) & (now - low >= least - tolerance))


def _told(table: pd.DataFrame) -> tuple[Floats, Floats]:
    """The fewest and the most days that the right claims allow; whoever is 51 is so for a year."""
    low, high = floats(table, "right_low", "right_high")
    seconds = np.where(table["right_kind"].to_numpy() == "duration", 1, _A_DAY)
    whole = np.array([_length(unit) for unit in table["right_unit"]])
    return low / seconds, high / seconds + whole


def _length(unit: str | None) -> float:
    factor = units.to_base(unit) if unit else None
    return float(factor[0]) / _A_DAY if factor else 0.0


def _explain(row: Row, *, tolerance: float) -> list[str]:
    least, most = _told(pd.DataFrame([row]))
    first, last = row["right_published"] - most[0] - tolerance, row["right_published"] - least[0] + tolerance
    day = iso(row["right_published"])
    stretch = days(iso(np.ceil(first)), iso(np.floor(last)))
    return [f"for that, on {days(day, day)}, the first must lie in {stretch}"]


ELAPSED = Relation(
    "elapsed",
    "From the left date to the right claim's publication it is as long as the right claim says, in whole units.",
    ("left_low", "left_high", "right_low", "right_high", "right_published", "right_unit"),
    _elapsed,
    _explain,
    Tolerance,
    ("right_kind",),
    telling=True,
)
