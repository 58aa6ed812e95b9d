"""The table of pairs: what belongs to each pair, and beside it both its claims, looked up when they are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.tables.columns import CLAIM_COLUMNS, MISSING, PAIR_OWN_COLUMNS


@dataclass(frozen=True, slots=True)
class PairsTable:
    """Pairs of claims, one a row; few of the columns of both claims are ever looked at.

    Attributes:
        own: The columns that belong to a pair as such, with the positions of its claims as ``left`` and ``right``.
        claims: The claims table.
        carried: Columns of either side that say something else than the claims table.
    """

    own: pd.DataFrame
    claims: pd.DataFrame
    carried: Mapping[str, npt.NDArray[Any]] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.own)

    @property
    def columns(self) -> Mapping[str, tuple[str, str]]:
        """Every column, with its side and its name there; those of pairs as such are of no side."""
        return _columns()

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """One column as an array."""
        side, column = _columns()[name]
        if not side:
            return self.own[name].to_numpy()
        if name in self.carried:
            return self.carried[name]
        positions = self.own[side].to_numpy()
        values: npt.NDArray[Any] = self.claims[column].to_numpy()[positions]
        values[positions < 0] = MISSING[values.dtype.kind]
        return values

    def take(self, rows: npt.NDArray[np.int64]) -> "PairsTable":
        """Some pairs as a table of their own."""
        carried = {name: values[rows] for name, values in self.carried.items()}
        return PairsTable(self.own.take(rows), self.claims, carried)

    def rows(self, chosen: npt.NDArray[np.bool_]) -> pd.DataFrame:
        """Some pairs as a plain table of all columns."""
        columns = {name: self[name][chosen] for name in self.columns}
        return pd.DataFrame({name: pd.Series(values, dtype=values.dtype) for name, values in columns.items()})


@cache
def _columns() -> Mapping[str, tuple[str, str]]:
    sides = {f"{side}_{name}": (side, name) for side in ("left", "right") for name in CLAIM_COLUMNS}
    return sides | {name: ("", name) for name in PAIR_OWN_COLUMNS}
