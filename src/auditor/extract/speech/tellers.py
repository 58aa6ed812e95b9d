"""The subject of a verb of speech: whom the words before it name."""

import re
from typing import NamedTuple

from auditor.extract.people.persons import is_dated, person_before
from auditor.extract.people.world import COUNTRIES
from auditor.extract.speech.verbs import AUXILIARY, finite, speech
from auditor.extract.speech.voices import Voices, is_filler
from auditor.extract.words import WORD
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import UPPER, pattern
from auditor.model import Span

_REACH = 160
_MOST_PARTS = 7
_PARTING = pattern("speech", "parting")
_ARTICLES = FUNCTION_WORDS.determiners
_PREPOSITIONS = FUNCTION_WORDS.prepositions | FUNCTION_WORDS.aside
_RELATIVES = FUNCTION_WORDS.relatives
_APPOSING = frozenset((",", "(", ")", "–", "—", "-"))


_TIED = pattern("speech", "tied")
_NAME = re.compile(rf"[{UPPER}][\w’'.-]*(?: [{UPPER}][\w’'.-]*)+")
_ON = FUNCTION_WORDS.single["on"]


class _Part(NamedTuple):
    """A piece of a sentence between boundaries, and what stands before it."""

    start: int
    end: int
    joint: str


def who_before(text: str, voices: Voices, first: int, verb: int) -> str | None:
    """The subject of a verb of speech: whom the words from its clause's start to the verb name."""
    low = max(first, verb - _REACH)
    parts = _parts(text, voices, low, verb)
    nearest = parts[0]
    words = text[nearest.start : nearest.end].split()
    if not FUNCTION_WORDS.single["who"].isdisjoint(words[:1]) and all(map(is_filler, words[1:])):
        return _antecedent(text, nearest.start, low)
    if not all(map(is_filler, words)):
        if nearest.joint in FUNCTION_WORDS.single["and"] and len(parts) > 1 and _is_listed(text, voices, parts[1]):
            return None
        return _named(text, voices, nearest)
    if nearest.joint in FUNCTION_WORDS.single["and"]:
        return _elided(text, voices, parts[1:])
    if nearest.joint not in _APPOSING:
        return None
    return _opening(text, voices, first, verb) or _apposed(text, voices, parts[1:])


def _opening(text: str, voices: Voices, first: int, verb: int) -> str | None:
    """The person who opens the sentence, where commas set off all that follows: "X, of the union Y, which …, said"."""
    comma = text.find(",", first, verb)
    if comma < 0 or not text.endswith(", ", first, verb):
        return None
    person = person_before(text, comma, first)
    return voices.person((first, comma)) or (person.name if person is not None and person.start == first else None)


def _parts(text: str, voices: Voices, low: int, verb: int) -> list[_Part]:
    """The pieces of a text before a verb, the nearest first."""
    edges = [(low, low, "")]
    for match in _PARTING.finditer(text, low, verb):
        if match["and"] is None or not voices.in_name(match.start()):
            joint = (match["hard"] or match["set_off"] or match["and"] or match["clause"]).strip()
            edges.append((*match.span(), joint))
    edges = edges[-_MOST_PARTS:]
    ends = [*(start for start, _, _ in edges[1:]), verb]
    return [_Part(edge[1], end, edge[2]) for edge, end in zip(edges, ends, strict=True)][::-1]


def _antecedent(text: str, who: int, low: int) -> str | None:
    """Whom "who" means: the person named before the comma."""
    person = person_before(text, text.rfind(",", low, who), low)
    return person.name if person is not None else None


def named_beside(text: str, voices: Voices, span: Span) -> str | None:
    """Whom the words beside a verb of speech name, where they are a noun phrase."""
    phrase = _phrase(text, span, _PREPOSITIONS)
    return voices.named(phrase) if phrase is not None else None


def _named(text: str, voices: Voices, part: _Part, ties: frozenset[str] = _PREPOSITIONS) -> str | None:
    phrase = _phrase(text, (part.start, part.end), ties)
    return voices.telling(phrase) if phrase is not None else None


def _is_listed(text: str, voices: Voices, part: _Part) -> bool:
    """Whether a part before "and" is one of several speakers: no statement of its own."""
    words = [match.group() for match in WORD.finditer(text, part.start, part.end)]
    return not any(word in finite().sure for word in words[1:]) and _named(text, voices, part) is not None


