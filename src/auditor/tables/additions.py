"""Figures that come on top of others: they are no totals, and differ from a total without contradicting it."""

import re

from auditor.language.phrases import word_set

_LAST = re.compile(r"([^\W\d_]+)$")
_FIRST = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_BEFORE = word_set("mentions", "added_before")
_BEHIND = word_set("mentions", "added_behind")
_COMPARED = word_set("mentions", "compared_behind")


def is_additional(before: str | None, after: str | None) -> bool:
    """Whether a figure between some words comes on top of others, or is of others.

    >>> is_additional("The storm killed another ", " people"), is_additional("Now ", " more people are missing")
    (True, True)
    >>> is_additional("There were ", " more than last year"), is_additional("In all ", " people")
    (False, False)
    """
    last, first = _LAST.search((before or "").rstrip().rpartition(" ")[2]), _FIRST.match(after or "")
    if last is not None and last[1].lower() in _BEFORE:
        return True
    return first is not None and first[1].lower() in _BEHIND and (first[2] or "").lower() not in _COMPARED
