"""The columns that rules may name, by table, with what each holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from auditor import model
from auditor.compare.arithmetic.slips import SLIPS
from auditor.extract.events import stages
from auditor.extract.quantity import quantity_words, units
from auditor.rules.model import Compare
from auditor.tables import columns as tables
from auditor.tables.values import WEEKDAYS

Type = Literal["text", "number", "flag"]

_NAMED: dict[str, tuple[str, ...]] = {
    "kind": get_args(model.Kind),
    "field": get_args(model.Field),
    "zone": get_args(model.ZoneName),
    "qualifier": get_args(model.Qualifier),
    "change": get_args(model.Change),
    "modality": get_args(model.Modality),
    "clue": get_args(model.Clue),
    "published_from": get_args(model.Clue),
    "origin": ("source", "reference"),
    "as_of_from": ("sentence", "source"),
    "slip": SLIPS,
    "sum_role": ("whole", "part"),
    "weekday": WEEKDAYS,
}
_SCORES = frozenset({"alike", "subject_alike", "speaker_alike", "context_alike", "near_alike", "rest_alike"})
_TYPES: dict[str, Type] = {"O": "text", "f": "number", "i": "number", "b": "flag"}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    Attributes:
        type: What its values are.
        words: All the values it may have, if they are a closed list.
        score: Whether it is a likeness, 0 to 100.
    """

    type: Type
    words: tuple[str, ...] = ()
    score: bool = False


@cache
def _closed() -> dict[str, tuple[str, ...]]:
    """The columns whose values are a closed list, each with these values."""
    tracks = stages.places()
    known = units.units().values()
    measured = {unit.dimension for unit in known} - {"money", "ratio"}
    alone = {unit.name for unit in known if unit.dimension in {"money", "ratio"}}
    return _NAMED | {
        "stage": tuple(sorted(tracks)),
        "track": tuple(sorted({track for track, _ in tracks.values()})),
        "toll": tuple(quantity_words.table().tolls),
        "unit": _money_last(units.units()),
        "dimension": _money_last({model.TIME_OF_DAY, *(unit.dimension for unit in known)}),
        "axis": _money_last({"day", model.TIME_OF_DAY, *measured, *alone}),
    }


def _money_last(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (word.isupper(), word)))


@cache
def columns(table: Compare) -> dict[str, Column]:
    """The columns of a table by name."""
    if table == "claims":
        return _columns(tables.CLAIM_COLUMNS)
    if table == "sources":
        return _columns(tables.SOURCE_COLUMNS)
    own = _columns(tables.PAIR_OWN_COLUMNS if table == "pairs" else tables.SERIES_OWN_COLUMNS)
    sides = ("left", "right") if table == "pairs" else ("first",)
    claims = columns("claims").items()
    return own | {f"{side}_{name}": column for side in sides for name, column in claims}


def _columns(schema: tables.Columns) -> dict[str, Column]:
    return {
        name: Column(_TYPES[dtype.kind], _closed().get(name, ()), name in _SCORES)
        for name, dtype in schema.items()
        if name not in {"members", "left", "right", "via"}
    }
