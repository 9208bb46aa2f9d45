"""The map page."""

import io

from browser import DESKTOP, PHONE, Skip, opened, ready, state, text, wait


def test_map_draws_aircraft(browser, base, _):
    with opened(browser, base, "/") as page:
        assert ready(page) > 0
        wait(lambda: page.evaluate("window.pelacakMetrics.draw.length > 3"))
        assert coloured(page) > 200, "nothing of colour is on the aircraft canvas"
        wait(lambda: "UTC" in text(page, "#clock"))


def coloured(page):
    """How many pixels of the picture have a strong colour: aircraft are the only strong colours on the map."""
    from PIL import Image

    box = page.query_selector("#stage").bounding_box()
    picture = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("HSV")
    return sum(1 for _, saturation, value in picture.getdata() if saturation > 110 and value > 140)


def screen_place(page, hex_):
    """Pixel of an aircraft that the link has put into the middle."""
    box = page.query_selector("#stage").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def first_with_position(page):
    rows = page.evaluate("fetch('/api/v1/aircraft').then((a) => a.json()).then((d) => d.aircraft.filter((a) => a.latitude !== undefined && !a.onGround).map((a) => [a.hex, a.latitude, a.longitude, a.callsign]))")
    if not rows:
        raise Skip("no aircraft with a position in this sky")
    return rows


def test_click_selects_and_panel_tells(browser, base, _):
    with opened(browser, base, "/#table=1") as page:
        ready(page)
        hex_, latitude, longitude, _callsign = first_with_position(page)[0]
        # Not by the fragment alone and a reload: the browser may reload the address before.
        page.goto("about:blank")
        page.goto(f"{base}/#table=1&lat={latitude}&lon={longitude}&z=11")
        ready(page)
        fresh = next(row for row in first_with_position(page) if row[0] == hex_)
        page.goto(f"{base}/#table=1&lat={fresh[1]}&lon={fresh[2]}&z=9")
        page.wait_for_timeout(400)
        page.mouse.click(*screen_place(page, hex_))
        wait(lambda: state(page).get("a"))
        wait(lambda: page.query_selector("#panel .facts"))
        panel = text(page, "#panel")
        for word in ("observed", "Barometric altitude", "ft", "kt", "DF17", "Reception"):
            assert word.lower() in panel.lower(), f"panel without {word}"
        assert page.query_selector("#panel time.age[data-exact*='UTC']"), "no exact time at an age"
        page.keyboard.press("Escape")
        wait(lambda: "a" not in state(page))


def test_keyboard_walks_through_aircraft(browser, base, _):
    with opened(browser, base, "/#table=1") as page:
        ready(page)
        page.keyboard.press("j")
        first = wait(lambda: state(page).get("a"))
        page.keyboard.press("j")
        wait(lambda: state(page).get("a") not in (None, first))
        page.keyboard.press("k")
        wait(lambda: state(page).get("a") == first)
        page.keyboard.press("f")
        wait(lambda: state(page).get("follow") == "1")
        page.keyboard.press("u")
        wait(lambda: state(page).get("units") == "metric")
        page.keyboard.press("d")
        wait(lambda: page.evaluate("document.documentElement.dataset.theme") == "light")
        page.keyboard.press("?")
        wait(lambda: page.evaluate("document.getElementById('help').open"))
        page.keyboard.press("Escape")
        wait(lambda: not page.evaluate("document.getElementById('help').open"))
        page.keyboard.press("t")
        wait(lambda: "table" not in state(page))
        zoom = float(state(page)["z"])
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("+")
        wait(lambda: float(state(page)["z"]) > zoom)


def test_tab_leaves_the_map(browser, base, _):
    with opened(browser, base, "/#table=1") as page:
        ready(page)
        seen = set()
        for _step in range(60):
            page.keyboard.press("Tab")
            seen.add(page.evaluate("(() => { const e = document.activeElement; return e.id || e.className || e.tagName; })()"))
        assert any("maplibregl-canvas" in one or "plainmap" in one for one in seen), seen
        assert any("filter" in one for one in seen), f"the keyboard does not reach the table: {seen}"


