"""What the browser tests share: the browser, pages under watch, and waiting without evaluating strings (the policy forbids it)."""

import os
import time
from contextlib import contextmanager
from datetime import datetime, timezone

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
# Theme, language, size: every two of their values meet in one of four looks; all eight would take twice the time.
LOOKS = (("dark", "en", DESKTOP), ("light", "id", DESKTOP), ("dark", "id", PHONE), ("light", "en", PHONE))


class Skip(Exception):
    """A test that cannot run here, with its reason."""


def launch(kind):
    """Chromium as Debian packs it, with software drawing; `kind` is Playwright's `chromium`."""
    return kind.launch(executable_path=CHROMIUM, args=ARGUMENTS)


def wait(what, timeout=60, step=0.1, tell=lambda: None):
    """Polls until `what()` is true; its value. An error inside counts as not yet. The time only ends what would never be: a busy machine is no failure.
    What `tell()` gives at the end stands in the failure."""
    end = time.monotonic() + timeout
    last = None
    while time.monotonic() < end:
        try:
            value = what()
            if value:
                return value
        except Exception as error:  # noqa: BLE001 - the page may be between two states
            last = error
        time.sleep(step)
    raise AssertionError(f"waited {timeout} s in vain" + (f" ({last})" if last else "") + f" {tell() or ''}".rstrip())


class Watch:
    """Everything a page did that it must not: errors, requests to elsewhere, violations of the policy."""

    # Refusals and cuts that a test makes on purpose are written to the console by the browser itself.
    MEANT = ("401", "403", "404", "409", "422", "503", "ERR_")

    def heard(self, message):
        if message.type == "error" and not any(word in message.text for word in self.MEANT):
            self.errors.append(message.text)

    def __init__(self, page, base):
        self.page, self.base, self.errors, self.foreign = page, base, [], []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self.heard)
        page.on("request", lambda request: self.foreign.append(request.url) if not request.url.startswith((base, "data:", "blob:")) else None)


@contextmanager
def opened(browser, base, path, viewport=None, theme="dark", touch=False, reduced=False):
    """A page in a context of its own; afterwards it must have made no error and no request elsewhere."""
    context = browser.new_context(
        viewport=viewport or DESKTOP, color_scheme=theme, has_touch=touch, locale="en-GB", reduced_motion="reduce" if reduced else "no-preference")
    page = context.new_page()
    watch = Watch(page, base)
    page.watch = watch
    try:
        page.goto(base + path)
        # Chromium drops keys and clicks that come before the first paint, and a busy machine paints late.
        wait(lambda: page.evaluate("performance.getEntriesByType('paint').length"))
        yield page
        assert not watch.errors, f"errors of the page: {watch.errors[:3]}"
        assert not watch.foreign, f"requests elsewhere: {watch.foreign[:3]}"
    finally:
        context.close()


def moment(seconds):
    """An instant as the link writes it."""
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def stands(page, seconds):
    """Waits until the link holds a moment of the past, given in seconds since 1970."""
    wanted = moment(seconds)
    wait(lambda: state(page)["at"] == wanted, tell=lambda: f"for {wanted}: {state(page)}, focus on {page.evaluate('document.activeElement.outerHTML.slice(0, 60)')}")


def unfold(page, inside):
    """Opens every part that is folded, in one step: a page that draws itself anew meanwhile keeps what is open."""
    page.evaluate("(inside) => document.querySelectorAll(`${inside} details`).forEach((part) => { part.open = true; })", inside)


def text(page, selector):
    """Text of the first element, or an empty one."""
    found = page.query_selector(selector)
    return (found.inner_text() or "").strip() if found else ""


def ready(page):
    """Waits until the stream has brought aircraft; how many."""
    return wait(lambda: int("".join(filter(str.isdigit, text(page, "#count-all") or page.evaluate("document.querySelector('#count-all')?.textContent ?? ''"))) or 0))


def state(page):
    """The fragment's parameters."""
    fragment = page.evaluate("location.hash.slice(1)")
    return dict(part.split("=", 1) for part in fragment.split("&") if "=" in part)
