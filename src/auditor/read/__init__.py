"""Reads sources: files, folders of stories, JSON lines, standard input.

A source that cannot be read is a problem, one line each, and the rest is read all the same.
"""

import dataclasses
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.callable import stands_for_its_function
from auditor.errors import BadFileError, Problem
from auditor.model import LINE_BREAK, Source
from auditor.read import files, jsonlines, metadata
from auditor.read.decode import NotTextError, decode, looks_like_page, whole
from auditor.read.metadata import Metadata
from auditor.read.sources import make_source

if TYPE_CHECKING:
    from auditor.read.pages import Page

__all__ = ["Reading", "read"]

stands_for_its_function(__name__)

_STANDARD_INPUT = "stdin"
_DASH = Path("-")
_MOST_ALIKE = 3
"""How many lines of one file are named that have one mistake."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        sources: By story, then id; every id once.
        problems: What could not be read, one line each.
        left_alone: The documents of folders that are of a kind that is not read, such as PDF; no problem, but perhaps a
            source that somebody misses.
    """

    sources: tuple[Source, ...]
    problems: tuple[str, ...] = ()
    left_alone: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Source]:
        """The sources."""
        return iter(self.sources)

    def __len__(self) -> int:
        """How many sources were read."""
        return len(self.sources)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A source whose id may still need its story in front.

    Attributes:
        source: The source.
        line: Its line in a file of many.
        named: Whether its id was given, not taken from a file's name.
    """

    source: Source
    line: int | None = None
    named: bool = False


def read(path: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Reading:
    """Read the sources of one path or several.

    Args:
        path: A text file (also with front matter), a saved web page, a ``.jsonl`` file of many sources, a folder (with
            all folders below it, each a story), or ``-`` for standard input.

    Raises:
        AuditorError: A path does not exist, or there is nothing to read in it.
    """
    paths = [path] if isinstance(path, (str, os.PathLike)) else list(path)
    problems: list[Problem] = []
    left_alone: list[str] = []
    drafts: list[_Draft] = []
    done: set[str] = set()
    for each in paths:
        for found in _files(each, problems, left_alone):
            key = os.path.realpath(found.path) if found.path != _DASH else "-"
            if key not in done:
                done.add(key)
                drafts += _drafts(found, problems)
    sources = sorted(_identified(drafts, problems), key=lambda source: (source.story, source.id))
    ordered = dict.fromkeys(sorted(problems, key=lambda p: (p.path, p.line or 0, p.column or 0)))
    beside = tuple(dict.fromkeys(map(whole, sorted(left_alone))))
    return Reading(tuple(sources), tuple(whole(str(problem)) for problem in ordered), beside)


def _files(path: str | os.PathLike[str], problems: list[Problem], left_alone: list[str]) -> list[files.Found]:
    if os.fspath(path) == "-":
        return [files.Found(_DASH, _STANDARD_INPUT)]
    return files.find(Path(path), problems, left_alone)


def _drafts(found: files.Found, problems: list[Problem]) -> Iterator[_Draft]:
    """The sources of one file; what is wrong with it goes to the problems."""
    path = found.path
    try:
        data, ending = _bytes(path), path.suffix.lower()
        is_page = ending in files.PAGE_ENDINGS or (path == _DASH and looks_like_page(data))
        text = decode(data, is_page=is_page)
        if ending == files.RECORDS_ENDING:
            yield from _many(text, found, problems)
        elif is_page:
            known, html = metadata.split(text, str(path))
            words, declared, lines = _page(html)
            above = _lines_above(text, html)
            source = _made(_name(found), words, known.or_else(declared), found)
            yield _Draft(dataclasses.replace(source, lines=tuple(above + line for line in lines)))
        else:
            yield _one(text, found)
    except BadFileError as error:
        problems.extend(error.problems)
    except NotTextError as error:
        problems.append(Problem(str(path), str(error)))
    except OSError as error:
        problems.append(Problem(str(path), f"cannot be read: {error.strerror or error}"))


def _bytes(path: Path) -> bytes:
    if path == _DASH:
        return sys.stdin.buffer.read()
    return path.read_bytes()


def _name(found: files.Found) -> str:
    return _STANDARD_INPUT if found.path == _DASH else whole(found.path.stem)


def _one(text: str, found: files.Found) -> _Draft:
    known, body = metadata.split(text, str(found.path))
    if not body.strip():
        raise NotTextError("is empty below its front matter")
    return _Draft(_made(_name(found), body, known, found, 1 + _lines_above(text, body)))


def _lines_above(text: str, body: str) -> int:
    """How many lines the front matter has."""
    return len(LINE_BREAK.findall(text[: len(text) - len(body)]))


def _many(text: str, found: files.Found, problems: list[Problem]) -> Iterator[_Draft]:
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for record in jsonlines.records(text):
        for message in record.problems:
            lines[message].append(record.line)
        if record.problems:
            continue
        try:
            words, declared = (record.text, Metadata()) if record.html is None else _page(record.html)[:2]
        except NotTextError as error:
            lines[f"`html` {error}"].append(record.line)
            continue
        source = _made(record.id, words, record.metadata.or_else(declared), found, record.line)
        yield _Draft(source, record.line, named=True)
    for message, where in lines.items():
        problems += [Problem(str(found.path), message, line) for line in where[:_MOST_ALIKE]]
        if len(where) > _MOST_ALIKE:
            more = f"the same in {len(where) - _MOST_ALIKE} more lines: {message}"
            problems.append(Problem(str(found.path), more, where[_MOST_ALIKE]))


def _page(html: str) -> "Page":
    """A web page's article.

    Raises:
        NotTextError: It holds none.
    """
    if files.REPORT_MARK in html[: files.HEAD]:
        raise NotTextError("is a report of the auditor, not a source")
    from auditor.read.pages import page  # noqa: PLC0415 - takes longer than all reading of texts

    return page(whole(html))


def _made(name: str, text: str, known: Metadata, found: files.Found, line: int = 1) -> Source:
    return make_source(name, text, known, whole(found.story), path=whole(str(found.path)), line=line)


def _identified(drafts: list[_Draft], problems: list[Problem]) -> Iterator[Source]:
    """The sources with ids of their own: a file's name that stands in two stories has its story in front."""
    uses = Counter(draft.source.id for draft in drafts)
    seen: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda draft: not draft.named):
        source = draft.source
        if uses[source.id] > 1 and not draft.named:
            source = dataclasses.replace(source, id=f"{source.story}/{source.id}")
        if source.id in seen and not draft.named:
            source = dataclasses.replace(source, id=f"{source.id}{Path(source.path or '').suffix}")
        path = source.path or ""
        if source.id in seen:
            problems.append(
                Problem(path, f"second source with the id `{source.id}`, first in {seen[source.id]}", draft.line)
            )
            continue
        seen[source.id] = path
        yield source
