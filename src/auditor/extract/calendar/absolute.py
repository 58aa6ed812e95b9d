"""Dates that name a day, a month, a year or a part of it."""

import re
from datetime import date

from auditor.extract.calendar.period import (
    DAY,
    Period,
    century_period,
    containing,
    decade_period,
    easter,
    exact,
    half_period,
    joined,
    month_period,
    moved,
    nth_weekday,
    quarter_period,
    season_period,
    year_period,
)
from auditor.extract.calendar.scan import Scan, nearest
from auditor.extract.calendar.lexicon import Holiday

#: Letters before a word that make it a month or a year and no name or count.
_TEMPORAL = frozenset("i><&abLKHefzFE(W")
_LABEL = re.compile(r"([^\W\d_]+)\.?[ \u00a0]\Z")
_PIVOT = 70


def full_year(digits: int, today: date | None) -> int:
    """The year that two digits stand for: the one nearest the text's day, else 1970 to 2069."""
    if digits > 99:  # noqa: PLR2004 - it is written out
        return digits
    if today is None:
        return digits + (1900 if digits >= _PIVOT else 2000)
    century = today.year // 100 * 100
    return min((century + digits + step for step in (-100, 0, 100)), key=lambda year: (abs(year - today.year), year))


def calendar_date(scan: Scan, first: int, stop: int) -> Period | None:
    """A day, some days, or a month, with or without its year."""
    letters = scan.tokens.letters[first:stop]
    at = next(index for index, letter in enumerate(letters) if letter in "Mmv")
    month = scan.number(first + at)
    if letters[at] == "v" and not _surely_month(scan, first, stop, at):
        return None
    days: list[int] = []
    year: int | None = None
    for index, letter in enumerate(letters):
        if letter in "Yy":
            year = scan.number(first + index)
        elif letter in "DON" and index and (letters[index - 1] == "^" or (days and letters[index - 1] == "=")):
            year = full_year(scan.number(first + index), scan.published)
        elif letter in "DOo":
            days.append(scan.number(first + index))
        elif letter == "r":
            days += [int(part) for part in re.findall(r"[0-9]+", scan.tokens.word(first + index))]
    if not days:
        return scan.dated(first, stop, month) if year is None else month_period(year, month)
    if len(days) > 1 and (days != sorted(set(days)) or days[-1] > 31):  # noqa: PLR2004 - a month's length
        return None
    spans = [scan.dated(first, stop, month, day) if year is None else exact(year, month, day) for day in days]
    return spans[0] if len(spans) == 1 else joined(spans[0], spans[-1])


def _surely_month(scan: Scan, first: int, stop: int, at: int) -> bool:
    """Whether "may" or "march" written small is a month: a year stands by it, or the text is all small."""
    letters = scan.tokens.letters[first:stop]
    if letters[-1] in "Yy" or stop - first == 1:
        return True
    follower = scan.next_word(stop)
    return at == 0 or follower == "" or follower.lower() in scan.words.letters


def month(scan: Scan, first: int, stop: int) -> Period | None:
    """A month by itself: names and verbs are told from it by the words around."""
    letter = scan.letter(first)
    before = scan.letter(first - 1)
    if letter != "M":
        word = scan.tokens.word(first)
        abbreviated = len(word) == 3 and word != "may"  # noqa: PLR2004 - the length of short months
        after = scan.next_word(stop)
        if (
            before not in _TEMPORAL
            or (abbreviated and scan.letter(stop - 1) != ".")
            or (letter == "v" and before != "i")
        ):
            return None
        if after[:1].isupper() and after not in scan.words.letters and before not in "LKHe":
            return None
        if word == "may" and (
            scan.letter(stop) == "'" or (letter == "v" and after and after not in scan.words.letters)
        ):
            return None
    return calendar_date(scan, first, stop)


def year(scan: Scan, first: int, stop: int) -> Period | None:
    """A year by itself: counts, labels and times of day are told from it by the words around."""
    before, after = scan.letter(first - 1), scan.letter(stop)
    number = scan.number(first)
    if after in "%$=" or (after == "." and scan.tokens.text[scan.tokens.ends[first] :][:2][1:].isdigit()):
        if after != "=" or scan.letter(stop + 1) not in "xMm":
            return None
    follower = scan.next_word(stop)
    table = scan.words.table
    if follower.lower() in table.counted or scan.letter(stop) == "P":
        return None
    start = scan.tokens.starts[first]
    if (label := _LABEL.search(scan.tokens.text[max(0, start - 20) : start])) and label[1].lower() in table.labels:
        return None
    determined = before in "di'"
    if scan.letter(first) == "y":
        closed = not follower or follower.lower() in scan.words.letters or after in ",.)("
        return year_period(number) if (before in "if" or scan.letter(first - 1) == "U") and closed else None
    plural = (
        follower.islower()
        and follower.endswith("s")
        and not follower.endswith(("ss", "us", "is"))
        and len(follower) > 3
    )  # noqa: PLR2004
    if plural and not determined and follower not in ("was", "has", "does"):
        return None
    return year_period(number)


