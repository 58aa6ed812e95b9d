"""Blocks: what two claims share if they may be compared, so that nothing is compared all against all."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import chain
from math import ceil
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.codes import Numbers, ascending, combined, runs
from auditor.compare import spellings, topics
from auditor.compare.around import verbatim
from auditor.compare.blocking.crowds import Members
from auditor.compare.known import Known
from auditor.compare.pairing import Pairing

_SCOPE = {
    "sentence": ["source", "field", "sentence_start"],
    "source": ["source"],
    "story": ["story"],
    "sources": ["story"],
    "reference": [],
}
_FEW_WORDS = 3

Told = tuple[str, str, Any]
"""A claim's kind and story, and its topic or the stems around it."""


class Side(NamedTuple):
    """One side of all blocks.

    Attributes:
        block: The number of a block, row by row, ascending.
        claim: The position of a claim that belongs to it.
        size: How many there are, by block.
        start: The row of the first one, by block.
        place: Where the first one comes among the claims as they are, by block.
    """

    block: Numbers
    claim: Numbers
    size: Numbers
    start: Numbers
    place: Numbers

    def members(self, block: int) -> list[int]:
        """The claims of one block."""
        start = self.start[block]
        found: list[int] = self.claim[start : start + self.size[block]].tolist()
        return found

    def of(self, chosen: npt.NDArray[np.bool_]) -> Members:
        """The claims of some blocks."""
        rows = chosen[self.block]
        return Members(self.block[rows], self.claim[rows])


class Blocks(NamedTuple):
    """The blocks that two selections share.

    Attributes:
        left: The claims on the left.
        right: Those on the right.
    """

    left: Side
    right: Side

    @classmethod
    def of(cls, known: Known, lefts: Numbers, rights: Numbers, pairing: Pairing) -> "Blocks":
        """Put two selections into blocks of which two claims share at least one if they may be compared."""
        block, claim = _members(known, ascending(lefts, rights), pairing)
        left = _side(block, claim, lefts, len(known.claims))
        return cls(left, left if rights is lefts else _side(block, claim, rights, len(known.claims)))

    def sizes(self) -> Numbers:
        """How many pairs each block makes of all with all."""
        return self.left.size * self.right.size

    def pairs(self, chosen: npt.NDArray[np.bool_]) -> Numbers:
        """All the pairs of some blocks."""
        block, claim = self.left.of(chosen)
        times = self.right.size[block]
        others = self.right.claim[np.repeat(self.right.start[block], times) + runs(times)]
        return np.stack([np.repeat(claim, times), others], axis=1)

    def in_order(self, chosen: Numbers) -> list[int]:
        """Some blocks in the order of their first claims."""
        ordered: list[int] = chosen[np.argsort(self.left.place[chosen], kind="stable")].tolist()
        return ordered


def _side(block: Numbers, claim: Numbers, positions: Numbers, claims: int) -> Side:
    is_there = np.zeros(claims, dtype=bool)
    is_there[positions] = True
    rows = np.flatnonzero(is_there[claim])
    rows = rows[np.argsort(block[rows], kind="stable")]
    count = np.bincount(block[rows], minlength=int(block.max(initial=-1)) + 1)
    start = np.cumsum(count) - count
    place = np.append(rows, 0)[np.minimum(start, len(rows))]
    return Side(block[rows], claim[rows], count, start, place)


def _members(known: Known, positions: Numbers, pairing: Pairing) -> tuple[Numbers, Numbers]:
    """The numbers of blocks and the claims that belong to them, row by row."""
    names = dict.fromkeys((*_SCOPE[pairing.within], *pairing.same))
    scopes = known.codes(*names)[positions]
    if pairing.alike is pairing.context is pairing.own is pairing.retold is pairing.verbatim is None:
        return scopes, positions
    places, words = _worded(known, positions, pairing)
    return combined(len(places), (scopes[places], words)), positions[places]


def _worded(known: Known, positions: Numbers, pairing: Pairing) -> tuple[Numbers, Numbers]:
    """The claims, by their place among some, and what words they share with those that may be alike, row by row."""
    told: list[Any]
    claims = known.claims
    if pairing.verbatim is not None:
        told = verbatim.keys(known.wordings, positions)
    elif pairing.retold is not None:
        told = list(known.retold.keys(positions))
    elif pairing.own is not None:
        told = [tuple(words.split()) for words in claims["own_words"].to_numpy()[positions].tolist()]
    elif pairing.alike is None:
        told = [tuple(sorted(context.words)) for context in known.contexts.at(positions)]
    else:
        told = claims["topic"].to_numpy()[positions].tolist()
    number: dict[Told, int] = {}
    columns = (claims[name].to_numpy()[positions].tolist() for name in ("kind", "story"))
    which = np.array([number.setdefault(row, len(number)) for row in zip(*columns, told, strict=True)], dtype=np.int64)
    keys = _keys(list(number), pairing)
    size = np.array([len(some) for some in keys], dtype=np.int64)
    listed = np.array([*chain.from_iterable(keys)], dtype=object)
    times = size[which]
    rows = np.repeat((np.cumsum(size) - size)[which], times) + runs(times)
    return np.repeat(np.arange(len(which)), times), pd.factorize(listed)[0].astype(np.int64)[rows]


def _keys(told: Sequence[Told], pairing: Pairing) -> list[list[str]]:
    """The blocks of claims, of which each shares at least one with every claim that may be alike.

    Own words are few, and each is a block; so is each rare word near a claim, and the words next to it. Names have
    blocks of their own. Of the stems of a topic or a context the rarer half is enough: two that are alike share more
    than half of their stems; where less need be alike, more of them are needed. What is rare in a story need not be in
    the reference, which is of no story.
    """
    if not pairing.own is pairing.retold is pairing.verbatim is None:
        return [[f"{kind}:{word}" for word in words] for kind, _, words in told]
    spelled = [pairing.alike is not None and kind == "name" for kind, _, _ in told]
    stems = [
        () if is_name else some if pairing.alike is None else topics.words(some)
        for is_name, (_, _, some) in zip(spelled, told, strict=True)
    ]
    distinct = {(story, some) for (_, story, _), some in zip(told, stems, strict=True)}
    rarity = Counter((story, stem) for story, some in distinct for stem in some)
    share = 1 - min(pairing.context if pairing.context is not None else 50, 50) / 100
    rarest = (lambda some, *_: some) if pairing.within == "reference" else partial(_rarest, share=share)
    return [
        [f"{kind}:{key}" for key in (spellings.blocks(name) if is_name else rarest(some, story, rarity))]
        for is_name, (kind, story, name), some in zip(spelled, told, stems, strict=True)
    ]


def _rarest(stems: Sequence[str], story: str, rarity: Counter[tuple[str, str]], *, share: float) -> Sequence[str]:
    """The rarer half of some stems, or another share, or all of a few; what nobody else has brings nobody together."""
    shared = [stem for stem in stems if rarity[story, stem] > 1] or stems
    ordered = sorted(shared, key=lambda stem: (rarity[story, stem], stem))
    return ordered if len(ordered) <= _FEW_WORDS else ordered[: ceil(len(ordered) * share)]
