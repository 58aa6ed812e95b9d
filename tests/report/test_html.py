"""The page: what it says, and that nothing in it can run, load or break out."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Claim, Finding, Name, Report, Source, SourceInfo, Suspect
from auditor.report.html import render
from report.ferry import DISPLAYED, EMPTY, FINDINGS, GAZETTE, REPORT

TAGS = set(
    "html head meta title style body a header p b span bdi h1 h2 h3 h4 dl div dt dd nav ul ol li main section article "  # noqa: SIM905 - a list of words
    "strong cite fieldset legend label input small blockquote mark details summary table thead tbody tr th td q code "
    "footer".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class href id aria-label aria-labelledby tabindex type checked scope colspan "  # noqa: SIM905 - likewise
    "rel".split()
)


class Page(HTMLParser):
    """What a browser would build: tags, attributes, text, nesting."""

    VOID = ("meta", "input")

    def __init__(self, text: str) -> None:
        """Read a whole page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Every tag ends the one that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note what can be read."""
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    def values(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [str(attributes[name]) for _, attributes in self.elements if name in attributes]

    @property
    def text(self) -> str:
        """All that can be read."""
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def page() -> Page:
    """The ferry's page."""
    return Page(render(REPORT))


def is_harmless(page: Page) -> bool:
    """Only the tags and attributes of our own template, only links that lead to sites or within the page."""
    links = [link for link in page.values("href") if not link.startswith("#")]
    return (
        not page.open
        and {tag for tag, _ in page.elements} <= TAGS
        and {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
        and all(re.match(r"https?://[^/]", link) for link in links)
    )


def test_the_page_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    """All of it, but for the style."""
    golden("ferry.html", re.sub(r"(?<=<style>).*(?=</style>)|sha256-[\w+/=]*", "", render(REPORT), flags=re.DOTALL))


def test_the_same_report_gives_the_same_bytes() -> None:
    """No clock, no chance."""
    assert render(REPORT) == render(REPORT)


def test_hostile_sources_stay_text(page: Page) -> None:
    """Scripts, images and end tags of a source are read, not obeyed."""
    assert is_harmless(page)
    assert "<script>alert(1)</script><img src=x onerror=" in page.text
    assert "javascript:alert(document.domain)" in page.text
    assert "</mark><style>*{display:none}</style>" in page.text


def test_what_hides_is_named(page: Page) -> None:
    """Marks of direction, escape codes and NUL are written out."""
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", render(REPORT))
    for name in ("⟦U+202E⟧", "⟦U+2066⟧", "⟦U+001B⟧", "⟦U+0000⟧"):
        assert name in page.text


def test_a_long_sentence_is_cut_around_its_claim(page: Page) -> None:
    """200,000 characters become a few hundred."""
    assert len(render(REPORT)) < 120_000
    assert re.search(r"… .{100,250} twelve boats .{100,250} …", page.text)


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    """The hash is of the bytes between the tags."""
    text = render(REPORT)
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(attributes["content"] for _, attributes in Page(text).elements if "http-equiv" in attributes)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style


def test_links_that_leave_carry_no_trace(page: Page) -> None:
    """No opener, no referrer; no link to anything but a site."""
    outward = [attributes for tag, attributes in page.elements if tag == "a" and "rel" in attributes]
    assert {attributes["href"] for attributes in outward} == {
        "https://gazette.example/2023/09/30/norrvik-terminal",
        "https://coastwire.example/a/20231001-terminal",
        "https://cabinets.example/aasgaard?a=1&b=2",
    }
    assert {attributes["rel"] for attributes in outward} == {"noopener noreferrer"}


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_every_jump_arrives(report: Report) -> None:
    """No id twice, and each link and label within the page leads to one."""
    page = Page(render(report))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = [link[1:] for link in page.values("href") if link.startswith("#")] + page.values("aria-labelledby")
    assert set(targets) <= set(ids)


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_headings_are_in_order(report: Report) -> None:
    """One first heading, and no level is skipped on the way down."""
    levels = [int(tag[1]) for tag, _ in Page(render(report)).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_language_and_title(page: Page) -> None:
    """What assistive technology steers by."""
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in page.elements}
    assert page.elements[0] == ("html", {"lang": "en"})
    assert page.values("href")[0] == "#main"
    assert "<title>5 contradictions, 1 impossible claim" in render(REPORT)


def test_a_finding_says_all_that_an_editor_needs(page: Page) -> None:
    """Sources, values as written and as compared, reasons, remedy, rule."""
    for words in (
        "What the repairs of the terminal cost: 2.4 billion or 3 billion kroner",
        "Changed since it was accepted",
        "Harbour Gazette",
        "compared as 2.35 to under 2.45 billion Norwegian kroner",
        "written “about three billion kroner”",
        "2.35 to under 2.45 billion and 2.5 to under 3.5 billion do not meet.",
        "The other evidence supports 30 September to 16 October 2023",
        "Likely the one to correct",
        "Readers who meet both will trust neither",
        "Ask the desk which of them was checked",
        "What is counted is not the same <thing>.",
        "Could not be read claims/sources/ferry/scan.txt: is not a text",
    ):
        assert words in page.text
    assert "<mark>2.4 billion kroner</mark>" in render(REPORT)


def test_an_unfit_or_repeated_id_is_no_anchor() -> None:
    """Links to findings hold, whatever a finding is called."""
    strange = [replace(FINDINGS[0], id=name) for name in ("a b", '"x', "f-1", "f-1", "source-1", "", "main")]
    page = Page(render(replace(REPORT, findings=tuple(strange))))
    assert is_harmless(page)
    assert len(page.values("id")) == len(set(page.values("id")))


def test_many_claims_and_places_are_cut_and_counted() -> None:
    """A page stays a page; what is left out is said."""
    claims = tuple(replace(DISPLAYED, source=f"s{number}", id=f"c-{number}") for number in range(500))
    source = SourceInfo(GAZETTE, None, None, claims)
    finding = replace(FINDINGS[0], claims=list(claims[:20]), suspect=None)
    text = Page(render(replace(EMPTY, sources=(source,), findings=(finding,)))).text
    assert "and 100 more; auditor extract lists them all" in text
    assert "and 12 more places" in text


@given(st.text(), st.text(), st.sampled_from(["name", "quotation"]))
def test_no_text_breaks_out(text: str, other: str, kind: str) -> None:
    """Whatever stands in whichever place, the page keeps its tags, its links and its nesting."""
    source = Source(id=text, story=other, text=text, title=other, url=text, publisher=other, path=other)
    claim = Claim(kind, 0, len(text), text, Name(other), source=text, id=other, speaker=other, measure=text)  # type: ignore[arg-type]
    fact = replace(claim, source=f"reference:{text}", speaker=f"https://{other}")
    suspect = Suspect((other,), text, text, (other, text), 2, (text,))
    finding = Finding(text, other, "contradiction", "error", other, text, [claim, fact], [other], suspect)
    report = Report((SourceInfo(source, other, None, (claim,)),), (finding, finding), (), (), (), (text,))
    assert is_harmless(Page(render(report)))
