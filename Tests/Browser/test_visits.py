"""Visits: the list, a pasted report, a draft that is confirmed, marked words, further reports, changes by somebody else."""

from contextlib import contextmanager

from browser import DESKTOP, PHONE, Skip, opened, text, wait
from contract import Contract

DRAFT = "/visit?id=v1"
DOSSIER = "/visit?id=v2"


@contextmanager
def site(*options):
    """A mock of its own, so that what a test changes is its own; its address and the mock."""
    import mock_site

    server = mock_site.start(["--port", "0", *options])
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", server.site
    finally:
        server.site.closed = True
        server.shutdown()
        server.server_close()


def mocked(mock):
    if mock is None:
        raise Skip("visits are made up with the mock alone")


def shown(page):
    """Waits until the visit and its aircraft stand there."""
    wait(lambda: page.is_visible("#dossier") and (page.query_selector("#none") or page.query_selector("#no-used") or page.query_selector("#ranking-trouble")))


def address(page):
    """Where the page is; asked of the page, since what the driver remembers grows old while one waits."""
    return page.evaluate("location.href")


def picture():
    """A picture, 3 by 2."""
    import io

    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (3, 2)).save(made, "PNG")
    return made.getvalue()


def changes(made):
    return [one["key"] for one in made.visits.all["v1"]["changes"]]


def test_visits_of_the_mock_are_as_described(_browser, base, mock):
    mocked(mock)
    contract = Contract()
    if "/api/v1/visits" not in contract.json["paths"]:
        raise Skip("visits are not described yet")
    with site() as (own, made):
        contract.ask(own, "/api/v1/visits?lang=id")
        for identity in ("v1", "v2"):
            contract.ask(own, f"/api/v1/visits/{identity}")
        contract.ask(own, "/api/v1/visits/v2/candidates?realm=simulated&later=1")
        contract.ask(own, "/api/v1/visits/v2/plan")
        made.visits.young = True
        contract.ask(own, "/api/v1/visits/v2/candidates?lang=id")
        contract.ask(own, "/api/v1/visits/v2/watches", "POST", {})
        contract.ask(own, "/api/v1/visits/v1/changes", "POST", {"after": 0, "act": {"kind": "confirmAll"}})
        contract.ask(own, "/api/v1/visits/v1/changes", "POST", {"after": 1, "act": {"kind": "editClaim", "claim": 1, "polarity": "denied", "stop": None, "speaker": None, "from": None, "to": None}})
        contract.ask(own, "/api/v1/visits/v1/changes", "POST", {"after": 2, "act": {"kind": "setDateline", "report": 1, "published": "2025-06-24T08:00+07:00"}})
        contract.ask(own, "/api/v1/visits", "POST", {"text": "A story"})


def test_visits_are_listed_and_a_pasted_report_becomes_a_draft(browser, base, mock):
    mocked(mock)
    for viewport, language in ((DESKTOP, "en"), (PHONE, "id")):
        with site() as (own, made), opened(browser, own, f"/visits?lang={language}", viewport=viewport, touch=viewport is PHONE) as page:
            wait(lambda: len(page.query_selector_all(".visit-row")) == 2)
            assert "Yakutsk" in text(page, ".visit-row")
            page.click("#save")
            wait(lambda: text(page, "#form-error"))
            assert page.evaluate("document.activeElement.id") == "new-text"
            page.fill("#new-text", "Presiden dijadwalkan mengunjungi Pyongyang.\n" * 3)
            wait(lambda: "132" in text(page, "#new-count"))
            page.fill("#new-title", "A story")
            page.fill("#new-published", "2025-06-17T08:00")
            page.select_option("#new-zone", "420")
            # A change of language keeps what was typed.
            page.keyboard.press("Escape")
            page.click("#tool-language")
            wait(lambda: page.evaluate("document.documentElement.lang") != language)
            assert page.input_value("#new-title") == "A story" and page.input_value("#new-zone") == "420"
            page.click("#save")
            wait(lambda: "/visit?id=v3" in address(page))
            shown(page)
            assert made.visits.all["v3"]["reports"][0]["title"] == "A story"


