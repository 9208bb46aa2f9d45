"""The past on the map page. The moments are looked up from the site's own answers, so the same tests hold for the mock and for a program
that has kept something."""

import json
import urllib.request
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from browser import DESKTOP, PHONE, Skip, moment, opened, ready, stands, state, text, wait
from contract import Contract
from test_map import coloured


def get(base, path):
    with urllib.request.urlopen(base + path, timeout=30) as answer:
        return json.load(answer)


def kept(base):
    """A moment with many aircraft and a box round them: `(seconds, aircraft, (west, south, east, north))`."""
    site = get(base, "/api/v1/site")
    if not site.get("history"):
        raise Skip("this site keeps no history")
    days = get(base, f"/api/v1/history/days?from={site['now'] - 40 * 86_400:.0f}&to={site['now']:.0f}")["days"]
    if not days:
        raise Skip("nothing is kept yet")
    # A whole day in the mock; a program that has just begun has its newest minutes alone.
    for day in (days[-2:-1] or []) + days[-1:]:
        found = get(base, f"/api/v1/history/area?from={day['day']}&to={day['day']}T23:59:59Z")["aircraft"]
        flown = [one for one in found if "highestAltitude" in one and one["last"]["time"] - one["first"]["time"] > 60]
        if flown:
            one = max(flown, key=lambda one: one["positions"])
            time = (one["first"]["time"] + min(one["last"]["time"], one["first"]["time"] + 600)) / 2
            place = one["first"]
            return int(time), one, (place["longitude"] - 3, max(-84, place["latitude"] - 2), place["longitude"] + 3, place["latitude"] + 2)
    raise Skip("no aircraft with a path is kept")


def flown_for(base, seconds):
    try:
        one = kept(base)[1]
    except Skip:
        return False
    return one["last"]["time"] - one["first"]["time"] > seconds


def link(base, zoom=6, **more):
    seconds, one, box = kept(base)
    place = f"lat={(box[1] + box[3]) / 2:.3f}&lon={(box[0] + box[2]) / 2:.3f}&z={zoom}"
    return f"/#lang=en&at={moment(seconds)}&{place}" + "".join(f"&{name}={value}" for name, value in more.items()), one, seconds


def replayed(page):
    """Waits until the past is there; how many aircraft it has."""
    wait(lambda: page.is_visible("#timebar") and page.get_attribute("#timebar", "aria-busy") != "true")
    return ready(page)


def test_history_of_the_mock_is_as_described(_browser, base, mock):
    if mock is None:
        raise Skip("the program's answers are held against the document by other tests")
    contract = Contract()
    seconds, one, box = kept(base)
    window = f"from={seconds}&to={seconds + 600}"
    for path in (f"aircraft/{one['hex']}/history?{window}", f"aircraft/{one['hex']}/days", f"history/days?from={seconds - 900_000}&to={seconds}",
                 f"history/days/{moment(seconds)[:10]}", f"history/area?{window}&box={','.join(map(str, box))}", f"history/area?{window}&silent=1", f"history/replay?{window}&spacing=5",
                 "history/area?from=1&to=1", f"history/callsigns?callsign={one['callsign']}&{window}", "history/callsigns?callsign=K*&from=1&to=2", "history/days?from=0&to=1&realm=imported", "history/days/1970-01-01"):
        contract.ask(base, "/api/v1/" + path)
    assert len(contract.seen) >= 9, contract.seen


