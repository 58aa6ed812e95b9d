"""Extracts quantities: numbers with what they count or measure, how exactly, and in which direction."""

import dataclasses
import re
from decimal import Decimal

from auditor.extract.document import Document
from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.amounts import amounts
from auditor.extract.quantity.counted import counted_of, counted_phrase, singular
from auditor.extract.quantity.intervals import interval, spread
from auditor.extract.quantity.joining import joined
from auditor.extract.quantity.measures import measure_after, measure_before, state
from auditor.extract.quantity.per import per
from auditor.extract.quantity.quantity_words import table
from auditor.extract.quantity.surroundings import right_words, surroundings
from auditor.extract.quantity.units import COUNT, Unit, units
from auditor.model import Claim, Interval, Qualifier

_AGED = re.compile(r"\b(?:aged?|ages)(?: of| between| just| about| around)? $", re.IGNORECASE)
_OLD = re.compile(r"[\s-]olds?\b|\sof age\b")
_NAME_COMMA = re.compile(r"(?:[A-Z][\w'’.-]+,|[a-z]{3,} ,) $")
_PERSON_COMMA = re.compile(r"(?<![^\W_])([a-z]+), $")
_AFTER_AGE = re.compile(r" ?(?:,|\)|;)| (?:of|from)\s")
_WAS_AGED = re.compile(
    r"\b(?:(?:[Hh]e|[Ss]he|[Tt]hey|who|I)(?: is| was| were| has (?:just )?turned| had turned| turned| turns| turning)"
    r"|(?:[Hh]e|[Ss]he|who)['’]s|(?P<name>(?!It|Th|Wh)[A-Z][\w'’-]+) (?:is|was|were|turned|turns))"
    r"(?: now| only| just| already| still| about| around| almost| nearly)? $"
)
_WHEN = re.compile(r" when (?:he|she|they|his|her|their)\b")
_AFTER_WAS = re.compile(r"[,.;)]|\s*$|\s(?:when|and|but|at the time|next|this|last|today|on|in)\b")
_OLDEST = 115
_GROWN = 5
"""A smaller number after "he was" is more often something else."""
_DONE_TO = re.compile(
    r"\b(killed|killing|injured|injuring|wounded|wounding)\s"
    r"(?:(?:at\sleast|up\sto|more\sthan|as\smany\sas|no\sfewer\sthan|about|around|some|nearly|almost|over|another|all|the)"
    r"\s){0,2}$"
)
"""Verbs right before those they were done to."""
_PERSONS = frozenset(
    {"person", "man", "woman", "child", "civilian", "soldier", "passenger", "worker", "villager", "student", "resident"}
)
_PEOPLE = "person"
"""Who is counted when a text counts the dead, the injured, the missing."""


def quantities(document: Document) -> list[Claim]:
    """All quantities of a document in order; numbers in its reserved spans are none."""
    text = document.text
    found = joined(text, amounts(text, document.triggers, document.reserved))
    claims: list[Claim] = []
    for amount in found:
        claim = _claim(document, amount, claims[-1].end if claims else 0)
        if claims and claim.measure is None and claim.counted is None:
            claim.measure = _carried(document.text, claims[-1], claim)
        if claims and claim.change is None and claim.unit != claims[-1].unit:
            claim.change = claims[-1].change if _restates(text[claims[-1].end : claim.start]) else None
        if claims and claims[-1].counted is None and claim.counted:
            claims[-1].counted = _shared(document.text, claims[-1], claim)
        if claims and (both := _both_ends(document, claims[-1], claim)):
            claims[-1] = both
        else:
            claims.append(claim)
    return claims


def _restates(between: str) -> bool:
    """Whether an amount says the one before it in another unit: "58 points, or 1.4 percent"."""
    words = between.split()
    return between.strip() in table().restates or (words[-1:] == ["or"] and len(words) < 4 and words[-2][-1] == ",")  # noqa: PLR2004


def _carried(text: str, left: Claim, right: Claim) -> str | None:
    """The measure of the amount just before, where the two speak of one thing: "rose 0.3 points to 5.1%"."""
    between = text[left.end : right.start] if right.start - left.end < 24 else ""  # noqa: PLR2004
    return left.measure if between.strip() in table().carries and left.measure != "age" else None


_OR = frozenset({"or", "/"})


def _shared(text: str, left: Claim, right: Claim) -> str | None:
    """What the first of "100 or 200 soldiers" counts."""
    plain = left.unit == right.unit and left.measure is None and right.start - left.end < len(" or so or")
    return right.counted if plain and text[left.end : right.start].strip() in _OR else None


_ENDS: tuple[frozenset[Qualifier], frozenset[Qualifier]] = (
    frozenset({"more_than", "at_least"}),
    frozenset({"less_than", "at_most"}),
)
_AND = frozenset({"and", "but", "and is", "but is", ", but", ", and"})


