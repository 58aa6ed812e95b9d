"""Saved web pages: the article's words, and each thing that tells when it appeared in its own place."""

import json
from pathlib import Path

import pytest

from auditor import audit, extract, read
from auditor.cli import main
from auditor.model import Interval

STORY = (
    "The footbridge over the Ouse was closed on Friday evening after two of its cables gave way, the council said.",
    "Fourteen people were taken to hospital, four of them with serious injuries, according to the ambulance service.",
    "Engineers are to examine the remaining cables next week before the council decides whether to reopen the bridge.",
)
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul><p>Monday, 4 March 2019</p></nav>'
RELATED = '<aside><h3>More stories</h3><ul><li><a href="/1">Tram crash hurts 90 in the old town</a></li></ul></aside>'


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in an empty folder."""
    monkeypatch.chdir(tmp_path)


def put(name: str, head: str = "", shown: str = "", encoding: str = "utf-8") -> None:
    """Write a page of the story."""
    page = (
        f"<!DOCTYPE html><html><head><title>Footbridge closed | The Example</title>{head}</head><body>{MENU}"
        f"<main><article><h1>Footbridge closed</h1>{shown}{PARAGRAPHS}</article></main>{RELATED}"
        "<footer><p>Copyright 2011 The Example</p></footer><script>var deaths = 77;</script></body></html>"
    )
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(page, encoding=encoding)


def told(name: str) -> dict[str, str | None]:
    """The day that each clue of a page gives, and the day it counts as published on."""
    (source,) = read(name)
    found = {
        claim.clue: claim.value.point for claim in extract(source) if isinstance(claim.value, Interval) and claim.clue
    }
    return {str(clue): day for clue, day in found.items()}


def test_the_article_alone_is_read() -> None:
    """Menus, other stories, scripts and footers are no part of a source."""
    put("page.html", shown="<p class='by'>By <span>Ada Obi</span></p><time>3 May 2024</time>")
    (source,) = read("page.html")
    assert source.text == "\n\n".join(("Footbridge closed", "By Ada Obi", "3 May 2024", *STORY))
    assert source.title == "Footbridge closed"
    assert [zone.name for zone in source.zones] == ["headline", "dateline", "body"]


@pytest.mark.parametrize(
    ("head", "shown", "clues"),
    [
        ("", "", {}),
        (
            '<meta property="article:published_time" content="2024-05-03T18:20:00+01:00">',
            "",
            {"metadata": "2024-05-03"},
        ),
        ('<meta name="DC.date.issued" content="2024-05-03">', "", {"metadata": "2024-05-03"}),
        (
            '<meta name="date" content="2024-05-09"><meta name="pubdate" content="2024-05-03">',
            "",
            {"metadata": "2024-05-03"},
        ),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", '
                '"datePublished": "2024-05-03T17:20:00Z"}]}</script>'
            ),
            "",
            {"metadata": "2024-05-03"},
        ),
        ('<script type="application/ld+json">{"datePublished": </script>', "", {}),
        ("", "<p>Published 3 May 2024, 18:20</p>", {"displayed": "2024-05-03"}),
        (
            "",
            "<div>Published <b>3 May 2024</b></div><div>Updated 4 May 2024</div>",
            {"displayed": "2024-05-03", "updated": "2024-05-04"},
        ),
        ("", '<time datetime="2024-05-03T18:20:00+01:00">two hours ago</time>', {"metadata": "2024-05-03"}),
        (
            (
                '<script type="application/ld+json">[{"@type": "VideoObject", "datePublished": "2020-01-01"}, '
                '{"@type": "NewsArticle", "video": {"datePublished": "2021-01-01"}, '
                '"datePublished": "2024-05-03"}]</script>'
            ),
            "",
            {"metadata": "2024-05-03"},
        ),
        ('<meta property="article:modified_time" content="2024-05-09">', "", {}),
        ("", "<p>Published <time>3 May 2024, 14:05</time></p>", {"displayed": "2024-05-03"}),
        ("", "<p>Two cables gave way</p><div>By Ada Obi | 3 May 2024 | 4 min read</div>", {"displayed": "2024-05-03"}),
        ("", "<p>Posted on May 3, 2024 by Ada Obi</p>", {"displayed": "2024-05-03"}),
        (
            '<link rel="canonical" href="https://news.example/2023/09/30/footbridge">',
            "<p>11 May 2024</p>",
            {"url": "2023-09-30", "displayed": "2024-05-11"},
        ),
    ],
)
def test_what_tells_the_day(head: str, shown: str, clues: dict[str, str]) -> None:
    """What a page declares is metadata, what it shows is displayed; neither is made of the other."""
    put("page.html", head, shown)
    assert told("page.html") == clues


def test_a_page_whose_dates_disagree_is_found() -> None:
    """The day shown and the day in the address are held against each other."""
    put(
        "page.html",
        '<link rel="canonical" href="https://news.example/2023/09/30/footbridge">',
        "<p>25 November 2024</p>",
    )
    found = audit(read("page.html")).findings
    assert [(finding.rule, finding.severity) for finding in found] == [("displayed-date-and-metadata", "error")]


@pytest.mark.parametrize(
    ("declared", "encoding"), [("iso-8859-2", "iso-8859-2"), ("nonsense", "utf-8"), ("iso-8859-2", "utf-8")]
)
def test_a_page_names_its_encoding(declared: str, encoding: str) -> None:
    """The encoding in a page's head is believed if there is one of that name."""
    put(
        "page.html",
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">',
        "<p>By Łucja Kość</p>",
        encoding,
    )
    (source,) = read("page.html")
    assert "By Łucja Kość" in source.text


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<h1>Footbridge<br>closed</h1>", "Footbridge closed"),
        (
            "<h1>The Example</h1><h2>Footbridge closed after cables give way</h2>",
            "Footbridge closed after cables give way",
        ),
        ("<h1><span>Live</span>Footbridge closed</h1>", "Live Footbridge closed"),
        ("<p>Nothing above it</p>", "Footbridge closed"),
        ("<h2>Footbridge</h2><h1>Footbridge closed now</h1>", "Footbridge closed now"),
    ],
)
def test_the_headline_is_the_heading_that_the_page_means(heading: str, title: str) -> None:
    """A heading that is the site's name is none; one in two lines is one."""
    page = (
        '<html><head><title>Footbridge closed</title><meta property="og:title" content="Footbridge closed"></head>'
        f"<body>{heading}<p>3 May 2024</p>{PARAGRAPHS}</body></html>"
    )
    Path("page.html").write_text(page, encoding="utf-8")
    (source,) = read("page.html")
    assert source.title == title
    assert source.text.count(title) == 1


