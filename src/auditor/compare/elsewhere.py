"""Whether what one source states stands anywhere in another one, be it of something else."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.compare.codes import codes
from auditor.compare.sides import PairsTable

Mask = npt.NDArray[np.bool_]
_YEAR = 366
_INTERVAL = ("axis", "low", "high")


def met(claims: pd.DataFrame, sides: PairsTable) -> dict[str, Mask]:
    """Whether each claim's value is stated on the same axis anywhere in the other one's source.

    A bound states no value: "at least 18" would be met by every greater number. Nor does a century state the years in
    it, a year the days in it, or the day of a source one that it tells of. Open ends count as closed, to be on the safe
    side.

    Args:
        claims: The claims table.
        sides: The pairs.

    Returns:
        ``left_met`` and ``right_met``.
    """
    width = claims["high"].to_numpy() - claims["low"].to_numpy()
    known = np.isfinite(width) & ((claims["axis"].to_numpy() != "day") | (width <= _YEAR))
    stated = claims.loc[known & pd.isna(claims["clue"].to_numpy()), [*_INTERVAL, "source"]]
    days = stated[_is_day(stated["axis"], stated["low"], stated["high"])].assign(axis=_DAY)
    stated = pd.concat([stated, days], ignore_index=True)
    return {f"{side}_met": _reached(stated, sides, side, other) for side, other in _BOTH}


_DAY = "one day"
"""The axis of single days, which no period meets."""


def _is_day(axis: "pd.Series[str]", low: "pd.Series[float]", high: "pd.Series[float]") -> Mask:
    return np.asarray((axis == "day") & (low == high), dtype=bool)


_BOTH = (("left", "right"), ("right", "left"))


def _reached(stated: pd.DataFrame, sides: PairsTable, side: str, other: str) -> Mask:
    """Whether the source of the other side states something that the interval of one side meets.

    Of what begins before the interval's end, what reaches furthest meets it if anything does.
    """
    wanted = {name: sides[f"{side}_{name}"].to_numpy() for name in _INTERVAL} | {"source": sides[f"{other}_source"]}
    wanted["axis"] = np.where(_is_day(*(sides[f"{side}_{name}"] for name in _INTERVAL)), _DAY, wanted["axis"])
    both = [np.concatenate([stated[name].to_numpy(), wanted[name]]) for name in ("source", "axis")]
    group = codes(len(both[0]), both)
    ends = np.concatenate([stated["low"].to_numpy(), wanted["high"]])
    place = group * (len(ends) + 1) + np.unique(ends, return_inverse=True)[1].reshape(-1)
    count = len(stated)
    order = np.argsort(place[:count], kind="stable")
    furthest = stated["high"].iloc[order].groupby(group[:count][order]).cummax().to_numpy()
    last = np.searchsorted(place[:count][order], place[count:], side="right") - 1
    if not count:
        return np.zeros(len(sides), dtype=bool)
    same = (last >= 0) & (group[:count][order][last] == group[count:])
    return np.asarray(same & (furthest[last] >= wanted["low"]) & ~np.isnan(wanted["high"]))
