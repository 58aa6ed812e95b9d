"""A newsroom to start from: what ``auditor init`` writes.

The files are data beside this module, in ``files``; names that git or an installer would take for their own are written
there without their dot.
"""

import os
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from auditor.errors import AuditorError
from auditor.files import write_whole
from auditor.rules.reading.loading import SCHEMA, packaged

EXAMPLE = {
    "claims/sources/bridge/courier.txt": "courier.txt",
    "claims/sources/bridge/herald.txt": "herald.txt",
    "claims/reference/town.yaml": "town.yaml",
    "rules/vague-headline.yaml": "vague-headline.yaml",
    f"rules/{SCHEMA}": SCHEMA,
}
"""What is only written where there are no sources yet."""

SETTINGS = {
    "auditor.toml": "auditor.toml",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".github/workflows/audit.yml": "audit.yml",
    "reports/README.md": "reports.md",
}


def found(folder: str) -> Iterator[tuple[str, bool]]:
    """Make a folder a newsroom; what is there stays as it is.

    Yields:
        Each file that belongs to it, and whether it was written.

    Raises:
        AuditorError: Something that is no folder stands in the way, or the disk refuses.
    """
    root = Path(folder)
    wanted = SETTINGS if (root / "claims/sources").exists() else EXAMPLE | SETTINGS
    for name, data in wanted.items():
        target = root / name
        written = not os.path.lexists(target)
        if written:
            _made(target.parent)
            home = packaged() if data == SCHEMA else files(__package__).joinpath("files")
            write_whole(target, home.joinpath(data).read_bytes())
        yield str(target), written


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AuditorError(f"{folder}: the folder cannot be made: {error.strerror or error}") from None
