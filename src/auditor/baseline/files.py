"""Reads the file of accepted findings, and writes it whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from auditor.baseline.lines import parse, render
from auditor.errors import AuditorError, BadFileError, Problem, nearest_path
from auditor.files import write_whole
from auditor.model import Accepted


def read(path: str) -> tuple[Accepted, ...]:
    """The accepted findings of a file, in the order in which they are written.

    Raises:
        AuditorError: There is no such file, or it cannot be read.
        BadFileError: It is no UTF-8, or lines of it are wrong; all mistakes are listed.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadFileError([Problem(path, "is no UTF-8", line)]) from None
    except FileNotFoundError:
        raise AuditorError(f"no such file: `{path}`{nearest_path(Path(path))}") from None
    except (OSError, ValueError) as error:
        raise AuditorError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
    return parse(text, path)


def write(path: str, accepted: Iterable[Accepted]) -> None:
    """Put accepted findings into a file, in place of all that stood there."""
    write_whole(path, render(accepted))
