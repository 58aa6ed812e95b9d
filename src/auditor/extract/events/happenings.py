"""The event that a date is the day of: the past verb that it stands behind, as in "opened in 1903"."""

import re

from auditor.extract.speech.verbs import finite, no_events, speech
from auditor.language.endings import ENDINGS
from auditor.language.phrases import pattern

_BEHIND = pattern("events", "behind")


def happening(before: str) -> str | None:
    """The verb that a date right behind these words is the date of; not one of speech, which may be of any day.

    >>> happening("The museum, which opened in "), happening("He said on "), happening("It was ")
    ('opened', None, None)
    """
    found = _BEHIND.search(before)
    if found is None or found[1] in speech().finite or found[1] in no_events():
        return None
    return found[1] if found[1].endswith(ENDINGS.past) or found[1] in finite().past else None


_CLAUSE = re.compile(r"[^,;:.()]*$")
_YEAR_OF = pattern("events", "year_of")
_WORD = re.compile(r"[a-z]+")
_FAR = 9
"""How many words before a year its verb stands, at most."""


def deed(before: str) -> str | None:
    """The past verb of the clause that a year ends.

    >>> deed("The fund bought the bakery in "), deed("It said on Monday that since "), deed("Prices of ")
    ('bought', None, None)
    """
    clause = _CLAUSE.search(before)
    if clause is None or not _YEAR_OF.search(before):
        return None
    words = _WORD.findall(clause[0])[-_FAR:]
    return next((word for word in reversed(words) if _is_deed(word)), None)


def _is_deed(word: str) -> bool:
    """Whether a word is the past, or the past participle, of a verb of events."""
    if word in speech().finite or word in no_events():
        return False
    return word in finite().past or (word.endswith(ENDINGS.past) and len(word) > len("need"))
