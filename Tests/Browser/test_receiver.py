"""What a receiver hears: the page with the mock, and with the built program on simulated samples. Needs the program's path in PELACAK for the second."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from browser import DESKTOP, LOOKS, PHONE, Skip, opened, text, unfold, wait
from contract import Contract
from test_program import PROGRAM, served
from test_visits import mocked, site

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def drawn(page):
    """Waits until the pictures stand there."""
    wait(lambda: page.query_selector("#messages svg .pillar") and page.query_selector("#slots"))


def figure(page, name):
    return text(page, f'[data-figure="{name}"]')


def test_receiver_of_the_mock_is_as_described(_browser, base, mock):
    mocked(mock)
    contract = Contract()
    for target in ("roof/reception", "roof/reception?span=day", "club/reception", "hill/reception?span=day", "none/reception", "roof/reception?span=week"):
        contract.ask(base, f"/api/v1/sources/{target}")


def test_receiver_is_led_to_from_its_source(browser, base, mock):
    mocked(mock)
    with opened(browser, base, "/sources?lang=en") as page:
        wait(lambda: page.query_selector('[data-id="roof"] .reception'))
        # Who is polled hears nothing.
        assert not page.query_selector('[data-id="north"] .reception')
        page.click('[data-id="roof"] .reception')
        drawn(page)
        assert page.evaluate("location.pathname + location.search") == "/receiver?source=roof"
        assert page.input_value("#source") == "roof" and page.is_checked("#span-hour")


def test_receiver_shows_hour_and_day_and_says_the_same_in_tables(browser, base, mock):
    mocked(mock)
    with opened(browser, base, "/receiver?source=roof&lang=en") as page:
        drawn(page)
        assert "SIMULATED" in text(page, "#made-up")
        stamps = page.eval_on_selector_all("svg .stamp", "all => all.map((one) => one.textContent)")
        assert len(stamps) == len(page.query_selector_all(".chart svg")) and set(stamps) == {"SIMULATED"}
        for name in ("messages", "aircraft", "positioned", "farthest", "repaired", "refused", "dropped", "noise", "gain", "lost", "clipped"):
            assert any(letter.isdigit() for letter in figure(page, name)), f"{name}: {figure(page, name)}"
        assert "ADS-B 60.0" in text(page, "#messages .kinds")
        for chart in page.query_selector_all(".chart svg"):
            marks = chart.eval_on_selector_all(".tick.end", "all => all.filter((one) => one.getAttribute('x') === '-6').map((one) => one.textContent)")
            assert len(marks) == len(set(marks)), marks
        # Five minutes in which it was not open are told apart from minutes without messages.
        assert len(page.query_selector_all("#messages .pillar")) == 55 and len(page.query_selector_all("#messages .closed")) == 5
        unfold(page, "main")
        assert len(page.query_selector_all("#slots tbody tr")) == 55
        assert len(page.query_selector_all("#range-table tbody tr")) == 36 and "200\u2013210\u00b0 unknown unknown" in " ".join(text(page, "#range-table").split())
        assert len(page.query_selector_all("#levels-table tbody tr")) > 20
        for picture in page.query_selector_all(".chart svg"):
            assert picture.get_attribute("role") == "img" and len(picture.get_attribute("aria-label")) > 20
        page.check("#span-day")
        wait(lambda: "quarter of an hour" in text(page, "#now-title"))
        wait(lambda: len(page.query_selector_all("#messages .pillar")) == 91)
        assert "span=day" in page.evaluate("location.search")
        page.go_back()
        wait(lambda: "minute" in text(page, "#now-title") and page.is_checked("#span-hour"))
        # What was opened stays so while the figures go on.
        before = text(page, "#slots tbody tr")
        wait(lambda: text(page, "#slots tbody tr") != before, timeout=90)
        assert page.evaluate("document.querySelector('#slots').open")


def test_receiver_follows_language_units_and_time(browser, base, mock):
    mocked(mock)
    with opened(browser, base, "/receiver?source=roof&lang=id&units=metric") as page:
        drawn(page)
        assert "SIMULASI" in text(page, "#made-up") and "km" in text(page, "#range .summary")
        page.click("#tool-units")
        wait(lambda: "NM" in text(page, "#range .summary") or "mil" in text(page, "#range .summary"))
        page.click("#tool-language")
        wait(lambda: "The farthest aircraft" in text(page, "#range .summary") and "SIMULATED" in text(page, "#made-up"))
        page.keyboard.press("Tab")
        page.focus("#span-hour")
        page.keyboard.press("ArrowRight")
        wait(lambda: page.is_checked("#span-day") and "quarter" in text(page, "#now-title"))


def test_receiver_says_why_it_shows_nothing(browser, base, mock):
    mocked(mock)
    with opened(browser, base, "/receiver?source=hill&lang=en") as page:
        wait(lambda: "Nothing was received" in text(page, "#nothing"))
    with opened(browser, base, "/receiver?source=gone&lang=en") as page:
        wait(lambda: "no source named gone" in text(page, "#unknown"))
        page.select_option("#source", "club")
        drawn(page)
        assert "place is not given" in text(page, "#range") and not page.query_selector("#noise")
    with opened(browser, base, "/receiver?source=north&lang=en") as page:
        wait(lambda: page.query_selector("#unknown"))
    with site("--no-coverage") as (own, _), opened(browser, own, "/receiver?lang=en") as page:
        wait(lambda: "operator alone" in text(page, "#withheld"))
        assert not page.query_selector(".chart") and not page.query_selector("#withheld a")
    with site("--no-coverage", "--token", "secret") as (own, _), opened(browser, own, "/receiver?lang=id") as page:
        wait(lambda: page.query_selector("#withheld a"))
        assert page.get_attribute("#withheld a", "href") == "/sign-in#next=%2Freceiver%3Flang%3Did"
    with site("--real") as (own, _), opened(browser, own, "/receiver?source=club&lang=en") as page:
        wait(lambda: "hidden from everybody" in text(page, "#uncounted"))
        assert not page.query_selector("#messages") and "SIMULATED" not in text(page, "main")


def test_receiver_takes_hostile_names_as_text(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        name = '<img src=x onerror=alert(1)>\u202e & "roof"'
        made.sources.append(made.source(name, "beast+tcp://127.0.0.1:30009", "beast", "connected", True))
        with opened(browser, own, "/receiver?lang=en") as page:
            drawn(page)
            page.select_option("#source", name)
            wait(lambda: "onerror" in text(page, "#made-up"))
            assert not page.query_selector("main img") and "\u202e" not in text(page, "#made-up")
            page.reload()
            wait(lambda: "onerror" in text(page, "#made-up"))


def test_receiver_fits_a_phone_and_axe_finds_nothing(browser, base, mock):
    import axe_playwright_python

    mocked(mock)
    script = next(Path(axe_playwright_python.__file__).parent.glob("*axe*.js")).read_text()
    for path in ("/receiver?source=roof", "/receiver?source=club&span=day"):
        for theme, language, size in (*LOOKS, ("dark", "id", {"width": 320, "height": 640})):
            with opened(browser, base, f"{path}&lang={language}&theme={theme}", viewport=size, theme=theme) as page:
                drawn(page)
                unfold(page, "main")
                look = f"{path} {theme} {language} {size['width']}"
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert wide <= 0, f"{look}: {wide} px too wide"
                page.evaluate(script)
                faults = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")["violations"]
                assert not faults, f"{look}: {[(fault['id'], fault['nodes'][0]['html'][:200]) for fault in faults]}"
                if size["width"] <= PHONE["width"]:
                    small = page.evaluate("[...document.querySelectorAll('main select, main summary, .choice label')].filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 80))")
                    assert not small, f"{look}: {small}"


def test_receiver_program_on_simulated_samples(browser, _base, _mock):
    if not os.access(PROGRAM, os.X_OK):
        raise Skip("needs the built program in PELACAK")
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "made.uc8")
        subprocess.run([PROGRAM, "simulate", "traffic?aircraft=60", "--seconds", "12", "--output", "uc8", "--out", file], check=True, timeout=200, stderr=subprocess.DEVNULL)
        with served("--source", f"file:{file}?pace=max&name=made") as address:
            for theme, language, size in (("dark", "en", DESKTOP), ("light", "id", PHONE)):
                with opened(browser, address, f"/receiver?lang={language}&theme={theme}", viewport=size, theme=theme) as page:
                    wait(lambda: page.query_selector("#messages svg .pillar") and page.query_selector("#noise .line"))
                    assert ("SIMULATED" if language == "en" else "SIMULASI") in text(page, "#made-up")
                    assert page.input_value("#source") == "made"
                    assert any(letter.isdigit() for letter in figure(page, "messages")) and "dBFS" in figure(page, "noise")
                    # Heard all over the world, so that no one receiver could have: without a place no range is told.
                    assert page.query_selector("#levels svg .pillar") and not page.query_selector("#range svg .sector")


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
