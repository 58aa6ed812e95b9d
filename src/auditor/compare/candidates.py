"""Which claims of two selections may be paired at all: blocks first, so that nothing is compared all against all."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from auditor.compare import contexts, spellings, topics
from auditor.compare.pairing import Pairing
from auditor.tables import REFERENCE, cell

Positions = npt.NDArray[np.int64]
Key = tuple[object, ...]

_NONE: Positions = np.empty(0, dtype=np.int64)

_SCOPE = {
    "sentence": ["source", "field", "sentence_start"],
    "source": ["source"],
    "story": ["story"],
    "sources": ["story"],
}
_SAYING = (
    "source",
    "kind",
    "field",
    "zone",
    "text",
    "topic",
    "axis",
    "low",
    "high",
    "per",
    "speaker",
    "clue",
    "sentence",
)
"""What two claims of one source have in common if they say the same in the same words."""
_CROWD = 250_000
"""The most pairs that one block may make."""
_FEW_WORDS = 3
_REACH = 200
"""The most characters that may lie between two claims that a word between them ties together."""


def candidates(
    claims: pd.DataFrame, left: Positions, right: Positions, pairing: Pairing
) -> tuple[Positions, Positions]:
    """Pairs of positions that share the pairing's scope, its equal columns and, where words count, a block.

    Each unordered pair comes once, in order; no claim is paired with itself; reference facts are no candidates, and of
    equal claims of one source only the first is. A block that too many claims share tells nothing and makes no pairs.
    """
    lefts, rights = _eligible(claims, left, pairing), _eligible(claims, right, pairing)
    if not len(lefts) or not len(rights):
        return _NONE, _NONE
    keys = _keys(claims, np.union1d(lefts, rights), pairing)
    ours, theirs = _index(lefts, keys), _index(rights, keys)
    apart = claims["source" if pairing.within == "sources" else "id"].to_numpy()
    found: set[tuple[int, int]] = set()
    for key, positions in ours.items():
        others = theirs.get(key, ())
        if len(positions) * len(others) <= _CROWD:
            found.update(
                (position, other) for position in positions for other in others if apart[position] != apart[other]
            )
    chosen = sorted(pair for pair in found if pair[0] < pair[1] or pair[::-1] not in found)
    if pairing.between:
        chosen = [pair for pair in chosen if _tied(claims, *pair, pairing.between)]
    pairs = np.array(chosen, dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _index(positions: Positions, keys: Mapping[int, Sequence[Key]]) -> dict[Key, list[int]]:
    """The positions that share each key."""
    index: defaultdict[Key, list[int]] = defaultdict(list)
    for position in positions.tolist():
        for key in keys[position]:
            index[key].append(position)
    return index


def _eligible(claims: pd.DataFrame, positions: Positions, pairing: Pairing) -> Positions:
    """Positions of claims of sources that know every column which must be equal, and their topic where it counts.

    What a source says twice in the same words is compared once.
    """
    known = np.array(claims["origin"].to_numpy()[positions] != REFERENCE, dtype=bool)
    for name in (*pairing.same, *(["topic"] if pairing.alike is not None else [])):
        known &= ~np.asarray(pd.isna(claims[name].to_numpy()[positions]))
    eligible: Positions = positions[known]
    if pairing.within == "sentence":
        return eligible  # inside a sentence it counts where a claim stands, and what stands beside it
    columns = (claims[name].to_numpy()[eligible].tolist() for name in _SAYING)
    first: dict[tuple[object, ...], int] = {}
    for words, position in zip(zip(*columns, strict=True), eligible.tolist(), strict=True):
        first.setdefault(words, position)
    return np.array(list(first.values()), dtype=np.int64)


def _keys(claims: pd.DataFrame, positions: Positions, pairing: Pairing) -> dict[int, list[Key]]:
    """For each claim the keys of which it shares at least one with every candidate partner."""
    names = dict.fromkeys((*_SCOPE[pairing.within], *pairing.same))
    columns = [claims[name].to_numpy()[positions].tolist() for name in names]
    scopes = list(zip(*columns, strict=True))
    if pairing.alike is None and pairing.context is None:
        return {position: [scope] for position, scope in zip(positions.tolist(), scopes, strict=True)}
    return {
        position: [(*scope, block) for block in blocks]
        for position, scope, blocks in zip(positions.tolist(), scopes, _blocks(claims, positions, pairing), strict=True)
    }


def _tied(claims: pd.DataFrame, left: int, right: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands between two claims of one sentence, the left one first."""
    first, last = cell(claims, left, "end"), cell(claims, right, "start")
    if not 0 <= last - first <= _REACH:
        return False
    offset = cell(claims, left, "sentence_start")
    gap = f" {topics.fold(cell(claims, left, 'sentence')[first - offset : last - offset])} "
    return any(f" {word} " in gap if word[0].isalpha() else word in gap for word in words)


def _blocks(claims: pd.DataFrame, positions: Positions, pairing: Pairing) -> list[list[str]]:
    """For each claim the blocks of which it shares at least one with every claim that may be alike.

    Names have blocks of their own. Of the stems of a topic or a context the rarer half is enough: two that are alike
    share more than half of their stems.
    """
    kinds, stories = claims["kind"].to_numpy()[positions], claims["story"].to_numpy()[positions]
    if pairing.alike is None:
        known = contexts.contexts(claims, positions.tolist())
        stems = [tuple(sorted(known[position].words)) for position in positions.tolist()]
        spelled = [False] * len(stems)
    else:
        told = claims["topic"].to_numpy()[positions]
        spelled = [kind == "name" for kind in kinds]
        stems = [() if name else topics.words(topic) for name, topic in zip(spelled, told, strict=True)]
    distinct = {(story, some) for story, some in zip(stories, stems, strict=True)}
    rarity = Counter((story, stem) for story, some in distinct for stem in some)
    columns = (kinds, stories, stems, claims["topic"].to_numpy()[positions], spelled)
    return [
        [f"{kind}:{key}" for key in (spellings.blocks(topic) if is_name else _rarest(some, story, rarity))]
        for kind, story, some, topic, is_name in zip(*columns, strict=True)
    ]


def _rarest(stems: Sequence[str], story: str, rarity: Counter[tuple[str, str]]) -> list[str]:
    """The rarer half of some stems, or all of a few; what nobody else has brings nobody together."""
    shared = [stem for stem in stems if rarity[story, stem] > 1] or stems
    ordered = sorted(shared, key=lambda stem: (rarity[story, stem], stem))
    return ordered if len(ordered) <= _FEW_WORDS else ordered[: (len(ordered) + 1) // 2]


def likeness(kind: str, left: str, right: str) -> float:
    """How alike two topics of claims of one kind are, 0 to 100."""
    if kind == "name":
        return spellings.likeness(left, right)
    if kind == "quotation":
        return fuzz.partial_ratio(topics.fold(left), topics.fold(right))
    return topics.likeness(left, right)
