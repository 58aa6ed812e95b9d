"""The relations that a rule's must may name, registered with pandera's own extension mechanism."""

from collections.abc import Callable
from functools import cache, lru_cache, wraps
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

from auditor.rules.relations import elapsed, intervals, people, runs, stages, words
from auditor.rules.relations.base import Options, Relation

__all__ = ["RELATIONS", "Options", "Relation", "check"]

RELATIONS: dict[str, Relation] = {
    one.name: one
    for module in (elapsed, intervals, people, runs, stages, words)
    for one in vars(module).values()
    if isinstance(one, Relation)
}


@lru_cache(maxsize=512)
def check(relation: Relation, options: Options) -> pa.Check:
    """A relation with its options, as pandera's check over a table."""
    _register()
    made: pa.Check = getattr(pa.Check, relation.name)(**options.model_dump())
    return made


@cache
def _register() -> None:
    """Make every relation a method of pandera's ``Check``, once."""
    for relation in RELATIONS.values():
        if relation.name not in pa.Check:
            extensions.register_check_method(
                _named(relation), statistics=[*relation.options.model_fields], supported_types=[pd.DataFrame]
            )


def _named(relation: Relation) -> Callable[..., Any]:
    """The relation's check as pandera wants it: under its name, with its options, returning a series."""

    @wraps(relation.holds)
    def method(table: pd.DataFrame, **options: object) -> "pd.Series[bool]":
        return pd.Series(relation.holds(table, **options), index=table.index, dtype=bool)

    method.__name__ = relation.name
    return method
