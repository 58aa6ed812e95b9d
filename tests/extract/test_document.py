"""A text on its way through the extractors, and what a source becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract import examine, extract
from auditor.extract.document import Document
from auditor.extract.sentence.sentences import sentences
from auditor.model import Source, Zone

TEXT = "One came. Two went.\n\nThree stayed."


@pytest.mark.parametrize(
    ("position", "sentence"),
    [(0, "One came."), (8, "One came."), (9, ""), (10, "Two went."), (20, ""), (21, "Three stayed."), (99, "")],
)
def test_a_position_has_one_sentence_or_none(position: int, sentence: str) -> None:
    """Between sentences and after the last there is none."""
    start, end = Document(TEXT, sentences=sentences(TEXT)).sentence_at(position)
    assert TEXT[start:end] == sentence


def test_a_position_has_the_zone_that_holds_it() -> None:
    """The end of a zone is the start of the next; what stands after the last belongs to it."""
    document = Document(TEXT, zones=(Zone("dateline", 0, 10), Zone("body", 10, 20), Zone("footer", 20, 30)))
    zones = [document.zone_at(position) for position in (0, 9, 10, 19, 20, 99)]
    assert zones == ["dateline", "dateline", "body", "body", "footer", "footer"]


def test_without_zones_a_text_is_body_and_a_title_headline() -> None:
    """A title that comes from the metadata is no part of the text."""
    assert Document(TEXT).zone_at(3) == "body"
    assert Document(TEXT, "title").zone_at(3) == "headline"


def test_the_claims_of_a_title_from_the_metadata_come_first() -> None:
    """They are of the field "title" and of the headline."""
    claims = extract(Source("a", "s", "Nine swans came.", title="Eight swans came"))
    counts = [(claim.text, claim.field, claim.zone) for claim in claims if claim.kind == "quantity"]
    assert counts == [("Eight", "title", "headline"), ("Nine", "text", "body")]


def test_a_title_that_stands_in_the_text_is_read_once() -> None:
    """Its words are claims of the text."""
    text = "Eight swans came\n\nNine swans came."
    claims = extract(Source("a", "s", text, title="Eight swans came", title_span=(0, 16)))
    assert [(claim.text, claim.field) for claim in claims if claim.kind == "quantity"] == [
        ("Eight", "text"),
        ("Nine", "text"),
    ]


def test_figures_of_addresses_are_no_claims() -> None:
    """Neither counts nor dates, with the scheme or without."""
    text = "Read https://news.example/2024/05/06/9-swans?id=77 and www.swans.example/12 today."
    assert [claim.text for claim in extract(Source("a", "s", text)) if claim.kind in ("quantity", "date")] == ["today"]


def test_every_claim_knows_its_source_and_story() -> None:
    """And has an id that another source's claim at the same place has not."""
    ours, theirs = (extract(Source(name, "s", "Nine swans came on 4 May 1987.")) for name in ("a", "b"))
    assert {(claim.source, claim.story) for claim in ours} == {("a", "s")}
    assert not {claim.id for claim in ours} & {claim.id for claim in theirs}


def test_the_day_of_the_source_places_what_is_counted_from_it() -> None:
    """In the text and in the title alike."""
    claims = extract(
        Source("a", "s", "Nine swans came yesterday.", title="Swans came last week", published="2024-06-12")
    )
    days = [claim.value for claim in claims if claim.kind == "date" and claim.field != "published"]
    assert [(value.low, value.high) for value in days] == [("2024-06-03", "2024-06-09"), ("2024-06-11", "2024-06-11")]


def test_a_source_of_nothing_claims_nothing() -> None:
    """No text, no title, no day."""
    info = examine(Source("a", "s", ""))
    assert (info.claims, info.published, info.published_from) == ((), None, None)


@given(st.text(alphabet="aA9 .,\n-“”'€%$(", max_size=80), st.text(max_size=20), st.text(max_size=20))
def test_any_source_gives_claims_in_reading_order(text: str, title: str, published: str) -> None:
    """Field by field, each claim with exact offsets and an id of its own."""
    source = Source("a", "s", text, title=title, published=published)
    claims = extract(source)
    fields = {"id": "a", "published": published, "title": title, "text": text}
    assert [list(fields).index(claim.field) for claim in claims] == sorted(
        list(fields).index(claim.field) for claim in claims
    )
    assert len({claim.id for claim in claims}) == len(claims)
    assert all(fields[claim.field][claim.start : claim.end] == claim.text for claim in claims)
