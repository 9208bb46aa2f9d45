"""Flights: the log of an aircraft, a flight's page, a silence's page, reach, an airport's page, the coverage layer."""

import json

from browser import DESKTOP, LOOKS, Skip, opened, ready, state, text, unfold, wait
from contract import Contract
from mock_history import DAY
from test_history import get
from test_places import fulfilling

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DETAILS = ("#log .gap a[data-gap]", "#log a[data-leg]")


def aircraft(mock, fits=lambda one: True):
    """An aircraft of the mock's past of which something is heard on its last day but one, and that fits."""
    if mock is None:
        raise Skip("answers are made up with the mock alone")
    history = mock.site.history
    return next(one for one in history.aircraft if history.heard_on(one, history.today) and not one.ground and one.source == 0 and one.callsign and one.registration and fits(one))


def silent(mock):
    """One with silences in its flights, of which the mock tells what they mean."""
    return aircraft(mock, lambda one: one.index % 4 == 0 and one.index % 6 != 5)


def logged(page):
    """Waits for the log; its entries."""
    return wait(lambda: page.query_selector_all("#log .item"))


def log_of(base, one, mock, days=7):
    today = mock.site.history.today
    return get(base, f"/api/v1/aircraft/{one.hex}/flights?from={(today + 1 - days) * DAY}&to={(today + 1) * DAY}")


def has_path(contract, path):
    if path not in contract.json["paths"]:
        raise Skip(f"{path} is not described yet")


def test_flights_of_the_mock_are_as_described(_browser, base, mock):
    one = silent(mock)
    contract = Contract()
    has_path(contract, "/api/v1/aircraft/{hex}/flights")
    today = mock.site.history.today
    times = f"from={(today - 6) * DAY}&to={(today + 1) * DAY}"
    for name in (one.hex, "000001"):
        contract.ask(base, f"/api/v1/aircraft/{name}/flights?{times}")
    contract.ask(base, f"/api/v1/aircraft/{one.hex}/reach")
    gap = log_of(base, one, mock)["gaps"][0]
    contract.ask(base, f"/api/v1/aircraft/{one.hex}/between?from={gap['from']['time']}&to={gap['to']['time']}")
    contract.ask(base, f"/api/v1/airports/WIII/movements?from={today * DAY}&to={(today + 1) * DAY}")
    contract.ask(base, "/api/v1/coverage?band=2")


def test_flights_stand_in_one_column_each_end_with_how_it_is_known(browser, base, mock):
    one = silent(mock)
    document = log_of(base, one, mock)
    expected = {"en": ("observed", "inferred", "between", "Take-off", "Flew on", "Stopped at"), "id": ("teramati", "disimpulkan", "antara", "Lepas landas", "Terbang terus", "Singgah di")}
    for language, words in expected.items():
        with opened(browser, base, f"/flights?hex={one.hex}&lang={language}") as page:
            items = logged(page)
            assert len(items) == len(document["legs"]) + len(document["stops"]), len(items)
            found = text(page, "#log")
            for word in words:
                assert word in found, word
            # Both accounts of a silence, with their probabilities.
            first = page.query_selector("#log .gap").inner_text()
            assert "80" in first and "20" in first, first
            # A sign stands beside the word, not colour alone.
            assert page.evaluate("getComputedStyle(document.querySelector('#log .known.inferred'), '::before').transform") != page.evaluate("getComputedStyle(document.querySelector('#log .known.observed'), '::before').transform")
            # Newest first.
            days = page.evaluate("[...document.querySelectorAll('#log .day')].map((one) => one.textContent)")
            assert len(set(days)) == len(days) > 1, days
            assert "2025-06-14" in text(page, "#basis"), "the incomplete day is not said"
            assert one.registration in text(page, "#name")
            assert "38" in text(page, "#first") and "40" in text(page, "#first")


