"""Short texts that retell a longer one, and whether their figures are borne out by it.

A headline is a digest of its article; a short source nearly all of whose words stand in a long one of the same story
is a digest of that. A figure of a digest that its original does not state is unsupported, whatever else it says.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from auditor.compare import contexts
from auditor.model import Source, SourceInfo

_SHORT = 1500
"""Characters of the longest text that counts as a digest."""
_LONG = 400
"""Characters of the shortest text that counts as an original."""
_LONGER = 1.5
"""How many times as long as its digest an original is at least, where a story is nothing but the two."""
_COVERED = 0.6
"""The least share of a digest's stems that its original has."""
_ALONE = 0.4
"""Likewise where a story is nothing but a text and a sentence or two about it."""
_MUCH_LONGER = 3
"""How many times as long as a short digest its original is."""
_TELLING = 5
"""The fewest stems that tell what a text is about."""
_MANY = 15
"""So many stems in common are no chance, even if the original is not much longer."""


def digests(infos: Sequence[SourceInfo]) -> dict[str, str]:
    """Find which sources are digests, and of which source of their story, by id.

    Of several originals the one that covers most is taken, of equals the first.
    """
    by_story: defaultdict[str, list[Source]] = defaultdict(list)
    for info in infos:
        by_story[info.source.story].append(info.source)
    found: dict[str, str] = {}
    for sources in by_story.values():
        for source in sources:
            alone = len(sources) == 2  # noqa: PLR2004 - a text, and one about it; among more, many share their words
            longer = _LONGER if alone else _MUCH_LONGER
            originals = [other for other in sources if len(other.text) >= max(_LONG, longer * len(source.text))]
            if originals and len(source.text) <= _SHORT:
                least = _ALONE if alone else _COVERED
                original = _original(source, originals, least)
                found |= {source.id: original} if original else {}
    return found


def _original(source: Source, others: Iterable[Source], least: float) -> str | None:
    """The source that has most of a short one's stems, if that is enough."""
    told = contexts.stems(source.text)
    shared, original = max(
        ((len(told & contexts.stems(other.text)), other) for other in others), key=lambda one: one[0]
    )
    much_longer = len(original.text) >= _MUCH_LONGER * len(source.text)
    enough = len(told) >= _TELLING and shared >= (least if much_longer else _COVERED) * len(told)
    return original.id if enough and (much_longer or shared >= _MANY) else None
