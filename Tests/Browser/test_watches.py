"""Watches: alerts and what they rest on, rules as a form and as text, previews, and what strangers see."""

import json

from browser import DESKTOP, PHONE, Skip, opened, text, unfold, wait
from contract import Contract
from test_visits import address, mocked, site

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def rule_text(page):
    return page.input_value("#rule-text")


def found(made, **wanted):
    """The first alert of the mock with these values."""
    return next(one for one in made.watches.alerts if all(one.get(key) == value for key, value in wanted.items()))


def corrected(made):
    return next(one for one in made.watches.alerts if "correctedBy" in one)


def test_watches_of_the_mock_are_as_described(_browser, _base, mock):
    mocked(mock)
    contract = Contract()
    with site() as (own, made):
        for path in ("watches", "watches/landings", "watches/examples", "watching", "watching?since=1749900000", "watching?since=1749900000&made=1749900000", "alerts?limit=3", f"alerts/{found(made, watch='silence')['id']}", f"alerts/{found(made, watch='silence')['id']}/messages", "outlets"):
            contract.ask(own, f"/api/v1/{path}")
        rule = {"name": "Seen", "where": {"A": {}}, "when": {"takeoff": {"of": "A"}}}
        contract.ask(own, "/api/v1/watches/preview", "POST", {"rule": rule, "days": 7})
        contract.ask(own, "/api/v1/watches", "POST", {"yaml": json.dumps(rule)})
        contract.ask(own, "/api/v1/watches", "POST", {"yaml": "name: [\n"})
        contract.ask(own, "/api/v1/outlets", "POST", {"name": "page", "kind": "feed"})
        contract.ask(own, "/api/v1/outlets/phone/test", "POST")
        contract.ask(own, "/api/v1/outlets/desk/again", "POST")


