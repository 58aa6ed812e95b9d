"""Only addresses that lead to a site, and show where, are linked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.report.links import href, linked


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/relative",
        "https://",
        "https:///path",
        "https://trusted.example@evil.example/",
        "https://exa\u202emple.example/",
        "https://a.example/\x00",
        'https://a.example/"onmouseover="alert(1)',
        "https://a.example/<script>",
        "https://[broken/",
        "https://a.example\\@evil.example",
        "https://a.example/" + "x" * 3000,
        "",
        None,
    ],
)
def test_other_addresses_are_no_links(url: str | None) -> None:
    """They are shown as text."""
    assert href(url) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2023/09/30/x?y=1&z=%20#top", "https://a.example/2023/09/30/x?y=1&z=%20#top"),
        ("HTTP://A.example:8080/", "HTTP://A.example:8080/"),
        ("https://a.example/grün", "https://a.example/gr%C3%BCn"),
    ],
)
def test_addresses_of_sites_are_links(url: str, expected: str) -> None:
    """In ASCII, with nothing escaped twice."""
    assert href(url) == expected


def test_addresses_in_a_citation_are_found() -> None:
    """The point that ends the sentence is not part of the address."""
    runs = linked("Register, https://a.example/x?y=1, seen in May (http://b.example/).")
    assert [run.text for run in runs if run.href] == ["https://a.example/x?y=1", "http://b.example/"]
    assert "".join(run.text for run in runs) == "Register, https://a.example/x?y=1, seen in May (http://b.example/)."


@given(st.text() | st.text().map("https://".__add__))
def test_a_link_is_plain_ascii(url: str) -> None:
    """Nothing in an address can end the attribute it stands in."""
    address = href(url)
    assert address is None or (
        address.isascii() and not set(address) & set("\"'<>` \n") and address[:4].lower() == "http"
    )
