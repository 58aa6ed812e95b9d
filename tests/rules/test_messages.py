"""Messages: every placeholder of every table is filled, and what is none is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Claim, Interval, Name, Quotation, Stage
from auditor.rules import messages
from auditor.rules.messages import Cast, fill, placeholders, problems
from builders import claim, day, number, role

FIGURE = number(
    "€2.4 billion",
    "2400000000",
    unit="EUR",
    dimension="money",
    measure="roof",
    counted="tile",
    speaker="Ada Obi",
    subject=("council", "church"),
)
DISPLAYED = day("4 May 2024", "2024-05-04", clue="displayed")
MAYOR = role("Ada Obi", "mayor", "Oban")
SAID = claim("never", Quotation("never"))
PLANNED = claim("will be built", Stage("the bridge", "planned"))
OBAN = claim("Oban", Name("Oban"))


@pytest.mark.parametrize(
    ("placeholder", "one", "words"),
    [
        ("text", FIGURE, "€2.4 billion"),
        ("value", FIGURE, "2.4 billion euros"),
        ("source", FIGURE, "a"),
        ("speaker", FIGURE, "Ada Obi"),
        ("subject", FIGURE, "council and church"),
        ("about", FIGURE, "roof"),
        ("value", DISPLAYED, "4 May 2024"),
        ("clue", DISPLAYED, "the displayed date"),
        ("clue", FIGURE, "€2.4 billion"),
        ("person", MAYOR, "Ada Obi"),
        ("title", MAYOR, "mayor"),
        ("organisation", MAYOR, "Oban"),
        ("value", MAYOR, "Ada Obi, mayor, Oban"),
        ("words", SAID, "never"),
        ("thing", PLANNED, "the bridge"),
        ("stage", PLANNED, "planned"),
        ("name", OBAN, "Oban"),
        ("speaker", OBAN, "(unknown)"),
        ("subject", OBAN, "(unknown)"),
        ("about", OBAN, "(unknown)"),
        ("person", FIGURE, "(unknown)"),
        ("organisation", role("Ada Obi", "mayor"), "(unknown)"),
    ],
)
def test_what_a_claim_says(placeholder: str, one: Claim, words: str) -> None:
    """In the words of an editor; what it does not say is said to be unknown."""
    assert fill(f"It is {{claim.{placeholder}}}.", Cast({"claim": one})) == f"It is {words}."


def test_a_count_without_a_measure_is_about_what_it_counts() -> None:
    """Oaks, not nothing."""
    assert messages.of_claim("about", number("40", "40", counted="oak")) == "oak"


@pytest.mark.parametrize("side", ["left", "right", "via"])
def test_the_sides_of_a_pair(side: str) -> None:
    """Each by its own name; a side that does not take part is unknown."""
    assert fill(f"{{{side}.text}}", Cast({side: OBAN})) == "Oban"
    assert fill(f"{{{side}.text}}", Cast({})) == "(unknown)"


MEMBERS = (
    number("11", "11", measure="dead", source="a"),
    number("eleven", "11", measure="dead", source="b"),
    number("15", "15", measure="dead", source="b", start=9),
)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("{series.values}", "11 and 15"),
        ("{series.texts}", "“11”, “eleven” and “15”"),
        ("{series.sources}", "a and b"),
        ("{series.count}", "3"),
        ("{series.about}", "dead"),
        ("{first.text} to {last.text}", "11 to 15"),
    ],
)
def test_what_a_series_says(message: str, words: str) -> None:
    """Each value once, in order."""
    cast = Cast({"first": MEMBERS[0], "last": MEMBERS[-1]}, members=MEMBERS)
    assert fill(message, cast) == words


def test_what_a_source_says() -> None:
    """A title that is missing is unknown."""
    cast = Cast({}, source={"id": "a", "title": None, "url": "https://a.example/", "publisher": "Oban Post"})
    assert fill("{source.id}, {source.title}, {source.url}, {source.publisher}", cast) == (
        "a, (unknown), https://a.example/, Oban Post"
    )


@pytest.mark.parametrize("compare", ["claims", "sources", "pairs", "series"])
def test_every_placeholder_that_is_known_is_no_problem(compare: messages.Compare) -> None:
    """And those of another table are."""
    known = placeholders(compare)
    assert all(problems(f"{{{name}}}", compare) == [] for name in known)
    others = {name for table in ("claims", "sources", "pairs", "series") for name in placeholders(table)} - known
    assert all(len(problems(f"{{{name}}}", compare)) == 1 for name in others)


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("{left.txt}", "unknown placeholder `{left.txt}`, did you mean `left.text`?"),
        ("{rigth.value}", "unknown placeholder `{rigth.value}`, did you mean `right.value`?"),
        ("{left}", "unknown placeholder `{left}`"),
        ("{}", "unknown placeholder `{}`"),
        ("{left.__class__}", "unknown placeholder `{left.__class__}`"),
        ("{left.text!r}", "unknown placeholder `{left.text!r}`, did you mean `left.text`?"),
        ("{left.text", "a single `{`; placeholders are written {claim.text}"),
        ("left.text}", "a single `}`; placeholders are written {claim.text}"),
    ],
)
def test_what_is_no_placeholder_is_told(message: str, problem: str) -> None:
    """With the nearest one, if any is near."""
    [found] = problems(message, "pairs")
    assert found.startswith(problem)


def test_all_mistakes_of_a_message_are_told() -> None:
    """Each by itself."""
    assert len(problems("{left.txt} and {right.txt} and {", "pairs")) == 3


def test_a_long_filling_is_cut_and_stands_on_one_line() -> None:
    """A message is one line whatever is quoted."""
    long = claim("yes\n" * 200, Quotation("x"))
    filled = fill("“{claim.text}”", Cast({"claim": long}))
    assert filled.startswith("“yes yes ")
    assert filled.endswith("…”")
    assert len(filled) <= 162


@given(st.text(max_size=60))
def test_what_a_source_says_is_never_filled_in_again(text: str) -> None:
    """Braces in a text are text."""
    quoted = fill("{claim.text}", Cast({"claim": claim(text + "{claim.source}", Quotation("x"), source="secret")}))
    assert "secret" not in quoted or "secret" in text


@given(st.text(alphabet="{}abc. left.textclaim", max_size=40))
def test_any_message_is_fit_or_told(message: str) -> None:
    """And one that is fit has no brace left when it is filled."""
    if not problems(message, "pairs"):
        filled = fill(message, Cast({"left": OBAN}))
        assert "{" not in filled
        assert "}" not in filled


def test_an_interval_without_ends_is_shown_as_it_is_written() -> None:
    """A vague amount has its own words."""
    vague = claim("dozens", Interval(None, "24", "99"), qualifier="vague", unit="count")
    assert fill("{claim.value}", Cast({"claim": vague})) == "dozens"


def test_what_is_unknown_beside_a_colon_is_left_out() -> None:
    """It parts two figures from what they are of; where nobody knows, the figures are enough."""
    cast = Cast({"left": FIGURE, "right": OBAN})
    assert fill("{left.text}: {left.about}", cast) == "€2.4 billion: roof"
    assert fill("{left.text}: {right.about}", cast) == "€2.4 billion"
    assert fill("{right.about}: {left.text}", cast) == "€2.4 billion"
    assert fill("{left.text} of {right.about}: no", cast) == "€2.4 billion of (unknown): no"
