"""Whether a number or a time can stand between the words between which a short text has it.

A wrong one that is pasted over the right one is often of another form, and the sentence then breaks: "in Thursday",
"£three", "36 2014", "one people". Words that the long text puts in the same way are no slip.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from auditor.digests.names.mentions import CLOSING
from auditor.digests.words import words
from auditor.extract.events.stages import is_anybody
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.counted import is_plural, singular
from auditor.extract.quantity.numbers import first_words, number_word
from auditor.extract.quantity.units import units
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import any_of, pattern
from auditor.model import Claim, Interval

_AROUND = 40
"""How many characters on each side of a claim are looked at."""
_LAST = re.compile(r"(?<![\w’'-])([^\W\d_]+)\s+$")
_BESIDE = re.compile(r"[\w’'-]+\W*$")
_APPOSED = re.compile(r"(?<![\w’'-])([^\W\d_]+)\s?,\s$")
_NEXT = re.compile(r"[^\S\n]([a-z]+)\b(?!['’-])", re.IGNORECASE)
_OF = pattern("slips", "of_several")
_SIGN = re.compile(r"[$£€¥]\s?([a-z]*)", re.IGNORECASE)
_SECOND_UNIT = pattern("slips", "second_unit")
_JOINED = pattern("slips", "joined")
_PLAIN = re.compile(r"(?<![\w.,-])([\d,]+|[a-z-]+)$", re.IGNORECASE)
_MEASURES = frozenset({"length", "mass", "area"})
_OWNS = re.compile(r"\s?['’]|-")
_LIKE_NOUN = pattern("slips", "like_noun")
_STOPS = re.compile(r"\s*(?:$|[.,;:!?)])")
_BEING = pattern("slips", "being", somebody=any_of(FUNCTION_WORDS.personal | {"who"}))
_CALENDRIC = frozenset({"year", "month", "weekday", "day"})
_ONE = pattern("slips", "one")
_A = pattern("slips", "a")
_VOWEL = pattern("slips", "vowel")
_ARTICLES = FUNCTION_WORDS.articles - {"her"}
"""Those that are nothing else."""
_FORMS = {
    "year": re.compile(r"\d{4}"),
    "month": re.compile(r"(?:\d{4}|XXXX)-(?:0\d|1[0-2])"),
    "weekday": re.compile(r"(?:\d{4}|XXXX)-W(?:\d\d|XX)-\d"),
    "day": re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d"),
}
"""How dates of each sort are written."""


class Misfits:
    """The numbers and times of a short text, and the words between which they stand.

    Args:
        text: The text.
        claims: Its claims, in order.
        original: The long text.
    """

    def __init__(self, text: str, claims: Iterable[Claim], original: str) -> None:
        """Note what stands right before each claim."""
        self.text, self.original = text, original
        self.unread = {(claim.start, claim.end) for claim in unread(text, original)}
        asked = [one for one in claims if one.field == "text" and one.kind in {"quantity", "date"}]
        self.before = {later.id: earlier for earlier, later in pairwise(asked)}

    def of(self, claim: Claim) -> str | None:
        """A number or a time that cannot stand where it does, with the words beside it; None where it can."""
        first, last = claim.sentence or (0, len(self.text))
        before = self.text[max(first, claim.start - _AROUND) : claim.start]
        behind = self.text[claim.end : min(last, claim.end + _AROUND)]
        reasons = (
            (claim.start, claim.end) in self.unread,
            self._repeats(claim),
            self._is_cased(claim, before, behind),
            _is_behind(claim, before, behind),
            _has_article(claim, before, behind),
            not self.text.islower() and _is_bare(claim, before, behind),
            claim.kind == "quantity" and _is_miscounting(claim, before, behind),
        )
        if not any(reasons):
            return None
        told = _BESIDE.search(before)
        phrase = f"{told[0] if told else ''}{claim.text}{(_NEXT.match(behind) or [''])[0]}"
        return None if phrase.lower() in self.original.lower() else phrase

    def _is_cased(self, claim: Claim, before: str, behind: str) -> bool:
        """Whether it opens the text in small letters, or stands inside a sentence with a capital."""
        first = claim.text.split()[0]
        if claim.start == 0:
            return first[0].islower() and not self.original.islower()
        told, following = _LAST.search(before), _NEXT.match(behind)
        inside = told is not None and told[1].islower() and told[1] not in FUNCTION_WORDS.articles
        words_of_numbers = first.istitle() and (
            first.lower() in first_words() or first.lower() in FUNCTION_WORDS.articles
        )
        return inside and words_of_numbers and following is not None and following[1].islower()

    def _repeats(self, claim: Claim) -> bool:
        """Whether it says again what is right before it, or stands there without a word between."""
        other = self.before.get(claim.id)
        if other is None or other.sentence != claim.sentence:
            return False
        between, again = self.text[other.end : claim.start], other.text.lower() == claim.text.lower()
        if between == " ":
            return again or (other.kind == "quantity" and other.unit == "count" and sort(claim) == "year")
        return again and _JOINED.fullmatch(between) is not None


def unread(text: str, original: str) -> Iterator[Claim]:
    """The numbers and times of a short text that no claim is made of, and that cannot stand where they do.

    Args:
        text: The short text.
        original: The long text.
    """
    for match in _misplaced().finditer(text):
        if match["time"] or _closed().match(text, match.end()):
            start = match.start(match.lastgroup or 0)
            yield Claim("date", start, match.end(), text[start : match.end()], Interval())
    for match in _ONE.finditer(text):
        noun = match["noun"].lower()
        several = is_plural(noun) and noun not in FUNCTION_WORDS.phrase_stops
        told = match["are"] or (match["noun"].islower() if match["of"] else _counted(noun).search(original))
        if several and (told or _is_people(noun) or match["noun"] in COUNTRIES.named):
            yield _number(text, *match.span("one"))
    for match in _spelt().finditer(text):
        yield _number(text, *match.span())


def _number(text: str, start: int, end: int) -> Claim:
    return Claim(
        "quantity", start, end, text[start:end], Interval(), qualifier="vague", unit="count", dimension="count"
    )


def _counted(noun: str) -> re.Pattern[str]:
    """A noun behind a number, at most one word between them."""
    return re.compile(rf"(?:\d|\b(?:{any_of(first_words())}))\s(?:[a-z]+\s)?{re.escape(noun)}\b", re.IGNORECASE)


def sort(claim: Claim) -> str | None:
    """Of what sort a time is: "weekday", "ago", "aged"; None for others."""
    text = claim.text.lower()
    if claim.kind == "date":
        if text.endswith(" ago"):
            return "ago"
        if text.split()[0] in words().nearby:
            return None if any(map(is_plural, text.split())) else "nearby"
        written = claim.value.written if isinstance(claim.value, Interval) else None
        found = next((name for name, form in _FORMS.items() if form.fullmatch(written or "")), None)
        return found if found != "day" or any(map(str.isdigit, text)) else None
    if claim.dimension != "time":
        return None
    if text.endswith("-old"):
        return "aged"
    return "length" if " " in text and claim.measure != "age" and claim.unit != "day" else None


def _is_behind(claim: Claim, before: str, behind: str) -> bool:
    """Whether a time stands behind a preposition that such a time does not follow, and is all that follows it."""
    told, name = _LAST.search(before), sort(claim)
    verb = _LAST.search(before[: told.start()]) if told else None
    if verb and verb[1].lower() in words().phrasal:
        return False
    if told and name in words().unlike.get(told[1].lower(), ()):
        return _closed().match(behind) is not None
    if name in _CALENDRIC and _BEING.search(before):
        return _closed().match(behind) is not None
    person = _APPOSED.search(before) if claim.kind == "date" else None
    return (
        person is not None and name in words().unlike["aged"] and is_anybody(person[1]) and behind.lstrip()[:1] == ","
    )


def _is_bare(claim: Claim, before: str, behind: str) -> bool:
    """Whether a year or a month is the last word of its phrase, and no preposition ties it to the noun or verb before.

    Nor has "ago" what it tells of behind it ("four years ago's"), nor does "this" stand before a year or a day.
    """
    told, name = _LAST.search(before), sort(claim)
    if name == "ago" or (told and told[1].lower() in words().which and name in {"year", "day"}):
        return _OWNS.match(behind) is not None
    tied = told is None or not told[1].islower() or told[1] in _tying() or _LIKE_NOUN.search(before)
    return not tied and name in {"year", "month"} and _STOPS.match(behind) is not None


def _has_article(claim: Claim, before: str, behind: str) -> bool:
    """Whether the article before it is another word's, or it has one of its own."""
    told = _LAST.search(before)
    article = told[1].lower() if told else ""
    if article in FUNCTION_WORDS.articles and claim.text in words().adverbial and not _OWNS.match(behind):
        return True
    if _A.search(before) and (article == "an") != bool(_VOWEL.match(_SIGN.sub(r"\1", claim.text, count=1))):
        return True
    return article in _ARTICLES and claim.text.split()[0].lower() in FUNCTION_WORDS.articles


