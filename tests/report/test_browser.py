"""The page in a real browser: nothing runs, nothing loads, everything fits and can be seen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from auditor.report.html import render
from browsing import Watched
from report.ferry import EMPTY, REPORT

SIZES = [(1280, 900), (768, 1024), (360, 740)]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the ferry's page lies."""
    path = tmp_path_factory.mktemp("report") / "ferry.html"
    path.write_text(render(REPORT), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_runs_nothing_loads_and_nothing_scrolls_sideways(
    browser: Browser, address: str, size: tuple[int, int], scheme: str
) -> None:
    """At every width, by day and by night, with every list opened."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context, address)
    page = watched.page
    page.evaluate("document.querySelectorAll('details').forEach(list => { list.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.locator("script, img, iframe, object, [style]").count() == 0
    assert (watched.dialogs, watched.console, watched.requests) == ([], [], [address])
    context.close()


def test_the_marks_can_be_seen_and_read(browser: Browser, address: str) -> None:
    """Each claim that a finding shows is marked, in a colour of its own."""
    context = browser.new_context()
    page = Watched(context, address).page
    marks = page.locator("main > .group mark")
    assert marks.count() > 15
    assert all(mark.is_visible() for mark in marks.all())
    assert marks.first.evaluate("mark => getComputedStyle(mark).backgroundColor") == "rgb(255, 229, 138)"
    context.close()


CONTRAST = """() => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => colour.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
  };
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(`${element.tagName} ${element.className} ${ratio.toFixed(2)}`);
  }
  return [...new Set(low)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(browser: Browser, address: str, scheme: str) -> None:
    """4.5 to 1, as WCAG asks at level AA."""
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = Watched(context, address).page
    assert page.evaluate(CONTRAST) == []
    context.close()


def test_the_filter_works_without_scripts(browser: Browser, address: str) -> None:
    """With scripts switched off, a severity can be chosen, and a jump to a finding that is filtered out shows it."""
    context = browser.new_context(java_script_enabled=False)
    page = Watched(context, address).page
    assert page.locator("section.group:visible").count() == 3
    page.get_by_role("radio", name="Warnings").check()
    assert page.locator("section.group:visible").count() == 1
    page.locator("nav").get_by_text("The displayed date and the date in the address").click()
    assert page.locator("#f-1a2b3c").is_visible()
    context.close()


def test_the_skip_link_is_the_first_stop(browser: Browser, address: str) -> None:
    """Who steers by keyboard sees it and gets past the contents."""
    context = browser.new_context()
    page = Watched(context, address).page
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    context.close()


def test_paper_shows_everything_but_the_navigation(browser: Browser, address: str) -> None:
    """Closed lists are opened, the contents and the filter are gone, the colours are those of the day."""
    context = browser.new_context(color_scheme="dark")
    page = Watched(context, address).page
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator(".filter").is_visible()
    assert page.locator(".sheet td").first.bounding_box()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".card").first.evaluate("card => getComputedStyle(card).breakInside") == "avoid"
    context.close()


def test_an_empty_audit_has_a_page(browser: Browser, tmp_path: Path) -> None:
    """It says that nothing could be read."""
    path = tmp_path / "empty.html"
    path.write_text(render(EMPTY), encoding="utf-8")
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = Watched(context, path.as_uri()).page
    assert re.match("Nothing could be read", page.locator("h1").inner_text())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
