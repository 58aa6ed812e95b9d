"""The names in a run of capitalised words: without what opens the sentence, offices, and what holds two apart."""

import re
from functools import cache

from auditor.extract.people.persons import is_dated, is_opener
from auditor.extract.people.titles import GIVEN_NAMES, TITLES, ends_in
from auditor.extract.people.world import COUNTRIES
from auditor.extract.quantity.numbers import first_words
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Span

_JOINTS = word_set("people", "joining")
_ARTICLE = pattern("people", "article")
_TOKEN = re.compile(r"\S+")
_PAIR = 2

_Token = tuple[str, int, int]
_AND = FUNCTION_WORDS.single["and"]
_OF = FUNCTION_WORDS.single["of"]
_THE = FUNCTION_WORDS.single["the"]


def parts_of(text: str, span: Span, *, opens: bool) -> list[Span]:
    """The names in a run of capitalised words.

    What opens a sentence is left out; two names are parted at "and" and "for", and an office from whoever holds it.
    """
    tokens = [(match.group(), *match.span()) for match in _TOKEN.finditer(text, *span)]
    tokens = tokens[_opening(tokens) if opens else 0 :]
    parts: list[Span] = []
    current: list[_Token] = []
    for index, token in enumerate(tokens):
        if _is_apart(current, tokens[index:]):
            current = _close(parts, current)
        else:
            if current and _ends(current, tokens[index:]):
                current = _close(parts, current)
            current.append(token)
    _close(parts, current)
    return parts


def _opening(tokens: list[_Token]) -> int:
    """How many words open the sentence before a name: a number ("Scores of British …"), what a person is."""
    words = [word for word, _, _ in tokens]
    if words[0].lower() in first_words() and (words[1:2] == ["of"] or len(words) == _PAIR):
        return 2 if words[1] in _OF else 1
    if len(words) > 1 and words[0].rpartition("-")[2].islower():  # "Mother-of-three Ada Obi", "German-born Bo Lind"
        return 1
    return 1 if _is_person(words[1:]) and not (words[0] in GIVEN_NAMES.given or words[0] in COUNTRIES.saints) else 0


def _is_person(words: list[str]) -> bool:
    """Whether words are a given name and more that is no thing's name."""
    things = TITLES.things
    return (
        len(words) > 1
        and words[0] in GIVEN_NAMES.given
        and all(word[0].isupper() and word not in things for word in words)
    )


def _is_apart(before: list[_Token], tokens: list[_Token]) -> bool:
    """Whether the first of some words belongs to no name, or parts two."""
    word = tokens[0][0]
    if word in _JOINTS:
        apart = word in _AND and tokens[1:] and tokens[1][0] in _THE and all(left not in _OF for left, _, _ in before)
        return bool(apart) or not _joins(before, tokens[1:])
    if word in _OF and _is_person([word for word, _, _ in before]):
        return True
    feast = (
        word in FUNCTION_WORDS.feasts
        and tokens[1:]
        and tokens[1][0] in TITLES.things
        and not tokens[1][0].startswith("Day")
    )
    return (is_dated(word) and not feast) or (not before and _no_start(word))


def _ends(before: list[_Token], tokens: list[_Token]) -> bool:
    """Whether a name begins after an office ("Senator …") or a country ("American …")."""
    last, words = before[-1][0], [word for word, _, _ in tokens]
    if _is_held(before):
        return words[0] not in TITLES.things and words[0] not in TITLES.inner
    placed = last in COUNTRIES.named and last not in GIVEN_NAMES.given
    return placed and _is_person(words)


def _is_held(tokens: list[_Token]) -> bool:
    """Whether the last of some words is an office, and not the surname of somebody whose given name is before it."""
    named = len(tokens) > 1 and tokens[-1][0] in GIVEN_NAMES.surnames and tokens[0][0] in GIVEN_NAMES.given
    return not named and _is_office(tokens[-1][0])


def _is_in_office(tokens: list[_Token]) -> bool:
    """Whether some words end in an office or a rank; what ends in a job may be a thing: "Steadfast Defender"."""
    if not tokens or not _is_held(tokens):
        return False
    return tokens[-1][0] in TITLES.heads or any(form.group != "job" for form in TITLES.forms.get(tokens[-1][0], ()))


def _is_office(word: str) -> bool:
    """Whether a word is the last of a title that stands before a name, but for those of kings and queens."""
    if word in TITLES.heads or word in GIVEN_NAMES.given:
        return word in TITLES.heads
    forms = TITLES.forms.get(word, ())
    return any(not form.tail and form.group != "royal" for form in forms) and not word.isupper()


def is_whole_office(words: list[str]) -> bool:
    """Whether words are an office and nothing else: "Secretary of State"."""
    rest = "".join(f" {word.lower()}" for word in words[1:])
    return any(form.tail == rest for form in TITLES.forms.get(words[0], ()))


def is_led(word: str) -> bool:
    """Whether a word tells where something is, or by whom it is led: "London-based"."""
    return ends_in(word, TITLES.led)


def _no_start(word: str) -> bool:
    """Whether no name begins with a word: small words, openers of sentences, courtesy titles."""
    if word[0].islower() or word == "&" or is_led(word):
        return True
    return is_opener(word.replace("’", "'").partition("'")[0]) or word.lower().rstrip(".") in TITLES.honorifics


def _close(parts: list[Span], tokens: list[_Token]) -> list[_Token]:
    """Add a name, without the office after it; none if only words of an office are left."""
    held = _is_in_office(tokens)
    while tokens and (tokens[-1][0][0].islower() or tokens[-1][0] == "&" or _is_in_office(tokens)):
        tokens = tokens[:-1]
    if tokens and not (held and (tokens[-1][0].lower() in _of_offices() or len(tokens) == 1)):
        parts.append((tokens[0][1], tokens[-1][2]))
    return []


@cache
def _of_offices() -> frozenset[str]:
    """Words that stand before the last word of a title: "Prime", "Deputy", "Defence"."""
    forms = {first.lower() for first, found in TITLES.forms.items() if any(form.tail for form in found)}
    portfolios = {word for portfolio in TITLES.portfolio_of for word in portfolio.split()}
    return frozenset({*forms, *portfolios, *TITLES.ranked, *TITLES.former, *TITLES.apart, *TITLES.future})


def _joins(before: list[_Token], after: list[_Token]) -> bool:
    """Whether "and" or "for" stands inside one name: "Support and Procurement Agency", "Ministry of Trade and Labour".

    Args:
        before: The words of the name so far.
        after: The words that follow the joint.
    """
    things = TITLES.things
    if not before or not after:
        return False
    left = [word for word, _, _ in before]
    for joint in ("of", "for"):
        if joint in left:
            return any(word in things for word in left[: left.index(joint)])
    right = " ".join(word for word, _, _ in after)
    if right in COUNTRIES.named or after[-1][0] in COUNTRIES.continents:
        return False
    return (after[-1][0] in things and left[-1] not in things) or (len(left) == 1 and left[0] in things)


def merged(text: str, parts: list[Span]) -> list[Span]:
    """Parts again, but one for a name that lists its fields: "Joint Analysis, Training and Education Centre"."""
    merged: list[Span] = []
    for part in parts:
        if merged and text[merged[-1][1] : part[0]] == ", " and " and " in text[slice(*part)]:
            before = text[max(0, merged[-1][0] - 12) : merged[-1][0]]
            if _ARTICLE.search(before):
                merged[-1] = (merged[-1][0], part[1])
                continue
        merged.append(part)
    return merged
