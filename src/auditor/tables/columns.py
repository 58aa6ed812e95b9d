"""The columns of each table, with their types; ``rules/reading/columns.yaml`` says what each holds."""

from typing import Any

import numpy as np

REFERENCE = "reference"
"""The origin of facts."""

SENTENCE = ("source", "field", "sentence_start")
"""The columns of claims that tell which sentence one stands in."""

KEYS = ("id", "source", "kind", "text", "field", "zone", "qualifier", "modality", "origin")
_WORDS = (
    *("story", "written", "weekday", "change", "unit", "dimension", "counted", "per", "axis", "measure", "topic"),
    *("subject", "speaker", "speaker_title", "speaker_organisation", "clue", "person", "surname", "given_name"),
    *("title", "organisation", "thing", "stage", "track", "words", "name", "as_of_from", "sentence", "before"),
    *("after", "place", "tie", "digest_of", "instead", "witness", "scope", "near_words", "own_words", "toll"),
    *("digits", "deed", "sum", "sum_role", "publisher", "byline"),
)
_NUMBERS = [
    "number",
    "point",
    "low",
    "high",
    "as_of_first",
    "as_of_last",
    "stage_order",
    "published",
    "from_low",
    "from_high",
    "from_point",
]
_FLAGS = (
    *("low_open", "high_open", "former", "one_holder", "borne_out", "retired", "edge", "additional", "people"),
    *("sum_is_all", "institution", "lasting", "said"),
)
_PLACES = ["start", "end", "sentence_start", "sentence_end", "mentions", "grown_from"]

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
    | dict.fromkeys(("published", "published_from", "published_text"), TEXT)
    | dict.fromkeys(("claims", "quotations", "speakers", "sources", "with_url"), PLACE)
    | {"days_after_first": NUMBER, "foreign": FLAG}
)
PAIR_OWN_COLUMNS: Columns = (
    dict.fromkeys(("left", "right", "via"), PLACE)
    | dict.fromkeys(
        (
            *("alike", "subject_alike", "speaker_alike", "days_apart", "days_between", "near_shared", "own_shared"),
            *("retold", "verbatim"),
        ),
        NUMBER,
    )
    | {"slip": TEXT}
    | dict.fromkeys(("context_alike", "context_shared", "near_alike", "framed"), NUMBER)
    | dict.fromkeys(("rest_alike", "rest_shared", "figures_alike"), NUMBER)
    | dict.fromkeys(("one_person", "on_record"), FLAG)
    | dict.fromkeys(("aligned", "answered", "left_met", "right_met", "left_sole", "right_sole"), FLAG)
    | {"named_apart": FLAG}
)
"""The columns that belong to a pair as such: the positions of its claims (-1 for none) and how alike they are.

The columns of both claims are looked up in the claims table (:class:`auditor.compare.sides.PairsTable`).
"""

SERIES_OWN_COLUMNS: Columns = (
    {"members": TEXT}
    | dict.fromkeys(("count", "falls"), PLACE)
    | dict.fromkeys(("low_max", "high_min", "low_sum"), NUMBER)
    | dict.fromkeys(("low_max_open", "high_min_open"), FLAG)
)
"""The columns that belong to a series as such."""

FIRST_COLUMNS: Columns = {f"first_{name}": dtype for name, dtype in CLAIM_COLUMNS.items()}
"""The columns of a series' first claim."""

FINDING_COLUMNS: Columns = dict.fromkeys(("id", "rule", "verdict", "severity", "story", "message"), TEXT) | {
    "claims": PLACE
}
