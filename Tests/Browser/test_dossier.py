"""The dossier of a visit: candidates, claims, timeline, watches, what others see, paper, and what goes wrong."""

import json

from browser import DESKTOP, PHONE, opened, text, wait
from test_flights import RULES
from test_places import fulfilling
from test_visits import DOSSIER, DRAFT, address, mocked, shown, site


def test_dossier_tells_groups_first_and_words_before_numbers(browser, base, mock):
    mocked(mock)
    for language, phrases in {"en": ("Aircraft consistent with the announced visit", "2 together", "None of these", "1 in 40 days", "What would settle it", "5,212"), "id": ("Pesawat yang cocok dengan kunjungan", "2 bersama", "Bukan salah satunya", "1 dalam 40 hari", "Yang akan memastikannya", "5.212")}.items():
        with opened(browser, base, f"{DOSSIER}&lang={language}") as page:
            shown(page)
            whole = text(page, "#candidates")
            for phrase in phrases:
                assert phrase in whole, phrase
            group = text(page, ".group")
            assert group.index("2") < group.index("64"), group
            # None of these stands where it belongs: behind the likelier, before the less likely.
            assert page.evaluate("[...document.querySelectorAll('.group')].map((one) => one.id)")[1] == "none"
            for word in ("aboard the", "'s plane", "di dalam pesawat ini", "pesawat presiden"):
                assert word not in whole, word
            # Every link within the page leads somewhere.
            lost = page.evaluate("[...document.querySelectorAll('#dossier a[href^=\"#\"]')].map((one) => one.getAttribute('href')).filter((one) => !document.getElementById(decodeURIComponent(one.slice(1))))")
            assert not lost, lost
            links = page.evaluate("[...document.querySelectorAll('#candidates a.rest, #candidates a.button')].map((one) => one.getAttribute('href'))")
            assert any(one.startswith("/#a=d0") and "at=2025-06-17T17:22" in one for one in links), links
            assert any(one.startswith("/flights?hex=d0") for one in links), links
            assert page.is_visible("#notice-provenance") and page.query_selector("#line-place .stamp") and page.query_selector("#candidates .chip.simulated")


def test_dossier_with_and_without_later_claims_and_back_leads_back(browser, base, mock):
    mocked(mock)
    with opened(browser, base, f"{DOSSIER}&lang=en") as page:
        shown(page)
        assert page.get_attribute("#without-later", "aria-pressed") == "true" and "31" in text(page, "#none")
        page.click("#with-later")
        wait(lambda: "12" in text(page, "#none"))
        assert "later=1" in address(page) and page.evaluate("document.activeElement.id") == "with-later"
        page.go_back()
        wait(lambda: "31" in text(page, "#none"))
        page.click(".candidate[open] button[id^=path-]")
        wait(lambda: "show=d0" in address(page) and text(page, "#map-note").find("AR-96001") >= 0)
        page.reload()
        shown(page)
        wait(lambda: "AR-96001" in text(page, "#map-note"))


def test_window_is_widened_and_narrowed_and_reports_disagree(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, f"{DOSSIER}&lang=en") as page:
        shown(page)
        assert "Tuesday night" in text(page, "#disagreements") and "Tuesday night" in text(page, "#stop-2")
        assert "supported" in text(page, "#claim-8") and "contradicted" in text(page, "#claim-9") and "2,558 km" in text(page, "#claim-9")
        page.click("#widen-2")
        wait(lambda: page.query_selector("#narrow-2-8"))
        assert "narrowed" not in made.visits.all["v2"]["stops"][1]
        page.click("#narrow-2-8")
        wait(lambda: page.query_selector("#widen-2-8"))
        assert made.visits.all["v2"]["stops"][1]["narrowed"]["claims"] == [8]
        # What is no link of the web is text.
        assert not page.query_selector("#report-2 .address a") and page.get_attribute("#report-1 .address a", "rel") == "noreferrer noopener external"


