"""What a claim is about, reduced to the words that two outlets would share.

Inflection, word order, small words and synonyms are folded; what is left is a sorted tuple of stems. Two topics are
alike by the rapidfuzz ratio of their stems, so that a misspelling costs little and another modifier costs much; topics
with two words of one contrast, such as net and gross, are not alike at all.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from auditor.language import Table, load
from auditor.language.phrases import pattern

_WORD = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiouy")
_POSSESSIVE = re.compile(r"['’]s?\b")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")


class Synonyms(Table):
    """Concepts with their words, and words without content; what each list is for stands beside it in the table."""

    concepts: dict[str, tuple[str, ...]]
    contrasts: tuple[tuple[str, ...], ...]
    scopes: dict[str, tuple[str, ...]]
    ordinals: dict[str, tuple[str, ...]]
    ordered: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    negations: frozenset[str]
    empty: frozenset[str]
    everywhere: frozenset[str]
    bases: tuple[str, ...]
    stood: tuple[str, ...]


SYNONYMS = load("synonyms", Synonyms)


@cache
def _concepts() -> tuple[dict[str, str], frozenset[str]]:
    return {word: concept for concept, words in SYNONYMS.concepts.items() for word in words}, SYNONYMS.empty


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """A text in lower case, without accents, possessive endings and the full stops of initials ("U.S." is "US")."""
    bare = _INITIALS.sub(lambda found: found[0].replace(".", ""), text) if "." in text else text
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", bare))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    """Pairs of stems that are opposites, both ways."""
    pairs = [(stem(left), stem(right)) for left, right in SYNONYMS.opposites]
    return frozenset((*pairs, *((right, left) for left, right in pairs)))


def opposed(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a plain word on one side is the opposite of one on the other, whatever their inflection."""
    return not _opposites().isdisjoint((stem(ours), stem(theirs)) for ours in left for theirs in right)


@cache
def everywhere() -> frozenset[str]:
    """The stems of words that stand beside any figure."""
    return frozenset(map(stem_of, SYNONYMS.everywhere))


_SHORT = 4
"""A word of so few letters keeps its ending: "ties", "bus", "wing"."""


def stem(word: str) -> str:
    """A word without its inflection: "shells" is "shell", "allies" is "ally", "planned" is "plan".

    Both sides of a comparison are cut alike, so that a stem need not be a word: "house", "housing" are "hous".
    """
    word = _singular(word)
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORT - 1 and not _VOWELS.isdisjoint(base):
            doubled = base[-1] == base[-2] and base[-1] not in "lsz"
            return base[:-1] if doubled else base
    return word[:-1] if len(word) > _SHORT and word.endswith("e") else word


def _singular(word: str) -> str:
    if len(word) > _SHORT and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > _SHORT and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) >= _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """The stem or concept of one word as written; empty for a word without content."""
    concepts, empty = _concepts()
    plain = fold(word)
    return "" if plain in empty else concepts.get(plain) or concepts.get(stem(plain)) or stem(plain)


@lru_cache(maxsize=65_536)
def words(topic: str) -> tuple[str, ...]:
    """The stems of a topic, sorted, each once; empty words only where there is nothing else."""
    concepts, empty = _concepts()
    found = _WORD.findall(fold(topic))
    told = [word for word in found if word not in empty] or found
    return tuple(sorted({concepts.get(word) or concepts.get(stem(word)) or stem(word) for word in told}))


def is_empty(topic: str | None) -> bool:
    """Whether a topic says nothing of what is measured: "the number"."""
    return topic is not None and _concepts()[1].issuperset(_WORD.findall(fold(topic)))


def key(topic: str) -> str:
    """A topic's stems as one string: equal keys are one topic."""
    return " ".join(words(topic))


@cache
def _contrasts() -> dict[str, frozenset[str]]:
    """For the stem of each word with a contrast, the stems that it stands against."""
    stems = [frozenset(map(stem_of, contrast)) for contrast in SYNONYMS.contrasts]
    return {each: members - {each} for members in stems for each in members}


def scopes() -> dict[str, tuple[str, ...]]:
    """The words that limit or widen what a figure is of, by the name of the scope."""
    ordered = {
        f"{name} {noun}": tuple(f"{word} {noun}" for word in words)
        for name, words in SYNONYMS.ordinals.items()
        for noun in SYNONYMS.ordered
    }
    return SYNONYMS.scopes | ordered


def contrasts(word: str) -> frozenset[str]:
    """The stems that the stem of a word stands against."""
    return _contrasts().get(word, frozenset())


def contrast(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a word on one side stands against one on the other that the first one has not."""
    table = _contrasts()
    return any(not table[word].isdisjoint(right) and word not in right for word in left if word in table)


_HEAD = pattern("mentions", "head_ends")


def is_part(left: str, right: str) -> bool:
    """Whether one name of a thing is the other with words left out: "the bridge", "the bridge on the coast road"."""
    heads = [words(_HEAD.split(name, maxsplit=1)[0].rpartition(" ")[2]) for name in (left, right)]
    ours, theirs = {*words(left)}, {*words(right)}
    return heads[0] == heads[1] and (ours <= theirs or theirs <= ours)


def likeness(left: str, right: str) -> float:
    """How alike two topics are, 0 to 100."""
    if contrast(words(left), words(right)):
        return 0.0
    return fuzz.ratio(key(left), key(right))
