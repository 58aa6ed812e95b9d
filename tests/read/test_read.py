"""Reading files, folders, JSON lines and standard input: what comes out, and the words for what cannot be read."""

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.errors import AuditorError
from auditor.model import Source
from auditor.read import Reading, read

STORY = "The dam broke at dawn. Nobody was hurt."
NAMES = "must be words, or words between slashes: no `..`, no backslash, no control character"
TEXT = "must be text in quotation marks, not"
OPEN_MARK = "a quotation mark is not closed, or a backslash stands before what needs none"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in an empty folder named ``desk``, so that paths in messages are short."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)


def put(path: str, content: str | bytes = STORY) -> Path:
    """Write a file, with its folders."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def ids(reading: Reading) -> list[tuple[str, str]]:
    """Story and id of each source."""
    return [(source.story, source.id) for source in reading]


def test_a_file_is_a_source_of_its_folders_story() -> None:
    """The id is the file's stem, the text is untouched and zones cover it."""
    put("dam.txt", "Dam breaks north of town\r\n\r\n3 May 2024\r\n\r\nThe dam broke at dawn, the county says.\r\n")
    (source,) = read("dam.txt")
    assert (source.id, source.story, source.path) == ("dam", "desk", "dam.txt")
    assert source.text.endswith("says.\r\n")
    assert source.title == "Dam breaks north of town"
    assert source.title_span == (0, 24)
    assert [zone.name for zone in source.zones] == ["headline", "dateline", "body"]


def test_every_folder_is_a_story() -> None:
    """A story is called by its folder's path; the root's own files by the root's name; the order is fixed."""
    for path in ("news/z.txt", "news/flood/b.md", "news/flood/a.TXT", "news/flood/day-2/a2.txt", "news/.git/no.txt"):
        put(path)
    put("news/flood/picture.png", b"\x89PNG")
    assert ids(read("news")) == [("flood", "a"), ("flood", "b"), ("flood/day-2", "a2"), ("news", "z")]
    assert ids(read(Path("news"))) == ids(read(["news", "news/flood/a.TXT"]))


def test_the_working_folder_has_a_name() -> None:
    """``.`` is called what it is called outside."""
    put("a.txt")
    assert ids(read(".")) == ids(read("a.txt")) == [("desk", "a")]


def test_a_stem_in_two_stories_has_its_story_in_front() -> None:
    """So that ids are unique in an audit."""
    put("news/flood/a.txt")
    put("news/fire/a.txt")
    put("news/fire/b.txt")
    assert ids(read("news")) == [("fire", "b"), ("fire", "fire/a"), ("flood", "flood/a")]


def test_a_stem_twice_in_a_story_keeps_its_ending() -> None:
    """Two files of one name are two sources."""
    put("news/a.txt")
    put("news/a.md")
    assert ids(read("news")) == [("news", "news/a"), ("news", "news/a.txt")]


