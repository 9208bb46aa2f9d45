"""Watches with the built program on a simulated sky: a rule is written, tried, kept and told; its alert is opened. Needs the program's path in PELACAK."""

from browser import opened, text, wait
from test_program import served

RULE = """name: Anybody is heard
where:
  A: {}
when:
  heard: {of: A}
limit: {cooldown: 1d, per: [A]}
then:
  title: "{A.callsign} is heard"
  outlets: [news]
"""


def test_watch_program_from_a_rule_to_its_alert(browser, _base, _mock):
    with served("--source", "simulate:state-visit") as address:
        with opened(browser, address, "/outlets?lang=en") as page:
            wait(lambda: page.query_selector('[data-name="browser"]') and page.query_selector('[data-name="feed"]'))
            page.select_option("#outlet-kind", "feed")
            page.fill("#outlet-name", "news")
            page.click("#outlet-save")
            feed = wait(lambda: text(page, "#feed code"))
            assert feed.startswith(address.rstrip("/") + "/feeds/") and feed.endswith(".atom"), feed
        with opened(browser, address, "/watches?lang=en") as page:
            # Every rule that ships can be shown by the form.
            wait(lambda: len(page.query_selector_all(".example-list a")) >= 8)
            for link in page.eval_on_selector_all(".example-list a", "all => all.map((one) => one.getAttribute('href'))"):
                page.goto(f"{address.rstrip('/')}{link}&lang=en")
                wait(lambda: page.query_selector("#rule-form .rule-part"))
                assert not text(page, "#text-error"), f"{link}: {text(page, '#text-error')}"
            page.goto(f"{address.rstrip('/')}/watches?new=1&lang=en")
            wait(lambda: page.query_selector("#rule-form .rule-part"))
            # What the server has against a rule stands at its place.
            page.fill("#rule-text", RULE.replace("heard: {of: A}", "heard: {of: B}"))
            wait(lambda: page.query_selector("#rule-form .rule-item"))
            page.click("#rule-save")
            wait(lambda: "Line 5" in text(page, "#text-error") and "when.heard.of" in text(page, "#text-error"), tell=lambda: text(page, "#text-error"))
            page.fill("#rule-text", RULE)
            wait(lambda: not text(page, "#text-error"))
            page.click("#rule-save")
            wait(lambda: page.query_selector('[data-id="anybody-is-heard"]'), tell=lambda: text(page, "#editor-error"))
            assert "is heard" in text(page, '[data-id="anybody-is-heard"] .sentence')
        with opened(browser, address, "/alerts?lang=id") as page:
            wait(lambda: page.query_selector(".alert-row"), timeout=180, step=1)
            assert "SIMULASI" in text(page, ".alert-row")
            page.click(".alert-row .title")
            wait(lambda: page.query_selector("#known-title"), tell=lambda: text(page, "#one"))
            assert "terdengar" in text(page, ".event") and page.get_attribute("#to-map", "href").startswith("/#")
            wait(lambda: "news" in text(page, "#deliveries"))
            page.go_back()
            wait(lambda: page.is_visible("#since"))
        with opened(browser, address, "/watches?edit=anybody-is-heard&lang=en") as page:
            wait(lambda: page.query_selector("#preview-run"))
            page.click("#preview-run")
            wait(lambda: "this would have told you" in text(page, "#preview-status"), timeout=180, tell=lambda: text(page, "#preview-status"))
            assert "SIMULATED" in text(page, "#preview-result")
            page.fill("#rule-cooldown", "2")
            wait(lambda: "cooldown: 2d" in page.input_value("#rule-text"))
            page.click("#rule-save")
            wait(lambda: "version 2" in text(page, '[data-id="anybody-is-heard"]'))
            page.click("#switch-anybody-is-heard")
            wait(lambda: "at rest" in text(page, '[data-id="anybody-is-heard"]'))
            page.click("#delete-anybody-is-heard")
            page.click("#delete-anybody-is-heard-yes")
            wait(lambda: page.query_selector("#no-rules"))
        with opened(browser, address, "/alerts?lang=en") as page:
            # The alerts of a rule that is gone stay.
            wait(lambda: page.query_selector(".alert-row"))


TESTS = [value for name, value in list(globals().items()) if name.startswith("test_")]
