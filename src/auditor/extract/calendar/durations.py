"""Lengths of time counted from a named event to now: "in the 20 months since the fire"."""

import re
from decimal import Decimal, InvalidOperation

from auditor.extract.calendar.lexicon import lexicon
from auditor.extract.document import Document
from auditor.language.endings import ENDINGS
from auditor.language.phrases import pattern, word_set
from auditor.model import Claim, Interval

_BACK, _AHEAD = 90, 120
_AMOUNT = pattern("dates", "length")
_ENDS = pattern("dates", "length_ends")
_LONGEST = len("decades, ") + 8
_PHRASE = re.compile(r"\s+(?P<words>[^\n,.;:!?()—–\"“”]{3,})")
_OPENING = pattern("dates", "event_opens")
_WORD = re.compile(r"\S+")
_HALF = Decimal("0.5")
_GONE_BY = word_set("dates", "gone_by")


def durations(document: Document) -> list[Claim]:
    """The duration claims of a text; their measure is the event they are counted from."""
    claims = []
    for start, word in document.triggers.of["since"]:
        low, high = document.sentence_at(start)
        event = _event(document.text, start + len(word), high)
        if event is None:
            continue
        begin = max(low, start - _BACK)
        before = document.text[begin:start]
        amount = _AMOUNT.search(before) if _ENDS.search(before, max(0, len(before) - _LONGEST)) else None
        if amount is not None and (made := _claim(document.text, begin, amount, event)) is not None:
            claims.append(made)
    return claims


def _event(text: str, start: int, stop: int) -> tuple[int, str] | None:
    """Where the name of an event after "since" ends, and the name without its article; None where it is no name."""
    phrase = _PHRASE.match(text, start, min(stop, start + _AHEAD))
    if phrase is None:
        return None
    table = lexicon().table
    opening = _OPENING.match(phrase["words"])
    skip = opening.end() if opening else 0
    end = 0
    for word in _WORD.finditer(phrase["words"], skip):
        small = word[0].lower()
        if small in table.event_stops:
            break
        if (
            small in table.past
            or (small.endswith(ENDINGS.past) and small not in table.not_past)
            or small[0].isdecimal()
        ):
            return None
        if end == 0 and (small in table.months or small in lexicon().letters):
            return None
        end = word.end()
    if not end or (opening is None and not phrase["words"][0].isupper()):
        return None
    return phrase.start("words") + end, phrase["words"][skip:end]


def _claim(text: str, begin: int, amount: re.Match[str], event: tuple[int, str]) -> Claim | None:
    """The claim that an amount of time has passed since an event."""
    count = _count(amount["count"])
    if count is None:
        return None
    half = bool(amount["early"] or amount["late"])
    factor = 10 if amount["unit"].lower() == "decade" else 1
    point = (count + (_HALF if half else 0)) * factor
    room = _HALF / 2 * factor if half or count % 1 else _HALF * factor
    rough = " ".join((amount["rough"] or "").lower().split())
    qualifier = lexicon().table.amounts[rough]
    if qualifier == "about":
        room *= 2
    low = point if qualifier in ("more_than", "at_least") else point - room
    high = None if qualifier in ("more_than", "at_least") else point + room
    start = begin + amount.start("words")
    value = Interval(
        _plain(point), _plain(low), None if high is None else _plain(high), low_open=qualifier == "more_than"
    )
    return Claim(
        "duration",
        start,
        event[0],
        text[start : event[0]],
        value,
        qualifier=qualifier,
        unit="year" if factor > 1 else amount["unit"].lower(),
        dimension="time",
        measure=event[1],
    )


def _count(word: str | None) -> Decimal | None:
    """The number a word stands for; no word is one ("the past year")."""
    if word is None or word.lower() in lexicon().table.plain["a"] or word.lower() in _GONE_BY:
        return Decimal(1)
    if word.lower().startswith("half") and word[-1:] in "aAnN":
        return _HALF
    known = lexicon().numbers.get(word.lower()) if word.lower() in lexicon().table.numbered["numbers"] else None
    if known is not None:
        return Decimal(known)
    try:
        return Decimal(word)
    except InvalidOperation:
        return None


def _plain(number: Decimal) -> str:
    """A number in plain notation without trailing zeros; never below zero."""
    text = format(max(number, Decimal(0)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
