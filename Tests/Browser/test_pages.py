"""The pages for sources and about, and what holds on all pages."""

import json

import mock_site
from browser import DESKTOP, LOOKS, PHONE, Skip, opened, ready, text, wait
from test_places import fulfilling


def test_source_is_tested_saved_paused_removed(browser, base, mock):
    if mock is None:
        raise Skip("would write the configuration file of a real server")
    with opened(browser, base, "/sources") as page:
        wait(lambda: page.query_selector(".card"))
        assert "pelacak.yaml" in text(page, "#written")
        page.click("#source-save")
        wait(lambda: "name" in text(page, "#source-name-error"))
        page.fill("#source-name", "garden")
        page.fill("#source-address", "nowhere")
        page.click("#source-save")
        wait(lambda: "machine:port" in text(page, "#source-address-error"))
        page.fill("#source-address", "192.0.2.9:30005")
        page.fill("#source-latitude", "52.1")
        page.fill("#source-longitude", "5.2")
        page.click("#source-test")
        wait(lambda: "It works" in text(page, "#test .verdict"))
        assert not any("garden" in text(card, "h3") for card in page.query_selector_all(".card")), "the test saved it"
        page.click("#source-save")
        card = ".card[data-id='garden']"
        wait(lambda: page.query_selector(card))
        assert "52.1" not in text(page, card), "the place is given back"
        page.click(f"{card} .pause")
        wait(lambda: "paused" in text(page, f"{card} .status"))
        page.click(f"{card} .pause")
        wait(lambda: "connected" in text(page, f"{card} .status"))
        page.click(f"{card} .remove")
        wait(lambda: "Remove garden" in text(page, f"{card} .confirm"))
        page.click(f"{card} .keep")
        wait(lambda: not page.query_selector(f"{card} .confirm"))
        page.click(f"{card} .remove")
        page.click(f"{card} .really")
        wait(lambda: not page.query_selector(card))


