"""JSON that may be shown wherever text may."""

import json
import re
from collections.abc import Mapping

JsonValue = str | int | bool | None | list["JsonValue"] | Mapping[str, "JsonValue"]
Record = dict[str, JsonValue]

# The same string to a JSON reader, but nothing that a terminal obeys, reorders or cannot encode, and no `##[` or
# `##vso[` of a CI log.
_UNSAFE = re.compile("#(?=#\\w*\\[)|[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def attributes(one: object, *names: str) -> Record:
    """Some attributes of something, by name, as a record."""
    values = ((name, getattr(one, name)) for name in names)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values}


def dumps(record: Record, *, indent: int | None = None) -> str:
    """A record as JSON that can be shown on a terminal and written as UTF-8, whatever its texts hold."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
