"""Among which words a text gives a number or a day, for asking whether a short text that retells it moved it.

A number that the text gives may still be a slip in the retelling: swapped with another one of the text. It is one where
the words around it in the retelling stand around another amount of the text, and not around this number; a day
likewise. Words that the text uses seldom tell more than those it uses often.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import log2

from auditor.compare import topics
from auditor.compare.around import contexts
from auditor.digests.numbers.days import QUARTER, YEAR, is_of_the_text, length, may_meet, moment
from auditor.digests.numbers.evidence import LISTED, axis_of
from auditor.digests.numbers.numerals import numerals, numerals_at
from auditor.digests.numbers.same import same
from auditor.digests.words import words
from auditor.extract.events.stages import kinds_of
from auditor.extract.sentence.sentences import sentences
from auditor.model import Claim, Span

_NEAR, _NEAR_DAY = 4, 5
"""How many telling words on each side of an amount, and of a day, say what it is about."""
_CLOSE = 2
"""How many of them are close behind it."""
_REACH = 80
"""How many characters on each side of a place in the text are around it."""
_CLOSER, _CLOSER_DAY, _OFTEN = 0.6, 0.25, 0.3
"""How much more of those words stand around another amount, or day, and how much more for each time that the text has
this day: what it has often it is about; a word that the text has once counts 0.6."""
_SHARED = 2
"""How many of them at least."""
_AS_MUCH = 0.7
"""What part of the words that the closest sentence has of a headline another one has that tells the same."""
_UNLIKE, _UNLIKE_DAY = 0.7, 0.2
"""How much more if the other one is an amount of another kind, or a day told in another way."""
_TELLING = 3
"""The fewest telling words that say what a number is about."""
_COUNTED = 0.3
"""How much more if the text counts as many of the same things somewhere."""


class Around:
    """The words of a text around its numbers and its days.

    Args:
        text: The text.
        claims: The claims that stand in it, in order.
    """

    def __init__(self, text: str, claims: Sequence[Claim]) -> None:
        """Note where the text has its amounts, numbers and dates, and how often its words."""
        self.text = text
        self.spans = sentences(text)
        self.amounts = [claim for claim in claims if claim.kind == "quantity" and claim.field == "text"]
        self.dates = [claim for claim in claims if claim.kind == "date" and claim.field == "text"]
        self.places: defaultdict[Decimal, list[int]] = defaultdict(list)
        for start, number in numerals_at(text):
            for key in {number.value, number.plain}:
                self.places[key].append(start)
        counts = Counter(stem for first, last in self.spans for stem in contexts.stems(text[first:last]))
        self.weights = {stem: 1 / log2(2 + count) for stem, count in counts.items()}
        self.known: dict[int, frozenset[str]] = {}

    def instead(self, text: str, told: Sequence[Claim]) -> dict[str, Claim]:
        """For each claim of a retelling that the text has too, but among whose words it has another one, that one.

        Args:
            text: The retelling.
            told: Its claims.
        """
        days = contexts.stems(" ".join(claim.text for claim in told if claim.kind == "date"))
        found: dict[str, Claim] = {}
        for claim in told:
            near = near_words(claim, text, _NEAR_DAY) - days if claim.kind == "date" else near_words(claim, text)
            others = [other for other in told if other is not claim]
            rival = self._instead(claim, near, others, text)
            found |= {claim.id: rival} if rival else {}
        return found

    def _instead(self, claim: Claim, near: frozenset[str], told: Sequence[Claim], text: str) -> Claim | None:
        """The one that has more of some words around it than a claim, and is not told beside that."""
        own = self._own(claim)
        if not own or not all(own) or any(len(self._stems(start)) < _TELLING for starts in own for start in starts):
            return None
        if claim.kind == "date" and self._is_paired(own[0], told):
            return None
        least = min(max(self.fit(near, start) for start in starts) for starts in own)
        least += _CLOSER_DAY + _OFTEN * len(own[0]) if claim.kind == "date" else _CLOSER
        counted = any(_head(claim) and _head(claim) == _head(other) for other in self._equals(claim))
        least += _COUNTED if counted else 0
        kept = counted or self._is_kept(claim, text)
        rivals = (
            (self.fit(near, other.start, _SHARED) - _unlike(claim, other), other)
            for other in self._rivals(claim)
            if not any(_is_told(other, one) for one in told) and not (kept and axis_of(other) != axis_of(claim))
        )
        fit, rival = max(rivals, key=lambda one: one[0], default=(0.0, None))
        return rival if fit >= least else None

    def _is_paired(self, starts: Iterable[int], told: Iterable[Claim]) -> bool:
        """Whether a date shares a sentence with another one of the retelling here too: "in February or March"."""
        others = (start for one in told if one.kind == "date" for some in self._own(one) for start in some)
        return not {*map(self.sentence, starts)}.isdisjoint(map(self.sentence, others))

    def _is_kept(self, claim: Claim, text: str) -> bool:
        """Whether an amount has a telling word close behind it as in the text, so is of what it is of there."""
        behind = _behind(claim, text) if claim.kind == "quantity" else frozenset()
        return any(not behind.isdisjoint(_behind(one, self.text)) for one in self._equals(claim))

    def is_as_close(self, claim: Claim, other: Claim, text: str) -> bool:
        """Whether the words of a retelling around a claim stand around another one of the text as much as around this.

        Args:
            claim: The claim of the retelling.
            other: The claim of the text.
            text: The retelling.
        """
        first, last = claim.place
        near = contexts.stems(text[first:last])
        own = [start for starts in self._own(claim) for start in starts]
        return self.fit(near, other.start) >= max((self.fit(near, start) for start in own), default=0)

    def elsewhere(self, claim: Claim, numbers: Iterable[Decimal], text: str) -> bool:
        """Whether a count's number stands in the text only among other words, and never counts the same there.

        Args:
            claim: The count of the retelling.
            numbers: Its numbers.
            text: The retelling.
        """
        near = near_words(claim, text)
        if claim.counted is None or claim.counted in words().listed or len(near) < _TELLING:
            return False
        apart = [number for number in numbers if self._apart(near, number)]
        others = list(self._equals(claim))
        if not apart or (not others and max(apart) <= LISTED):
            return False
        return all(_head(other) not in (None, _head(claim)) and not _is_of_one_kind(claim, other) for other in others)

    def _own(self, claim: Claim) -> list[list[int]]:
        """Where the text has each number of an amount, or a date or a vague amount."""
        if claim.kind == "date":
            part, value = moment(claim)
            dates = [other.start for other in self.dates if moment(other) == (part, value)]
            return [dates + (self.places[Decimal(value)] if value and part == YEAR else [])]
        if claim.kind != "quantity":
            return []
        if claim.qualifier == "vague":
            return [[other.start for other in self._equals(claim)]]
        return [[start for key in {one.value, one.plain} for start in self.places[key]] for one in numerals(claim.text)]

    def _equals(self, claim: Claim) -> Iterator[Claim]:
        """The amounts that may be the same as another one."""
        axis = axis_of(claim)
        return (other for other in self.amounts if axis_of(other) == axis and same(claim, other))

    def _rivals(self, claim: Claim) -> Iterator[Claim]:
        """The amounts of other numbers; the dates that give the same part of a day otherwise."""
        if claim.kind == "date":
            yield from (other for other in self.dates if _is_other_day(claim, other))
            return
        equal, numbers = {other.id for other in self._equals(claim)}, _numbers(claim)
        yield from (one for one in self.amounts if one.id not in equal and (not numbers or numbers - _numbers(one)))

    def fit(self, near: frozenset[str], start: int, least: int = 0) -> float:
        """How much of some words stands around a place; nothing if there are fewer of them than ``least``."""
        shared = near & self._stems(start)
        return sum(self.weights.get(stem, 0) for stem in shared) if len(shared) >= least else 0.0

    def retold(self, text: str, spans: Iterable[Span]) -> list[Span]:
        """The sentences that have the most of the telling words of a headline, two at least.

        Args:
            text: The headline.
            spans: The sentences below it.
        """
        told = contexts.stems(text)
        shared = ((span, told & contexts.stems(self.text[slice(*span)])) for span in spans)
        weighed = [(span, sum(self.weights[stem] for stem in stems)) for span, stems in shared if len(stems) >= _SHARED]
        most = max((weight for _, weight in weighed), default=0)
        return [span for span, weight in weighed if weight >= most * _AS_MUCH]

    def _apart(self, near: frozenset[str], number: Decimal) -> bool:
        starts = self.places.get(number, ())
        return bool(starts) and all(near.isdisjoint(self._stems(start)) for start in starts)

    def sentence(self, start: int) -> Span:
        """The sentence that holds a place."""
        return self.spans[max(0, self.spans.last(start))]

    def _stems(self, start: int) -> frozenset[str]:
        """What stands around a place in its sentence."""
        if start not in self.known:
            low, high = self.sentence(start)
            self.known[start] = contexts.stems(self.text[max(low, start - _REACH) : min(high, start + _REACH)])
        return self.known[start]


def near_words(claim: Claim, text: str, count: int = _NEAR) -> frozenset[str]:
    """The telling words on both sides of a claim of a retelling, so many on each."""
    around = _context(claim, text)
    return frozenset((*around.before[:count], *around.after[:count]))


def _behind(claim: Claim, text: str) -> frozenset[str]:
    """The first telling words behind a claim in its sentence."""
    return frozenset(_context(claim, text).after[:_CLOSE])


def _context(claim: Claim, text: str) -> contexts.Context:
    """The telling words around a claim in its sentence."""
    first, last = claim.place
    return contexts.context(text[first:last], claim.start - first, claim.end - first)


def _is_told(claim: Claim, other: Claim) -> bool:
    """Whether a claim of a retelling is the same as one of the text."""
    return claim.kind == other.kind and axis_of(claim) == axis_of(other) and same(claim, other)


def _is_other_day(claim: Claim, other: Claim) -> bool:
    """Whether another date gives the same part of a day otherwise, or is told in another way and cannot be the same.

    Nothing finer is held against a year or a quarter, which often tell when something began; nothing coarser against
    any date but those that are told from another day. Which day "today" is depends on the text.
    """
    if is_of_the_text(other):
        return False
    (part, value), (same_part, told) = moment(claim), moment(other)
    if part == same_part >= 0:
        return value != told
    comparable = part < 0 or (part not in {YEAR, QUARTER} and length(other) > length(claim))
    return comparable and (part, value) != (same_part, told) and not may_meet(claim, other)


def _unlike(claim: Claim, other: Claim) -> float:
    """How much less two claims are taken for each other: days told otherwise, amounts of two kinds, or a vague one."""
    if claim.kind == "date":
        return 0.0 if moment(claim)[0] == moment(other)[0] else _UNLIKE_DAY
    if axis_of(claim) != axis_of(other) or other.qualifier == "vague":
        return _UNLIKE
    return 0.0 if _head(other) in {None, _head(claim)} else _UNLIKE


def _numbers(claim: Claim) -> frozenset[Decimal]:
    return frozenset(key for one in numerals(claim.text) for key in (one.value, one.plain))


def _is_of_one_kind(claim: Claim, other: Claim) -> bool:
    """Whether two claims count things of one kind: sailors and men are people."""
    kinds = [kinds_of((one.counted or "").split()[-1]) for one in (claim, other) if one.counted]
    return len(kinds) > 1 and not kinds[0].isdisjoint(kinds[1])


def _head(claim: Claim) -> str | None:
    """The stem of the noun that a claim counts."""
    return topics.stem_of(claim.counted.split()[-1]) if claim.counted else None
