"""A text being read for dates: its tokens, its day, and what was read so far."""

import re
from dataclasses import dataclass, field
from datetime import date

from auditor.extract.calendar.lexicon import Lexicon, lexicon
from auditor.extract.calendar.period import Grain, Period, exact, month_period
from auditor.extract.calendar.tense import Direction, direction
from auditor.extract.calendar.tokens import Tokens
from auditor.extract.sentence.spans import Spans
from auditor.model import Span

_NEXT_WORD = re.compile(r"[ \u00a0\n]?([^\W\d_]+)")
#: How days of the week and weeks are written of which no more is known.
_WEEKLY = "XXXX-W"
_RECENT = 8
#: How many units on "last", "this" and "next" lead.
STEPS = {"L": -1, "H": 0, "K": 1}
_REACH = 400
#: A day without a year, so near the day before it that has one, is of the same year.
_BESIDE = 31
#: A day without a year, so far after another one of its sentence, is of the same year.
_AFTER = 92
_BETWEEN = re.compile(",i?")
_DAY = re.compile(r"XXXX-[0-9]{2}-[0-9]{2}")
#: A tense is not trusted that puts a date so far away when the other side is so near: in the past, in the future.
_FAR = 200
_NEAR = {-1: 60, 1: 75, 0: 0}


@dataclass(slots=True)
class Found:
    """A date expression.

    Attributes:
        first: Its first token.
        last: Its last token.
        kind: Its kind in the grammar.
        period: Its days.
        counted: Whether these were counted from another date.
        frame: The quarter or year that it ends, for "the quarter ended 30 June".
    """

    first: int
    last: int
    kind: str
    period: Period
    counted: bool = False
    frame: Period | None = None


