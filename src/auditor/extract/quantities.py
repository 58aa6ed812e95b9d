"""Extracts quantities: numbers with what they count or measure, how exactly, and in which direction."""

import re

from auditor.extract.amounts import Amount, amounts
from auditor.extract.counted import counted_phrase, singular
from auditor.extract.document import Document
from auditor.extract.intervals import interval, spread
from auditor.extract.joining import joined
from auditor.extract.measures import measure_after, measure_before, state
from auditor.extract.quantity_words import lookups
from auditor.extract.surroundings import per, right_words, surroundings
from auditor.extract.units import COUNT, Unit, units
from auditor.model import Claim

_AGED = re.compile(r"\b(?:aged?|ages)(?: of| between| just| about| around)? $", re.I)
_OLD = re.compile(r"[\s-]olds?\b|\sof age\b")
_NAME_COMMA = re.compile(r"[A-Z][\w'’.-]+, $")
_AFTER_AGE = re.compile(r"(?:,|\)| of |;)")
_OLDEST = 115


def quantities(document: Document) -> list[Claim]:
    """All quantities of a document in order; numbers in its reserved spans are none."""
    text = document.text
    found = joined(text, amounts(text, document.reserved))
    return [claim for amount in found if (claim := _claim(document, amount)) is not None]


def _claim(document: Document, amount: Amount) -> Claim | None:
    """The claim that an amount makes."""
    text = document.text
    aged = _age(text, amount)
    after = right_words(text, amount.end)
    around = surroundings(text, amount, after)
    unit = amount.unit or COUNT
    each, end = per(text, amount, around.end)
    if each and end > around.end:
        after = right_words(text, end)
    counted, measure = _about(text, amount, after, aged=aged)
    if aged:
        unit = units()["year"]
    unit, each = _per_unit(unit, each)
    if amount.upper:
        value = spread(amount.number, amount.upper)
    else:
        value = interval(amount.number, unit if unit.name != "year" or not aged else COUNT, around.qualifier, below=around.below, near=around.near)
    start, stop = around.start, max(amount.end, around.end)
    return Claim(
        kind="quantity", start=start, end=stop, text=text[start:stop], value=value, field=document.field,
        qualifier=around.qualifier, change=around.change, unit=unit.name, dimension=_dimension(unit, each),
        counted=counted, per=each, measure=measure,
    )


def _per_unit(unit: Unit, each: str | None) -> tuple[Unit, str | None]:
    """Splits "kilometre per hour" into a unit and what it is per."""
    if " per " in unit.name and each is None and unit.dimension == "speed":
        name, _, each = unit.name.partition(" per ")
        return units()[name]._replace(dimension="speed"), each
    return unit, each


def _dimension(unit: Unit, each: str | None) -> str:
    if unit.dimension == "length" and each in ("second", "minute", "hour"):
        return "speed"
    return unit.dimension


def _age(text: str, amount: Amount) -> bool:
    """Whether an amount is somebody's age."""
    if amount.unit and amount.unit.name in ("year", "month", "week", "day"):
        return bool(_OLD.match(text, amount.end))
    if amount.unit or amount.number.scaled or not 0 < amount.number.value <= _OLDEST:
        return False
    before = text[max(0, amount.start - 24) : amount.start]
    if _AGED.search(before):
        return True
    return bool(
        amount.number.bare and _NAME_COMMA.search(before) and _AFTER_AGE.match(text, amount.end)
    )


def _about(text: str, amount: Amount, after: list[str], *, aged: bool) -> tuple[str | None, str | None]:
    """What an amount counts and what it measures."""
    if aged:
        return None, "age"
    if amount.unit is None:
        return _counted(text, amount, after)
    if amount.unit.name == "fraction":
        return None, measure_after(after, amount) or measure_before(text, amount.start)
    return None, measure_after(after, amount) or measure_before(text, amount.start)


def _counted(text: str, amount: Amount, after: list[str]) -> tuple[str | None, str | None]:
    """What a bare number counts, and the state or figure it tells of."""
    if amount.noun:
        return singular(amount.noun), None
    one = amount.number.value == 1 and not amount.upper
    phrase = after
    while phrase and phrase[0].lower() in ("more", "other", "additional", "of", "the", "these", "those", "its", "their", "his") and phrase[0].lower() != "of":
        phrase = phrase[1:]
    condition = state(phrase)
    if condition and condition[1] == 0:
        return ("person" if condition[0] in ("dead", "injured", "missing", "arrested") else None), condition[0]
    counted = counted_phrase(phrase, one=one)
    measure = condition[0] if condition else None
    if counted is None and measure is None:
        measure = measure_before(text, amount.start)
    return counted, measure
