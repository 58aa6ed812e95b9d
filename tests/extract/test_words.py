"""Words as the extractors of people and things see them."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.extract.triggers import Kind, Triggers
from auditor.extract.words import bare, capitalised_throughout, is_gap, longest, tokens_before
from auditor.language import Table, WordList, Words, WordSet, WordsInOrder


@pytest.mark.parametrize(
    ("word", "without"),
    [("Denmark’s", "Denmark"), ("Denmark's", "Denmark"), ("boys'", "boys"), ("it's", "it"), ("EU", "EU"), ("s", "s")],
)
def test_a_possessive_ending_is_no_part_of_a_word(word: str, without: str) -> None:
    """With either apostrophe, with or without an s."""
    assert bare(word) == without


@pytest.mark.parametrize(("gap", "near"), [(" ", True), ("\n", True), ("\r\n", True), ("\n\n", False), (", ", False)])
def test_words_are_neighbours_over_one_blank_or_line_break(gap: str, near: bool) -> None:  # noqa: FBT001 - a label
    """A blank line or a comma parts them."""
    assert is_gap(gap) is near


@pytest.mark.parametrize(
    ("text", "throughout"),
    [
        ("Big Storm Hits the Coast", True),
        ("Aid for All at the UN", True),
        ("Big storm hits the Coast", False),
        ("Minister Flies to Oslo after Talks", False),
        ("", True),
    ],
)
def test_headlines_capitalise_all_but_small_words(text: str, throughout: bool) -> None:  # noqa: FBT001 - a label
    """One longer word in lower case shows that capitals mean something."""
    assert capitalised_throughout(text) is throughout


def test_words_before_a_place_come_nearest_first() -> None:
    """Abbreviations, hyphens and possessives are one word; a word cut by the reach is left out."""
    text = "The NATO-Ukraine talks of U.S. aides’ friends ended"
    end = text.index(" ended")
    assert [word[0] for word in tokens_before(text, end, 0)] == [
        "friends",
        "aides",
        "U.S.",
        "of",
        "talks",
        "NATO-Ukraine",
        "The",
    ]
    assert [word[0] for word in tokens_before(text, end, 0, reach=20)] == ["friends", "aides", "U.S."]
    assert [word[0] for word in tokens_before(text, end, text.index("U.S."))] == ["friends", "aides", "U.S."]


def test_the_longest_entry_wins() -> None:
    """The longest run of first words that a table knows, within the limit."""
    table = {"chief", "chief executive", "chief executive officer"}
    assert longest(["chief", "executive", "officer", "of"], table) == 3
    assert longest(["chief", "executive", "officer"], table, limit=2) == 2
    assert longest(["executive"], table) == longest([], table) == 0


def test_words_in_tables_are_written_as_one_text() -> None:
    """Commas part phrases, blanks part words; line breaks of a folded text and doubled commas leave nothing behind."""

    class Written(Table):
        """A table with words of each kind."""

        ordered: WordList
        phrases: WordSet
        words: Words
        words_in_order: WordsInOrder

    phrases, words = "up to, at\n most,, no more  than ,", " b a\n c a "
    table = Written.read({"ordered": phrases, "phrases": phrases, "words": words, "words_in_order": words})
    assert table.ordered == ("up to", "at most", "no more than")
    assert table.phrases == {"up to", "at most", "no more than"}
    assert table.words == {"a", "b", "c"}
    assert table.words_in_order == ("b", "a", "c", "a")


def test_words_in_tables_may_be_lists_of_nodes() -> None:
    """A list of nodes has the same words as one text."""

    class Listed(Table):
        """A table with a list."""

        words: WordList

    assert Listed.read({"words": ["more than", "at least"]}).words == ("more than", "at least")


def test_triggers_are_whole_words_in_order() -> None:
    """Words of the tables only; each where it stands, none as a part of another word."""
    text = "Ministers said the bandsaw may, if approved, be sold; according to aides it signed."
    for hits in Triggers(text).of.values():
        assert [text[start : start + len(word)] for start, word in hits] == hits.words
        assert list(hits.starts) == sorted(hits.starts)
    assert {"said", "according"} <= set(Triggers(text).of["speech"].words)
    assert "and" not in Triggers(text).of["boundary"].words


def test_triggers_come_by_kind() -> None:
    """A word is told to those whose tables it opens, whatever else it opens."""
    triggers = Triggers(
        "The ex-minister said it was approved and may, if signed, begin since May's two-day talks, Mr Hale."
    )
    found = {kind: [word for _, word in triggers.of[kind]] for kind in get_args(Kind)}
    assert found == {
        "office": ["ex-minister", "Mr"],
        "courtesy": ["Mr"],
        "stage": ["was", "approved", "signed"],
        "deed": ["approved", "signed", "begin"],
        "cue": ["was", "may", "if"],
        "boundary": ["and", "since"],
        "speech": ["said"],
        "since": ["since"],
        "number": ["two"],
        "date": ["may", "May", "day"],
        "hour": [],
    }


@given(st.lists(st.sampled_from(["said", "x", "may", "if", "approved", ".", "\n"]), max_size=30), st.data())
def test_triggers_of_a_part_are_those_that_begin_in_it(words: list[str], data: st.DataObject) -> None:
    """A part of the text has the same triggers as the whole has there."""
    text = " ".join(words)
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    for hits in Triggers(text).of.values():
        assert hits.within((low, high)) == [(start, word) for start, word in hits if low <= start < high]