def test_the_head_of_the_window_tells_which_heading_is_meant() -> None:
    """Where a page declares no headline, or one that it does not show, its title is asked, without the site's name."""
    for declared in ("", '<meta property="og:title" content="A minute of rust and ruin">'):
        page = (
            f"<html><head><title>Footbridge closed | The Example</title>{declared}</head><body><h1>Roads and rails</h1>"
            f"<h2>The Example</h2><h2>Footbridge closed</h2>{PARAGRAPHS}</body></html>"
        )
        Path("page.html").write_text(page, encoding="utf-8")
        (source,) = read("page.html")
        assert source.title == "Footbridge closed"


def test_a_headline_in_sentences_is_one() -> None:
    """The page tells what its headline is, whatever its form; the day below it is shown."""
    headline = "It held. It swung. It fell."
    Path("page.html").write_text(
        f"<html><head><title>{headline}</title></head><body><h1>{headline}</h1><p>May 3, 2024 – 4:39 PM</p>"
        f"{PARAGRAPHS}</body></html>",
        encoding="utf-8",
    )
    (source,) = read("page.html")
    assert [zone.name for zone in source.zones] == ["headline", "dateline", "body"]
    assert told("page.html") == {"displayed": "2024-05-03"}


def test_the_day_that_a_story_opens_with_is_shown() -> None:
    """No other mark of the page is then asked for the day."""
    put("page.html", '<meta name="revision" content="2024-02-04">', "<p>May 3, 2024 -- The council met at night.</p>")
    assert told("page.html") == {"displayed": "2024-05-03"}


def test_what_a_reader_does_not_read_is_no_text() -> None:
    """Footnote marks are no digits; what is struck out or hidden is not said. Exponents stay."""
    put(
        "page.html",
        shown="<p>It hurt 14<sup>2</sup> people, <del>four</del> three of them badly.</p><p hidden>98 died.</p>",
    )
    page = Path("page.html").read_text(encoding="utf-8")
    Path("page.html").write_text(page.replace("next week", "over 30 km<sup>2</sup>"), encoding="utf-8")
    (source,) = read("page.html")
    assert "It hurt 14 people, three of them badly." in source.text
    assert "98" not in source.text
    assert "30 km²" in source.text


@pytest.mark.parametrize(
    ("before", "head", "url"),
    [
        ("<!-- saved from url=(0031)https://news.example/footbridge -->\n", "", "https://news.example/footbridge"),
        (
            "",
            '<link rel="canonical" href="https://web.archive.org/web/20240504im_/https://news.example/a">',
            "https://news.example/a",
        ),
        (
            "",
            (
                '<script type="application/ld+json">{"@type": "Article", "mainEntityOfPage": {"@id": "https://news.example/b"}}'
                "</script>"
            ),
            "https://news.example/b",
        ),
        ("---\nurl: https://news.example/c\n---\n", "", "https://news.example/c"),
    ],
)
def test_where_a_page_appeared(before: str, head: str, url: str) -> None:
    """Its own address, the one that a browser notes when it saves, and the one above it in front matter."""
    put("page.html", head)
    page = Path("page.html").read_text(encoding="utf-8")
    Path("page.html").write_text(before + page, encoding="utf-8")
    (source,) = read("page.html")
    assert source.url == url


