"""Turns a file's bytes into text: byte order mark, strict UTF-8, the encoding a web page names, then Windows-1252.

What is no text is refused.
"""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP, DOCX or the like"),
    (b"PK\x05\x06", "a ZIP"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "RTF"),
    (b"From: <Saved by ", "a page in one file (MHTML), save it as .html"),
)
_NAMED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 2_048
_AS_BROWSERS_DO = dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"), "cp1252")
"""Pages name these and hold Windows-1252 (WHATWG Encoding Standard, 4.2)."""
_CONTROLS = bytes(range(9)) + bytes(range(14, 32))
_STRAY = 3
_SHARE = 50
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = "\0\ufeff\u200b"


class NotTextError(ValueError):
    """The bytes are no text; its words say what they are and follow a file's name."""


def decode(data: bytes, *, is_page: bool = False) -> str:
    """The text that bytes stand for, newlines and stray NULs as they are.

    Args:
        data: A file's bytes.
        is_page: Whether they are a web page, whose head may name its encoding.

    Raises:
        NotTextError: They stand for none, or for nothing but blanks.
    """
    text = _decoded(data, _NAMED.search(data, 0, _HEAD) if is_page else None)
    if not text.strip(_BLANK).strip():
        raise NotTextError("is empty")
    return text


def looks_like_page(data: bytes) -> bool:
    """Whether bytes that nothing names begin as a web page does."""
    return data[:_HEAD].lstrip(codecs.BOM_UTF8 + b" \r\n\t").lower().startswith((b"<!doctype html", b"<html"))


def whole(text: str) -> str:
    """A text with halves of surrogate pairs replaced, one character by one, so that it can be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def _decoded(data: bytes, named: re.Match[bytes] | None) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise NotTextError(f"is not text: broken {encoding[:6].upper().rstrip('-')}") from None
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise NotTextError(f"is not text: it looks like {name}")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _STRAY and controls * _SHARE > len(data):
        raise NotTextError(f"is not text: {controls:,} of its {len(data):,} bytes are control characters")
    name = named[1].decode("ascii", "replace").lower() if named else "cp1252"
    for encoding in ("utf-8", _AS_BROWSERS_DO.get(name, name), "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise NotTextError("is not text in UTF-8, UTF-16 or Windows-1252")