def test_history_is_marked_and_leads_back_to_live_without_reload(browser, base, mock):
    path, _one, seconds = link(base)
    with opened(browser, base, path) as page:
        assert replayed(page) > 0
        assert "HISTORY" in text(page, "#notice-history")
        realm = get(base, "/api/v1/site")["history"][0]
        if mock is not None:
            assert realm == "simulated" and "SIMULATED" in text(page, "#notice-provenance")
        page.evaluate("window.__kept = true")
        wait(lambda: moment(seconds)[11:16].replace(":", "") in text(page, "#history-moment").replace(":", ""))
        wait(lambda: coloured(page) > 50)
        page.click("#history-live")
        wait(lambda: "at" not in state(page) and not page.is_visible("#timebar"))
        wait(lambda: not page.query_selector("#notice-history"))
        wait(lambda: page.evaluate("document.querySelector('#stream-state').textContent") == "Live")
        assert ready(page) > 0 and page.evaluate("window.__kept"), "the page was loaded anew"
        page.keyboard.press("h")
        wait(lambda: state(page).get("at") and page.is_visible("#timebar"))
        page.keyboard.press("Escape")
        wait(lambda: "at" not in state(page))


def test_history_plays_steps_and_holds_its_moment_in_the_link(browser, base, _mock):
    path, _one, seconds = link(base)
    with opened(browser, base, path) as page:
        replayed(page)
        page.focus("#map canvas, .plainmap")
        page.keyboard.press("]")
        stands(page, seconds + 60)
        page.keyboard.press("[")
        stands(page, seconds)
        page.select_option("#history-speed", "60")
        wait(lambda: state(page).get("speed") == "60")
        page.keyboard.press("Tab")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Space")
        wait(lambda: page.get_attribute("#history-play", "aria-label") == "Pause")
        wait(lambda: state(page)["at"] > moment(seconds + 40))
        page.keyboard.press("Space")
        wait(lambda: page.get_attribute("#history-play", "aria-label") == "Play")
        page.wait_for_timeout(700)
        held = state(page)["at"]
        page.wait_for_timeout(900)
        assert state(page)["at"] == held, "time went on while paused"
        address = page.evaluate("location.href")
    with opened(browser, base, address.removeprefix(base)) as page:
        replayed(page)
        assert state(page)["at"] == held
        page.focus("#history-time")
        page.keyboard.press("ArrowRight")
        wait(lambda: state(page)["at"] != held)


