"""What `pip install` brings: the code, its tables and templates, and the default rules, working in an empty folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from auditor import __version__
from running import WRONG

ROOT = Path(__file__).parents[1]


def pip(*arguments: str | Path) -> None:
    """Run pip, which needs no network for what is asked of it here."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", ROOT, "--no-deps", "--no-build-isolation", "--no-index", "-w", folder)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed packages with nothing in it but the auditor."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", wheel, "--no-deps", "--no-index", "--target", folder)
    return folder


def test_the_wheel_has_all_that_the_code_reads(wheel: Path) -> None:
    """Every module, table, template and rule of the repository, and nothing that is not the auditor's."""
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "auditor").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    rules = {f"auditor/pack/{path.name}" for path in (ROOT / "rules").glob("*.yaml")}
    about = f"auditor-{__version__}.dist-info"
    assert package | rules | {"auditor/guide.md"} <= names
    assert {"auditor/py.typed", f"{about}/licenses/LICENSE", f"{about}/entry_points.txt"} <= names
    assert {name.partition("/")[0] for name in names} == {"auditor", about}


def run(installed: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the installed auditor in a folder; its dependencies are those of the tests."""
    environment = os.environ | {"PYTHONPATH": str(installed), "AUDITOR_CACHE": str(installed / "cache")}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_it_works_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """With the rules it came with, and nothing of the repository."""
    (tmp_path / "some.txt").write_text(WRONG, encoding="utf-8")
    where = run(installed, tmp_path, "-c", "import auditor; print(auditor.__file__)")
    assert Path(where.stdout.strip()).parent == installed / "auditor"
    done = run(installed, tmp_path, "-m", "auditor", "check", "some.txt", "-o", "text", "-o", "html:page.html")
    assert (done.returncode, done.stderr) == (1, "")
    assert "There is no 30 February 2024" in done.stdout
    assert (tmp_path / "page.html").stat().st_size > 10_000


def test_its_rules_are_those_of_the_repository(installed: Path, tmp_path: Path) -> None:
    """Also where the repository's folder of rules lies at hand."""
    alone = run(installed, tmp_path, "-m", "auditor", "rules", "list")
    beside = run(installed, ROOT, "-m", "auditor", "rules", "list")
    assert alone.returncode == beside.returncode == 0
    assert alone.stdout == beside.stdout
    assert len([line for line in alone.stdout.splitlines() if line.startswith("  ")]) == len(
        list((ROOT / "rules").glob("*.yaml"))
    )


def test_its_command_is_called_auditor(installed: Path) -> None:
    """As every how-to says."""
    assert (installed / "bin" / "auditor").is_file()
