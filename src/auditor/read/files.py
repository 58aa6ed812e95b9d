"""Finds the files that hold sources, and the story of each."""

import os
import stat
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from auditor.errors import AuditorError, Problem, nearest_path

TEXT_ENDINGS = frozenset({".txt", ".md"})
PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
RECORDS_ENDING = ".jsonl"
REPORT_MARK = '<meta name="generator" content="auditor">'
_DOCUMENT_ENDINGS = frozenset(
    {".doc", ".docx", ".eml", ".epub", ".json", ".mht", ".mhtml", ".ndjson", ".odt", ".pdf", ".rtf", ".text", ".xml"}
)
_README = "readme"
"""A file of this name tells of its folder."""
_ENDINGS = TEXT_ENDINGS | PAGE_ENDINGS | {RECORDS_ENDING}
_PARTS = "_files"
"""Browsers save what a page shows besides its words in a folder of its name with this ending."""
HEAD = 1_000


class Found(NamedTuple):
    """A file to read.

    Attributes:
        path: Where it is, as the user named it.
        story: The story that its folder makes.
    """

    path: Path
    story: str


def find(path: Path, problems: list[Problem], left_alone: list[str]) -> list[Found]:
    """The files of a path: itself, or all that hold sources in a folder and below it.

    Args:
        path: A file or a folder.
        problems: Gets what cannot be looked into.
        left_alone: Gets what may be meant as sources and is not read: documents of other kinds, links to folders.

    Raises:
        AuditorError: There is no such path, or nothing to read in the folder.
    """
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        raise AuditorError(f"no such file or folder: `{path}`{nearest_path(path)}") from None
    if not is_folder:
        return [Found(path, _name(path.absolute().parent))]
    found = sorted(_below(path, problems, left_alone))
    if not found and not problems:
        raise AuditorError(f"nothing to read in `{path}`: no file ending in .txt, .md, .html or .jsonl")
    return found


def beside(folder: Path) -> set[str]:
    """The names of all files in a folder that hold sources."""
    try:
        return {path.name for path in folder.iterdir() if _holds_sources(path)}
    except OSError:
        return set()


def _holds_sources(path: Path) -> bool:
    ending = path.suffix.lower()
    if path.name.startswith(".") or ending not in _ENDINGS or path.stem.lower() == _README or not path.is_file():
        return False
    return ending not in PAGE_ENDINGS or not _is_report(path)


def _is_report(path: Path) -> bool:
    """Whether a page is a report of the auditor, left where the sources are."""
    try:
        with path.open("rb") as page:
            return REPORT_MARK.encode() in page.read(HEAD)
    except OSError:
        return False


def _below(root: Path, problems: list[Problem], left_alone: list[str]) -> Iterator[Found]:
    """All files with a known ending below a folder, without hidden ones and links to folders."""

    def complain(error: OSError) -> None:
        problems.append(Problem(str(error.filename), f"cannot be read: {error.strerror}"))

    for folder, below, names in os.walk(root, onerror=complain):
        here = Path(folder)
        below[:] = sorted(name for name in below if not name.startswith(".") and not _is_part(name, names))
        left_alone += [str(here / name) for name in below if (here / name).is_symlink()]
        story = _name(root) if here == root else here.relative_to(root).as_posix()
        for name in names:
            path = here / name
            if _holds_sources(path):
                yield Found(path, story)
            elif path.suffix.lower() in _DOCUMENT_ENDINGS:
                left_alone.append(str(path))
            elif path.suffix.lower() in _ENDINGS and not path.exists():
                problems.append(Problem(str(path), "is a link that leads nowhere"))


def _is_part(folder: str, names: Container[str]) -> bool:
    """Whether a folder came with a saved page beside it."""
    return folder.endswith(_PARTS) and any(folder.removesuffix(_PARTS) + ending in names for ending in PAGE_ENDINGS)


def _name(folder: Path) -> str:
    """A folder's own name, also of ``.`` and of the root of all folders."""
    return Path(os.path.normpath(folder.absolute())).name or "sources"