def years(scan: Scan, first: int, stop: int) -> Period | None:
    """Two years with a dash between (2012–13), or a year and its month (2024-06)."""
    low, high = (int(part) for part in re.findall(r"[0-9]+", scan.tokens.word(first)))
    if high < 100:  # noqa: PLR2004 - two figures
        if 1 <= high <= 12 and high != low % 100 + 1 and high < low % 100 and "-" in scan.tokens.word(first):  # noqa: PLR2004 - months
            return month_period(low, high)
        high += low // 100 * 100
    if not low < high < low + 200:  # noqa: PLR2004 - a telephone number is no range
        return None
    return joined(year_period(low), year_period(high))


def decade(scan: Scan, first: int, stop: int) -> Period | None:
    """The 1990s, the '90s."""
    word = scan.tokens.word(stop - 1)
    number = int(word[:-1])
    if number > 99:  # noqa: PLR2004 - it is written out
        return decade_period(number)
    if scan.letter(first) != "^" and not (scan.letter(first - 1) == "d" and number >= 20):  # noqa: PLR2004 - "the 10s" is no decade
        return None
    return decade_period(full_year(number, scan.published))


def century(scan: Scan, first: int, stop: int) -> Period | None:
    """The 19th century."""
    if scan.grain(stop - 1) != "century":
        return None
    number = scan.number(first)
    return century_period(number) if 1 < number < 22 else None  # noqa: PLR2004 - those that people write of


def season(scan: Scan, first: int, stop: int) -> Period | None:
    """A season of a year; a winter may be the one that ends or the one that begins in it."""
    letters = scan.tokens.letters[first:stop]
    at = next(index for index, letter in enumerate(letters) if letter in "Yy")
    number = scan.number(first if letters[0] == "s" else stop - 1)
    year_number = scan.number(first + at)
    if letters == "Ys" and scan.tokens.word(stop - 1) == "fall":
        return None
    span = season_period(year_number, number)
    return Period(span.written, date(year_number, 1, 1), span.high, "season") if number == 4 and span.high else span  # noqa: PLR2004 - winter


def fiscal(scan: Scan, first: int, stop: int) -> Period | None:
    """A fiscal year, taken as the calendar year of its name: which months it has only its company knows."""
    word = scan.tokens.word(stop - 1)
    if scan.letter(stop - 1) == "U":
        if scan.published is None:
            return Period("FYXXXX", grain="year")
        return year_period(scan.published.year).saying("FYXXXX")
    digits = [int(part) for part in re.findall(r"[0-9]+", word)]
    number = full_year(digits[-1], scan.published) if len(digits) == 1 else digits[0] + 1
    prefix = "" if word.startswith("cy") or scan.tokens.word(first) == "calendar" else "FY"
    return year_period(number).saying(f"{prefix}{number}")


def quarter(scan: Scan, first: int, stop: int) -> Period | None:
    """A quarter or a half of a year that may be named with it, before it or not at all."""
    letters = scan.tokens.letters[first:stop]
    at = next(index for index, letter in enumerate(letters) if letter in "oOQ")
    word = scan.tokens.word(first + at)
    if letters[at] == "Q":
        figures = re.findall(r"[0-9]", word)
        number, halved = int(figures[0]), "h" in word
        inside = full_year(int("".join(figures[1:3])), scan.published) if len(figures) > 2 else None  # noqa: PLR2004 - 3Q24
    else:
        number, halved, inside = scan.number(first + at), "h" in letters, None
    if not 1 <= number <= (2 if halved else 4):
        return None
    part = half_period if halved else quarter_period
    named = named_year(scan, first, stop) if inside is None else inside
    if named is not None:
        return part(named, number)
    if "U" in letters or (halved and letters[at] != "Q"):
        return None
    written = f"XXXX-{(39 if halved else 32) + number}"
    today = scan.published
    if today is None:
        return Period(written, grain="half" if halved else "quarter")
    choices = [part(year, number) for year in (today.year - 1, today.year, today.year + 1)]
    chosen = nearest(choices, today, scan.direction(first, stop))
    return chosen and chosen.saying(written)