def test_flights_open_beside_the_log_and_back_leads_back(browser, base, mock):
    one = silent(mock)
    with opened(browser, base, f"/flights?hex={one.hex}&lang=en") as page:
        logged(page)
        leg = page.get_attribute("#log a[data-leg]", "data-leg")
        page.focus("#log a[data-leg]")
        page.keyboard.press("Enter")
        wait(lambda: page.query_selector("#detail .profile svg"))
        assert f"leg={leg}" in page.url and page.evaluate("document.activeElement.id") == "detail-title"
        # Beside it, in sight wherever the log is scrolled to.
        page.evaluate("scrollTo(0, 3000)")
        page.wait_for_timeout(300)
        box = page.evaluate("(({top, bottom}) => [top, bottom])(document.getElementById('detail').getBoundingClientRect())")
        assert 0 < box[0] < 200 and box[1] <= DESKTOP["height"], box
        page.evaluate("scrollTo(0, 0)")
        page.click("#log .gap a[data-gap]")
        wait(lambda: page.query_selector("#detail .meaning"))
        page.go_back()
        wait(lambda: page.query_selector("#detail .profile svg"))
        page.go_back()
        wait(lambda: not page.is_visible("#detail"))
        page.go_forward()
        wait(lambda: page.query_selector("#detail .profile svg"))
        page.keyboard.press("Escape")
        wait(lambda: not page.is_visible("#detail"))
        assert page.evaluate("document.activeElement.dataset.leg") == leg
    # The link alone opens the same.
    with opened(browser, base, f"/flights?hex={one.hex}&leg={leg}") as page:
        wait(lambda: page.query_selector("#detail .profile svg"))
    with opened(browser, base, f"/flights?hex={one.hex}&leg={one.hex}-1") as page:
        wait(lambda: "Not in this log" in text(page, "#detail-title"))


def test_flights_profile_leaves_silences_open_and_says_the_same_as_a_table(browser, base, mock):
    one = silent(mock)
    document = log_of(base, one, mock)
    leg = next(leg for leg in reversed(document["legs"]) if leg["gaps"] and leg.get("landing") and leg["takeoff"]["known"] == "observed")
    with opened(browser, base, f"/flights?hex={one.hex}&leg={leg['id']}&lang=en") as page:
        wait(lambda: page.query_selector("#detail .profile svg"))
        # Two quantities, each in two pieces with a shade between.
        assert len(page.query_selector_all(".profile path.line")) == 4, page.query_selector_all(".profile path.line")
        assert len(page.query_selector_all(".profile rect.silence")) == 2
        assert "37,000" in page.get_attribute(".profile svg", "aria-label") and "1 silence " in page.get_attribute(".profile svg", "aria-label")
        page.click("#profile-table")
        table = text(page, ".profile table")
        assert "Nothing heard for 10 min" in table and "37,000" in table, table
        # Any moment can be read by keyboard, one in the silence too.
        gap = document["gaps"][leg["gaps"][0]]
        page.focus("#profile-moment")
        page.evaluate(f"(() => {{ const one = document.getElementById('profile-moment'); one.value = {int(gap['from']['time']) + 200}; one.dispatchEvent(new Event('input')); }})()")
        assert "nothing heard" in text(page, ".reading"), text(page, ".reading")
        page.keyboard.press("Home")
        wait(lambda: "\u00a0ft" in text(page, ".reading"))
        assert page.get_attribute("#profile-moment", "aria-valuetext") == text(page, ".reading")
        assert page.query_selector(".profile .stamp").text_content() == "SIMULATED"


def test_flights_silence_shows_its_evidence(browser, base, mock):
    one = silent(mock)
    document = log_of(base, one, mock, 31)
    kinds = {}
    for gap in document["gaps"]:
        if gap.get("verdict") and gap.get("to"):
            kinds.setdefault(gap["verdict"]["class"], gap)
    expected = {"off-likely": ("all were heard; this one was not", "at least 97", "12 passes", "1 receiver counted", "What was said before", "hardest to hear: the great circle"), "no-coverage": ("Nobody was ever heard here at this height",),
                "below-horizon": ("Others are heard above",), "receiver-down": ("did not listen then",), "landed": ("A stop explains",), "undetermined": ("What was heard does not tell", "unknown")}
    assert set(kinds) == set(expected), kinds.keys()
    today = mock.site.history.today
    for kind, gap in kinds.items():
        with opened(browser, base, f"/flights?hex={one.hex}&from={day(today - 30)}&to={day(today + 1)}&gap={gap['id']}&lang=en") as page:
            wait(lambda: page.query_selector("#detail .reach .lines"))
            for word in expected[kind]:
                assert word in text(page, "#detail .meaning"), (kind, word, text(page, "#detail .meaning"))
            whole = text(page, "#detail")
            for word in ("Last heard before", "First heard after", "37,000\u00a0ft", "level", "80", "20", "never a track", "It needed"):
                assert word in whole, (kind, word)
            page.click("#evidence")
            rows = page.query_selector_all("#evidence-cells tbody tr")
            assert len(rows) == sum(len(cell["looks"]) for cell in gap["verdict"]["cells"])
            assert ("0 of 0 passes" if kind == "no-coverage" else "3 of 5 passes") in text(page, "#evidence-cells")


