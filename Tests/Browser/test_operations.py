"""A site that needs a token, in the browser; and its figures, read by Prometheus' own parser. Needs the built program in PELACAK."""

import json
import os
import subprocess
import urllib.error
import urllib.request

import test_program
from browser import Skip, opened, ready, text, wait


def token(folder, name, scope):
    """Makes a token in the site's folder; its text."""
    made = subprocess.run([test_program.PROGRAM, "token", "new", name, "--scope", scope, "--data", folder], check=True, timeout=60, capture_output=True, text=True)
    return made.stdout.strip()


def test_a_site_for_holders_of_a_token(browser, _base, _mock):
    with test_program.served("--source", "simulate:traffic?aircraft=30", "--read", "token", folder=True) as (address, folder):
        secret = token(folder, "laptop", "write")
        with opened(browser, address, "/#lang=en&z=3") as page:
            # The map has no data for strangers: it leads to the page where one signs in.
            page.wait_for_url("**/sign-in*")
            wait(lambda: page.query_selector("#signin-token") and page.is_visible("#signin-token"))
            assert "holders of a token" in text(page, "#lead")
            page.fill("#signin-token", "plk_wrong")
            page.click("#signin-go")
            wait(lambda: "does not know this token" in text(page, "#signin-error"))
            page.fill("#signin-token", secret)
            page.press("#signin-token", "Enter")
            page.wait_for_url(lambda address_: "/sign-in" not in address_)
            assert "z=3" in page.url, "it goes on where it came from"
            ready(page)
            assert page.evaluate("document.cookie") == "", "a script can read the cookie"
            assert secret not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")
            page.goto(address + "/sources")
            wait(lambda: page.query_selector(".card .pause"))
            # Signed in with scope write: no token is asked for.
            assert not page.query_selector("#token")
            page.click(".card .pause")
            wait(lambda: "paused" in text(page, ".card .status"))
            page.goto(address + "/sign-in#lang=id")
            wait(lambda: "laptop" in text(page, "#signed-who"))
            page.click("#sign-out")
            wait(lambda: page.is_visible("#signin-token"))
            page.goto(address + "/about")
            page.wait_for_url("**/sign-in*")


def test_nobody_is_led_elsewhere_after_signing_in(browser, _base, _mock):
    with test_program.served("--source", "simulate:traffic?aircraft=5", "--read", "token", folder=True) as (address, folder):
        secret = token(folder, "laptop", "read")
        for place in ("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"):
            with opened(browser, address, "/sign-in#next=" + place) as page:
                wait(lambda: page.query_selector("#signin-token") and page.is_visible("#signin-token"))
                page.fill("#signin-token", secret)
                page.click("#signin-go")
                page.wait_for_url(lambda address_: "/sign-in" not in address_)
                assert page.url.startswith(address + "/"), page.url


def test_figures_are_read_by_the_parser_of_prometheus(_browser, _base, _mock):
    try:
        from prometheus_client.parser import text_string_to_metric_families
    except ImportError:
        raise Skip("needs prometheus-client") from None
    name = 'ro"of\\ two'
    source = "simulate:traffic?aircraft=30&name=ro%22of%5C%20two"
    with test_program.served("--source", source, "--sink", "beast+listen://127.0.0.1:0", folder=True) as (address, _folder):
        for path in ("/api/v1/site", "/api/v1/aircraft", "/nothing", "/web/js/main.js"):
            try:
                urllib.request.urlopen(address + path, timeout=20).read()
            except urllib.error.HTTPError:
                pass

        def families():
            answer = urllib.request.urlopen(address + "/metrics", timeout=20)
            assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
            return list(text_string_to_metric_families(answer.read().decode()))

        # The sky is not empty after a while.
        found = wait(lambda: (lambda all_: all_ if any(s.name == "pelacak_messages_total" and s.value > 0 for f in all_ for s in f.samples) else None)(families()))
        assert len({family.name for family in found}) == len(found), "a family stands twice"
        samples = {}
        for family in found:
            assert family.name.startswith("pelacak_") and family.documentation and family.type in ("counter", "gauge"), family
            for sample in family.samples:
                key = (sample.name, tuple(sorted(sample.labels.items())))
                assert key not in samples, f"{key} stands twice"
                samples[key] = sample.value
                assert sample.name.endswith("_total") == (family.type == "counter"), sample.name
        assert any(labels.get("source") == name for (_, pairs) in samples for labels in [dict(pairs)]), "the source's name is not what was given"
        assert samples[("pelacak_http_requests_total", (("route", "other"), ("status", "404")))] == 1
        assert samples[("pelacak_sky_info", (("provenance", "simulated"),))] == 1
        assert samples[("pelacak_process_resident_memory_bytes", ())] > 1e6
        aircraft = json.load(urllib.request.urlopen(address + "/api/v1/aircraft", timeout=20))["aircraft"]
        plain = json.dumps(sorted(str(key) for key in samples))
        for one in aircraft:
            assert one["hex"] not in plain and (one.get("callsign") or "?").strip() not in plain, "an aircraft stands in the figures"


TESTS = [test_a_site_for_holders_of_a_token, test_nobody_is_led_elsewhere_after_signing_in, test_figures_are_read_by_the_parser_of_prometheus]
os.environ.setdefault("NO_PROXY", "127.0.0.1")
