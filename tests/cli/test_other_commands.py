"""``auditor extract``, ``explain`` and ``rules``."""

import csv
import io
import json
import re
import sys

import pandas as pd
import pytest

from auditor import __version__
from auditor.rules import load
from rulemaking import written
from running import CLEAN, UNDATED, WRONG, Auditor, contents


def test_the_claims_of_all_sources_in_one_stream(auditor: Auditor) -> None:
    """JSON lines where nothing else is asked for, source by source."""
    auditor.source("s/b.txt", WRONG)
    auditor.source("s/a.txt", CLEAN)
    run = auditor("extract", "s")
    claims = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 0
    assert [claim["source"] for claim in claims] == sorted(claim["source"] for claim in claims)
    assert "€14 million" in [claim["text"] for claim in claims]


def test_the_claims_as_a_table(auditor: Auditor) -> None:
    """One file for all, unless the path is a folder."""
    run = auditor("extract", auditor.source("s/a.txt", CLEAN), "-o", "csv", "-o", "csv:all.csv")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert "€14 million" in [row["text"] for row in rows]
    assert contents(auditor.folder)["all.csv"].decode() == run.out


def test_the_claims_as_a_typed_table(auditor: Auditor) -> None:
    """Parquet holds what CSV holds, with numbers as numbers, flags as flags, and nothing for what is not said."""
    path = auditor.source("s/a.txt", CLEAN)
    auditor("extract", path, "-o", "parquet:a.parquet", "-o", "parquet:b.parquet", "-o", "csv:a.csv")
    files = contents(auditor.folder)
    assert files["a.parquet"] == files["b.parquet"]
    typed = pd.read_parquet(auditor.folder / "a.parquet")
    cells = pd.read_csv(auditor.folder / "a.csv", dtype=str, keep_default_na=False)
    assert typed["start"].dtype == "Int64"
    assert typed["low_open"].dtype == "boolean"
    flags = typed.select_dtypes("boolean").columns
    typed[flags] = typed[flags].astype("string").apply(lambda column: column.str.lower())
    assert typed.astype("string").fillna("").to_numpy().tolist() == cells.to_numpy().tolist()


def test_parquet_asks_for_what_it_needs(auditor: Auditor) -> None:
    """Before the work is done: a file rather than a terminal, and a package."""
    path = auditor.source("s/a.txt", CLEAN)
    auditor.monkeypatch.setattr("auditor.report.claims.find_spec", lambda _name: None)
    run = auditor("extract", path, "-o", "parquet:a.parquet")
    assert run.code == 2
    assert run.complaint == "parquet needs the package pyarrow; install it: pip install 'auditor[parquet]'"
    auditor.monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    run = auditor("extract", path, "-o", "parquet")
    assert run.code == 2
    assert run.complaint == "parquet is not for reading on a terminal; name a file: -o parquet:claims.parquet"


@pytest.mark.parametrize("path", ["out/", "there"])
@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_a_folder_gets_a_file_for_each_source(auditor: Auditor, path: str, kind: str) -> None:
    """STORY/SOURCE.csv, also where two stories have sources of one name."""
    for name in ("news/roof/a.txt", "news/flood/a.txt", "news/flood/deep/b.txt"):
        auditor.source(name, CLEAN)
    (auditor.folder / "there").mkdir()
    assert auditor("extract", "news", "-o", f"{kind}:{path}").code == 0
    made = {name for name in contents(auditor.folder) if not name.startswith("news/")}
    root = path.rstrip("/")
    assert made == {f"{root}/flood/a.{kind}", f"{root}/roof/a.{kind}", f"{root}/flood/deep/b.{kind}"}