def test_table_sorts_and_filters(browser, base, _):
    with opened(browser, base, "/#table=1") as page:
        total = ready(page)
        page.click("th >> text=Alt.")
        wait(lambda: state(page).get("sort") == "altitude")
        page.click("th >> text=Alt.")
        wait(lambda: page.query_selector("th[aria-sort='descending']"))
        values = [int(one.replace(",", "")) for one in page.evaluate("[...document.querySelectorAll('.rows tbody tr:not(.gap) td:nth-child(6)')].map((c) => c.textContent)") if one.replace(",", "").lstrip("-").isdigit()]
        assert values == sorted(values, reverse=True), values[:10]
        page.fill("#filter-minimumAltitude", "20000")
        page.press("#filter-minimumAltitude", "Enter")
        wait(lambda: state(page).get("alt") == "20000..")
        shown = int("".join(filter(str.isdigit, text(page, "#table-title span"))))
        assert 0 < shown < total
        wait(lambda: "Filter on" in text(page, "#map-note"))
        page.click(".filters .clear")
        wait(lambda: "alt" not in state(page))
        page.select_option("#filter-position", "without")
        wait(lambda: state(page).get("pos") == "without")
        rows = page.evaluate("[...document.querySelectorAll('.rows tbody tr:not(.gap) td:nth-child(10)')].map((c) => c.textContent)")
        assert all(one == "–" for one in rows), rows[:5]


def test_row_is_chosen_by_keyboard(browser, base, _):
    with opened(browser, base, "/#table=1") as page:
        ready(page)
        page.focus(".rows tbody tr[tabindex='0']")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        wait(lambda: state(page).get("a"))
        assert page.query_selector(".rows tr[aria-selected='true']")


def test_search_finds(browser, base, _):
    with opened(browser, base, "/") as page:
        ready(page)
        rows = first_with_position(page)
        callsign = next(row for row in rows if row[3])
        page.keyboard.press("/")
        page.keyboard.type(callsign[3].lower())
        wait(lambda: callsign[3] in text(page, "#search-results"))
        page.keyboard.press("Enter")
        wait(lambda: state(page).get("a") == callsign[0])
        page.keyboard.press("/")
        page.keyboard.type("6.1S 106.8E")
        wait(lambda: page.is_visible("#search-result-0"))
        page.keyboard.press("Enter")
        wait(lambda: abs(float(state(page)["lat"]) + 6.1) < 0.01)


def test_search_offers_what_is_known_of_an_address_that_is_not_in_the_sky(browser, base, _):
    for language, offer, absent in (("en", "Show what is known of 14FA3A", "This aircraft is not in the sky."), ("id", "Tampilkan yang diketahui tentang 14FA3A", "Pesawat ini tidak ada di langit.")):
        with opened(browser, base, f"/#lang={language}") as page:
            ready(page)
            page.fill("#search", "14fa3A")
            wait(lambda offer=offer: offer in text(page, "#search-result-0"))
            page.keyboard.press("Enter")
            wait(lambda: state(page).get("a") == "14fa3a")
            # Never heard: nothing says that it was here, and its address stands there once.
            wait(lambda absent=absent: text(page, ".panel .missing") == absent, tell=lambda: text(page, ".panel .missing"))
            assert text(page, "#panel-title") == "14FA3A" and "14fa3a" not in text(page, ".panel-head").lower().replace("14fa3a", "", 1), text(page, ".panel-head")
            page.fill("#search", "~14fa3a")
            wait(lambda: "~14FA3A" in text(page, "#search-result-0"))


def test_search_finds_a_registration_that_is_not_in_the_sky(browser, base, mock):
    if mock is None:
        raise Skip("the mock alone is known to have one")
    for language, detail in (("en", "XX-YYW as made-list says"), ("id", "XX-YYW menurut made-list")):
        with opened(browser, base, f"/#lang={language}") as page:
            ready(page)
            page.fill("#search", "xx-yyw")
            # Sent before the answer has come.
            page.keyboard.press("Enter")
            wait(lambda: state(page).get("a") == "484ffe", tell=lambda: text(page, "#search-results"))
            page.fill("#search", "xx-yyw")
            wait(lambda detail=detail: detail in text(page, "#search-result-0"))
            assert "484FFD" in text(page, "#search-result-1")


