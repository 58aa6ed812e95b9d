"""The stages that things pass through, and the words that tell of them."""

from functools import cache
from typing import NamedTuple

from auditor.extract.words import inflected
from auditor.language import Table, load
from auditor.language.wordlists import Words, WordSet, WordsInOrder


class StageWords(Table):
    """One stage of a track: base verbs separated by blanks, phrases by commas; those ``alone`` have no object.

    ``nouns`` tell of it before "of": "after the arrest of …".
    """

    stage: str
    order: str
    verbs: WordsInOrder
    phrases: WordSet
    alone: WordsInOrder = ()
    nouns: WordsInOrder = ()


class Track(Table):
    """Stages in their order, the stage an intention means, and the kinds of things they are told of.

    ``against`` says of a stage, after which ones, separated by commas, a thing cannot be said to be at it.
    """

    intent: str
    of: Words
    stages: tuple[StageWords, ...]
    against: dict[str, WordSet]


class Statuses(Table):
    """All tracks, the kinds of things by their head words, and the words around the verbs."""

    tracks: dict[str, Track]
    kinds: dict[str, Words]
    intent: Words
    decided: Words
    denying: Words
    doubting: Words
    lasting: Words
    past: Words
    negated: Words
    undoing: Words
    tied: Words
    indefinite: Words
    verbal: Words
    places: Words
    describing: Words


class Sense(NamedTuple):
    """What a verb form or phrase may tell: a stage, of which kinds of things."""

    track: str
    stage: str
    intent: str
    form: str
    kinds: frozenset[str]


class Progress(NamedTuple):
    """The tables, turned round for looking up."""

    verbs: dict[str, tuple[Sense, ...]]
    alone: dict[str, tuple[Sense, ...]]
    phrases: dict[str, tuple[tuple[str, Sense], ...]]
    nouns: dict[str, tuple[Sense, ...]]
    heads: dict[str, frozenset[str]]
    tracks: dict[str, tuple[str, int | None]]
    intents: frozenset[str]


def place(stage: str) -> tuple[str, int | None] | None:
    """The track of a stage and its place there.

    Later stages have higher numbers, exclusive ones the same, and those that may come at any time none.
    """
    return progress().tracks.get(stage)


def kinds_of(head: str, *, plural: bool = True) -> frozenset[str]:
    """What kinds of thing a noun names, in the singular or, unless it must not be, in the plural."""
    known = progress().heads
    found = known.get(head)
    if found is None and plural:
        found = known.get(head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s"))
    return found or frozenset()


def is_anybody(thing: str) -> bool:
    """Whether a thing is a person of whom nothing is said that tells one from another: "man", "driver"."""
    return "person" in kinds_of(thing.lower(), plural=False)


def excludes(left: str, right: str) -> bool:
    """Whether a thing that is said to be at one stage on a day is not at the other."""
    return right in _against(left) or left in _against(right)


def told_by(verb: str) -> list[str]:
    """The stages that a form of a verb may tell of."""
    senses = (*progress().alone.get(verb, ()), *progress().verbs.get(verb, ()))
    return [*dict.fromkeys(sense.stage for sense in senses)]


@cache
def table() -> Statuses:
    """The words as the table lists them."""
    words: Statuses = load("statuses", Statuses)
    return words


@cache
def _against(stage: str) -> frozenset[str]:
    tracks = table().tracks.values()
    return frozenset(other for track in tracks for other in track.against.get(stage, ()))


@cache
def progress() -> Progress:
    """The tables of stages, turned round."""
    verbs: dict[str, list[Sense]] = {}
    alone: dict[str, list[Sense]] = {}
    phrases: dict[str, list[tuple[str, Sense]]] = {}
    named: dict[str, list[Sense]] = {}
    places: dict[str, tuple[str, int | None]] = {}
    for name, track in table().tracks.items():
        for stage in track.stages:
            places[stage.stage] = (name, int(stage.order) if stage.order else None)
            sense = Sense(name, stage.stage, track.intent, "", track.of)
            for table_of, words in ((verbs, stage.verbs), (alone, stage.alone)):
                for form, word in (one for verb in words for one in inflected(verb)):
                    table_of.setdefault(word, []).append(sense._replace(form=form))
            for noun in stage.nouns:
                named.setdefault(noun, []).append(sense._replace(form="noun"))
            for phrase in sorted(stage.phrases):
                first, space, rest = phrase.partition(" ")
                phrases.setdefault(first, []).append((space + rest, sense._replace(form="phrase")))
    heads: dict[str, set[str]] = {}
    for kind, nouns in table().kinds.items():
        for word in nouns:
            heads.setdefault(word, set()).add(kind)
    return Progress(
        {word: tuple(senses) for word, senses in verbs.items()},
        {word: tuple(senses) for word, senses in alone.items()},
        {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in phrases.items()},
        {word: tuple(senses) for word, senses in named.items()},
        {word: frozenset(kinds) for word, kinds in heads.items()},
        places,
        frozenset(track.intent for track in table().tracks.values()),
    )