def test_visits_begin_with_words_that_say_what_this_is(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        made.visits.all.clear()
        for language, word in (("en", "never says who is aboard"), ("id", "tidak pernah disebut")):
            with opened(browser, own, f"/visits?lang={language}") as page:
                wait(lambda: page.is_visible("#empty"))
                assert word in text(page, "#empty")
                page.click("#to-form")
                assert page.evaluate("document.activeElement.id") == "new-text"
        with opened(browser, own, "/visits?lang=en") as page:
            wait(lambda: page.is_visible("#start-empty"))
            page.click("#start-empty")
            wait(lambda: "/visit?id=" in address(page))
            wait(lambda: page.is_visible("#no-stops"))
            page.click("#edit-subject")
            wait(lambda: page.is_visible("#subject-form"))
            page.keyboard.type("Made Up")
            page.keyboard.press("Enter")
            wait(lambda: "Made Up" in text(page, "#head .sub"))


def test_draft_tells_every_reading_and_what_it_rests_on(browser, base, mock):
    mocked(mock)
    expected = {
        "en": ("by the clock of Pyongyang (UTC+9)", "most likely", "by the clock of the visitor's capital", "On the ground for 2 to 9 h", "only the order of the stops", "stop on the way", "Nothing is compared yet"),
        "id": ("menurut jam Pyongyang (UTC+9)", "paling mungkin", "menurut jam ibu kota tamu", "Di darat selama 2 sampai 9 jam", "hanya urutan persinggahan", "singgah di jalan", "Belum ada yang dibandingkan"),
    }
    for language, phrases in expected.items():
        with opened(browser, base, f"{DRAFT}&lang={language}") as page:
            shown(page)
            whole = text(page, "#dossier")
            for phrase in phrases:
                assert phrase in whole, phrase
            # Words of the text lead to what rests on them, whatever letters stand before.
            marks = page.evaluate("[...document.querySelectorAll('#paper-text mark')].map((one) => one.textContent)")
            assert "singgah di Yakutsk" in marks and "waktu pastinya dirahasiakan" in marks, marks
            page.click("#paper-text mark.in-stop >> text=singgah di Yakutsk")
            wait(lambda: page.evaluate("document.activeElement.id") == "stop-1")
            # And back: the quotation shows its place.
            page.click("#stop-2 .quote a")
            wait(lambda: page.query_selector("#paper-text mark.shown"))
            assert "mengunjungi Pyongyang" in text(page, "#paper-text mark.shown")


def test_draft_is_confirmed_edited_moved_and_taken_back(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, f"{DRAFT}&lang=en") as page:
        shown(page)
        page.focus("#confirm-stop-2")
        page.keyboard.press("Enter")
        wait(lambda: not page.query_selector("#confirm-stop-2"))
        wait(lambda: page.query_selector("#none"))
        assert changes(made) == ["confirmStop"]
        # One of the airports of a country is chosen; the name of the place stays.
        page.click("#only-3-VVTS")
        wait(lambda: [one["code"] for one in made.visits.all["v1"]["stops"][2]["airports"]] == ["VVTS"])
        wait(lambda: not page.query_selector("#only-3-VVTS"))
        assert text(page, "#stop-3 h3") == "Vietnam"
        page.click("#later-stop-1")
        wait(lambda: text(page, ".stop-card h3") == "Pyongyang")
        page.click("#edit-stop-2")
        wait(lambda: page.is_visible("#stop-form"))
        # By the clock of the place; another clock shows the same times.
        assert page.input_value("#stop-from") == "2025-06-17T18:00"
        page.select_option("#stop-clock", "utc")
        assert page.input_value("#stop-from") == "2025-06-17T09:00"
        page.fill("#stop-to", "2025-06-17T08:00")
        page.click("#stop-form-save")
        wait(lambda: "after the latest" in text(page, "#stop-form-error"))
        page.fill("#stop-to", "2025-06-17T17:00")
        page.click("#stop-form-save")
        wait(lambda: not page.query_selector("#stop-form"))
        assert page.evaluate("document.activeElement.id") == "edit-stop-2"
        edited = next(one for one in made.visits.all["v1"]["stops"] if one["id"] == 2)["announced"]
        assert (edited["from"], edited["to"]) == (1_750_118_400 + 9 * 3600, 1_750_118_400 + 17 * 3600)
        page.click("#remove-stop-3")
        page.click("#remove-stop-3-no")
        assert page.evaluate("document.activeElement.id") == "remove-stop-3"
        page.click("#remove-stop-3")
        page.click("#remove-stop-3-yes")
        wait(lambda: not page.query_selector("#stop-3"))
        assert "by desk" in text(page, "#log")
        page.click("#back-5")
        page.click("#back-5-yes")
        wait(lambda: page.query_selector("#stop-3"))
        wait(lambda: "(taken back)" in text(page, "#log"))
        page.click("#point-0-close")
        wait(lambda: len(page.query_selector_all(".point")) == 2)
        page.click("#confirm-all")
        wait(lambda: not page.query_selector("#confirm-all"))
        page.click("#confirm-visit")
        wait(lambda: made.visits.all["v1"]["status"] == "confirmed")
        # Of a confirmed visit that stands first which tells where it stands.
        wait(lambda: page.evaluate("[...document.querySelectorAll('#dossier > section:not([hidden])')][0].id") == "timeline")


def test_words_are_marked_by_pointer_and_by_keyboard(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, f"{DRAFT}&lang=en") as page:
        shown(page)
        wait(lambda: page.is_visible("#paper-text"))
        page.evaluate("document.getElementById('paper-text').scrollIntoView({block: 'center'})")
        page.evaluate("""(() => {
            const walker = document.createTreeWalker(document.getElementById('paper-text'), NodeFilter.SHOW_TEXT);
            let node = walker.nextNode();
            while (!node.textContent.includes('Siberia Timur')) node = walker.nextNode();
            const at = node.textContent.indexOf('Siberia Timur');
            getSelection().setBaseAndExtent(node, at, node, at + 13);
        })()""")
        wait(lambda: "Siberia Timur" in text(page, ".mark-bar"))
        page.click("#mark-stop")
        wait(lambda: page.is_visible("#stop-form"))
        assert page.input_value("#stop-place") == "Siberia Timur"
        page.click("#stop-form-save")
        wait(lambda: any(one["name"] == "Siberia Timur" for one in made.visits.all["v1"]["stops"]))
        assert made.visits.all["v1"]["stops"][-1]["spans"][0]["words"] == "Siberia Timur"
        # The page has drawn it, and its words in the text.
        wait(lambda: not page.query_selector("#stop-form") and len(page.query_selector_all(".stop-card")) == 4)
        # By keyboard, over letters of two, three and four bytes.
        page.focus("#mark-keyboard summary")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "mark-field"
        page.evaluate("(() => { const field = document.getElementById('mark-field'); const at = field.value.indexOf('kata juru bicara'); field.setSelectionRange(at, at); })()")
        for _ in range(16):
            page.keyboard.press("Shift+ArrowRight")
        wait(lambda: "kata juru bicara" in text(page, ".mark-bar"))
        # It takes no letter.
        before = page.input_value("#mark-field")
        page.keyboard.type("x")
        page.keyboard.press("Delete")
        assert page.input_value("#mark-field") == before
        page.focus("#mark-claim")
        page.keyboard.press("Enter")
        wait(lambda: page.is_visible("#claim-form"))
        page.select_option("#claim-kind", "denial")
        page.fill("#claim-speaker", "A Speaker")
        page.select_option("#claim-stop", "2")
        page.click("#claim-form-save")
        wait(lambda: page.query_selector("#claim-8"))
        claim = made.visits.all["v1"]["claims"][-1]
        assert claim["spans"][0]["words"] == "kata juru bicara" and claim["kind"] == "denial" and claim["stops"] == [2], claim
        assert "A Speaker" in text(page, "#claim-8") and "entered by hand" in text(page, "#claim-8")


def test_claim_is_edited(browser, base, mock):
    mocked(mock)
    for viewport, language, denied in ((DESKTOP, "en", "denied"), (PHONE, "id", "dibantah")):
        with site() as (own, made), opened(browser, own, f"{DRAFT}&lang={language}", viewport=viewport, touch=viewport is PHONE) as page:
            shown(page)
            page.click("#edit-claim-1")
            wait(lambda: page.is_visible("#claim-form"))
            assert page.input_value("#claim-kind") == "schedule" and page.input_value("#claim-speaker") == "kantornya" and page.input_value("#claim-stop") == "2"
            # By the clock of the stop it is about.
            assert page.input_value("#claim-from") == "2025-06-17T18:00" and "dijadwalkan" in text(page, "#claim-form .quote")
            # Nothing changed is no change.
            page.click("#claim-form-save")
            wait(lambda: not page.query_selector("#claim-form"))
            assert changes(made) == [] and page.evaluate("document.activeElement.id") == "edit-claim-1"
            page.click("#edit-claim-1")
            wait(lambda: page.is_visible("#claim-form"))
            page.select_option("#claim-polarity", "denied")
            page.fill("#claim-speaker", "")
            page.select_option("#claim-stop", "1")
            page.fill("#claim-aircraft", ", ".join(["x"] * 21))
            page.click("#claim-form-save")
            wait(lambda: "20" in text(page, "#claim-form-error"))
            page.fill("#claim-aircraft", "Il-96, , A332")
            page.click("#claim-form-save")
            wait(lambda: not page.query_selector("#claim-form"))
            claim = made.visits.all["v1"]["claims"][0]
            assert (claim["polarity"], claim["stops"], claim["aircraft"]) == ("denied", [1], ["Il-96", "A332"]) and "speaker" not in claim, claim
            # What nobody touched was not sent.
            assert (claim["kind"], claim["certainty"], claim["time"]["from"]) == ("schedule", "scheduled", 1_750_118_400 + 9 * 3600)
            assert denied in text(page, "#claim-1") and "Il-96, A332" in text(page, "#claim-1") and "Yakutsk" in text(page, "#claim-1")


def test_day_of_a_report_is_said(browser, base, mock):
    mocked(mock)
    for language, way in (("en", "Say when"), ("id", "Sebutkan kapan")):
        with site() as (own, made):
            visit = made.visits.all["v1"]
            visit["openPoints"].insert(0, {"kind": "no_dateline", "key": "dateline"})
            visit["reports"][0]["publishedBasis"] = "entered"
            with opened(browser, own, f"{DRAFT}&lang={language}") as page:
                shown(page)
                assert text(page, "#point-0-answer") == way and "2025" not in text(page, "#report-1 > p")
                page.click("#point-0-answer")
                wait(lambda: page.is_visible("#date-form"))
                assert page.input_value("#date-published") == ""
                page.click("#date-form-save")
                wait(lambda: text(page, "#date-form-error"))
                page.fill("#date-published", "2025-06-24T08:00")
                page.select_option("#date-zone", "420")
                page.click("#date-form-save")
                wait(lambda: not page.query_selector("#date-form"))
                assert visit["reports"][0]["published"] == 1_750_118_400 + (7 * 24 + 1) * 3600
                assert visit["stops"][1]["announced"]["from"] == 1_750_118_400 + (7 * 24 + 9) * 3600
                wait(lambda: len(page.query_selector_all(".point")) == 3 and "24" in text(page, "#stop-2 .clock.main"))
                # The list of reports has the same, with the day that is known.
                page.click("#date-1")
                wait(lambda: page.is_visible("#date-form"))
                assert page.input_value("#date-published").startswith("2025-06-24T")
                page.click("#date-form-cancel")
                page.click("#back-1")
                page.click("#back-1-yes")
                wait(lambda: len(page.query_selector_all(".point")) == 4)


def test_change_by_somebody_else_is_told_and_nothing_typed_is_lost(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, f"{DRAFT}&lang=en") as page:
        shown(page)
        page.click("#edit-subject")
        wait(lambda: page.is_visible("#subject-form"))
        page.fill("#subject-role", "Typed By Hand")
        made.visits.answer("POST", ["v1", "changes"], {}, {"after": 0, "act": {"kind": "confirmStop", "stop": 1}}, True)
        page.click("#subject-form-save")
        wait(lambda: "Stop 1 confirmed" in text(page, "#subject-form-error"))
        assert page.input_value("#subject-role") == "Typed By Hand"
        # Below, the page shows the visit as it is now.
        assert "confirmed" in page.inner_text("#stop-1 .chips") and not page.query_selector("#confirm-stop-1")
        page.click("#subject-form-save")
        wait(lambda: "Typed By Hand" in text(page, "#head .sub"))
        assert changes(made) == ["confirmStop", "setSubject"]


def test_reports_of_every_kind_are_added(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, f"{DRAFT}&lang=en") as page:
        shown(page)
        page.click("#add-report")
        wait(lambda: page.is_visible("#report-form"))
        page.select_option("#report-kind", "kml")
        page.click("#report-form-save")
        wait(lambda: "file is missing" in text(page, "#report-form-error"))
        page.set_input_files("#report-file", {"name": "track.kml", "mimeType": "application/vnd.google-earth.kml+xml", "buffer": b"<kml/>"})
        page.fill("#report-captured", "2025-06-17T20:00")
        page.click("#report-form-save")
        wait(lambda: page.query_selector("#report-2"))
        assert "track.kml" in text(page, "#report-2") and made.visits.all["v1"]["reports"][1]["kind"] == "kml"
        with page.expect_download() as download:
            page.click("#copy-2")
        with open(download.value.path(), "rb") as file:
            assert file.read() == b"<kml/>" and download.value.suggested_filename == "track.kml"
        page.click("#add-report")
        wait(lambda: page.is_visible("#report-form"))
        page.select_option("#report-kind", "picture")
        page.set_input_files("#report-file", {"name": "seen.png", "mimeType": "image/png", "buffer": picture()})
        page.click("#report-form-save")
        wait(lambda: page.query_selector("#copy-3"))
        page.click("#copy-3")
        wait(lambda: page.evaluate("document.querySelector('#report-3 img')?.naturalWidth") == 3)
        page.click("#add-report")
        wait(lambda: page.is_visible("#report-form"))
        page.select_option("#report-kind", "sighting")
        page.fill("#report-text", "Seen over the bay at dusk")
        page.select_option("#report-stop", "2")
        page.fill("#report-aircraft", "Il-96")
        page.click("#report-form-save")
        wait(lambda: page.query_selector("#report-4"))
        seen = made.visits.all["v1"]["claims"][-1]
        assert seen["stops"] == [2] and seen["aircraft"] == ["Il-96"] and seen["report"] == 4


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