def _is_miscounting(claim: Claim, before: str, behind: str) -> bool:
    """Whether the noun behind a number is not one that such a number can have."""
    sign = _SIGN.match(claim.text)
    if sign and sign[1] and number_word(sign[1]):
        return True
    if (claim.dimension == "money" or claim.unit == "percent") and _SECOND_UNIT.match(behind):
        return True
    following = _NEXT.match(behind)
    if following and _is_people(following[1].lower()) and _is_of_no_people(claim, before):
        return True
    if following and following[1].lower() == claim.text.split()[-1].lower():
        return True
    part = _OF.match(behind)
    if part is None or not is_plural(part[1].lower()) or part[1] in FUNCTION_WORDS.phrase_stops:
        return False
    plain = _PLAIN.search(claim.text) if claim.unit == "count" and claim.qualifier != "vague" else None
    exact = plain is not None and (plain[1][0].isdigit() or all(map(number_word, plain[1].split("-"))))
    return exact or (claim.dimension == "money" and _is_people(part[1].lower()))


def _is_of_no_people(claim: Claim, before: str) -> bool:
    """Whether an amount does not count persons that stand right behind it: "the millions women", "40 tons people"."""
    if claim.qualifier == "vague" or claim.dimension in _MEASURES:
        return is_plural(claim.text.split()[-1].lower())
    known = _LAST.search(before)  # "less than the 3% analysts expected"
    return (claim.unit == "percent" or claim.dimension == "money") and (known is None or known[1] != "the")


