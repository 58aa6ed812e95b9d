"""``auditor baseline`` and what ``check`` makes of it."""

import json

import pytest

from running import CLEAN, WRONG, Auditor, contents

FILE = "claims/accepted.jsonl"
OTHER = WRONG.replace("30 February", "31 April")


@pytest.fixture
def newsroom(auditor: Auditor) -> Auditor:
    """Two sources with a day that is none."""
    auditor.source("claims/sources/roof/a.txt", WRONG)
    auditor.source("claims/sources/town/b.txt", OTHER)
    return auditor


def findings(auditor: Auditor, *arguments: str) -> dict[str, str]:
    """The status of every finding by its id."""
    report = json.loads(auditor("check", "-o", "json", *arguments).out)
    return {one["id"]: one["status"] for one in report["findings"]}


def accepted(auditor: Auditor) -> list[dict[str, object]]:
    """The lines of the file."""
    return [json.loads(line) for line in (auditor.folder / FILE).read_text(encoding="utf-8").splitlines()]


def test_one_finding_is_accepted(newsroom: Auditor) -> None:
    """The others are new as before; a second one joins it."""
    first, second = findings(newsroom)
    run = newsroom("baseline", "accept", first, "--reason", " a\n joke ", "--by", "Ann Lee", "--until", "2030-01-31")
    assert run.code == 0
    assert f"accepted {first}  There is no" in run.out
    assert findings(newsroom, "--today", "2026-01-01") == {second: "new", first: "known"}
    assert newsroom("check", "--today", "2026-01-01").code == 1
    [line] = accepted(newsroom)
    assert (line["reason"], line["by"], line["until"]) == ("a joke", "Ann Lee", "2030-01-31")
    newsroom("baseline", "accept", second, "--reason", "another", "--by", "")
    assert len(accepted(newsroom)) == 2
    assert newsroom("check", "--today", "2026-01-01").code == 0
    assert newsroom("check", "--today", "2030-02-01").code == 1
    assert newsroom("check", "--today", "2030-02-01", "--fail-on", "none").code == 0


def test_accepting_again_gives_another_reason(newsroom: Auditor) -> None:
    """In place of the first; so does accepting what has changed."""
    newsroom("baseline", "accept", "--all", "--reason", "first", "--by", "")
    [first, _] = findings(newsroom)
    newsroom("baseline", "accept", first, "--reason", "second", "--by", "")
    assert sorted(str(line["reason"]) for line in accepted(newsroom)) == ["first", "second"]
    newsroom.source("claims/sources/roof/a.txt", WRONG.replace("30 Feb", "31 Feb"))
    assert sorted(findings(newsroom).values()) == ["changed", "known"]
    run = newsroom("baseline", "diff")
    assert run.code == 1
    assert [line[0] for line in run.out.splitlines()] == ["-", "+"]
    assert "2024-02-30" in run.out.splitlines()[0]
    assert "2024-02-31" in run.out.splitlines()[1]
    newsroom("baseline", "accept", "--all", "--reason", "third", "--by", "")
    assert sorted(str(line["reason"]) for line in accepted(newsroom)) == ["first", "third"]
    assert newsroom("baseline", "diff").code == 0


def test_the_page_and_the_text_tell_of_acceptances(newsroom: Auditor) -> None:
    """What is known is counted, what has changed says what was accepted, what is gone is listed."""
    newsroom("baseline", "accept", "--all", "--reason", "a joke of the mayor", "--by", "Ann Lee")
    assert newsroom("check").out.startswith("Nothing new in 2 sources.\n2 findings accepted before. ")
    newsroom.source("claims/sources/roof/a.txt", CLEAN)
    newsroom.source("claims/sources/town/b.txt", OTHER.replace("31 April", "31 June"))
    told = " ".join(newsroom("check").out.split())
    assert "1 accepted finding no longer occurs: prune." in told
    assert "(changed since it was accepted)" in told
    assert "• Accepted by Ann Lee with 2024-04-31: a joke of the mayor" in told
    assert "RESOLVED No longer found:" in told
    assert "2024-02-30" in told
    page = newsroom("check", "-o", "html").out
    assert "a joke of the mayor" in page
    assert "Resolved" in page


