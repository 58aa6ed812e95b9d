"""What git knows, asked of the git program: never through a shell, and with nothing that could pass for an option."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from auditor.errors import AuditorError

if TYPE_CHECKING:
    from auditor.read import Reading


def user_name() -> str:
    """The name that git signs commits with here; empty if there is none, or no git."""
    try:
        return _git("config", "--get", "user.name").decode("utf-8", "replace").strip()
    except AuditorError:
        return ""


def _git(*arguments: str, given: bytes = b"") -> bytes:
    """The output of a git command.

    Raises:
        AuditorError: There is no git, or the command fails.
    """
    try:
        done = subprocess.run(["git", *arguments], input=given, capture_output=True, check=False)  # noqa: S603, S607 - arguments are checked, and git is whichever the user has
    except OSError as error:
        raise AuditorError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise AuditorError(f"git: {said[-1] if said else f'{arguments[0]} failed'}")
    return done.stdout


def reading(revision: str, paths: Sequence[str]) -> "Reading":
    """Read sources as they stood in a revision of the repository that is here.

    Args:
        revision: Whatever names a commit.
        paths: Files or folders, as a user would type them here.

    Raises:
        AuditorError: There is no such revision, no repository, or nothing to read in it.
    """
    from auditor.read import Reading, read  # noqa: PLC0415 - imported when used

    commit = _commit(revision)
    here = Path.cwd().name or "sources"
    with TemporaryDirectory(prefix="auditor-") as folder:
        root = Path(folder, here)  # a file of this folder belongs to the story of its name
        found = [path for path in paths if _copied(commit, path, root)]
        if not found:
            raise AuditorError(f"nothing to read in {', '.join(paths)} at {revision}")
        told = read([str(root / path) for path in found])
    prefix = f"{root}{os.sep}"
    sources = [replace(one, path=(one.path or "").removeprefix(prefix)) for one in told.sources]
    return Reading(tuple(sources), tuple(f"{revision}: {line.replace(prefix, '')}" for line in told.problems))


def _commit(revision: str) -> str:
    """The commit that a revision names."""
    if revision.startswith("-") or "\0" in revision or not revision:
        raise AuditorError(f"no such revision: `{revision}`")
    try:
        return _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except AuditorError as error:
        known = "single revision" in str(error) or "unknown revision" in str(error)
        raise AuditorError(f"no such revision: `{revision}`" if known else str(error)) from None


def _copied(commit: str, path: str, root: Path) -> bool:
    """Copy the files of a path as they stood; whether there are any."""
    plain = os.path.normpath(path)
    if plain.startswith((os.sep, os.pardir)):
        raise AuditorError(f"{path}: name a path below this folder, to find it in older revisions")
    listed = _git("--literal-pathspecs", "ls-tree", "-r", "-z", commit, "--", plain).split(b"\0")
    files = []
    for entry in listed:
        head, _, name = entry.partition(b"\t")
        if head.startswith(b"100"):
            files.append((head.split()[2].decode("ascii"), os.fsdecode(name)))
    for own, content in _contents(files):
        target = root / own
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return bool(files)


def _contents(files: Sequence[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """The names and contents of objects, of which git is asked once."""
    asked = "".join(f"{name}\n" for name, _ in files).encode("ascii")
    data = _git("cat-file", "--batch", given=asked)
    place = 0
    for _, name in files:
        line_end = data.index(b"\n", place)
        size = int(data[place:line_end].split()[2])
        yield name, data[line_end + 1 : line_end + 1 + size]
        place = line_end + size + 2