def _is_people(noun: str) -> bool:
    """Whether a noun is a plural of persons of whom nothing is said."""
    one = singular(noun)
    return one != noun and (is_anybody(one) or one == singular("people"))


@cache
def _misplaced() -> re.Pattern[str]:
    """How often something is, or when on a day, behind a preposition; a time with two articles."""
    times = {name for name, unit in units().items() if unit.dimension == "time"}
    return pattern(
        "slips",
        "misplaced",
        prepositions=any_of(words().unlike),
        clockless=any_of(before for before, sorts in words().unlike.items() if "clock" in sorts),
        articles=any_of(_ARTICLES),
        often=any_of(words().often),
        stretches=any_of(words().stretches | times),
    )


@cache
def _tying() -> frozenset[str]:
    """Words behind which a year or a month needs no preposition: "since 2004", "this April", "summer 2004"."""
    times = {name for name, unit in units().items() if unit.dimension == "time"}
    small = FUNCTION_WORDS.phrase_stops | FUNCTION_WORDS.determiners | FUNCTION_WORDS.plain_adjectives
    return frozenset(CLOSING | small | times | words().stretches | words().which.keys() | words().tying)


@cache
def _spelt() -> re.Pattern[str]:
    """A number in words right beside a sign that stands beside digits."""
    number = any_of(one for one in first_words() if one.isalpha() and one not in FUNCTION_WORDS.determiners)
    return pattern("slips", "spelt", number=number)


@cache
def _closed() -> re.Pattern[str]:
    """What shows that no noun follows; nor "of", which may make one of what is before it."""
    return re.compile(rf"\s*(?:$|[.,;:!?)”\"]|(?:{any_of(CLOSING - {'of'} | {'that'})})\b)")
