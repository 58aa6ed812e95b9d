"""Names that are one name in two spellings, and names that only look alike.

Two spellings are of one name when every word of the one answers to a word of the other, in order: the same letters
after folding two orthographies ("Defence", "Defense"), or one slip of the pen inside a long word ("Minsters").
"Investment" and "Industrial" are two words, however alike the names around them. A surname may hold a slip in its last
letters too, and be shorter; whether two words are surnames is not told by them.
"""

from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import OSA

from auditor.compare.topics import fold
from auditor.extract.people.titles import GIVEN_NAMES
from auditor.language import Table, load

_LONG = 7
"""A slip is told from another word only in words of at least this many letters."""
_LONG_SURNAME = 6
_LONGEST = 60
"""What is longer than this is no name that somebody misspelled."""
_TAIL = 2
"""The last letters of a word are its inflection ("Russia", "Russian") and are no slip."""


class Orthography(Table):
    """Pairs of letter groups, the second standing for both; a leading ``-`` ties them to the end of a word."""

    folds: tuple[tuple[str, str], ...]


@cache
def _folds() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    table = load("orthography", Orthography).folds
    endings = {old[1:]: new[1:] for old, new in table if old.startswith("-")}
    return endings, tuple((old, new) for old, new in table if not old.startswith("-"))


@cache
def fold_word(word: str) -> str:
    """One word in the orthography that stands for all."""
    endings, groups = _folds()
    for length in range(min(9, len(word)), 1, -1):
        ending = word[-length:]
        if ending in endings:
            word = word[:-length] + endings[ending]
            break
    for old, new in groups:
        word = word.replace(old, new)
    return word


@cache
def _split(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace("-", " ").split())


@cache
def canonical(name: str) -> str:
    """A name's words, each folded to one orthography."""
    return " ".join(fold_word(word) for word in _split(name))


def likeness(left: str, right: str) -> float:
    """100 for one name in two orthographies, 90 for one slip in a word, 80 for one in a surname, 0 for two names."""
    if canonical(left) == canonical(right):
        return 100.0
    ours, theirs = canonical(left).split(), canonical(right).split()
    differing = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    if len(ours) == len(theirs) and len(differing) == 1 and _is_slip(*differing[0]):
        return 90.0
    alone = min(len(ours), len(theirs)) == 1 and not {left, right} & GIVEN_NAMES.given
    return 80.0 if alone and _is_one_slip(ours[-1], theirs[-1], _LONG_SURNAME) else 0.0


def _is_slip(left: str, right: str) -> bool:
    """Whether two words differ by one slip of the pen inside the word, or by two letters that changed places."""
    if not _is_one_slip(left, right, _LONG):
        return False
    return left[-_TAIL:] == right[-_TAIL:] or (
        sorted(left) == sorted(right) and not {left.title(), right.title()} <= GIVEN_NAMES.given
    )


def _is_one_slip(left: str, right: str, least: int) -> bool:
    if min(len(left), len(right)) < least or left[0] != right[0]:
        return False
    longer, shorter = sorted((left, right), key=len, reverse=True)
    return OSA.distance(left, right, score_cutoff=1) == 1 and not longer.startswith(shorter)


def blocks(name: str) -> Iterator[str]:
    """Keys of which two spellings of one name share at least one: the name, and the name less any one letter.

    Likewise its last word, by which somebody is called after the full name.
    """
    words = canonical(name).split()
    for whole in dict.fromkeys(("".join(words), words[-1] if words else "")):
        yield whole
        for index in range(1, len(whole) if len(whole) <= _LONGEST else 0):
            yield whole[:index] + whole[index + 1 :]
