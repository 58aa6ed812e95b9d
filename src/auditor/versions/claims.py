"""Which claim of one version of a source is which of the other, and what became of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz

from auditor.extract.events.stages import names_nothing
from auditor.model import Claim, Source, SourceInfo, Stage
from auditor.states import value
from auditor.tables.corrections import is_notice
from auditor.versions.model import Change

_SAME_VALUE, _OTHER_VALUE = 40.0, 60.0
"""How alike the sentences of two claims must be, 0 to 100, to be about one thing: with one value, and with two."""

_KINDS = frozenset({"quantity", "date", "duration", "role", "quotation", "status"})
_MEASURED = frozenset({"quantity", "date", "duration"})
"""Kinds whose words are a value among others, so that the rest of the sentence tells what it is about."""

Place = tuple[int, int]


class Told:
    """A claim with the words around it."""

    def __init__(self, claim: Claim, source: Source) -> None:
        """Take the words from the source."""
        start, end = claim.sentence or (claim.start, claim.end)
        text = getattr(source, claim.field) or ""
        self.claim = claim
        self.sentence = " ".join(text[start:end].split())
        rest = f"{text[start : claim.start]} {text[claim.end : end]}" if claim.kind in _MEASURED else self.sentence
        self.around = " ".join(rest.casefold().split())
        self.value = value(claim)
        self.axis = (claim.kind, claim.unit or claim.dimension, claim.clue, claim.field)

    @property
    def key(self) -> tuple[object, ...]:
        """What claims share that stand in both versions as they are."""
        return self.axis, self.sentence, self.value, self.claim.text


def changes(old: SourceInfo, new: SourceInfo) -> tuple[Change, ...]:
    """What became of the claims of a source; rewording the sentence around a value is no change."""
    left, right = told(old), told(new)
    left, right = _without(left, right), _without(right, left)
    _take(left, right, lambda a, b: a.axis == b.axis and a.value == b.value, _SAME_VALUE)
    revised = _take(left, right, lambda a, b: a.axis == b.axis, _OTHER_VALUE)
    found = [Change("changed", a.claim, b.claim) for a, b in revised]
    found += [Change("removed", a.claim, None) for a in left]
    found += [Change("added", None, b.claim) for b in right]
    return tuple(found)


def told(info: SourceInfo) -> list[Told]:
    """The claims that can change; an update's day, or a notice with the words it corrects, only says that some did."""
    found = [Told(claim, info.source) for claim in info.claims if claim.kind in _KINDS and claim.clue != "updated"]
    return [one for one in found if not is_notice(one.sentence) and not _is_counted(one.claim)]


def _is_counted(claim: Claim) -> bool:
    """Whether a claim tells what came to so many things: their number is a claim of its own."""
    return isinstance(claim.value, Stage) and names_nothing(claim.value.thing)


def _without(some: Sequence[Told], others: Sequence[Told]) -> list[Told]:
    """Claims but for those that the others have as they are, each as often as they have it."""
    known = Counter(one.key for one in others)
    seen: Counter[tuple[object, ...]] = Counter()
    left = []
    for one in some:
        seen[one.key] += 1
        if seen[one.key] > known[one.key]:
            left.append(one)
    return left


def _take(
    left: list[Told], right: list[Told], fits: Callable[[Told, Told], bool], least: float
) -> list[tuple[Told, Told]]:
    """Take claims that fit each other out of both lists, those in the most alike sentences first."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, (a, b) in sorted(_scores(left, right, fits, least)):
        if a not in pairs and b not in used:
            pairs[a] = b
            used.add(b)
    found = [(left[a], right[b]) for a, b in sorted(pairs.items())]
    left[:] = [one for place, one in enumerate(left) if place not in pairs]
    right[:] = [one for place, one in enumerate(right) if place not in used]
    return found


def _scores(
    left: Sequence[Told], right: Sequence[Told], fits: Callable[[Told, Told], bool], least: float
) -> Iterator[tuple[float, Place]]:
    """How unlike the sentences of claims are that fit, where they are alike enough, with the places of the claims."""
    by_axis: defaultdict[object, list[int]] = defaultdict(list)
    for place, one in enumerate(right):
        by_axis[one.axis].append(place)
    for a, old in enumerate(left):
        for b in by_axis[old.axis]:
            score = _likeness(old.around, right[b].around)
            if score >= least and fits(old, right[b]):
                yield -score, (a, b)


def _likeness(left: str, right: str) -> float:
    """How alike what stands around two values is: the words that both have, and the words in all."""
    if left == right:
        return 100.0
    return (fuzz.token_set_ratio(left, right) + fuzz.token_sort_ratio(left, right)) / 2
