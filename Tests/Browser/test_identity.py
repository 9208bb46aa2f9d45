"""Who an aircraft is, on its panel: sources, conflicts, sisters, callsigns."""

import json

from axe_playwright_python.sync_playwright import Axe
from browser import DESKTOP, PHONE, Skip, opened, ready, state, text, wait
from contract import Contract
from test_history import get, link, replayed
from test_places import fulfilling

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def told(base):
    """The aircraft of the mock of which everything is said."""
    for one in get(base, "/api/v1/aircraft")["aircraft"]:
        if len(get(base, f"/api/v1/identity/{one['hex']}")["conflicts"]) > 3:
            return one["hex"]
    raise Skip("nothing contradicts here: the mock alone has such an aircraft")


def shown(page):
    wait(lambda: page.query_selector(".identity table.facts"))
    return text(page, ".identity")


def test_identities_of_the_mock_are_as_described(_browser, base, mock):
    if mock is None:
        raise Skip("the program's answers are held against the document by other tests")
    contract = Contract()
    aircraft = get(base, "/api/v1/aircraft")["aircraft"]
    for one in aircraft[:6]:
        contract.ask(base, f"/api/v1/identity/{one['hex']}")
        contract.ask(base, f"/api/v1/identity/{one['hex']}?at=2025-06-01&realm=simulated")
    for path in ("000001", "~000001", "zz"):
        contract.ask(base, f"/api/v1/identity/{path}")
    for registration in ("XX-YYW", "xxyyw", "PK-GAA", "_"):
        contract.ask(base, f"/api/v1/identity?registration={registration}")
    assert {"GET /api/v1/identity/{hex} 400", "GET /api/v1/identity 200", "GET /api/v1/identity 400"} <= set(contract.seen)


def test_identity_says_who_says_so_and_what_contradicts(browser, base, _mock):
    one = told(base)
    document = get(base, f"/api/v1/identity/{one}")
    for language, claimed in (("en", "claimed by made-list"), ("id", "diklaim oleh made-list")):
        with opened(browser, base, f"/#lang={language}&a={one}") as page:
            words = shown(page)
            assert claimed in words, words
            for entry in document["shown"]:
                assert entry["value"] in words, (entry, words)
                for other in entry["others"]:
                    assert other in words, (other, words)
            assert len(page.query_selector_all(".identity li.open")) == sum(each["state"] == "open" for each in document["conflicts"])
            assert page.query_selector_all(".identity ul.conflicts > li b")[0].inner_text().startswith(document["conflicts"][0]["values"][0])
            # The statements themselves are behind one more step, all of them.
            assert not page.query_selector("#identity-all ~ ul").is_visible()
            page.focus("#identity-all")
            page.keyboard.press("Enter")
            wait(lambda: page.query_selector("#identity-all ~ ul").is_visible())
            assert len(page.query_selector_all("#identity-all ~ ul > li")) == len(document["facts"])


def test_identity_contradictions_are_told_under_the_head(browser, base, mock):
    one = told(base)
    count = sum(each["state"] == "open" for each in get(base, f"/api/v1/identity/{one}")["conflicts"])
    for viewport, touch in ((DESKTOP, False), (PHONE, True)):
        for language, words in (("en", f"{count} open contradictions"), ("id", f"{count} pertentangan terbuka")):
            with opened(browser, base, f"/#lang={language}&a={one}", viewport=viewport, touch=touch) as page:
                shown(page)
                wait(lambda: page.query_selector(".panel-body .facts:not(.identity *)"))
                wait(lambda: page.evaluate("document.querySelectorAll('.panel-body > div > table.facts').length > 3"))
                # In sight without scrolling, where the panel is open at all.
                places = page.evaluate("['#identity-open', '.identity', '.panel-body'].map((one) => document.querySelector(one).getBoundingClientRect()).map((box) => [box.top, box.bottom])")
                assert places[0][1] <= places[2][1], places
                # Only the values that name it stand before who it is.
                before = page.evaluate("[...document.querySelectorAll('.panel-body > div > table.facts')].filter((table) => table.compareDocumentPosition(document.querySelector('.identity')) & 4).length")
                assert before == 1, before
                assert words in text(page, "#identity-open")
                page.focus("#identity-open")
                page.keyboard.press("Enter")
                wait(lambda: page.evaluate("document.activeElement.id") == "identity-conflicts")
                top, edge, bottom = page.evaluate(
                    "[document.getElementById('identity-conflicts').getBoundingClientRect().top, ...['top', 'bottom'].map((side) => document.querySelector('.panel-body').getBoundingClientRect()[side])]")
                assert edge - 2 <= top < bottom and page.evaluate("scrollY + document.body.scrollTop + document.querySelector('main').scrollTop") == 0, (top, edge, bottom)
    if mock is not None:
        with opened(browser, base, f"/#lang=en&a={get(base, '/api/v1/aircraft')['aircraft'][1]['hex']}") as page:
            wait(lambda: "privacy address" in text(page, ".identity"))
            assert not page.query_selector("#identity-open")


