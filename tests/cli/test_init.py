"""``auditor init``: an empty folder becomes a newsroom that works at once."""

from pathlib import Path

from auditor import starter
from auditor.rules.reading.loading import SCHEMA
from running import Auditor, contents


def test_an_empty_folder_becomes_a_newsroom(auditor: Auditor) -> None:
    """A check of it finds what it should, in all outputs; so do the tests of its rule."""
    run = auditor("init")
    assert (run.code, run.err) == (0, "")
    assert [line.split()[-1] for line in run.out.splitlines() if line.startswith("wrote")] == [
        *starter.EXAMPLE,
        *starter.SETTINGS,
    ]
    checked = auditor("check", "-o", "text", "-o", "html:reports/audit.html")
    assert checked.code == 1
    assert checked.out.startswith("2 contradictions in 2 sources.\n")
    assert "Repair of the bridge: €14 million (The Courier), €19 million (The Herald)" in checked.out
    assert "Ann Lee was not mayor on 17 May 2024" in checked.out
    assert "“Dozens” in the headline is no number" in checked.out
    assert contents(auditor.folder)["reports/audit.html"].startswith(b"<!doctype html>")
    assert auditor("rules", "test", "vague-headline").code == 0
    assert auditor("extract").code == 0
    auditor("baseline", "accept", "--all", "--reason", "an example")
    assert auditor("check").code == 0


def test_a_folder_is_made(auditor: Auditor) -> None:
    """With those above it; the next step is told."""
    run = auditor("init", "news/room")
    assert run.out.endswith("\nNext: cd news/room; auditor check -o text -o html:reports/audit.html\n")
    assert (auditor.folder / "news/room/claims/sources/bridge/herald.txt").is_file()


def test_nothing_is_overwritten(auditor: Auditor) -> None:
    """Existing files are named; a newsroom that has sources gets no example."""
    for name in ("auditor.toml", ".gitignore", "claims/sources/roof/a.txt"):
        auditor.source(name, "kept" if "claims" in name else "# kept\n")
    before = contents(auditor.folder)
    run = auditor("init")
    assert "kept  auditor.toml\n" in run.out
    assert not any(name in run.out for name in starter.EXAMPLE)
    after = contents(auditor.folder)
    assert before.items() <= after.items()
    assert set(after) - set(before) == {".gitattributes", ".github/workflows/audit.yml", "reports/README.md"}
    assert auditor("init").code == 0
    assert contents(auditor.folder) == after


def test_what_stands_in_the_way_is_told(auditor: Auditor) -> None:
    """A file where a folder should be."""
    auditor.source("claims", "a file")
    assert auditor("init").complaint.startswith("claims/sources/bridge: the folder cannot be made: ")
    assert auditor("init", "claims").complaint.startswith("claims/")


def test_a_link_to_nowhere_is_a_file_that_is_there(auditor: Auditor) -> None:
    """Nothing is written through it."""
    (auditor.folder / "auditor.toml").symlink_to(auditor.folder / "elsewhere")
    assert "kept" in auditor("init").out
    assert not (auditor.folder / "elsewhere").exists()


def test_every_file_of_the_starter_is_used() -> None:
    """And every one that is used is there; the schema of rules is that of the pack."""
    folder = Path(starter.__file__).parent / "files"
    used = {*starter.EXAMPLE.values(), *starter.SETTINGS.values()}
    assert {path.name for path in folder.iterdir()} == used - {SCHEMA}
