"""The thing or person that a stage is told of: before an auxiliary, or after a verb."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from auditor.extract.document import Document
from auditor.extract.events.described import described_after, described_before
from auditor.extract.events.phrases import ARTICLES, Phrase, is_inner, phrase_at
from auditor.extract.events.stages import STATUSES, Sense, kinds_of
from auditor.extract.people.known import people
from auditor.extract.people.persons import Person, is_dated, person_at, person_before, surname
from auditor.extract.people.roles import roles
from auditor.extract.speech.verbs import finite, speech
from auditor.extract.words import WORD, bare, is_gap, tokens_before
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, pattern
from auditor.model import Role, Span

Named = tuple[int, str]
"""Where a thing or person is named, and how."""

_AGE = pattern("events", "age")
_SURNAME = pattern("events", "surname")
_ADDED = pattern("events", "added")
_RELATIVE = pattern("events", "relative")
_OLD = pattern("events", "old")
_WHO = ", who "
_ADDITION = 160
_LEFT = 14
_REACH = 60
_NAME = 4
"""How many words a name between "between" and "and" has at most."""


def subject(document: Document, end: int, sense: Sense, sentence: Span, auxiliary: str) -> Named | None:
    """Whom or what a stage is told of, named before an auxiliary or verb, or before what commas set off there."""
    edge = _before_addition(document.text, end, sentence[0])
    if "person" in sense.kinds:
        found = _person(document, end if edge is None else edge, sentence)
        return found if found is not None and _alone(document.text, found[0], sentence[0], auxiliary) else None
    if edge is None:
        return _thing_before(document.text, end, sense, sentence[0])
    named = _thing_before(document.text, edge, sense, sentence[0])
    return named if named is not None and not _is_oblique(document.text, named[0], sentence[0]) else None


def _before_addition(text: str, end: int, floor: int) -> int | None:
    """Where the subject ends before what commas set off: "Ann Lee, 41, a nurse, was", "Ann Lee, who was"."""
    if text.startswith(_WHO, end - len(_WHO)):
        return end - len(_WHO) + 1
    if text.startswith((" but ", " and "), end - len(" but ")):
        joined = _RELATIVE.search(text, max(floor, end - _ADDITION), end)
        return joined.start() + 1 if joined is not None else None
    if not text.startswith(", ", end - 2):
        return None
    match = _ADDED.search(text, max(floor, end - _ADDITION), end)
    if match is None:
        return None
    told = match["who"] is None and any(word.group() in finite().sure for word in WORD.finditer(match.group()))
    return None if told else match.start() + 1


def _thing_before(text: str, end: int, sense: Sense, floor: int) -> Named | None:
    """The definite thing of a kind that is named right before a position."""
    starts, edge = [], end - text.startswith(",", end - 1)
    end = edge
    for token in tokens_before(text, end, floor)[:_LEFT]:
        gap = text[token.end() : edge]
        if gap and not is_gap(gap) and gap != ", ":
            break
        if token.group().lower() in FUNCTION_WORDS.clause_starters and not _between(text, token, floor):
            break
        starts.append(token.start())
        edge = token.start()
    for start in reversed(starts):
        phrase = phrase_at(text, start, end)
        if phrase is not None and phrase.start == start:
            named, last = thing(text, phrase, sense.kinds, end)
            if named is not None and (last == end or is_gap(text[last:end])):
                return start, named
    return None


def _between(text: str, token: re.Match[str], floor: int) -> bool:
    """Whether a word is the "and" of "between X and Y"."""
    return token.group() in FUNCTION_WORDS.single["and"] and "between" in (
        one.group() for one in tokens_before(text, token.start(), floor, _REACH)[:_NAME]
    )


def _person(document: Document, end: int, sentence: Span) -> Named | None:
    """The person before a position: with an office, in full, by a surname that stands for one person, or described."""
    text, floor = document.text, sentence[0]
    age = _AGE.search(text, max(floor, end - 14), end)
    stop = age.start() if age is not None else end - text.startswith(",", end - 1)
    held = roles(document)
    last = bisect_right(held, stop, key=lambda claim: claim.end) - 1 if text[stop - 1] != "," else -1
    office = held[last] if last >= 0 and held[last].end >= stop - 2 else None
    if office is not None and isinstance(office.value, Role) and " " in office.value.person:
        return office.start, office.value.person
    person = person_before(text, stop, floor)
    if person is not None and " " in person.name:
        return person.start, _OLD.sub("", person.name)
    match = _SURNAME.search(text[max(floor, stop - _REACH) : stop])
    full = people(document).full.get(bare(match["name"])) if match is not None else None
    if match is None or full is None or not (match["mr"] or " " in full) or surname(full) != match["name"]:
        return described_before(text, stop, sentence)
    return max(floor, stop - _REACH) + match.start(), full


def person_after(document: Document, end: int, limit: int) -> tuple[int, str] | None:
    """Where the name of the person right after a verb ends, and the name in full: "arrested former mayor Ann Lee"."""
    text = document.text
    if not is_gap(text[end : end + 1]):
        return None
    person = person_at(text, end + 1, limit)
    if person is not None and " " in person.name:
        return person.end, person.name
    held = roles(document)
    claim = held[index] if (index := bisect_left(held, end + 1, key=lambda one: one.start)) < len(held) else None
    opens = claim is not None and claim.end <= limit and text[end + 1 : claim.start] in {"", "the ", "The "}
    if claim is None or not opens or not isinstance(claim.value, Role):
        return described_after(text, end + 1, limit)
    named = text.endswith(claim.value.person, 0, claim.end)
    return (claim.end, claim.value.person) if named and " " in claim.value.person else None


def named_after_comma(text: str, end: int, floor: int) -> Person | None:
    """The person named in full between commas, with an office or without: "her rival, mayor Ann Lee, conceded"."""
    if not text.startswith(", ", end - 2):
        return None
    person = person_before(text, end - 2, floor)
    comma = text.rfind(", ", floor, end - 2)
    if person is None or " " not in person.name or comma < 0:
        return None
    between = [word.group().lower() for word in WORD.finditer(text, comma, person.start)]
    return person if all(word in ARTICLES or not is_inner(word) for word in between) else None


def _alone(text: str, start: int, floor: int, auxiliary: str) -> bool:
    """Whether a name is the subject, and of a verb in its number: not "near Diego Garcia have been …"."""
    if text.endswith(", and ", floor, start):
        return True
    if _is_oblique(text, start, floor):
        return text[floor:start].endswith("and ") and auxiliary in FUNCTION_WORDS.plural
    return auxiliary not in FUNCTION_WORDS.plural


def _is_oblique(text: str, start: int, floor: int) -> bool:
    """Whether a preposition, "and" or the verb of another clause stands right before a name."""
    before = tokens_before(text, start, floor)[:1]
    if not before or not is_gap(text[before[0].end() : start]):
        return False
    word = before[0].group()
    return word.lower() in FUNCTION_WORDS.oblique or (word in finite().past and word not in speech().reporting)


def thing(text: str, phrase: Phrase | None, kinds: frozenset[str], limit: int) -> tuple[str | None, int]:
    """The name of a thing of one of the kinds and where it ends; no name where it is not a definite one.

    Article and adjectives are left out; a place that follows belongs to it.
    """
    if phrase is None:
        return None, 0
    if not kinds_of(phrase.head.lower()) & kinds:
        return None, phrase.end
    words = list(phrase.words)
    if words[0].lower() in STATUSES.indefinite:
        return None, phrase.end
    dropped = 0
    while len(words) > 1 and words[0].lower() in STATUSES.describing:
        del words[0]
        dropped += 1
    alone = len(words) == 1 and phrase.article
    place = _place().match(text, phrase.end, limit) if alone or phrase.article in FUNCTION_WORDS.single["the"] else None
    place = None if place is None or is_dated(place[1]) else place
    end = phrase.end if place is None else phrase.end + len(bare(place.group()))
    if len(words) == 1 and place is None and phrase.article not in FUNCTION_WORDS.single["the"]:
        return None, phrase.end
    tokens = list(WORD.finditer(text, phrase.first, phrase.end))
    return " ".join(text[tokens[dropped].start() : end].split()), end


@cache
def _place() -> re.Pattern[str]:
    """A place after a thing: " in Dayton"."""
    word = rf"[{UPPER}][\w’'-]+"
    return re.compile(rf" (?:{'|'.join(sorted(STATUSES.places))}) ({word})(?: {word}){{0,3}}")
