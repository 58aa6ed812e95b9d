"""A table that many rules look at: what one of them has worked out is there for the next."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.rules.conditions import Condition
from auditor.rules.relations.base import Mask

Values = npt.NDArray[Any]


class Prepared:
    """A table with the columns, texts, conditions and relations that were looked at so far.

    Attributes:
        frame: The table, which nobody changes any more.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        """Begin with nothing worked out."""
        self.frame = frame
        self._values: dict[str, Values] = {}
        self._texts: dict[str, tuple[npt.NDArray[np.intp], Values]] = {}
        self._masks: dict[Condition, Mask] = {}
        self._judged: dict[object, npt.NDArray[np.int8]] = {}

    def __len__(self) -> int:
        """How many rows it has."""
        return len(self.frame)

    def values(self, name: str) -> Values:
        """A column as an array."""
        if name not in self._values:
            self._values[name] = self.frame[name].to_numpy()
        return self._values[name]

    def texts(self, name: str) -> tuple[npt.NDArray[np.intp], Values]:
        """A column of texts as places in a list of the distinct ones, of which the last is a missing one."""
        if name not in self._texts:
            codes, distinct = pd.factorize(self.values(name))
            listed = np.empty(len(distinct) + 1, dtype=object)
            listed[:-1] = distinct
            self._texts[name] = codes, listed
        return self._texts[name]

    def mask(self, condition: Condition, work: Callable[[Condition], Mask]) -> Mask:
        """Where a condition holds, worked out once."""
        if condition not in self._masks:
            self._masks[condition] = work(condition)
        return self._masks[condition]

    def judged(self, key: object, rows: Mask, judge: Callable[[Mask], Mask]) -> Mask:
        """What is judged of some rows, each judged once.

        Args:
            key: What is asked.
            rows: The rows.
            judge: Gets the rows that were not judged yet; answers for each of them.
        """
        known = self._judged.setdefault(key, np.full(len(self), -1, dtype=np.int8))
        fresh = rows & (known < 0)
        if fresh.any():
            known[fresh] = judge(fresh)
        return np.asarray(known[rows] == 1)

    def row(self, index: int) -> "Row":
        """One row."""
        return Row(self, index)


class Row(Mapping[str, Any]):
    """One row of a table, of which only what is asked for is taken out."""

    __slots__ = ("_index", "_table")

    def __init__(self, table: Prepared, index: int) -> None:
        """Point at a row."""
        self._table = table
        self._index = index

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a cell may hold anything
        """One cell."""
        if name not in self._table.frame.columns:
            raise KeyError(name)
        value = self._table.values(name)[self._index]
        return value.item() if isinstance(value, np.generic) else value

    def __iter__(self) -> Iterator[str]:
        """The names of the columns."""
        return iter(self._table.frame.columns)

    def __len__(self) -> int:
        """How many columns there are."""
        return len(self._table.frame.columns)
