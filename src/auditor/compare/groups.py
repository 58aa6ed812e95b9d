"""Things that hang together, directly or through others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence


def groups(count: int, ties: Iterable[Sequence[int]]) -> list[list[int]]:
    """The connected components of the numbers below a count, each ascending, in order of their first.

    >>> groups(5, [(0, 3), (3, 4)])
    [[0, 3, 4], [1], [2]]
    """
    parent = list(range(count))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for tied in ties:
        for other in tied[1:]:
            low, high = sorted((root(tied[0]), root(other)))
            parent[high] = low
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(count):
        found[root(place)].append(place)
    return list(found.values())