def test_identity_shows_kinds_and_lists_with_everybody_who_says_so(browser, base, mock):
    if mock is None:
        raise Skip("the mock alone has such an aircraft")
    one = told(base)
    expected = {
        "en": (("Kind", "military", "claimed by other-list", "claimed by desk", "certain"), ("List", "state aircraft", "claimed by other-list", "from 2019", "Denied by made-list"), "licence: unknown"),
        "id": (("Jenis", "militer", "diklaim oleh other-list", "diklaim oleh desk", "pasti"), ("Daftar", "pesawat negara", "diklaim oleh other-list", "sejak 2019", "Disangkal oleh made-list"),
               "lisensi: tidak diketahui"),
    }
    for language, (kind, listed, licence) in expected.items():
        with opened(browser, base, f"/#lang={language}&a={one}") as page:
            shown(page)
            rows = [row.inner_text() for row in page.query_selector_all(".identity table.facts tr")]
            for words in (kind, listed):
                assert any(all(word in row for word in words) for row in rows), (words, rows)
            assert not any("civil" in row or "sipil" in row for row in rows), "what is not held any more is not shown"
            page.evaluate("document.querySelector('.identity details').open = true")
            assert licence in text(page, "#identity-all ~ ul")


def test_identity_sisters_lead_to_their_panel_and_back(browser, base, _mock):
    one = told(base)
    sister = get(base, f"/api/v1/identity/{one}")["sisters"][0]["hex"]
    with opened(browser, base, f"/#lang=en&a={one}") as page:
        shown(page)
        assert page.get_attribute("#sister-0", "href") == f"#a={sister}"
        page.focus("#sister-0")
        page.keyboard.press("Enter")
        wait(lambda: state(page).get("a") == sister)
        wait(lambda: not page.query_selector(".identity li.open"))
        page.go_back()
        wait(lambda: state(page).get("a") == one)
        wait(lambda: page.query_selector(".identity li.open"))


def test_identity_counts_a_single_day_and_lists_a_sister_once(browser, base, mock):
    if mock is None:
        raise Skip("answers are made up with the mock alone")
    one = told(base)
    document = get(base, f"/api/v1/identity/{one}")
    document["heard"] = {"realm": "simulated", "days": 1, "callsigns": [{"callsign": "MADE1", "first": 1_728_000_000, "last": 1_728_003_600, "days": 1}]}
    for language, day, grounds in (("en", "one day, 4 Oct", "address one bit away"), ("id", "satu hari, 4 Okt", "berbeda satu bit")):
        with opened(browser, base, f"/#lang={language}&a={one}") as page:
            page.route("**/api/v1/identity/**", lambda route: route.fulfill(status=200, body=json.dumps(document)))
            page.reload()
            words = shown(page)
            wait(lambda words=words, day=day: day.replace("4 Oct", "Oct 4") in words or day in words, timeout=1, tell=lambda words=words: words)
            assert len(page.query_selector_all("[id^='sister-']")) == len({each["hex"] for each in document["sisters"]})
            assert grounds in page.query_selector("#sister-0 + span").inner_text(), page.query_selector("#sister-0 + span").inner_text()


