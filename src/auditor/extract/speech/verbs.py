"""The verbs of news: who speaks, what happens, how sure it is."""

import re
from functools import cache
from typing import NamedTuple

from auditor.extract.function_words import FUNCTION_WORDS
from auditor.extract.words import inflected, listed
from auditor.language import Table, load
from auditor.model import Modality

STRENGTH: tuple[Modality, ...] = ("denied", "hypothetical", "proposed", "planned", "expected")
"""The modalities that cues tell, the one that prevails first."""

AUXILIARY = FUNCTION_WORDS.auxiliaries
"""Finite auxiliaries."""


class Cues(Table):
    """Cues of one modality, separated by commas."""

    after: str
    clause: str


class Verbs(Table):
    """Verbs of speech and cues of modality."""

    speech: str
    continuing: str
    with_next: str
    reporting: str
    nouns: str
    heard_by: dict[str, str]
    issued: str
    participles: str
    passing_on: str
    adjacent: str
    tellers: str
    finite: str
    finite_past: str
    no_events: str
    measures: str
    modality: dict[str, Cues]


class Speech(NamedTuple):
    """The verbs of speech, ready for looking up; ``plain`` are those that report and are no nouns."""

    finite: frozenset[str]
    continuing: frozenset[str]
    with_next: frozenset[str]
    needs_next: frozenset[str]
    reporting: frozenset[str]
    nouns: frozenset[str]
    plain: frozenset[str]
    heard_by: dict[str, frozenset[str]]
    issued: frozenset[str]
    participles: frozenset[str]
    passing_on: frozenset[str]
    adjacent: frozenset[str]
    tellers: frozenset[str]


@cache
def speech() -> Speech:
    """The verbs of speech."""
    table = load("verbs", Verbs)
    pairs = listed(table.with_next)
    return Speech(
        frozenset(table.speech.split()),
        frozenset(table.continuing.split()),
        pairs,
        frozenset(pair.split()[0] for pair in pairs),
        frozenset(table.reporting.split()),
        frozenset(table.nouns.split()),
        frozenset(table.reporting.split()) - set(table.nouns.split()),
        {verb: frozenset(subjects.split()) for verb, subjects in table.heard_by.items()},
        frozenset(table.issued.split()),
        frozenset(table.participles.split()),
        frozenset(table.passing_on.split()),
        frozenset(table.adjacent.split()),
        frozenset(table.tellers.split()),
    )


class Entry(NamedTuple):
    """A cue: what follows its first word, what it tells, whether of its whole clause or only of what follows."""

    tail: str
    modality: Modality
    whole: bool


@cache
def cues() -> dict[str, tuple[Entry, ...]]:
    """The cues of modality by their first word, the longest first."""
    table = load("verbs", Verbs)
    found: dict[str, list[Entry]] = {}
    for modality in STRENGTH:
        for whole, phrases in ((False, table.modality[modality].after), (True, table.modality[modality].clause)):
            for phrase in listed(phrases):
                first, space, rest = phrase.partition(" ")
                found.setdefault(first, []).append(Entry(space + rest, modality, whole))
    return {first: tuple(sorted(entries, key=lambda one: (-len(one.tail), one))) for first, entries in found.items()}


class Finite(NamedTuple):
    """Verb forms: those that are hardly ever nouns, base forms, which often are, and forms of the past."""

    sure: frozenset[str]
    bare: frozenset[str]
    past: frozenset[str]


@cache
def finite() -> Finite:
    """The finite forms of the verbs that news tells events with, auxiliaries included."""
    verbs = load("verbs", Verbs)
    forms = [form for verb in verbs.finite.split() for form in inflected(verb)]
    past = {word for kind, word in forms if kind == "past"} | AUXILIARY
    past |= {word for verb in verbs.finite_past.split() for kind, word in inflected(verb) if kind == "past"}
    sure = {word for kind, word in forms if kind == "third"} | set(verbs.reporting.split()) | past
    return Finite(frozenset(sure), frozenset(word for kind, word in forms if kind == "base") - sure, frozenset(past))


_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|gets?|got|as|than)(?: (?:also|being|[a-z]+ly))? $")


def is_passive(text: str, start: int, word: str) -> bool:
    """Whether a participle tells what was said of or to its subject: "was told", "were thought"; not "was quoted"."""
    participle = word.endswith("ed") or word in speech().participles
    return (
        participle and word not in speech().passing_on and _PASSIVE.search(text, max(0, start - 24), start) is not None
    )


@cache
def no_events() -> frozenset[str]:
    """Past forms that tell of nothing that happened on the day behind them."""
    return AUXILIARY | frozenset(load("verbs", Verbs).no_events.split())


@cache
def measures() -> frozenset[str]:
    """Nouns that name a figure of something rather than a doer: "revenue", "toll"."""
    return frozenset(load("verbs", Verbs).measures.split())
