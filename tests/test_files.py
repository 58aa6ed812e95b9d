"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from auditor import files
from auditor.errors import AuditorError, BadFileError
from auditor.files import require_writable, write_whole


def test_text_is_written_as_utf8_with_its_line_ends(tmp_path: Path) -> None:
    """What is written is what was given, byte for byte."""
    write_whole(tmp_path / "a.txt", "één\r\ntwo\n")
    assert (tmp_path / "a.txt").read_bytes() == "één\r\ntwo\n".encode()


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """A private file stays private."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file that a link leads to is written, the link stays."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("no/such/file.html", "there is no folder"), ("", "is a folder"), ("file/under", "there is no folder")],
)
def test_a_path_that_cannot_be_written_is_explained(tmp_path: Path, name: str, complaint: str) -> None:
    """The error names the path and what is wrong with it."""
    (tmp_path / "file").touch()
    with pytest.raises(AuditorError, match=complaint):
        write_whole(tmp_path / name, "x")
    with pytest.raises(AuditorError, match=complaint):
        require_writable(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is an error with a reason, and the last good report survives it."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "report.html").write_text("good")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(AuditorError, match="No space left"):
        write_whole(tmp_path / "report.html", "half")
    assert (tmp_path / "report.html").read_text() == "good"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_without_permission_is_refused_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long audit does not end in an error that was known at its start."""
    monkeypatch.setattr(files.os, "access", lambda _, wanted: not wanted & os.W_OK)
    with pytest.raises(AuditorError, match="cannot be written"):
        require_writable(tmp_path / "report.html")


def test_half_a_surrogate_pair_does_not_stop_a_report(tmp_path: Path) -> None:
    """Text that UTF-8 cannot hold becomes a question mark."""
    write_whole(tmp_path / "a", "a\ud800b")
    assert (tmp_path / "a").read_bytes() == b"a?b"


def test_a_device_is_written_into(tmp_path: Path) -> None:
    """Naming /dev/null or a pipe replaces nothing."""
    require_writable(os.devnull)
    write_whole(os.devnull, "gone")
    assert not Path(os.devnull).is_file()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    """What is no text is told with the line and the column of the first byte that is none."""
    file = tmp_path / "a.toml"
    file.write_bytes("\ufefffail-on = ‘any’\n".encode())
    assert files.read_text(file) == "fail-on = ‘any’\n"
    file.write_bytes(b"one\ntwo \xff\n")
    with pytest.raises(BadFileError, match=r"^mine:2:5: is not UTF-8 text \(byte 9\); save it as UTF-8$"):
        files.read_text(file, "mine")
