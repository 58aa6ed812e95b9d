"""TOML files as nodes with the line and column of each key, so that they are verified like YAML files."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from auditor.errors import BadFileError, Problem
from auditor.files import read_text
from auditor.yamlfile import Node

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]\]?")
_ENTRY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

Path_ = tuple[str, ...]
Place = tuple[int, int]


def load(file: Path) -> Node:
    """Read a TOML file.

    Raises:
        BadFileError: It cannot be read, or is no TOML.
    """
    text = read_text(file).replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadFileError([_not_toml(str(file), error)]) from None
    return _node(data, (), dict(_places(text)), str(file), text.split("\n"))


def _not_toml(path: str, error: Exception) -> Problem:
    said = str(error) or "nested too deeply"
    at = _AT.search(said)
    line, column = (int(at[1]), int(at[2])) if at and at[1] else (None, None)
    hint = "; a text stands in quotes" if said.startswith("Invalid value") else ""
    return Problem(path, f"is not TOML: {_AT.sub('', said)}{hint}", line, column)


def _places(text: str) -> Iterator[tuple[Path_, Place]]:
    """Where each table and each key at the beginning of a line stands, the last of equals first."""
    table: Path_ = ()
    found: list[tuple[Path_, Place]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            steps = list(_steps((), header, number))
            table = steps[-1][0]
            found += steps
        elif entry := _ENTRY.match(line):
            found += _steps(table, entry, number)
    return reversed(found)


def _steps(table: Path_, dotted: re.Match[str], line: int) -> Iterator[tuple[Path_, Place]]:
    """Each of some keys joined by dots, in a table, and where it stands."""
    path = table
    for key in re.finditer(_KEY, dotted[1]):
        path = (*path, key[0].strip("\"'"))
        yield path, (line, dotted.start(1) + key.start() + 1)


def _node(value: object, path: Path_, places: dict[Path_, Place], file: str, lines: list[str]) -> Node:
    """A value and where its key stands; keys of inline tables are looked for behind their table's."""
    place = places.get(path, (1, 1))
    if isinstance(value, list):
        items: list[Node] = [_node(item, path, places, file, lines) for item in value]
        return Node(items, file, *place)
    if not isinstance(value, dict):
        return Node(str(value).lower() if isinstance(value, bool) else str(value), file, *place)
    for key in value:
        places.setdefault((*path, key), _inline(key, place, lines))
    children = {key: _node(inner, (*path, key), places, file, lines) for key, inner in value.items()}
    return Node(children, file, *place, {key: places[*path, key] for key in value})


def _inline(key: str, place: Place, lines: list[str]) -> Place:
    """Where a key stands behind another on its line, or else that other one's place."""
    line, column = place
    found = re.compile(rf"(?<![\w-])[\"']?{re.escape(key)}[\"']?[ \t]*[=.]").search(lines[line - 1], column - 1)
    return (line, found.start() + 1) if found else place
