"""Whose age a sentence gives: the person whose name stands beside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from auditor.extract.events.stages import kinds_of
from auditor.extract.people.world import COUNTRIES
from auditor.extract.speech.verbs import finite
from auditor.extract.speech.voices import Voices
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Claim

_BEFORE = pattern("people", "before_age")
_SAID = pattern("people", "age_said")
_APPOSED = pattern("people", "age_apposed")
_FOLLOWED = pattern("people", "age_followed")
_AFTER = re.compile(r",? (?P<words>(?:[a-z][a-z'’-]+ ){0,2})")
"""What may stand between "53-year-old" and a name behind it."""
_ALONE = pattern("people", "age_alone")
_NO_NAMES = FUNCTION_WORDS.openers | FUNCTION_WORDS.days | FUNCTION_WORDS.months
_NOUN = re.compile(r"[ \u00a0\n]([a-z]+)")
_REACH = 40


def people(claims: Sequence[Claim], full: Mapping[str, str | None]) -> list[Claim]:
    """Those of a document's claims that name somebody who may have an age, in order.

    Args:
        claims: The claims.
        full: The persons of the document by their surnames; a name of one word must be one of these.
    """
    return [claim for claim in claims if claim.kind == "name" and (" " in claim.text or full.get(claim.text))]


def owner(text: str, age: Claim, named: Sequence[Claim], voices: Voices) -> tuple[str, ...]:
    """The person whose age a claim gives; nobody where no name stands beside it, and it is not said of the subject.

    Args:
        text: The document's text.
        age: The claim, with the subject of its clause.
        named: What :func:`people` found, those near the claim at least.
        voices: The persons of the document.
    """
    full = voices.full
    low = bisect_left(named, age.start - 2 * _REACH, key=lambda name: name.start)
    near = named[low : bisect_right(named, age.end + _REACH, key=lambda name: name.start)]
    behind = next((name for name in near if name.start == age.end + 1), None) if "old" in age.text else None
    if behind is not None and " " in behind.text and not _is_origin(text, behind.end):
        return (full.get(behind.text) or behind.text,)  # "4-year-old Ann Lee, 7-year-old Bo Dahl"
    found = [name.text for name in near if name.end <= age.start and _BEFORE.fullmatch(text, name.end, age.start)]
    if not found and "old" in age.text:
        found = [
            name.text
            for name in near
            if full.get(name.text.rpartition(" ")[2]) and _APPOSED.fullmatch(text, name.end, age.start)
        ] or [
            name.text
            for name in near
            if name.start > age.end and _is_between(text, age.end, name.start) and not _is_origin(text, name.end)
        ]
    if not found and (alone := _ALONE.search(text, max(0, age.start - _REACH), age.start)):
        found = [alone["name"]] if alone["name"] not in _NO_NAMES and alone["name"] not in COUNTRIES.named else []
    if not found and _SAID.search(text, max(0, age.start - _REACH), age.start):
        meant = None if age.subject else _FOLLOWED.match(text, age.end)
        person = voices.named(meant.span("pronoun")) if meant is not None else None
        return (person,) if person is not None else age.subject
    return tuple(full.get(name) or name for name in found[:1])


def _is_between(text: str, start: int, end: int) -> bool:
    """Whether only what somebody is, a word or two, stands between an age and a name."""
    between = _AFTER.fullmatch(text, start, end)
    words = set(between["words"].split()) if between else FUNCTION_WORDS.parting_names
    return words.isdisjoint(FUNCTION_WORDS.parting_names) and words.isdisjoint(finite().sure)


def _is_origin(text: str, end: int) -> bool:
    """Whether a noun for a person follows a name, which says where that one is from: "a 31-year-old Asian nurse"."""
    following = _NOUN.match(text, end)
    return following is not None and "person" in kinds_of(following[1], plural=False)