def test_young_archive_has_no_percentages(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        made.visits.young = True
        for language, word in (("en", "no percentages"), ("id", "tanpa persentase")):
            with opened(browser, own, f"{DOSSIER}&lang={language}") as page:
                shown(page)
                assert word in text(page, "#young") and len(page.query_selector_all("#young li")) == 2
                assert not page.query_selector("#candidates .share")
                assert "%" not in text(page, "#candidates .groups").replace("62 %", "")


def test_timeline_is_a_picture_and_a_table(browser, base, mock):
    mocked(mock)
    with opened(browser, base, f"{DOSSIER}&lang=en") as page:
        shown(page)
        wait(lambda: page.query_selector("#line-place svg .bar-observed"))
        kinds = page.evaluate("[...new Set([...document.querySelectorAll('.line-frame svg g[class^=bar-]')].map((one) => one.getAttribute('class').split(' ')[0]))].sort()")
        assert kinds == ["bar-announced", "bar-claimed", "bar-impossible", "bar-inferred", "bar-narrowed", "bar-observed", "bar-tail"], kinds
        page.click("#line-table summary")
        table = text(page, "#line-table")
        for word in ("by the clock of Pyongyang", "cannot have been there", "claimed", "later than announced", "AR-96001", "most likely"):
            assert word in table, word


def test_watch_plan_exports_sharing_and_the_end(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, f"{DOSSIER}&lang=en") as page:
        shown(page)
        wait(lambda: page.query_selector("#plan"))
        assert "tells the provider whom one watches" in text(page, "#plan") and "18 requests an hour" in text(page, "#plan") and "Yakutsk lies outside" in text(page, "#plan")
        page.click("#make-watches")
        wait(lambda: page.query_selector("#rules"))
        assert "Nothing watches them yet" in text(page, "#rules-kept")
        page.click("#rules summary")
        assert "at: [UEEE, ZKPY, VVNB]\n" in page.inner_text("#rules pre") + "\n"
        for format_ in ("json", "geojson", "csv"):
            with page.expect_download() as download:
                page.click(f"#export-{format_}")
            assert download.value.suggested_filename == f"visit-tomas-belk-v2.{format_}"
        page.click("#make-private")
        wait(lambda: not made.visits.all["v2"]["public"])
        wait(lambda: page.query_selector("#make-public"))
        page.click("#make-public")
        page.click("#make-public-yes")
        wait(lambda: made.visits.all["v2"]["public"])
        page.click("#close-visit")
        wait(lambda: made.visits.all["v2"]["status"] == "closed")
        page.click("#delete-visit")
        wait(lambda: "cannot be taken back" in text(page, "#settings .question"))
        page.click("#delete-visit-yes")
        wait(lambda: address(page).partition("?")[0].endswith("/visits"))
        assert "v2" not in made.visits.all


def test_stranger_reads_and_changes_nothing(browser, base, mock):
    mocked(mock)
    with site("--token", "secret") as (own, made):
        with opened(browser, own, "/visits?lang=en") as page:
            wait(lambda: len(page.query_selector_all(".visit-row")) == 1)
            assert not page.is_visible("#new-part") and page.is_visible("#sign-in-hint") and "next=%2Fvisits" in page.get_attribute("#sign-in-link", "href")
        with opened(browser, own, f"{DOSSIER}&lang=en") as page:
            shown(page)
            assert page.is_visible("#sign-in-hint")
            for selector in ("#edit-stop-1", "#paper-text", "#make-watches", "#delete-visit", "#add-report", "#remove-claim-1"):
                assert not (page.query_selector(selector) and page.is_visible(selector)), selector
            assert "by desk" not in text(page, "#log") and page.query_selector("#export-json")
        with opened(browser, own, f"{DRAFT}&lang=en") as page:
            wait(lambda: "no such visit" in text(page, "#missing-text"))


def test_visits_that_fail_and_hostile_text(browser, base, mock):
    mocked(mock)
    hostile = "<img src=x onerror=alert(1)>\u202e" + "W" * 300
    with site() as (own, made):
        visit = made.visits.all["v2"]
        visit.update(title=hostile)
        visit["subject"].update(name=hostile, role=hostile)
        for one in visit["stops"]:
            one["name"] = hostile
        for one in visit["claims"]:
            one.update(kindText=hostile, speaker={"name": hostile, "unnamed": True, "toldTo": hostile}, aircraft=[hostile])
        visit["reports"][0].update(title=hostile, outlet=hostile, licence=hostile, language="<b>")
        for viewport in (DESKTOP, PHONE):
            with opened(browser, own, f"{DOSSIER}&lang=en", viewport=viewport) as page:
                shown(page)
                assert not page.query_selector("main img") and "\u202e" not in page.evaluate("document.querySelector('main').textContent.replace(document.getElementById('paper').textContent, '')")
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= viewport["width"], wide
    for status, body, expected in ((404, {"error": "x", "code": "not-found"}, "no such visit"), (503, {"error": "x", "code": "visits"}, "cannot be read")):
        with opened(browser, base, "/about") as page:
            page.route("**/api/v1/visits/v1?*", fulfilling(status, json.dumps(body)))
            page.goto(f"{base}{DRAFT}&lang=en")
            wait(lambda expected=expected: expected in text(page, "#missing-text"))
    for status, code, expected in ((429, "busy", "Too much"), (404, "nothing-heard", "has not begun"), (409, "nothing-to-compare", "no confirmed stop has both"), (503, "archive", "cannot be compared")):
        with opened(browser, base, "/about") as page:
            page.watch.MEANT = (*page.watch.MEANT, "429")
            page.route("**/candidates?*", fulfilling(status, json.dumps({"error": "x", "code": code})))
            page.goto(f"{base}{DOSSIER}&lang=en")
            wait(lambda expected=expected: expected in text(page, "#ranking-trouble"))


def test_dossier_is_printed_whole(browser, base, mock):
    mocked(mock)
    with opened(browser, base, f"{DOSSIER}&lang=en") as page:
        shown(page)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        for selector, is_shown in (("#line-table table", True), ("#excluded ul", True), (".bar", False), ("#paper-part", False), ("#settings", False), (".stop-card .actions", False), ("#claim-9", True), ("#notice-provenance", True)):
            assert page.is_visible(selector) == is_shown, selector
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert not page.evaluate("document.getElementById('excluded').open")


def test_visits_fit_a_phone_and_axe_finds_nothing(browser, base, mock):
    mocked(mock)
    import axe_playwright_python
    from pathlib import Path

    script = next(Path(axe_playwright_python.__file__).parent.glob("*axe*.js")).read_text()
    faults = []
    cases = [(path, theme, language, viewport) for path in ("/visits", DRAFT, DOSSIER) for theme, language in (("dark", "en"), ("light", "id")) for viewport in (DESKTOP, PHONE)]
    cases += [(DOSSIER, "light", "id", {"width": 320, "height": 640}), (DRAFT, "dark", "en", {"width": 320, "height": 640})]
    for path, theme, language, viewport in cases:
        with opened(browser, base, path + ("&" if "?" in path else "?") + f"lang={language}", viewport=viewport, theme=theme, touch=viewport is not DESKTOP, reduced=True) as page:
            if path == "/visits":
                wait(lambda: page.query_selector(".visit-row"))
            else:
                shown(page)
            for summary in page.query_selector_all("main details:not([open]) > summary"):
                if summary.is_visible():
                    summary.click()
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= viewport["width"], (path, viewport, wide)
            if path == DRAFT:
                page.click("#edit-stop-2")
                wait(lambda: page.is_visible("#stop-form"))
            # What sticks to the top covers something wherever the page is scrolled to.
            page.evaluate("scrollTo(0, 0)")
            page.evaluate(script)
            for fault in page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")["violations"]:
                node = fault["nodes"][0]
                faults.append(f"{path} {theme} {viewport['width']}: {fault['id']} {node['target']} {node['any'][0]['message'] if node['any'] else ''} {node['html'][:120]}")
    assert not faults, "\n    ".join([f"{len(faults)} violations", *faults[:12]])


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