def test_no_two_sources_share_a_file(auditor: Auditor) -> None:
    """Ids may differ by what a file's name cannot show."""
    records = [{"id": name, "story": "s", "text": "It cost €5 million."} for name in ("a/b", "a-b", "A-B")]
    path = auditor.source("all.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    assert auditor("extract", path, "-o", "csv:out/").code == 0
    assert len([name for name in contents(auditor.folder) if name.startswith("out/s/")]) == 3


def test_claims_on_a_terminal_move_no_cursor(auditor: Auditor) -> None:
    """What a source says is shown, not obeyed."""
    path = auditor.source("a.txt", "“The \x1b[2J roof \u202e fell,” Ann Lee said on 3 May 2023.")
    auditor.monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for kind in ("csv", "jsonl"):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", auditor("extract", path, "-o", kind).out)


def test_a_rule_is_explained(auditor: Auditor) -> None:
    """By explain and by rules show alike."""
    run = auditor("explain", "impossible-date")
    assert run.out.startswith("impossible-date (dates)\n")
    assert run == auditor("rules", "show", "impossible-date")


def test_every_rule_has_a_page(auditor: Auditor) -> None:
    """With why, what to do, and an example of each kind."""
    for rule in load():
        page = auditor("rules", "show", rule.id).out
        assert all(
            f"\n{part}" in page for part in ("What to do: ", "compares", "must", "says", "fires on", "silent on")
        )
        assert max(map(len, page.splitlines())) <= 100


def test_a_finding_is_traced(auditor: Auditor) -> None:
    """From its sentence to its verdict, by the id that the report prints."""
    path = auditor.source("a.txt", WRONG)
    [name] = re.findall("f-[0-9a-f]{12}", auditor("check", path).out)
    run = auditor("explain", name, path)
    assert run.code == 0
    for part in (
        name,
        "sentence    The council met on [30 February 2024]",
        "claim       date",
        "comparison",
        "verdict ",
    ):
        assert part in run.out
    assert "\nverdict      impossible\n" in run.out


def test_a_traced_source_is_shown_not_obeyed(auditor: Auditor) -> None:
    """No control character comes through."""
    path = auditor.source("a.txt", WRONG.replace("the roof", "the \x1b[31mroof \u202e<b>"))
    [name] = re.findall("f-[0-9a-f]{12}", auditor("check", path).out)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", auditor("explain", name, path).out)


def test_the_list_has_every_rule(auditor: Auditor) -> None:
    """The packaged ones and those that are named."""
    mine = written(auditor.folder)
    listed = re.findall(r"^  (\S+)", auditor("rules", "list", "--rules", mine).out, re.MULTILINE)
    assert set(listed) == {rule.id for rule in load()} | {"two-figures"}


def test_examples_are_run(auditor: Auditor) -> None:
    """Those of the rules that are named, or of all."""
    run = auditor("rules", "test", "impossible-date", "currency-twice")
    assert run.code == 0
    assert re.search(r"^ok    impossible-date  fires (\d)/\1, silent", run.out, re.MULTILINE)
    assert run.out.endswith("examples of 2 rules, 0 failed\n")


def test_an_example_that_does_not_hold_fails(auditor: Auditor) -> None:
    """With what the rule did and what it should have done."""
    mine = written(
        auditor.folder, examples={"fires": [{"text": "No figures here."}], "silent": [{"text": "Nor here."}]}
    )
    run = auditor("rules", "test", "two-figures", "--rules", mine)
    assert (run.code, run.err) == (2, "")
    assert (
        "FAIL  two-figures  fires 0/1, silent 1/1\n      fires 1: silent, should fire: no claim was found in it\n"
        in run.out
    )


@pytest.mark.parametrize("command", [[], ["check"], ["extract"], ["explain"], ["rules"], ["rules", "list"]])
def test_every_command_has_help(auditor: Auditor, command: list[str]) -> None:
    """By both names, with a sentence that says what it does."""
    run = auditor(*command, "--help")
    assert (run.code, run.err) == (0, "")
    assert run == auditor(*command, "-h")
    assert run.out.startswith(f"Usage: {' '.join(['auditor', *command])} ")


def test_the_version(auditor: Auditor) -> None:
    """One line."""
    assert auditor("--version").out == f"auditor {__version__}\n"


def test_an_unread_source_does_not_keep_a_finding_from_being_traced(auditor: Auditor) -> None:
    """Yet the exit code tells."""
    auditor.source("s/a.txt", UNDATED)
    [name] = re.findall("f-[0-9a-f]{12}", auditor("check", "s").out)
    auditor.source("s/b.txt", "")
    run = auditor("explain", name, "s")
    assert run.out.startswith(name)
    assert run.complaint == "s/b.txt: is empty"


def test_a_new_name_without_an_ending_is_a_file(auditor: Auditor) -> None:
    """Only what is a folder, or ends like one, gets files of its own in it."""
    assert auditor("extract", auditor.source("s/a.txt", CLEAN), "-o", "jsonl:result").code == 0
    assert json.loads(contents(auditor.folder)["result"].splitlines()[0])["source"] == "a"


def test_metadata_is_no_finding_of_the_extractor(auditor: Auditor) -> None:
    """What was given as the day of publication is not repeated among the claims."""
    record = {"id": "a", "story": "s", "text": CLEAN, "published": "2023-05-04"}
    auditor("extract", auditor.source("all.jsonl", json.dumps(record) + "\n"), "-o", "jsonl:result")
    fields = {json.loads(line)["field"] for line in contents(auditor.folder)["result"].splitlines()}
    assert fields == {"text"}
