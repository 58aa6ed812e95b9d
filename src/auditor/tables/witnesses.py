"""Which sources are one witness: near-identical texts come from one agency or one press release.

A text is a set of runs of words, of which a fixed share is looked at. Two texts that have half of these in common are
one witness. Texts are compared with the first of each witness only, by the runs that they share, so that the time grows
with the texts; they are taken in the order of their words, so that the names of sources do not matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from zlib import crc32

import numpy as np

from auditor.codes import runs
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
    stories: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        stories[source.story].append(source)
    found = {source.id: source.id for story in stories.values() for source in story}
    return found | dict(chain.from_iterable(_witnesses(story) for story in stories.values() if len(story) > 1))


def _witnesses(story: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Each source of a story, and the first one of the same witness.

    The witnesses that have a run are listed in one table for all runs, with room for as many as may be listed.
    """
    ordered = sorted(story, key=lambda source: (-len(source.text), source.text, source.id))
    told = [np.fromiter(_runs(source.text), dtype=np.int64) for source in ordered]
    _, which, times = np.unique(np.concatenate(told), return_inverse=True, return_counts=True)
    room = np.minimum(times, _CROWD)
    start, listed = np.cumsum(room) - room, np.zeros(len(room), dtype=np.int64)
    table = np.empty(room.sum(), dtype=np.int64)
    size = np.array([len(some) for some in told])
    for place, (source, all_runs) in enumerate(zip(ordered, np.split(which, np.cumsum(size)[:-1]), strict=True)):
        some = all_runs[times[all_runs] > 1]  # what nobody else has tells nothing
        shared = np.bincount(table[np.repeat(start[some], listed[some]) + runs(listed[some])])
        alike = shared / np.minimum(size[: len(shared)], size[place])
        if alike.max(initial=0) >= _COMMON:
            yield source.id, max(ordered[other].id for other in np.flatnonzero(alike == alike.max()).tolist())
            continue
        yield source.id, source.id
        free = some[listed[some] < _CROWD]
        table[start[free] + listed[free]] = place
        listed[free] += 1


def _runs(text: str) -> frozenset[int]:
    """The runs of words of a text that are looked at, as numbers; a very short text is one run."""
    words = _WORD.findall(text[:_LONGEST].casefold())
    runs = {_number(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}
    if len(runs) < _FEWEST:
        return frozenset([_number(words)])
    return frozenset(runs if len(runs) < _SHORT else (run for run in runs if run % _SHARE == 0))


def _number(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "replace"))
