"""Which source of one version is which of the other."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from auditor.model import SourceInfo

_LEAST = 60.0
"""How alike two texts must be to be one source under two names, 0 to 100."""
_COMPARED = 20_000
"""So many characters of a text decide."""

Pair = tuple[SourceInfo | None, SourceInfo | None]


def paired(old: Sequence[SourceInfo], new: Sequence[SourceInfo]) -> list[Pair]:
    """Pair sources: by story and id, by id, and renamed ones by their texts; one alone on each side is one source."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    pairs: list[Pair] = []
    left, right = list(old), list(new)
    for key in (lambda info: (info.source.story, info.source.id), lambda info: info.source.id):
        known = {key(info): info for info in right}
        for info in [info for info in left if key(info) in known]:
            after = known.pop(key(info), None)
            if after is not None:
                pairs.append((info, after))
                left.remove(info)
                right.remove(after)
    pairs += _renamed(left, right)
    pairs += [(info, None) for info in left] + [(None, info) for info in right]
    return sorted(pairs, key=_place)


def _renamed(left: list[SourceInfo], right: list[SourceInfo]) -> Iterable[Pair]:
    """Sources under another name, taken out of both lists: each old one with the new text most like its own."""
    found: list[Pair] = []
    for info in [*left]:
        texts = [other.source.text[:_COMPARED] for other in right]
        best = process.extractOne(info.source.text[:_COMPARED], texts, scorer=fuzz.ratio, score_cutoff=_LEAST)
        if best is not None:
            found.append((info, right.pop(best[2])))
            left.remove(info)
    return found


def _place(pair: Pair) -> tuple[str, str]:
    info = pair[1] or pair[0]
    return (info.source.story, info.source.id) if info else ("", "")
