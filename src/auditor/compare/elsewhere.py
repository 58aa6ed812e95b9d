"""Whether what one source states stands anywhere in another one, be it of something else."""

from collections.abc import Container, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.compare.codes import codes
from auditor.compare.sides import PairsTable

Mask = npt.NDArray[np.bool_]
Values = Mapping[str, npt.NDArray[Any]]
_YEAR = 366
_INTERVAL = ("axis", "low", "high")


def met(claims: pd.DataFrame, sides: PairsTable) -> dict[str, Mask]:
    """Whether each claim's value is stated on the same axis anywhere in the other one's source.

    A name is stated by the same name. A bound states no value: "at least 18" would be met by every greater number. Nor
    does a century state the years in it, a year the days in it, or the day of a source one that it tells of. Open ends
    count as closed, to be on the safe side.

    Args:
        claims: The claims table.
        sides: The pairs.

    Returns:
        ``left_met`` and ``right_met``.
    """
    width = claims["high"].to_numpy() - claims["low"].to_numpy()
    known = np.isfinite(width) & ((claims["axis"].to_numpy() != "day") | (width <= _YEAR))
    known &= pd.isna(claims["clue"].to_numpy())
    stated = {name: claims[name].to_numpy()[known] for name in (*_INTERVAL, "source")}
    days = _is_day(stated)
    once_more = {name: values[days] for name, values in stated.items()} | {"axis": _days(days)}
    stated = {name: np.concatenate([values, once_more[name]]) for name, values in stated.items()}
    named = {*zip(claims["source"], claims["name"], strict=True)} if (sides["left_kind"] == "name").any() else set()
    return {
        f"{side}_met": _reached(stated, sides, side, other) | _named(named, sides, side, other) for side, other in _BOTH
    }


def _named(named: Container[tuple[str, str]], sides: PairsTable, side: str, other: str) -> Mask:
    """Whether the source of the other side has the name of one side."""
    if not named:
        return np.zeros(len(sides), dtype=bool)
    kinds, names, sources = (sides[name].tolist() for name in (f"{side}_kind", f"{side}_name", f"{other}_source"))
    pairs = zip(kinds, names, sources, strict=True)
    return np.array([kind == "name" and (source, name) in named for kind, name, source in pairs], dtype=bool)


_DAY = "one day"
"""The axis of single days, which no period meets."""


def _is_day(interval: Values) -> Mask:
    return np.asarray((interval["axis"] == "day") & (interval["low"] == interval["high"]), dtype=bool)


def _days(chosen: Mask) -> npt.NDArray[Any]:
    """That axis, for some rows."""
    return np.full(int(chosen.sum()), _DAY, dtype=object)


_BOTH = (("left", "right"), ("right", "left"))


def _reached(stated: Values, sides: PairsTable, side: str, other: str) -> Mask:
    """Whether the source of the other side states something that the interval of one side meets.

    Of what begins before the interval's end, what reaches furthest meets it if anything does.
    """
    count = len(stated["high"])
    if not count:
        return np.zeros(len(sides), dtype=bool)
    wanted = {name: sides[f"{side}_{name}"] for name in _INTERVAL} | {"source": sides[f"{other}_source"]}
    wanted["axis"] = np.where(_is_day(wanted), _DAY, wanted["axis"])
    both = [np.concatenate([stated[name], wanted[name]]) for name in ("source", "axis")]
    group = codes(len(both[0]), both)
    ends = np.concatenate([stated["low"], wanted["high"]])
    place = group * (len(ends) + 1) + np.unique(ends, return_inverse=True)[1].reshape(-1)
    order = np.argsort(place[:count], kind="stable")
    distinct, rank = np.unique(stated["high"][order], return_inverse=True)
    furthest = distinct[np.maximum.accumulate(group[order] * len(distinct) + rank.reshape(-1)) % len(distinct)]
    last = np.searchsorted(place[:count][order], place[count:], side="right") - 1
    same = (last >= 0) & (group[order][last] == group[count:])
    return np.asarray(same & (furthest[last] >= wanted["low"]) & ~np.isnan(wanted["high"]))