def _elided(text: str, voices: Voices, parts: list[_Part]) -> str | None:
    """The subject of the statement before "and", which goes on with the verb of speech: "X resigned and said"."""
    while parts and parts[0].joint == "," and not text[parts[0].start : parts[0].end].strip():
        del parts[0]
    if not parts:
        return None
    before = ""
    for word in WORD.finditer(text, parts[0].start, parts[0].end):
        if word.group() in finite().sure and before.lower() not in _ARTICLES:
            if before:
                return _named(text, voices, parts[0]._replace(end=word.start()))
            break
        before = word.group()
    return _apposed(text, voices, parts[1:]) if parts[0].joint == "," else None


def _apposed(text: str, voices: Voices, parts: list[_Part]) -> str | None:
    """The subject of a verb after a comma: a person named in what the commas set off, else what comes first there."""
    head = beside = None
    for index, part in enumerate(parts):
        name = text[part.start : part.end].strip()
        known = voices.person((part.start, part.end))
        if known is not None:
            return known
        found = None
        if name.split(" ", 1)[0].lower() not in _RELATIVES and not (name in COUNTRIES.countries and part.joint == ","):
            found = _named(text, voices, part, FUNCTION_WORDS.single["by"])
        if found is not None:
            described = found.split()[-1].islower() and _TIED.search(found) is None
            head = beside if beside is not None and described and _NAME.fullmatch(beside) else found
        beside = found
        listed = part.joint in FUNCTION_WORDS.single["and"] and (
            not head or any(_is_listed(text, voices, one) for one in parts[index + 1 :][:1])
        )
        if part.joint not in _APPOSING and not listed:
            break
    return head


def _phrase(text: str, span: Span, ties: frozenset[str]) -> Span | None:
    """The noun phrase in front of a verb, without what is no part of it; None if the words are none.

    Args:
        text: The text.
        span: The words before the verb.
        ties: What may tie to a participle whatever says more of the noun before it: "a report published in …".
    """
    words = list(WORD.finditer(text, *span))
    while words and is_filler(words[0].group()):
        del words[0]
    if not words or any(text[word.start() - 1 : word.start()] == "-" for word in words[:2]):
        return None
    if len(words) > 2 and is_dated(words[-1].group()) and words[-2].group() in _ON:  # noqa: PLR2004 - "X on Monday"
        del words[-2:]
    last = next((word for word in reversed(words) if not is_filler(word.group())), words[-1])
    if last.group().lower().replace("’", "'").partition("'")[0] in FUNCTION_WORDS.pronouns:
        return last.span()
    outer = {words[0].group().lower()} & FUNCTION_WORDS.pronouns | {last.group().lower()} & (_ARTICLES | _PREPOSITIONS)
    if outer:
        return None
    if words[0].group().lower() in _PREPOSITIONS:
        words = _after_adverbial(words)
    words = _before_relative(words)
    words = _before_verb(words, ties)
    return (words[0].start(), words[-1].end()) if words else None


def _after_adverbial(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """What follows an adverbial without a comma: "On Monday police", "In a statement the ministry"."""
    for index, word in enumerate(words[1:], 1):
        if is_dated(word.group()):
            return words[index + 1 :]
        before = words[index - 1].group().lower()
        if index > 1 and word.group() in _ARTICLES and before not in _PREPOSITIONS:
            return words[index:]
    return []


def _before_relative(words: list[re.Match[str]]) -> list[re.Match[str]]:
    for index, word in enumerate(words[1:], 1):
        if word.group() in _RELATIVES:
            return words[:index]
    return words


def _before_verb(words: list[re.Match[str]], ties: frozenset[str]) -> list[re.Match[str]]:
    """What stands before a participle ("a report published by"), or after another verb of speech; else no phrase."""
    for index, word in enumerate(words):
        name, before = word.group(), words[index - 1].group().lower() if index else ""
        said = name in speech().plain
        if not (said or name in finite().past) or before in _ARTICLES:
            continue
        following = words[index + 1].group() if index + 1 < len(words) else ""
        if index and name not in AUXILIARY and following in ties:
            return words[:index]
        if all(is_filler(one.group()) for one in words[index:]):
            return words[:index]
        return words[index + 1 :] if said and following not in _ARTICLES else []
    return words
