"""Extracts quantities: numbers with what they count or measure, how exactly, and in which direction."""

import re

from auditor.extract.document import Document
from auditor.extract.events.stages import is_anybody
from auditor.extract.quantity.ages import OLD, age
from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.amounts import amounts
from auditor.extract.quantity.counted import counted_of, counted_phrase, is_plural, is_stop, singular
from auditor.extract.quantity.ellipsis import complete
from auditor.extract.quantity.intervals import interval, spread
from auditor.extract.quantity.joining import joined
from auditor.extract.quantity.measures import counted_before, measure_after, measure_before, state
from auditor.extract.quantity.neighbours import settle
from auditor.extract.quantity.per import per
from auditor.extract.quantity.quantity_words import table
from auditor.extract.quantity.shields import tied_to_kin
from auditor.extract.quantity.surroundings import Surroundings, right_words, surroundings
from auditor.extract.quantity.units import COUNT, Unit, units
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Claim, Interval

_DONE_TO = pattern("quantities", "done_to")
_KIN_OF, _SAYING = pattern("quantities", "kin_of"), pattern("quantities", "saying")
"""What a number is said to be of without being counted: "a 40,000-strong crowd"."""
_PEOPLE = "person"
"""Who is counted when a text counts the dead, the injured, the missing."""
_LEAD = 120
_STRETCHES = frozenset({"year", "month", "week", "day"})
_JAILED, _GIVEN = pattern("quantities", "jailed"), pattern("quantities", "given")
_OF_COURT = pattern("quantities", "in_prison"), pattern("quantities", "at_court")
(_TERM,) = word_set("quantities", "term")
(_TURNOUT,) = word_set("quantities", "turnout")
_TURNED_OUT = pattern("quantities", "turned_out")
_FORESEEN = pattern("quantities", "foreseen")
_SIZES = word_set("quantities", "sizes")
_OF = FUNCTION_WORDS.single["of"]


def quantities(document: Document) -> list[Claim]:
    """All quantities of a document in order; numbers in its reserved spans are none."""
    text = document.text
    found = joined(text, amounts(text, document.triggers, document.reserved))
    claims: list[Claim] = []
    for amount in found:
        claim = _claim(document, amount, claims[-1].end if claims else 0)
        if claims and (both := settle(text, claims[-1], claim)):
            claims[-1] = both
        else:
            claims.append(claim)
    complete(text, claims)
    return claims


def _claim(document: Document, amount: Amount, floor: int) -> Claim:
    """The claim that an amount makes, with the words around it that no claim before ``floor`` has taken."""
    text = document.text
    aged = age(text, amount)
    after = right_words(text, amount.end)
    around = surroundings(text, amount, after)
    unit = amount.unit or COUNT
    each, end = per(text, amount, around.end)
    if end > amount.end:
        after = right_words(text, end)
    counted, measure = (None, aged) if aged else _about(text, amount, _opening(text, amount, around.start), after)
    if aged and amount.unit is None:
        unit = units()["year"]
    unit, each = _per_unit(unit, each)
    start, stop = max(around.start, floor), max(amount.end, around.end)
    if aged and (old := OLD.match(text, stop)):
        stop = old.end()
    return Claim(
        kind="quantity",
        start=start,
        end=stop,
        text=text[start:stop],
        value=_value(amount, COUNT if aged and unit.name == "year" else unit, around),
        field=document.field,
        qualifier=around.qualifier,
        change=around.move.change,
        reached=around.move.reached,
        unit=unit.name,
        dimension=_dimension(unit, each),
        counted=counted,
        per=each,
        measure=measure,
    )


def _value(amount: Amount, unit: Unit, around: Surroundings) -> Interval:
    """The values that an amount of a unit may have, given how exactly it is told."""
    if amount.upper:
        return spread(amount.number, amount.upper)
    return interval(amount.number, unit, around.qualifier, below=around.below, near=around.near)


def _per_unit(unit: Unit, each: str | None) -> tuple[Unit, str | None]:
    """Splits "kilometre per hour" into a unit and what it is per."""
    name, _, other = unit.name.partition(" per ")
    if other and each is None and name in units():
        return units()[name]._replace(dimension=unit.dimension), other
    return unit, each


