"""Airports and cities in the search field: behind what the page knows itself, in both languages, without flicker."""

import json

from browser import PHONE, Skip, opened, ready, state, text, wait
from contract import Contract
from test_history import get


def available(base):
    if not get(base, "/api/v1/places?q=jakarta")["isAvailable"]:
        raise Skip("this site has no list of places")


def rows(page):
    return [one.inner_text().replace("\n", " ") for one in page.query_selector_all("#search-results li[role=option]:not(.none)")]


def fulfilling(status, body):
    return lambda route: route.fulfill(status=status, body=body)


def view(page):
    now = state(page)
    return float(now.get("lat", 99)), float(now.get("lon", 999)), float(now.get("z", 0))


def test_places_of_the_mock_are_as_described(_browser, base, mock):
    if mock is None:
        raise Skip("the program's answers are held against the document by other tests")
    contract = Contract()
    for query in ("q=jakarta", "q=CGK&lang=id", "q=zzz", "lang=en"):
        contract.ask(base, f"/api/v1/places?{query}")


def test_places_are_found_in_both_languages_and_lead_there(browser, base, _mock):
    available(base)
    for language, typed, shown in (("en", "mosc", "Moscow"), ("id", "moskwa", "Moskwa"), ("en", "batav", "Jakarta"), ("id", "jakarta", "Jakarta")):
        with opened(browser, base, f"/#lang={language}") as page:
            ready(page)
            page.fill("#search", typed)
            wait(lambda: any(one.startswith(shown) for one in rows(page)))
    with opened(browser, base, "/#lang=en") as page:
        ready(page)
        page.fill("#search", "cgk")
        wait(lambda: any("WIII" in one and "Indonesia" in one for one in rows(page)))
        page.keyboard.press("Enter")
        wait(lambda: abs(view(page)[0] + 6.1) < 0.2 and abs(view(page)[1] - 106.7) < 0.2 and view(page)[2] > 10, timeout=20)
        assert not page.is_visible("#search-results")


def test_places_stand_behind_aircraft_and_move_nothing(browser, base, mock):
    if mock is None:
        raise Skip("the mock alone answers as slowly as is asked")
    one = next(one for one in get(base, "/api/v1/aircraft")["aircraft"] if one.get("callsign"))
    place = {"kind": "city", "name": "Made City", "country": "ID", "latitude": 1, "longitude": 2, "match": "prefix"}
    held = []
    with opened(browser, base, "/#lang=en") as page:
        page.route("**/api/v1/places?*", lambda route: held.append(route))
        ready(page)
        page.fill("#search", one["callsign"][:3])
        page.wait_for_timeout(600)
        wait(lambda: rows(page) and held)
        before = rows(page)
        page.keyboard.press("ArrowDown")
        active = page.get_attribute("#search", "aria-activedescendant")
        held[-1].fulfill(status=200, body=json.dumps({"isAvailable": True, "places": [place], "credits": []}))
        wait(lambda: any(row.startswith("Made City") for row in rows(page)))
        after = rows(page)
        assert after[:len(before)] == before and len(after) == len(before) + 1, (before, after)
        assert page.get_attribute("#search", "aria-activedescendant") == active
        # The next letter keeps the row until it is known better.
        page.keyboard.type("x")
        assert any(row.startswith("Made City") for row in rows(page)), rows(page)
        page.unroute_all(behavior="ignoreErrors")


def test_places_with_long_names_are_cut_at_a_word_and_told_whole(browser, base, mock):
    if mock is None:
        raise Skip("the answer is made up with the mock alone")
    name = "Made International Airport of the Northern Provinces"
    place = {"kind": "airport", "name": name, "icao": "ZZZZ", "country": "ID", "latitude": 1, "longitude": 2, "match": "prefix"}
    with opened(browser, base, "/#lang=en") as page:
        page.route("**/api/v1/places?*", fulfilling(200, json.dumps({"isAvailable": True, "places": [place], "credits": []})))
        ready(page)
        page.fill("#search", "made int")
        row = wait(lambda: page.query_selector("#search-results li:has-text('ZZZZ')"))
        assert row.query_selector("b").inner_text() == "Made International Airport of the…", row.inner_text()
        assert name in row.get_attribute("title") and name in row.get_attribute("aria-label")


def test_places_that_are_asked_for_are_waited_for(browser, base, mock):
    if mock is None:
        raise Skip("the mock alone answers as slowly as is asked")
    with opened(browser, base, "/#lang=id", viewport=PHONE, touch=True) as page:
        ready(page)
        # Typed and sent at once, before any answer: the first place of the answer is meant.
        page.fill("#search", "amsterdam")
        assert text(page, "#search-results li") == "Mencari …"
        page.keyboard.press("Enter")
        wait(lambda: abs(view(page)[0] - 52.37) < 0.3 and abs(view(page)[1] - 4.89) < 0.3, timeout=20)


def test_places_missing_or_failing_leave_the_search_as_it_was(browser, base, mock):
    if mock is None:
        raise Skip("made to fail with the mock alone")
    for status, body in ((200, {"isAvailable": False, "places": [], "credits": []}), (503, {"error": "x", "code": "busy"})):
        with opened(browser, base, "/#lang=en") as page:
            page.route("**/api/v1/places?*", fulfilling(status, json.dumps(body)))
            ready(page)
            callsign = next(one["callsign"] for one in get(base, "/api/v1/aircraft")["aircraft"] if one.get("callsign"))
            page.fill("#search", callsign[:3])
            wait(lambda callsign=callsign: any(callsign in row for row in rows(page)))
            page.fill("#search", "jakarta")
            wait(lambda: any("in the past" in row for row in rows(page)))
            page.fill("#search", "amsterdam airport")
            wait(lambda: text(page, "#search-results li") == "Nothing matches")


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
