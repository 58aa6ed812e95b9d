"""Rules that mean harm do none: each is refused with its place, or what it says is shown and not obeyed."""

from pathlib import Path
from typing import Any

import pytest

from auditor.cli import main
from auditor.errors import BadFileError
from auditor.rules import read_files
from rulemaking import written

BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 11)
)
HARM = "<img src=x onerror=alert(1)> ::error::x \x1b[2J"


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a|aa)*$",
        "(.*)*x",
        "(x+x+)+y",
        "a{1,400}b{1,400}c{1,400}",
        r"(\\w+\\s?)*$",
        "((a{1,20}){1,20}){1,20}",
    ],
)
def test_a_pattern_that_runs_away_is_refused(tmp_path: Path, pattern: str) -> None:
    """Before it is tried on anything."""
    with pytest.raises(BadFileError, match=r"may take too long|is not allowed"):
        read_files([written(tmp_path, left={"text": {"str_contains": pattern}})])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (BOMB, "anchors are not allowed"),
        ("id: two-figures\ntitle: " + "x" * 10_000_000, "too large"),
        ("[" * 100_000, "nested deeper than"),
        ("- " * 100_000, "nested deeper than"),
        ("? " * 100_000, "two-figures.yaml"),
        ("id: !!python/object/apply:os.system [ls]\n", "tags are not allowed"),
        ("id: \x00\n", "is not YAML"),
        ("<<: {id: x}\n", "unknown key `<<`"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        ("id: x\n---\nid: y\n", "more than one YAML document"),
    ],
    ids=["anchors", "10 MB", "flow", "block", "keys", "tag", "NUL", "merge", "bytes", "documents"],
)
def test_a_file_that_explodes_is_refused(tmp_path: Path, content: str | bytes, message: str) -> None:
    """In no time, with its place."""
    path = tmp_path / "two-figures.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(BadFileError) as caught:
        read_files([path])
    assert message in str(caught.value)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/tmp/x", "a/b", "..", "a b", "A", "a" * 200, "con:", "a\nb", ""])  # noqa: S108
def test_a_path_is_no_id(tmp_path: Path, name: str) -> None:
    """An id is lower-case words joined by hyphens, and the file's name."""
    path = written(tmp_path)
    path.write_text(path.read_text().replace("id: two-figures", f"id: {name!r}"), encoding="utf-8")
    with pytest.raises(BadFileError):
        read_files([path])


def test_what_a_rule_says_is_shown_and_not_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Markup stays text, in every format."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    said: dict[str, Any] = {"message": f"{{left.text}} {HARM}", "title": HARM, "why": HARM, "next": HARM}
    written(tmp_path, **said)
    (tmp_path / "a.txt").write_text("8 May 2023\n\nThe storm hit 14 villages. In all 19 villages were hit.\n")
    with pytest.raises(SystemExit):
        main(["check", "a.txt", "--rules", "two-figures.yaml", "-o", "html:a.html", "-o", "text", "-o", "github"])
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "&lt;img" in page
    assert "\x1b" not in capsys.readouterr().out
