"""Rules as pandera schemas: a rule's must becomes the checks of one schema over the rows that it selects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from auditor.codes import Mask
from auditor.rules import relations
from auditor.rules.model import Compare, Rule
from auditor.rules.reading.checks import Condition, Location, Other
from auditor.rules.reading.conditions import of_table
from auditor.rules.relations import RELATIONS, Options, Relation
from auditor.rules.running import columnchecks
from auditor.rules.running.exchanged import either_way, is_mutual
from auditor.rules.running.prepared import Prepared
from auditor.rules.running.selection import chosen, satisfied

Conditions = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule, ready to run.

    Attributes:
        rule: The rule.
        where: Its claims or sources.
        left: The first claims of its pairs.
        right: The second ones.
        when: The pairs or series that it compares.
        unless: Those that are exempt, whichever of two claims that are chosen alike is the left one.
        must: What it demands of columns.
        relations: Its relations with their options, in order.
        schema: What the rows must satisfy.
        needs: The columns that the schema looks at.
    """

    rule: Rule
    where: Conditions
    left: Conditions
    right: Conditions
    when: Conditions
    unless: tuple[Conditions, ...]
    must: Conditions
    relations: tuple[tuple[Relation, Options], ...]
    schema: pa.DataFrameSchema
    needs: tuple[str, ...]

    def comparable(self, table: Prepared) -> Mask:
        """The rows in which nothing is missing that the rule's relations need."""
        needed = [name for relation, _ in self.relations for name in relation.columns]
        return chosen(table, (Condition(name, "present", argument=True) for name in needed))

    def applies(self, table: Prepared, rows: Mask) -> Mask:
        """Those of some rows in which the rule's relations have something to compare."""
        for relation, options in self.relations:
            if relation.applies is not None and rows.any():
                applies = partial(self._applies, table, relation, options)
                rows = _spread(rows, table.judged(("applies", relation, options), rows, applies))
        return rows

    def _applies(self, table: Prepared, relation: Relation, options: Options, rows: Mask) -> Mask:
        """In which of some rows one relation has something to compare."""
        assert relation.applies is not None  # noqa: S101 - who calls has looked
        return relation.applies(self._narrow(table, rows), **options.model_dump())

    @property
    def is_telling(self) -> bool:
        """Whether an editor wants to see which pairs satisfy the rule."""
        return any(relation.telling for relation, _ in self.relations)

    def breaks(self, table: Prepared, rows: Mask) -> Mask:
        """Those of some rows that break the rule.

        Checks of columns are looked up in the table, where other rules may have asked for the same: a test sees to it
        that they say what pandera says. Relations are judged by pandera, once for all rules with the same must.
        """
        if not self.relations:
            passed = np.ones(len(table), dtype=bool)
            for condition in self.must:
                passed &= satisfied(table, condition)
            return rows & ~passed
        if not rows.any():
            return np.zeros(len(rows), dtype=bool)
        return _spread(rows, table.judged((self.must, self.relations), rows, lambda some: self._judge(table, some)))

    def _judge(self, table: Prepared, rows: Mask) -> Mask:
        """Which of some rows break the rule, by pandera's lazy validation.

        Raises:
            RuntimeError: A check itself failed; no finding may hide that.
        """
        broken = np.zeros(int(rows.sum()), dtype=bool)
        try:
            self.schema.validate(self._narrow(table, rows), lazy=True, inplace=True)
        except SchemaErrors as errors:
            for error in errors.schema_errors:
                output = error.check_output
                if not isinstance(output, pd.Series):
                    raise RuntimeError(  # noqa: TRY004 - nobody gave a wrong type
                        f"rule {self.rule.id}: {error.check} could not be checked"
                    ) from error
                broken[output.index[~output.to_numpy(dtype=bool)]] = True
        return broken

    def _narrow(self, table: Prepared, rows: Mask) -> pd.DataFrame:
        """Some rows, with the columns that the schema looks at and an index of their own.

        With the columns ``column``, ``index`` and ``failure_case`` pandera takes a failing row for one failure case,
        its place; without them it would make, and format, one for each of the row's cells.
        """
        columns = {name: table.values(name)[rows] for name in self.needs}
        made: dict[str, pd.Series[Any]] = {
            name: pd.Series(values, dtype=values.dtype) for name, values in columns.items()
        }
        places = pd.Series(np.arange(int(rows.sum())))
        made |= {"column": pd.Series(self.rule.id, index=places), "index": places, "failure_case": places}
        return pd.DataFrame(made)


def _spread(rows: Mask, of_them: Mask) -> Mask:
    """A mask over some rows as a mask over all."""
    found = np.zeros(len(rows), dtype=bool)
    found[np.flatnonzero(rows)[of_them]] = True
    return found


@lru_cache(maxsize=4096)
def compiled(rule: Rule) -> Compiled:
    """Make a rule ready to run; it was verified when it was loaded."""
    table = rule.compare
    claims: Compare = "sources" if table == "sources" else "claims"
    related = tuple(_relations(rule)) if rule.compare in {"pairs", "series"} else ()
    named = {relation.name for relation, _ in related}
    demands = (_parsed({name: wanted}, table) for name, wanted in rule.must.items() if name not in named)
    must = tuple(condition for some in demands for condition in some)
    left = _parsed(rule.left, claims)
    exempt = tuple(_parsed(selection, table) for selection in rule.unless)
    return Compiled(
        rule,
        where=_parsed(rule.where, claims),
        left=left,
        right=_parsed(rule.right, claims) if "right" in rule.model_fields_set else left,
        when=_parsed(rule.when, table),
        unless=tuple(either_way(exempt)) if is_mutual(rule) else exempt,
        must=must,
        relations=related,
        schema=_schema(rule, must, related),
        needs=tuple(
            dict.fromkeys(
                [name for condition in must for name in _columns(condition)]
                + [name for relation, _ in related for name in (*relation.columns, *relation.unknown)]
            )
        ),
    )


def _schema(rule: Rule, must: Conditions, related: tuple[tuple[Relation, Options], ...]) -> pa.DataFrameSchema:
    """A schema of checks of columns and of relations."""
    demands = (columnchecks.check(condition) for condition in must)
    return pa.DataFrameSchema(checks=[*demands, *(relations.check(*one) for one in related)], name=rule.id)


def _columns(condition: Condition) -> Iterator[str]:
    """The columns that a condition looks at."""
    yield condition.column
    if isinstance(condition.argument, Other):
        yield condition.argument.column


def _relations(rule: Rule) -> Iterator[tuple[Relation, Options]]:
    for name, written in rule.must.items():
        relation = RELATIONS.get(name)
        if relation is not None and relation.over == rule.compare:
            yield relation, relation.options.model_validate(written or {})


def _parsed(selection: Mapping[str, object], table: Compare) -> Conditions:
    return of_table(selection, table, _refuse)


def _refuse(place: Location, message: str) -> None:
    raise ValueError(f"{'.'.join(map(str, place))}: {message}")
