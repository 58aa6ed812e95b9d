"""Words of two texts that say the contrary of one thing: for the defence, for the prosecution; surplus, deficit.

Contrary words stand everywhere; two of them count where the same telling words stand near both, and near no word of
the other side in either text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.compare.around.retold import in_common
from auditor.disputes.predicates import facing, is_open
from auditor.extract.sentence.sentences import sentences
from auditor.language import Table, WordList, load
from auditor.language.phrases import any_of

_REACH = 90
"""How many characters on each side of a word are near it, in its sentence."""
_LEAST = 2
"""How many telling words, or relatives of them, must stand near both."""
_MOST = 100
"""With how many words of its contrast behind it a word is compared, in a story of very many."""


class Contraries(Table):
    """Contrary words: by the name of a contrast its sides, each with its words."""

    contraries: dict[str, dict[str, WordList]]


class Side(NamedTuple):
    """A word that takes one side of a contrast.

    Attributes:
        start: Where it begins in its text.
        end: Where it ends.
        told: The name of the contrast.
        doer: The side.
        stems: The telling stems near it.
    """

    start: int
    end: int
    told: str
    doer: str
    stems: frozenset[str]


def contrary(texts: Sequence[str]) -> Iterator[tuple[tuple[int, Side], tuple[int, Side]]]:
    """The words of some texts that say the contrary of one thing, each with the number of its text."""
    found: defaultdict[str, list[tuple[int, Side]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for side in _own(list(sides(text))):
            found[side.told].append((number, side))
    for told in found.values():
        for one, other in facing(told, _MOST):
            if one[1].doer != other[1].doer and in_common(one[1].stems, other[1].stems) >= _LEAST:
                yield one, other


def _own(told: Sequence[Side]) -> Iterator[Side]:
    """The words of one text that take a side, without the stems that stand near a word of the other side as well."""
    near: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in told:
        near[one.told][one.doer] |= one.stems
    for one in told:
        others = [stems for side, stems in near[one.told].items() if side != one.doer]
        yield one._replace(stems=one.stems.difference(*others))


def sides(text: str) -> Iterator[Side]:
    """The words of a text that take a side."""
    spans = sentences(text)
    for match in _pattern().finditer(text):
        index = spans.last(match.start())
        if index < 0 or match.end() > spans.ends[index]:
            continue
        if is_open(text, spans[index], match.start()):
            continue
        start, end = spans[index]
        near = text[max(start, match.start() - _REACH) : min(end, match.end() + _REACH)]
        stems = contexts.stems(near) - topics.everywhere() - contexts.stems(match[0])
        for told, side in _sides()[match[0].lower()]:
            yield Side(*match.span(), told, side, stems)


@cache
def _sides() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each word the contrasts and the sides that it takes."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for told, by_side in load("contraries", Contraries).contraries.items():
        for side, words in by_side.items():
            for word in words:
                found[word].append((told, side))
    return {word: tuple(taken) for word, taken in found.items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(map(re.escape, _sides()))})(?![\w-])", re.IGNORECASE)