def _both_ends(document: Document, left: Claim, right: Claim) -> Claim | None:
    """One range of "more than 20" and "less than 30", None if the two are not the ends of one."""
    if right.start - left.end > len(", and is ") or {left.qualifier, right.qualifier} & {"exact", "about", "range"}:
        return None
    lower, upper = (left, right) if left.qualifier in _ENDS[0] else (right, left)
    if lower.qualifier not in _ENDS[0] or upper.qualifier not in _ENDS[1] or left.unit != right.unit:
        return None
    low, high = lower.value, upper.value
    if not isinstance(low, Interval) or not isinstance(high, Interval) or low.low is None or high.high is None:
        return None
    if Decimal(low.low) >= Decimal(high.high) or document.text[left.end : right.start].strip() not in _AND:
        return None
    value = Interval(None, low.low, high.high, low.low_open, high.high_open)
    return dataclasses.replace(
        right, start=left.start, text=document.text[left.start : right.end], value=value, qualifier="range"
    )


def _claim(document: Document, amount: Amount, floor: int) -> Claim:
    """The claim that an amount makes, with the words around it that no claim before ``floor`` has taken."""
    text = document.text
    aged = _age(text, amount)
    after = right_words(text, amount.end)
    around = surroundings(text, amount, after)
    unit = amount.unit or COUNT
    each, end = per(text, amount, around.end)
    if end > amount.end:
        after = right_words(text, end)
    counted, measure = _about(text, amount, after, aged=aged)
    if aged and amount.unit is None:
        unit = units()["year"]
    unit, each = _per_unit(unit, each)
    if amount.upper:
        value = spread(amount.number, amount.upper)
    else:
        value = interval(
            amount.number,
            unit if unit.name != "year" or not aged else COUNT,
            around.qualifier,
            below=around.below,
            near=around.near,
        )
    start, stop = max(around.start, floor), max(amount.end, around.end)
    if aged and (old := _OLD.match(text, stop)):
        stop = old.end()
    return Claim(
        kind="quantity",
        start=start,
        end=stop,
        text=text[start:stop],
        value=value,
        field=document.field,
        qualifier=around.qualifier,
        change=around.change,
        unit=unit.name,
        dimension=_dimension(unit, each),
        counted=counted,
        per=each,
        measure=measure,
    )


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


def _age(text: str, amount: Amount) -> bool:
    """Whether an amount is somebody's age."""
    if amount.unit and amount.unit.name in ("year", "month", "week", "day"):
        return bool(_OLD.match(text, amount.end))
    if amount.unit or amount.number.scaled or not 0 < amount.number.value <= _OLDEST:
        return False
    before = text[max(0, amount.number.start - 24) : amount.number.start]
    if _AGED.search(before):
        return True
    if _was_aged(text, amount, before):
        return True
    if not amount.number.bare or not _AFTER_AGE.match(text, amount.end):
        return False
    person = _PERSON_COMMA.search(before)
    return _NAME_COMMA.search(before) is not None or (person is not None and person[1] in table().persons)


def _was_aged(text: str, amount: Amount, before: str) -> bool:
    """Whether a plain number is somebody's age: "she was 12", "Ann was 16 when she"."""
    was = _WAS_AGED.search(before) if amount.number.form in ("digits", "words") and not amount.upper else None
    if was is None or amount.number.value != int(amount.number.value):
        return False
    if _WHEN.match(text, amount.end):
        return True
    return was["name"] is None and amount.number.value >= _GROWN and _AFTER_WAS.match(text, amount.end) is not None


def _about(text: str, amount: Amount, after: list[str], *, aged: bool) -> tuple[str | None, str | None]:
    """What an amount counts and what it measures."""
    if aged:
        return None, "age"
    if amount.number.form == "multiple":
        return None, measure_before(text, amount.end)
    if amount.unit is None:
        return _counted(text, amount, after)
    if amount.unit.name == "fraction" and (counted := counted_phrase(after)):
        return counted, measure_before(text, amount.start)
    return None, measure_after(after, amount) or measure_before(text, amount.start)


def _counted(text: str, amount: Amount, after: list[str]) -> tuple[str | None, str | None]:
    """What a bare number counts, and the state or figure it tells of."""
    if amount.noun:
        return (None if amount.noun == "strong" else singular(amount.noun)), None
    whole = after[1:] if after[:1] == ["of"] else None
    phrase = whole if whole and amount.number.form == "vague" else after
    while phrase and phrase[0].lower() in table().remainder:
        phrase = phrase[1:]
    one = amount.number.value == 1 and not amount.upper
    counted = (counted_of(whole) if whole else None) or counted_phrase(phrase, one=one)
    if counted is None and phrase and phrase[0] in table().hyphen_nouns:
        counted = phrase[0]
    if counted is None and 0 < amount.number.value < 1:
        counted = counted_phrase(phrase, one=True)
    condition = state(phrase)
    if condition:
        return counted or _PEOPLE, condition
    if counted in _PERSONS and (done := _DONE_TO.search(text, max(0, amount.start - 60), amount.start)):
        return counted, table().states[done[1]]
    measure = None if counted else measure_before(text, amount.start)
    told = table().states.get(measure or "") or table().states.get(f"{measure}s")
    return (_PEOPLE, told) if told else (counted, measure)
