"""The event that a date is the day of: the past verb that it stands right behind, as in "opened in 1903"."""

import re

from auditor.extract.speech.verbs import finite, no_events, speech

_BEHIND = re.compile(
    r"\b([a-z]+)(?:\s+(?:back|again|there|here|off|out|over|up|down)){0,2}"
    r"(?:\s+(?:in|on|at|during)(?:\s+the)?)?(?:\s+(?:early|late|mid))?\s*$"
)


def happening(before: str) -> str | None:
    """The verb that a date right behind these words is the date of; not one of speech, which may be of any day.

    >>> happening("The museum, which opened in "), happening("He said on "), happening("It was ")
    ('opened', None, None)
    """
    found = _BEHIND.search(before)
    if found is None or found[1] in speech().finite or found[1] in no_events():
        return None
    return found[1] if found[1].endswith("ed") or found[1] in finite().past else None
