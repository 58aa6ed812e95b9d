"""Quantities, on sentences labelled by hand and on any text."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract import extract
from auditor.extract.document import Document
from auditor.extract.quantity.quantities import quantities
from auditor.model import Claim, Interval, Source

CASES = yaml.load(Path(__file__).with_name("quantities.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - plain text only
PIECES = st.sampled_from(
    [
        *("1", "20", "3,500", "2.4", "0", "007", "9.99", "1 000", "½", "¾", "1/3", "one", "Twenty", "two hundred and"),
        *("million", "bn", "m", "k", "%", "per cent", "$", "€", "US$", "EUR", "pounds", "cents", "km", "km/h", "°C"),
        *("about", "more than", "up to", "between", "and", "to", "-", "–", ",", ".", "(", ")", ":", "/", "\n\n", "of"),
        *(
            "a",
            "half",
            "third",
            "dozen",
            "dozens",
            "several",
            "people",
            "dead",
            "rose",
            "by",
            "from",
            "-year-old",
            "each",
        ),
        *("year", "Boeing", "No.", "page", "in", "s", "th", "-", "−", "'", "aged", "doubled", "twice", "out of"),
    ]
)


def found(text: str) -> list[Claim]:
    """The quantities of a text."""
    return quantities(Document(text))


def only(text: str) -> Claim:
    """The one quantity of a text."""
    (claim,) = found(text)
    return claim


def interval(text: str) -> Interval:
    """The interval of the one quantity of a text."""
    value = only(text).value
    assert isinstance(value, Interval)
    return value


def label(claim: Claim) -> str:
    """A claim as the cases write it."""
    value = claim.value
    assert isinstance(value, Interval)
    amount = value.point if value.point is not None else f"{value.low}..{value.high}"
    unit = f"{claim.unit}/{claim.per}" if claim.per else claim.unit
    parts = [claim.text, f"{amount} {unit}"]
    parts += [claim.qualifier] if claim.qualifier != "exact" else []
    parts += [f"reached {claim.reached}"] if claim.reached else [claim.change] if claim.change else []
    parts += [f"counts {claim.counted}"] if claim.counted else []
    parts += [f"of {claim.measure}"] if claim.measure else []
    return " = ".join(parts)


@pytest.mark.parametrize(
    "case", [case for cases in CASES.values() for case in cases], ids=lambda case: case["text"][:60]
)
def test_reads_exactly_the_labelled_quantities(case: dict[str, Any]) -> None:
    """Words, value, unit, qualifier, change, what is counted and measured; nothing else is taken for a quantity."""
    assert [label(claim) for claim in found(case["text"])] == case["quantities"]


@pytest.mark.parametrize("text", [case["text"] for cases in CASES.values() for case in cases])
def test_the_text_of_a_claim_is_the_text_at_its_place(text: str) -> None:
    """Offsets count characters of the document."""
    for claim in found(f"\u201c{text}\u201d \U0001f985 {text}"):
        assert f"\u201c{text}\u201d \U0001f985 {text}"[claim.start : claim.end] == claim.text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It cost 2.4 billion euros.", "2350000000", "2450000000"),
        ("It fired 220,000 shells.", "215000", "225000"),
        ("It held 1,000 jars.", "950", "1050"),
        ("It took 99% of it.", "98.5", "99.5"),
        ("It is 4.75% now.", "4.745", "4.755"),
    ],
)
def test_a_written_number_stands_for_what_it_rounds(text: str, low: str, high: str) -> None:
    """Half a step of the last digit each way, without the upper end."""
    value = interval(text)
    assert (value.low, value.high, value.low_open, value.high_open) == (low, high, False, True)


@pytest.mark.parametrize("text", ["29 were hurt.", "Nine swans came.", "She is 34 years old.", "1,204 swans came."])
def test_what_is_counted_out_is_exact(text: str) -> None:
    """Small counts, ages and numbers with no zeros at the end stand for themselves."""
    value = interval(text)
    assert value.low == value.high == value.point
    assert not value.high_open


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 50 carts", ("45", "55", False, False)),
        ("nearly 50 carts", ("45", "50", False, True)),
        ("more than 50 carts", ("50", None, True, False)),
        ("at least 50 carts", ("50", None, False, False)),
        ("less than 50 carts", (None, "50", False, True)),
        ("up to 50 carts", (None, "50", False, False)),
        ("just over 50 carts", ("50", "55", True, False)),
        ("just under 50 carts", ("45", "50", False, True)),
        ("between 50 and 60 carts", ("50", "60", False, False)),
    ],
)
def test_a_qualifier_moves_or_opens_the_ends(text: str, expected: tuple[str | None, str | None, bool, bool]) -> None:
    """What the words before a number allow."""
    value = interval(text)
    assert (value.low, value.high, value.low_open, value.high_open) == expected


def test_numbers_of_days_and_times_are_left_alone() -> None:
    """Whatever starts in a reserved span is no quantity."""
    text = "On 4 May 12 swans met 3 geese."
    claims = quantities(Document(text, reserved=[(3, 8)]))
    assert [claim.text for claim in claims] == ["12", "3"]


def test_claims_carry_the_field_of_their_text() -> None:
    """A headline's quantities are of the title."""
    assert [claim.field for claim in quantities(Document("Nine swans met", field="title"))] == ["title"]


@pytest.mark.parametrize(
    ("text", "unit", "dimension"),
    [
        ("a speed of 60 km/h", "kilometre", "speed"),
        ("$3 a barrel", "USD", "money"),
        ("12p", "penny", "money"),
        ("9 percentage points", "percentage point", "percentage points"),
        ("temperatures up 5 degrees", "degree", "temperature"),
        ("turn it 90 degrees", "degree", "angle"),
    ],
)
def test_a_unit_comes_with_its_dimension(text: str, unit: str, dimension: str) -> None:
    """Names of units and dimensions are those of the data contract."""
    claim = only(text)
    assert (claim.unit, claim.dimension) == (unit, dimension)


@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]))
def test_any_text_of_amount_words_is_read_in_order(pieces: list[str], glue: str) -> None:
    """Claims stand in order, do not overlap, and their ends are decimals that rise."""
    text = glue.join(pieces)
    position = 0
    for claim in found(text):
        assert position <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == claim.text
        value = claim.value
        assert isinstance(value, Interval)
        ends = [Decimal(end) for end in (value.low, value.point, value.high) if end is not None]
        assert ends == sorted(ends)
        position = claim.end


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """No text stops the extractor, and the same text gives the same claims."""
    assert found(text) == found(text)


@pytest.mark.parametrize("piece", ["1", "1,", "1-", "1.", "$", "one ", "half a ", "two hundred and ", "tens of ", "9 "])
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    """Text of one repeated piece is read to its end."""
    text = piece * (20_000 // len(piece)) + " and 77 swans"
    assert found(text)[-1].counted == "swan"


def test_letters_that_are_two_in_lower_case_move_nothing() -> None:
    """The dotted capital I is two characters when lowered; the offsets after it hold all the same."""
    text = "İİİİ İİİİ >= 30 swans"
    assert [(claim.text, text[claim.start : claim.end]) for claim in found(text)] == [(">= 30", ">= 30")]


def test_pence_are_no_times_of_day() -> None:
    """The calendar leaves "50p" to the quantities."""
    claims = extract(Source(id="a", story="a", text="A roll costs 50p, and 5p more at 5pm."))
    assert [claim.text for claim in claims if claim.unit == "penny"] == ["50p", "5p"]
