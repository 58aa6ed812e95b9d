"""The file of accepted findings: one JSON object a line, each with the number of its format.

Lines stand by themselves and are ordered by a digest of what they accept, so that two branches that accept different
findings seldom write at one place; a line that a merge has doubled counts once. The file is written
whole or not at all.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError, field_validator

from auditor import yamlfile
from auditor.baseline.days import is_day
from auditor.errors import AuditorError, BadFileError, Problem, nearest_path
from auditor.files import read_text, write_whole
from auditor.model import Accepted
from auditor.wording.jsontext import Record, attributes, dumps

FORMAT = 1
"""The format that is written; it rises when a key is renamed or changes its meaning."""

MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By the number of an older format: what makes one of its lines one of the next format."""

_MARKERS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class _Line(yamlfile.Strict):
    """What a line must say."""

    format: int
    rule: str
    story: str
    slot: str
    values: tuple[str, ...]
    source: str | None = None
    reason: str
    by: str = ""
    until: str | None = None

    @field_validator("until")
    @classmethod
    def _until_is_a_day(cls, value: str | None) -> str | None:
        if value is not None and not is_day(value):
            raise ValueError(f"must be a day such as 2026-12-31, not `{value}`")
        return value


def parse(text: str, path: str) -> tuple[Accepted, ...]:
    """Read the lines of a file, in any order.

    Args:
        text: The whole file.
        path: What problems call it.

    Raises:
        BadFileError: A line is no acceptance, or two accept one finding in different ways; all mistakes are listed.
    """
    problems: list[Problem] = []
    first: dict[Accepted, tuple[int, Accepted]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        try:
            found = _accepted(line, number, path) if line.strip() else None
        except BadFileError as error:
            problems += error.problems
            continue
        if found is not None:
            before, same = first.setdefault(_bare(found), (number, found))
            if same != found:
                problems.append(Problem(path, _twice(found, same, before), number, 1))
    if problems:
        raise BadFileError(problems)
    return tuple(sorted((found for _, found in first.values()), key=digest))


def render(accepted: Iterable[Accepted]) -> str:
    """The file that holds these, each once."""
    return "".join(f"{line}\n" for line in lines(accepted))


def lines(accepted: Iterable[Accepted]) -> list[str]:
    """The lines for these, in the order of the file."""
    return [dumps(_record(one)) for one in sorted(dict.fromkeys(accepted), key=digest)]


def digest(one: Accepted) -> str:
    """Where a line stands among the others: by what it accepts, not by why and until when."""
    told = "\n".join((one.rule, one.story, one.slot, *one.values, one.source or ""))
    return hashlib.blake2s(told.encode("utf-8", "replace")).hexdigest()


def _bare(one: Accepted) -> Accepted:
    """What a line accepts, without why, by whom and until when."""
    return Accepted(one.rule, one.story, one.slot, one.values, one.source)


def _record(one: Accepted) -> Record:
    names = ("rule", "story", "slot", "values", "source", "reason", "by", "until")
    record: Record = {"format": FORMAT, **attributes(one, *names)}
    return {key: value for key, value in record.items() if value is not None}


def _accepted(line: str, number: int, path: str) -> Accepted:
    """One line."""
    if line.startswith(_MARKERS):
        told = "a merge left this mark; keep the lines of both sides, and delete the marks"
        raise BadFileError([Problem(path, told, number, 1)])
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        told, column = "nested too deep, or a number of too many digits", 1
        if isinstance(error, json.JSONDecodeError):
            told, column = error.msg, error.colno
        raise BadFileError([Problem(path, f"is not JSON: {told}", number, column)]) from None
    try:
        known = _Line.model_validate(_migrated(record, number, path))
    except ValidationError as error:
        raise BadFileError(_mistakes(line, number, path, error)) from None
    if line.count('"format"') > 1 or len(json.loads(line, object_pairs_hook=list)) != len(record):
        yamlfile.load(line, path, first_line=number)  # says which key stands there twice
    rest = known.model_dump(exclude={"format"})
    return Accepted(**rest | {"values": tuple(sorted(set(known.values)))})


def _migrated(record: Any, number: int, path: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A line as this format writes it."""
    if not isinstance(record, dict) or not isinstance(record.get("format"), int):
        return record
    while record["format"] < FORMAT and record["format"] in MIGRATIONS:
        record = MIGRATIONS[record["format"]](record)
    if record["format"] != FORMAT:
        newer = "; a newer auditor has written it" if record["format"] > FORMAT else ""
        told = f"format {record['format']} is none that this auditor reads, which is {FORMAT}{newer}"
        raise BadFileError([Problem(path, told, number, 1)])
    return record


def _mistakes(line: str, number: int, path: str, error: ValidationError) -> Iterator[Problem]:
    """What is wrong with a line, each mistake at its column."""
    try:
        yamlfile.validate(yamlfile.load(line, path, first_line=number), _Line)
    except BadFileError as found:
        yield from found.problems
        return
    for detail in error.errors(include_url=False):
        place = f"`{detail['loc'][0]}`: " if detail["loc"] else ""
        yield Problem(path, f"{place}{detail['msg'].replace('Input should be', 'must be')}", number, 1)


def _twice(one: Accepted, other: Accepted, line: int) -> str:
    names = [name for name in ("reason", "by", "until") if getattr(one, name) != getattr(other, name)]
    return f"accepts what line {line} accepts, with another {' and another '.join(names)}; keep one of the two"


def read(path: str) -> tuple[Accepted, ...]:
    """The accepted findings of a file, in the order in which they are written.

    Raises:
        AuditorError: There is no such file.
        BadFileError: It cannot be read, is not UTF-8, or lines of it are wrong; all mistakes are listed.
    """
    if not os.path.lexists(path):
        raise AuditorError(f"no such file: `{path}`{nearest_path(Path(path))}")
    return parse(read_text(Path(path), path), path)


def write(path: str, accepted: Iterable[Accepted]) -> None:
    """Put accepted findings into a file, in place of all that stood there."""
    write_whole(path, render(accepted))
