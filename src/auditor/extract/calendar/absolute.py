"""Days and months by their names."""

import re

from auditor.extract.calendar.period import Period, around, exact, joined, month_period, unsaid
from auditor.extract.calendar.scan import STEPS, Scan, chosen_by
from auditor.extract.calendar.years import full_year, named_year
from auditor.language.phrases import word_set

#: Letters before a word that make it a month and no name.
_TEMPORAL = frozenset("i><&abLKHefzFE(W")
_LAST_DAY = 31
#: A capital word or an initial before a month makes it a name.
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.]* \Z")
_NAME_REACH = 20
_MODAL = word_set("dates", "modal_months")


def calendar_date(scan: Scan, first: int, stop: int) -> Period | None:
    """A day, some days, or a month, with or without its year."""
    letters = scan.tokens.letters[first:stop]
    at = next(index for index, letter in enumerate(letters) if letter in "Mmv")
    if letters[at] == "v" and not _surely_month(scan, first, stop, at):
        return None
    if letters == "Ym" and scan.next_word(stop)[:1].isupper():
        return None
    number = scan.number(first + at)
    days = _days(scan, first, letters)
    year = _year(scan, first, letters, at)
    if "U" in letters[at:] and year is None:
        written = "-".join(["XXXX", f"{number:02}", *(f"{day:02}" for day in days[:1])])
        return Period(written, grain="day" if days else "month")
    if not days:
        return scan.dated(first, stop, number) if year is None else month_period(year, number)
    if len(days) > 1 and (days != sorted(set(days)) or days[-1] > _LAST_DAY):
        return None
    begin = exact(year, number, days[0]) if year is not None else _stepped(scan, first, stop, number, days[0])
    return begin if len(days) == 1 else joined(begin, _also(begin, number, days[-1]))


def _also(begin: Period, number: int, day: int) -> Period:
    """A later day of the month of another one, in the same year."""
    end = exact(begin.low.year, number, day) if begin.low else Period("")
    return end.saying(f"{begin.written[:4]}-{number:02}-{day:02}")


def _stepped(scan: Scan, first: int, stop: int, number: int, day: int) -> Period:
    """A day of a month without its year, or the last or next such day."""
    step = STEPS.get(scan.letter(first), 0)
    if not step or scan.published is None:
        return scan.dated(first, stop, number, day)
    choices = [exact(scan.published.year + offset, number, day) for offset in (-1, 0, 1)]
    return chosen_by(choices, scan.published, step) or exact(0, number, day)


def days_of(scan: Scan, first: int, stop: int) -> Period | None:
    """The 15th of this month, the 3rd to the 5th of next month."""
    letters = scan.tokens.letters[first:stop]
    day = scan.published
    if scan.grain(stop - 1) != "month":
        return None
    span = around(day, "month", ("K" in letters) - ("L" in letters))
    days = _days(scan, first, letters)
    if day is None or span.low is None:
        return Period(unsaid("day"), grain="day")
    spans = [exact(span.low.year, span.low.month, number) for number in days]
    return spans[0] if len(spans) == 1 else joined(spans[0], spans[-1])


def _days(scan: Scan, first: int, letters: str) -> list[int]:
    """The days of the month among some tokens."""
    days: list[int] = []
    for index, letter in enumerate(letters):
        tens = re.search(r"c=?\Z", letters[:index])
        if letter == "o" and tens:
            days.append(scan.number(first + tens.start()) + scan.number(first + index))
        elif letter == "r":
            days += [int(part) for part in re.findall(r"[0-9]+", scan.tokens.word(first + index))]
        elif letter in "DOo" and not _short_year(letters, index):
            days.append(scan.number(first + index))
    return days