def test_identity_of_one_nobody_knows_says_so(browser, base, _mock):
    with opened(browser, base, "/#lang=en&a=000001") as page:
        wait(lambda: "No list here says anything" in text(page, ".identity"))
    one = get(base, "/api/v1/aircraft")["aircraft"][1]["hex"]
    if "privacy" in get(base, f"/api/v1/identity/{one}")["address"]:
        with opened(browser, base, f"/#lang=en&a={one}") as page:
            wait(lambda: "privacy address" in text(page, ".identity"))
            # Nothing is concluded from it; that a list has it is told.
            assert "inferred" not in text(page, ".identity table.facts") and "PIA" in text(page, ".identity table.facts"), text(page, ".identity")


def test_identity_tells_who_was_heard_from_who_never_was(browser, base, mock):
    if mock is None:
        raise Skip("answers are made up with the mock alone")
    document = get(base, "/api/v1/identity/14fa3a")
    for days, words in ((0, "This aircraft is not in the sky."), (3, "This aircraft is not in the sky any more.")):
        document["heard"] = {"realm": "simulated", "days": days, "callsigns": []}
        with opened(browser, base, "/#lang=en") as page:
            page.route("**/api/v1/identity/**", fulfilling(200, json.dumps(document)))
            ready(page)
            page.evaluate("location.hash = 'lang=en&a=14fa3a'")
            wait(lambda words=words: text(page, ".panel .missing") == words, tell=lambda: text(page, ".panel .missing"))


def test_identity_that_may_not_be_handed_on_is_not_called_unknown(browser, base, _mock):
    for one in get(base, "/api/v1/aircraft")["aircraft"]:
        withheld = get(base, f"/api/v1/identity/{one['hex']}")["withheld"]
        if withheld:
            break
    else:
        raise Skip("nothing is withheld here: the mock alone has such an aircraft")
    for language, words, wrong in (("en", "may not be handed on", "No list here"), ("id", "tidak boleh disebarkan", "Tidak ada daftar")):
        with opened(browser, base, f"/#lang={language}&a={one['hex']}") as page:
            wait(lambda words=words: f"{withheld} " in text(page, ".identity") and words in text(page, ".identity"))
            assert wrong not in text(page, ".identity"), text(page, ".identity")


def test_identity_asks_for_the_moment_that_is_shown(browser, base, mock):
    if mock is None:
        raise Skip("which questions are asked is looked at with the mock")
    path, one, _seconds = link(base)
    with opened(browser, base, "/#lang=en") as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url) if "/api/v1/identity/" in request.url else None)
        # Not by the fragment alone and a reload: the browser may reload the address before.
        page.goto("about:blank")
        page.goto(base + path + f"&a={one['hex']}")
        replayed(page)
        wait(lambda: any("at=2" in url for url in asked))
        before = len(asked)
        page.focus("#map canvas, .plainmap")
        page.keyboard.press("]")
        wait(lambda: state(page).get("at"))
        # A minute later is the same hour, or the next: never a question a second.
        assert len(asked) <= before + 1, asked[before:]


def test_identity_failing_is_told(browser, base, mock):
    if mock is None:
        raise Skip("made to fail with the mock alone")
    one = told(base)
    with opened(browser, base, "/#lang=id") as page:
        page.route("**/api/v1/identity/**", lambda route: route.fulfill(status=503, body=json.dumps({"error": "x", "code": "identity"})))
        ready(page)
        page.evaluate(f"location.hash = 'lang=id&a={one}'")
        wait(lambda: "tidak dapat disebutkan" in text(page, ".identity"))


def test_identity_can_be_read_by_everybody(browser, base, _mock):
    one = told(base)
    for viewport, touch in ((DESKTOP, False), (PHONE, True)):
        for theme in ("dark", "light"):
            with opened(browser, base, f"/#lang=id&a={one}", viewport=viewport, theme=theme, touch=touch) as page:
                shown(page)
                page.evaluate("document.querySelector('.identity details').open = true")
                found = Axe().run(page, options=RULES).response["violations"]
                assert not found, [(each["id"], each["nodes"][0]["html"][:200]) for each in found]
                # Nothing is wider than the panel.
                wide = page.evaluate("[...document.querySelectorAll('.identity *')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && getComputedStyle(one).display !== 'inline').map((one) => one.outerHTML.slice(0, 120))")
                assert not wide, wide


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