def named_year(scan: Scan, first: int, stop: int) -> int | None:
    """The year that some tokens name: 2024, FY24, fiscal 2024, last year."""
    for index in range(first, stop):
        letter = scan.letter(index)
        if letter in "Yy":
            return scan.number(index)
        if letter == "g":
            return full_year(int(re.sub(r"[^0-9]", "", scan.tokens.word(index))), scan.published)
        if letter in "DN" and scan.letter(index - 1) == "^":
            return full_year(scan.number(index), scan.published)
        if letter == "R":
            return int(scan.tokens.word(index)[:4])
        if letter == "U" and scan.grain(index) == "year" and scan.published is not None:
            before = scan.tokens.letters[first:index]
            return scan.published.year + ("K" in before) - ("L" in before)
    return None


def figures(scan: Scan, first: int, stop: int) -> Period | None:
    """A date written in figures alone."""
    word, letter = scan.tokens.word(first), scan.letter(first)
    if letter == "C":
        return _compact(scan, word)
    parts = [int(part) for part in re.findall(r"[0-9]+", word)][:3]
    if letter == "B":
        return _partial(scan, first, stop, parts[0], parts[1])
    if parts[0] > 99:  # noqa: PLR2004 - the year comes first
        return exact(parts[0], parts[1], parts[2])
    day, month_number, year_number = parts[0], parts[1], full_year(parts[2], scan.published)
    return day_and_month(year_number, day, month_number, scan.day_first or ("." in word) or None)


def day_and_month(year_number: int, one: int, two: int, day_first: bool | None) -> Period:
    """The reading, or both readings, of a day and a month in figures."""
    month_first_period, day_first_period = exact(year_number, one, two), exact(year_number, two, one)
    if day_first_period.low is None or (day_first is False and month_first_period.low):
        return month_first_period
    if month_first_period.low is None or day_first or one == two:
        return day_first_period
    early, late = sorted((month_first_period.low, day_first_period.low))
    return Period(f"{early}|{late}", early, late, "day", late)


def _compact(scan: Scan, word: str) -> Period | None:
    """Eight figures are a date if they are the text's own day."""
    period = exact(int(word[:4]), int(word[4:6]), int(word[6:]))
    return period if period.low is not None and period.low == scan.published else None


def _partial(scan: Scan, first: int, stop: int, one: int, two: int) -> Period | None:
    """Day and month in figures, where the words before say that it is a date."""
    before = scan.letter(first - 1) + scan.letter(first - 2)
    if "." in scan.tokens.word(first):
        if before[0] not in "Ww":
            return None
    elif not (
        before[0] in "Ww<"
        or (before[0] == "i" and scan.tokens.word(first - 1) == "on")
        or len(scan.tokens.letters) == 1
    ):
        return None
    if (one, two) == (9, 11) or not (0 < one and 0 < two):
        return None
    month_number, day = (one, two) if one <= 12 else (two, one)  # noqa: PLR2004 - months
    if month_number > 12 or exact(2000, month_number, day).low is None:  # noqa: PLR2004 - months
        return None
    return scan.dated(first, stop, month_number, day)


def holiday(scan: Scan, first: int, stop: int) -> tuple[Period, int] | None:
    """A named day, with or without its year, and how many tokens it takes."""
    table = scan.words.table.holidays
    text = scan.tokens.text[scan.tokens.starts[first] : scan.tokens.starts[first] + 30].lower().replace("’", "'")
    words = re.findall(r"[a-z]+(?:'[a-z]*)?", text)
    name = next((name for count in (3, 2, 1) if (name := " ".join(words[:count])) in table), None)
    if name is None or not scan.tokens.text[scan.tokens.starts[first]].isupper():
        return None
    end = scan.tokens.starts[first] + len(name)
    last = first
    while last + 1 < len(scan.tokens.starts) and scan.tokens.starts[last + 1] < end:
        last += 1
    rule = table[name]
    if scan.letter(last + 1) == "Y":
        return exact_day(holiday_in(rule, scan.number(last + 1))), last + 2
    if scan.published is None:
        return Period("XXXX-XX-XX", grain="day"), last + 1
    choices = [exact_day(holiday_in(rule, scan.published.year + step)) for step in (-1, 0, 1)]
    chosen = nearest(choices, scan.published, scan.direction(first, last + 1))
    return (chosen.saying("XXXX-XX-XX"), last + 1) if chosen else None


def exact_day(day: date) -> Period:
    """A day as a period."""
    return containing(day, "day")


def holiday_in(rule: Holiday, year_number: int) -> date:
    """The day a rule gives in a year."""
    if rule.month is None:
        return easter(year_number) + rule.after * DAY
    if rule.day is not None:
        return date(year_number, rule.month, rule.day)
    return moved(nth_weekday(year_number, rule.month, rule.weekday, rule.which), rule.after, "day") or date.min
