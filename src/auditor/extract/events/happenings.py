"""What a date is the day of: the past verb that it stands behind, as in "opened in 1903", or that somebody spoke."""

import re

from auditor.extract.speech.verbs import finite, is_passive, no_events, speech
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


_FORM = re.compile(r"(?<![\w’'-])[a-z]+(?![\w-])")
_TO_DAY = pattern("events", "said_to_day")
_OPENS = pattern("events", "day_opens")
_REST = re.compile(r"[^;:.“”\"]*")


def is_of_speech(before: str, after: str) -> bool:
    """Whether a date is the day on which somebody spoke, and not that of what was said.

    >>> is_of_speech("The fire was out, police said late on ", "."), is_of_speech("On ", ", police said it was out.")
    (True, True)
    >>> is_of_speech("Police said the fire broke out on ", "."), is_of_speech("The fire on ", ", police said, ")
    (False, False)
    """
    verb, precedes = _verb_of_day(before, after)
    if verb is None or not precedes:
        return verb is not None and verb[0] in speech().plain
    told = _TO_DAY.match(before, verb.end()) if verb[0] in speech().plain else None
    is_active = not is_passive(before, verb.start(), verb[0])
    return told is not None and is_active and (not told["hearer"] or verb[0] in speech().addressing)


def deed_of_day(before: str, after: str) -> str | None:
    """The verb of the clause in which a day stands; not one of speech, since people speak every day.

    >>> deed_of_day("The mill was shut on ", " by the town."), deed_of_day("On ", ", the town shut the mill.")
    ('shut', 'shut')
    """
    verb, _ = _verb_of_day(before, after)
    return None if verb is None or verb[0] in speech().finite else verb[0]


def _verb_of_day(before: str, after: str) -> tuple[re.Match[str] | None, bool]:
    """The finite verb that a day goes with, and whether it precedes the day."""
    clause = _CLAUSE.search(before)
    start = clause.start() if clause else 0
    preceding = (verb for verb in reversed([*_FORM.finditer(before, start)]) if _is_verb(verb[0]))
    verb = next(preceding, None)
    if verb is not None:
        return verb, True
    if after.startswith(",") and not _OPENS.fullmatch(before, start):
        return None, False
    rest = _REST.match(after)
    return next((verb for verb in _FORM.finditer(rest[0] if rest else "") if _is_verb(verb[0])), None), False


def _is_verb(word: str) -> bool:
    """Whether a word is a finite verb, by all that one word tells."""
    return word in speech().finite or word in finite().past or _is_deed(word)
