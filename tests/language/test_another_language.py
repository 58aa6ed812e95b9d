"""A language is a folder of tables: another folder reads another language, with the same code."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

EDITS = {
    "calendar": [("june: 6", "juna: 6"), ("of: [of]", "of: [de]")],
    "numbers": [("twelve: 12", "dozi: 12"), ("million: 1000000", "miljo: 1000000")],
    "currencies": [("EUR: euro", "EUR: euri, euro")],
    "titles": [("  mayor: ", "  mayor: urbestro, ")],
    "phrases/quantities": [("per ?cents?", "el cent")],
}
"""What is written otherwise in a made-up language that is English but for a few words."""


@pytest.fixture
def language(tmp_path: Path) -> Path:
    """The folder of the made-up language."""
    folder = tmp_path / "language"
    with as_file(files("auditor.language") / "en") as english:
        shutil.copytree(english, folder)
    for name, edits in EDITS.items():
        file = folder / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text, (name, old)
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
    return folder


def extracted(folder: Path, language: Path, text: str) -> subprocess.CompletedProcess[str]:
    """A run of ``auditor extract`` over a text in a language."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "auditor", "extract", "a.txt", "-o", "jsonl"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"AUDITOR_LANGUAGE": str(language)},
        check=False,
    )


def test_a_sentence_is_read_with_the_words_of_its_language(tmp_path: Path, language: Path) -> None:
    """Numbers, money, dates and offices; the words of English are none of them any more."""
    done = extracted(tmp_path, language, "On 14 de juna de 2024 dozi ferries cost 3 miljo euri, Urbestro Ann Lee said.")
    assert (done.returncode, done.stderr) == (0, "")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    values = {claim["kind"]: claim["value"] for claim in claims}
    figures = [(claim["value"]["point"], claim["unit"]) for claim in claims if claim["kind"] == "quantity"]
    assert values["date"]["point"] == "2024-06-14"
    assert figures == [("12", "count"), ("3000000", "EUR")]
    assert values["role"]["person"] == "Ann Lee"
    done = extracted(tmp_path, language, "On 14 of June of 2024 twelve ferries sailed.")
    assert not [line for line in done.stdout.splitlines() if '"2024-06-14"' in line or '"12"' in line]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda file: file.unlink(), "numbers.yaml: [Errno 2] No such file"),
        (lambda file: file.write_text("ones: {uno: one}\n", encoding="utf-8"), "ones: uno: 'one' is not a number"),
        (lambda file: file.write_text("ones: {uno", encoding="utf-8"), "numbers.yaml: while parsing"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_its_place(
    tmp_path: Path, language: Path, change: Callable[[Path], object], message: str
) -> None:
    """A file that is not there, a value of another kind, what is no YAML: one line, and nothing was audited."""
    change(language / "numbers.yaml")
    done = extracted(tmp_path, language, "Two ferries sailed.")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