def test_who_wrote_it() -> None:
    """Declared authors stand where a byline would, if the page shows none."""
    author = '{"@type": "Article", "author": [{"name": "Ada Obi"}, {"name": "Ben Ode"}]}'
    put("page.html", f'<script type="application/ld+json">{author}</script>')
    put("other.html", f'<script type="application/ld+json">{author}</script>', "<p>By Ada Obi in Lagos</p>")
    texts = [source.text for source in read(["page.html", "other.html"])]
    assert ["By Ada Obi in Lagos" in text for text in texts] == [True, False]
    assert ["By Ada Obi and Ben Ode" in text for text in texts] == [False, True]


def test_a_short_article_keeps_its_paragraphs() -> None:
    """However few words there are, a paragraph stands alone."""
    story = ["3 May 2024", "It was closed on Friday.", "Two were hurt."]
    page = "<html><body><main><h1>Footbridge closed</h1>" + "".join(f"<p>{line}</p>" for line in story)
    Path("page.html").write_text(page, encoding="utf-8")
    (source,) = read("page.html")
    assert source.text.split("\n\n") == ["Footbridge closed", *story]


def test_what_was_read_can_be_read_again(capsys: pytest.CaptureFixture[str]) -> None:
    """The text that `extract -o text` writes is a source that says the same."""
    put("page.html", '<meta name="pubdate" content="2024-05-03">', "<p>3 May 2024</p>")
    main(["extract", "page.html", "-o", "text"])
    Path("again.txt").write_text(capsys.readouterr().out, encoding="utf-8")
    (again,), (source,) = read("again.txt"), read("page.html")
    assert (again.text.strip(), again.title, again.published) == (source.text, source.title, source.published)
    assert len(extract(again)) == len(extract(source))


def test_a_report_is_no_source() -> None:
    """Named outright, it is refused."""
    put("page.html")
    main(["check", "page.html", "--fail-on", "none", "-o", "html:made.html"])
    assert read("made.html").problems == ("made.html: is a report of the auditor, not a source",)
    Path("report.html").write_text('<!doctype html><meta charset="utf-8"><meta name="generator" content="auditor">')
    assert read("report.html").problems == ("report.html: is a report of the auditor, not a source",)


def test_pages_in_a_file_of_many() -> None:
    """What the record gives goes before what the page declares."""
    put("page.html", '<meta property="article:published_time" content="2024-05-03">')
    html = Path("page.html").read_text(encoding="utf-8")
    records = [{"id": "a", "html": html}, {"id": "b", "html": html, "published": "2024-05-04", "title": "Closed"}]
    Path("many.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    first, second = read("many.jsonl")
    assert (first.published, first.title, first.text) == ("2024-05-03", "Footbridge closed", second.text)
    assert (second.published, second.title) == ("2024-05-04", "Closed")


def test_what_comes_with_a_saved_page_is_no_source() -> None:
    """A browser's folder of parts, and the auditor's own report, are left alone."""
    put("news/page.html")
    put("news/page_files/frame.html")
    Path("news/report.html").write_text(
        '<!doctype html><meta charset="utf-8"><meta name="generator" content="auditor">'
    )
    reading = read("news")
    assert ([source.id for source in reading], reading.problems) == (["page"], ())


def test_a_page_without_an_article_is_a_problem() -> None:
    """It is named with what to do, and the rest is read."""
    put("a.html")
    Path("b.html").write_text("<html><body></body></html>")
    reading = read(["a.html", "b.html"])
    assert [source.id for source in reading] == ["a"]
    assert reading.problems == ("b.html: holds no article that can be found; save the article's words as .txt",)


def test_each_line_knows_where_in_the_page_it_stands() -> None:
    """Behind scripts, comments and tags, and below front matter; what stands nowhere, where the line before it does."""
    page = (
        "---\npublisher: The Example\n---\n<html><head><title>Bridge closed</title>\n<script>\nlet a = 1;\n</script>"
        "</head><body>\n<article><h1>\nFootbridge closed</h1>\n<!-- one\ntwo -->"
        f"<p><b>The footbridge</b>{STORY[0][14:]}</p>\n\n"
        f"<p>{STORY[1]}</p><p>\n\n{STORY[2]}</p></article></body></html>"
    )
    Path("a.html").write_text(page, encoding="utf-8")
    [source] = read("a.html").sources
    lines = page.split("\n")
    for text, line in zip(source.text.split("\n"), source.lines, strict=False):
        assert not text or text[-20:] in lines[line - 1]
    assert len({line for text, line in zip(source.text.split("\n"), source.lines, strict=False) if text}) == 4
