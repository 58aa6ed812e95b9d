"""Relations between the stages that two claims say a thing has reached."""

import numpy as np
import pandas as pd

from auditor.codes import Mask
from auditor.extract.events.stages import excludes
from auditor.rules.relations.base import Relation, Row, floats, whether
from auditor.wording.values import length_of_days


def _not_backwards(table: pd.DataFrame) -> Mask:
    left, right, days = floats(table, "left_stage_order", "right_stage_order", "days_between")
    return np.asarray(np.sign(days) * (right - left) >= 0)


def _explain_not_backwards(row: Row) -> list[str]:
    first, then = ("left", "right") if row["days_between"] > 0 else ("right", "left")
    earlier = length_of_days(abs(row["days_between"]))
    return [f"“{row[f'{first}_stage']}” came {earlier} before “{row[f'{then}_stage']}”, which is an earlier stage"]


COMPATIBLE = Relation(
    "compatible",
    "Neither stage rules out that the thing has reached the other.",
    ("left_stage", "right_stage"),
    lambda table: whether(table, "stage", lambda left, right: not excludes(left, right)),
    lambda row: [f"what is {row['left_stage']} is not {row['right_stage']}"],
    telling=True,
)
SAME_STAGE = Relation(
    "same_stage",
    "Both claims say that the thing is at one stage.",
    ("left_stage_order", "right_stage_order"),
    lambda table: np.asarray(table["left_stage_order"].to_numpy() == table["right_stage_order"].to_numpy()),
    lambda row: [f"“{row['left_stage']}” and “{row['right_stage']}” are two stages of one thing"],
    unknown=("left_stage", "right_stage"),
)
NOT_BACKWARDS = Relation(
    "not_backwards",
    "The later source's stage does not come before the earlier source's.",
    ("left_stage_order", "right_stage_order", "days_between"),
    _not_backwards,
    _explain_not_backwards,
    unknown=("left_stage", "right_stage"),
    telling=True,
)
