"""The claims themselves as JSON lines or CSV, for diffs, spreadsheets and other programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from auditor.model import Claim, SourceInfo
from auditor.report.records import ROW_FIELDS, claim_record, claim_row


def write_claims(infos: Sequence[SourceInfo], kind: str, path: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield each file to write as its path (None is standard output) and its text.

    Args:
        infos: The sources with their claims.
        kind: "jsonl" or "csv".
        path: A file for all claims, or a folder that gets ``STORY/SOURCE.csv`` for each source.
    """
    as_text = _FORMATS[kind]
    if path is None or not Path(path).is_dir():
        yield path, as_text(claim for info in infos for claim in info.claims)
        return
    for info in infos:
        name = info.source.id.removeprefix(f"{info.source.story}/").replace("/", "-")
        yield str(Path(path, info.source.story, f"{name}.{kind}")), as_text(info.claims)


def _jsonl(claims: Iterable[Claim]) -> str:
    return "".join(json.dumps(claim_record(claim), ensure_ascii=False) + "\n" for claim in claims)


def _csv(claims: Iterable[Claim]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, ROW_FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(claim_row, claims))
    return text.getvalue()


_FORMATS = {"jsonl": _jsonl, "csv": _csv}
