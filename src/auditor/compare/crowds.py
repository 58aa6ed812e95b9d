"""Who meets whom in a crowded block, so that time grows with the claims and not with their pairs.

Claims of a crowd that state one value of one day are a camp. Inside a camp each claim meets its neighbour in wording,
which shows that they agree; camps of one value and two days meet once. Of two camps of other values each member of the
smaller one meets those of the larger one that are nearest in wording: that shows that the two disagree, whoever else
repeats them. A camp meets the camps nearest in time and the largest ones. All of this depends on what claims say and
not on the order in which sources are read.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

import numpy as np
import pandas as pd

from auditor.compare.codes import Numbers, runs

STATED = ("kind", "low", "high", "name", "person", "stage", "words", "per", "change", "modality")
DAYS = ("as_of_first", "as_of_last")
_NEAR, _LARGE = 3, 3
"""How many camps on either side in time, and how many of the largest, a camp meets."""


Meeting = tuple[int, int]
"""The numbers of two camps that meet."""


class Camp(NamedTuple):
    """Claims that state one value of one day.

    Attributes:
        number: Which camp it is.
        value: What they state, as a number.
        day: The day it speaks of, 0 if that is unknown.
        ranks: Where its claims come in the order of wordings, ascending.
    """

    number: int
    value: int
    day: float
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Crowds:
    """What claims state, for blocks that too many of them share; all but the last by position.

    Attributes:
        camp: The camp of each claim.
        value: What it states.
        day: The day that it speaks of.
        rank: Its place in the order of wordings.
        position: The claim at each place of that order.
    """

    camp: list[int]
    value: list[int]
    day: list[float]
    rank: list[int]
    position: list[int]

    @classmethod
    def of(cls, claims: pd.DataFrame, value: Numbers, camp: Numbers) -> "Crowds":
        """Look at all claims of a table.

        Args:
            claims: The claims table.
            value: A number for each claim, which those share that are equal in :data:`STATED`.
            camp: The same with :data:`DAYS`.
        """
        first, published = (claims[name].to_numpy() for name in ("as_of_first", "published"))
        day = np.nan_to_num(np.where(np.isnan(first), published, first))
        sentence, source, start = (claims[name].tolist() for name in ("sentence", "source", "start"))
        position = sorted(range(len(claims)), key=lambda claim: (sentence[claim] or "", source[claim], start[claim]))
        rank = np.argsort(np.array(position, dtype=np.int64))
        return cls(camp.tolist(), value.tolist(), day.tolist(), rank.tolist(), position)

    def meetings(
        self, blocks: Iterable[tuple[Sequence[int], Sequence[int]]], apart: Numbers
    ) -> tuple[Numbers, list[int]]:
        """The pairs of claims of blocks that are compared, and how many camps of one day have not met in each block.

        Args:
            blocks: The claims on the left and on the right of each block.
            apart: What must differ for two claims to be compared, by position: their sources, or themselves.
        """
        camps: list[Camp] = []
        met: list[Meeting] = []
        unmet: list[int] = []
        for lefts, rights in blocks:
            ours = self._camps(lefts, camps)
            theirs = ours if lefts == rights else self._camps(rights, camps)
            found, missed = _meetings(ours, theirs)
            met += found
            unmet.append(missed)
        return self._pairs(camps, met, apart), unmet

    def _camps(self, positions: Sequence[int], camps: list[Camp]) -> dict[int, Camp]:
        """The camps of some claims, which are added to the camps so far."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        camp, rank = self.camp, self.rank
        for position in positions:
            members[camp[position]].append(rank[position])
        found: dict[int, Camp] = {}
        for name, ranks in members.items():
            first = self.position[ranks[0]]
            found[name] = Camp(len(camps), self.value[first], self.day[first], tuple(sorted(ranks)))
            camps.append(found[name])
        return found

    def _pairs(self, camps: Sequence[Camp], met: Sequence[Meeting], apart: Numbers) -> Numbers:
        """The claims of the smaller camp of a meeting, with the nearest in wording of the larger one.

        Of two camps that state the same only the first claim of the smaller one meets anybody.
        """
        ranks = np.array([*chain.from_iterable(camp.ranks for camp in camps)], dtype=np.int64)
        size = np.array([len(camp.ranks) for camp in camps], dtype=np.int64)
        start = np.cumsum(size) - size
        value = np.array([camp.value for camp in camps], dtype=np.int64)
        left, right = _once(np.array(met, dtype=np.int64).reshape(-1, 2)).T
        is_turned = size[left] > size[right]
        is_first = (value[left] == value[right]) & (left != right)
        agreeing = np.flatnonzero(is_first)
        both = zip(left[agreeing].tolist(), right[agreeing].tolist(), strict=True)
        is_first[agreeing] = [camps[one].ranks != camps[other].ranks for one, other in both]
        few, many = np.where(is_turned, right, left), np.where(is_turned, left, right)
        times = np.where(is_first, 1, size[few])
        rank, many = ranks[np.repeat(start[few], times) + runs(times)], np.repeat(many, times)
        camp_of = np.repeat(np.arange(len(size)), size) * len(self.position)
        place = np.searchsorted(camp_of + ranks, many * len(self.position) + rank)
        position = np.array(self.position, dtype=np.int64)
        own, others = apart[position[rank]], apart[position[ranks]]
        sides = (
            _nearest(place, steps, (start[many], start[many] + size[many]), own, others)
            for steps in (range(_NEAR + 1), range(-1, -_NEAR - 1, -1))
        )
        found = [(position[rank], np.where(other < 0, -1, position[ranks[other]])) for other in sides]
        pairs = np.concatenate([np.stack(pair, axis=1) for pair in found])
        turned = np.tile(np.repeat(is_turned, times), len(found))
        pairs[turned] = pairs[turned, ::-1]
        return pairs[(pairs >= 0).all(axis=1)]


