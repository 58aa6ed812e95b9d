"""What the command line writes: whole files or none, and nothing over what was read."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from auditor.errors import AuditorError

if TYPE_CHECKING:
    from auditor.cli.options import Target
    from auditor.model import Report, Source

_NARROW, _WIDE = 80, 100


def require_targets(targets: Iterable["Target"]) -> None:
    """Make sure, before the work is done, that every output can be written, each to a place of its own.

    Raises:
        AuditorError: One cannot, or two would go to one file.
    """
    from auditor.files import require_writable  # noqa: PLC0415

    seen: set[str] = set()
    for _, path in targets:
        if path is None:
            continue
        require_writable(path)
        place = os.path.realpath(path)
        if place in seen:
            raise AuditorError(f"{path}: two outputs cannot go to one file")
        if not os.path.exists(path) or os.path.isfile(path):  # noqa: PTH110, PTH113 - pathlib is not needed yet
            seen.add(place)


def spare(sources: Iterable["Source"], targets: Iterable["Target"]) -> None:
    """Make sure that no output would replace a source.

    Raises:
        AuditorError: One would.
    """
    read = {os.path.realpath(source.path) for source in sources if source.path}
    for _, path in targets:
        if path is not None and os.path.realpath(path) in read:
            raise AuditorError(f"{path}: is a source that was read; write somewhere else")


def render(report: "Report", kind: str, *, to_terminal: bool) -> str:
    """The report in a format; colours and the width are those of a terminal, if it goes to one."""
    from importlib import import_module  # noqa: PLC0415

    from auditor.wording.shown import defused  # noqa: PLC0415

    module = import_module(f"auditor.report.{kind}")
    if kind == "github":  # whose commands are meant
        return str(module.render(report))
    if kind != "text":
        return defused(str(module.render(report)))
    colour = to_terminal and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return defused(str(module.render(report, colour=colour, width=_width() if to_terminal else _NARROW)))


def shown(content: str | bytes) -> str | bytes:
    """Lines as they are, but on a terminal with every character named that would hide or move others."""
    if isinstance(content, bytes) or not sys.stdout.isatty():
        return content
    from auditor.wording.shown import visible  # noqa: PLC0415

    return "".join(f"{visible(line)}\n" for line in content.split("\n")[:-1])


def write(content: str | bytes, path: str | None = None) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if path is None:
        sys.stdout.buffer.write(content.encode("utf-8", "replace") if isinstance(content, str) else content)
        sys.stdout.flush()
        return
    from auditor.files import write_whole  # noqa: PLC0415

    write_whole(path, content)


def _width() -> int:
    from shutil import get_terminal_size  # noqa: PLC0415

    return min(_WIDE, get_terminal_size().columns) if sys.stdout.isatty() else _NARROW
