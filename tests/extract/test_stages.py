"""The tables of stages."""

from auditor.extract.events.stages import place, progress
from auditor.extract.words import inflected


def test_stages_of_a_track_are_ordered() -> None:
    """Later stages have higher numbers; exclusive ones share one."""
    preparing, decided, arrested, acquitted, convicted = map(
        place, ("preparing", "decided", "arrested", "acquitted", "convicted")
    )
    assert preparing is not None
    assert decided is not None
    assert arrested is not None
    assert preparing[0] == decided[0] != arrested[0]
    assert preparing[1] is not None
    assert decided[1] is not None
    assert preparing[1] < decided[1]
    assert acquitted == convicted


def test_an_unknown_stage_has_no_place() -> None:
    """A stage of no track cannot be compared."""
    assert place("imagined") is None


def test_every_intention_is_a_stage() -> None:
    """What a track says an intention means is one of its stages."""
    assert all(place(stage) for stage in progress().intents if stage)


def test_inflects() -> None:
    """Verb forms follow the spelling rules, and the irregular ones the table."""
    assert [word for _, word in inflected("deny")] == ["deny", "denies", "denied"]
    assert [word for _, word in inflected("pass")] == ["pass", "passes", "passed"]
    assert [word for _, word in inflected("approve")] == ["approve", "approves", "approved"]
    assert [word for _, word in inflected("give/gave/given")] == ["give", "gives", "gave", "given"]
