"""Numbers and enumerations as sentences have them."""

from auditor.wording.words import enumeration, several, spelled


def test_words_for_numbers() -> None:
    """Small numbers in letters, lists with one and."""
    assert [spelled(number) for number in (0, 1, 12, 13, 1300)] == ["no", "one", "twelve", "13", "1,300"]
    assert several(1, "story", "stories") == "1 story"
    assert several(1200, "claim") == "1,200 claims"
    assert [enumeration(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