def test_pruning_drops_what_no_longer_occurs(newsroom: Auditor) -> None:
    """Of stories that were read whole; the rest only if asked for."""
    newsroom("baseline", "accept", "--all", "--reason", "seen", "--by", "")
    newsroom.source("claims/sources/roof/a.txt", CLEAN)
    assert newsroom("baseline", "prune", "claims/sources/town").out == "0 of 2 accepted findings dropped\n"
    newsroom.source("claims/sources/roof/c.txt", CLEAN)
    assert newsroom("baseline", "prune", "claims/sources/roof/a.txt").out == "0 of 2 accepted findings dropped\n"
    assert newsroom("baseline", "prune").out == "1 of 2 accepted findings dropped\n"
    assert [line["story"] for line in accepted(newsroom)] == ["town"]
    (newsroom.folder / "claims/sources/town/b.txt").unlink()
    assert newsroom("baseline", "prune").out == "0 of 1 accepted findings dropped\n"
    assert newsroom("baseline", "prune", "--gone").out == "1 of 1 accepted findings dropped\n"
    assert (newsroom.folder / FILE).read_bytes() == b""


def test_pruning_follows_what_has_moved(newsroom: Auditor) -> None:
    """The line says then where the finding is; the reason stays."""
    newsroom("baseline", "accept", "--all", "--reason", "seen", "--by", "Ann Lee")
    (newsroom.folder / "claims/sources/roof").rename(newsroom.folder / "claims/sources/stadium")
    assert set(findings(newsroom).values()) == {"known"}
    newsroom("baseline", "prune")
    assert sorted((line["story"], line["reason"]) for line in accepted(newsroom)) == [
        ("stadium", "seen"),
        ("town", "seen"),
    ]


def test_pruning_leaves_one_line_for_a_dispute_that_a_source_has_joined(auditor: Auditor) -> None:
    """Two rules find it then; both findings are known before and after."""
    day = "---\npublished: 2024-05-01\n---\n"
    auditor.source(
        "claims/sources/roof/a.txt", f"{day}Work ends\n\nThe council paid €14 million for the stadium roof.\n"
    )
    auditor.source("claims/sources/roof/b.txt", f"{day}A roof\n\nThe council paid €19 million for the stadium roof.\n")
    assert auditor("baseline", "accept", "--all", "--reason", "both are said", "--by", "Ann").code == 0
    told = "The stadium roof, for which the council paid €19 million, leaks."
    auditor.source("claims/sources/roof/c.txt", f"{day}The sun shone\n\n{told}\n")
    assert [*findings(auditor).values()] == ["known", "known"]
    assert auditor("baseline", "prune").code == 0
    assert len(accepted(auditor)) == 1
    assert [*findings(auditor).values()] == ["known", "known"]


@pytest.mark.parametrize("command", [("accept", "--all", "--reason", "seen"), ("prune",), ("diff",)])
def test_where_a_source_cannot_be_read_nothing_is_changed(newsroom: Auditor, command: tuple[str, ...]) -> None:
    """What it would have said is not known."""
    newsroom("baseline", "accept", "--all", "--reason", "first", "--by", "")
    newsroom.source("claims/sources/roof/a.txt", b"\0\1\2\3")
    before = contents(newsroom.folder)
    assert newsroom("baseline", *command).complaint.startswith("claims/sources/roof/a.txt: is not text")
    assert contents(newsroom.folder) == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ("accept", "--reason", "x"),
            "name findings, or --all of them, and not both (see auditor baseline",
        ),
        (("accept", "--all", "f-1", "--reason", "x"), "name findings, or --all of them, and not both (see"),
        (("accept", "f-0123456789ab", "--reason", "x"), "no finding `f-0123456789ab` in these sources"),
        (("accept", "--all"), "Missing option '--reason' (see"),
        (("accept", "--all", "--reason", " "), "Invalid value for --reason: say why, for those who come after you"),
        (("accept", "--all", "--reason", "x", "--until", "May"), "Invalid value for '--until': must be a day such as"),
        (("accept", "--all", "--reason", "x", "--baseline", "no/f"), "no/f: there is no folder no; create it first"),
        (("prune", "claims/sources/rof"), "no such file or folder: `claims/sources/rof`, did you mean `roof`?"),
    ],
)
def test_what_is_wrong_is_told(newsroom: Auditor, arguments: tuple[str, ...], complaint: str) -> None:
    """On one line; nothing is written."""
    before = contents(newsroom.folder)
    assert newsroom("baseline", *arguments).complaint.startswith(complaint)
    assert contents(newsroom.folder) == before


