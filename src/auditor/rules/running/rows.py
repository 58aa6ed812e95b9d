"""Rows of a table that a rule looked at, and the claims that take part in them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.codes import Mask
from auditor.rules.running.compile import Compiled
from auditor.rules.running.prepared import Prepared

Positions = tuple[int, ...]
"""The claims of one row, by their place in the claims table."""


class Rows(NamedTuple):
    """Some rows that a rule looked at: those that break it, or those that satisfy it.

    Attributes:
        rule: The rule, compiled.
        table: The table.
        rows: Their places in it.
    """

    rule: Compiled
    table: Prepared
    rows: npt.NDArray[np.int64]

    def positions(self) -> list[Positions]:
        """The claims that take part in each row, by position, reference facts last."""
        match self.rule.rule.compare:
            case "claims":
                return [(row,) for row in self.rows.tolist()]
            case "sources":
                return [()] * len(self.rows)
        return taking_part(self.table, self.rows)


def taking_part(table: Prepared, rows: Mask | npt.NDArray[np.int64]) -> list[Positions]:
    """The claims of some pairs, reference facts last."""
    if "members" in table.frame.columns:
        return [tuple(members) for members in table.values("members")[rows].tolist()]
    columns = [table.values(name)[rows] for name in ("left", "right", "via")]
    known = [column for column in columns if (column >= 0).any()]
    taking = zip(*(column.tolist() for column in known), strict=True)
    if all((column >= 0).all() for column in known):
        return [*taking]
    return [tuple(position for position in row if position >= 0) for row in taking]