def test_search_left_and_come_back_to_at_once_stays_open(browser, base, _):
    with opened(browser, base, "/") as page:
        ready(page)
        page.keyboard.press("/")
        page.keyboard.type("6.1S 106.8E")
        wait(lambda: page.is_visible("#search-result-0"))
        page.evaluate("document.activeElement.blur(); document.getElementById('search').focus()")
        page.wait_for_timeout(400)
        assert page.is_visible("#search-result-0"), "leaving closed what was come back to"
        page.keyboard.press("Enter")
        wait(lambda: abs(float(state(page)["lat"]) + 6.1) < 0.01)


def test_language_and_theme_switch(browser, base, _):
    with opened(browser, base, "/#table=1") as page:
        ready(page)
        page.click("#tool-language")
        wait(lambda: page.evaluate("document.documentElement.lang") == "id")
        wait(lambda: "Sumber data" in text(page, ".pages"))
        wait(lambda: "Pesawat" in text(page, "#table-title"))
        assert "Aircraft" not in text(page, "body"), "English is left"
        page.click("#tool-theme")
        wait(lambda: page.evaluate("document.documentElement.dataset.theme") == "light")
        page.goto(base + "/about")
        wait(lambda: "Tentang Pelacak" in text(page, "h1"))
        assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_link_reproduces(browser, base, _):
    link = "/#lat=52.10&lon=5.20&z=6&table=1&alt=1000..30000&sort=-speed&lang=id&units=metric&theme=light&time=local"
    with opened(browser, base, link) as page:
        ready(page)
        wait(lambda: state(page).get("lang") == "id")
        for key, value in dict(part.split("=") for part in link[2:].split("&")).items():
            assert key in ("lat", "lon", "z") or state(page)[key] == value, key
        assert abs(float(state(page)["lat"]) - 52.1) < 0.02 and abs(float(state(page)["z"]) - 6) < 0.01
        assert page.input_value("#filter-minimumAltitude") == "305"
        assert page.query_selector("th[aria-sort='descending']")
        assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_back_undoes_a_selection(browser, base, _):
    with opened(browser, base, "/#table=1") as page:
        ready(page)
        page.wait_for_timeout(600)
        page.keyboard.press("j")
        first = wait(lambda: state(page).get("a"))
        page.keyboard.press("j")
        wait(lambda: state(page).get("a") != first)
        page.go_back()
        wait(lambda: state(page).get("a") == first)
        wait(lambda: page.evaluate("document.querySelectorAll('.rows tr[aria-selected=true]').length") == 1)


def test_a_typed_address_wins_over_one_that_waits_to_be_written(browser, base, _):
    typed = """(longitude) => {
        dispatchEvent(new KeyboardEvent('keydown', { key: 'u' }));
        const end = performance.now() + 400;
        while (performance.now() < end);
        location.hash = `#lang=en&z=5&lat=10&lon=${longitude}`;
    }"""
    with opened(browser, base, "/#lang=en") as page:
        ready(page)
        for longitude in range(1, 6):
            page.wait_for_timeout(500)
            page.evaluate(typed, longitude)
            wait(lambda longitude=longitude: float(state(page).get("lon", 0)) == longitude, timeout=10, tell=lambda: state(page))


def test_simulated_is_in_the_picture(browser, base, mock):
    with opened(browser, base, "/#lat=-40&lon=-120&z=4") as page:
        ready(page)
        if not page.evaluate("fetch('/api/v1/site').then((a) => a.json()).then((s) => s.simulated === true)"):
            raise Skip("this sky is not simulated")
        assert "SIMULATED" in text(page, "#notice-provenance")
        page.wait_for_timeout(1500)
        from PIL import Image

        box = page.query_selector("#stage").bounding_box()
        with_word = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
        page.evaluate("document.getElementById('aircraft').remove()")
        page.wait_for_timeout(300)
        without = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
        width, height = with_word.size
        for left in range(0, width - 400, 97):
            for top in range(0, height - 400, 89):
                crop = (left, top, left + 400, top + 400)
                ink = sum(1 for a, b in zip(with_word.crop(crop).getdata(), without.crop(crop).getdata()) if sum(abs(x - y) for x, y in zip(a, b)) > 30)
                assert ink > 500, f"no word in the crop at {left}, {top}: {ink}"


