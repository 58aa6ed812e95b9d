"""The columns of each table, with their types."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

REFERENCE = "reference"
"""The origin of facts."""

KEYS = ("id", "source", "kind", "text", "field", "zone", "qualifier", "modality", "origin")
_WORDS = [
    "story",
    "written",
    "weekday",
    "change",
    "unit",
    "dimension",
    "counted",
    "per",
    "axis",
    "measure",
    "topic",
    "subject",
    "speaker",
    "speaker_title",
    "speaker_organisation",
    "clue",
    "person",
    "surname",
    "given_name",
    "title",
    "organisation",
    "thing",
    "stage",
    "track",
    "words",
    "name",
    "as_of_from",
    "sentence",
    "before",
    "after",
    "place",
    "tie",
    "digest_of",
    "instead",
    "witness",
    "scope",
    "near_words",
    "own_words",
    "toll",
    "digits",
    "deed",
    "sum",
    "sum_role",
    "publisher",
    "byline",
]
_NUMBERS = ["number", "point", "low", "high", "as_of_first", "as_of_last", "stage_order", "published"]
_FLAGS = [
    "low_open",
    "high_open",
    "former",
    "one_holder",
    "borne_out",
    "retired",
    "edge",
    "additional",
    "people",
    "sum_is_all",
    "institution",
]
_PLACES = ["start", "end", "sentence_start", "sentence_end", "mentions"]

TEXT, NUMBER, FLAG, PLACE = np.dtype(object), np.dtype(float), np.dtype(bool), np.dtype("int64")

MISSING = {"O": None, "f": np.nan, "i": -1, "b": False}
"""What stands for a value that is not there, by the kind of a column's type."""

Columns = dict[str, "np.dtype[Any]"]

CLAIM_COLUMNS: Columns = (
    dict.fromkeys((*KEYS, *_WORDS), TEXT)
    | dict.fromkeys(_NUMBERS, NUMBER)
    | dict.fromkeys(_FLAGS, FLAG)
    | dict.fromkeys(_PLACES, PLACE)
)
"""The columns of the claims table with their types; rules select on them."""

SOURCE_COLUMNS: Columns = (
    dict.fromkeys(("id", "story", "title", "opening", "url", "publisher", "byline", "path"), TEXT)
    | dict.fromkeys(("published", "published_from"), TEXT)
    | dict.fromkeys(("claims", "quotations", "speakers", "sources", "with_url"), PLACE)
    | {"days_after_first": NUMBER}
)
"""The columns of the sources table; ``claims`` and ``quotations`` count what was extracted, ``speakers`` those who
say something, ``sources`` those of the story, and ``with_url`` the sources that have an address.

``days_after_first``: days from the first dated source of the story to this one."""

PAIR_OWN_COLUMNS: Columns = (
    dict.fromkeys(("left", "right", "via"), PLACE)
    | dict.fromkeys(
        (
            "alike",
            "subject_alike",
            "speaker_alike",
            "days_apart",
            "days_between",
            "near_shared",
            "own_shared",
            "retold",
            "verbatim",
        ),
        NUMBER,
    )
    | {"slip": TEXT}
    | dict.fromkeys(("context_alike", "context_shared", "near_alike", "framed"), NUMBER)
    | dict.fromkeys(("rest_alike", "rest_shared", "figures_shared"), NUMBER)
    | dict.fromkeys(("one_person", "on_record"), FLAG)
    | dict.fromkeys(("aligned", "answered", "left_met", "right_met", "left_sole", "right_sole"), FLAG)
)
"""The columns that belong to a pair as such: the positions of its claims (-1 for none) and how alike they are.

The columns of both claims are looked up in the claims table (:class:`auditor.compare.sides.PairsTable`).

``one_person``: both are roles, of persons who can be one. ``on_record``: the reference has a term of the left person in
that office, if at another time.
``aligned``: of all claims of the two sentences, each answers best to the other. ``left_met``: the right claim's source
states the left one's value somewhere, be it of something else; ``right_met`` likewise. ``left_sole``: the left claim's
source states no other value of the same thing at the same time; ``right_sole`` likewise. ``rest_alike``: how far the
other figures and names of the two sentences agree. ``own_shared``: how many of their own words the two share,
``near_shared``: how many of those near them, and ``slip``: with what slip of the pen the one figure is the other; all
only where the pairing asks for own words, equal digits, equal deeds or what is retold. ``retold``: how much of what
stands near both is the same told twice, and ``answered``: neither source has anything on the axis that is more so; both
only where the pairing asks for it. ``verbatim``: how many words next to both are the same word for word; only where
the pairing asks for it.
"""

SERIES_OWN_COLUMNS: Columns = (
    {"members": TEXT}
    | dict.fromkeys(("count", "falls"), PLACE)
    | dict.fromkeys(("low_max", "high_min", "low_sum"), NUMBER)
    | dict.fromkeys(("low_max_open", "high_min_open"), FLAG)
)
"""The columns that belong to a series as such."""

FINDING_COLUMNS: Columns = dict.fromkeys(("id", "rule", "verdict", "severity", "story", "message"), TEXT) | {
    "claims": PLACE
}


def prefixed(*prefixes: str) -> Columns:
    """The columns of the claims table, once for each prefix."""
    return {f"{prefix}{name}": dtype for prefix in prefixes for name, dtype in CLAIM_COLUMNS.items()}


@cache
def prefixed_names(prefix: str) -> "pd.Index[str]":
    """The names of those columns, made once for all tables."""
    return pd.Index(list(prefixed(prefix)))
