"""Many sources in one file, a JSON object a line."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from auditor.errors import nearest
from auditor.read.decode import whole
from auditor.read.metadata import Metadata, check_name
from auditor.wording.shown import on_one_line

_KEYS = ("id", "story", "text", "html", *(name for name in Metadata.model_fields if name != "story"))
_SHOWN = 60
_LISTED = "; write an object {…} a line, without brackets and commas around them"
_MANY = 3
"""A line with more unknown keys than these is something else than a source."""


class Record(NamedTuple):
    """One line: the source's parts, or what is wrong with it.

    Attributes:
        line: First line is 1.
        id: The source's id.
        text: Its text; empty where it is a web page.
        html: Its web page; None where it is a text.
        metadata: What else is known of it.
        problems: Why it cannot be used; empty if it can.
    """

    line: int
    id: str = ""
    text: str = ""
    html: str | None = None
    metadata: Metadata = Metadata()
    problems: tuple[str, ...] = ()


class _DoubleKeyError(ValueError):
    """An object has a key twice."""


def records(text: str) -> Iterator[Record]:
    """Every line that is not blank, as a record."""
    first: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        record = _record(line, number)
        if not record.problems and record.id in first:
            record = Record(number, problems=(f"duplicate id `{_short(record.id)}`, first on line {first[record.id]}",))
        first.setdefault(record.id, number)
        yield record


def _record(line: str, number: int) -> Record:
    try:
        found = json.loads(line, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        listed = _LISTED if number == 1 and line.lstrip().startswith("[") else ""
        return Record(number, problems=(f"is not JSON: {error.msg}, column {error.colno}{listed}",))
    except _DoubleKeyError as error:
        return Record(number, problems=(str(error),))
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else "a number of too many digits"
        return Record(number, problems=(f"is not usable JSON: {reason}",))
    if not isinstance(found, dict):
        return Record(number, problems=(f'expected an object {{"id": …, "text": …}}, not {_kind(found)}',))
    problems = tuple(_problems(found))
    if problems:
        return Record(number, problems=problems)
    values = {key: whole(value) for key, value in found.items() if value is not None}
    metadata = Metadata(**{key: values.get(key) for key in Metadata.model_fields})
    return Record(number, values["id"], values.get("text", ""), values.get("html"), metadata)


def _problems(found: dict[str, object]) -> Iterator[str]:
    """What is wrong with an object, key by key."""
    unknown = [key for key in found if key not in _KEYS]
    if len(unknown) > _MANY:
        named = ", ".join(f"`{_short(key)}`" for key in unknown[:_MANY])
        yield f"is no source: unknown keys {named} and {len(unknown) - _MANY} more; a source has `id` and `text`"
        return
    for key in unknown:
        yield f"unknown key `{_short(key)}`{nearest(key, _KEYS)}"
    typed = True
    for key in _KEYS:
        value = found.get(key)
        if value is not None and not isinstance(value, str):
            typed = False
            yield f"`{key}`: must be text in quotation marks, not {_kind(value)}"
    if not typed:
        return
    yield from _unusable(found)


def _unusable(found: dict[str, object]) -> Iterator[str]:
    """What is missing or cannot be used, where all values are texts."""
    for key in ("id", "story"):
        value = found.get(key)
        if isinstance(value, str):
            try:
                check_name(value)
            except ValueError as error:
                yield f"`{key}`: {error}"
    if found.get("id") is None:
        yield "`id` is missing"
    given = [key for key in ("text", "html") if found.get(key) is not None]
    if not given:
        yield "`text` or `html` is missing"
    elif len(given) > 1:
        yield "has both `text` and `html`; one of them is the source"
    elif not str(found[given[0]]).strip():
        yield f"`{given[0]}` is empty"


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A dictionary of pairs, each key once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise _DoubleKeyError(f"duplicate key `{_short(double)}`")
    return found


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "text"}
    return names.get(type(value), "null")


def _short(text: str) -> str:
    return on_one_line(whole(text), _SHOWN)
