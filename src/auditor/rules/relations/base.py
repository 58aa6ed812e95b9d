"""What a relation is: a vectorised check over a table, its options, and its arithmetic in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from auditor.codes import Floats, Mask
from auditor.wording.words import enumeration
from auditor.yamlfile import Strict

Row = Mapping[str, Any]
"""One row of a table, by column."""


class Options(Strict):
    """Base of the options of relations."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What must hold between two claims, or in a series of them.

    Attributes:
        name: What rules and pandera call it.
        says: What must hold, in one line.
        columns: The columns it needs; a row in which one of them is missing cannot be compared.
        holds: Where it holds; gets the table and the options as keyword arguments.
        explain: Why a row breaks it, in words; gets the row and the options.
        options: Its options.
        unknown: Columns it uses, that may be missing.
        applies: In which rows there is something to compare at all; gets what ``holds`` gets.
        telling: Whether an editor wants to see where it holds.
        over: The table it works on.
    """

    name: str
    says: str
    columns: tuple[str, ...]
    holds: Callable[..., Mask]
    explain: Callable[..., list[str]]
    options: type[Options] = Options
    unknown: tuple[str, ...] = ()
    applies: Callable[..., Mask] | None = None
    telling: bool = False
    over: Literal["pairs", "series"] = "pairs"


def whether(table: pd.DataFrame, column: str, holds: Callable[[Any, Any], bool]) -> Mask:
    """Where something holds of what the two claims of a pair have in a column."""
    pairs = zip(table[f"left_{column}"], table[f"right_{column}"], strict=True)
    return np.array([holds(left, right) for left, right in pairs], dtype=bool)


def both(row: Row, column: str) -> str:
    """What the two claims of a row have in a column, in one order whichever is left: ``Ann and Bob``."""
    return enumeration(sorted((row[f"left_{column}"], row[f"right_{column}"])))


def floats(table: pd.DataFrame, *names: str) -> tuple[Floats, ...]:
    """Columns of a table as arrays of numbers."""
    return tuple(table[name].to_numpy(dtype=float) for name in names)


def slack(*arrays: Floats) -> Floats:
    """How far two equal numbers may lie apart after arithmetic with floats."""
    finite = [np.where(np.isfinite(array), np.abs(array), 0.0) for array in arrays]
    largest: Floats = np.maximum.reduce([*finite, np.ones_like(finite[0])])
    return largest * 1e-9
