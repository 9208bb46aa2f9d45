"""Objections to editions: taken down, answered and told on their page; and editions of flights and silences, published beside them."""

import json
from pathlib import Path

from browser import LOOKS, PHONE, opened, text, wait
from contract import Contract
from test_flights import RULES, log_of, logged, silent
from test_visit_editions import kept, listed
from test_visits import DOSSIER, mocked, site

PAGE = "/objections?edition=1"
HOSTILE = "<img src=x onerror=alert(1)> \u202eit was the day after\nsecond line"
TEXTS = {
    "en": ("Objections to edition 1", "Taken down", "private", "public", "Objected", "Evidence", "The answer", "Upheld.", "This is public then"),
    "id": ("Keberatan terhadap edisi 1", "Tercatat", "tertutup", "terbuka", "Keberatan", "Bukti", "Jawaban", "Diterima.", "Ini lalu terbuka"),
}


def rules():
    import axe_playwright_python

    return next(Path(axe_playwright_python.__file__).parent.glob("*axe*.js")).read_text()


def seemly(page, script, name):
    """Nothing wider than the screen, nothing that axe finds."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name}: wider than the screen"
    page.evaluate(script)
    for fault in page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")["violations"]:
        raise AssertionError(f"{name}: {fault['id']}: {fault['nodes'][0]['html'][:200]}")


def objected(made, **more):
    """An objection that was taken down before."""
    book = made.editions.challenges.setdefault(1, [])
    book.append({"number": len(book) + 1, "sentence": "claim-8", "received": 1_750_310_000, "objection": HOSTILE, "evidence": "https://news.example/a?b=<c>", "outcome": "open", "told": False, **more})


def asked_here(page):
    wait(lambda: page.is_visible("#add-objection"), tell=lambda: text(page, "main"))


def test_objections_of_the_mock_are_as_described(_browser, base, mock):
    one = silent(mock)
    contract = Contract()
    with site() as (own, made):
        made_up = silent(type("Mock", (), {"site": made}))
        gap = log_of(own, made_up, type("Mock", (), {"site": made}))["gaps"][0]
        path = f"/api/v1/aircraft/{made_up.hex}/editions"
        at = gap["from"]["time"] + 30
        contract.ask(own, f"{path}/difference?kind=gap&at={at}")
        assert contract.ask(own, path, "POST", {"kind": "gap", "at": at, "note": {"en": "x"}})["id"] == gap["id"]
        assert contract.ask(own, f"{path}/difference?kind=gap&at={at}&lang=id")["since"]["subject"] == "gap"
        contract.ask(own, path, "POST", {"kind": "flight", "at": 1})
        assert [one["subject"] for one in contract.ask(own, f"/api/v1/editions?aircraft={made_up.hex}")["editions"]] == ["gap"]
        base_path = "/api/v1/editions/1/challenges"
        contract.ask(own, base_path, "POST", {"sentence": "claim-8", "objection": "no", "evidence": "x"})
        contract.ask(own, base_path, "POST", {"sentence": "claim-9", "objection": "no"})
        contract.ask(own, base_path + "/1", "PUT", {"outcome": "upheld", "answer": "yes", "told": True})
        assert contract.ask(own, base_path + "?lang=id")["challenges"][0]["told"] is True
        contract.ask(own, "/api/v1/editions/9/challenges")
    assert one


def test_objections_are_taken_down_answered_and_told_by_keyboard_in_both_languages(browser, base, mock):
    mocked(mock)
    for language, viewport in (("en", None), ("id", PHONE)):
        head, taken, private, public, *_, warning = TEXTS[language]
        with site() as (own, made), opened(browser, own, f"{DOSSIER}&lang={language}", viewport=viewport, touch=viewport is PHONE) as page:
            # From the visit's part "Editions" by its link.
            listed(page)
            page.focus("#edition-1 .to-write")
            page.keyboard.press("Enter")
            asked_here(page)
            if language != "en":
                # A link of the page leads to the language that was chosen, and here none was.
                page.goto(f"{own}{PAGE}&lang={language}")
                asked_here(page)
            assert text(page, "#title") == head and text(page, "#taken-title") == taken
            assert page.query_selector("#no-objections")
            page.focus("#add-objection")
            page.keyboard.press("Enter")
            wait(lambda: page.is_visible("#objection-form"))
            assert page.evaluate("document.activeElement.id") == "objection-find"
            assert len(page.query_selector_all("#objection-sentence option")) == 4
            # Nothing chosen, nothing written, too much written: said, and nothing sent.
            page.click("#objection-form-save")
            wait(lambda: text(page, "#objection-form-error"))
            page.fill("#objection-find", "stop pyongyang" if language == "en" else "persinggahan pyongyang")
            wait(lambda: len(page.query_selector_all("#objection-sentence option")) == 1)
            assert page.evaluate("document.querySelector('#objection-sentence').value") == "stop-2"
            assert "Pyongyang" in text(page, "#objection-chosen")
            page.fill("#objection-words", "\u00e9" * 2_001)
            page.click("#objection-form-save")
            wait(lambda: "4000" in text(page, "#objection-form-error"))
            page.fill("#objection-words", HOSTILE)
            page.fill("#objection-evidence", "javascript:alert(1)")
            page.focus("#objection-find")
            # Enter in the search sends nothing.
            page.keyboard.press("Enter")
            assert page.is_visible("#objection-form") and not made.editions.challenges.get(1)
            page.evaluate("document.querySelector('#objection-form-save').focus()")
            kept(page, f"objection-form-{language}")
            page.keyboard.press("Enter")
            wait(lambda: page.query_selector("#objection-1"), tell=lambda: text(page, "#objection-form-error"))
            entry = made.editions.challenges[1][0]
            assert (entry["sentence"], entry["objection"], entry["evidence"], entry["told"]) == ("stop-2", HOSTILE, "javascript:alert(1)", False), entry
            whole = text(page, "#objection-1")
            # What others wrote is text, in its lines, without marks that turn the order of letters around; only web addresses are links.
            assert "<img src=x onerror=alert(1)>" in whole and "\u202e" not in whole and not page.query_selector("#objection-1 img")
            assert not page.query_selector("#objection-1 a[href^='javascript']")
            assert private in text(page, "#objection-1 .chips")
            # Answered without telling it.
            page.focus("#answer-1")
            page.keyboard.press("Enter")
            wait(lambda: page.is_visible("#answer-form"))
            assert not page.is_visible("#answer-warning")
            page.click("#answer-form-save")
            wait(lambda: text(page, "#answer-form-error"))
            page.select_option("#answer-outcome", "partly")
            page.fill("#answer-words", "Put right.")
            page.click("#answer-form-save")
            wait(lambda: "Put right." in text(page, "#objection-1"))
            assert entry["outcome"] == "partly" and entry["told"] is False
            # Told only after it was said that this is public then.
            page.focus("#tell-1")
            page.keyboard.press("Enter")
            wait(lambda: warning in text(page, "#objection-1"))
            assert entry["told"] is False and page.evaluate("document.activeElement.id") == "tell-1-yes"
            page.keyboard.press("Enter")
            wait(lambda: public in text(page, "#objection-1 .chips"))
            assert entry["told"] is True
            wait(lambda: page.evaluate("document.activeElement.id") == "objection-1-title")
            # Answered anew: the form has what was answered, and says that it is public.
            page.click("#answer-1")
            wait(lambda: warning in text(page, "#answer-warning"))
            assert page.input_value("#answer-words") == "Put right." and page.input_value("#answer-outcome") == "partly"
            page.keyboard.press("Escape")
            wait(lambda: not page.query_selector("#answer-form"))
            assert page.evaluate("document.activeElement.id") == "answer-1"
            page.click("#hide-1")
            wait(lambda: private in text(page, "#objection-1 .chips"))
            assert entry["told"] is False


def test_objections_are_drawn_in_all_looks_and_what_the_site_refuses_is_said(browser, base, mock):
    mocked(mock)
    script = rules()
    for theme, language, viewport in LOOKS:
        with site() as (own, made):
            objected(made)
            objected(made, outcome="upheld", answer="Put right in edition 2.", answered=1_750_320_000, told=True, sentence="note-1")
            with opened(browser, own, f"{PAGE}&lang={language}", viewport=viewport, theme=theme, touch=viewport is PHONE) as page:
                asked_here(page)
                wait(lambda: page.query_selector("#objection-2"))
                whole = text(page, "main")
                for word in TEXTS[language][:-1]:
                    assert word in whole, (word, whole)
                assert page.get_attribute("#to-told", "href") == ("/editions/1/objections.html" if language == "en" else "/editions/1/objections-id.html")
                assert page.get_attribute("#objection-1 dt a", "href").endswith("#claim-8")
                assert page.get_attribute("#objection-1 dd a", "href") == "https://news.example/a?b=%3Cc%3E" and "noreferrer" in page.get_attribute("#objection-1 dd a", "rel")
                kept(page, f"objections-{language}-{theme}")
                seemly(page, script, f"{theme} {language}")
                page.click("#add-objection")
                wait(lambda: page.query_selector_all("#objection-sentence option"))
                page.select_option("#objection-sentence", "note-1")
                assert page.evaluate("document.querySelector('#objection-form').scrollWidth <= window.innerWidth")
                seemly(page, script, f"form {theme} {language}")
                page.keyboard.press("Escape")
                page.click("#answer-2")
                wait(lambda: page.is_visible("#answer-warning"))
                seemly(page, script, f"answer {theme} {language}")


def test_objections_that_are_not_told_are_seen_by_no_reader(browser, base, mock):
    mocked(mock)
    with site("--token", "t0ken") as (own, made):
        objected(made, objection="SECRET")
        for language in ("en", "id"):
            with opened(browser, own, f"{PAGE}&lang={language}") as page:
                wait(lambda: page.is_visible("#reading"))
                assert page.is_visible("#sign-in-link") and page.get_attribute("#to-told", "href").startswith("/editions/1/objections")
                assert not page.is_visible("#taken") and "SECRET" not in page.content()
                assert page.get_attribute("#sign-in-link", "href") == f"/sign-in#next=%2Fobjections%3Fedition%3D1%26lang%3D{language}"
            with opened(browser, own, f"{DOSSIER}&lang={language}") as page:
                listed(page)
                assert not page.query_selector(".to-write")
        with opened(browser, own, "/objections?lang=en") as page:
            wait(lambda: page.query_selector("#choice-place a"))
            assert page.get_attribute("#choice-place a", "href") == "/objections?edition=1"
        with opened(browser, own, "/objections?edition=77&lang=en") as page:
            wait(lambda: "no edition" in text(page, "#status"))


def part(page):
    """Waits for the part of editions; its text."""
    wait(lambda: page.query_selector("#editions-part #publish"), tell=lambda: text(page, "#detail"))
    return text(page, "#editions-part")


def test_objections_stand_beside_flights_and_silences_that_are_published_from_their_page(browser, base, mock):
    mocked(mock)
    script = rules()
    for theme, language, viewport in LOOKS:
        with site() as (own, made):
            holder = type("Mock", (), {"site": made})
            one = silent(holder)
            log = log_of(own, one, holder)
            leg = next(leg for leg in log["legs"] if leg["gaps"] and leg.get("landing"))
            gap = log["gaps"][leg["gaps"][0]]
            for kind, name in (("leg", leg["id"]), ("gap", gap["id"])):
                made.editions.notes.clear()
                with opened(browser, own, f"/flights?hex={one.hex}&{kind}={name}&lang={language}", viewport=viewport, theme=theme, touch=viewport is PHONE) as page:
                    logged(page)
                    assert ("Nothing has been published" if language == "en" else "Belum ada yang diterbitkan") in part(page)
                    page.focus("#publish")
                    page.keyboard.press("Enter")
                    wait(lambda: "12" in text(page, "#publish-preview"), tell=lambda: text(page, "#publish-form"))
                    assert not page.query_selector("#publish-note-en") and not page.query_selector("#publish-aircraft")
                    # Escape closes the form, and not what it stands over.
                    page.evaluate("document.querySelector('#publish-form-cancel').focus()")
                    page.keyboard.press("Escape")
                    wait(lambda: not page.query_selector("#publish-form"))
                    assert page.is_visible("#detail") and page.evaluate("document.activeElement.id") == "publish"
                    page.keyboard.press("Enter")
                    wait(lambda: "12" in text(page, "#publish-preview"))
                    seemly(page, script, f"{kind} form {theme} {language}")
                    page.evaluate("document.querySelector('#publish-form-save').focus()")
                    page.keyboard.press("Enter")
                    wait(lambda: page.query_selector("#edition-list"), tell=lambda: text(page, "#publish-form"))
                    sent = made.editions.notes[0]
                    assert sent["kind"] == ("flight" if kind == "leg" else "gap") and sent["realm"] == log["realm"] and "note" not in sent, sent
                    published = made.editions.all[-1]
                    assert published["visit"] == name, (published, name)
                    number = published["number"]
                    # What differs by now is said, and stands in the preview of the next one, which has a note.
                    wait(lambda: page.query_selector("#since-text"), tell=lambda: text(page, "#editions-part"))
                    assert ("3 sentences changed" if language == "en" else "3 kalimat berubah") in text(page, "#since-text")
                    assert page.get_attribute(f"#edition-{number} .to-write", "href") == f"/objections?edition={number}"
                    page.evaluate("document.getElementById('editions-title').scrollIntoView()")
                    kept(page, f"{kind}-editions-{language}-{theme}")
                    seemly(page, script, f"{kind} {theme} {language}")
                    page.click("#publish")
                    wait(lambda: len(page.query_selector_all("#publish-preview .edition-changes > li")) == 3)
                    page.fill("#publish-note-en", "The landing was wrong.")
                    page.click("#publish-form-save")
                    wait(lambda: page.query_selector(f"#edition-{number + 1}"))
                    assert made.editions.notes[1]["note"] == {"en": "The landing was wrong."}
                    # Another flight or silence has nothing of it.
                    page.evaluate("document.getElementById('detail-close').click()")
                    wait(lambda: not page.query_selector("#edition-list"))


def test_objections_and_editions_of_a_flight_for_who_reads_and_where_nothing_is_told(browser, base, mock):
    mocked(mock)
    with site("--token", "t0ken") as (own, made):
        holder = type("Mock", (), {"site": made})
        one = silent(holder)
        leg = next(leg for leg in log_of(own, one, holder)["legs"] if leg.get("landing"))
        link = f"/flights?hex={one.hex}&leg={leg['id']}&lang=en"
        with opened(browser, own, link) as page:
            logged(page)
            wait(lambda: page.query_selector("#detail-title"))
            page.wait_for_timeout(500)
            # Readers are told of editions where there are any, and nothing else.
            assert text(page, "#editions-part") == ""
        made.editions.put(leg["id"], 1_750_250_000, kind="flight", aircraft=False)
        with opened(browser, own, link) as page:
            logged(page)
            wait(lambda: page.query_selector("#since-text"), tell=lambda: text(page, "#editions-part"))
            assert "3 sentences changed" in text(page, "#since-text") and not page.query_selector("#publish") and not page.query_selector(".to-write")
    with site() as (own, made):
        made.editions.trouble = (404, "no-flight")
        with opened(browser, own, link) as page:
            logged(page)
            part(page)
            page.click("#publish")
            wait(lambda: "Strangers are told of nothing" in text(page, "#publish-trouble"))


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
