"""The bundled newsroom through the whole command line: what is found, the same on every day and every machine."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from running import Auditor, contents

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "claims" / "sources").rglob("*.txt"))
EXTRACTED = ROOT / "claims" / "extracted"


@pytest.fixture
def auditor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Auditor:
    """The command, run where the newsroom, its reference and the rules are."""
    monkeypatch.chdir(ROOT)
    return Auditor(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize(("kind", "name"), [("text", "newsroom.txt"), ("json", "newsroom.json")])
def test_the_report_is_as_reviewed(auditor: Auditor, golden: Callable[[str, str], None], kind: str, name: str) -> None:
    """As a terminal shows it, and as programs read it."""
    run = auditor("check", "claims/sources", "-o", kind)
    assert (run.code, run.err) == (1, "")
    golden(name, run.out)


def test_the_extracted_claims_are_those_of_now(auditor: Auditor, tmp_path: Path) -> None:
    """``claims/extracted`` is what the extractors find today; `make goldens` writes it anew."""
    if os.environ.get("UPDATE_GOLDENS"):
        for old in EXTRACTED.rglob("*.csv"):
            old.unlink()
        assert auditor("extract", "claims/sources", "-o", f"csv:{EXTRACTED}/").code == 0
    assert auditor("extract", "claims/sources", "-o", f"csv:{tmp_path}/now/").code == 0
    old, now = contents(EXTRACTED), contents(tmp_path / "now")
    assert old.keys() == now.keys()
    assert [name for name in old if old[name] != now[name]] == []


def test_neither_order_nor_machine_is_an_input(tmp_path: Path) -> None:
    """Another order of sources, other hashes, another locale, another time zone: the same bytes."""
    written = []
    for number, (paths, zone, locale) in enumerate(
        [(SOURCES, "UTC", "C"), (SOURCES[::-1], "Pacific/Kiritimati", "C.UTF-8")]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        formats = [f"-o{kind}:{folder}/report.{kind}" for kind in ("text", "json", "html")]
        done = subprocess.run(
            [sys.executable, "-m", "auditor", "check", *paths, *formats],
            cwd=ROOT,
            env={
                "PYTHONHASHSEED": str(number),
                "TZ": zone,
                "LC_ALL": locale,
                "COLUMNS": str(60 + number),
                "PYTHONPATH": str(ROOT / "src"),
                "AUDITOR_CACHE": str(tmp_path / f"cache{number}"),
            },
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
        written.append(contents(folder))
    assert set(written[0]) == {"report.text", "report.json", "report.html"}
    assert [name for name in written[0] if len({run[name] for run in written}) > 1] == []


FORBIDDEN = {
    *("random", "secrets", "uuid", "time", "locale", "getpass", "platform"),
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "webbrowser"),
    *("pickle", "marshal", "shelve", "subprocess", "ctypes", "code"),
}
CLOCK = {f"{owner}.{name}" for owner in ("date", "datetime", "Timestamp") for name in ("now", "utcnow", "today")}
ALLOWED = {"baseline/days.py": {"date.today"}, "gitfiles.py": {"subprocess"}}
"""What a module may do all the same: an acceptance may end on a day, and versions of sources are kept by git."""
CODE = {"eval", "exec", "compile", "__import__"}


def named(tree: ast.AST) -> Iterator[str]:
    """Every module that code imports, and every name of the clock or of running code that it uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module != "urllib.parse":
            yield node.module.partition(".")[0]
        elif isinstance(node, ast.Attribute):
            yield ".".join(ast.unparse(node).split(".")[-2:])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CODE:
            yield node.func.id


def test_no_module_asks_the_clock_chance_or_the_network() -> None:
    """Nor does any run code that was read, or start another program."""
    modules = {path.relative_to(ROOT / "src/auditor").as_posix(): path for path in (ROOT / "src").rglob("*.py")}
    found = {name: {*named(ast.parse(path.read_text(encoding="utf-8")))} for name, path in modules.items()}
    asked = {name: names & (FORBIDDEN | CLOCK | CODE) for name, names in found.items()}
    assert {name: names for name, names in asked.items() if names} == ALLOWED
