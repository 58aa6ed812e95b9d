"""The verbs of news: who speaks, what happens, how sure it is."""

from functools import cache, cached_property
from typing import NamedTuple

from auditor.extract.words import forms, inflected
from auditor.language import Table, WordList, Words, WordSet, load
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Modality

STRENGTH: tuple[Modality, ...] = ("denied", "hypothetical", "proposed", "planned", "expected")
"""The modalities that cues tell, the one that prevails first."""

AUXILIARY = FUNCTION_WORDS.auxiliaries
"""Finite auxiliaries."""


class Cues(Table):
    """Cues of one modality: of what follows them, and of their whole clause."""

    after: WordList
    clause: WordList


class Speech(Table):
    """The verbs of speech; what each set is for stands beside it in the table."""

    finite: Words
    continuing: Words
    with_next: WordSet
    reporting: Words
    nouns: Words
    addressing: Words
    heard_by: dict[str, Words]
    issued: Words
    participles: Words
    passing_on: Words
    adjacent: Words
    tellers: Words

    @cached_property
    def needs_next(self) -> frozenset[str]:
        """The verbs of speech that are such only with the word that follows."""
        return frozenset(pair.split()[0] for pair in self.with_next)

    @cached_property
    def plain(self) -> frozenset[str]:
        """The verbs that report and are no nouns."""
        return self.reporting - self.nouns


class Verbs(Table):
    """Verbs of speech, of events, and cues of modality."""

    speech: Speech
    finite: Words
    finite_past: Words
    light: Words
    no_events: Words
    measures: Words
    punishing: Words
    cue_nouns: Words
    modality: dict[str, Cues]


VERBS = load("verbs", Verbs)


def speech() -> Speech:
    """The verbs of speech."""
    return VERBS.speech


class Entry(NamedTuple):
    """A cue: what follows its first word, what it tells, whether of its whole clause or only of what follows."""

    tail: str
    modality: Modality
    whole: bool


@cache
def cues() -> dict[str, tuple[Entry, ...]]:
    """The cues of modality by their first word, the longest first."""
    modality = VERBS.modality
    found: dict[str, list[Entry]] = {}
    for name in STRENGTH:
        for whole, phrases in ((False, modality[name].after), (True, modality[name].clause)):
            for phrase in phrases:
                first, space, rest = phrase.partition(" ")
                found.setdefault(first, []).append(Entry(space + rest, name, whole))
    return {first: tuple(sorted(entries, key=lambda one: (-len(one.tail), one))) for first, entries in found.items()}


class Finite(NamedTuple):
    """Verb forms, auxiliaries included.

    Attributes:
        sure: Those that are hardly ever nouns.
        bare: Base forms, which often are.
        past: Forms of the past, and auxiliaries.
        over: Those that tell of the past and of nothing else.
        apart: Those of the last that are no participles.
    """

    sure: frozenset[str]
    bare: frozenset[str]
    past: frozenset[str]
    over: frozenset[str]
    apart: frozenset[str]


@cache
def finite() -> Finite:
    """The finite forms of the verbs that news tells events with, auxiliaries included."""
    told_of = [form for verb in VERBS.finite for form in inflected(verb)]
    base = frozenset(word for kind, word in told_of if kind == "base")
    told = [[word for kind, word in inflected(verb) if kind == "past"] for verb in VERBS.finite | VERBS.finite_past]
    past = AUXILIARY.union(*told)
    sure = past.union((word for kind, word in told_of if kind == "third"), VERBS.speech.reporting)
    apart = FUNCTION_WORDS.past.union(words[0] for words in told if len(words) > 1 and words[0] != words[1])
    over = (past - AUXILIARY - base - {verb.partition("/")[0] for verb in VERBS.finite_past}) | FUNCTION_WORDS.past
    return Finite(sure, base - sure, past, over, apart - base)


@cache
def _bases() -> dict[str, str]:
    """The base form of every form of the verbs of the tables, and of their participles in "-ing"."""
    found: dict[str, str] = {}
    for verb in sorted((*VERBS.finite, *VERBS.finite_past)):
        for form in forms(verb):
            found.setdefault(form, verb.partition("/")[0])
    return found


def base_of(form: str) -> str:
    """The base form of a form of a verb; the form itself where no table knows it."""
    return _bases().get(form, form)


_PASSIVE = pattern("speech", "passive")


def is_participle(word: str) -> bool:
    """Whether a word may be a participle of what is told: "expected", "thought"."""
    return word.endswith(ENDINGS.past) or word in speech().participles


def is_passive(text: str, start: int, word: str) -> bool:
    """Whether a participle tells what was said of or to its subject: "was told", "were thought"; not "was quoted"."""
    active = not is_participle(word) or word in speech().passing_on
    return not active and _PASSIVE.search(text, max(0, start - 24), start) is not None


def is_light(form: str) -> bool:
    """Whether a verb is one that any text asserts of one thing and denies of another: "took", "made"."""
    return base_of(form) in VERBS.light


@cache
def no_events() -> frozenset[str]:
    """Past forms that tell of nothing that happened on the day behind them."""
    return AUXILIARY | VERBS.no_events