def day(number):
    from mock_history import day_text

    return day_text(number)


def test_flights_verdict_that_is_not_told_to_visitors_is_said(browser, base, mock):
    one = silent(mock)
    document = log_of(base, one, mock)
    for gap in document["gaps"]:
        gap.pop("verdict", None)
    gap = document["gaps"][-1]
    for language, expected in (("en", "Not told to visitors"), ("id", "Tidak disampaikan kepada pengunjung")):
        with opened(browser, base, "/about") as page:
            page.route("**/flights?from*", fulfilling(200, json.dumps({**document, "coverage": "withheld"})))
            page.goto(f"{base}/flights?hex={one.hex}&gap={gap['id']}&lang={language}")
            wait(lambda expected=expected: expected in text(page, "#detail .meaning"))
            assert text(page, "#basis .notes")


def test_flights_cut_answers_failures_and_hostile_text(browser, base, mock):
    one = silent(mock)
    document = log_of(base, one, mock)
    hostile = "<img src=x>\u202e"
    changed = json.loads(json.dumps(document))
    changed.update(isCut=True, next=document["from"] + 100, registration=hostile, credits=["adsb.lol " + hostile])
    changed["legs"][-1].update(callsigns=[hostile], notes=[{"kind": hostile, "airport": "ZZAA", "earliest": document["from"], "latest": document["from"]}])
    for one_airport in changed["airports"].values():
        one_airport["name"] = hostile + "W" * 300
    with opened(browser, base, "/about") as page:
        page.route("**/flights?from*", fulfilling(200, json.dumps(changed)))
        page.goto(f"{base}/flights?hex={one.hex}&lang=en")
        logged(page)
        assert "There is more" in text(page, "#basis") and "adsb.lol" in text(page, "#basis")
        page.click("#log a[data-leg]")
        wait(lambda: page.query_selector("#detail .profile"))
        assert not page.query_selector("main img") and "\u202e" not in page.evaluate("document.body.textContent")
        assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"]
    for status, body, expected in ((429, {"error": "x", "code": "busy"}, "Too much"), (503, {"error": "x", "code": "archive"}, "cannot be read"), (404, {"error": "x", "code": "no-history"}, "keeps no history")):
        with opened(browser, base, "/about") as page:
            page.watch.MEANT = (*page.watch.MEANT, "429")
            page.route("**/flights?from*", fulfilling(status, json.dumps(body)))
            page.goto(f"{base}/flights?hex={one.hex}&lang=en")
            wait(lambda expected=expected: expected in text(page, "#trouble"))
    with opened(browser, base, "/flights?hex=000001&lang=en") as page:
        wait(lambda: "Nothing was heard" in text(page, "#empty"))


def test_flights_days_are_chosen_and_stand_in_the_link(browser, base, mock):
    one = silent(mock)
    with opened(browser, base, f"/flights?hex={one.hex}&lang=en") as page:
        logged(page)
        assert page.get_attribute("#range-7", "aria-pressed") == "true"
        page.click("#range-1")
        wait(lambda: page.get_attribute("#range-1", "aria-pressed") == "true")
        last = page.input_value("#range-last")
        assert page.input_value("#range-first") == last and f"from={last}" in page.url
        page.click("#range-earlier")
        wait(lambda: page.input_value("#range-last") < last)
        page.fill("#range-first", "2025-01-01")
        page.fill("#range-last", "2025-06-01")
        wait(lambda: "31 days" in text(page, "#range-error"))
        page.fill("#range-first", "2025-05-20")
        wait(lambda: "from=2025-05-20&to=2025-06-02" in page.url)
        page.reload()
        logged(page)
        assert page.input_value("#range-first") == "2025-05-20"
    with opened(browser, base, "/flights?lang=en") as page:
        wait(lambda: page.is_visible("#who-hex"))
        page.fill("#who-hex", "zz")
        page.keyboard.press("Enter")
        wait(lambda: "six hexadecimal" in text(page, "#who-error"))
        page.fill("#who-hex", one.hex.upper())
        page.keyboard.press("Enter")
        logged(page)
        assert f"hex={one.hex}" in page.url


