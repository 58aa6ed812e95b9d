"""Text from elsewhere as it may be shown: with nothing hidden in it, no command to a CI system, and not too long."""

import re

LONGEST = 420
"""A text up to this many characters is shown whole."""
GAP = " … "
WORD = 24
"""The most characters of a word that is not cut."""

_SPACES = "\t\n\v\f\r\x1c-\x1f\x85"
_HIDERS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_SPACE = re.compile(f"[{_SPACES}]+")
_HIDDEN = re.compile(f"[{_HIDERS}]")
_UNPLAIN = re.compile(f"[{_SPACES}{_HIDERS}]")
_COMMAND = re.compile(r"^([^\S\n]*):(?=:)|#(?=\w*\[)(?<=##)", re.MULTILINE)
_LOOK_ALIKE = {":": "∶", "#": "♯"}


def is_plain(text: str) -> bool:
    """Whether all of a text can be seen as it is, on one line."""
    return not _UNPLAIN.search(text)


def hidden(text: str) -> list[tuple[str, bool]]:
    """Split a text into runs; a run with True names one character that cannot be seen: ``⟦U+202E⟧``."""
    text = _SPACE.sub(" ", text)
    runs, start = [], 0
    for match in _HIDDEN.finditer(text):
        if match.start() > start:
            runs.append((text[start : match.start()], False))
        runs.append((f"⟦U+{ord(match[0]):04X}⟧", True))
        start = match.end()
    if start < len(text):
        runs.append((text[start:], False))
    return runs


def visible(text: str) -> str:
    """The text on one line, with every character that cannot be seen named."""
    return text if is_plain(text) else "".join(run for run, _ in hidden(text))


def on_one_line(text: str, longest: int) -> str:
    """A text on one line, cut behind so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning and end with an ellipsis between them, cut between words where there are any."""
    if len(text) <= longest:
        return text
    tail = longest // 4
    head = text[: word_end(text, longest - tail, len(text))]
    return f"{head.rstrip()}{GAP}{text[word_start(text, len(text) - tail, 0) :].lstrip()}"


def word_start(text: str, position: int, first: int) -> int:
    """The next beginning of a word, so that no word is cut."""
    if position <= first:
        return first
    space = text.find(" ", position - 1, position + WORD)
    return space + 1 if space >= 0 else position


def word_end(text: str, position: int, last: int) -> int:
    """The end of the last word before, likewise."""
    if position >= last:
        return last
    space = text.rfind(" ", max(0, position - WORD), position)
    return space if space >= 0 else position


def defused(text: str) -> str:
    """The text with one character of every command to a CI system replaced by one that looks like it.

    GitHub obeys a line that begins with ``::``, also behind blanks, and ``##[`` anywhere in a line; Azure Pipelines
    ``##vso[``; TeamCity ``##teamcity[``.
    """
    return _COMMAND.sub(lambda match: match[0][:-1] + _LOOK_ALIKE[match[0][-1]], text)