def test_cut_stream_is_said_and_resumed(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock, whose stream can be cut")
    with opened(browser, base, "/") as page:
        ready(page)
        try:
            page.evaluate("fetch('/mock/cut')")
            wait(lambda: "Connection lost" in text(page, "#notice-stream"))
            wait(lambda: "retrying in" in text(page, "#notice-stream"))
            assert ready(page) > 0, "the last sky is gone"
        finally:
            page.evaluate("fetch('/mock/heal')")
        wait(lambda: not page.query_selector("#notice-stream"))
        wait(lambda: "Live" in text(page, "#stream-state"))


def test_aircraft_without_position_have_rows(browser, base, mock):
    with opened(browser, base, "/") as page:
        ready(page)
        if mock is None and not page.evaluate("fetch('/api/v1/aircraft').then((a) => a.json()).then((d) => d.aircraft.some((a) => a.latitude === undefined))"):
            raise Skip("all aircraft have positions in this sky")
        page.click("#count-without")
        wait(lambda: state(page).get("pos") == "without")
        assert page.query_selector(".rows tbody tr[tabindex='0']")


def settled(page):
    """Whether the sheet has the height that it is to have."""
    wanted = float(page.evaluate("document.documentElement.style.getPropertyValue('--sheet')").removesuffix("px"))
    return abs(page.query_selector("#sheet").bounding_box()["height"] - wanted) < 1


def test_narrow_screens_have_a_sheet(browser, base, _):
    for width in (390, 320):
        with opened(browser, base, "/", viewport={"width": width, "height": PHONE["height"]}, touch=True) as page:
            ready(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width}"
            heights = []
            for step in range(4):
                # It slides there; how quickly is the machine's business.
                wait(lambda: page.get_attribute("#sheet", "data-height") == str(step % 3) and settled(page))
                heights.append(page.query_selector("#sheet").bounding_box()["height"])
                page.click("#sheet-handle")
            assert heights[0] < heights[1] < heights[2] and heights[3] == heights[0], heights
            wait(lambda: page.get_attribute("#sheet", "data-height") == "1" and settled(page))
            small = page.evaluate("""[...document.querySelectorAll('button, a, input, select')].filter((e) => e.checkVisibility({visibilityProperty: true}) && e.offsetParent
                && !e.closest('.credits, .notice p, .unseen, .skip, .filters label')).map((e) => [e.id || e.className || e.textContent, e.getBoundingClientRect().width, e.getBoundingClientRect().height])
                .filter(([, w, h]) => w > 0 && (h < 43.5 || w < 40))""")
            assert not small, f"targets too small: {small}"
            page.click("#tool-menu")
            wait(lambda: page.query_selector("#menu a"))
            page.keyboard.press("Escape")
            wait(lambda: not page.query_selector("#menu"))


def test_reduced_motion_keeps_still(browser, base, _):
    with opened(browser, base, "/", reduced=True, viewport=DESKTOP) as page:
        ready(page)
        page.wait_for_timeout(1500)
        frames = page.evaluate("window.pelacakMetrics.frames")
        page.wait_for_timeout(2000)
        assert page.evaluate("window.pelacakMetrics.frames") - frames <= 12, "drawn between updates"


def test_works_without_map_library(browser, base, mock):
    with opened(browser, base, "/#table=1") as page:
        page.route("**/vendor/**", lambda route: route.fulfill(status=404, body=""))
        page.reload()
        ready(page)
        assert page.query_selector(".plainmap")
        box = page.query_selector("#stage").bounding_box()
        zoom = float(wait(lambda: state(page).get("z")))
        page.mouse.move(box["x"] + 200, box["y"] + 200)
        page.mouse.wheel(0, -300)
        wait(lambda: float(state(page)["z"]) > zoom)


def test_aircraft_come_back_after_the_drawing_context_was_lost(browser, base, _mock):
    with opened(browser, base, "/#lat=50&lon=8&z=4") as page:
        ready(page)
        wait(lambda: coloured(page) > 500)
        before = coloured(page)
        page.evaluate("window.__lose = document.getElementById('aircraft').getContext('webgl2').getExtension('WEBGL_lose_context'); window.__lose.loseContext()")
        wait(lambda: coloured(page) < before * 0.7)
        page.evaluate("window.__lose.restoreContext()")
        wait(lambda: coloured(page) > before * 0.8)
        assert page.evaluate("document.getElementById('aircraft').getContext('webgl2').getError()") == 0


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
