"""Topics: what two outlets say in other words is one topic, another modifier is another."""

import pytest

from auditor.compare import topics


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("military aid to Ukraine", "Ukraine’s military support"),
        ("death toll", "people dead"),
        ("artillery shells", "artillery shell"),
        ("the number of employees", "staff"),
        ("houses destroyed", "homes destroyed"),
        ("Exportação de café", "exportacao de cafe"),
    ],
)
def test_other_words_for_one_thing_share_a_key(left: str, right: str) -> None:
    """Inflection, order, synonyms, accents and small words are folded."""
    known = set(topics.words(left)) & set(topics.words(right))
    assert known
    assert topics.likeness(left, right) >= 65


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("confirmed cases", "suspected cases"),
        ("net profit", "gross profit"),
        ("artillery shells", "drones"),
        ("defence investment pledge", "defence industrial pledge"),
    ],
)
def test_another_modifier_is_another_topic(left: str, right: str) -> None:
    """A modifier that changes the thing keeps two topics apart."""
    assert topics.likeness(left, right) < 90


def test_a_topic_of_empty_words_keeps_them() -> None:
    """A topic never folds to nothing."""
    assert topics.words("the total") == ("the", "total")


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("shells", "shell"),
        ("allies", "ally"),
        ("boxes", "box"),
        ("gas", "gas"),
        ("glass", "glass"),
        ("planned", "plan"),
        ("ordered", "order"),
        ("killing", "kill"),
        ("housing", "hous"),
        ("houses", "hous"),
        ("red", "red"),
        ("string", "string"),
    ],
)
def test_stems_lose_their_inflection(word: str, stem: str) -> None:
    """Endings of number and tense fall, other endings stay."""
    assert topics.stem(word) == stem
