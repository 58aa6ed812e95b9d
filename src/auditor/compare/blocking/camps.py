"""Camps: claims of a block that state one value of one day, and which camps of a block meet."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.codes import Numbers, ascending, runs, stands

_NEAR, _LARGE = 3, 3
"""How many camps on either side in time, and how many of the largest, a camp meets."""


class Camps(NamedTuple):
    """The camps of one side of many blocks, block by block; a row a camp, but for the ranks.

    Attributes:
        block: The number of its block.
        name: What it states of which day, as a number.
        value: What it states, as a number.
        day: The day that it speaks of, 0 if that is unknown.
        size: How many claims it has.
        start: Where their ranks begin.
        first: The least of these.
        ranks: Where claims come in the order of wordings, camp by camp, ascending in each.
    """

    block: Numbers
    name: Numbers
    value: Numbers
    day: Numbers
    size: Numbers
    start: Numbers
    first: Numbers
    ranks: Numbers

    def beside(self, others: "Camps") -> "Camps":
        """These, and others behind them."""
        both = Camps(*map(np.concatenate, zip(self, others, strict=True)))
        return both._replace(start=np.cumsum(both.size) - both.size)

    def members(self, camps: Numbers, count: Numbers) -> Numbers:
        """The ranks of the first so many claims of each of some camps."""
        found: Numbers = self.ranks[np.repeat(self.start[camps], count) + runs(count)]
        return found


def meetings(ours: Camps, theirs: Camps) -> tuple[Numbers, Numbers]:
    """Which camps of two sides of blocks meet: those nearest in time, the largest, and those that state the same.

    Returns:
        The meetings, as pairs of rows; of one side with itself, each once. And for each of our camps how many of
        theirs of its day it does not meet, where that is worth telling.
    """
    by_day, at = _by_day(ours, theirs)
    by_size = np.lexsort((theirs.first, -theirs.size, theirs.block))
    begin, end = (np.searchsorted(theirs.block, ours.block, side) for side in ("left", "right"))
    own = _like(ours, theirs)
    near, large = _rows(by_day, at - _NEAR, 2 * _NEAR + 1, begin, end), _rows(by_size, begin, _LARGE, begin, end)
    there = np.column_stack([near, large, own])
    here, column = np.nonzero(there >= 0)
    count = len(theirs.size)
    met = ascending(here * count + there[here, column])
    left, right = met // count, met % count
    of_day = _of_day(ours, theirs)
    missed = of_day - np.bincount(left[ours.day[left] == theirs.day[right]], minlength=len(of_day))
    if ours is theirs:
        once = (left <= right) | ~stands(right * count + left, met)
        left, right = left[once], right[once]
    return np.stack([left, right], axis=1), np.where((of_day > 1) | (own < 0), missed, 0)


def are_apart(camps: Camps, left: Numbers, right: Numbers) -> npt.NDArray[np.bool_]:
    """Which of some camps state the same in other claims."""
    found = (camps.value[left] == camps.value[right]) & (left != right)
    even = np.flatnonzero(found & (camps.size[left] == camps.size[right]))
    size = camps.size[left[even]]
    differs = camps.members(left[even], size) != camps.members(right[even], size)
    found[even] = np.bincount(np.repeat(even, size)[differs], minlength=len(found))[even] > 0
    return np.asarray(found, dtype=bool)


def _by_day(ours: Camps, theirs: Camps) -> tuple[Numbers, Numbers]:
    """Theirs in the order of their days, block by block, and the place there of each of ours."""
    is_theirs = np.repeat([False, True], [len(ours.size), len(theirs.size)])
    block, day, first = (np.append(getattr(ours, key), getattr(theirs, key)) for key in ("block", "day", "first"))
    order = np.lexsort((is_theirs, first, day, block))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.cumsum(is_theirs[order])
    return order[is_theirs[order]] - len(ours.size), place[: len(ours.size)]


def _rows(order: Numbers, start: Numbers, count: int, begin: Numbers, end: Numbers) -> Numbers:
    """The rows at so many places of an order from each start on, -1 outside of each begin and end."""
    place = start[:, np.newaxis] + np.arange(count)
    is_inside = (begin[:, np.newaxis] <= place) & (place < end[:, np.newaxis])
    return np.where(is_inside, order[place * is_inside], -1)


def _like(ours: Camps, theirs: Camps) -> Numbers:
    """For each of our camps the row of theirs that states the same of the same day, -1 if there is none."""
    names = max(ours.name.max(), theirs.name.max()) + 1
    known, asked = (side.block * names + side.name for side in (theirs, ours))
    order = np.argsort(known)
    place = np.minimum(np.searchsorted(known[order], asked), len(known) - 1)
    return np.where(known[order[place]] == asked, order[place], -1)


def _of_day(ours: Camps, theirs: Camps) -> Numbers:
    """How many of theirs have the day of each of ours."""
    days = max(ours.day.max(), theirs.day.max()) + 1
    known, asked = np.sort(theirs.block * days + theirs.day), ours.block * days + ours.day
    found: Numbers = np.searchsorted(known, asked, "right") - np.searchsorted(known, asked, "left")
    return found
