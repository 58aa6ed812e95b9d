"""The claims themselves as JSON lines, CSV or Parquet, for diffs and other programs; and the texts they are of."""

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from auditor.errors import AuditorError
from auditor.model import Claim, Source, SourceInfo
from auditor.report.records import ROW_FIELDS, claim_cells, claim_record, claim_row
from auditor.wording.jsontext import dumps
from auditor.wording.shown import defused


def is_folder(path: str | None) -> bool:
    """Whether each source's claims go into a file of their own in it: a folder that is there, or ``NAME/``."""
    return path is not None and (Path(path).is_dir() or path.endswith("/"))


def require_format(kind: str, path: str | None) -> None:
    """Make sure, before the work is done, that claims can be written in a format.

    Raises:
        AuditorError: Parquet would need a package that is not there, or go to a terminal, which it is not for.
    """
    if kind != "parquet":
        return
    if path is None and sys.stdout.isatty():
        raise AuditorError("parquet is not for reading on a terminal; name a file: -o parquet:claims.parquet")
    if find_spec("pyarrow") is None:
        raise AuditorError("parquet needs the package pyarrow; install it: pip install 'auditor[parquet]'")


def write_claims(infos: Sequence[SourceInfo], kind: str, path: str | None) -> Iterator[tuple[str | None, str | bytes]]:
    """Yield each file to write as its path (None is standard output) and its content; folders are made on the way.

    What a source's metadata says of its publication was given, not found in a text, and is left out.

    Args:
        infos: The sources with their claims, in order.
        kind: "jsonl", "csv", "parquet", or "text" for what was read.
        path: A file for all claims, or a folder that gets ``STORY/SOURCE.csv`` for each source.

    Raises:
        AuditorError: A folder cannot be made.
    """
    content = _FORMATS[kind]
    if path is None or not is_folder(path):
        yield path, content(infos)
        return
    root = _made(Path(path))
    for info, name in zip(infos, _names([info.source for info in infos]), strict=True):
        target = root / f"{name}.{_ENDINGS.get(kind, kind)}"
        _made(target.parent, root)
        yield str(target), content([info])


def _found(infos: Iterable[SourceInfo]) -> Iterator[Claim]:
    return (claim for info in infos for claim in info.claims if claim.field != "published")


def _made(folder: Path, root: Path | None = None) -> Path:
    """The folder, made if it is not there; above the root, nothing is made."""
    try:
        folder.mkdir(exist_ok=True, parents=root is not None)
    except FileNotFoundError:
        raise AuditorError(f"{folder}: there is no folder {folder.parent}; create it first") from None
    except OSError as error:
        raise AuditorError(f"{folder}: the folder cannot be made: {error.strerror or error}") from None
    return folder


def _names(sources: Iterable[Source]) -> Iterator[str]:
    """``STORY/SOURCE`` for each source, no two alike, also where a file system takes A for a."""
    seen: set[str] = set()
    for source in sources:
        own = source.id.removeprefix(f"{source.story}/").replace("/", "-")
        name, number = f"{source.story}/{own}", 1
        while name.casefold() in seen:
            number += 1
            name = f"{source.story}/{own}-{number}"
        seen.add(name.casefold())
        yield name


def _jsonl(infos: Iterable[SourceInfo]) -> str:
    return "".join(dumps(claim_record(claim)) + "\n" for claim in _found(infos))


def _csv(infos: Iterable[SourceInfo]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, ROW_FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(claim_cells, _found(infos)))
    return defused(text.getvalue())


def _parquet(infos: Iterable[SourceInfo]) -> bytes:
    """The columns of the CSV with types of their own: words, whole numbers, and flags."""
    import pandas as pd  # noqa: PLC0415 - the other formats do without

    table = pd.DataFrame(map(claim_row, _found(infos)), columns=list(ROW_FIELDS))
    types = {
        **dict.fromkeys(ROW_FIELDS, "string"),
        **dict.fromkeys(_PLACES, "Int64"),
        **dict.fromkeys(_FLAGS, "boolean"),
    }
    return table.astype(types).to_parquet(engine="pyarrow", index=False)


def _text(infos: Iterable[SourceInfo]) -> str:
    """Each source as a text file with front matter."""
    return "\n".join(map(_with_front_matter, (info.source for info in infos)))


def _with_front_matter(source: Source) -> str:
    keys = ("title", "url", "published", "publisher", "story")
    known = ((key, getattr(source, key)) for key in keys)
    return "\n".join(
        ("---", *(f"{key}: {dumps(value)}" for key, value in known if value), "---", source.text.strip(), "")
    )


_PLACES = ("start", "end", "sentence_start", "sentence_end")
_FLAGS = ("low_open", "high_open", "former")
_FORMATS: Mapping[str, Callable[[Iterable[SourceInfo]], str | bytes]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
    "text": _text,
}
_ENDINGS = {"text": "txt"}
