"""tar1090's page in Chromium, and what its own objects say."""
import pathlib
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

from tar1090.watch import Watch

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}

#: Addresses whose markers stand in the layer that is drawn.
DRAWN = "(webgl ? webglFeatures : PlaneIconFeatures).getFeatures().map((f) => f.hex).filter((h) => h && g.planes[h] && g.planes[h].position)"


class Failed(Exception):
    """Something that should have come did not."""


def wait(what, says, page=None, timeout=25.0, step=0.2):
    """Polls until `what()` is true; its value. With a page its events go on meanwhile."""
    end = time.monotonic() + timeout
    last = None
    while time.monotonic() < end:
        try:
            if value := what():
                return value
        except Exception as error:  # noqa: BLE001 - the page may be between two states
            last = error
        if page is None:
            time.sleep(step)
        else:
            page.wait_for_timeout(step * 1000)
    complaints = page.watch.complaints() if page else []
    why = "; ".join(complaints) or (str(last)[:200] if last else "")
    raise Failed(f"{says} did not come in {timeout:.0f} s" + (f" ({why})" if why else ""))


#: Sets the page's clock, as if the computer showed the sky's time: in its globe modes the page compares the two.
CLOCK = """{
    const shift = SHIFT, Real = Date;
    window.Date = class extends Real {
        constructor(...given) { if (given.length) super(...given); else super(Real.now() + shift); }
        static now() { return Real.now() + shift; }
    };
}"""


@contextmanager
def opened(browser, base, path, folder, breaks=None, viewport=None, now=None):
    """The page with the folder's own index.html, byte for byte; everything else as the server sends it. Other hosts are not reached.

    now: what the page's clock shows, seconds since 1970; None leaves it alone.
    """
    context = browser.new_context(viewport=viewport or DESKTOP, locale="en-GB", has_touch=viewport == PHONE)
    page = context.new_page()
    if now is not None:
        page.add_init_script(CLOCK.replace("SHIFT", str(round((now - time.time()) * 1000))))
    watch = Watch(page, base)
    page.watch = watch

    def document(route):
        if route.request.resource_type != "document":
            route.fallback()
            return
        reply = route.fetch()
        route.fulfill(response=reply, body=(pathlib.Path(folder) / "index.html").read_bytes())

    def spoil(route):
        if not breaks(route, urlsplit(route.request.url)):
            route.fallback()

    page.route(lambda url: not url.startswith((base, "data:", "blob:")), lambda route: route.abort())
    if breaks:
        page.route(lambda url: url.startswith(base), spoil)
    page.route(lambda url: url.startswith(base) and urlsplit(url).path.endswith("/"), document)
    try:
        page.goto(base + path, wait_until="domcontentloaded")
        yield page
    finally:
        context.close()


def started(page):
    """Waits until the page has taken its first aircraft."""
    wait(lambda: page.evaluate("loadFinished === true && Boolean(g.firstFetchDone)"), "the first aircraft", page)


def drawn(page):
    """Addresses that are drawn on the map."""
    return set(page.evaluate(DRAWN))


def trail_length(page, hex_):
    """How many pieces of a path are drawn for an aircraft."""
    return page.evaluate("(h) => g.planes[h]?.trail_features?.getFeatures().length ?? 0", hex_)


def view_of(aircraft):
    """`lat=…&lon=…&zoom=…` of the part of the sky with the most aircraft, some twenty degrees wide."""
    def near(one):
        return [other for other in aircraft if abs(other["lat"] - one["lat"]) < 4 and abs(other["lon"] - one["lon"]) < 6]
    crowd = max((near(one) for one in aircraft), key=len)
    latitude = sum(one["lat"] for one in crowd) / len(crowd)
    longitude = sum(one["lon"] for one in crowd) / len(crowd)
    return f"lat={latitude:.3f}&lon={longitude:.3f}&zoom=6.5"


def in_view(page, aircraft):
    """Addresses of those that lie well inside the map."""
    edges = page.evaluate("currentExtent(0.94)")
    return {hex_ for hex_, one in aircraft.items()
            if edges["minLat"] < one["lat"] < edges["maxLat"] and edges["minLon"] < one["lon"] < edges["maxLon"]}
