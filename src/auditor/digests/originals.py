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
_LONGER = 3
"""How many times as long as its digest an original is at least."""
_COVERED = 0.6
"""The least share of a digest's stems that its original has."""
_TELLING = 5
"""The fewest stems that tell what a text is about."""


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
            least = max(_LONG, _LONGER * len(source.text))
            originals = [other for other in sources if len(other.text) >= least]
            if originals and len(source.text) <= _SHORT and (original := _original(source, originals)):
                found[source.id] = original
    return found


def _original(source: Source, others: Iterable[Source]) -> str | None:
    """The source that has most of a short one's stems, if that is enough."""
    told = contexts.stems(source.text)
    if len(told) < _TELLING:
        return None
    share, original = max(
        ((len(told & contexts.stems(other.text)) / len(told), other.id) for other in others), key=lambda one: one[0]
    )
    return original if share >= _COVERED else None
