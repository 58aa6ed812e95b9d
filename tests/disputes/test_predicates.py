"""What a text asserts, and what it negates."""

import pytest

from auditor.disputes.predicates import asserted, denied


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bank did not deny the loss.", [("did not deny", "deny")]),
        ("The mayor hasn't signed the order.", [("hasn't signed", "sign")]),
        ("They have never offered repayment to the families.", [("have never offered", "offer")]),
        ("The union failed to give notice.", [("failed to give", "give")]),
        ("Nobody was injured in the blaze.", [("Nobody was injured", "injure")]),
        ("None of the passengers were injured.", [("None of the passengers were injured", "injure")]),
        ("No restriction on fishing was in force.", [("No restriction", "ban")]),
        ("The mayor did not make a long concession speech.", [("did not make a long concession", "admit")]),
        ("The mayor has no intention of signing the order.", [("no intention of signing", "sign")]),
        ("The mayor fears that the bank did not pay.", []),
        ("If the bank did not pay, the yard would close.", []),
        ("The mayor does not know.", []),
        ("The mayor did not only sign the order, he wrote it.", []),
        ("The mayor signed the order.", []),
    ],
)
def test_what_is_negated(text: str, told: list[tuple[str, str]]) -> None:
    """A verb with what negates it, unless it is left open or tells nothing."""
    assert [(text[one.start : one.end], one.verb) for one in denied(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor signed the order.", ["signed"]),
        ("The order has since been signed.", ["has since been signed"]),
        ("The mayor will sign the order.", ["will sign"]),
        ("The mayor is signing the order.", ["is signing"]),
        ("The mayor did not sign the order.", []),
        ("The mayor wants to sign the order.", []),
        ("The mayor could sign the order.", []),
        ("The signed order lay on the table.", []),
        ("She wrote of signed orders.", []),
        ("The mayor signed neither of the orders.", []),
        ("The mayor signed with no doubt left.", []),
    ],
)
def test_what_is_asserted(text: str, told: list[str]) -> None:
    """A verb of the past, of the future or of what is going on."""
    assert [text[one.start : one.end] for one in asserted(text, {"sign"})] == told


def test_a_noun_with_a_light_verb_is_a_deed() -> None:
    """What is placed where a restriction is placed is a ban."""
    text = "The council placed a new restriction on fishing."
    assert [text[one.start : one.end] for one in asserted(text, {"ban"})] == ["placed a new restriction"]


def test_an_opposite_is_a_denial() -> None:
    """Who leaves does not stay."""
    (one,) = asserted("The manager will leave the yard.", {"leave"})
    turned = one.turned()
    assert turned is not None
    assert (turned.verb, turned.negated) == ("stay", True)
    (one,) = asserted("The manager will stay at the yard.", {"stay"})
    assert one.turned() is None
