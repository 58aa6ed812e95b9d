"""Which claims of two selections may be paired at all: blocks first, so that nothing is compared all against all."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from auditor.compare import contexts, spellings, topics
from auditor.compare.crowds import Crowds
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
    "reference": [],
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
_CROWD = 400
"""The most pairs that a block makes of all with all; in a larger one only neighbours meet."""
_TOO_MANY = 250_000
"""The most pairs that one sentence or one source makes without regard to words."""
_FEW_WORDS = 3
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

    left: Positions
    right: Positions
    left_out: tuple[tuple[tuple[int, ...], str], ...] = ()
    eligible: Positions = _NONE


def candidates(
    claims: pd.DataFrame, left: Positions, right: Positions, pairing: Pairing, *, beside: bool = False
) -> Candidates:
    """Pairs of positions that share the pairing's scope, its equal columns and, where words count, a block.

    Each unordered pair comes once, in order; no claim is paired with itself; reference facts are candidates on the
    right of pairs with the reference only; of equal claims of one source only the first is one. In a block that many
    claims share only neighbours meet.

    Args:
        claims: The claims table.
        left: Positions of the left selection.
        right: Positions of the right selection.
        pairing: Which of them are candidates.
        beside: Whether those who meet in a crowd bring along what stands beside them in their sentences.
    """
    facts = pairing.within == "reference"
    lefts = _eligible(claims, left, pairing)
    rights = lefts if right is left and not facts else _eligible(claims, right, pairing, facts=facts)
    if not len(lefts) or not len(rights):
        return Candidates(_NONE, _NONE, eligible=lefts)
    everyone = np.union1d(lefts, rights)
    keys = _keys(claims, everyone, pairing)
    ours, theirs = _index(lefts, keys), _index(rights, keys)
    apart = pd.factorize(claims["source" if pairing.within == "sources" else "id"])[0]
    blocks = _Blocks(claims, everyone, pairing, apart)
    for key, positions in ours.items():
        if key in theirs:
            blocks.add(positions, theirs[key])
    met = _beside(claims, blocks.met, lefts, rights, pairing) if beside else blocks.met
    pairs = _distinct([*blocks.whole, met], len(claims), apart)
    if pairing.between:
        pairs = pairs[[_tied(claims, first, then, pairing.between) for first, then in pairs.tolist()]]
    return Candidates(pairs[:, 0], pairs[:, 1], tuple(blocks.left_out), lefts)


class _Blocks:
    """The pairs that blocks make."""

    def __init__(self, claims: pd.DataFrame, everyone: Positions, pairing: Pairing, apart: Positions) -> None:
        self._claims, self._everyone, self._apart = claims, everyone, apart
        self._worded = pairing.within in {"story", "sources"}
        self.whole: list[Positions] = []
        self.met: list[tuple[int, int]] = []
        self.left_out: list[tuple[tuple[int, ...], str]] = []

    @cached_property
    def _crowds(self) -> Crowds:
        return Crowds.of(self._claims, self._everyone, self._apart)

    def add(self, lefts: Sequence[int], rights: Sequence[int]) -> None:
        """Make the pairs of one block."""
        size = len(lefts) * len(rights)
        if size <= _CROWD or (size <= _TOO_MANY and not self._worded):
            self.whole.append(np.stack([np.repeat(lefts, len(rights)), np.tile(rights, len(lefts))], axis=1))
        elif self._worded:
            pairs, unmet = self._crowds.meetings(lefts, rights)
            self.met += pairs
            if unmet:
                self.left_out.append((tuple(lefts), _UNMET))
        else:
            self.left_out.append((tuple(sorted({*lefts, *rights})), _UNTOLD))


def _distinct(made: Sequence[Positions | Sequence[tuple[int, int]]], count: int, apart: Positions) -> Positions:
    """Each unordered pair once, in order; without those that may not be compared."""
    pairs = np.concatenate([np.asarray(some, dtype=np.int64).reshape(-1, 2) for some in made])
    pairs = pairs[apart[pairs[:, 0]] != apart[pairs[:, 1]]]
    codes = np.unique(pairs[:, 0] * count + pairs[:, 1])
    left, right = codes // count, codes % count
    kept = (left < right) | ~np.isin(right * count + left, codes)
    return np.stack([left[kept], right[kept]], axis=1)


def _beside(
    claims: pd.DataFrame, met: Sequence[tuple[int, int]], lefts: Positions, rights: Positions, pairing: Pairing
) -> list[tuple[int, int]]:
    """Pairs, and beside each of them those of what stands in the same two sentences."""
    if not met:
        return []
    names = dict.fromkeys(("source", "field", "sentence_start", *pairing.same))
    place = list(zip(*(claims[name].tolist() for name in names), strict=True))
    there: list[defaultdict[Key, list[int]]] = [defaultdict(list), defaultdict(list)]
    for side, positions in zip(there, (lefts, rights), strict=True):
        for position in positions.tolist():
            side[place[position]].append(position)
    found = {*met}
    for a, b in frozenset(met):
        found.update((a, other) for other in there[1][place[b]][:_BESIDE])
        found.update((other, b) for other in there[0][place[a]][:_BESIDE])
    return [*found]


def _index(positions: Positions, keys: Mapping[int, Sequence[Key]]) -> dict[Key, list[int]]:
    """The positions that share each key."""
    index: defaultdict[Key, list[int]] = defaultdict(list)
    for position in positions.tolist():
        for key in keys[position]:
            index[key].append(position)
    return index


def _eligible(claims: pd.DataFrame, positions: Positions, pairing: Pairing, *, facts: bool = False) -> Positions:
    """Positions of claims of sources, or of facts, that know what must be equal, and their topic where it counts.

    What a source says twice in the same words is compared once.
    """
    known = np.array((claims["origin"].to_numpy()[positions] == REFERENCE) == facts, dtype=bool)
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
    scopes = list(zip(*columns, strict=True)) if columns else [()] * len(positions)
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
    share more than half of their stems. What is rare in a story need not be in the reference, which is of no story.
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
    rarest = (lambda some, *_: some) if pairing.within == "reference" else _rarest
    return [
        [f"{kind}:{key}" for key in (spellings.blocks(topic) if is_name else rarest(some, story, rarity))]
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