@dataclass(slots=True)
class Scan:
    """What the readers of expressions look at.

    Attributes:
        tokens: The text's tokens.
        published: The day the text appeared.
        sentences: The spans of its sentences, in order; none if it is no running text.
        found: The expressions read so far.
        day_first: Whether the text writes the day before the month in figures; None where nothing tells.
        words: The calendar words.
    """

    tokens: Tokens
    published: date | None
    sentences: Spans = field(default_factory=Spans)
    found: list[Found] = field(default_factory=list)
    day_first: bool | None = None
    words: Lexicon = field(default_factory=lexicon)

    def letter(self, index: int) -> str:
        """The letter at an index, ``.`` outside the text."""
        return self.tokens.letters[index] if 0 <= index < len(self.tokens.letters) else "."

    def number(self, index: int) -> int:
        """The number a token stands for."""
        word = self.tokens.word(index)
        known = self.words.numbers.get(word)
        if known is not None:
            return known
        digits = re.match(r"[0-9]{1,4}", word)
        return int(digits[0]) if digits else 0

    def grain(self, index: int) -> Grain:
        """The unit a token names."""
        return self.words.units.get(self.tokens.word(index), "span")

    def next_word(self, stop: int) -> str:
        """The word right after the tokens that end before ``stop``, as spelled; empty if there is none."""
        match = _NEXT_WORD.match(self.tokens.text, self.tokens.ends[stop - 1])
        return match[1] if match else ""

    def direction(self, first: int, stop: int) -> Direction:
        """Past or future, by the words around some tokens."""
        start = self.tokens.starts[first]
        return direction(self.tokens.text, start, self.tokens.ends[stop - 1], self.sentence_at(start))

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position; the whole text if it has none."""
        index = self.sentences.last(position)
        return self.sentences[index] if index >= 0 else (0, len(self.tokens.text))

    def antecedent(self, first: int, reach: int = _REACH, step: int = 0, *, near: bool = True) -> Period | None:
        """The date last read before a token, unless it stands too far back.

        Dates that were counted from others are passed over, and so are future ones where the way leads back, and
        days of the week and weeks where nothing near is meant: "on Tuesday it was shown what he earned that year".
        """
        start = self.tokens.starts[first]
        for found in reversed(self.found[-_RECENT:]):
            if start - self.tokens.ends[found.last] > reach:
                return None
            period = found.frame or found.period
            low = period.low
            ahead = step < 0 and low is not None and self.published is not None and low > self.published
            passed = not near and period.written.startswith(_WEEKLY)
            if low is not None and not (ahead or found.counted or passed):
                return period
        return None

    def dangling(self, first: int) -> bool:
        """Whether a date is counted from another that is not known, in a text without a day."""
        if self.published is not None or not self.found or self.antecedent(first) is not None:
            return False
        return self.tokens.starts[first] - self.tokens.ends[self.found[-1].last] <= _REACH

    def _known(self, first: int, stop: int) -> bool:
        """Whether a day tells of an event as if all knew it: "the September 11 attacks", "a January 30 offer"."""
        follower = self.next_word(stop)
        return self.letter(first - 1) in "d1" and follower.islower() and follower not in self.words.letters

    def _side(self, first: int, stop: int, day: int | None) -> Direction:
        """On which side a month or a day of it lies.

        What is traded for a month lies ahead; what is due of "the figures for September" is of the month nearest.
        """
        if day:
            return 0 if self._known(first, stop) else self.direction(first, stop)
        after = self.next_word(stop)
        if self.tokens.word(first - 1) == "for" and after in self.words.table.due:
            return 0
        return 1 if after in self.words.table.traded else self.direction(first, stop)

    def _since_last(self, first: int) -> str:
        """The letters between the date last read and a token."""
        return self.tokens.letters[self.found[-1].last + 1 : first]

    def _told(self, first: int, month: int, day: int) -> int | None:
        """The year of a day before that this day is near: written in full, or the last one of the same sentence.

        A year right before a day is its own: "in 1980, on March 24".
        """
        start = self.tokens.starts[first]
        if self.found and self.found[-1].kind == "year" and _BETWEEN.fullmatch(self._since_last(first)):
            return self.found[-1].period.low.year if self.found[-1].period.low else None
        for back, found in enumerate(reversed(self.found[-_RECENT:])):
            last = found.period
            if last.low and last.grain == "month" and last.low.month == month and last.written[:4].isdecimal():
                return last.low.year if start - self.tokens.ends[found.last] <= _REACH else None
            low = exact(last.low.year, month, day).low if last.low and last.grain == "day" else None
            if start - self.tokens.ends[found.last] > _REACH:
                return None
            if low is None or last.low is None:
                continue
            days = (low - last.low).days
            inside = self.tokens.starts[found.first] >= self.sentence_at(start)[0]
            due = not inside and self.published is not None and last.low.year > self.published.year
            full = last.written == last.low.isoformat() and abs(days) <= _BESIDE and not due
            if full or (not back and inside and 0 < days <= _AFTER and _DAY.fullmatch(last.written)):
                return last.low.year
        return None

    def dated(self, first: int, stop: int, month: int, day: int | None = None) -> Period:
        """A month, or a day of it, without its year: the one the text means, by its day and its tense."""
        written = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        today = self.published
        if today is None:
            return Period(written, grain="day" if day else "month")
        told = self._told(first, month, day) if day else None
        told = None if told and told < today.year and self.direction(first, stop) > 0 else told
        years = (told,) if told else (today.year - 1, today.year, today.year + 1)
        choices = [exact(year, month, day) if day else month_period(year, month) for year in years]
        chosen = nearest(choices, today, self._side(first, stop, day))
        return (chosen or Period(written, grain="day" if day else "month")).saying(written)


def nearest(choices: list[Period], today: date, side: Direction) -> Period | None:
    """Of periods in order, the one next to a day on the side the text speaks of; the nearest where it does not say."""
    known = [(choice.low, choice.high, choice) for choice in choices if choice.low and choice.high]
    if not known:
        return None
    close = min(known, key=lambda item: _distance(item[0], item[1], today))[2]
    before = [choice for low, _, choice in known if low <= today]
    after = [choice for _, high, choice in known if high >= today]
    told = before[-1] if side < 0 and before else after[0] if side > 0 and after else close
    doubtful = close.grain == "day" and gap(told, today) > _FAR and gap(close, today) < _NEAR[side]
    return close if doubtful else told


def chosen_by(choices: list[Period], day: date, step: int) -> Period | None:
    """Of periods in order, the last that is over (-1), the first still to come (1) or the nearest (0)."""
    known = [(choice, choice.low, choice.high) for choice in choices if choice.low and choice.high]
    if step < 0:
        return next((choice for choice, _, high in reversed(known) if high < day), None)
    if step > 0:
        return next((choice for choice, low, _ in known if low > day), None)
    return nearest(choices, day, 0)


def gap(period: Period, today: date) -> int:
    """Days between a day and a period."""
    return _distance(period.low or today, period.high or today, today)


def _distance(low: date, high: date, today: date) -> int:
    """Days between a day and a period; none inside it."""
    return max((low - today).days, (today - high).days, 0)