def test_alerts_newest_first_since_one_last_looked(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        for viewport, language, phrases in ((DESKTOP, "en", ("The last 24 hours", "Nobody watched 2 times", "no receiver gave anything", "Stopped", "late findings")), (PHONE, "id", ("24 jam terakhir", "2 kali tidak ada yang memantau", "tidak ada penerima", "Dihentikan", "temuan terlambat"))):
            with opened(browser, own, f"/alerts?lang={language}", viewport=viewport, touch=viewport is PHONE) as page:
                wait(lambda: len(page.query_selector_all(".alert-row")) == 50)
                for phrase in phrases:
                    assert phrase in text(page, "#since"), phrase
                page.click("#happenings summary")
                assert "130" in text(page, "#happenings summary") and "AR-96001" in text(page, "#happenings li") and "WIII" in text(page, "#happenings li")
                titles = page.eval_on_selector_all(".alert-row .title", "all => all.map((one) => one.textContent)")
                assert "7700" in titles[0] and "ZKPY" in titles[-1]
                # What is corrected is struck through, and leads to its correction.
                struck = page.query_selector(".alert-row:has(s)")
                assert "UEEE" in struck.inner_text() and found(made, corrects=corrected(made)["id"])["id"] in struck.inner_html()
                page.click("#more")
                wait(lambda: len(page.query_selector_all(".alert-row")) == len(made.watches.alerts))
                page.click("#looked")
                wait(lambda: text(page, "#since-alerts") == "0")
                made.watches.tell("AR-96001 took off again")
                page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
                page.reload()
                wait(lambda: text(page, "#since-alerts") == "1")
                assert page.query_selector(".alert-row.fresh") and len(page.query_selector_all(".alert-row.fresh")) == 1
                made.watches.alerts.remove(found(made, title={"en": "AR-96001 took off again", "id": "AR-96001 took off again"}))


def test_alert_shows_what_it_rests_on(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        silence, code = found(made, watch="silence"), found(made, watch="everybody")
        expected = {
            "en": ("Nobody is heard there.", "1, 4", "told to the operator alone", "says nothing about its transponder", "inferred", "Heard by", "roof, hill", "version 1", "4 more like this", "SIMULATED"),
            "id": ("Tidak ada yang terdengar di sana.", "1, 4", "hanya disampaikan kepada operator", "tidak berarti apa-apa tentang transpondernya", "disimpulkan", "Didengar oleh", "roof, hill", "versi 1", "4 lagi", "SIMULASI"),
        }
        for language, phrases in expected.items():
            with opened(browser, own, f"/alerts?id={silence['id']}&lang={language}", viewport=PHONE if language == "id" else DESKTOP) as page:
                wait(lambda: page.query_selector("#rule-title"))
                page.click("#heard summary")
                whole = text(page, "#one")
                for phrase in phrases:
                    assert phrase in whole, phrase
                # The picture is drawn of its lines alone, with names, broken where nothing was heard, and says that it is simulated.
                assert page.evaluate("document.querySelectorAll('.track-picture polyline').length") == 3
                assert page.eval_on_selector_all(".track-picture text", "all => all.map((one) => one.textContent)") == ["AR-96001", "AR-96002", phrases[-1]]
                page.click("#rule-then summary")
                assert "silent: " in page.inner_text("#rule-then pre") or '"silent"' in page.inner_text("#rule-then pre")
                assert page.get_attribute("#to-map", "href") == silence["link"]
                page.click("#messages-ask")
                wait(lambda: len(page.query_selector_all("#messages tbody tr")) == 3)
                assert "DF17" in text(page, "#messages") and "8d4840d6202cc371c32ce0576098" in text(page, "#messages") and page.query_selector("#messages-keep")
        with opened(browser, own, f"/alerts?id={code['id']}&lang=en") as page:
            wait(lambda: page.query_selector("#positions"))
            assert "two messages agree" in text(page, "#one")
            page.click("#positions summary")
            assert len(page.query_selector_all("#positions tbody tr")) == 6 and "roof" in text(page, "#positions tbody tr")
        with opened(browser, own, f"/alerts?id={corrected(made)['id']}&lang=en") as page:
            wait(lambda: "Correction" in text(page, "#corrected-by"))
            assert page.query_selector("#one-title s") and "93 %" in text(page, "#one") and "given up" in text(page, "#deliveries") and "it is not allowed" in text(page, "#deliveries")
            page.click("#corrected-by a")
            wait(lambda: page.query_selector("#corrects s"))
            wait(lambda: page.evaluate("document.activeElement.id") == "one-title")
            page.go_back()
            wait(lambda: page.query_selector("#corrected-by"))
        with opened(browser, own, f"/alerts?id={'0' * 32}&lang=en") as page:
            wait(lambda: "no alert of this kind" in text(page, "#one"))


def test_hostile_words_of_an_alert_stay_words(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        evil = "<img src=x onerror=alert(1)>\u202eabc"
        alert = made.watches.alert("landings", made.sky_time, {"en": evil, "id": evil}, {"en": f"{evil}\n" * 3, "id": evil}, [made.aircraft[0].hex], link="//elsewhere.example/", deliveries=[])
        alert["evidence"] = {"picture": f'<svg onload="alert(1)"><path d="M0 0L1 1" onclick="x"/>{evil}</svg>', "bound": {"A": [made.aircraft[0].hex]}, "events": [{"kind": evil, "time": 1, "aircraft": "zz"}], "aircraft": "none", "rule": {evil: evil}}
        with opened(browser, own, f"/alerts?id={alert['id']}&lang=en") as page:
            wait(lambda: page.query_selector("#rule-title"))
            assert not page.query_selector("main img") and not page.query_selector("#to-map") and "\u202e" not in text(page, "#one-title")
            assert page.evaluate("[...document.querySelectorAll('.track-picture *')].every((one) => !one.hasAttribute('onclick'))")


def test_rules_are_listed_switched_and_deleted(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, "/watches?lang=en") as page:
        wait(lambda: len(page.query_selector_all(".watch-card")) == 4)
        card = page.inner_text('[data-id="everybody"]')
        assert "stopped" in card and "remembered more than 20,000" in card
        assert "4 alerts in 30 days" in page.inner_text('[data-id="landings"]') and "of a visit" in page.inner_text('[data-id="landings"]') and "public" in page.inner_text('[data-id="silence"]')
        page.click("#switch-landings")
        wait(lambda: not made.watches.rules["landings"]["enabled"])
        wait(lambda: "at rest" in page.inner_text('[data-id="landings"]'))
        page.click("#switch-everybody")
        wait(lambda: "stopped" not in made.watches.rules["everybody"])
        page.focus("#delete-resting")
        page.keyboard.press("Enter")
        wait(lambda: "Its alerts stay" in page.inner_text('[data-id="resting"]'))
        page.click("#delete-resting-no")
        assert "resting" in made.watches.rules
        page.click("#delete-resting")
        page.click("#delete-resting-yes")
        wait(lambda: "resting" not in made.watches.rules)
        wait(lambda: len(page.query_selector_all(".watch-card")) == 3)


def test_a_rule_is_a_form_and_its_text_each_made_of_the_other(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, "/watches?lang=en") as page:
        wait(lambda: page.query_selector(".example-list a"))
        page.click("#new-rule")
        wait(lambda: page.query_selector("#rule-form .rule-part"))
        page.fill("#rule-name", "Home again")
        wait(lambda: 'name: Home again' in rule_text(page))
        # The form writes the text: another kind, a test, a sequence.
        kinds = page.query_selector("#part-who [id$='-add']")
        kinds.click()
        page.fill("#part-who .rule-item input[type=text]", "special-flights")
        wait(lambda: "A: {list: special-flights}" in rule_text(page))
        page.check("#mode-sequence")
        wait(lambda: "sequence:" in rule_text(page) and "within: 12h" in rule_text(page))
        first = page.query_selector(".steps-list > li:first-child select[id$='-kind']")
        first.select_option("silent")
        wait(lambda: "silent: {of: A, atLeast: 20min, coverage: required}" in rule_text(page))
        page.check("#mode-one")
        wait(lambda: "sequence:" not in rule_text(page))
        # The text writes the form.
        page.fill("#rule-text", "# mine\nname: Three at once\nwhere:\n  A: {operator: RSD}\nwhen:\n  count: {of: A, event: {takeoff: {of: A}}, distinct: true, atLeast: 3, window: 2h}\nthen:\n  outlets: [phone]\n")
        wait(lambda: page.query_selector("#count-least") and page.input_value("#count-least") == "3")
        assert page.is_checked("#mode-count") and page.input_value("#rule-name") == "Three at once" and page.is_checked("#rule-outlets-phone") and not page.is_checked("#rule-outlets-desk")
        # What cannot be read is said with its line, and the form of before cannot be used.
        page.fill("#rule-text", "name: Three at once\nwhere: {A: {operator: RSD}\nwhen: {takeoff: {}}\n")
        wait(lambda: "Line" in text(page, "#text-error"))
        assert page.evaluate("document.getElementById('rule-form').inert") and page.is_visible("#form-note")
        page.fill("#rule-text", "name: Beyond\nwhere: {A: {}}\nwhen:\n  somethingNew: {of: A}\n")
        wait(lambda: "no field for when.somethingNew" in text(page, "#text-error") and "Line 4" in text(page, "#text-error"))
        page.fill("#rule-text", "name: Takes off\nwhere: {A: {}}\nwhen:\n  takeoff:\n    of: A\n    at: [ZZZZ]\n")
        wait(lambda: not page.evaluate("document.getElementById('rule-form').inert"))
        # What the server has against it stands at its line and in the form.
        page.click("#rule-save")
        wait(lambda: "Line 6" in text(page, "#text-error") and "when.takeoff.at[0]" in text(page, "#text-error"))
        assert page.evaluate("document.activeElement.value") == "ZZZZ" and "“ZZZZ” is not known here" in text(page, "#rule-error")
        page.keyboard.press("Control+A")
        page.keyboard.type("UUWW")
        wait(lambda: "at: [UUWW]" in rule_text(page) and not text(page, "#text-error"))
        # A change of language keeps what was typed.
        page.click("#tool-language")
        wait(lambda: text(page, "#editor-title") == "Aturan baru")
        assert "UUWW" in rule_text(page)
        page.click("#rule-save")
        wait(lambda: "takes-off" in made.watches.rules)
        wait(lambda: page.query_selector('[data-id="takes-off"]'))
        assert address(page).split("?")[0].endswith("/watches") and "new=" not in address(page)


def test_a_rule_is_changed_from_its_own_text_and_left_with_a_question(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, "/watches?edit=landings&lang=en") as page:
        wait(lambda: page.query_selector("#rule-within"))
        assert "version 3" in text(page, "#editor") and page.is_checked("#mode-sequence") and page.is_checked("#rule-outlets-phone")
        page.check("#rule-public")
        wait(lambda: "public: true" in rule_text(page))
        page.click("#rule-leave")
        assert "not kept" in text(page, "#editor-told")
        # Nor is it lost by a step back.
        page.evaluate("history.pushState(null, '', location.href); history.back()")
        wait(lambda: "edit=landings" in address(page) and "public: true" in rule_text(page))
        page.click("#rule-save")
        wait(lambda: made.watches.rules["landings"]["version"] == 3)
        assert made.watches.rules["landings"]["public"]
        wait(lambda: page.is_visible("#list-part"))


def test_an_area_is_drawn_by_mouse_and_by_keyboard(browser, base, mock):
    mocked(mock)
    with site("--no-vendor") as (own, made), opened(browser, own, "/watches?new=near-an-announced-stop&lang=en") as page:
        wait(lambda: page.query_selector("[id$='area-draw']"))
        page.select_option("[id$='area-kind']", "named")
        wait(lambda: page.query_selector("datalist option[value='yakutsk']"))
        page.fill("[id$='area-name']", "yakutsk")
        wait(lambda: "area: yakutsk" in rule_text(page))
        page.goto(f"{own}/watches?new=near-an-announced-stop&lang=en")
        wait(lambda: page.query_selector("[id$='area-draw']"))
        page.click("[id$='area-draw']")
        wait(lambda: "150 km around 62.093" in text(page, "#draw-status"))
        box = page.query_selector(".draw-map").bounding_box()
        page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.5)
        wait(lambda: "62.09" not in text(page, "#draw-status") or "129.771" not in text(page, "#draw-status"))
        page.focus("#draw-size")
        page.keyboard.press("ArrowRight")
        page.click("#draw-done")
        wait(lambda: "129.7706" not in rule_text(page) and "circle" in rule_text(page))
        assert page.evaluate("document.activeElement.id").endswith("area-draw")
        page.select_option("[id$='area-kind']", "polygon")
        wait(lambda: "polygon" in rule_text(page))
        page.click("[id$='area-draw']")
        wait(lambda: page.is_visible("#draw-area"))
        # By keyboard alone: the map is moved and its middle taken, three times.
        for key in ("ArrowRight", "ArrowDown"):
            page.focus(".draw-map canvas")
            for _ in range(3):
                page.keyboard.press(key)
            page.focus("#draw-middle")
            page.keyboard.press("Enter")
        wait(lambda: "3 corners" in text(page, "#draw-status"))
        page.click("#draw-undo")
        wait(lambda: "2 corners" in text(page, "#draw-status"))
        page.focus("#draw-middle")
        page.keyboard.press("Enter")
        page.focus("#draw-done")
        page.keyboard.press("Enter")
        wait(lambda: len(page.input_value("[id$='area-corners']").split("\n")) == 3)
        page.fill("[id$='area-corners']", "1, 2\nnowhere")
        wait(lambda: "not a latitude" in text(page, "[id$='area-wrong']"))


def test_preview_tells_how_often_and_can_be_stopped(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        for language, phrase, simulated in (("en", "this would have told you", "SIMULATED"), ("id", "akan memberi tahu Anda", "SIMULASI")):
            with opened(browser, own, f"/watches?new=special-flight-takes-off&lang={language}") as page:
                wait(lambda: page.query_selector("#preview-run"))
                made.watches.preview_seconds = 20
                page.click("#preview-run")
                wait(lambda: text(page, "#preview-run") in ("Stop", "Hentikan"))
                page.click("#preview-run")
                wait(lambda: text(page, "#preview-status") in ("Stopped.", "Dihentikan."))
                made.watches.preview_seconds = 0
                page.click("#preview-run")
                wait(lambda: phrase in text(page, "#preview-status"))
                assert simulated in text(page, "#preview-result") and len(page.query_selector_all("#preview-result > ol li")) == 20
                page.click("#preview-rest summary")
                # What was found is of the rule before it was changed.
                page.fill("#rule-name", "Another")
                wait(lambda: page.query_selector("#preview.stale"))
                assert made.watches.previews[-1]["days"] == 30


def test_strangers_read_public_alerts_alone(browser, base, mock):
    mocked(mock)
    with site("--token", "secret") as (own, made):
        silence = found(made, watch="silence")
        with opened(browser, own, "/alerts?lang=en") as page:
            wait(lambda: len(page.query_selector_all(".alert-row")) == 1)
            assert page.is_visible("#sign-in-hint") and not page.is_visible("#since")
            page.click(".alert-row .title")
            wait(lambda: "shown to whoever keeps this site" in text(page, "#one"))
            assert silence["id"] in address(page) and not page.query_selector("#deliveries-title") and not page.query_selector("#known-title")
        for path in ("/watches", "/outlets", "/watches?edit=landings"):
            with opened(browser, own, f"{path}{'&' if '?' in path else '?'}lang=en") as page:
                wait(lambda: "private" in text(page, "#refused"))
                assert page.is_visible("#sign-in-link") and not page.query_selector(".watch-card, .outlet-card")


def test_a_visit_is_watched_in_one_step_and_lists_what_was_told(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        made.watches.rules["landings"].pop("visit")
        kept = corrected(made)
        for alert in made.watches.alerts:
            alert.pop("visit", None)
        with opened(browser, own, "/visit?id=v2&lang=en") as page:
            wait(lambda: page.is_visible("#watch-visit"))
            assert not page.query_selector("#visit-alerts")
            made.visits.keeps = True
            page.click("#watch-visit")
            wait(lambda: "kept and watched" in text(page, "#rules-kept"))
            wait(lambda: not page.query_selector("#watch-visit"))
            assert page.get_attribute("#to-rules", "href") == "/watches?visit=v2"
            wait(lambda: "Nothing yet" in text(page, "#visit-alerts"))
            kept["visit"] = "v2"
            page.reload()
            wait(lambda: page.query_selector("#visit-alerts s"))
            assert "AR-96001 landed at UEEE" in text(page, "#visit-alerts") and "no verdict" in text(page, "#visit-alerts") and "SIMULATED" in text(page, "#visit-alerts")
            page.click("#to-rules")
            wait(lambda: len(page.query_selector_all(".watch-card")) == 1)
    with site("--token", "secret") as (own, made):
        # Who may not write reads what public rules told, and no rules.
        made.visits.all["v2"]["watched"] = True
        found(made, watch="silence")["visit"] = "v2"
        with opened(browser, own, "/visit?id=v2&lang=id") as page:
            wait(lambda: len(page.query_selector_all("#visit-alerts li")) == 1)
            assert not page.query_selector("#make-watches") and not page.query_selector("#rules")


def test_pages_of_watches_fit_a_phone_and_axe_finds_nothing(browser, base, mock):
    mocked(mock)
    try:
        import axe_playwright_python
    except ImportError:
        raise Skip("needs axe-playwright-python") from None
    from pathlib import Path

    script = next(Path(axe_playwright_python.__file__).parent.glob("*axe*.js")).read_text()
    faults = []
    with site() as (own, made):
        silence = f"/alerts?id={found(made, watch='everybody')['id']}"
        pages = (("/alerts", ".alert-row"), (silence, "#rule-title"), (f"/alerts?id={corrected(made)['id']}", "#deliveries"), ("/watches", ".watch-card"), ("/watches?new=relay-pair", "#rule-within"), ("/watches?new=near-an-announced-stop", "[id$='area-draw']"), ("/watches?new=three-of-a-fleet", "#count-least"), ("/outlets", ".outlet-card"))
        for path, ready in pages:
            for theme, language, viewport in (("dark", "en", DESKTOP), ("light", "id", DESKTOP), ("light", "en", PHONE), ("dark", "id", PHONE), ("dark", "id", {"width": 320, "height": 640})):
                with opened(browser, own, path + ("&" if "?" in path else "?") + f"lang={language}", viewport=viewport, theme=theme, touch=viewport is not DESKTOP, reduced=True) as page:
                    wait(lambda: page.query_selector(ready))
                    unfold(page, "main")
                    wide = page.evaluate("document.documentElement.scrollWidth")
                    assert wide <= viewport["width"], (path, language, viewport, wide)
                    page.evaluate("scrollTo(0, 0)")
                    page.evaluate(script)
                    for fault in page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")["violations"]:
                        node = fault["nodes"][0]
                        faults.append(f"{path} {theme} {viewport['width']}: {fault['id']} {node['target']} {node['any'][0]['message'] if node['any'] else ''} {node['html'][:120]}")
    assert not faults, "\n    ".join([f"{len(faults)} violations", *faults[:14]])


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
