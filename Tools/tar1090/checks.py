"""What is checked of the page: each function opens it in one way and returns (what was seen, in a few words) or raises Failed."""
import calendar
import time

from tar1090 import page as pages
from tar1090 import program
from tar1090.page import Failed, opened, started, wait

MODES = ("plain", "plain-bincraft", "plain-zstd", "globe", "globe-bincraft", "globe-zstd", "reapi", "reapi-bincraft", "reapi-zstd")

#: Which request shows that the page really runs in the mode.
ASKS = {
    "plain": r"/data/aircraft\.json$", "plain-bincraft": r"/data/aircraft\.binCraft$", "plain-zstd": r"/data/aircraft\.binCraft\.zst$",
    "globe": r"/data/globe_\d{4}\.json$", "globe-bincraft": r"/data/globe_\d{4}\.binCraft$", "globe-zstd": r"/data/globe_\d{4}\.binCraft\.zst$",
    "reapi": r"/re-api/$", "reapi-bincraft": r"/re-api/$", "reapi-zstd": r"/re-api/$",
}


def served(base):
    """The aircraft that have a place now, by address."""
    return {one["hex"]: one for one in program.document(base + "/data/aircraft.json")["aircraft"] if "lat" in one}


class Check:
    """A browser, a server and tar1090's folder."""

    def __init__(self, browser, base, folder, breaks=None, screenshots=None):
        self.browser, self.base, self.folder, self.breaks, self.screenshots = browser, base, folder, breaks, screenshots

    def _opened(self, path, viewport=None, keeps_clock=False):
        now = None if keeps_clock else self._now()
        return opened(self.browser, self.base, path, self.folder, self.breaks, viewport, now)

    def _now(self):
        return program.document(self.base + "/api/v1/site")["now"]

    def _picture(self, page, name):
        if self.screenshots:
            page.wait_for_timeout(1500)
            page.screenshot(path=f"{self.screenshots}/{name}.png")

    def _clean(self, page):
        if complaints := page.watch.complaints():
            raise Failed("; ".join(complaints))
        extra = [f"{count} {what}" for count, what in ((page.watch.allowed, "allowed 404"), (page.watch.foreign, "blocked elsewhere")) if count]
        return (", " + ", ".join(extra)) if extra else ""

    def mode(self, mode, viewport=None):
        """Aircraft drawn are aircraft served, and selecting one draws its path."""
        view = pages.view_of(list(served(self.base).values()))
        with self._opened(f"/tar1090/{mode}/?{view}", viewport) as page:
            started(page)
            wait(lambda: page.evaluate("1") and page.watch.asked(ASKS[mode]), f"a request for {ASKS[mode]}", page)

            def same():
                before = served(self.base)
                shown = pages.drawn(page)
                after = served(self.base)
                # Who comes or goes while we look may be on either side.
                lasting = before.keys() & after.keys()
                if not mode.startswith("plain"):
                    # Only what is looked at is asked for.
                    lasting &= pages.in_view(page, before) & pages.in_view(page, after)
                self.missing, self.spare = lasting - shown, shown - (before.keys() | after.keys())
                return not self.missing and not self.spare and shown

            self.missing = self.spare = set()
            try:
                shown = wait(same, "aircraft drawn = aircraft served", page)
            except Failed as error:
                raise Failed(f"{error}: not drawn {sorted(self.missing)[:5]}, not served {sorted(self.spare)[:5]}") from None
            self.differs = None
            try:
                wait(lambda: self._agrees(page, shown), "names, places and heights as in our list", page, timeout=15)
            except Failed as error:
                raise Failed(f"{error}: {self.differs}") from None
            chosen = self._longest(shown)
            page.evaluate("(h) => { selectPlaneByHex(h, {follow: false}); }", chosen)
            wait(lambda: pages.trail_length(page, chosen) > 0, f"the path of {chosen}", page)
            points = wait(lambda: page.evaluate("(h) => g.planes[h].fullTrace?.trace?.length ?? 0", chosen), f"the trace of {chosen}", page)
            self._picture(page, f"{mode}{'-phone' if viewport else ''}")
            return f"{len(shown)} aircraft, {points} points of {chosen}" + self._clean(page)

    def _agrees(self, page, shown):
        """Names, places and heights on the page are those of our list; `differs` says which are not."""
        state = page.evaluate("Object.fromEntries(g.planesOrdered.map((p) => [p.icao, [p.flight, p.position && p.position[1], p.altitude, p.squawk]]))")
        now = served(self.base)
        for hex_ in shown & now.keys() & state.keys():
            flight, latitude, altitude, squawk = state[hex_]
            ours = now[hex_]
            height = ours.get("alt_baro", ours.get("alt_geom"))
            is_far = isinstance(altitude, (int, float)) and (not isinstance(height, (int, float)) or abs(altitude - height) > 2000)
            if (flight or "").strip() != ours.get("flight", "").strip() or (squawk or None) != ours.get("squawk") \
                    or abs(latitude - ours["lat"]) > 0.2 or (altitude == "ground") != (height == "ground") or is_far:
                self.differs = f"{hex_}: {state[hex_]} on the page, {[ours.get('flight'), ours['lat'], height, ours.get('squawk')]} in our list"
                return False
        return True

    def _longest(self, shown):
        """The aircraft with the longest trail."""
        def length(hex_):
            return len(program.document(f"{self.base}/api/v1/aircraft/{hex_}/trail")["points"])
        return max(sorted(shown)[:40], key=length)

    def moves(self):
        """Aircraft move on the page while the sky goes on."""
        view = pages.view_of(list(served(self.base).values()))
        with self._opened(f"/tar1090/?{view}") as page:
            started(page)
            where = "Object.fromEntries(g.planesOrdered.filter((p) => p.position).map((p) => [p.icao, p.position.join()]))"
            before = wait(lambda: page.evaluate(where), "aircraft", page)

            def moved():
                now = page.evaluate(where)
                return sum(now.get(key) not in (None, value) for key, value in before.items())

            count = wait(lambda: moved() > len(before) / 3 and moved(), "movement", page)
            return f"{count} of {len(before)} moved" + self._clean(page)

    def show_trace(self):
        """The page of one aircraft's day: today, out of the live traces, and the same day as one of the past."""
        now = self._now()
        chosen = self._longest(served(self.base).keys())
        day = time.gmtime(now)
        told = []
        for is_past, asks in ((False, f"/data/traces/{chosen[-2:]}/trace_full_"), (True, time.strftime("/globe_history/%Y/%m/%d/traces/", day))):
            with self._opened(f"/tar1090/?icao={chosen}&showTrace={time.strftime('%Y-%m-%d', day)}", keeps_clock=is_past) as page:
                points = wait(lambda: page.evaluate("(h) => g.planes[h]?.fullTrace?.trace?.length ?? 0", chosen), "the day's trace", page)
                wait(lambda: pages.trail_length(page, chosen) > 0, "the day's path", page)
                if not page.watch.asked(asks):
                    raise Failed(f"the page did not ask for {asks}")
                self._picture(page, "showTrace")
                told.append(f"{points} points{self._clean(page)}")
        return f"{chosen}: {told[0]}; as a past day {told[1]}"

    def replay(self):
        """The page that plays the past."""
        now = self._now()
        at = time.gmtime((now - 1800) // 1800 * 1800 + 900)
        aircraft = list(served(self.base).values())
        with self._opened(f"/tar1090/?replay={time.strftime('%Y-%m-%d-%H:%M', at)}&{pages.view_of(aircraft)}") as page:
            slices = wait(lambda: page.evaluate("replay.slices?.length ?? 0"), "the half hour", page)
            count = wait(lambda: page.evaluate("g.planesOrdered.filter((p) => p.position).length"), "aircraft of then", page)
            stamp = page.evaluate("now")
            if abs(stamp - calendar.timegm(at)) > 60:
                raise Failed(f"the page shows {stamp}, asked for {calendar.timegm(at)}")
            names = page.evaluate("g.planesOrdered.filter((p) => p.flight && p.flight.trim()).length")
            if not names:
                raise Failed("no aircraft of then has a name")
            page.evaluate("playReplay(true)")
            wait(lambda: page.evaluate("now") > stamp, "the next slice", page)
            self._picture(page, "replay")
            return f"{slices} slices, {count} aircraft at {time.strftime('%H:%M', at)}, {names} with names" + self._clean(page)

    def heat(self, real):
        """The heat map of the last hour, as points or as heat."""
        aircraft = list(served(self.base).values())
        with self._opened(f"/tar1090/?{'realHeat' if real else 'heatmap=20000'}&heatDuration=1&{pages.view_of(aircraft)}") as page:
            count = wait(lambda: page.evaluate(
                "heatFeatures.reduce((n, s) => n + s.getFeatures().length, 0) + realHeatFeatures.getFeatures().length"
                " + webglFeatures.getFeatures().length"), "points of heat")
            chunks = page.evaluate("heatChunks.filter(Boolean).length")
            self._picture(page, "realHeat" if real else "heatmap")
            return f"{count} points of {chunks} half hours" + self._clean(page)

    def persistent_tracks(self):
        """The page that draws all paths of the past."""
        aircraft = list(served(self.base).values())
        with self._opened(f"/tar1090/plain/?pTracks&{pages.view_of(aircraft)}") as page:
            count = wait(lambda: page.evaluate("g.planesOrdered.filter((p) => p.track_linesegs?.length > 1).length"), "paths", page)
            if not page.watch.asked(r"/chunks/chunk_\d+\.gz$"):
                raise Failed("the page did not ask for chunks")
            self._picture(page, "pTracks")
            return f"{count} paths" + self._clean(page)

    def label(self, word):
        """The page as it is served: the folder's file, and above a simulated sky the word."""
        _, headers, body = program.fetch(self.base + "/tar1090/")
        with open(f"{self.folder}/index.html", "rb") as file:
            own = file.read()
        if word is None:
            if body != own or headers.get("X-Pelacak-Simulated"):
                raise Failed("the page of a real sky is not the folder's file as it is")
            return "index.html byte for byte"
        start = body.find(b'<div id="pelacak-provenance"')
        end = body.find(b"</div>", start) + 6
        if start < 0 or word.encode() not in body[start:end]:
            raise Failed(f"the page does not say {word}")
        if body[:start] + body[end:] != own:
            raise Failed("the page differs from the folder's file in more than its label")
        context = self.browser.new_context(viewport=pages.PHONE)
        try:
            page = context.new_page()
            page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(self.base) else route.abort())
            page.goto(self.base + "/tar1090/", wait_until="domcontentloaded")
            box = wait(lambda: page.query_selector("#pelacak-provenance").bounding_box(), "the label", page)
            if box["width"] < 50 or box["y"] + box["height"] > pages.PHONE["height"] + 1:
                raise Failed(f"the label lies at {box}")
            self._picture(page, "label-phone")
        finally:
            context.close()
        if headers.get("X-Pelacak-Simulated") != "true":
            raise Failed("the header does not say that the sky is simulated")
        return f"says {word}, header too"
