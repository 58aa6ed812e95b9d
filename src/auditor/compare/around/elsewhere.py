"""Whether what one source states stands anywhere in another one, be it of something else."""

import numpy as np
import pandas as pd

from auditor.codes import Floats, Mask, Numbers, ascending, stands
from auditor.compare.sides import PairsTable

_YEAR = 366
_DAY = "day"
_SHARES = ("percent", "percentage points")
"""Axes whose amounts do not add up."""
_THREE = 3


class Elsewhere:
    """What the sources of a table state, whatever it is of.

    A bound states no value: "at least 18" would be met by every greater number. Nor does a century state the years in
    it, a year the days in it, or the day of a source one that it tells of. Open ends count as closed, to be on the safe
    side. Two or three amounts of a sentence state their sum too: one source has the total where another has its parts.
    """

    def __init__(self, claims: pd.DataFrame, source: Numbers, name: Numbers) -> None:
        """Put what the sources state in order.

        Args:
            claims: The claims table.
            source: A number for each claim, which those of one source share.
            name: A number for each claim, which those of one name share.
        """
        self._source, self._name = source, name
        self._is_name = (claims["kind"] == "name").to_numpy()
        names = np.flatnonzero(self._is_name)
        self._given = _given_names(claims, self._is_name, name)
        self._named = ascending(self._places(self._name[names], names))
        low, high, axis = (claims[column].to_numpy() for column in ("low", "high", "axis"))
        self._axes = pd.Index(pd.unique(axis[~pd.isna(axis)]), dtype=object)
        self._axis = self._axes.get_indexer(axis)
        states = np.isfinite(high - low) & ((axis != _DAY) | (high - low <= _YEAR)) & claims["clue"].isna().to_numpy()
        stated = np.flatnonzero(states)
        days = stated[self._is_day(self._axis, low, high)[stated]]
        added, sums_low, sums_high = _sums(claims, stated, low, high)
        group = np.concatenate(
            [
                self._group(source[stated], self._axis[stated]),
                self._group(source[days], self._single),
                self._group(source[added], self._axis[added]),
            ]
        )
        low = np.concatenate([low[stated], low[days], sums_low])
        high = np.concatenate([high[stated], high[days], sums_high])
        self._lows = np.unique(low)
        place = self._place(group, low)
        order = np.argsort(place, kind="stable")
        self._ordered, self._groups = place[order], group[order]
        highs, rank = np.unique(high[order], return_inverse=True)
        furthest = np.maximum.accumulate(self._groups * len(highs) + rank.reshape(-1))
        self._furthest = highs[furthest % max(len(highs), 1)]

    def met(self, sides: PairsTable) -> dict[str, Mask]:
        """Whether each claim's value is stated on the same axis anywhere in the other one's source.

        A name is stated by the same name, a person also by the given name alone.

        Returns:
            ``left_met`` and ``right_met``.
        """
        return {
            f"{side}_met": self._is_reached(sides, side, other) | self._is_named(*(sides[one] for one in (side, other)))
            for side, other in (("left", "right"), ("right", "left"))
        }

    def _is_reached(self, sides: PairsTable, side: str, other: str) -> Mask:
        """Whether the source of the other side states something that the interval of one side meets.

        Of what begins before the interval's end, what reaches furthest meets it if anything does.
        """
        if not len(self._ordered):
            return np.zeros(len(sides), dtype=bool)
        low, high = (sides[f"{side}_{end}"] for end in ("low", "high"))
        carried = sides.carried.get(f"{side}_axis")
        axis = self._axis[sides[side]] if carried is None else self._axes.get_indexer(carried)
        axis = np.where(self._is_day(axis, low, high), self._single, axis)
        group = self._group(self._source[sides[other]], axis)
        last = np.searchsorted(self._ordered, self._place(group, high), side="right") - 1
        same = (last >= 0) & (self._groups[last] == group) & (sides[other] >= 0)
        return np.asarray(same & (self._furthest[last] >= low) & ~np.isnan(high))

    def _is_named(self, position: Numbers, other: Numbers) -> Mask:
        """Whether the source of another claim has the name that a claim is."""
        asked, given = self._is_name[position] & (position >= 0) & (other >= 0), self._given[position]
        whole = stands(self._places(self._name[position], other), self._named)
        return asked & (whole | ((given >= 0) & stands(self._places(given, other), self._named)))

    def _places(self, name: Numbers, other: Numbers) -> Numbers:
        """A number for each name in the source of another claim."""
        return name * len(self._source) + self._source[other]

    @property
    def _single(self) -> int:
        """The number of the axis of single days, which no period meets."""
        return len(self._axes)

    def _is_day(self, axis: Numbers, low: Floats, high: Floats) -> Mask:
        return np.asarray((axis == self._axes.get_indexer([_DAY])[0]) & (axis >= 0) & (low == high), dtype=bool)

    def _group(self, source: Numbers, axis: Numbers | int) -> Numbers:
        """A number for a source and an axis."""
        found: Numbers = source * (len(self._axes) + 2) + axis + 1
        return found

    def _place(self, group: Numbers, end: Floats) -> Numbers:
        """A number that grows with the group, and in it with an end of an interval; of equal ends it is the same."""
        found: Numbers = group * (len(self._lows) + 1) + np.searchsorted(self._lows, end, side="right")
        return found


def _given_names(claims: pd.DataFrame, names: Mask, name: Numbers) -> Numbers:
    """For each claim that names a person, the number of the name that is the given name alone; -1 where none is."""
    spelled = pd.Series(name[names], index=claims["name"].to_numpy()[names])
    known = spelled[~spelled.index.duplicated()]
    given = claims["name"].where(names & claims["given_name"].notna()).str.split().str[0]
    return given.map(known).fillna(-1).to_numpy(dtype=np.int64)


def _sums(claims: pd.DataFrame, stated: Numbers, low: Floats, high: Floats) -> tuple[Numbers, Floats, Floats]:
    """What the amounts of one sentence and axis add up to: all, if they are two or three, and of three any two.

    Returns:
        For each sum one of the amounts, and its ends.
    """
    places = ["source", "field", "sentence_start", "axis"]
    table = claims[[*places, "kind"]].iloc[stated].assign(low=low[stated], high=high[stated], position=stated)
    table = table[(table["kind"] == "quantity") & ~table["axis"].isin(_SHARES) & table["sentence_start"].notna()]
    amounts = table.groupby(places, sort=False)
    size = amounts["low"].transform("size")
    least, most = amounts["low"].transform("sum"), amounts["high"].transform("sum")
    all_of = table.assign(low=least, high=most)[size.isin((2, _THREE))]
    but_one = table.assign(low=least - table["low"], high=most - table["high"])[size == _THREE]
    found = pd.concat([all_of, but_one])
    return found["position"].to_numpy(), found["low"].to_numpy(), found["high"].to_numpy()