def test_a_bad_baseline_stops_a_check(newsroom: Auditor) -> None:
    """A misspelt path or a broken line would make everything new."""
    newsroom.source(FILE, "{}\n")
    run = newsroom("check")
    assert run.code == 2
    assert (
        "auditor: claims/accepted.jsonl:1:1: keys `format`, `rule`, `story`, `slot`, `values` and `reason` are missing"
        in run.err
    )
    assert newsroom("check", "--no-baseline").code == 1
    assert newsroom("check", "--baseline", "claims/acepted.jsonl").complaint == (
        "no such file: `claims/acepted.jsonl`, did you mean `accepted.jsonl`?"
    )
    newsroom.source(FILE, b"\n\xff")
    assert newsroom("check").complaint == "claims/accepted.jsonl:2:1: is not UTF-8 text (byte 2); save it as UTF-8"


def test_another_file_may_hold_them(newsroom: Auditor) -> None:
    """As ``--baseline`` says; it is there from the first acceptance on."""
    newsroom("baseline", "accept", "--all", "--reason", "x", "--by", "", "--baseline", "seen.jsonl")
    assert "seen.jsonl" in contents(newsroom.folder)
    assert newsroom("check").code == 1
    assert newsroom("check", "--baseline", "seen.jsonl").code == 0


def test_who_accepts_is_asked_of_git(newsroom: Auditor) -> None:
    """As for commits; nobody where git does not know."""
    newsroom.source("config", "[user]\n\tname = Ann Lee\n")
    newsroom.monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(newsroom.folder / "config"))
    newsroom("baseline", "accept", "--all", "--reason", "x")
    assert {line["by"] for line in accepted(newsroom)} == {"Ann Lee"}
    newsroom.monkeypatch.setenv("PATH", "")
    newsroom("baseline", "accept", *findings(newsroom), "--reason", "x")
    assert {line["by"] for line in accepted(newsroom)} == {""}


def test_a_new_file_comes_with_a_word_on_merging(newsroom: Auditor) -> None:
    """Once."""
    run = newsroom("baseline", "accept", "--all", "--reason", "x", "--by", "")
    assert "claims/accepted.jsonl merge=union" in run.out
    assert "merge=union" not in newsroom("baseline", "accept", *findings(newsroom), "--reason", "y").out
    (newsroom.folder / FILE).unlink()
    newsroom.source(".gitattributes", "claims/accepted.jsonl merge=union\n")
    assert "merge=union" not in newsroom("baseline", "accept", "--all", "--reason", "z").out


def test_the_order_of_sources_and_of_lines_changes_no_byte(newsroom: Auditor) -> None:
    """Of the file and of the report."""
    newsroom("baseline", "accept", "--all", "--reason", "x", "--by", "")
    written = (newsroom.folder / FILE).read_bytes()
    report = newsroom("check", "-o", "json").out
    newsroom.source(FILE, b"".join(reversed(written.splitlines(keepends=True))))
    assert newsroom("check", "-o", "json", "claims/sources/town", "claims/sources/roof").out == report
    newsroom("baseline", "accept", *reversed([*findings(newsroom)]), "--reason", "x", "--by", "")
    assert (newsroom.folder / FILE).read_bytes() == written


def test_the_first_acceptance_makes_its_folder(auditor: Auditor) -> None:
    """Where nobody has named another file."""
    stories = auditor.source("stories/roof/a.txt", WRONG).parent
    assert auditor("baseline", "accept", "--all", "--reason", "x", "--by", "", stories).code == 0
    assert len(accepted(auditor)) == 1
    run = auditor("baseline", "accept", "--all", "--reason", "x", "--baseline", "no/file.jsonl", stories)
    assert (run.code, run.complaint) == (2, "no/file.jsonl: there is no folder no; create it first")