def test_history_at_a_thousand_times_goes_a_quarter_of_an_hour_in_seconds(browser, base, mock):
    if mock is None:
        raise Skip("needs a whole day of history")
    path, _one, seconds = link(base, speed=1000)
    with opened(browser, base, path) as page:
        replayed(page)
        page.click("#history-play")
        wait(lambda: state(page)["at"] > moment(seconds + 900), timeout=20)
        assert ready(page) > 0
        fills = page.evaluate("window.pelacakMetrics.fill")
        assert sorted(fills)[len(fills) // 2] < 12, f"a fill takes {sorted(fills)[len(fills) // 2]:.1f} ms"


def test_history_panel_has_the_days_and_leads_to_one(browser, base, _mock):
    path, one, _seconds = link(base)
    with opened(browser, base, path + f"&a={one['hex']}") as page:
        replayed(page)
        wait(lambda: page.query_selector("#panel .calendar button.heard"))
        assert "Heard on" in text(page, "#panel .days")
        wait(lambda: page.evaluate("document.querySelector('#panel .value') === null"))
        days = page.query_selector_all("#panel .calendar button.heard")
        label = days[0].get_attribute("aria-label")
        assert "position" in label and "20" in label, label
        chosen = days[0].get_attribute("id").removeprefix("day-")
        days[0].click()
        wait(lambda: state(page)["at"].startswith(chosen))
        wait(lambda: page.query_selector(f"#day-{chosen}[aria-current='date']"))
        wait(lambda: drawn(page) > 0)
        # The calendar stands on the live panel too, and leads into the past.
        page.click("#history-live")
        wait(lambda: "at" not in state(page))
        wait(lambda: page.query_selector(f"#day-{chosen}"))
        page.click(f"#day-{chosen}")
        wait(lambda: state(page).get("at", "").startswith(chosen))


def drawn(page):
    """Pixels of the canvas of trails that are not empty."""
    return page.evaluate("(() => { const c = document.getElementById('trails'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n++; return n; })()")


def test_history_gap_is_no_line(browser, base, mock):
    if mock is None:
        raise Skip("needs a path with a known gap")
    one = next(one for one in mock.site.history.aircraft if one.index % 4 == 0 and not one.ground and mock.site.history.heard_on(one, mock.site.history.today - 2))
    day = (mock.site.history.today - 2) * 86_400
    rows = mock.site.history.rows(one, day, day + 86_400)
    silence = next(place for place in range(1, len(rows)) if rows[place][8] & 2 and rows[place][0] - rows[place - 1][0] == 600 + 10)
    before, after = rows[silence - 1], rows[silence]
    middle = ((before[1] + after[1]) / 2, (before[2] + after[2]) / 2)
    with opened(browser, base, f"/#lang=en&at={moment(before[0] + 300)}&lat={middle[0]:.5f}&lon={middle[1]:.5f}&z=9&a={one.hex}") as page:
        wait(lambda: page.is_visible("#timebar"))
        wait(lambda: drawn(page) > 0)
        wait(lambda: "No position of this aircraft is kept" in text(page, "#panel"))
        # Along the gap the line is dotted: most of its pixels are empty.
        filled = page.evaluate("""([x0, y0, x1, y1]) => { const c = document.getElementById('trails'); const k = c.getContext('2d'); let n = 0;
            for (let i = 20; i < 180; i++) { const s = i / 200; const d = k.getImageData(Math.round((x0 + (x1 - x0) * s) * c.width), Math.round((y0 + (y1 - y0) * s) * c.height), 1, 1).data; if (d[3]) n++; } return n / 160; }""",
                               corners(page, before, after))
        assert filled < 0.6, f"{filled:.2f} of the way through silence is drawn"


def corners(page, before, after):
    """Places of two rows on the canvas as shares of its size, by the page's own projection."""
    return page.evaluate("""async ([a, b]) => { const { View, mercatorX, mercatorY } = await import('/web/js/mercator.js'); const s = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
        const c = document.getElementById('map'); const v = new View(Number(s.lon), Number(s.lat), Number(s.z), c.clientWidth, c.clientHeight);
        return [a, b].flatMap(([lat, lon]) => { const [x, y] = v.pixel(mercatorX(lon), mercatorY(lat)); return [x / v.width, y / v.height]; }); }""",
                         [[before[1], before[2]], [after[1], after[2]]])


def test_history_area_is_drawn_and_listed(browser, base, _mock):
    path, _one, seconds = link(base, zoom=5)
    place = path.split("&", 2)[2]
    with opened(browser, base, f"/#lang=en&{place}") as page:
        ready(page)
        page.keyboard.press("a")
        wait(lambda: page.is_visible("#area-region") and state(page).get("area") == "1")
        page.fill("#area-from", moment(seconds - 600)[:16])
        page.fill("#area-to", moment(seconds + 600)[:16])
        wait(lambda: state(page)["to"].startswith(moment(seconds + 600)[:16]))
        page.click("#area-draw")
        box = page.query_selector("#stage").bounding_box()
        page.mouse.move(box["x"] + 60, box["y"] + 60)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.85, steps=5)
        assert page.is_visible("#area-frame")
        page.mouse.up()
        wait(lambda: state(page)["area"].count(",") == 3)
        wait(lambda: page.query_selector("#area-results button"))
        count = len(page.query_selector_all("#area-results button"))
        assert text(page, "#area-verdict").startswith(str(count))
        assert page.is_visible("#area-frame") and not page.is_visible("#area-board")
        silent = page.query_selector_all("#area-silent button")
        if _mock is not None:
            assert len(silent) == 1 and "MUTE1" in silent[0].inner_text() and "12 observations" in silent[0].inner_text()
            assert "nobody knows" in text(page, "#area-region")
        page.click("#area-results button")
        wait(lambda: state(page).get("at") and state(page).get("a"))
        assert replayed(page) > 0
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        wait(lambda: not page.is_visible("#area-region"))


