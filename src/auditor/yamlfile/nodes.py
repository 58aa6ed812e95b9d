"""The values of a YAML file with the line and column of each."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import yaml

from auditor.errors import BadFileError, Problem
from auditor.files import read_text
from auditor.wording.shown import on_one_line

MAX_CHARACTERS = 5_000_000
MAX_DEPTH = 50
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SHOWN = 60
_TAB = "a tab; use blanks instead"
_MEANS = (
    ("mapping values are not allowed", "a colon too many: put the text in quotes, or look at the indentation"),
    ("scanning a quoted scalar", "a quotation mark is not closed, or a backslash stands before what needs none"),
    ("did not find expected ',' or '}'", "a `{` is not closed, or a comma is missing"),
    ("did not find expected ',' or ']'", "a `[` is not closed, or a comma is missing"),
    ("scanning an anchor", "put a text that begins with & in quotes"),
    ("scanning an alias", "put a text that begins with * in quotes"),
    ("could not find expected ':'", "a key without its colon, or without a blank behind it"),
    ("did not find expected key", "a line that is indented otherwise than those above it, or a text that needs quotes"),
    ("did not find expected '-' indicator", "a line of a list without its dash, or indented otherwise"),
    ("tab character", _TAB),
)
"""What the parser says, and what is mostly wrong then."""
_OPEN = ("quoted scalar", "expected ',' or '}'", "expected ',' or ']'", "could not find expected ':'")
"""What it says of things that begin and do not end."""

Value = str | None | list["Node"] | dict[str, "Node"]
Plain = str | None | list["Plain"] | dict[str, "Plain"]


class _Mark(Protocol):
    """Where the parser stands; the C parser's marks are another class than yaml's own."""

    line: int
    column: int


@dataclass(slots=True)
class Node:
    """A value in a YAML file and where it stands.

    Attributes:
        value: Text, None (a plain ``null``, ``~`` or nothing), a list of nodes, or nodes by key.
        path: The file, as the user named it.
        line: First line is 1.
        column: First column is 1.
        keys: For a mapping, line and column of each key.
    """

    value: Value
    path: str
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> Plain:
        """The value without positions: text, None, lists and dictionaries."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def at(self, *location: int | str) -> "Node":
        """The node at a path of keys and indexes; what cannot be followed (a union's member) is skipped."""
        node = self
        for step in location:
            node = node._step(step) or node
        return node

    def problem(self, message: str, *, key: str | None = None) -> Problem:
        """A problem that points at this node, or at one of its keys."""
        line, column = self.keys.get(key, (self.line, self.column)) if key is not None else (self.line, self.column)
        return Problem(self.path, message, line, column)

    def _step(self, step: int | str) -> "Node | None":
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None


def load(source: Path | str, name: str | None = None, *, first_line: int = 1) -> Node:
    """Read one YAML document.

    Args:
        source: A file, or (a ``str``) the YAML text itself.
        name: What problems call it; a file's own path if not given.
        first_line: The line of its file that the text begins at.

    Returns:
        The document; a node with the value None if there is none.

    Raises:
        BadFileError: It cannot be read or is no plain YAML; every mistake is listed.
    """
    if isinstance(source, Path):
        path = name or str(source)
        text = read_text(source, path)
    else:
        path, text = name or "text", source
    if len(text) > MAX_CHARACTERS:
        raise BadFileError([Problem(path, f"too large: {len(text):,} characters, at most {MAX_CHARACTERS:,}")])
    builder = _Builder(path, first_line - 1)
    builder.read(text)
    if builder.problems:
        raise BadFileError(builder.problems)
    return builder.root or Node(None, path, first_line, 1)


