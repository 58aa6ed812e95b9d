"""Relations of persons: whether two claims name one person, one office, one name."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd
from pydantic import Field
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from auditor.codes import Mask
from auditor.compare.facts import names, same_person
from auditor.compare.spellings import fold_word
from auditor.compare.topics import fold
from auditor.extract.people.titles import GIVEN_NAMES, TITLES, fit, is_title, one_given_name
from auditor.extract.people.world import COUNTRIES
from auditor.language.phrases import word_set
from auditor.rules.relations.base import Options, Relation, both, whether
from auditor.tables.columns import REFERENCE

_SMALL = word_set("mentions", "of_offices")
_ONE_WORD = 80.0
"""Words as alike as this are one, in two spellings or with another ending."""
_FULL = 2
"""How many words a full name has, at least."""
_PART = 3
"""So many letters at the beginning of a given name can stand for the whole."""


def _same_person(table: pd.DataFrame) -> Mask:
    columns = (table[name].tolist() for name in ("left_person", "right_person", "right_origin", "right_subject"))
    return np.array([_is_one_person(*row) for row in zip(*columns, strict=True)], dtype=bool)


def _is_one_person(left: str, right: str, origin: str, also: str | None) -> bool:
    """Whether two names can be of one person; the right one may be a fact's, which has others."""
    return any(same_person(left, name) for name in names(right, also if origin == REFERENCE else None))


def letters(name: str) -> list[str]:
    """The words of a name without case, accents and hyphens."""
    return fold(name).replace("-", " ").split()


def _one_name(table: pd.DataFrame, *, given: float, known: bool, like: float) -> Mask:
    return ~_shares_a_part(table, given=given, known=known, like=like) | _of_names(table, _is_one_name)


def _is_one_name(left: list[str], right: list[str]) -> bool:
    """Whether the given names are one, or the one is further on in the other name, and the surnames are but for an s.

    "Joseph Keith Kellogg" is "Keith Kellogg", and "the Ostrows" are called Ostrow.
    """
    one = one_given_name(left[0], right[0]) or left[0] in right or right[0] in left
    return one and left[-1].removesuffix("s") == right[-1].removesuffix("s")


class Likeness(Options):
    """How much alike the other parts must be.

    Attributes:
        given: How alike the given names are, at least, 0 to 100 (Jaro-Winkler).
        known: Whether only names with given names that many have are compared.
        like: How alike the surnames are, at least, 0 to 100; how they begin counts most (Jaro-Winkler).
    """

    given: float = Field(default=0, ge=0, le=100)
    known: bool = False
    like: float = Field(default=0, ge=0, le=100)


def _shares_a_part(table: pd.DataFrame, *, given: float, known: bool, like: float) -> Mask:
    """Where both are full names, and the given name or the surname is the same."""
    shares = _of_names(
        table,
        lambda left, right: (
            (left[0] == right[0] or left[-1] == right[-1])
            and 100 * JaroWinkler.similarity(left[0], right[0]) >= given
            and 100 * JaroWinkler.similarity(left[-1], right[-1]) >= like
        ),
    )
    return shares & whether(table, "person", _are_known) if known else shares


def _are_known(left: str, right: str) -> bool:
    """Whether both names begin with a given name that many have."""
    return all(name.partition(" ")[0] in GIVEN_NAMES.given for name in (left, right))


def _of_names(table: pd.DataFrame, holds: Callable[[list[str], list[str]], bool]) -> Mask:
    """Where something holds of two full names."""
    words = table[["left_person", "right_person"]].map(_words)
    return whether(words, "person", lambda left, right: min(len(left), len(right)) >= _FULL and holds(left, right))


def _words(name: str) -> list[str]:
    """The words of a name in one orthography, without a title; of initials the first, of a bare surname the last."""
    words = name.replace(".", " ").split()
    if len(words) >= _FULL and is_title(words[0]) and words[0] not in GIVEN_NAMES.given:
        words = words[1:]
    if words and words[0].lower() in GIVEN_NAMES.particles and words[0] not in GIVEN_NAMES.given:
        words = words[-1:]  # "De Lima"
    initials = bool(words) and words[0].isupper() and len(words[0]) <= _PART
    return [fold_word(word) for word in letters(" ".join([words[0][0], *words[1:]] if initials else words))]


