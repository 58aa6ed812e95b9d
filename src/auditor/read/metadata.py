"""What a source may say of itself before its text: YAML between two lines of three dashes."""

import re

from pydantic import field_validator

from auditor.errors import BadFileError, Problem
from auditor.yamlfile import Node, Strict, load, validate

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(?=[ \t]*(?:[A-Za-z_][\w-]*[ \t]*:(?:\s|$)|#|---[ \t]*[\r\n]))")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_LIMIT = 100_000
_UNSAFE = re.compile(r"[\\\x00-\x1f\x7f]")
_LINE = re.compile(
    r"^(?P<key>[a-z]+:[ \t]+)(?!(?P<mark>[\"'])[^\"']*(?P=mark)[ \t]*$)(?P<words>\S[^\r\n]*)", re.MULTILINE
)
"""A key and what it says, unless that stands in quotes."""


class Metadata(Strict):
    """What is known of a source besides its text."""

    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    story: str | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """These, with what another one knows where they are silent."""
        return other.model_copy(update=self.model_dump(exclude_none=True))

    @field_validator("*")
    @classmethod
    def _blank_is_nothing(cls, value: str | None) -> str | None:
        return value.strip() or None if value else None

    @field_validator("story")
    @classmethod
    def _story_is_a_name(cls, value: str | None) -> str | None:
        if value is not None:
            check_name(value)
        return value


def check_name(name: str) -> None:
    """Refuse an id or a story that could not be a file's path below a folder.

    Raises:
        ValueError: It could not; its words say why.
    """
    if not name.strip():
        raise ValueError("must not be empty")
    if _UNSAFE.search(name) or any(part in {"", ".", ".."} for part in name.split("/")):
        raise ValueError("must be words, or words between slashes: no `..`, no backslash, no control character")


def split(text: str, path: str) -> tuple[Metadata, str]:
    """Take the front matter off a text.

    Args:
        text: A file's whole text.
        path: What problems call the file.

    Returns:
        What the front matter says (nothing if there is none) and the text below it.

    Raises:
        BadFileError: It has unknown keys, has no end, or is no plain YAML.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Metadata(), text
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LIMIT)
    if closing is None:
        first = text[opening.end() :].partition(":")[0].strip()
        if first not in Metadata.model_fields:  # three dashes above a text that begins with a colon's line
            return Metadata(), text
        raise BadFileError([Problem(path, "the front matter has no end; put a line of `---` below it", line=1)])
    node = _loaded(text[opening.end() : closing.start()], path)
    metadata = Metadata() if node.value is None else validate(node, Metadata)
    return metadata, text[closing.end() :]


def _loaded(written: str, path: str) -> Node:
    """The front matter as YAML, or as people write it: a headline may hold a colon, or begin with a quotation.

    Raises:
        BadFileError: It is neither.
    """
    try:
        return load(written, path, first_line=2)
    except BadFileError:
        try:
            return load(_LINE.sub(_quoted, written), path, first_line=2)
        except BadFileError:
            pass
        raise


def _quoted(line: re.Match[str]) -> str:
    if line["words"].count('"') == 1 and line["words"].startswith('"'):  # a mark that is not closed is a mistake
        return line.group()
    words = line["words"].rstrip().replace("'", "''")
    return f"{line['key']}'{words}'"