def _nearest(
    place: Numbers, steps: Iterable[int], ends: tuple[Numbers, Numbers], own: Numbers, others: Numbers
) -> Numbers:
    """The first of some steps from each place that ends at one who is another; -1 where there is none."""
    found = np.full(len(place), -1, dtype=np.int64)
    for step in steps:
        there = place + step
        rows = np.flatnonzero((found < 0) & (ends[0] <= there) & (there < ends[1]))
        rows = rows[others[there[rows]] != own[rows]]
        found[rows] = there[rows]
    return found


def _once(met: Numbers) -> Numbers:
    """Each meeting once, the way that it came first."""
    least, most = met.min(axis=1), met.max(axis=1)
    first = np.unique(least * (most.max(initial=0) + 1) + most, return_index=True)[1]
    once: Numbers = met[np.sort(first)]
    return once


def _meetings(ours: Mapping[int, Camp], theirs: Mapping[int, Camp]) -> tuple[list[Meeting], int]:
    """The camps of two sides of a block that meet, and how many of one day do not; of one side they meet both ways."""
    ordered = sorted(theirs.values(), key=lambda camp: (camp.day, camp.ranks))
    places = [(camp.day, camp.ranks) for camp in ordered]
    numbers = [camp.number for camp in ordered]
    largest = [camp.number for camp in nsmallest(_LARGE, ordered, key=lambda camp: (-len(camp.ranks), camp.ranks))]
    days = {camp.number: camp.day for camp in ordered}
    count = Counter(days.values())
    found: list[Meeting] = []
    unmet = 0
    for name, camp in ours.items():
        at = bisect_left(places, (camp.day, camp.ranks))
        met = {*numbers[max(0, at - _NEAR) : at + _NEAR + 1], *largest}
        if name in theirs:
            met.add(theirs[name].number)
        found += [(camp.number, other) for other in met]
        if count[camp.day] > 1 or name not in theirs:
            unmet += count[camp.day] - [days[other] for other in met].count(camp.day)
    return found, unmet
