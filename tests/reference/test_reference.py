"""Facts: what each becomes as a claim, and the words for what is wrong with a file of them."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import AuditorError, BadFileError
from auditor.model import Interval, Role
from auditor.reference import Event, Facts, Term, load

CITED = "source: {name: Gazette, url: 'https://gazette.example/1'}"
TERM = f"{{person: Ada Obi, title: mayor, organisation: Oban, start: 2020-05-04, {CITED}"
DAY = "must be a day such as 2024-06-12, not"
CITE = "must cite who established the fact, `name` and `url`"
EVENT = f"{{name: the flood, start: 2020-05-04, {CITED}"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in messages are short."""
    monkeypatch.chdir(tmp_path)


def put(path: str, content: str) -> None:
    """Write a file, with its folders."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(content, encoding="utf-8")


def test_a_term_is_a_claim() -> None:
    """Who, which office, from when to when, with its citation."""
    put("facts/offices.yaml", f"terms:\n- {TERM}, also: [Ada B. Obi], end: 2024-06-03}}")
    (claim,) = load(["facts"])
    assert claim.text == "Ada Obi was mayor of Oban from 4 May 2020 to 3 June 2024."
    assert claim.text[claim.start : claim.end] == claim.text
    assert (claim.kind, claim.source, claim.sentence) == ("role", "reference:offices", None)
    assert claim.value == Role("Ada Obi", "mayor", "Oban")
    assert claim.subject == ("Ada B. Obi",)
    assert claim.as_of == ("2020-05-04", "2024-06-03")
    assert claim.speaker == "Gazette, https://gazette.example/1"


def test_a_term_that_lasts() -> None:
    """Without an end it reaches as far as days do."""
    put("a.yaml", f"terms: [{TERM}}}]")
    (claim,) = load(["a.yaml"])
    assert claim.text == "Ada Obi has been mayor of Oban since 4 May 2020."
    assert claim.as_of == ("2020-05-04", "9999-12-31")


@pytest.mark.parametrize(
    ("end", "text", "value"),
    [
        (
            "",
            "The flood began on 4 May 2020.",
            Interval("2020-05-04", "2020-05-04", "2020-05-04", written="2020-05-04"),
        ),
        (", end: null", "The flood began on 4 May 2020.", None),
        (", end: 2020-05-04", "The flood took place on 4 May 2020.", None),
        (
            ", end: 2020-05-09",
            "The flood took place from 4 May 2020 to 9 May 2020.",
            Interval(None, "2020-05-04", "2020-05-09", written="2020-05-04/2020-05-09"),
        ),
    ],
)
def test_an_event_is_a_claim(end: str, text: str, value: Interval | None) -> None:
    """What happened when: an interval of days."""
    put("a.yaml", f"events: [{EVENT}, also: [the great flood]{end}}}]")
    (claim,) = load(["a.yaml"])
    assert (claim.kind, claim.text, claim.measure, claim.subject) == ("date", text, "the flood", ("the great flood",))
    assert value in (None, claim.value)
    assert isinstance(claim.value, Interval)
    assert claim.as_of == (claim.value.low, claim.value.high)


def test_several_citations() -> None:
    """A fact may rest on more than one."""
    put("a.yaml", f"events: [{{name: x, start: 2020-05-04, source: [{CITED[8:]}, {CITED[8:]}]}}]")
    (claim,) = load(["a.yaml"])
    assert claim.speaker == "Gazette, https://gazette.example/1; Gazette, https://gazette.example/1"


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (f"terms:\n- {TERM}, titel: x}}", ["a.yaml:2:133: unknown key `titel`, did you mean `title`?"]),
        ("evnets: []", ["a.yaml:1:1: unknown key `evnets`, did you mean `events`?"]),
        (f"events:\n- {EVENT}, end: 2020-05-03}}", ["a.yaml:2:3: `end` 2020-05-03 lies before `start` 2020-05-04"]),
        (f"terms:\n- {TERM}, end: 2019-12-31}}", ["a.yaml:2:3: `end` 2019-12-31 lies before `start` 2020-05-04"]),
        (f"events:\n- name: x\n  start: 2020-02-30\n  {CITED}", [f"a.yaml:3:10: `start`: {DAY} `2020-02-30`"]),
        (f"events:\n- name: x\n  start: 20200201\n  {CITED}", [f"a.yaml:3:10: `start`: {DAY} `20200201`"]),
        (f"events:\n- name: x\n  start:\n  {CITED}", [f"a.yaml:3:9: `start`: {DAY} nothing"]),
        ("events:\n- name: x\n  start: 2020-02-03", ["a.yaml:2:3: key `source` is missing"]),
        ("events:\n- name: x\n  start: 2020-02-03\n  source: []", [f"a.yaml:4:11: `source`: {CITE}"]),
        (
            "events:\n- name: ''\n  start: 2020-02-03\n  source: {name: a, url: 'javascript:1'}",
            [
                "a.yaml:2:9: `name`: must have at least 1 character, not ``",
                "a.yaml:4:26: `url`: must be an address beginning with https://, not `javascript:1`",
            ],
        ),
        (
            f"events:\n- {EVENT}}}\n- {EVENT}, end: 2020-05-09}}",
            ["a.yaml:3:3: duplicate event (the flood), first in a.yaml:2"],
        ),
        (
            f"terms:\n- {TERM}}}\n- {TERM}}}",
            ["a.yaml:3:3: duplicate term (Ada Obi, mayor, Oban, 2020-05-04), first in a.yaml:2"],
        ),
        ("", ["a.yaml:1:1: expected keys with values, not nothing"]),
        ("terms: {}", ["a.yaml:1:8: `terms`: must be a list, not keys with values"]),
    ],
)
def test_bad_files(content: str, problems: list[str]) -> None:
    """Every mistake has its place and says what would be right."""
    put("a.yaml", content)
    with pytest.raises(BadFileError) as caught:
        load(["a.yaml"])
    assert str(caught.value).splitlines() == problems


def test_all_files_are_checked() -> None:
    """Mistakes of all files come at once; ``.yml`` counts; a duplicate may be in another file."""
    put("facts/a.yaml", f"events: [{EVENT}}}]")
    put("facts/b.yml", f"events: [{EVENT}}}]")
    put("facts/deep/c.yaml", "terms: 3")
    put("facts/notes.txt", "not read")
    with pytest.raises(BadFileError) as caught:
        load([Path("facts")])
    assert str(caught.value).splitlines() == [
        "facts/b.yml:1:10: duplicate event (the flood), first in facts/a.yaml:1",
        "facts/deep/c.yaml:1:8: `terms`: must be a list, not `3`",
    ]


def test_a_file_of_another_ending_is_told() -> None:
    """Else its facts would be missed in silence."""
    put("facts/a.yaml", f"events: [{EVENT}}}]")
    for name in ("b.yaml.txt", "c.json", "notes.md", "proof.pdf"):
        put(f"facts/{name}", "x")
    with pytest.raises(BadFileError) as caught:
        load(["facts"])
    said = "a file of facts ends in .yaml; rename it to"
    assert str(caught.value).splitlines() == [
        f"facts/b.yaml.txt: {said} b.yaml, or move it elsewhere",
        f"facts/c.json: {said} c.yaml, or move it elsewhere",
    ]


def test_paths() -> None:
    """A missing path is named with the nearest one; none and an empty folder hold no facts; twice is once."""
    put("facts/a.yaml", f"events: [{EVENT}}}]")
    with pytest.raises(AuditorError) as caught:
        load(["fatcs"])
    assert str(caught.value) == "no such file or folder: `fatcs`, did you mean `facts`?"
    Path("none").mkdir()
    assert load([]) == load(["none"]) == ()
    assert len(load(["facts", "facts/a.yaml"])) == 1


def test_from_plain_values() -> None:
    """A rule's example may hold facts too."""
    cited = {"name": "Gazette", "url": "https://gazette.example/1"}
    facts = Facts.model_validate({"events": [{"name": "the flood", "start": "2020-05-04", "source": cited}]})
    (claim,) = facts.claims("example")
    assert claim.source == "reference:example"
    assert isinstance(facts.events[0], Event)
    assert Term not in map(type, facts.events)


def test_the_bundled_facts() -> None:
    """The project's own reference is sound, and every fact has an identity of its own."""
    claims = load([Path(__file__).parents[2] / "claims" / "reference"])
    assert len({claim.id for claim in claims}) == len(claims) >= 10


@given(st.dates(), st.none() | st.dates(), st.text(min_size=1))
def test_any_term_is_told_or_refused(start: object, end: object, person: str) -> None:
    """A fact becomes a claim whose span is its text, unless its end lies before its start."""
    cited = {"name": "Gazette", "url": "https://gazette.example/1"}
    raw = {"person": person, "title": "mayor", "organisation": "Oban", "start": start, "end": end, "source": cited}
    try:
        (claim,) = Facts.model_validate({"terms": [raw]}).claims("x")
    except ValueError:
        return
    assert claim.text[claim.start : claim.end] == claim.text
    assert claim.as_of is not None
    assert claim.as_of[0] <= claim.as_of[1]


def test_a_folder_that_nobody_can_look_into_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else all its facts would be missed in silence."""
    put("facts/a.yaml", f"events: [{EVENT}}}]")

    def deny(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", deny)
    with pytest.raises(BadFileError, match="facts: cannot be read: Permission denied"):
        load(["facts"])
