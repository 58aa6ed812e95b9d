"""What two claims are about, in the words of their sources: a headline for whoever has not read them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from auditor.compare import topics
from auditor.extract.events import stages
from auditor.extract.quantity.counted import singular
from auditor.extract.quantity.numbers import number_word
from auditor.extract.quantity.units import units
from auditor.extract.speech.verbs import finite
from auditor.model import TIME_OF_DAY, Claim, Stage
from auditor.wording.words import WORDS

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[,;:()–—]")
_BETWEEN = r"\W+(?:\w{1,3}\W+)?"
"""What stands between the words of a measure, from which articles are left out."""
_POSSESSIVE = re.compile(r"['’]s?$")
_VERBAL = "ed", "ing"
_SIGN = re.compile(r"[^\w\s'’-]|\d")
_FAR, _NEAR = 8, 5
"""How many words away from a claim the words stand that tell what it is of; of one that says what it counts, fewer."""
_APART = 2
"""How many words a sign between two counts for."""
_COUNTED = 6
"""Within how many words behind a number stands what it counts."""
_SMALL = 2
"""So many words without content may stand inside a phrase."""
_LONG = 3
"""The fewest letters of a word that tells anything."""
_MOST, _LONGEST = 2, 6
"""The most phrases that are told, and the most words of one."""
_GAP = " … "
_BREAK = "#"
"""What stands for a number, and for the claim itself, as no phrase goes on behind them."""


class Placed(NamedTuple):
    """A claim in its sentence.

    Attributes:
        claim: The claim.
        sentence: The text of its sentence; empty for a claim that stands in none.
        start: Where it begins there.
        end: Where it ends.
    """

    claim: Claim
    sentence: str
    start: int
    end: int


class _Word(NamedTuple):
    start: int
    end: int
    stem: str
    away: int


def figure(one: Placed) -> str:
    """The words of a claim, and what it counts where that follows: ``42 coaches``."""
    end, text = _counted(one), one.claim.text
    told = one.sentence[one.start : end] if end > one.end else text
    opens = one.claim.kind == "quantity" and one.claim.dimension != "money" and text[1:2].islower()
    return told[:1].lower() + told[1:] if opens else told


def about(left: Placed, right: Placed) -> str | None:
    """What two claims are about; None if their sources do not say it in words that an editor would know.

    That is the thing that has reached a stage, or what both measure; else the words of the left one's sentence that
    the right one's has too, those nearest to the claim first; else what one of them measures, or of whom it is; else
    the word that follows both.
    """
    told = (
        _thing(left) or _measure(left, right) or _shared(left, right) or _else(left, right) or _following(left, right)
    )
    if not told or {*topics.words(told)} <= {*topics.words(figure(left))}:
        return None
    return _of_doer(_POSSESSIVE.sub("", told), next(chain(left.claim.subject, right.claim.subject), ""))


def _of_doer(told: str, doer: str) -> str:
    """What begins with a verb, or with the end of a name, with whose it is: "Council … released" for "released"."""
    first, _, rest = told.partition(" ")
    if doer.endswith(f" {first}"):
        return f"{doer} {rest}".rstrip()
    is_verb = first.lower() in finite().sure | finite().bare or (len(first) > _LONG + 1 and first.endswith(_VERBAL))
    is_other = {*topics.words(doer)}.isdisjoint(topics.words(told))
    return f"{doer}{_GAP}{told}" if is_verb and doer and is_other else told


def _thing(one: Placed) -> str | None:
    """What has reached a stage."""
    value = one.claim.value
    return value.thing if isinstance(value, Stage) and stages.place(value.stage) else None


def _measure(left: Placed, right: Placed) -> str | None:
    """What both claims measure, in the fewer words."""
    ours, theirs = _measured(left), _measured(right)
    if not ours or not theirs or {*topics.words(ours)}.isdisjoint(topics.words(theirs)):
        return None
    return _of_whom(min((left, right), key=lambda one: len(_measured(one).split())))


def _measured(one: Placed) -> str:
    """What a claim measures; empty if that tells nothing, as what a time of day is counted from."""
    measure = one.claim.measure or ""
    return "" if one.claim.dimension == TIME_OF_DAY or topics.stem_of(measure) in _dull() else measure


def _else(left: Placed, right: Placed) -> str | None:
    measured = (one for one in (left, right) if _measured(one))
    told = next(measured, None)
    return _of_whom(told) if told else next(chain(left.claim.subject, right.claim.subject), None)


def _of_whom(one: Placed) -> str:
    """What a claim measures; of an age also whose it is."""
    measure = _measured(one)
    whose = one.claim.subject if " " not in measure and one.claim.unit == "year" else ()
    return " of ".join((_spelled(measure, one.sentence), *whose[:1]))


def topic(one: Placed) -> str | None:
    """What a claim measures or counts, as its sentence spells it; None if it does not say."""
    told = one.claim.measure or one.claim.counted
    return _spelled(told, one.sentence) if told else None


def _spelled(measure: str, sentence: str) -> str:
    """A measure as a sentence spells it: "Upton death toll" for "upton death toll"."""
    found = re.search(_BETWEEN.join(map(re.escape, measure.split())), sentence, re.IGNORECASE)
    return found[0] if found else measure


def _following(left: Placed, right: Placed) -> str | None:
    """The word that follows both claims."""
    ours, theirs = (_TOKEN.match(one.sentence, one.end + 1) for one in (left, right))
    return ours[0] if ours and theirs and ours[0] == theirs[0] and ours[0].isalpha() else None


def _counted(one: Placed) -> int:
    """Where what a claim counts ends, if it follows right behind it; else where the claim ends."""
    claim, end = one.claim, one.end
    if not claim.counted:
        return end
    head = claim.counted.split()[-1].lower()
    for word in islice(_TOKEN.finditer(one.sentence, end), _COUNTED):
        if not one.sentence[end : word.start()].isspace():
            break
        if singular(word[0].lower()) == head:
            return word.end()
        end = word.end()
    return one.end


def _shared(left: Placed, right: Placed) -> str | None:
    """The phrases of the left claim's sentence that the right one's has too, the nearest ones."""
    theirs = {word.stem for word in _words(right)} - _dull()
    reach = _NEAR if _counted(left) > left.end else _FAR
    runs: list[list[_Word]] = []
    small = _SMALL + 1
    for word in _words(left):
        if word.stem in theirs and word.away <= reach:
            is_joined = small <= _SMALL and not _SIGN.search(left.sentence, runs[-1][-1].end, word.start)
            if is_joined and len(runs[-1]) < _LONGEST:
                runs[-1].append(word)
            else:
                runs.append([word])
            small = 0
        else:
            small += _SMALL + 1 if word.stem else 1
    nearest = sorted(runs, key=lambda run: min(word.away for word in run))[:_MOST]
    told = [left.sentence[run[0].start : run[-1].end] for run in sorted(nearest, key=lambda run: run[0].start)]
    return _GAP.join(told) or None


@cache
def _dull() -> frozenset[str]:
    """Stems that do not tell what a figure is of: of words that stand beside any, of units, of days."""
    days = (*WORDS.weekdays, *WORDS.months, *units())
    return topics.everywhere() | {"", _BREAK, *map(topics.stem_of, days)}


def _words(one: Placed) -> Iterator[_Word]:
    """The words of a claim's sentence but for its own, with how far away they stand from it.

    A word that tells nothing has no stem.
    """
    end = _counted(one)
    tokens = [(match, 1 if match[0][0].isalnum() else _APART) for match in _TOKEN.finditer(one.sentence)]
    before = [(match, cost) for match, cost in tokens if match.end() <= one.start]
    after = [(match, cost) for match, cost in tokens if match.start() >= end]
    away = sum(cost for _, cost in before)
    for match, cost in before:
        yield from _word(match, away)
        away -= cost
    yield _Word(one.start, end, _BREAK, 0)
    for match, cost in after:
        away += cost
        yield from _word(match, away)


def _word(match: re.Match[str], away: int) -> Iterator[_Word]:
    text = match[0]
    if text[0].isdigit() or number_word(text.lower()):
        yield _Word(*match.span(), _BREAK, away)
    elif text[0].isalpha():
        yield _Word(*match.span(), topics.stem_of(text) if len(text) >= _LONG else "", away)