def _of_one_kind(table: pd.DataFrame) -> Mask:
    """Where both names are of countries, or neither is: a town and its country may both be right."""
    named, countries = COUNTRIES.named, COUNTRIES.countries
    return whether(table, "name", lambda left, right: (named.get(left) in countries) == (named.get(right) in countries))


def _names_one(left: str, right: str) -> bool:
    """Whether two names may be of one place or body: a word in common, be it misspelled, or one country.

    Where either goes on in words of its own, what both have may say no more than of what sort they are: Upton Island
    and Velham Island, the University of Upton and that of Velham.
    """
    country = COUNTRIES.named.get(left)
    if country is not None and country == COUNTRIES.named.get(right):
        return True
    ours, theirs = ([fold_word(word) for word in letters(name) if word not in _SMALL] for name in (left, right))
    shared = [word for word in ours if any(fuzz.ratio(word, other) >= _ONE_WORD for other in theirs)]
    if len(shared) == min(len(ours), len(theirs)):
        return bool(shared)
    return not all(word in _sorts() for word in shared)


@cache
def _sorts() -> frozenset[str]:
    """The words that say of what sort a place or a body is."""
    return frozenset(fold_word(fold(word)) for word in TITLES.things | TITLES.bodies)


def _is_one_body(left: str, right: str) -> bool:
    """Whether two organisations may be one: a word in common, or the one the initials of the other."""
    named = COUNTRIES.named
    ours, theirs = ([word for word in letters(named.get(name, name)) if word not in _SMALL] for name in (left, right))
    if any(fuzz.ratio(a, b) >= _ONE_WORD for a in ours for b in theirs):
        return True
    return _is_short(left) != _is_short(right)


def _is_short(name: str) -> bool:
    """Whether a name has an acronym, which may stand for any name written out."""
    return any(word.isupper() and len(word) >= _PART for word in name.split())


def _is_body(name: str | None) -> bool:
    return (
        name is not None
        and name[:1].isupper()
        and COUNTRIES.named.get(name) not in {*COUNTRIES.countries, *COUNTRIES.places}
    )


SAME_TITLE = Relation(
    "same_title",
    "The two titles have a word in common.",
    ("left_title", "right_title"),
    lambda table: whether(table, "title", lambda left, right: bool({*letters(left)} & {*letters(right)} - _SMALL)),
    lambda row: [f"{both(row, 'title')} are two offices"],
)
SAME_PERSON = Relation(
    "same_person",
    "The two names can be of one person; of a fact, any of the names.",
    ("left_person", "right_person"),
    _same_person,
    lambda row: [f"{both(row, 'person')} are two people"],
    unknown=("right_origin", "right_subject"),
)
ONE_NAME = Relation(
    "one_name",
    "Of two full names that share a part the other part is the same, or short for it.",
    ("left_person", "right_person"),
    _one_name,
    lambda row, **_: [f"{both(row, 'person')} share one part of their names, and not the other"],
    Likeness,
    applies=_shares_a_part,
)
SAME_LOCALITY = Relation(
    "same_locality",
    "The two names have a word in common, or are of one country.",
    ("left_name", "right_name"),
    lambda table: whether(table, "name", _names_one),
    lambda row: [f"{both(row, 'name')} are two names, not two spellings of one"],
    applies=_of_one_kind,
)
TITLES_FIT = Relation(
    "titles_fit",
    "One person may have both titles: they are not two of a kind, such as two ranks, nor the one the other's deputy.",
    ("left_title", "right_title"),
    lambda table: whether(table, "title", fit),
    lambda row: [f"nobody is both {both(row, 'title')}"],
)
SAME_ORGANISATION = Relation(
    "same_organisation",
    "The two organisations have a word in common, or one may be short for the other; places are none.",
    ("left_organisation", "right_organisation"),
    lambda table: whether(table, "organisation", _is_one_body),
    lambda row: [f"{both(row, 'organisation')} are two organisations"],
    applies=lambda table: whether(table, "organisation", lambda left, right: _is_body(left) and _is_body(right)),
)
