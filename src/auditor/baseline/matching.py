"""Which finding is which accepted one.

A finding is known by its rule and its slot in its story, and its state by the values that disagree. An edit may reword
what surrounds the values, move them to another source, or rename the story; what is then left over on both sides is
matched by what has stayed. Every accepted finding stands for one finding at most, so that one fixed and one added never
make a sum that looks the same; but for one that shares a claim with it, and has no other values: that is the dispute
that was accepted, which one more source has joined.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field

from auditor.model import Accepted, Extent, Finding
from auditor.states import state

Either = Finding | Accepted
Key = Callable[[Either], Hashable]
Alike = Callable[[Finding, Accepted], bool]


@dataclass(slots=True)
class Matched:
    """What became of findings and accepted ones.

    Attributes:
        known: Findings whose values are those that were accepted, by position, with what accepted them.
        changed: Findings that were accepted with other values, likewise.
        left: Accepted findings that are none of these.
    """

    known: dict[int, Accepted] = field(default_factory=dict)
    changed: dict[int, Accepted] = field(default_factory=dict)
    left: list[Accepted] = field(default_factory=list)


def match(findings: Sequence[Finding], accepted: Sequence[Accepted], gone: Collection[str] = ()) -> Matched:
    """Match findings with accepted ones, by what they share most first.

    Args:
        findings: All findings, in any order.
        accepted: All accepted findings.
        gone: The stories of accepted findings that are no more, such as those whose folder was renamed.
    """
    matching = _Matching(findings, accepted)
    known, changed = matching.known, matching.changed
    matching.by(known, lambda one: (one.rule, one.story, one.slot, one.values, one.source))
    matching.by(known, lambda one: (one.rule, one.story, one.slot, one.values))
    matching.by(known, lambda one: (one.rule, one.story, one.slot), _partly_settled)
    matching.by(known, lambda one: (one.rule, one.story, one.values), _reworded)
    matching.by(known, lambda one: (one.story, one.values), _moved)
    matching.by(known, lambda one: (one.rule, one.slot, one.values), lambda _, old: old.story in gone)
    matching.by(known, lambda one: (one.rule, one.story), _borne_out)
    matching.join()
    matching.by(changed, lambda one: (one.rule, one.story, one.slot), lambda new, old: new.source == old.source)
    matching.by(changed, lambda one: (one.rule, one.story), _revised)
    return Matched(known, changed, [accepted[place] for place in sorted(matching.free)])


class _Matching:
    """Findings and accepted ones on their way to each other.

    Attributes:
        open: Positions of findings that nothing has been found for yet, in order.
        free: Positions of accepted ones likewise.
    """

    def __init__(self, findings: Sequence[Finding], accepted: Sequence[Accepted]) -> None:
        self._findings, self._accepted = findings, accepted
        self.known: dict[int, Accepted] = {}
        self.changed: dict[int, Accepted] = {}
        self.open = dict.fromkeys(range(len(findings)))
        self.free = dict.fromkeys(range(len(accepted)))

    def by(self, found: dict[int, Accepted], key: Key, alike: Alike = lambda _new, _old: True) -> None:
        """Match those of equal keys that are alike, each once, and note them as found."""
        old: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place in self.free:
            old[key(self._accepted[place])].append(place)
        for new in [*self.open] if old else ():
            finding = self._findings[new]
            same = old.get(key(finding), [])
            fit = next((place for place in same if alike(finding, self._accepted[place])), None)
            if fit is not None:
                same.remove(fit)
                del self.open[new], self.free[fit]
                found[new] = self._accepted[fit]

    def join(self) -> None:
        """Note findings as known that are about a known one's claim and about none but its accepted values."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for place in self.known:
            for claim in self._findings[place].claims:
                holders[claim.id].append(place)
        for new in [*self.open] if holders else ():
            finding = self._findings[new]
            known = (self.known[place] for claim in finding.claims for place in holders.get(claim.id, ()))
            fit = next((old for old in known if finding.values and set(finding.values) <= set(old.values)), None)
            if fit is not None:
                del self.open[new]
                self.known[new] = fit


def _partly_settled(new: Finding, old: Accepted) -> bool:
    """Some of the values are gone, the others still disagree, and none is new."""
    return bool(new.values) and set(new.values) < set(old.values)


def _reworded(new: Finding, old: Accepted) -> bool:
    """The same values, in a text or under a heading that was reworded."""
    if new.source is not None and new.source == old.source:
        return True
    return bool(new.values) and alike(new.slot, old.slot)


def _borne_out(new: Finding, old: Accepted) -> bool:
    """All the accepted values, and others that fit one of them, such as 19.2 million where one was 19 million."""
    if not set(old.values) < set(new.values) or not alike(new.slot, old.slot):
        return False
    values = {claim.id: state([claim])[0] for claim in new.claims}
    extents = [(values.get(extent.claim), extent) for extent in new.compared]
    accepted = [extent for value, extent in extents if value in old.values]
    fitting = {value for value, extent in extents if any(_meet(extent, known) for known in accepted)}
    return set(new.values) <= {*old.values, *fitting}


def _meet(left: Extent, right: Extent) -> bool:
    """Whether two extents have more than an end in common, or are one and the same point."""
    low, high = max(left.low, right.low), min(left.high, right.high)
    return left.axis == right.axis and (low < high or left[2:4] == right[2:4])


def _moved(new: Finding, old: Accepted) -> bool:
    """The same values, told by another rule: two sources say now what two parts of one source said before."""
    return len(new.values) > 1 and alike(new.slot, old.slot)


def _revised(new: Finding, old: Accepted) -> bool:
    """A text was reworded and one of its values changed, or a source with a third value has joined."""
    return new.source == old.source and not set(new.values).isdisjoint(old.values) and alike(new.slot, old.slot)


def alike(left: str, right: str) -> bool:
    """Whether two slots are on one axis and the one with fewer words shares more than half of them."""
    kinds, words = zip(_parts(left), _parts(right), strict=True)
    fewest = min(map(len, words))
    return kinds[0] == kinds[1] and (2 * len(words[0] & words[1]) > fewest or left == right)


def _parts(slot: str) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of a slot, and the words that tell what it is about."""
    parts = [part.partition(": ") for part in slot.split(" / ")]
    return frozenset(part[0] for part in parts), frozenset(word for part in parts for word in part[2].split())
