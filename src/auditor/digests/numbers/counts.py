"""What sort of things a count is of: what is of one sort adds up, and may be one thing called by two names."""

from functools import cache
from typing import Protocol

from auditor.compare.around.retold import families
from auditor.compare.topics import stem_of
from auditor.digests.words import words
from auditor.extract.events.stages import is_anybody
from auditor.extract.quantity.quantity_words import table

_PEOPLE = "person"


class Count(Protocol):
    """A number of something; a claim is one, and an amount of a text."""

    @property
    def counted(self) -> str | None:
        """What it counts."""

    @property
    def measure(self) -> str | None:
        """What it measures, or what befell those that it counts."""


def is_of_people(one: Count) -> bool:
    """Whether people are counted, or something befell those that are."""
    return sort_of(one) == _PEOPLE


def sort_of(one: Count) -> str | None:
    """One name for all people, else the stem of what is counted; None where nothing tells that."""
    if one.counted is None:
        return _PEOPLE if tells_of_fate(one) else None
    head = one.counted.split()[-1]
    return _PEOPLE if head in words().persons or is_anybody(head) else stem_of(head)


def tells_of_fate(one: Count) -> bool:
    """Whether a count tells what befell those that it is of: how many were killed, or rescued."""
    return one.measure in _fates()


@cache
def _fates() -> frozenset[str]:
    return frozenset(table().states.values())


def are_alike(left: Count, right: Count) -> bool:
    """Whether two counts are of people, of one noun or of nouns for one another, or both of nothing told."""
    ours, theirs = sort_of(left), sort_of(right)
    return ours == theirs or not families(ours or "").isdisjoint(families(theirs or ""))


def may_be_alike(left: Count, right: Count) -> bool:
    """Likewise, or one of them is of nothing told."""
    return None in {sort_of(left), sort_of(right)} or are_alike(left, right)