def test_silent_address_says_what_to_do(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock")
    with opened(browser, base, "/sources") as page:
        wait(lambda: page.query_selector("#source-name"))
        page.fill("#source-name", "dead")
        page.fill("#source-address", "192.0.2.9:1")
        page.click("#source-test")
        wait(lambda: "Nothing listens there" in text(page, "#test .verdict"))
        page.fill("#source-name", "roof")
        page.fill("#source-address", "192.0.2.9:2")
        page.click("#source-save")
        wait(lambda: "taken" in text(page, "#source-name-error") + text(page, "#source-form-error"))


def test_provider_is_added_only_with_its_terms_confirmed(browser, base, mock):
    if mock is None:
        raise Skip("would poll a provider")
    with opened(browser, base, "/sources") as page:
        wait(lambda: page.query_selector("#source-name"))
        page.fill("#source-name", "lowlands")
        page.select_option("#source-format", "v2")
        wait(lambda: "ODbL" in text(page, ".polled .terms"))
        assert not page.is_visible("#source-address") and not page.is_visible("#source-latitude")
        link = page.query_selector(".polled .terms a")
        assert link.get_attribute("href") == "https://api.adsb.lol/docs" and "noreferrer" in link.get_attribute("rel")
        page.click("#source-save")
        wait(lambda: "commas" in text(page, "#source-value-error"))
        page.fill("#source-value", "52.3, 4.8, 50")
        page.click("#source-save")
        wait(lambda: "Choose what" in text(page, "#source-purpose-error"))
        page.select_option("#source-purpose", "newsroom")
        page.click("#source-save")
        wait(lambda: "tick" in text(page, "#source-terms-error"))
        page.check("#source-terms")
        page.fill("#source-every", "0,1")
        page.click("#source-save")
        wait(lambda: "0.5 to 86400" in text(page, "#source-every-error"))
        page.fill("#source-every", "30")
        page.click("#source-save")
        card = ".card[data-id='lowlands']"
        wait(lambda: page.query_selector(card))
        assert "Newsroom" in text(page, f"{card} .poll") and "ODbL" in text(page, f"{card} .poll")
        sent = mock.site.posted[-1]
        today = page.evaluate("new Date().toLocaleDateString('sv')")
        assert sent == {"name": "lowlands", "format": "v2", "poll": {
            "every": 30, "provider": "adsb-lol", "query": "circle", "value": "52.3,4.8,50", "terms": today, "purpose": "newsroom"}}, sent
        page.click(f"{card} .remove")
        page.click(f"{card} .really")
        wait(lambda: not page.query_selector(card))


def test_purpose_that_does_not_fit_is_said(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock")
    with opened(browser, base, "/sources") as page:
        wait(lambda: page.query_selector("#source-name"))
        page.select_option("#source-format", "v2")
        wait(lambda: page.query_selector("#source-provider option[value='adsb-fi']"))
        page.select_option("#source-provider", "adsb-fi")
        wait(lambda: "adsb.fi must be cited" in text(page, ".polled .terms"))
        assert not page.query_selector("#source-query option[value='type']"), "a question this provider does not answer"
        page.select_option("#source-purpose", "research")
        assert "unclear" in text(page, "#source-purpose-hint")
        assert not page.is_visible("#source-termsLink")
        page.select_option("#source-purpose", "newsroom")
        assert "do not allow" in text(page, "#source-purpose-hint")
        assert page.is_visible("#source-termsLink")
        page.select_option("#source-provider", "")
        assert page.is_visible("#source-address") and page.is_visible("#source-termsLink") and page.is_visible("#source-key")
        page.select_option("#source-format", "opensky")
        wait(lambda: "400 without an account" in text(page, ".polled .terms"))
        assert page.is_visible("#source-clientId") and "could be checked" in text(page, ".polled .terms")
        page.select_option("#source-format", "readsb")
        assert page.is_visible("#source-address") and not page.query_selector("#source-purpose")
        page.fill("#source-name", "neighbour")
        page.fill("#source-address", "http://192.0.2.9/tar1090/data/aircraft.json")
        page.click("#source-save")
        wait(lambda: page.query_selector(".card[data-id='neighbour']"))
        assert mock.site.posted[-1]["poll"] == {}
        page.select_option("#source-format", "beast")
        assert page.is_visible("#source-clock") and not page.query_selector(".polled:not([hidden])")


def test_polled_source_shows_whose_data_they_are_and_when_it_asks_next(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock")
    with opened(browser, base, "/sources") as page:
        card = ".card[data-id='north'] .poll"
        wait(lambda: "Next request in 8 s" in text(page, card))
        for word in ("ODbL; may be passed on", "Data from adsb.lol", "Read on November 25, 2026", "last answer 200"):
            assert word in text(page, card), word
        card = ".card[data-id='states'] .poll"
        for word in ("312 credits left", "never passed on", "unclear", "last answer 429"):
            assert word in text(page, card), word


def test_unconfirmed_source_is_confirmed_in_its_card(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock")
    with opened(browser, base, "/sources") as page:
        card = ".card[data-id='military']"
        wait(lambda: "off until you confirm" in text(page, f"{card} .confirm-terms"))
        assert text(page, f"{card} .status") == "off"
        page.select_option("#confirm-military-purpose", "private")
        page.click(f"{card} .confirm-terms .main")
        wait(lambda: "tick" in text(page, "#confirm-military-terms-error"))
        page.check("#confirm-military-terms")
        # The list is drawn anew every two seconds; what was chosen must outlast it.
        page.wait_for_timeout(2600)
        assert page.is_checked("#confirm-military-terms")
        page.click(f"{card} .confirm-terms .main")
        wait(lambda: not page.query_selector(f"{card} .confirm-terms"))
        assert "For myself" in text(page, f"{card} .poll")


def test_feeders_of_a_listener_say_how_they_stand(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock")
    with opened(browser, base, "/sources") as page:
        card = ".card[data-id='club']"
        wait(lambda: "3 feeders" in text(page, f"{card} summary"))
        assert "quarantined" in text(page, f"{card} summary")
        page.click(f"{card} summary")
        wait(lambda: "contradicts at least two others (41)" in text(page, f"{card} .feeders"))
        found = text(page, f"{card} .feeders")
        for word in ("balcony", "registered", "81,234 frames", "impossible jumps (9)", "something-new (1)", "not connected"):
            assert word in found, word
        page.wait_for_timeout(4500)
        assert page.query_selector(f"{card} details[open]"), "it closed by itself"


def test_samples_that_did_not_come_are_told_on_their_source(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock")
    for language, words in (("en", "131,072 samples did not come in time (0.18\u00a0%)"), ("id", "131.072 sampel tidak datang pada waktunya (0,18\u00a0%)")):
        with opened(browser, base, f"/sources?lang={language}") as page:
            wait(lambda words=words: words in text(page, ".card[data-id='dongle'] .lost"))
            assert not page.is_visible(".card[data-id='club'] .lost")


def test_credits_of_shown_data_stand_on_the_map_and_about(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock")
    other = mock_site.start(["--port", "0", "--real", "--no-basemap"])
    try:
        at = f"http://127.0.0.1:{other.server_address[1]}"
        with opened(browser, at, "/") as page:
            wait(lambda: "Data from adsb.lol and its feeders, ODbL 1.0" in text(page, "#credits"))
            assert page.query_selector("#credits a[href='https://adsb.lol']")
        with opened(browser, at, "/about") as page:
            wait(lambda: "Data from adsb.lol" in text(page, "#data-credits"))
    finally:
        other.shutdown()


def test_token_is_asked_for_and_used(browser, base, mock):
    if mock is None:
        raise Skip("needs a server with a token")
    other = mock_site.start(["--port", "0", "--token", "open-sesame"])
    try:
        with opened(browser, f"http://127.0.0.1:{other.server_address[1]}", "/sources") as page:
            wait(lambda: page.query_selector("#token"))
            page.click(".card[data-id='roof'] .pause")
            wait(lambda: "did not accept" in text(page, "#token-hint"))
            page.fill("#token", "open-sesame")
            page.press("#token", "Tab")
            page.click(".card[data-id='roof'] .pause")
            wait(lambda: "paused" in text(page, ".card[data-id='roof'] .status"))
            assert page.evaluate("sessionStorage.getItem('pelacak.token')") == "open-sesame"
            assert page.evaluate("JSON.stringify(localStorage)").find("sesame") < 0
    finally:
        other.shutdown()


def test_undetermined_sky_is_said_and_real_one_has_no_word(browser, base, mock):
    if mock is None:
        raise Skip("needs a server of that kind")
    for option, words in (("--undetermined", "not yet known"), ("--real", "")):
        other = mock_site.start(["--port", "0", option, "--no-basemap"])
        try:
            for path in ("/", "/about"):
                with opened(browser, f"http://127.0.0.1:{other.server_address[1]}", path) as page:
                    page.wait_for_timeout(2500)
                    assert words in text(page, "#notice-provenance"), option
                    assert "SIMULATED" not in text(page, "#notices"), option
        finally:
            other.shutdown()


def test_hostile_names_are_shown_as_text(browser, base, mock):
    if mock is None:
        raise Skip("needs the mock, whose aircraft can be given any name")
    other = mock_site.start(["--port", "0", "--aircraft", "30"])
    try:
        one = other.site.aircraft[0]
        one.callsign = "<img src=x>\u202eABC\u0000"
        one.registration = "'\"><script>alert(1)</script>" + "W" * 500
        with opened(browser, f"http://127.0.0.1:{other.server_address[1]}", f"/#table=wide&a={one.hex}") as page:
            ready(page)
            wait(lambda: "<img src=x>" in text(page, "#panel-title") or "<img src=x>" in page.evaluate("document.getElementById('panel-title').textContent"))
            assert not page.query_selector("main img"), "markup from the air became an element"
            assert "\u202e" not in page.evaluate("document.body.textContent")
            assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"]
    finally:
        other.shutdown()


def test_about_has_notice_and_credits(browser, base, _):
    with opened(browser, base, "/about") as page:
        wait(lambda: text(page, "#version").startswith("Pelacak"))
        body = page.inner_text("main")
        for word in ("MapLibre contributors", "CC BY 4.0", "OurAirports", "Natural Earth", "airportsdata", "Unicode CLDR", "Unicode License v3", "observed", "dashed"):
            assert word in body, word


def test_about_says_what_is_kept(browser, base, mock):
    if not mock:
        raise Skip("needs the mock's policy")
    for language, delay in (("en", "15 minutes later"), ("id", "15 menit lebih lambat")):
        with opened(browser, base, f"/about#lang={language}") as page:
            wait(lambda: delay in text(page, "#kept"))
            assert "10" in text(page, "#kept") and "150 km" in text(page, "#kept") and "2026-11-20" in text(page, "#kept")
            assert page.get_attribute("#contact a", "href") == "mailto:desk@example.org" and text(page, "#contact").endswith("desk@example.org")
            assert "9" in text(page, "#protection") and "5 km" in text(page, "#protection")
            assert page.inner_text("#decision-rows").split()[-5:] == ["3", "1", "0", "0", "2026-11-24"]


def test_about_breaks_no_word_of_its_tables(browser, base, mock):
    if not mock:
        raise Skip("needs decisions, which the mock has")
    for viewport in (DESKTOP, PHONE, {"width": 320, "height": 640}):
        for language in ("en", "id"):
            with opened(browser, base, f"/about#lang={language}", viewport=viewport, touch=viewport is not DESKTOP) as page:
                wait(lambda: page.query_selector("#decision-rows tr"))
                # A word that has boxes on two lines is broken; a hyphen or a slash may end a line in a licence, never in a date.
                broken = page.evaluate(r"""[...document.querySelectorAll('.prose table')].flatMap((table) => {
                    const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT), broken = [];
                    while (walker.nextNode()) {
                        const node = walker.currentNode;
                        for (const word of node.data.matchAll(/\d{4}-\d\d-\d\d|[^\s\/-]+/g)) {
                            const range = document.createRange();
                            range.setStart(node, word.index);
                            range.setEnd(node, word.index + word[0].length);
                            if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
                        }
                    }
                    return broken;
                })""")
                assert not broken, (viewport, language, broken)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= viewport["width"], (viewport, language, wide)
                edge = page.evaluate("Math.max(...[...document.querySelectorAll('#decision-rows time')].map((one) => one.getBoundingClientRect().right))")
                assert 0 < edge <= viewport["width"], (viewport, language, edge)


def test_about_finds_no_receiver_in_a_simulated_sky_without_one(browser, base, mock):
    if not mock:
        raise Skip("answers are made up with the mock alone")
    site = mock.site.document()
    site["discretion"] = {"place": "hidden", "protection": "none"}
    for language, simulated, found in (("en", "Nothing is received here", "work out where a receiver stands"), ("id", "tidak ada yang diterima", "menghitung letak penerima")):
        for is_simulated in (True, False):
            with opened(browser, base, f"/about#lang={language}") as page:
                document = {**site, "provenance": "simulated" if is_simulated else "real", "simulated": True}
                if not is_simulated:
                    del document["simulated"]
                page.route("**/api/v1/site", fulfilling(200, json.dumps(document)))
                page.reload()
                expected, other = (simulated, found) if is_simulated else (found, simulated)
                wait(lambda expected=expected: expected in text(page, "#protection"))
                assert other not in text(page, "#protection")


def test_every_page_says_simulated(browser, base, _):
    for path in ("/", "/flights", "/airport", "/visits", "/visit", "/alerts", "/watches", "/outlets", "/objections", "/sources", "/about", "/api", "/sign-in"):
        with opened(browser, base, path) as page:
            wait(lambda: page.evaluate("document.querySelector('h1')"))
            if not page.evaluate("fetch('/api/v1/site').then((a) => a.json()).then((s) => s.simulated === true)"):
                raise Skip("this sky is not simulated")
            wait(lambda: "SIMULATED" in text(page, "#notice-provenance"))


def test_no_page_is_wider_than_a_phone(browser, base, _):
    for width in (390, 320):
        for path in ("/flights", "/airport", "/visits", "/visit", "/alerts", "/watches", "/outlets", "/objections", "/sources", "/about", "/api", "/sign-in"):
            for language in ("en", "id"):
                with opened(browser, base, f"{path}#lang={language}", viewport={"width": width, "height": PHONE["height"]}, touch=True) as page:
                    wait(lambda: text(page, "h1"))
                    page.wait_for_timeout(500)
                    found = page.evaluate("document.documentElement.scrollWidth")
                    assert found <= width, f"{path} {language}: {found} > {width}"


def axe_on(name, path):
    """A test of one page in four looks."""

    def test(browser, base, _):
        try:
            import axe_playwright_python
        except ImportError:
            raise Skip("needs axe-playwright-python") from None
        from pathlib import Path

        script = next(Path(axe_playwright_python.__file__).parent.glob("*axe*.js")).read_text()
        faults = []
        for theme, language, viewport in LOOKS:
            with opened(browser, base, "/about", viewport=viewport, theme=theme) as page:
                first = page.evaluate("fetch('/api/v1/aircraft').then((a) => a.json()).then((d) => d.aircraft.length ? d.aircraft[0].hex : '')")
                target = path.replace("first", first) + ("&" if "#" in path else "#") + f"lang={language}&theme={theme}"
                page.goto(base + target)
                page.reload()
                if path.startswith("/#"):
                    ready(page)
                page.wait_for_timeout(900)
                page.evaluate(script)
                result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
                for fault in result["violations"]:
                    node = fault["nodes"][0]
                    faults.append(f"{target} {viewport['width']}: {fault['id']} {node['target']} {node['any'][0]['message'] if node['any'] else ''} {node['html'][:120]}")
        assert not faults, "\n    ".join([f"{len(faults)} violations"] + faults[:12])

    test.__name__ = f"test_axe_finds_nothing_on_{name}"
    return test


AXE = [axe_on(*one) for one in (
    ("the_map_and_a_panel", "/#table=1&a=first"), ("the_wide_table", "/#table=wide"), ("sources", "/sources"), ("about", "/about"), ("the_interface", "/api"), ("signing_in", "/sign-in"))]


def test_the_page_for_programs_lists_every_request_in_both_languages(browser, base, _):
    with opened(browser, base, "/api#lang=en") as page:
        wait(lambda: "GET /api/v1/aircraft/{hex}/track" in text(page, "#api"))
        count = page.evaluate("fetch('/api/v1/openapi.json').then((a) => a.json()).then((d) => "
                              "Object.values(d.paths).reduce((n, o) => n + Object.keys(o).filter((k) => k !== 'parameters').length, 0))")
        assert len(page.query_selector_all("#api section:not(:last-of-type) details")) == count
        assert "One aircraft, and how each value is known" in text(page, "#api")
        page.click("#api summary:has-text('GET /api/v1/receivers')")
        page.click("#api details[open] a[href='#form-Receivers']")
        assert page.evaluate("document.getElementById('form-Receivers').open")
        assert "lang=en" in page.url
    with opened(browser, base, "/api#lang=id") as page:
        wait(lambda: "Satu pesawat, dan bagaimana tiap nilai diketahui" in text(page, "#api"))


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")] + AXE