def _dimension(unit: Unit, each: str | None) -> str:
    if unit.dimension == "length" and each in ("second", "minute", "hour"):
        return "speed"
    return unit.dimension


def _opening(text: str, amount: Amount, qualified: int) -> int:
    """Where what an amount measures may end: before "the best part of", but after "topped", which links the two."""
    return qualified if text.endswith(" of ", qualified, amount.start) else amount.start


def _about(text: str, amount: Amount, start: int, after: list[str]) -> tuple[str | None, str | None]:
    """What an amount that starts, with what qualifies it, at a place counts and what it measures."""
    if amount.number.form == "multiple":
        return None, measure_before(text, amount.end) or measure_before(text, amount.start)
    if amount.unit is None:
        return _counted(text, amount, start, after)
    if amount.unit.name == "fraction" and (counted := counted_phrase(after)):
        return counted, measure_before(text, start)
    if amount.unit.name in _STRETCHES and _is_term(text, start, amount.end):
        return None, _TERM
    if amount.unit.dimension == "ratio" and _TURNED_OUT.match(text, amount.end):
        return None, _TURNOUT
    return None, measure_after(after, amount) or measure_before(text, start)


def _is_term(text: str, start: int, end: int) -> bool:
    """Whether a length of time is one for which a court puts somebody away."""
    low = max(0, start - _LEAD)
    if _JAILED.search(text, low, start):
        return True
    return _GIVEN.search(text, low, start) is not None and any(told.match(text, end) for told in _OF_COURT)


def _ends(after: list[str]) -> bool:
    """Whether nothing that may be counted follows an amount: "killed three.", "killing three in"."""
    return not after or not after[0][0].isalnum() or (after[0].islower() and is_stop(after[0]))


def _counted(text: str, amount: Amount, start: int, after: list[str]) -> tuple[str | None, str | None]:
    """What a bare number counts, and the state or figure it tells of."""
    kin = _is_behind(_KIN_OF, "of ", text, amount.start) and not (after and after[0].islower() and is_plural(after[0]))
    if kin or tied_to_kin(text, amount.start):
        return None, None
    if amount.noun:
        return (None if amount.noun in _SIZES else singular(amount.noun)), None
    whole = after[1:] if not _OF.isdisjoint(after[:1]) else []
    phrase = whole if whole and amount.number.form == "vague" else after
    while phrase and phrase[0].lower() in table().remainder:
        phrase = phrase[1:]
    foreseen = amount.number.scaled and _FORESEEN.match(text, amount.end)
    counted = None if foreseen else _counted_behind(amount, phrase, whole)
    condition = state(phrase) or _done_to(text, amount, phrase, counted)
    if condition:
        return counted or _PEOPLE, condition
    measure = None if counted or _is_behind(_SAYING, ": ", text, start) else measure_before(text, start)
    told = table().states.get(measure or "") or table().states.get(f"{measure}s")
    if told:
        return _PEOPLE, told
    return counted or (counted_before(text, amount.start, measure) if measure else None), measure


def _is_behind(words: re.Pattern[str], last: str, text: str, start: int) -> bool:
    """Whether some words, the last of them given, stand right before a number."""
    return text.endswith(last, 0, start) and words.search(text, max(0, start - _LEAD), start) is not None


def _counted_behind(amount: Amount, phrase: list[str], whole: list[str]) -> str | None:
    """What the words behind a bare number say that it counts.

    Args:
        amount: The number.
        phrase: The words behind it.
        whole: Those behind its "of": "20 of the boats".
    """
    one = amount.number.value == 1 and not amount.upper
    if counted := (counted_of(whole) if whole else None) or counted_phrase(phrase, one=one):
        return counted
    if phrase and phrase[0] in table().hyphen_nouns - _SIZES and not any(is_plural(word) for word in phrase[1:3]):
        return phrase[0]
    return counted_phrase(phrase, one=True) if 0 < amount.number.value < 1 else None


def _done_to(text: str, amount: Amount, phrase: list[str], counted: str | None) -> str | None:
    """What was done to people whose number is told: "killing three"."""
    is_people = _ends(phrase) if counted is None else counted == _PEOPLE or is_anybody(counted)
    done = _DONE_TO.search(text, max(0, amount.start - 60), amount.start) if is_people else None
    return table().states[done[1].lower()] if done else None
