"""Which sources are one witness: near-identical texts come from one agency or one press release.

A text is a set of runs of words, of which a fixed share is looked at. Two texts that have half of these in common are
one witness. Texts are compared with the first of each witness only, by the runs that they share, so that the time grows
with the texts; they are taken in the order of their words, so that the names of sources do not matter.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from zlib import crc32

from auditor.model import Source

_RUN = 5
"""How many words a run has."""
_SHARE = 8
"""Of a long text every so manieth run is looked at."""
_SHORT = 400
"""A text of fewer runs is looked at as a whole."""
_FEWEST = 8
"""A text of fewer runs is one witness with equal ones only."""
_COMMON = 0.5
"""The least share of the runs of the shorter text that two texts of one witness have in common."""
_CROWD = 64
"""A run that so many witnesses have tells nothing."""
_LONGEST = 50_000
"""How many characters of a text are looked at."""

_WORD = re.compile(r"\w+")


def witnesses(sources: Iterable[Source]) -> dict[str, str]:
    """For each source, by id, the first source of the same witness and story."""
    holders: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    found: dict[str, str] = {}
    for source in sorted(sources, key=lambda source: (-len(source.text), source.text, source.id)):
        runs = _runs(source.text)
        shared = Counter(chain.from_iterable(holders[source.story, run] for run in runs))
        first = max(shared, key=lambda one: (shared[one] / min(len(runs), sizes[one]), one), default=None)
        if first is not None and shared[first] >= _COMMON * min(len(runs), sizes[first]):
            found[source.id] = first
            continue
        found[source.id], sizes[source.id] = source.id, max(len(runs), 1)
        for run in runs:
            if len(holders[source.story, run]) < _CROWD:
                holders[source.story, run].append(source.id)
    return found


def _runs(text: str) -> frozenset[int]:
    """The runs of words of a text that are looked at, as numbers; a very short text is one run."""
    words = _WORD.findall(text[:_LONGEST].casefold())
    runs = {_number(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}
    if len(runs) < _FEWEST:
        return frozenset([_number(words)])
    return frozenset(runs if len(runs) < _SHORT else (run for run in runs if run % _SHARE == 0))


def _number(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "replace"))
