"""Changes that a project makes to a packaged rule without copying it: another severity, other thresholds, or off."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from auditor.errors import nearest
from auditor.rules.model import Rule
from auditor.rules.reading.verify import verify
from auditor.rules.relations import RELATIONS
from auditor.settings import Override

_PARTS = ("where", "left", "right", "pair", "when", "unless", "must")
"""The keys of a rule that hold thresholds."""


def thresholds(rule: Rule) -> dict[str, float]:
    """The numbers of a rule that may be changed, by name, as they are."""
    parts = rule.model_dump(include=set(_PARTS), exclude_defaults=True)
    for name, wanted in parts.get("must", {}).items():
        relation = RELATIONS.get(name)
        if relation is not None and relation.over == rule.compare:
            parts["must"][name] = relation.options.model_validate(wanted or {}).model_dump()
    return {name: number for name, value in _numbered(parts) if (number := _number(value)) is not None}


def _numbered(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, object]]:
    """The leaves of a part of a rule; entries of ``unless`` count from 1."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _numbered(inner, (*path, str(key)))
    elif isinstance(value, list | tuple) and path == ("unless",):
        for index, inner in enumerate(value, 1):
            yield from _numbered(inner, (*path, str(index)))
    else:
        yield ".".join(path), value


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def changed(rule: Rule, override: Override) -> tuple[Rule, list[tuple[tuple[str, ...], str]]]:
    """A rule with what an override changes.

    Returns:
        The rule, and what is wrong with the override, each with the keys in it that lead there.
    """
    problems: list[tuple[tuple[str, ...], str]] = []
    known = thresholds(rule)
    data = copy.deepcopy(rule.model_dump(exclude_unset=True))
    for name, written in override.thresholds.items():
        place = ("thresholds", *name.split("."))
        if name not in known:
            told = nearest(name, known) or (f"; it has {', '.join(known)}" if known else "; it has none")
            problems.append((place, f"rule `{rule.id}` has no threshold `{name}`{told}"))
        elif _number(written) is None:
            problems.append((place, f"`{name}`: expected a number, not `{written}`"))
        else:
            problems += [(place, f"`{name}`: {message}") for message in _set(data, name.split("."), str(written))]
    if override.severity:
        data["severity"] = override.severity
    return (rule if problems else Rule.model_validate(data)), problems


def _set(data: dict[str, Any], path: list[str], value: str) -> Iterator[str]:
    """Put a value at its place, and say what is then wrong with the rule."""
    holder: Any = data
    for step in path[:-1]:
        inner = holder[int(step) - 1] if isinstance(holder, list | tuple) else holder.get(step)
        if inner is None:
            inner = holder[step] = {}
        holder = inner
    before = holder.get(path[-1])
    holder[path[-1]] = value
    problems = [message for _, message in verify(_plain(data))]
    try:
        Rule.model_validate(data)
    except ValidationError as error:
        problems += [detail["msg"].replace("Input should", "must") for detail in error.errors(include_url=False)]
    if problems:
        holder[path[-1]] = before
    yield from dict.fromkeys(problems)


def _plain(value: Any) -> Any:  # noqa: ANN401 - as YAML would have read it
    """Tuples as lists, so that it is what a file says."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
