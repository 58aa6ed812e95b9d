"""The bundled newsroom reads as the pages it retells: headlines, dates, sidebars and what is missing."""

from pathlib import Path

import pytest

from auditor.model import Source
from auditor.read import read

ROOT = Path(__file__).parents[2] / "claims" / "sources"


@pytest.fixture(scope="module")
def newsroom() -> dict[str, Source]:
    """The sources by id."""
    reading = read(ROOT)
    assert reading.problems == ()
    assert {source.story for source in reading} == {"ukraine"}
    return {source.id: source for source in reading}


def part(source: Source, name: str) -> str:
    """All text of one zone."""
    return "".join(source.text[zone.start : zone.end] for zone in source.zones if zone.name == name)


def test_every_source_has_a_headline(newsroom: dict[str, Source]) -> None:
    """Five sources, each with its title in the text."""
    assert len(newsroom) == 5
    for source in newsroom.values():
        assert source.title_span is not None
        assert source.text[slice(*source.title_span)] == source.title


@pytest.mark.parametrize(
    ("name", "zone", "words"),
    [
        ("nato-contact-group-january", "dateline", "Last updated: 23 Jan. 2024 15:47"),
        ("nato-contact-group-january", "body", "220,000 155-millimetre"),
        ("nato-ministers-february", "dateline", "15 Feb. 2024"),
        ("nato-ministers-february", "body", "99% of all military aid"),
        ("pravda-defence-forum", "dateline", "11/25/2024"),
        ("pravda-defence-forum", "body", "Source: Jens Stoltenberg"),
        ("pravda-defence-forum", "background", "Dmytro Kuleba"),
        ("pravda-defence-forum", "footer", "Follow us"),
        ("interfax-eve-of-meeting", "dateline", "20:59 12.06.2024"),
        ("interfax-eve-of-meeting", "body", "Nuclear Planning Group"),
        ("interfax-eve-of-meeting", "sidebar", "death toll climbs to seven"),
        ("interfax-eve-of-meeting", "sidebar", "EUR 40 bln"),
        ("nato-transcript-june", "dateline", "Source: NATO"),
        ("nato-transcript-june", "body", "more than 99%"),
    ],
)
def test_zones(newsroom: dict[str, Source], name: str, zone: str, words: str) -> None:
    """Each part of a page is where a reader sees it."""
    assert words in part(newsroom[name], zone)


def test_addresses_and_dates(newsroom: dict[str, Source]) -> None:
    """One page carries its address; the transcript carries no date at all."""
    found = {name: source.url for name, source in newsroom.items() if source.url}
    assert found == {"pravda-defence-forum": "https://www.pravda.com.ua/eng/news/2023/09/30/7422079/"}
    assert "20" not in part(newsroom["nato-transcript-june"], "dateline")
