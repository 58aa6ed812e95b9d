"""Who meets whom in a crowded block, so that time grows with the claims and not with their pairs.

Claims of a crowd that state one value of one day are a camp. Inside a camp each claim meets its neighbour in wording,
which shows that they agree; camps of one value and two days meet once. Of two camps of other values each member of the
smaller one meets those of the larger one that are nearest in wording: that shows that the two disagree, whoever else
repeats them. A camp meets the camps nearest in time and the largest ones. All of this depends on what claims say and
not on the order in which sources are read. The camps of all crowded blocks are looked at together, as one table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from auditor.codes import Numbers, ascending
from auditor.compare.blocking.camps import Camps, are_apart, meetings

STATED = ("kind", "low", "high", "name", "person", "stage", "words", "per", "change", "modality")
DAYS = ("as_of_first", "as_of_last")
_NEAR = 3
"""How many places from its own in the order of wordings a claim looks for another one of a camp."""


class Members(NamedTuple):
    """The claims of one side of some blocks, row by row.

    Attributes:
        block: The number of a block, ascending.
        claim: The position of a claim that belongs to it.
    """

    block: Numbers
    claim: Numbers


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

    camp: Numbers
    value: Numbers
    day: Numbers
    rank: Numbers
    position: Numbers

    @classmethod
    def of(cls, claims: pd.DataFrame, value: Numbers, camp: Numbers) -> "Crowds":
        """Look at all claims of a table.

        Args:
            claims: The claims table.
            value: A number for each claim, which those share that are equal in :data:`STATED`.
            camp: The same with :data:`DAYS`.
        """
        first, published = (claims[name].to_numpy() for name in ("as_of_first", "published"))
        day = np.nan_to_num(np.where(np.isnan(first), published, first)).astype(np.int64)
        sentence, source = (pd.factorize(claims[name].to_numpy(), sort=True)[0] for name in ("sentence", "source"))
        position = np.lexsort((claims["start"].to_numpy(), source, sentence))
        return cls(camp, value, day, np.argsort(position), position)

    def meetings(self, ours: Members, theirs: Members, apart: Numbers) -> tuple[Numbers, Numbers]:
        """The pairs of claims of blocks that are compared, and the blocks where not all camps of one day have met.

        Args:
            ours: The claims on the left of blocks.
            theirs: Those on the right of the same blocks; the same object if they are the same.
            apart: What must differ for two claims to be compared, by position: their sources, or themselves.
        """
        left = camps = self._camps(ours)
        right = left if theirs is ours else self._camps(theirs)
        met, missed = meetings(left, right)
        if right is not left:
            met[:, 1] += len(left.size)
            camps = left.beside(right)
        return self._pairs(camps, met[:, 0], met[:, 1], apart), ascending(left.block[missed > 0])

    def _camps(self, members: Members) -> Camps:
        """The camps of the claims of blocks."""
        row, named = pd.factorize(members.block * len(self.camp) + self.camp[members.claim])
        rank = self.rank[members.claim]
        ranks = rank[np.lexsort((rank, row))]
        size = np.bincount(row, minlength=len(named))
        start = np.cumsum(size) - size
        block, camp = np.divmod(named, len(self.camp))
        claim = self.position[ranks[start]]
        return Camps(block, camp, self.value[claim], self.day[claim], size, start, ranks[start], ranks)

    def _pairs(self, camps: Camps, left: Numbers, right: Numbers, apart: Numbers) -> Numbers:
        """The claims of the smaller camp of each meeting, with the nearest in wording of the larger one.

        Of two camps that state the same only the first claim of the smaller one meets anybody.
        """
        is_turned = camps.size[left] > camps.size[right]
        few, many = np.where(is_turned, right, left), np.where(is_turned, left, right)
        times = np.where(are_apart(camps, left, right), 1, camps.size[few])
        rank, many = camps.members(few, times), np.repeat(many, times)
        ends = camps.start[many], camps.start[many] + camps.size[many]
        camp_of = np.repeat(np.arange(len(camps.size)), camps.size) * len(self.rank)
        place = np.searchsorted(camp_of + camps.ranks, many * len(self.rank) + rank)
        claim, claims = self.position[rank], self.position[camps.ranks]
        sides = (
            _nearest(place, steps, ends, apart[claim], apart[claims])
            for steps in (range(_NEAR + 1), range(-1, -_NEAR - 1, -1))
        )
        found = [(claim, np.where(other < 0, -1, claims[other])) for other in sides]
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
