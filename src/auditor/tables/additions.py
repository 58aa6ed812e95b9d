"""Figures that come on top of others: they are no totals, and differ from a total without contradicting it."""

import re

from auditor.language import Table, load

_LAST = re.compile(r"([^\W\d_]+)$")
_FIRST = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")


class Additions(Table):
    """How a text says that a figure is added to others.

    Attributes:
        before: Words right before such a figure.
        after: Words right behind one.
        compared: What stands behind those of a figure that is compared instead: "four more than".
    """

    before: frozenset[str]
    after: frozenset[str]
    compared: frozenset[str]


def is_additional(before: str | None, after: str | None) -> bool:
    """Whether a figure between some words comes on top of others, or is of others.

    >>> is_additional("The storm killed another ", " people"), is_additional("Now ", " more people are missing")
    (True, True)
    >>> is_additional("There were ", " more than last year"), is_additional("In all ", " people")
    (False, False)
    """
    words = load("additions", Additions)
    last, first = _LAST.search((before or "").rstrip().rpartition(" ")[2]), _FIRST.match(after or "")
    if last is not None and last[1].lower() in words.before:
        return True
    return first is not None and first[1].lower() in words.after and (first[2] or "").lower() not in words.compared