class _Builder:
    """Turns the parser's events into nodes, without recursion, so that no nesting exhausts the stack."""

    def __init__(self, path: str, skipped: int) -> None:
        """Begin with no document; ``skipped`` lines of the file come before the text."""
        self.path = path
        self.skipped = skipped
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []
        self._key: list[tuple[str, tuple[int, int]] | None] = []
        self._documents = 0

    def read(self, text: str) -> None:
        """Build the document, or collect what is wrong with it."""
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                if not self._accept(event):
                    return
        except yaml.MarkedYAMLError as error:
            place = self._place(_telling_mark(error))
            is_deep = "nesting depth" in (
                error.problem or ""
            )  # some versions of the parser reach a limit of their own first
            told = _TOO_DEEP if is_deep else f"is not YAML: {self._mistake(error, text.splitlines())}"
            self._complain(told, place)
        except yaml.YAMLError as error:
            place = self._position(text, getattr(error, "position", 0) or 0)
            self._complain("is not YAML: a character that YAML does not allow", place)
        except UnicodeEncodeError as error:
            self._complain("is not YAML: half a surrogate pair", self._position(text, error.start))

    def _mistake(self, error: yaml.MarkedYAMLError, lines: list[str]) -> str:
        """What the parser stumbled over, in words for somebody who has never heard of flow mappings."""
        stood = error.problem_mark
        words = " ".join(part for part in (error.context, error.problem) if part)
        plain = next((told for jargon, told in _MEANS if jargon in words), words)
        if stood is None or stood.line >= len(lines):
            return plain
        line = lines[stood.line]
        if "cannot start" in words:
            return _unquoted(line[stood.column :])
        if "did not find expected key" in words and line[: stood.column].strip():
            return "a text that needs quotes, or a quotation mark too many"
        begun = _telling_mark(error)
        if begun and begun.line != stood.line:
            return f"{plain} (noticed on line {self._place(stood)[0]})"
        return plain

    def _accept(self, event: yaml.Event) -> bool:
        """Take one event; False to read no further."""
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._key.pop()
            return True
        if isinstance(event, yaml.NodeEvent):
            return self._accept_node(event, self._place(event.start_mark))
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._complain("more than one YAML document in a file", self._place(event.start_mark))
                return False
        return True

    def _accept_node(self, event: yaml.NodeEvent, place: tuple[int, int]) -> bool:
        if isinstance(event, yaml.AliasEvent):
            self._complain(f"aliases are not allowed (*{event.anchor}); write the value again", place)
            self._add(Node(None, self.path, *place))
            return True
        if event.anchor is not None:
            self._complain(f"anchors are not allowed (&{event.anchor}); put a text that begins with & in quotes", place)
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self._complain(f"tags are not allowed ({event.tag})", place)
        if isinstance(event, yaml.ScalarEvent):
            self._add_scalar(event, place)
            return True
        node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], self.path, *place)
        self._add(node)
        self._open.append(node)
        self._key.append(None)
        if len(self._open) > MAX_DEPTH:
            self._complain(_TOO_DEEP, place)
            return False
        return True

    def _add_scalar(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> None:
        parent = self._open[-1] if self._open else None
        if parent is not None and isinstance(parent.value, dict) and self._key[-1] is None:
            if event.value in parent.value:
                first = parent.keys[event.value][0]
                self._complain(f"duplicate key `{shortened(event.value)}`, first on line {first}", place)
            parent.keys.setdefault(event.value, place)
            self._key[-1] = (event.value, place)
        else:
            is_null = event.implicit[0] and event.value in _NULLS
            self._add(Node(None if is_null else event.value, self.path, *place))

    def _add(self, node: Node) -> None:
        """Put a finished or just opened node into the collection that is open."""
        if not self._open:
            self.root = node
            return
        value = self._open[-1].value
        if isinstance(value, list):
            value.append(node)
        elif isinstance(value, dict):
            key = self._key[-1]
            if key is None:
                self._complain("a key must be a word or a text", (node.line, node.column))
                self._key[-1] = ("", (node.line, node.column))
                return
            value.setdefault(key[0], node)
            self._key[-1] = None

    def _complain(self, message: str, place: tuple[int, int]) -> None:
        self.problems.append(Problem(self.path, message, *place))

    def _position(self, text: str, index: int) -> tuple[int, int]:
        return text.count("\n", 0, index) + 1 + self.skipped, index - text.rfind("\n", 0, index)

    def _place(self, mark: _Mark | None) -> tuple[int, int]:
        return (mark.line + 1 + self.skipped, mark.column + 1) if mark else (1 + self.skipped, 1)


def _telling_mark(error: yaml.MarkedYAMLError) -> _Mark | None:
    """Where the mistake stands: where something begins that no later line ends, else where the parser gave up."""
    begun: _Mark | None = error.context_mark
    stood: _Mark | None = error.problem_mark
    is_open = any(words in f"{error.context} {error.problem}" for words in _OPEN)
    return begun if begun and (stood is None or (is_open and begun.line < stood.line)) else stood


def _unquoted(rest: str) -> str:
    """What to do about a sign that begins no value."""
    if rest.startswith("\t"):
        return _TAB
    if rest.startswith("```"):
        return "the sign for code in a page; delete this line, and the one that closes it"
    return f"put what begins with `{rest[:1]}` in quotes"


def shortened(text: str) -> str:
    """A text as problems quote it."""
    return on_one_line(text, _SHOWN)