def test_flights_late_answer_takes_nothing_from_days_being_written(browser, base, mock):
    one = silent(mock)
    held = []
    with opened(browser, base, f"/flights?hex={one.hex}&lang=en") as page:
        logged(page)
        page.route("**/flights?from*", lambda route: held.append(route))
        page.click("#range-earlier")
        # Routes are told of while the page is asked something, and not while nothing is.
        wait(lambda: page.title() and held)
        page.fill("#range-first", "2025-01-01")
        page.fill("#range-last", "2025-06-01")
        wait(lambda: "31 days" in text(page, "#range-error"))
        held[0].continue_()
        wait(lambda: not page.query_selector("#log-place p.soft:not(#empty)"))
        assert "31 days" in text(page, "#range-error")
        assert page.input_value("#range-first") == "2025-01-01" and page.input_value("#range-last") == "2025-06-01"
        page.unroute("**/flights?from*")
        page.click("#range-7")
        wait(lambda: not text(page, "#range-error") and page.input_value("#range-first") > "2025-01-01")


def test_flights_are_saved_as_csv_and_json(browser, base, mock):
    one = silent(mock)
    document = log_of(base, one, mock)
    with opened(browser, base, f"/flights?hex={one.hex}&lang=en") as page:
        logged(page)
        with page.expect_download() as download:
            page.click("#csv")
        with open(download.value.path(), encoding="utf-8") as file:
            lines = file.read().strip().split("\n")
        assert len(lines) == 1 + len(document["legs"]) + len(document["stops"]) + len(document["gaps"]), len(lines)
        assert lines[0].startswith("realm,hex,registration,type,kind,id,") and lines[1].startswith(f"{document['realm']},{one.hex},"), lines[:2]
        assert download.value.suggested_filename.endswith(".csv")
        with page.expect_download() as download:
            page.click("#json")
        with open(download.value.path(), encoding="utf-8") as file:
            assert json.load(file)["legs"] == document["legs"]


def test_flights_reach_is_lines_and_intervals(browser, base, mock):
    today = mock.site.history.today if mock else 0
    times = f"from={today * DAY}&to={(today + 1) * DAY}"
    one = aircraft(mock, lambda one: get(base, f"/api/v1/aircraft/{one.hex}/flights?{times}")["state"] in ("airborne", "lost") and get(base, f"/api/v1/aircraft/{one.hex}/reach")["isochrones"][-1]["polygons"][0])
    document = get(base, f"/api/v1/aircraft/{one.hex}/reach")
    begin = document["from"]["time"]
    arrivals = [{"id": "WIII", "share": 0.64, "earliest": begin + 900, "low": begin + 1100, "middle": begin + 1500, "high": begin + 2600, "landed": 0.31}, {"id": "ZZZZ", "earliest": begin + 9000, "low": begin + 9900, "middle": begin + 10_000, "high": begin + 12_000}]
    for language, expected in (("en", ("never a track", "Arrivals that fit", "64", "Landed by then", "31", "unknown")), ("id", ("bukan lintasan", "Kedatangan yang cocok", "64", "tidak diketahui"))):
        with opened(browser, base, f"/flights?hex={one.hex}&lang={language}") as page:
            page.route("**/reach?*", fulfilling(200, json.dumps({**document, "arrivals": arrivals, "airports": {"WIII": {"name": "Made Airport"}}})))
            logged(page)
            page.click("#reach-link")
            wait(lambda: page.query_selector("#arrivals"))
            for word in (*expected, "WIII Made Airport"):
                assert word in text(page, "#detail"), word
            assert "reach=1" in page.url
            # Lines are drawn over the map.
            wait(lambda: page.evaluate("(() => { const c = document.querySelector('.flight-map canvas.areas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; })()") > 1000)
    # Without arrivals, and of one that was never heard, the rest stands.
    with opened(browser, base, f"/flights?hex={one.hex}&lang=en&reach=1") as page:
        wait(lambda: "Its fuel lasts until" in text(page, "#detail"))
        assert not page.query_selector("#arrivals")