def test_history_is_searched_by_callsign(browser, base, _mock):
    path, one, _seconds = link(base)
    if not one.get("callsign"):
        raise Skip("that aircraft told no callsign")
    with opened(browser, base, path) as page:
        assert replayed(page) > 0
        page.keyboard.press("/")
        page.keyboard.type(one["callsign"].lower())
        wait(lambda: one["callsign"] + " in the past" in text(page, "#search-results"))
        page.click("#search-results li:has-text('in the past')")
        wait(lambda: one["hex"].upper() in text(page, "#search-results"))
        first = page.query_selector("#search-result-0").inner_text()
        assert one["callsign"] in first, first
        page.keyboard.press("Enter")
        wait(lambda: state(page).get("a") == one["hex"] and state(page).get("at"))
        assert replayed(page) > 0
        page.keyboard.press("/")
        page.keyboard.type("ZZ9ZZ9")
        wait(lambda: "in the past" in text(page, "#search-results"))
        page.keyboard.press("Enter")
        wait(lambda: "Nobody used ZZ9ZZ9" in text(page, "#search-results"))


def test_a_full_disk_is_told_on_every_page(browser, base, mock):
    with opened(browser, base, "/about#lang=en") as page:
        stopped = [{"part": "real", "reason": "disk-full"}]
        page.route("**/api/v1/site", lambda route: route.fulfill(json={**get(base, "/api/v1/site"), "historyStopped": stopped}))
        page.reload()
        wait(lambda: page.query_selector("#notice-stopped"))
        assert "NOT RECORDED" in text(page, "#notice-stopped") and "full" in text(page, "#notice-stopped")
        page.unroute("**/api/v1/site")
        wait(lambda: not page.query_selector("#notice-stopped"))


def test_history_area_by_touch_and_with_the_view(browser, base, _mock):
    path, _one, seconds = link(base, zoom=5)
    window = f"area=1&from={moment(seconds - 600)}&to={moment(seconds + 600)}"
    with opened(browser, base, path.replace("&at=", "&was=") + "&" + window, viewport=PHONE, touch=True) as page:
        wait(lambda: page.is_visible("#area-draw"))
        page.tap("#area-draw")
        wait(lambda: page.is_visible("#area-board"))
        box = page.query_selector("#area-board").bounding_box()
        touch = page.context.new_cdp_session(page)
        points = [(box["x"] + 30 + step * 40, box["y"] + 30 + step * 40) for step in range(6)]
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": points[0][0], "y": points[0][1]}]})
        for x, y in points[1:] + points[-1:] * 2:
            # The finger rests before it lifts: after a fling the browser takes the next tap as its end.
            page.wait_for_timeout(60)
            touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        first = wait(lambda: state(page)["area"] if state(page)["area"].count(",") == 3 else None)
        page.tap("#area-view")
        wait(lambda: state(page)["area"] not in ("1", first))
        wait(lambda: text(page, "#area-verdict") and "Searching" not in text(page, "#area-verdict"))


def test_history_is_there_for_keyboard_and_screen_reader(browser, base, mock):
    path, one, seconds = link(base)
    for viewport, theme, language in ((DESKTOP, "dark", "en"), (PHONE, "light", "id")):
        with opened(browser, base, path.replace("lang=en", f"lang={language}") + f"&a={one['hex']}", viewport=viewport, theme=theme, touch=viewport is PHONE) as page:
            replayed(page)
            wait(lambda: page.query_selector("#panel .calendar"))
            found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response["violations"]
            assert not found, [(one["id"], one["nodes"][0]["target"]) for one in found]
    with opened(browser, base, f"/#lang=id&area=1&from={moment(seconds)}&to={moment(seconds + 600)}", theme="light") as page:
        wait(lambda: page.is_visible("#area-region"))
        page.click("#area-view")
        wait(lambda: text(page, "#area-verdict") and "Mencari" not in text(page, "#area-verdict"))
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response["violations"]
        assert not found, [(one["id"], one["nodes"][0]["target"]) for one in found]


