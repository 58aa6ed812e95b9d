"""How editors know the sources of some stories."""

from auditor.wording.names import names


def test_a_source_is_known_by_what_tells_it_apart() -> None:
    """Its publisher; where that has several in the story, the day too; where it has several that day, the id."""
    assert names(
        [
            ("a", "s", "The Post (archive)", "2024-05-03"),
            ("b", "s", "Radio Nord", "2024-05-03"),
            ("c", "s", "Radio Nord", "2024-05-04"),
            ("s/d", "s", "The Echo", "2024-05-04"),
            ("e", "s", "The Echo", "2024-05-04"),
            ("f", "s", None, "2024-05-04"),
            ("g", "t", "The Echo", None),
        ]
    ) == {
        "a": "The Post",
        "b": "Radio Nord, 3 May 2024",
        "c": "Radio Nord, 4 May 2024",
        "s/d": "d",
        "e": "e",
        "f": "f",
        "g": "The Echo",
    }