def test_airport_says_who_came_who_went_and_who_is_there(browser, base, mock):
    aircraft(mock)
    today = mock.site.history.today
    document = get(base, f"/api/v1/airports/WIII/movements?from={today * DAY}&to={(today + 1) * DAY}")
    for language, words in (("en", ("Landing", "Take-off", "here with 71", "runway 25R")), ("id", ("Pendaratan", "Lepas landas", "di sini dengan 71", "landas pacu 25R"))):
        with opened(browser, base, f"/airport?id=wiii&lang={language}") as page:
            wait(lambda: page.query_selector("#movement-table"))
            assert len(page.query_selector_all("#movement-table tbody tr")) == len(document["movements"])
            for word in words:
                assert word in text(page, "#movement-table"), word
            assert len(page.query_selector_all("#ground-table tbody tr")) == len(document["onGround"])
            assert "07L/25R" in text(page, "#about") and "WIII" in text(page, "#sub")
            page.select_option("#airport-kind", "landing")
            assert len(page.query_selector_all("#movement-table tbody tr")) == sum(one["kind"] == "landing" for one in document["movements"])
    with opened(browser, base, "/airport?id=WIII&lang=en") as page:
        wait(lambda: page.query_selector("#movement-table a"))
        shown = page.input_value("#airport-day")
        page.click("#range-earlier")
        wait(lambda: page.input_value("#airport-day") < shown)
        assert page.evaluate("document.activeElement.id") == "range-earlier"
        wait(lambda: page.query_selector("#movement-table a"))
        page.click("#movement-table tbody td a[href*='leg=']")
        wait(lambda: page.query_selector("#detail .profile svg"))
    with opened(browser, base, "/airport?id=QQQQ&lang=en") as page:
        wait(lambda: "No airport of this name" in text(page, "#trouble"))
    with opened(browser, base, "/airport?lang=en") as page:
        wait(lambda: "No airport is chosen" in text(page, "#nothing"))


def test_flights_are_linked_from_the_panel_and_airports_from_the_search(browser, base, mock):
    one = silent(mock)
    with opened(browser, base, f"/#lang=en&a={one.hex}") as page:
        wait(lambda: page.is_visible("#panel-flights"))
        page.focus("#panel-flights")
        page.keyboard.press("Enter")
        logged(page)
        assert f"hex={one.hex}" in page.url
    past = mock.site.history.today - 9
    while not mock.site.history.heard_on(one, past):
        past -= 1
    with opened(browser, base, f"/#lang=en&a={one.hex}&at={day(past)}T12:00:00Z") as page:
        wait(lambda: page.is_visible("#panel-flights"))
        wait(lambda: f"to={day(past + 1)}" in page.get_attribute("#panel-flights", "href"))
    with opened(browser, base, "/#lang=en") as page:
        ready(page)
        page.fill("#search", "soekarno")
        wait(lambda: page.query_selector("#search-results li:has-text('Who came to WIII')"))
        # The place itself stays what Enter leads to; one step further is its page.
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        wait(lambda: page.query_selector("#movement-table"))
        assert "id=WIII" in page.url
    # Without a past there is nothing to lead to.
    import mock_site

    other = mock_site.start(["--port", "0", "--no-history"])
    try:
        with opened(browser, f"http://127.0.0.1:{other.server_address[1]}", f"/#lang=en&a={one.hex}") as page:
            wait(lambda: page.is_visible("#follow"))
            assert not page.is_visible("#panel-flights") and not page.query_selector("#coverage-button")
            page.fill("#search", "soekarno")
            wait(lambda: page.query_selector("#search-results li:has-text('WIII')"))
            assert not page.query_selector("#search-results li:has-text('Who came')")
    finally:
        other.shutdown()


