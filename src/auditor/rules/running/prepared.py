"""A table that many rules look at: what one of them has worked out is there for the next."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import Mask, Values
from auditor.compare import Known
from auditor.compare.sides import PairsTable
from auditor.rules.reading.checks import Condition

Wanted = TypeVar("Wanted", Condition, tuple[Condition, ...])
Texts = tuple[npt.NDArray[np.intp], Values]


class Prepared:
    """A table with the columns, texts, conditions and relations that were looked at so far.

    Attributes:
        frame: The table, which nobody changes any more.
        claims: Of pairs and series, the claims table.
    """

    def __init__(self, frame: pd.DataFrame | PairsTable, claims: "Prepared | None" = None) -> None:
        """Begin with nothing worked out.

        Args:
            frame: The table.
            claims: Of pairs and series, the claims table.
        """
        self.frame = frame
        self.claims = claims
        self._values: dict[str, Values] = {}
        self._texts: dict[str, Texts] = {}
        self._masks: dict[Condition | tuple[Condition, ...], Mask] = {}
        self._judged: dict[object, npt.NDArray[np.int8]] = {}

    def __len__(self) -> int:
        """How many rows it has."""
        return len(self.frame)

    def values(self, name: str) -> Values:
        """A column as an array."""
        if name not in self._values:
            self._values[name] = np.asarray(self.frame[name])
        return self._values[name]

    def texts(self, name: str) -> Texts:
        """A column of texts as places in a list of the distinct ones, of which the last is a missing one."""
        if name not in self._texts:
            self._texts[name] = self._texts_of_sides(name) or _texts(self.values(name))
        return self._texts[name]

    def _texts_of_sides(self, name: str) -> Texts | None:
        """The texts of a column of one side's claims, by those of all claims; None if it is none."""
        if self.claims is None or not isinstance(self.frame, PairsTable) or name in self.frame.carried:
            return None
        side, column = self.frame.columns[name]
        if not side:
            return None
        codes, listed = self.claims.texts(column)
        positions = self.values(side)
        return np.where(positions < 0, -1, codes[positions]), listed

    def mask(self, wanted: Wanted, work: Callable[[Wanted], Mask]) -> Mask:
        """Where a condition holds, or all of some, worked out once."""
        if wanted not in self._masks:
            self._masks[wanted] = work(wanted)
        return self._masks[wanted]

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

    @cached_property
    def known(self) -> Known:
        """Of a claims table, what comparisons know of it."""
        return Known(self.plain())

    def plain(self) -> pd.DataFrame:
        """The whole as a plain table."""
        return self.frame if isinstance(self.frame, pd.DataFrame) else self.rows(np.ones(len(self), dtype=bool))

    def rows(self, chosen: Mask) -> pd.DataFrame:
        """Some rows as a plain table."""
        return self.frame.rows(chosen) if isinstance(self.frame, PairsTable) else self.frame[chosen]

    def take(self, rows: npt.NDArray[np.int64]) -> "Prepared":
        """Some rows as a table of their own."""
        return Prepared(self.frame.take(rows), self.claims)

    def row(self, index: int) -> "Row":
        """One row."""
        return Row(self, index)


def _texts(values: Values) -> Texts:
    codes, distinct = pd.factorize(values)
    listed = np.empty(len(distinct) + 1, dtype=object)
    listed[:-1] = distinct
    return codes, listed


class Row(Mapping[str, Any]):
    """One row of a table, of which only what is asked for is taken out."""

    __slots__ = ("_index", "_table")

    def __init__(self, table: Prepared, index: int) -> None:
        """Point at a row."""
        self._table = table
        self._index = index

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a cell may hold anything
        """One cell."""
        value = self._table.values(name)[self._index]
        return value.item() if isinstance(value, np.generic) else value

    def __contains__(self, name: object) -> bool:
        """Whether there is such a column."""
        return name in self._table.frame.columns

    def __iter__(self) -> Iterator[str]:
        """The names of the columns."""
        return iter(self._table.frame.columns)

    def __len__(self) -> int:
        """How many columns there are."""
        return len(self._table.frame.columns)
