"""Who meets whom in a crowded block, so that time grows with the claims and not with their pairs.

Claims of a crowd that state one value of one day are a camp. Inside a camp each claim meets its neighbour in wording,
which shows that they agree; camps of one value and two days meet once. Of two camps of other values each member of the
smaller one meets those of the larger one that are nearest in wording: that shows that the two disagree, whoever else
repeats them. A camp meets the camps nearest in time and the largest ones. All of this depends on what claims say and
not on the order in which sources are read.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

Positions = npt.NDArray[np.int64]

_STATED = ["kind", "low", "high", "name", "person", "stage", "words", "per", "change", "modality"]
_DAYS = ["as_of_first", "as_of_last"]
_NEIGHBOURS = 2
"""How many of the larger camp a claim meets."""
_NEAR, _LARGE = 3, 3
"""How many camps on either side in time, and how many of the largest, a camp meets."""


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that state one value of one day.

    Attributes:
        value: What they state, as a number.
        day: The day it speaks of, 0 if that is unknown.
        ranks: Where its claims come in the order of wordings, ascending.
    """

    value: int
    day: float
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Crowds:
    """What the claims of a selection state, for blocks that too many of them share.

    Attributes:
        camp: The camp of each claim, by position.
        value: What it states, by position.
        rank: Its place in the order of wordings, by position.
        position: The claim at each place of that order.
        day: The day that it speaks of, by position.
        apart: What must differ for two claims to be compared: their sources, or themselves.
    """

    camp: dict[int, int]
    value: dict[int, int]
    rank: dict[int, int]
    position: list[int]
    day: dict[int, float]
    apart: npt.NDArray[np.int64]

    @classmethod
    def of(cls, claims: pd.DataFrame, positions: Positions, apart: npt.NDArray[np.int64]) -> "Crowds":
        """Look at the claims of a selection."""
        rows = claims.take(positions)
        values = rows.groupby(_STATED, dropna=False, sort=False).ngroup()
        camps = rows[_DAYS].assign(value=values).groupby([*_DAYS, "value"], dropna=False, sort=False).ngroup().tolist()
        known = positions.tolist()
        days = rows["as_of_first"].fillna(rows["published"]).fillna(0.0).tolist()
        columns = (rows[name].tolist() for name in ("sentence", "source", "start"))
        worded = zip(*columns, known, strict=True)
        order = [key[-1] for key in sorted(worded, key=lambda key: (key[0] or "", *key[1:]))]
        return cls(
            camp=dict(zip(known, camps, strict=True)),
            value=dict(zip(known, values.tolist(), strict=True)),
            rank={position: rank for rank, position in enumerate(order)},
            position=order,
            day=dict(zip(known, days, strict=True)),
            apart=apart,
        )

    def meetings(self, lefts: Sequence[int], rights: Sequence[int]) -> tuple[list[tuple[int, int]], int]:
        """The pairs of a block that are compared, and how many camps of one day have not met."""
        ours, theirs = self._camps(lefts), self._camps(rights)
        ordered = sorted(theirs, key=lambda name: (theirs[name].day, theirs[name].ranks))
        places = [(theirs[name].day, theirs[name].ranks) for name in ordered]
        largest = nsmallest(_LARGE, ordered, key=lambda name: (-len(theirs[name].ranks), theirs[name].ranks))
        days = Counter(camp.day for camp in theirs.values())
        meet: dict[tuple[int, int], None] = {}
        unmet = 0
        for name, camp in ours.items():
            at = bisect_left(places, (camp.day, camp.ranks))
            met = {*ordered[max(0, at - _NEAR) : at + _NEAR + 1], *largest, *([name] if name in theirs else [])}
            meet.update(dict.fromkeys((name, other) for other in met if (other, name) not in meet or lefts != rights))
            unmet += days[camp.day] - sum(theirs[other].day == camp.day for other in met)
        return [*chain.from_iterable(self._meeting(ours[a], theirs[b]) for a, b in sorted(meet))], unmet

    def _camps(self, positions: Sequence[int]) -> dict[int, Camp]:
        """The camps of some claims."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for position in positions:
            members[self.camp[position]].append(self.rank[position])
        firsts = {name: self.position[ranks[0]] for name, ranks in members.items()}
        return {
            name: Camp(self.value[firsts[name]], self.day[firsts[name]], tuple(sorted(ranks)))
            for name, ranks in members.items()
        }

    def _meeting(self, left: Camp, right: Camp) -> Iterator[tuple[int, int]]:
        """Each claim of the smaller camp with its neighbours in the larger one; one only if both state the same."""
        turned = len(left.ranks) > len(right.ranks)
        few, many = (right.ranks, left.ranks) if turned else (left.ranks, right.ranks)
        same = left.value == right.value and few != many
        for rank in few[:1] if same else few:
            for other in self._neighbours(rank, many):
                pair = self.position[rank], self.position[other]
                yield pair[::-1] if turned else pair

    def _neighbours(self, rank: int, ranks: Sequence[int]) -> Iterator[int]:
        """The nearest in wording that may be compared with one, from either side."""
        own, place = self.apart[self.position[rank]], bisect_left(ranks, rank)
        before, after = ranks[max(0, place - _NEAR) : place][::-1], ranks[place : place + _NEAR + 1]
        for side in (after, before):
            found = [other for other in side if self.apart[self.position[other]] != own]
            yield from found[: _NEIGHBOURS // 2]
