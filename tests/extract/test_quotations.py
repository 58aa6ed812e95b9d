"""Headlines that quote without marks, and quotations across paragraphs."""

import pytest

from auditor.extract.document import Document
from auditor.extract.sentence.sentences import sentences
from auditor.extract.speech.quotations import quotations
from auditor.model import Claim, Zone

HEADLINES = {
    "office and colon": (
        "NATO Secretary General: Courage alone can’t stop a storm",
        ("Courage alone can’t stop a storm", "Hugo Arnesen"),
    ),
    "surname and colon": (
        "Arnesen: we need more ships in the north",
        ("we need more ships in the north", "Hugo Arnesen"),
    ),
    "dash and surname": (
        "North needs more ships than ever – Arnesen",
        ("North needs more ships than ever", "Hugo Arnesen"),
    ),
    "body of the tables": ("Pentagon: two ships collided in fog", ("two ships collided in fog", "Pentagon")),
    "label and colon": ("Analysis: why the north needs more ships", None),
    "topic and colon": ("Baltic storm: what we know so far today", None),
    "unknown after a dash": ("North needs more ships than ever – report", None),
    "outlet after a dash": ("North needs more ships than ever – The Harbour Post", None),
    "quoted with marks": ("Arnesen: ‘we need more ships’ in the north", ("we need more ships", "Hugo Arnesen")),
}
BODY = "NATO Secretary General Hugo Arnesen spoke in Riga."


def claims(headline: str, body: str = BODY, zone: str = "headline") -> list[Claim]:
    """The quotations of an article."""
    text = f"{headline}\n\n{body}"
    zones = (Zone(zone, 0, len(headline)), Zone("body", len(headline), len(text)))  # type: ignore[arg-type] - a name of a zone
    return quotations(Document(text, zones=zones, sentences=sentences(text)))


@pytest.mark.parametrize("zone", ["headline", "sidebar"])
@pytest.mark.parametrize(("headline", "wanted"), HEADLINES.values(), ids=HEADLINES)
def test_headlines_quote_without_marks(headline: str, wanted: tuple[str, str] | None, zone: str) -> None:
    """A headline quotes only whom the article or the tables know."""
    found = [(claim.text, claim.speaker) for claim in claims(headline, zone=zone)]
    assert found == ([wanted] if wanted else [])


def test_a_title_knows_no_article() -> None:
    """Where the office's holder is not named, the office itself speaks."""
    title = "NATO Secretary General: Courage alone can’t stop a storm"
    found = quotations(Document(title, field="title", sentences=sentences(title)))
    assert [(claim.text, claim.speaker) for claim in found] == [
        ("Courage alone can’t stop a storm", "NATO Secretary General"),
    ]


def test_the_body_quotes_with_marks_only() -> None:
    """A colon in the body is no quotation."""
    assert claims("Arnesen: we need more ships in the north", zone="body") == []


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """Paragraphs that open the marks again are one quotation, its words without the marks between."""
    (claim,) = claims("A headline", "“We came.\n\n“We saw,” said Ida Holm.")
    assert claim.text == "We came.\n\n“We saw,"
    assert claim.value == ("We came. We saw,",)
    assert claim.speaker == "Ida Holm"


def test_he_is_whoever_was_named_last() -> None:
    """A pronoun speaks for the person named last, by surname or by office."""
    body = "President Rosa Molina met Finance Minister Karl Olsen. Molina left. “We are ready for more,” she said."
    assert [claim.speaker for claim in claims("A headline", body)] == ["Rosa Molina"]
