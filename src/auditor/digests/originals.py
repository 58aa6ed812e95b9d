"""Which source is a digest of which: a short one nearly all of whose words stand in a long one of the same story.

Two reports of one event, by two agencies or on two days, share many words too; so what is an article by itself must be
cut from the long one word for word, and nothing retells what appeared later.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from auditor.codes import Numbers
from auditor.compare.around import contexts
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
_ARTICLE = 600
"""Characters of the shortest text that may be an article by itself without a headline."""
_CUT = 0.85
"""The least share of an article's stems in a longer one that it was cut from: two reports of one event share less."""
_MUCH_LONGER = 3
"""How many times as long as a short digest its original is."""
_TELLING = 5
"""The fewest stems that tell what a text is about."""
_MANY = 15
"""So many stems in common are no chance, even if the original is not much longer."""
_NAMED = 0.5
"""The least share of a digest's names that its original has among more than two: texts of one trade share the rest."""


def digests(infos: Sequence[SourceInfo]) -> dict[str, str]:
    """Find which sources are digests, and of which source of their story, by id."""
    by_story: defaultdict[str, list[SourceInfo]] = defaultdict(list)
    for info in infos:
        by_story[info.source.story].append(info)
    return {digest: original for told in by_story.values() for digest, original in _digests(told)}


def _digests(infos: Sequence[SourceInfo]) -> Iterator[tuple[str, str]]:
    """The digests of one story, each with its original.

    Of several originals the one that covers most is taken, of equals the first.
    """
    sources = [info.source for info in infos]
    alone = len(sources) == 2  # noqa: PLR2004 - a text, and one about it; among more, many share their words
    longer, least = (_LONGER, _ALONE) if alone else (_MUCH_LONGER, _COVERED)
    by_length = sorted(range(len(sources)), key=lambda place: -len(sources[place].text))
    lengths = [-len(sources[place].text) for place in by_length]
    reach = [bisect_right(lengths, -max(_LONG, longer * len(source.text))) for source in sources]
    short = [place for place, source in enumerate(sources) if reach[place] and len(source.text) <= _SHORT]
    holders = _holders(sources[place] for place in by_length[: max((reach[place] for place in short), default=0)])
    for place in short:
        told = contexts.stems(sources[place].text)
        found = [_NOBODY, *(holders[stem] for stem in told if stem in holders)]
        shared = np.bincount(np.concatenate(found), minlength=len(sources))[: reach[place]]
        most = int(shared.max())
        original = infos[min(by_length[rank] for rank in np.flatnonzero(shared == most).tolist())]
        is_original = _is_original(original, infos[place], most, len(told), least)
        if is_original and (alone or _names(infos[place], original.source)):
            yield sources[place].id, original.source.id


_NOBODY: Numbers = np.empty(0, dtype=np.int64)


def _holders(sources: Iterable[Source]) -> dict[str, Numbers]:
    """For each stem the sources that have it, by their places."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, source in enumerate(sources):
        for stem in contexts.stems(source.text):
            found[stem].append(place)
    return {stem: np.array(places, dtype=np.int64) for stem, places in found.items()}


def _is_original(original: SourceInfo, info: SourceInfo, shared: int, told: int, least: float) -> bool:
    """Whether a text has enough of a short one's stems, and did not appear after it."""
    if original.published and info.published and original.published > info.published:
        return False
    much_longer = len(original.source.text) >= _MUCH_LONGER * len(info.source.text)
    needed = _CUT if _is_article(info.source) else least if much_longer else _COVERED
    return told >= _TELLING and shared >= needed * told and (much_longer or shared >= _MANY)


def _is_article(source: Source) -> bool:
    """Whether a text is one by itself, and not a summary or a caption of another."""
    return source.title is not None or len(source.text) >= _ARTICLE


def _names(info: SourceInfo, original: Source) -> bool:
    """Whether a text has half the names of a short one, or that has none."""
    named = {claim.text for claim in info.claims if claim.kind == "name" and claim.field == "text"}
    known = contexts.stems(original.text)
    return sum(contexts.stems(name) <= known for name in named) >= _NAMED * len(named)