def test_history_says_what_is_incomplete(browser, base, mock):
    if mock is None:
        raise Skip("needs a day that is known to be incomplete")
    day = (mock.site.history.today - 1) * 86_400
    for language, words in (("en", "the program did not run"), ("id", "program tidak berjalan")):
        with opened(browser, base, f"/#lang={language}&at={moment(day + 9000)}") as page:
            wait(lambda: words in text(page, "#history-note"))
    with opened(browser, base, f"/#lang=en&at={moment(day - 9000)}") as page:
        wait(lambda: "complete day" in text(page, "#history-note"))


def test_history_keeps_quiet_where_none_is(browser, _base, _mock):
    import mock_site

    other = mock_site.start(["--port", "0", "--no-history"])
    try:
        with opened(browser, f"http://127.0.0.1:{other.server_address[1]}", "/#lang=en&at=2025-06-14T12:00:00Z&area=1,2,3,4&from=2025-06-14T12:00:00Z&to=2025-06-14T13:00:00Z") as page:
            ready(page)
            wait(lambda: "at" not in state(page) and "area" not in state(page))
            assert not page.query_selector("#past-button") and not page.is_visible("#timebar")
    finally:
        other.shutdown()


def test_history_of_imports_says_so(browser, _base, _mock):
    import mock_site

    other = mock_site.start(["--port", "0", "--real"])
    base = f"http://127.0.0.1:{other.server_address[1]}"
    try:
        path, _one, _seconds = link(base)
        with opened(browser, base, path + "&realm=imported") as page:
            replayed(page)
            wait(lambda: "IMPORTED" in text(page, "#notice-imported"))
            wait(lambda: "adsb.lol" in text(page, "#history-note"))
            assert not page.query_selector("#notice-provenance")
            page.select_option("#history-realm", "real")
            wait(lambda: state(page).get("realm") == "real" and not page.query_selector("#notice-imported"))
            replayed(page)
    finally:
        other.shutdown()


def test_history_of_imports_opens_on_their_last_day(browser, _base, _mock):
    import mock_site

    other = mock_site.start(["--port", "0", "--real"])
    base = f"http://127.0.0.1:{other.server_address[1]}"
    try:
        path, _one, seconds = link(base)
        last = int(seconds // 86_400) - 400
        rows = {"positions": 9, "otherObservations": 0, "aircraft": 1}

        def days(route):
            asked = {name: float(value[0]) for name, value in parse_qs(urlsplit(route.request.url).query).items() if name in ("from", "to")}
            found = [{"day": moment(last * 86_400)[:10], **rows}] if asked["from"] <= last * 86_400 < asked["to"] else []
            route.fulfill(json={"realm": "imported", **asked, "days": found})

        def first(route):
            document = get(base, "/api/v1/history/area?from=1&to=2&realm=imported")
            place = {"time": last * 86_400 + 3_600.5, "latitude": 1.0, "longitude": 2.0}
            route.fulfill(json={**document, "aircraft": [{"hex": "4ca1fa", "first": place, "last": place, "positions": 1, "claimed": 1, "sources": ["adsb_icao"]}]})

        with opened(browser, base, path) as page:
            replayed(page)
            page.route("**/history/days?*realm=imported*", days)
            page.route("**/history/area?*realm=imported*limit=1*", first)
            page.select_option("#history-realm", "imported")
            wait(lambda: state(page).get("realm") == "imported" and state(page)["at"] == moment(last * 86_400 + 3_601))
            # Back among what was heard the moment stays: whoever wants another chooses one.
            page.select_option("#history-realm", "real")
            wait(lambda: state(page).get("realm") == "real" and state(page)["at"][:10] == moment(last * 86_400)[:10])
    finally:
        other.shutdown()


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
