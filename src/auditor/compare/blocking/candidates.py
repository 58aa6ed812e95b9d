"""Which claims of two selections may be paired at all: blocks first, so that nothing is compared all against all."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from auditor.codes import Mask, Numbers, ascending, stands, turns
from auditor.compare import spellings, topics
from auditor.compare.blocking.blocks import Blocks
from auditor.compare.known import Known
from auditor.compare.pairing import Pairing
from auditor.tables.columns import REFERENCE

LeftOut = tuple[tuple[tuple[int, ...], str], ...]

_NONE: Numbers = np.empty(0, dtype=np.int64)
_NO_PAIRS: Numbers = np.empty((0, 2), dtype=np.int64)

_SAYING = (
    *("source", "kind", "field", "zone", "text", "topic", "axis", "low", "high", "per", "speaker", "clue", "sentence"),
)
"""What two claims of one source have in common if they say the same in the same words."""
_CROWD = 400
"""The most pairs that a block makes of all with all; in a larger one only neighbours meet."""
_TOO_MANY = 250_000
"""The most pairs that one sentence or one source makes without regard to words."""
_REACH = 200
"""The most characters that may lie between two claims that a word between them ties together."""
_BESIDE = 6
"""How many figures beside one in its sentence are looked at."""
_UNMET = "too many other values are given for it on one day"
_UNTOLD = "too many claims stand together"


class Candidates(NamedTuple):
    """Pairs that may be compared, and what was left out.

    Attributes:
        left: The left claims, by position.
        right: The right ones.
        left_out: Positions of claims of blocks that are too large, each with the reason.
        eligible: The left claims that might be compared, whether they meet a right one or not.
    """

    left: Numbers
    right: Numbers
    left_out: LeftOut = ()
    eligible: Numbers = _NONE


def candidates(known: Known, left: Numbers, right: Numbers, pairing: Pairing, *, beside: bool = False) -> Candidates:
    """Pairs of positions that share the pairing's scope, its equal columns and, where words count, a block.

    Of one selection each unordered pair comes once, unless each claim needs others; of two it comes both ways if both
    claims are in both. All come in order; no claim is paired with itself; reference facts are candidates on the right
    of pairs with the reference only; of equal claims of one source only the first is one. In a block that many claims
    share only neighbours meet.

    Args:
        known: The claims table, and what is known of it.
        left: Positions of the left selection.
        right: Positions of the right selection.
        pairing: Which of them are candidates.
        beside: Whether those who meet in a crowd bring along what stands beside them in their sentences.
    """
    facts = pairing.within == "reference"
    lefts = _eligible(known, left, pairing)
    if not len(lefts):
        return Candidates(_NONE, _NONE, eligible=lefts)
    rights = lefts if right is left and not facts else _eligible(known, right, pairing, facts=facts)
    if not len(rights):
        return Candidates(_NONE, _NONE, eligible=lefts)
    apart = known.codes("source" if pairing.within == "sources" else "id")
    blocks = Blocks.of(known, lefts, rights, pairing)
    sizes, is_worded = blocks.sizes(), pairing.within in {"story", "sources"}
    is_large = sizes > (_CROWD if is_worded else _TOO_MANY)
    met, left_out = (_met if is_worded else _untold)(known, blocks, is_large, apart)
    if beside and len(met):
        met = np.concatenate([met, *_beside(known, met, lefts, rights, pairing)])
    once = pairing.need == "every" and np.array_equal(lefts, rights)
    pairs = _distinct(np.concatenate([blocks.pairs(~is_large), met]), len(apart), apart, once=once)
    if pairing.between:
        pairs = pairs[_tied(known.claims, pairs, pairing.between)]
    return Candidates(pairs[:, 0], pairs[:, 1], left_out, lefts)


def _met(known: Known, blocks: Blocks, is_large: Mask, apart: Numbers) -> tuple[Numbers, LeftOut]:
    """The pairs of neighbours of large blocks, and the claims of those in which not all values have met."""
    if not is_large.any():
        return _NO_PAIRS, ()
    lefts = blocks.left.of(is_large)
    rights = lefts if blocks.right is blocks.left else blocks.right.of(is_large)
    pairs, unmet = known.crowds.meetings(lefts, rights, apart)
    return pairs, tuple((tuple(blocks.left.members(block)), _UNMET) for block in blocks.in_order(unmet))


def _untold(_: Known, blocks: Blocks, is_large: Mask, __: Numbers) -> tuple[Numbers, LeftOut]:
    """No pairs of large blocks that have no words in common."""
    large = blocks.in_order(np.flatnonzero(is_large))
    members = ({*blocks.left.members(block), *blocks.right.members(block)} for block in large)
    return _NO_PAIRS, tuple((tuple(sorted(some)), _UNTOLD) for some in members)


def _distinct(pairs: Numbers, count: int, apart: Numbers, *, once: bool) -> Numbers:
    """Each pair once, in order, and only one way if that is wanted; without those that may not be compared."""
    pairs = pairs[apart[pairs[:, 0]] != apart[pairs[:, 1]]]
    codes = ascending(pairs[:, 0] * count + pairs[:, 1])
    left, right = codes // count, codes % count
    kept = (left < right) | ~np.bool_(once)
    turned = np.flatnonzero(~kept)
    kept[turned] = ~stands(right[turned] * count + left[turned], codes[kept])
    return np.stack([left[kept], right[kept]], axis=1)


def _beside(known: Known, met: Numbers, lefts: Numbers, rights: Numbers, pairing: Pairing) -> Iterator[Numbers]:
    """Beside pairs those of what stands in the same two sentences."""
    place = known.sentences(*pairing.same)
    numbers = ascending(met[:, 0] * len(place) + met[:, 1])
    met = np.stack([numbers // len(place), numbers % len(place)], axis=1)
    for here, there, side in ((0, 1, rights), (1, 0, lefts)):
        few = side[turns(place[side]) < _BESIDE]
        listed = np.full((place.max() + 1, _BESIDE), -1, dtype=np.int64)
        listed[place[few], turns(place[few])] = few
        others = listed[place[met[:, there]]]
        row, turn = np.nonzero(others >= 0)
        found = np.empty((len(row), 2), dtype=np.int64)
        found[:, here], found[:, there] = met[row, here], others[row, turn]
        yield found


def _eligible(known: Known, positions: Numbers, pairing: Pairing, *, facts: bool = False) -> Numbers:
    """Positions of claims of sources, or of facts, that know what must be equal, and their topic where it counts.

    What a source says twice in the same words is compared once.
    """
    wanted = [*(["topic"] if pairing.alike is not None else []), *(["own_words"] if pairing.own is not None else [])]
    claims = known.claims
    complete = np.array((claims["origin"].to_numpy()[positions] == REFERENCE) == facts, dtype=bool)
    for name in (*pairing.same, *wanted):
        complete &= ~np.asarray(pd.isna(claims[name].to_numpy()[positions]))
    eligible: Numbers = positions[complete]
    if pairing.within == "sentence" or len(eligible) < 2:  # noqa: PLR2004 - one claim says nothing twice
        return eligible  # inside a sentence it counts where a claim stands, and what stands beside it
    without = np.isnan(claims["low"].to_numpy()[eligible]) | np.isnan(claims["high"].to_numpy()[eligible])
    said = np.where(without, -1 - eligible, known.codes(*_SAYING)[eligible])  # only figures are said twice
    first = np.sort(np.unique(said, return_index=True)[1])
    return np.asarray(eligible[first])


def _tied(claims: pd.DataFrame, pairs: Numbers, words: tuple[str, ...]) -> Mask:
    """Where one of the words stands between two claims of one sentence, the left one first."""
    first, last = claims["end"].to_numpy()[pairs[:, 0]], claims["start"].to_numpy()[pairs[:, 1]]
    tied = (first <= last) & (last <= first + _REACH)
    near = np.flatnonzero(tied)
    offsets, sentences = (claims[name].to_numpy()[pairs[near, 0]] for name in ("sentence_start", "sentence"))
    gaps = zip(sentences.tolist(), (first[near] - offsets).tolist(), (last[near] - offsets).tolist(), strict=True)
    tied[near] = [_holds(f" {topics.fold(sentence[start:end])} ", words) for sentence, start, end in gaps]
    return tied


def _holds(gap: str, words: Iterable[str]) -> bool:
    """Whether one of the words, or of the signs, stands in a gap."""
    return any(f" {word} " in gap if word[0].isalpha() else word in gap for word in words)


def likeness(kind: str, left: str, right: str) -> float:
    """How alike two topics of claims of one kind are, 0 to 100."""
    if kind == "name":
        return spellings.likeness(left, right)
    if kind == "quotation":
        return fuzz.partial_ratio(topics.fold(left), topics.fold(right))
    if kind == "status" and topics.is_part(left, right):
        return 100.0
    return topics.likeness(left, right)
