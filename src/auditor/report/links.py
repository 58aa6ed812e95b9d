"""Addresses that a page may link to: http and https, nothing that hides or runs."""

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

_UNFIT = re.compile(
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff\\\"'<>`]"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']{0,2000}[^\s<>\"'.,;:!?)]")
_AS_THEY_ARE = "%/:?#[]@!$&()*+,;=~-._"
_LONGEST = 2000


class Link(NamedTuple):
    """A text, and where it leads if it leads anywhere."""

    text: str
    href: str | None = None


def href(url: str | None) -> str | None:
    """The address in plain ASCII, fit for an attribute; None unless it is http(s), names a host and hides nothing."""
    if not url or len(url) > _LONGEST or _UNFIT.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return quote(url, safe=_AS_THEY_ARE)


def host(url: str | None) -> str | None:
    """The host of an address that may be linked to."""
    return urlsplit(url).hostname if url and href(url) else None


def linked(text: str) -> list[Link]:
    """A text such as a citation, cut into plain runs and addresses."""
    runs, start = [], 0
    for match in _ADDRESS.finditer(text):
        if href(match[0]):
            runs += [Link(text[start : match.start()]), Link(match[0], href(match[0]))]
            start = match.end()
    return [run for run in (*runs, Link(text[start:])) if run.text]
