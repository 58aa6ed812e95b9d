"""What is worth remembering between runs, in the user's cache folder; a run without one gives the same results.

The folder is ``$AUDITOR_CACHE``, or ``auditor`` in ``$XDG_CACHE_HOME``, or in ``~/.cache``. It may be deleted at any
time, and where it cannot be written nothing is remembered.
"""

import hashlib
import os
from pathlib import Path

from auditor import __version__
from auditor.errors import AuditorError


def folder() -> Path:
    """Where things are remembered, be it there or not."""
    if own := os.environ.get("AUDITOR_CACHE"):
        return Path(own)
    shared = os.environ.get("XDG_CACHE_HOME")
    return (Path(shared) if shared else Path(os.path.expanduser("~")) / ".cache") / "auditor"  # noqa: PTH111 - never raises


def key(*parts: str | bytes) -> str:
    """A name for what depends on these parts, and on this version of the auditor."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def recall(name: str) -> str | None:
    """What was remembered under a name; None if nothing was."""
    try:
        return (folder() / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def remember(name: str, text: str) -> None:
    """Remember a text under a name, if there is a place for it."""
    from auditor.files import write_whole  # noqa: PLC0415 - imported when used

    file = folder() / name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)
    except (OSError, AuditorError):
        return
