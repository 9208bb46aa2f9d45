"""Outlets of watches: added, tried, sent again and removed; what failed in the page's language; and the open browser that tells alerts."""

from browser import DESKTOP, opened, text, wait
from test_visits import mocked, site
from test_watches import corrected


def test_outlets_are_added_tried_sent_again_and_removed(browser, base, mock):
    mocked(mock)
    with site() as (own, made), opened(browser, own, "/outlets?lang=en") as page:
        wait(lambda: len(page.query_selector_all(".outlet-card")) == 4)
        assert "it is not allowed" in page.inner_text('[data-name="desk"]') and "configuration file" in page.inner_text('[data-name="desk"]') and not page.query_selector("#remove-desk")
        page.click("#test-phone")
        wait(lambda: "The test arrived." in page.inner_text('[data-name="phone"]'))
        page.click("#test-desk")
        wait(lambda: "did not arrive: status 403" in page.inner_text('[data-name="desk"]'))
        page.click("#again-desk")
        wait(lambda: made.watches.outlets["desk"]["dead"] == 0)
        wait(lambda: not page.query_selector("#again-desk"))
        page.select_option("#outlet-kind", "webhook")
        page.click("#outlet-save")
        assert "letters, digits" in text(page, "#outlet-name-error") and page.evaluate("document.activeElement.id") == "outlet-name"
        page.fill("#outlet-name", "hook")
        page.click("#outlet-save")
        assert text(page, "#outlet-url-error") and page.get_attribute("#outlet-url", "type") == "password"
        page.fill("#outlet-url", "http://127.0.0.1/hook")
        page.click("#outlet-save")
        wait(lambda: "loopback address" in text(page, "#outlet-url-error"))
        page.fill("#outlet-url", "https://hooks.example.org/secret-abcd")
        page.click("#outlet-save")
        wait(lambda: page.query_selector('[data-name="hook"]'))
        assert page.input_value("#outlet-url") == "" and "secret-abcd" not in page.content()
        page.select_option("#outlet-kind", "feed")
        page.fill("#outlet-name", "news")
        page.click("#outlet-save")
        wait(lambda: "/feeds/" in text(page, "#feed"))
        page.click("#feed-gone")
        # A feed is tried by what stands in it then, the open page where it rings.
        page.click('[data-name="feed"] button[id^="test-"]')
        wait(lambda: "in the feed" in text(page, '[data-name="feed"] .trial'))
        assert page.get_attribute('[data-name="browser"] .actions a', "href") == "/alerts#bell-title"
        page.click("#remove-hook")
        page.click("#remove-hook-yes")
        wait(lambda: "hook" not in made.watches.outlets)


def test_what_failed_and_what_is_wrong_is_told_in_the_language_of_the_page(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        with opened(browser, own, "/outlets?lang=id") as page:
            wait(lambda: "tidak diizinkan" in page.inner_text('[data-name="desk"]'))
            page.click("#test-desk")
            wait(lambda: "tidak sampai: status 403 (tidak diizinkan)" in page.inner_text('[data-name="desk"]'))
            # What was told before follows a change of language.
            page.click("#tool-language")
            wait(lambda: "did not arrive: status 403 (it is not allowed)" in page.inner_text('[data-name="desk"]'))
        with opened(browser, own, f"/alerts?id={corrected(made)['id']}&lang=id") as page:
            wait(lambda: "tidak diizinkan" in text(page, "#deliveries"))
        with opened(browser, own, "/watches?new=special-flight-takes-off&lang=id") as page:
            wait(lambda: page.query_selector("#rule-text"))
            page.fill("#rule-text", "name: Takes off\nwhere: {A: {}}\nwhen:\n  takeoff:\n    of: A\n    at: [ZZZZ]\n")
            page.click("#rule-save")
            wait(lambda: "Baris 6" in text(page, "#text-error") and "tidak dikenal di sini" in text(page, "#text-error"))


def test_the_browser_tells_alerts_once_it_is_switched_on(browser, base, mock):
    mocked(mock)
    with site() as (own, made):
        context = browser.new_context(viewport=DESKTOP, permissions=["notifications"])
        page = context.new_page()
        page.add_init_script("window.told = []; window.Notification = class { static permission = 'granted'; static requestPermission() { return Promise.resolve('granted'); } constructor(title, more) { window.told.push([title, more.tag]); } };")
        page.goto(f"{own}/alerts?lang=en")
        wait(lambda: page.is_visible("#bell-notifications"))
        assert not page.is_checked("#bell-notifications") and not page.is_checked("#bell-sound") and text(page, "#bell-note").startswith("Off.")
        made.watches.tell("Nobody listens yet")
        page.click("#bell-try")
        wait(lambda: "Nothing is switched on" in text(page, "#bell-note"))
        page.check("#bell-notifications")
        page.check("#bell-sound")
        wait(lambda: "On while" in text(page, "#bell-note"))
        page.click("#bell-try")
        wait(lambda: page.evaluate("window.told.splice(0)") == [["Pelacak: a test", "pelacak-try"]])
        page.wait_for_timeout(500)
        alert = made.watches.tell("AR-96001 took off at UUWW")
        wait(lambda: page.evaluate("window.told.length"))
        # One whose rule does not name the browser is listed, and rings on nobody's page.
        made.watches.tell("AR-96001 landed at UEEE", rings=False)
        wait(lambda: "AR-96001 landed at UEEE" in text(page, "#list-place"))
        assert page.evaluate("window.told") == [["SIMULATED: AR-96001 took off at UUWW", alert["id"]]]
        wait(lambda: "AR-96001 took off at UUWW" in text(page, "#list-place"))
        context.close()
    with opened(browser, base, "/alerts?lang=id") as page:
        # Where the page is not over https, it says what is missing; the sound is there all the same.
        page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false });")
        page.reload()
        wait(lambda: "localhost" in text(page, "#bell-note"))
        assert page.is_disabled("#bell-notifications") and page.is_enabled("#bell-sound")


TESTS = [
    test_outlets_are_added_tried_sent_again_and_removed,
    test_what_failed_and_what_is_wrong_is_told_in_the_language_of_the_page,
    test_the_browser_tells_alerts_once_it_is_switched_on,
]
