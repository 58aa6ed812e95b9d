"""The stages that things pass through, and the words that tell of them."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from auditor.extract.quantity.numbers import first_words
from auditor.extract.words import Form, continuing, inflected
from auditor.language import Table, Words, WordSet, WordsInOrder, load
from auditor.language.function_words import FUNCTION_WORDS


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


class Deeds(Table):
    """Verbs that tell of anything what has come to it; see the table itself."""

    done: Words
    suffered: Words
    alone: Words
    coming: Words
    phrasal: WordSet
    states: WordSet
    leaving: Words
    left: Words


class Statuses(Table):
    """All tracks, the kinds of things by their head words, and the words around the verbs."""

    tracks: dict[str, Track]
    deeds: Deeds
    kinds: dict[str, Words]
    intent: Words
    foreseen: Words
    decided: Words
    denying: Words
    doubting: Words
    lasting: Words
    lastingly: Words
    past: Words
    negated: Words
    undoing: Words
    tied: Words
    indefinite: Words
    verbal: Words
    places: Words
    describing: Words


STATUSES = load("statuses", Statuses)


class Sense(NamedTuple):
    """What a verb form or phrase may tell: a stage, of which kinds of things."""

    track: str
    stage: str
    intent: str
    form: str
    kinds: frozenset[str]


Voice = Literal["done", "suffered", "alone", "coming", "state", "left"]
"""How a form tells of a thing: done to it, suffered by it, done by itself or still to be, said of it, or left of it."""
Way = tuple[Form | Literal["ing"], Voice]


class Deed(NamedTuple):
    """What stands before and behind the word that tells of it, the stage, and in which forms and how it is told."""

    led: str
    tail: str
    stage: str
    ways: frozenset[Way]

    def tells(self, form: str, *voices: Voice) -> bool:
        """Whether a form of it tells of a thing in one of some ways."""
        return any((form, voice) in self.ways for voice in voices)


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
    """The track of a stage and its place there; deeds have a track of their own without places.

    Later stages have higher numbers, exclusive ones the same, and those that may come at any time none.
    """
    return places().get(stage)


def lasts(text: str) -> bool:
    """Whether words say that something goes on being at a stage: "remains closed"."""
    return not (STATUSES.lasting | STATUSES.lastingly).isdisjoint(text.lower().split())


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


def names_nothing(thing: str) -> bool:
    """Whether words for a thing do not tell one from another: "man", "four people", "nobody"."""
    first = thing.partition(" ")[0].lower()
    return (
        is_anybody(thing)
        or not first[:1].isalpha()
        or first.partition("-")[0] in first_words()
        or first in FUNCTION_WORDS.indefinite | FUNCTION_WORDS.none | FUNCTION_WORDS.all_of
    )


def excludes(left: str, right: str) -> bool:
    """Whether a thing that is said to be at one stage on a day is not at the other."""
    return right in _against(left) or left in _against(right)


def told_by(verb: str) -> list[str]:
    """The stages that a form of a verb may tell of."""
    senses = (*progress().alone.get(verb, ()), *progress().verbs.get(verb, ()))
    return [*dict.fromkeys(sense.stage for sense in senses)]


@cache
def places() -> dict[str, tuple[str, int | None]]:
    """All stages, each with its track and its place there."""
    told = {deed.stage for of in deeds().values() for deed in of} | STATUSES.deeds.left
    return {**dict.fromkeys(sorted(told), ("deed", None)), **progress().tracks}


@cache
def _against(stage: str) -> frozenset[str]:
    tracks = STATUSES.tracks.values()
    return frozenset(other for track in tracks for other in track.against.get(stage, ()))


@cache
def progress() -> Progress:
    """The tables of stages, turned round."""
    verbs: dict[str, list[Sense]] = {}
    alone: dict[str, list[Sense]] = {}
    phrases: dict[str, list[tuple[str, Sense]]] = {}
    named: dict[str, list[Sense]] = {}
    places: dict[str, tuple[str, int | None]] = {}
    for name, track in STATUSES.tracks.items():
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
    for kind, nouns in STATUSES.kinds.items():
        for word in nouns:
            heads.setdefault(word, set()).add(kind)
    return Progress(
        {word: tuple(senses) for word, senses in verbs.items()},
        {word: tuple(senses) for word, senses in alone.items()},
        {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in phrases.items()},
        {word: tuple(senses) for word, senses in named.items()},
        {word: frozenset(kinds) for word, kinds in heads.items()},
        places,
        frozenset(track.intent for track in STATUSES.tracks.values()),
    )


@cache
def deeds() -> dict[str, tuple[Deed, ...]]:
    """The words that tell of deeds, and what may follow them, the longest first."""
    found: dict[str, dict[tuple[str, str], Deed]] = {}
    for word, following, stage, way in (*_verbs(), *_phrases()):
        first, led, tail = word, "", following
        if word in FUNCTION_WORDS.prepositions:  # too many to look at each
            start, space, first = f"{word}{following}".rpartition(" ")
            led, tail = start + space, ""
        of = found.setdefault(first, {})
        known = of.get((led, tail))
        of[led, tail] = Deed(led, tail, stage, (known.ways if known is not None else frozenset()) | {way})
    return {word: tuple(sorted(of.values(), key=lambda one: -len(one.led + one.tail))) for word, of in found.items()}


def _verbs() -> Iterator[tuple[str, str, str, Way]]:
    """The forms of the verbs that tell of deeds, each with what follows it, its stage, and how it tells that."""
    words = STATUSES.deeds
    listed: list[tuple[Voice, WordSet]] = [("done", words.done), ("suffered", words.suffered), ("alone", words.alone)]
    for voice, verbs in (*listed, ("coming", words.coming), ("done", words.phrasal)):
        for phrase in sorted(verbs):
            verb, space, rest = phrase.partition(" ")
            participle = inflected(verb)[-1][1]
            stage = (_told(participle) if not rest else None) or participle + space + rest
            for form, word in inflected(verb):
                if form == ("base" if voice == "coming" else "past") or (form == "base" and voice != "suffered"):
                    yield word, space + rest, stage, (form, voice)
            for word in continuing(verb.partition("/")[0]) if voice == "done" else ():
                yield word, space + rest, stage, ("ing", voice)


def _phrases() -> Iterator[tuple[str, str, str, Way]]:
    """What else tells of deeds."""
    for state in sorted(STATUSES.deeds.states):
        first, space, rest = state.partition(" ")
        yield first, space + rest, state, ("past", "state")
    for word, phrases in progress().phrases.items():
        for tail, sense in phrases:
            if "person" in sense.kinds and word not in STATUSES.verbal:
                yield word, tail, sense.stage, ("past", "state")
    for word in sorted(STATUSES.deeds.leaving):
        yield word, "", word, ("past", "left")


def _told(word: str) -> str | None:
    """The stage of persons that a past form tells."""
    senses = (*progress().verbs.get(word, ()), *progress().alone.get(word, ()))
    return next((sense.stage for sense in senses if "person" in sense.kinds and sense.form == "past"), None)
