"""Which claims of two selections may be paired at all: blocks first, so that nothing is compared all against all."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from auditor.compare import contexts, spellings, topics
from auditor.compare.pairing import Pairing
from auditor.tables import REFERENCE

Positions = npt.NDArray[np.int64]

_SCOPE = {"sentence": ["source", "field", "sentence_start"], "source": ["source"], "story": ["story"], "sources": ["story"]}
_FEW_WORDS = 3
_REACH = 200
"""The most characters that may lie between two claims that a word between them ties together."""


def candidates(claims: pd.DataFrame, left: Positions, right: Positions, pairing: Pairing) -> tuple[Positions, Positions]:
    """Pairs of positions that share the pairing's scope, its equal columns and, where topics count, a block.

    Each unordered pair comes once; no claim is paired with itself; reference facts are no candidates.
    """
    ours, theirs = _eligible(claims, left, pairing), _eligible(claims, right, pairing)
    keys = [*dict.fromkeys([*_SCOPE[pairing.within], *pairing.same])]
    lefts = claims.loc[ours, keys].assign(left=ours)
    rights = claims.loc[theirs, keys].assign(right=theirs)
    if pairing.alike is not None or pairing.context is not None:
        blocks = _blocks(claims, np.union1d(ours, theirs), pairing)
        lefts = lefts.assign(block=blocks.loc[ours]).explode("block")
        rights = rights.assign(block=blocks.loc[theirs]).explode("block")
        keys = [*keys, "block"]
    found = lefts.merge(rights, on=keys)[["left", "right"]].drop_duplicates()
    found = found[found["left"] != found["right"]]
    mirrored = found["left"] > found["right"]
    if mirrored.any():
        known = pd.MultiIndex.from_frame(found[~mirrored])
        twin = pd.MultiIndex.from_arrays([found["right"], found["left"]]).isin(known)
        found = found[~(mirrored.to_numpy() & twin)]
    found = found.sort_values(["left", "right"])
    return _kept(claims, found["left"].to_numpy(np.int64), found["right"].to_numpy(np.int64), pairing)


def _eligible(claims: pd.DataFrame, positions: Positions, pairing: Pairing) -> Positions:
    """Positions of claims of sources that know every column which must be equal, and their topic where it counts."""
    table = claims.loc[positions, ["origin", *pairing.same, *(["topic"] if pairing.alike is not None else [])]]
    return positions[((table["origin"] != REFERENCE) & table.notna().all(axis=1)).to_numpy()]


def _kept(claims: pd.DataFrame, left: Positions, right: Positions, pairing: Pairing) -> tuple[Positions, Positions]:
    """The candidates that stand in two sources, or have a tying word between them, where the pairing asks for it."""
    if pairing.within == "sources":
        source = claims["source"].to_numpy()
        apart = source[left] != source[right]
        left, right = left[apart], right[apart]
    if pairing.between:
        tied = np.array([_tied(claims, a, b, pairing.between) for a, b in zip(left, right, strict=True)], dtype=bool)
        left, right = left[tied], right[tied]
    return left, right


def _tied(claims: pd.DataFrame, left: int, right: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands between two claims of one sentence, the left one first."""
    first, last = claims.at[left, "end"], claims.at[right, "start"]
    if not 0 <= last - first <= _REACH:
        return False
    offset = claims.at[left, "sentence_start"]
    gap = f" {topics.fold(claims.at[left, 'sentence'][first - offset : last - offset])} "
    return any(f" {word} " in gap if word[0].isalpha() else word in gap for word in words)


def _blocks(claims: pd.DataFrame, positions: Positions, pairing: Pairing) -> pd.Series:
    """For each claim the keys of which it shares at least one with every claim that may be alike.

    Names have keys of their own. Of the stems of a topic or a context the rarer half is enough: two that are alike
    share more than half of their stems.
    """
    kinds, stories = claims["kind"].to_numpy()[positions], claims["story"].to_numpy()[positions]
    if pairing.alike is None:
        known = contexts.contexts(claims, positions.tolist())
        stems = [sorted(known[position].words) for position in positions.tolist()]
    else:
        told = claims["topic"].to_numpy()[positions]
        stems = [() if kind == "name" else topics.words(topic) for kind, topic in zip(kinds, told, strict=True)]
    distinct = {(story, tuple(some)) for story, some in zip(stories, stems, strict=True)}
    rarity = Counter((story, stem) for story, some in distinct for stem in some)
    keys = [
        [f"{kind}:{key}" for key in (spellings.blocks(topic) if kind == "name" else _rarest(some, story, rarity))]
        for kind, story, some, topic in zip(kinds, stories, stems, claims["topic"].to_numpy()[positions], strict=True)
    ]
    return pd.Series(keys, index=positions, dtype=object)


def _rarest(stems: Sequence[str], story: str, rarity: Counter[tuple[str, str]]) -> list[str]:
    """The rarer half of some stems, or all of a few."""
    ordered = sorted(stems, key=lambda stem: (rarity[story, stem], stem))
    return ordered if len(ordered) <= _FEW_WORDS else ordered[: (len(ordered) + 1) // 2]


def likeness(kind: str, left: str, right: str) -> float:
    """How alike two topics of claims of one kind are, 0 to 100."""
    if kind == "name":
        return spellings.likeness(left, right)
    if kind == "quotation":
        return fuzz.partial_ratio(topics.fold(left), topics.fold(right))
    return topics.likeness(left, right)
