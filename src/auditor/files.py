"""Files of text, read with what is wrong in its place, and written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from auditor.errors import AuditorError, BadFileError, Problem


def read_text(path: Path, name: str | None = None) -> str:
    """The text of a file that people write, such as settings or rules, without a byte order mark.

    Args:
        path: The file.
        name: What problems call it; its path if not given.

    Raises:
        BadFileError: It cannot be read, or is not UTF-8; the first byte that is not is named with its place.
    """
    told = name or str(path)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        column = error.start - error.object.rfind(b"\n", 0, error.start)
        message = f"is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
        raise BadFileError([Problem(told, message, line, column)]) from None
    except (OSError, ValueError) as error:
        raise BadFileError([Problem(told, f"cannot be read: {getattr(error, 'strerror', None) or error}")]) from None


def require_writable(path: str | os.PathLike[str]) -> None:
    """Make sure, before the work is done, that its result can be written to ``path``.

    Raises:
        AuditorError: ``path`` is a folder, or its folder does not exist or cannot be written.
    """
    target = Path(path)
    if target.is_dir():
        raise AuditorError(f"{target}: is a folder; name a file in it")
    if not target.parent.is_dir():
        raise AuditorError(f"{target}: there is no folder {target.parent}; create it first")
    if not _is_device(target) and not os.access(target.resolve().parent, os.W_OK | os.X_OK):
        raise AuditorError(f"{target}: the folder {target.parent} cannot be written")


def write_whole(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Put ``content`` at ``path`` in one step, so that nobody ever sees half a file.

    Args:
        path: Where to write; a file that stands there is replaced, a link is followed, a device
            is written into.
        content: Text is written as UTF-8 with its line ends as they are; half a surrogate pair becomes ``?``.

    Raises:
        AuditorError: As `require_writable`, or the disk refuses; a file that stood there is as it was.
    """
    require_writable(path)
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        if _is_device(Path(path)):
            Path(path).write_bytes(data)
        else:
            _replace(Path(path).resolve(), data)
    except OSError as error:
        raise AuditorError(f"{path}: cannot be written: {error.strerror or error}") from error


def _is_device(target: Path) -> bool:
    """Whether a pipe or a device stands there, such as /dev/stdout: nothing to replace, only to write into."""
    return target.exists() and not target.is_file()


def _replace(target: Path, data: bytes) -> None:
    """Write a neighbour of ``target``, then rename it; on any failure the neighbour is gone."""
    handle, temporary = tempfile.mkstemp(prefix=".auditor-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that stands there, else those that a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
