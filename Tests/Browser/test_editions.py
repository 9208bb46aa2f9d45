"""Editions opened from the disk: complete without a network, in both languages and themes, every anchor resolved. Needs the program's path in PELACAK."""

import json
import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from browser import LOOKS, PHONE, Skip, text
from test_program import PROGRAM

STORY = Path(__file__).parent.parent / "TestSupport/Vectors/state-visit-story.json"
ASSETS = Path(__file__).parent.parent.parent / "Assets"
#: What is removed when the process ends.
KEPT = []


def asked(data, *arguments):
    """What a command says, in a data folder."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PELACAK_")} | {"PELACAK_ASSETS": str(ASSETS)}
    return subprocess.run([PROGRAM, *arguments, "--data", data], capture_output=True, text=True, timeout=120, check=True, env=environment).stdout


@cache
def published():
    """Two editions of a visit that was drafted from a story, made once for all tests; the folder with both, gone with the process."""
    if not os.access(PROGRAM, os.X_OK):
        raise Skip("needs the built program in PELACAK")
    if not (ASSETS / "places.tsv.gz").exists():
        raise Skip("needs Assets/places.tsv.gz")
    story = json.loads(STORY.read_text())[0]
    folder = tempfile.TemporaryDirectory()
    KEPT.append(folder)
    data = folder.name
    first, second = Path(data, "story.txt"), Path(data, "more.txt")
    first.write_text(story["text"] + "\n<script>document.title = 'run'</script>")
    second.write_text("HANOI, 19 June 2024 - The president left Hanoi on Thursday morning, the news agency said.")
    name = asked(data, "visit", "add", str(first), "--published", story["published"], "--address", "https://news.example/story", "--title", "A <b>story</b>").strip()
    asked(data, "edition", "publish", name, "--no-aircraft", "--realm", "simulated")
    asked(data, "visit", "add", str(second), "--to", name, "--published", "2024-06-20T08:00+07:00")
    asked(data, "edition", "publish", name, "--no-aircraft", "--realm", "simulated", "--note", "A second report came in.")
    return Path(data, "editions")


def test_an_edition_from_the_disk_is_complete_and_asks_for_nothing(browser, _base, _mock):
    editions = published()
    for theme, language, size in LOOKS:
        context = browser.new_context(viewport=size, color_scheme=theme, offline=True)
        page, asked_for, errors = context.new_page(), [], []
        page.on("request", lambda request: asked_for.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        address = (editions / "2" / ("index.html" if language == "en" else "id.html")).as_uri()
        page.goto(address)
        # The page itself, and nothing that it would need.
        assert asked_for == [address], asked_for
        assert not errors, errors
        assert page.get_attribute("html", "lang") == language
        label = "SIMULATED" if language == "en" else "SIMULASI"
        assert page.title().startswith(label), page.title()
        assert text(page, ".simulated").startswith(label) and page.locator(".simulated").count() == 2
        assert page.locator("svg .mark-world").text_content() == label
        if (ASSETS / "outline.txt").exists():
            # Coasts below the way, in the page itself; their source told in its language.
            assert page.locator("svg path.coast").count() == 1
            assert ("public domain" if language == "en" else "domain publik") in text(page, "figcaption")
            coast, way = page.evaluate("['.coast', '.way'].map(name => getComputedStyle(document.querySelector(name)).stroke)")
            assert coast != way and coast != "none", (coast, way)
        assert page.locator("script, img, iframe, link, object, form").count() == 0
        colours = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
        assert colours[0] == ("rgb(15, 20, 26)" if theme == "dark" else "rgb(255, 255, 255)"), colours
        # Nothing is wider than the narrowest screen.
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the screen"
        context.close()


def test_every_sentence_of_an_edition_has_an_anchor_that_resolves(browser, _base, _mock):
    editions = published()
    for number in ("1", "2"):
        edition = json.loads((editions / number / "edition.json").read_text())
        anchors = [sentence["anchor"] for section in edition["sections"] for sentence in section["sentences"]]
        assert len(anchors) > 10, anchors
        context = browser.new_context(offline=True, viewport=PHONE)
        page = context.new_page()
        for name in ("index.html", "id.html"):
            page.goto((editions / number / name).as_uri())
            ids = page.eval_on_selector_all("[id]", "all => all.map((one) => one.id)")
            assert len(ids) == len(set(ids)), "an anchor stands twice"
            assert not set(anchors) - set(ids), set(anchors) - set(ids)
            links = page.eval_on_selector_all("a[href^='#']", "all => all.map((one) => one.getAttribute('href').slice(1))")
            assert not set(links) - set(ids), set(links) - set(ids)
            # The sentence that an address names is shown and marked.
            page.goto((editions / number / name).as_uri() + "#" + anchors[-1])
            assert page.locator(":target").get_attribute("id") == anchors[-1]
            box = page.locator(":target").bounding_box()
            # A browser scrolls by parts of a pixel: a picture above may end within one.
            assert -1 < box["y"] < PHONE["height"], box
        other = page.locator("header a[lang]")
        assert (editions / number / other.get_attribute("href")).exists()
        context.close()


def test_an_edition_tells_its_corrections_and_prints_without_what_paper_cannot_follow(browser, _base, _mock):
    editions = published()
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((editions / "2" / "index.html").as_uri())
    corrections = page.locator("section[aria-labelledby=corrections]")
    assert "A second report came in." in corrections.text_content()
    assert corrections.locator("li").count() > 0
    page.goto((editions / "1" / "index.html").as_uri())
    assert page.locator("section[aria-labelledby=corrections]").count() == 0
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.is_visible("nav") and page.is_visible("h1") and page.is_visible(".simulated >> nth=0")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.pdf()[:5] == b"%PDF-"
    context.close()


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