def test_what_is_not_followed_is_told() -> None:
    """A link to nowhere, and a folder elsewhere; what tells of the folder is no source, unless it is named."""
    put("news/a.txt")
    put("news/README.md")
    Path("news/b.txt").symlink_to("nowhere.txt")
    Path("news/loop").symlink_to("..")
    reading = read("news")
    assert ids(reading) == [("news", "a")]
    assert reading.problems == (f"{Path('news/b.txt')}: is a link that leads nowhere",)
    assert reading.left_alone == (str(Path("news/loop")),)
    assert ids(read("news/README.md")) == [("news", "README")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` is one text."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    (source,) = read("-")
    assert (source.id, source.story, source.text, source.path) == ("stdin", "stdin", STORY, "-")


def test_front_matter() -> None:
    """It fills what is known of the source, and is no part of its text."""
    put("a.txt", f"---\ntitle: NO deal\npublished: 2024-05-03\nstory: dam\nurl:\n---\n{STORY}")
    (source,) = read("a.txt")
    assert (source.title, source.published, source.story, source.url) == ("NO deal", "2024-05-03", "dam", None)
    assert source.text == STORY


@pytest.mark.parametrize(
    "title",
    [
        "Strike ends: what we know",
        '"Not again": residents fear floods',
        "'Never' and 'ever'",
        "[Update] Bridge closed",
        "*Gold* for Lee",
        "It's over: Lee's last race",
    ],
)
def test_a_headline_needs_no_quotes(title: str) -> None:
    """What is no YAML is taken as it is written, line by line."""
    put("a.txt", f"---\ntitle: {title}\npublished: '2024-05-03'\n---\n{STORY}")
    (source,) = read("a.txt")
    assert (source.title, source.published) == (title, "2024-05-03")


def test_a_title_given_and_written_is_one() -> None:
    """The metadata's title has a place in the text if the text says the same."""
    page = f"Dam breaks\n\n{STORY}"
    put("a.md", f"---\ntitle: Dam breaks\n---\n{page}")
    put("b.md", f"---\ntitle: Dam holds\n---\n{page}")
    first, second = read(".")
    assert (first.title, first.title_span) == ("Dam breaks", (0, 10))
    assert (second.title, second.title_span) == ("Dam holds", None)


@pytest.mark.parametrize(
    "text", [f"---\n{STORY}\n---\nMore.", f"---\n{STORY}", "--- and so on.", "---\nkey: open end."]
)
def test_dashes_that_are_no_front_matter(text: str) -> None:
    """A ruled line is part of the text."""
    put("a.txt", text)
    assert read("a.txt").sources[0].text == text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "a.txt: is empty"),
        (b" \r\n\0\xef\xbb\xbf", "a.txt: is empty"),
        (b"\xef\xbb\xbf\n", "a.txt: is empty"),
        (b"%PDF-1.7 ...", "a.txt: is not text: it looks like a PDF"),
        (b"PK\x03\x04abc", "a.txt: is not text: it looks like a ZIP, DOCX or the like"),
        (b"\x89PNG\r\n", "a.txt: is not text: it looks like a PNG image"),
        (b"a\0b\0c\0d\0", "a.txt: is not text: 4 of its 8 bytes are control characters"),
        (b"\xff\xfea", "a.txt: is not text: broken UTF-16"),
        (b"caf\x81 \xe9", "a.txt: is not text in UTF-8, UTF-16 or Windows-1252"),
        ("---\ntitel: x\n---\nText.", "a.txt:2:1: unknown key `titel`, did you mean `title`?"),
        ("---\ntitle: x\n---\n \n", "a.txt: is empty below its front matter"),
        ("---\ntitle: {x\n y\n---\nText.", "a.txt:2:8: is not YAML: a `{` is not closed, or a comma is missing"),
        ("---\ntitle: x\nText.", "a.txt:1: the front matter has no end; put a line of `---` below it"),
        ('---\ntitle: "x\nurl: y\n---\nText.', f"a.txt:2:8: is not YAML: {OPEN_MARK}"),
        ("---\npublisher: x\npublish: y\n---\nText.", "a.txt:3:1: unknown key `publish`, did you mean `published`?"),
        ("---\nstory: ../x\n---\nText.", f"a.txt:2:8: `story`: {NAMES}"),
    ],
)
def test_what_cannot_be_read_is_a_problem(content: str | bytes, problem: str) -> None:
    """One line says what is wrong, and the other sources are read."""
    put("a.txt", content)
    put("b.txt")
    reading = read(".")
    assert reading.problems == (problem,)
    assert [source.id for source in reading] == ["b"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        ("café".encode("utf-16"), "café"),
        ("café".encode("utf-16-be", "strict"), None),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "café"),
        ("café".encode("utf-32"), "café"),
        (b"caf\xe9 \x80 5", "café € 5"),
        (b"one\0two", "one\0two"),
        (b"a\r\nb\rc", "a\r\nb\rc"),
    ],
)
def test_encodings(content: bytes, text: str | None) -> None:
    """A byte order mark decides, then UTF-8, then Windows-1252; nothing else is changed."""
    put("a.txt", content)
    assert [source.text for source in read("a.txt")] == ([text] if text else [])


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nwes", "no such file or folder: `nwes`, did you mean `news`?"),
        ("news/fluod/a.txt", "no such file or folder: `news/fluod/a.txt`, did you mean `flood`?"),
        ("zzz", "no such file or folder: `zzz`"),
        ("empty", "nothing to read in `empty`: no file ending in .txt, .md, .html or .jsonl"),
    ],
)
def test_no_such_path(path: str, message: str) -> None:
    """A path that is not there stops the audit, with the nearest that is."""
    put("news/flood/a.txt")
    put("empty/table.csv")
    with pytest.raises(AuditorError) as caught:
        read(path)
    assert str(caught.value) == message


def test_a_json_list_is_told() -> None:
    """Else nobody knows what value is expected."""
    put("many.jsonl", '[{"id": "a", "text": "x"},\n{"id": "b", "text": "y"}]')
    assert read("many.jsonl").problems[0] == (
        "many.jsonl:1: is not JSON: Expecting value, column 27; "
        "write an object {…} a line, without brackets and commas around them"
    )


def test_json_lines() -> None:
    """Each line is a source with its own story, or that of its folder."""
    full = {"id": "a", "story": "s/t", "text": STORY, "title": "T", "url": "https://a.example/1", "published": "2024"}
    put(
        "many.jsonl", json.dumps(full) + "\n\n" + json.dumps({"id": "b", "text": "x\ud800", "publisher": None}) + "\r\n"
    )
    assert read("many.jsonl").problems == ()
    second, first = read("many.jsonl")
    assert first == Source(
        **full | {"path": "many.jsonl", "zones": first.zones},
    )
    assert (second.id, second.story, second.text) == ("b", "desk", "x\ufffd")


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        ("{", ["is not JSON: Expecting property name enclosed in double quotes, column 2"]),
        ("[1]", ['expected an object {"id": …, "text": …}, not a list']),
        ("[" * 100_000, ["is not usable JSON: nested too deep"]),
        ("1" * 10_000, ["is not usable JSON: a number of too many digits"]),
        ('{"id": "a", "id": "b", "text": "x"}', ["duplicate key `id`"]),
        ('{"id": "a"}', ["`text` or `html` is missing"]),
        ('{"text": "x"}', ["`id` is missing"]),
        ('{"id": "a", "text": " "}', ["`text` is empty"]),
        ('{"id": "a", "html": "<p>"}', ["`html` holds no article that can be found; save the article's words as .txt"]),
        ('{"id": "a", "html": ""}', ["`html` is empty"]),
        ('{"id": "a", "html": "<p>x", "text": "x"}', ["has both `text` and `html`; one of them is the source"]),
        (
            '{"id": 7, "text": ["x"], "titel": "y"}',
            ["unknown key `titel`, did you mean `title`?", f"`id`: {TEXT} a number", f"`text`: {TEXT} a list"],
        ),
        (
            '{"id": "a", "text": "x", "unit": "y", "kind": "z", "start": 1, "end": 2, "per": 3}',
            ["is no source: unknown keys `unit`, `kind`, `start` and 2 more; a source has `id` and `text`"],
        ),
        ('{"id": "../a", "text": "x"}', [f"`id`: {NAMES}"]),
        ('{"id": "a", "story": "", "text": "x"}', ["`story`: must not be empty"]),
        ('{"id": "ok", "text": "x"}', ["duplicate id `ok`, first on line 1"]),
    ],
)
def test_bad_json_lines(line: str, problems: list[str]) -> None:
    """Each mistake names its line and key; the good lines are read."""
    put("many.jsonl", '{"id": "ok", "text": "Fine."}\n' + line)
    reading = read("many.jsonl")
    assert list(reading.problems) == [f"many.jsonl:2: {problem}" for problem in problems]
    assert ids(reading) == [("desk", "ok")]


def test_one_mistake_in_many_lines_is_told_of_a_few() -> None:
    """A file of something else fills no screen."""
    put("many.jsonl", '{"id": "ok", "text": "Fine."}\n' + '{"id": "a"}\n' * 9)
    told = [f"many.jsonl:{line}: `text` or `html` is missing" for line in (2, 3, 4)]
    assert list(read("many.jsonl").problems) == [
        *told,
        "many.jsonl:5: the same in 6 more lines: `text` or `html` is missing",
    ]


def test_one_id_in_two_files_of_many() -> None:
    """A given id is not changed; the second source that has it is a problem."""
    for name in ("a", "b"):
        put(f"{name}.jsonl", '{"id": "x", "text": "Fine."}')
    put("x.txt")
    reading = read(".")
    assert reading.problems == ("b.jsonl:1: second source with the id `x`, first in a.jsonl",)
    assert ids(reading) == [("desk", "desk/x"), ("desk", "x")]


def test_a_long_line() -> None:
    """Five million characters without a break are one body."""
    text = "The river rose. " * 320_000
    put("a.txt", text)
    (source,) = read("a.txt")
    assert source.text == text
    assert [tuple(zone) for zone in source.zones] == [("body", 0, len(text))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes(content: bytes) -> None:
    """Any file is one source or at least one problem, as text and as JSON lines."""
    for name in ("a.txt", "a.jsonl"):
        put(name, content)
        reading = read(name)
        assert len(reading) + len(reading.problems) >= 1
        for source in reading:
            covered = "".join(source.text[zone.start : zone.end] for zone in source.zones)
            assert covered == source.text
            source.text.encode()