def _year(scan: Scan, first: int, letters: str, at: int) -> int | None:
    """The year among some tokens; the name of the month stands ``at`` one of them."""
    for index, letter in enumerate(letters):
        if letter in "DN" and _short_year(letters, index):
            return full_year(scan.number(first + index), scan.published)
        if letter in "Yy":
            return scan.number(first + index)
    if letters[-1] != "U":
        return None
    if letters[-2] in "JV":
        before = scan.antecedent(first)
        return before.low.year if before and before.low and scan.grain(first + len(letters) - 1) == "year" else None
    if scan.tokens.word(first + len(letters) - 2) in scan.words.table.following:
        before, step = scan.antecedent(first), STEPS[letters[-2]]
        if step > 0 or (before and before.low):
            return before.low.year + step if before and before.low else None
    return named_year(scan, first + at + 1, first + len(letters))


def _short_year(letters: str, index: int) -> bool:
    """Whether a number is a year in two figures: '98, 14-Nov-23."""
    return index > 0 and (letters[index - 1] == "^" or (letters[index - 1] == "=" and letters[0] in "DO"))


def _surely_month(scan: Scan, first: int, stop: int, at: int) -> bool:
    """Whether "may" or "march" written small is a month: a year stands by it, or the text is all small."""
    letters = scan.tokens.letters[first:stop]
    if letters[-1] in "Yy" or stop - first == 1:
        return True
    follower = scan.next_word(stop)
    counted = at == 0 and any(day in letters for day in "DOr")
    return counted or follower == "" or follower.lower() in scan.words.letters


def _attributive(scan: Scan, first: int, stop: int) -> bool:
    """Whether a month in capitals tells of the noun after it: "the May elections", not "the May government"."""
    follower = scan.next_word(stop)
    capital = scan.tokens.text[scan.tokens.starts[first]].isupper()
    told = capital and follower.islower() and follower not in scan.words.table.personal | scan.words.table.ruling
    return told and scan.letter(first - 1) in "d1"


def _paired(scan: Scan, first: int, stop: int) -> bool:
    """Whether another month stands beyond a dash or "to": Jan-Feb, June through October."""
    after = scan.letter(stop) in "=~>" and scan.letter(stop + 1) in "Mm"
    return after or (scan.letter(first - 1) == "=" and scan.letter(first - 2) in "Mm")


def _plain(scan: Scan, first: int, word: str) -> bool:
    """Whether a capital month that is seldom a name stands among small words: "and March sales", not "April said"."""
    table = scan.words.table
    start = scan.tokens.starts[first]
    before = _NAME_BEFORE.search(scan.tokens.text, max(0, start - _NAME_REACH), start)
    if word not in table.seldom_names or scan.tokens.text[start].islower() or before is not None:
        return False
    return scan.next_word(first + 1).lower() not in table.personal


def _late(scan: Scan, first: int, word: str) -> bool:
    """Whether a month written small follows "in late": "those who come late may stay" is none."""
    return scan.letter(first - 1) == "e" and scan.letter(first - 2) == "i" and word not in _MODAL


def month(scan: Scan, first: int, stop: int) -> Period | None:
    """A month by itself: names and verbs are told from it by the words around."""
    letter = scan.letter(first)
    before = scan.letter(first - 1 - (scan.tokens.letters[max(0, first - 2) : first] == "e="))
    if before == "d" and scan.next_word(stop) in scan.words.table.named_for_months:
        return None
    if letter != "M":
        word = scan.tokens.word(first)
        abbreviated = len(word) == 3 and word not in _MODAL  # noqa: PLR2004 - the length of short months
        after = "" if scan.letter(stop - 1) == "." and not abbreviated else scan.next_word(stop)
        if (
            not (
                before in _TEMPORAL
                or _plain(scan, first, word)
                or _attributive(scan, first, stop)
                or _paired(scan, first, stop)
            )
            or (abbreviated and scan.letter(stop - 1) != "." and not _paired(scan, first, stop))
            or (letter == "v" and before != "i" and not _late(scan, first, word))
        ):
            return None
        told = before in "LKH" or (before == "e" and (word not in _MODAL or scan.letter(first - 2) in _TEMPORAL))
        if after[:1].isupper() and after not in scan.words.letters and not told:
            return None
        if word in _MODAL and (
            scan.letter(stop) == "'" or (letter == "v" and after and after not in scan.words.letters)
        ):
            return None
    return calendar_date(scan, first, stop)
