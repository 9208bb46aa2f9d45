"""Editions on the page of a visit: what was published, how the visit differs by now, publishing it; and editions as the program serves them."""

import json
import os
import urllib.error
import urllib.request
from pathlib import Path

from browser import LOOKS, PHONE, opened, text, wait
from contract import Contract
from test_flights import RULES
from test_program import served
from test_visit_program import STORY
from test_visits import DOSSIER, DRAFT, mocked, shown, site

EXPECTED = {
    "en": ("Edition 1", "Since edition 1: 3 sentences changed.", "Published", "Now", "narrowed by claim 8", "checked on 4 real visits", "Show 3 changes", "Objections"),
    "id": ("Edisi 1", "Sejak edisi 1: 3 kalimat berubah.", "Diterbitkan", "Kini", "dipersempit oleh klaim 8", "diperiksa pada 4 kunjungan nyata", "Tampilkan 3 perubahan", "Keberatan"),
}


def listed(page):
    shown(page)
    wait(lambda: page.query_selector("#since-text"), tell=lambda: text(page, "#editions"))


def kept(page, name):
    """Keeps a picture of the page where they are asked for."""
    folder = os.environ.get("PELACAK_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder, f"{name}.png")))


def test_editions_of_the_mock_are_as_described(_browser, base, mock):
    mocked(mock)
    contract = Contract()
    with site() as (own, made):
        for path in ("/api/v1/editions", "/api/v1/editions?visit=v1&lang=id", "/api/v1/visits/v2/editions/difference?lang=id", "/api/v1/visits/v1/editions/difference?aircraft=0&realm=simulated", "/api/v1/visits/v2/candidates"):
            contract.ask(own, path)
        contract.ask(own, "/api/v1/visits/v2/editions", "POST", {"note": {"en": "x"}, "realm": "simulated"})
        assert contract.ask(own, "/api/v1/editions?visit=v2")["editions"][1]["earlier"] == 1
        made.editions.trouble = (409, "nothing-to-compare")
        contract.ask(own, "/api/v1/visits/v1/editions", "POST", {})


def test_editions_stand_on_the_page_with_what_differs_in_both_languages(browser, base, mock):
    mocked(mock)
    import axe_playwright_python

    script = next(Path(axe_playwright_python.__file__).parent.glob("*axe*.js")).read_text()
    # A reader: nothing of it needs a right.
    with site("--token", "t0ken") as (own, _):
        for theme, language, viewport in LOOKS:
            with opened(browser, own, f"{DOSSIER}&lang={language}", viewport=viewport, theme=theme, touch=viewport is PHONE) as page:
                listed(page)
                assert page.get_attribute("#edition-1 a", "href") == ("/editions/1/" if language == "en" else "/editions/1/id.html")
                assert not page.query_selector("#publish")
                page.focus("#since-changes summary")
                page.keyboard.press("Enter")
                wait(lambda: page.is_visible(".edition-changes"))
                whole = text(page, "#editions") + text(page, "#candidates")
                for phrase in EXPECTED[language]:
                    assert phrase in whole, (phrase, whole)
                # Each change says what it was and what it is; a new one and one that is gone, one of them.
                assert [len(one.query_selector_all("dt")) for one in page.query_selector_all(".edition-changes > li")] == [2, 1, 1]
                assert page.query_selector("#nav a[href='#editions-title']")
                assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than the screen"
                page.evaluate("document.getElementById('editions-title').scrollIntoView()")
                kept(page, f"editions-{language}-{theme}")
                page.evaluate(script)
                for fault in page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")["violations"]:
                    raise AssertionError(f"{theme} {language}: {fault['id']}: {fault['nodes'][0]['html'][:200]}")


def test_editions_are_published_by_keyboard_with_a_preview_and_notes(browser, base, mock):
    mocked(mock)
    for language, viewport in (("en", None), ("id", PHONE)):
        with site() as (own, made), opened(browser, own, f"{DOSSIER}&lang={language}", viewport=viewport, touch=viewport is PHONE) as page:
            listed(page)
            page.focus("#publish")
            page.keyboard.press("Enter")
            wait(lambda: "41" in text(page, "#publish-preview"))
            assert len(page.query_selector_all("#publish-preview .edition-changes > li")) == 3
            assert not page.query_selector("#publish-private")
            page.evaluate("document.querySelector('#publish-aircraft').focus()")
            page.keyboard.press("Space")
            wait(lambda: "17" in text(page, "#publish-preview"))
            # What readers of the other language would not understand is asked for.
            page.fill("#publish-note-id", "Persinggahan kedua keliru.")
            page.click("#publish-form-save")
            wait(lambda: text(page, "#publish-form-error"))
            page.fill("#publish-note-en", "The second stop was wrong.")
            kept(page, f"publish-{language}")
            assert page.evaluate("document.querySelector('#publish-form').scrollWidth <= window.innerWidth")
            page.click("#publish-form-save")
            wait(lambda: page.query_selector("#edition-2"))
            assert made.editions.notes == [{"aircraft": False, "note": {"en": "The second stop was wrong.", "id": "Persinggahan kedua keliru."}}], made.editions.notes
            wait(lambda: page.query_selector("#since-text.good-line"))
            assert ("Every sentence" if language == "en" else "Setiap kalimat") in text(page, "#since-text")
            assert not page.query_selector("#publish-form")


def test_editions_of_a_draft_say_that_it_is_private_and_why_it_cannot_be_compared(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        made.editions.trouble = (409, "nothing-to-compare")
        for language, words in (("en", ("Nothing has been published", "private", "cannot be compared")), ("id", ("Belum ada yang diterbitkan", "pribadi", "tidak dapat dibandingkan"))):
            with opened(browser, own, f"{DRAFT}&lang={language}") as page:
                shown(page)
                wait(lambda: page.is_visible("#no-editions"))
                page.click("#publish")
                wait(lambda: page.query_selector("#publish-trouble"))
                whole = text(page, "#editions") + text(page, "#publish-form")
                for word in words:
                    assert word in whole, word
                # Of a first edition nothing is corrected.
                assert not page.query_selector("#publish-note-en")
                page.keyboard.press("Escape")
                wait(lambda: not page.query_selector("#publish-form"))
                assert page.evaluate("document.activeElement.id") == "publish"


def test_editions_of_the_simulated_sky_are_published_and_served(browser, _base, _mock):
    contract = Contract()
    with served("--source", "simulate:state-visit?pace=300") as address:
        body = {"text": STORY, "published": "2024-06-17T12:00+03:00"}
        visit = contract.ask(address, "/api/v1/visits", "POST", body)
        act = {"after": visit["version"], "acts": [{"kind": "setTitle", "title": "A <b>visit</b>"}, {"kind": "confirmAll"}, {"kind": "setStatus", "status": "confirmed"}, {"kind": "setPublic", "public": True}]}
        contract.ask(address, f"/api/v1/visits/{visit['id']}/changes", "POST", act)
        with opened(browser, address, f"/visit?id={visit['id']}&lang=en") as page:
            shown(page)
            wait(lambda: page.query_selector("#publish"))
            page.click("#publish")
            wait(lambda: page.is_visible("#publish-preview p") and "sentences" in text(page, "#publish-preview") or page.query_selector("#publish-trouble"), timeout=120)
            if page.query_selector("#publish-trouble"):
                page.uncheck("#publish-aircraft")
                wait(lambda: "sentences" in text(page, "#publish-preview"))
            assert "SIMULATED" in text(page, "#publish-preview")
            page.click("#publish-form-save")
            wait(lambda: page.query_selector("#edition-1"), tell=lambda: text(page, "#publish-form"))
            assert "SIMULATED" in text(page, "#edition-1")
        for theme, language, viewport in LOOKS:
            with opened(browser, address, f"/editions/?lang={language}", viewport=viewport, theme=theme) as page:
                assert page.get_attribute("html", "lang") == language
                kept(page, f"list-{language}-{theme}")
                page.click("#edition-1 a")
                wait(lambda: page.query_selector(".simulated"))
                assert text(page, ".simulated").startswith("SIMULATED" if language == "en" else "SIMULASI")
                # The policy of the server lets the page have its own style.
                ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
                assert ground == ("rgb(15, 20, 26)" if theme == "dark" else "rgb(255, 255, 255)"), ground
                assert "<b>visit</b>" in page.title() and not page.query_selector("h1 b")
                kept(page, f"edition-{language}-{theme}")
                page.goto(address + "/editions/1/" + ("objections.html" if language == "en" else "objections-id.html"))
                assert page.query_selector("h1")
        editions = contract.ask(address, f"/api/v1/editions?visit={visit['id']}")["editions"]
        assert [one["world"] for one in editions] == ["simulated"]
        difference = contract.ask(address, f"/api/v1/visits/{visit['id']}/editions/difference?aircraft=0&lang=id")
        assert difference["since"]["number"] == 1
        for path in ("/editions/last", "/editions/1/../last", "/editions/challenges-1.jsonl", "/editions/01/", "/editions/1/notes.txt", "/editions/2/"):
            try:
                urllib.request.urlopen(address + path)
            except urllib.error.HTTPError as error:
                assert error.code in (400, 404), path
            else:
                raise AssertionError(f"{path} is answered")


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