def test_coverage_is_a_layer_only_where_it_is_told(browser, base, mock):
    aircraft(mock)
    count = "(() => { const c = document.getElementById('coverage'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; })()"
    for language, empty in (("en", "does not say that nobody flies there"), ("id", "tidak berarti tidak ada yang terbang di sana")):
        with opened(browser, base, f"/#lang={language}&lat=50&lon=6&z=4") as page:
            ready(page)
            wait(lambda: page.query_selector("#coverage-button"))
            assert not page.query_selector("#coverage-board")
            page.focus("#coverage-button")
            page.keyboard.press("Enter")
            wait(lambda: page.query_selector("#coverage-board"))
            assert state(page).get("cover") == "1" and page.get_attribute("#coverage-button", "aria-pressed") == "true"
            assert page.evaluate("document.activeElement.id") == "coverage-button"
            wait(lambda empty=empty: empty in text(page, "#coverage-board"))
            wait(lambda: page.evaluate(count) > 500)
            wide = page.evaluate(count)
            page.select_option("#coverage-band", "0")
            wait(lambda: 0 < page.evaluate(count) < wide)
            cell = get(base, "/api/v1/coverage?band=0")["cells"]
            place = max(range(len(cell["passes"])), key=lambda i: cell["passes"][i] if 30 < cell["latitude"][i] < 60 and -10 < cell["longitude"][i] < 30 else 0)
            page.evaluate(f"location.hash = 'lat={cell['latitude'][place] + 0.25}&lon={cell['longitude'][place] + 0.25}&z=7&cover=1&lang={language}'")
            page.wait_for_timeout(800)
            box = page.query_selector("#map").bounding_box()
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            wait(lambda: str(cell["passes"][place]) in text(page, "#coverage-reading"), tell=lambda: text(page, "#coverage-reading"))
            # By keyboard the middle of the map is read.
            page.focus("#map canvas")
            page.keyboard.press("ArrowLeft")
            wait(lambda: text(page, "#coverage-reading"))
            page.select_option("#coverage-kind", "universal-access")
            wait(lambda: page.evaluate(count) == 0 and text(page, "#coverage-status") != "")
            page.click("#coverage-close")
            wait(lambda: not page.query_selector("#coverage-board") and not page.query_selector("#coverage"))
    import mock_site

    other = mock_site.start(["--port", "0", "--no-coverage"])
    try:
        with opened(browser, f"http://127.0.0.1:{other.server_address[1]}", "/#lang=en&cover=1") as page:
            ready(page)
            page.wait_for_timeout(500)
            assert not page.query_selector("#coverage-button") and not page.query_selector("#coverage-board")
    finally:
        other.shutdown()


def fits(browser, base, paths):
    """Each path in four looks and on the smallest phone: nothing is wider than the screen, and axe finds nothing."""
    import axe_playwright_python
    from pathlib import Path

    script = next(Path(axe_playwright_python.__file__).parent.glob("*axe*.js")).read_text()
    faults = []
    for path in paths:
        for theme, language, viewport in (*LOOKS, ("light", "id", {"width": 320, "height": 640})):
            target = path + ("&" if "?" in path or "#" in path else "?") + f"lang={language}"
            with opened(browser, base, target, viewport=viewport, theme=theme, touch=viewport is not DESKTOP) as page:
                if "hex" in path:
                    wait(lambda: page.query_selector("#detail .profile svg, #detail .reach .notes"))
                elif path == "/#cover=1":
                    wait(lambda: page.query_selector("#coverage-band option"))
                elif "id=" in path:
                    wait(lambda: page.query_selector("#movement-table"))
                unfold(page, "#detail")
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= viewport["width"], (target, viewport, wide)
                page.evaluate(script)
                for fault in page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")["violations"]:
                    node = fault["nodes"][0]
                    faults.append(f"{target} {theme} {viewport['width']}: {fault['id']} {node['target']} {node['any'][0]['message'] if node['any'] else ''} {node['html'][:120]}")
    assert not faults, "\n    ".join([f"{len(faults)} violations", *faults[:12]])


def test_flights_fit_a_phone_and_axe_finds_nothing(browser, base, mock):
    one = silent(mock)
    gap = next(gap for gap in log_of(base, one, mock)["gaps"] if gap.get("to"))["id"]
    leg = log_of(base, one, mock)["legs"][-1]["id"]
    fits(browser, base, [f"/flights?hex={one.hex}&leg={leg}", f"/flights?hex={one.hex}&gap={gap}", f"/flights?hex={one.hex}&reach=1"])


def test_airports_and_coverage_fit_a_phone_and_axe_finds_nothing(browser, base, _mock):
    fits(browser, base, ["/airport?id=WIII", "/flights", "/#cover=1"])


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
