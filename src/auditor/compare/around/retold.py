"""How far what stands around two claims is the same told twice, by outlets that use their own words.

What two retellings share are names and a few telling words, and a word tells the more the fewer sentences of its source
have it: "bishop" that stands in one sentence of each says more than "museum" that stands everywhere. Where the one has
a word and the other a relative of it ("blaze", "fire"), that counts too, but less. Where a word of the one stands
against one of the other (net, gross), nothing does.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from functools import cache, cached_property

import pandas as pd

from auditor.codes import Floats, Numbers
from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.compare.around.sights import Sights
from auditor.language import Table, load

_REACH = 8
"""How many telling words on each side of what is no figure are near it."""
_RELATIVE = 0.7
"""What a relative counts, where the word itself counts 1."""
_LEAST = 8
"""A source is taken to have so many sentences at least."""
_RARE = 0.4
"""From what weight on a word brings two claims together."""

Told = tuple[tuple[str, float], ...]
"""The stems near a claim, each with how much it tells in its source, 0 to 1."""


class Relatives(Table):
    """Lists of words that two outlets use for one thing."""

    relatives: tuple[tuple[str, ...], ...]


@cache
def _families() -> dict[str, frozenset[int]]:
    """For each stem the numbers of the lists that it stands in."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(load("relatives", Relatives).relatives):
        for word in words:
            found[topics.stem_of(word)].add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


def families(stem: str) -> frozenset[int]:
    """The numbers of the lists of relatives that a stem stands in."""
    return _families().get(stem, frozenset())


def in_common(left: Collection[str], right: Collection[str]) -> int:
    """How many stems two sets of them share, a relative of a stem counted where the stem is not shared."""
    both = {*left} & {*right}
    done = frozenset().union(*map(families, both))
    ours, theirs = ({number for stem in some for number in families(stem)} - done for some in (left, right))
    return len(both) + len(ours & theirs)


class Retold:
    """What stands near the claims of a table, weighed by how rare it is in their sources."""

    def __init__(self, claims: pd.DataFrame) -> None:
        """Begin with nothing looked at."""
        self._claims = claims
        self._told: Sights[Told] = Sights(len(claims), self._near, _shared, ("retold",))

    def scores(self, left: Numbers, right: Numbers) -> dict[str, Floats]:
        """How much each pair shares; NaN where there is no right claim.

        Returns:
            ``retold``: the weights of the words near both, added up.
        """
        return self._told.scores(left, right)

    def keys(self, positions: Numbers) -> list[tuple[str, ...]]:
        """For each of some claims the words of which two share one at least if they share anything rare."""
        return [tuple(sorted(_keys(told))) for told in self._told.at(positions)]

    def _near(self, positions: Numbers) -> Iterator[Told]:
        columns = (
            self._claims[name].to_numpy()[positions].tolist()
            for name in ("source", "near_words", "sentence", "sentence_start", "start", "end")
        )
        for source, near, sentence, offset, start, end in zip(*columns, strict=True):
            stems = near.split() if near else _around(sentence or "", start - offset, end - offset)
            yield tuple((stem, self._weight(source, stem)) for stem in sorted(stems))

    def _weight(self, source: str, stem: str) -> float:
        """How much a stem tells in a source: 1 if one sentence has it, 0 if all have."""
        count, sentences = self._count[source, stem], max(self._sentences[source], _LEAST)
        return round(max(0.0, 1 - math.log(max(count, 1)) / math.log(sentences)), 2)

    @cached_property
    def _count(self) -> Counter[tuple[str, str]]:
        """How many sentences of a source with claims have a stem."""
        return Counter((source, stem) for source, sentence in self._written for stem in contexts.stems(sentence))

    @cached_property
    def _sentences(self) -> Counter[str]:
        return Counter(source for source, _ in self._written)

    @cached_property
    def _written(self) -> list[tuple[str, str]]:
        """The sentences with claims, each once in its source."""
        columns = (self._claims[name].tolist() for name in ("source", "sentence"))
        return [(source, sentence) for source, sentence in dict.fromkeys(zip(*columns, strict=True)) if sentence]


def _around(sentence: str, start: int, end: int) -> set[str]:
    """The telling words near what is no figure."""
    around = contexts.context(sentence, start, end)
    inside = contexts.stems(sentence[start:end].rpartition(" ")[0])
    return {*around.before[:_REACH], *inside, *around.after[:_REACH]} - topics.everywhere()


def _keys(told: Told) -> Iterator[str]:
    for stem, weight in told:
        if weight >= _RARE:
            yield stem
            yield from map(str, families(stem))


def _shared(left: Told, right: Told) -> tuple[float]:
    ours, theirs = dict(left), dict(right)
    if topics.contrast(tuple(ours), tuple(theirs)):
        return (0.0,)
    both = ours.keys() & theirs.keys()
    score = sum(min(ours[stem], theirs[stem]) for stem in both)
    told = frozenset().union(*map(families, both))
    related, other = (_related(some, both, told) for some in (ours, theirs))
    return (score + _RELATIVE * sum(min(related[one], other[one]) for one in related.keys() & other.keys()),)


def _related(told: dict[str, float], both: set[str], done: frozenset[int]) -> dict[int, float]:
    """The lists of relatives of the words that only one of two claims has, each with its greatest weight."""
    found: dict[int, float] = {}
    for stem, weight in told.items():
        if stem not in both:
            for number in families(stem) - done:
                found[number] = max(found.get(number, 0.0), weight)
    return found
