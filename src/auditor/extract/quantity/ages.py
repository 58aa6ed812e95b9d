"""Tells whether a number is somebody's age: "aged 34", "Ann Lee, 34,", "people over 65", "she was 12"."""

import re

from auditor.extract.events.stages import is_anybody
from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.shields import counts_after

_AGED = re.compile(
    r"\b(?:(?:aged?|ages):?(?: of| is| was| between| just| about| around| over| under| at least| up to)?"
    r"|aged(?: [\w-]{1,9}(?:,| and| or)){1,3}|as (?:young|old) as|(?:younger|older) than"
    r"|(?:people|those|men|women|adults|children|kids|boys|girls|anyone|everyone|anybody|persons|pensioners|teenagers)"
    r"(?: aged| who (?:are|is))? (?:over|under|above|below)(?: the age of)?) $",
    re.IGNORECASE,
)
OLD = re.compile(r"[\s-][Oo]lds?\b|\sof age\b")
_NAME_COMMA = re.compile(r"(?:[A-Z][\w'’.-]+,|[a-z]{3,} ,) $")
_PERSON_COMMA = re.compile(r"(?<![^\W_])([a-z]+), $")
_AFTER_AGE = re.compile(r" ?(?:,|\)|;)| (?:of|from)\s")
_WAS_AGED = re.compile(
    r"\b(?:(?:[Hh]e|[Ss]he|[Tt]hey|who|I)(?: is| was| were| has (?:just )?turned| had turned| turned| turns| turning)"
    r"|(?:[Hh]e|[Ss]he|who)['’]s|(?P<name>(?!It|Th|Wh)[A-Z][\w'’-]+),? (?:is|was|were|turned|turns))"
    r"(?: now| only| just| already| still| about| around| almost| nearly)? $"
)
_WHEN = re.compile(r" when (?:he|she|they|his|her|their)\b")
_AFTER_WAS = re.compile(r"[,.;)]|\s*$|\s(?:when|and|but|at the time|next|this|last|today|on|in)\b")
_HOLDER = re.compile(
    r"(?:\bThe|(?<![,;] )\bthe) (?:[a-z-]+ )??(?P<who>[a-z-]+)(?: (?:on|of|in|at|from|behind) [a-z ]{2,20}?)?"
    r"(?:, an? (?:[a-z-]+ )?(?P<as>[a-z]+) of|,|(?:, who)? (?:is|was)(?: now| only| just)?) $"
)
"""A person without a name, whose age follows: "the driver, a man of", "the guard on duty is", "the pilot of a jet,"."""
_BEFORE = 44
_OLDEST = 115
_GROWN = 5
"""A smaller number after "he was" is more often something else."""


def age(text: str, amount: Amount) -> str | None:
    """What is measured, "age" or "age of driver", where an amount is somebody's age; else None."""
    if amount.unit and amount.unit.name in ("year", "month", "week", "day"):
        return "age" if OLD.match(text, amount.end) else None
    if amount.unit or amount.number.scaled or not 0 < amount.number.value <= _OLDEST:
        return None
    before = text[max(0, amount.number.start - _BEFORE) : amount.number.start]
    holder = _beside_holder(text, amount, before) if amount.number.bare else None
    if holder:
        return holder
    if (_AGED.search(before) and not counts_after(text, amount.end)) or _was_aged(text, amount, before):
        return "age"
    return _beside_name(text, amount, before) if amount.number.bare else None


def _beside_name(text: str, amount: Amount, before: str) -> str | None:
    """What is measured by a number behind a comma: "Ann Lee, 34,", "a woman, 29,"."""
    if not _AFTER_AGE.match(text, amount.end):
        return None
    person = _PERSON_COMMA.search(before)
    if person and is_anybody(person[1]):
        return f"age of {person[1]}"
    return "age" if _NAME_COMMA.search(before) else None


def _was_aged(text: str, amount: Amount, before: str) -> bool:
    """Whether a plain number is somebody's age: "she was 12", "Ann was 16 when she"."""
    was = _WAS_AGED.search(before) if amount.number.form in ("digits", "words") and not amount.upper else None
    if was is None or amount.number.value != int(amount.number.value):
        return False
    if _WHEN.match(text, amount.end):
        return True
    return was["name"] is None and amount.number.value >= _GROWN and _AFTER_WAS.match(text, amount.end) is not None


def _beside_holder(text: str, amount: Amount, before: str) -> str | None:
    """What is measured where somebody without a name is said to be so old: "age of driver"."""
    if not before.endswith((" of ", ", ", "s ", "w ", "y ", "t ")) or amount.number.value < _GROWN:
        return None
    said = _HOLDER.search(before)
    if said is None or not is_anybody(said["who"]) or not _AFTER_WAS.match(text, amount.end):
        return None
    return f"age of {said['who']}" if said["as"] is None or is_anybody(said["as"]) else None
