#!/usr/bin/env python3
"""A server with the site's contract (docs/http-api.md) and made-up aircraft, so that the pages can be tried without the program.

Usage: mock_site.py [--port 8090] [--aircraft 120] [--real] [--undetermined] [--token SECRET] [--time-lapse 1] [--no-vendor] [--no-history] [--no-coverage]
"""

import argparse
import json
import mimetypes
import re
import sqlite3
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import mock_editions
import mock_flights
import mock_frames as frames
import mock_history
import mock_identity
import mock_places
import mock_reception
import mock_sky
import mock_sources
import mock_visits
import mock_watches

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "Sources/Site/Web"
VENDOR = ROOT / "Assets/web"
BASEMAP = ROOT / "Assets/basemap.mbtiles"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src blob:; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
PAGES = {
    "/": "index.html", "/flights": "flights.html", "/airport": "airport.html", "/visits": "visits.html", "/visit": "visit.html", "/alerts": "alerts.html", "/watches": "watches.html", "/outlets": "outlets.html", "/objections": "objections.html", "/sources": "sources.html", "/receiver": "receiver.html", "/about": "about.html", "/api": "api.html", "/sign-in": "sign-in.html",
}


class Site:
    """The made-up sky and its sources; one thread moves it once a second."""

    def __init__(self, options):
        self.options = options
        self.simulated = not options.real and not options.undetermined
        self.flags = (1 if self.simulated else 0) | (2 if options.undetermined else 0)
        self.sky_time = 1_750_000_000.0
        self.aircraft = mock_sky.make(options.aircraft, self.sky_time)
        self.by_hex = {one.hex: one for one in self.aircraft}
        realms = [] if options.no_history else ["real", "imported"] if options.real else ["simulated"]
        self.history = mock_history.History(self.aircraft, lambda: self.sky_time, realms)
        self.flights = mock_flights.Flights(self.history)
        self.visits = mock_visits.Visits(self)
        self.editions = mock_editions.Editions(self)
        self.watches = mock_watches.Watches(self)
        self.sequence = 1
        self.condition = threading.Condition()
        self.rows = [one.row(self.sky_time) for one in self.aircraft]
        self.latest = b""
        self.cut = False
        # A sky that nobody asks any more stands still: many of them would take the machine.
        self.closed = False
        self.sources = [self.source("roof", "beast+tcp://127.0.0.1:30005", "beast", "connected", True)]
        self.sources.append(self.source("hill", "sbs+tcp://192.0.2.7:30003", "sbs", "waiting", True, "connection refused"))
        self.sources += mock_sources.sources(self.source)
        self.posted = []
        threading.Thread(target=self.run, daemon=True).start()

    def source(self, name, specification, kind, state, from_file, detail=None):
        made = {
            "id": name, "name": name, "specification": specification, "format": kind, "clock": "12mhz", "hasPlace": name == "roof", "state": state,
            "since": self.sky_time - 400, "fromFile": from_file,
            "counters": {"bytes": 4_812_345, "frames": 120_345, "rejected": 1204, "positions": 30_112, "aircraft": 57, "connections": 2, "dropped": 0},
            "firstThirtySeconds": {"seconds": 30.0, "complete": True, "frames": 3120, "aircraft": 41, "positions": 903, "rejected": 44},
        }
        if state == "waiting":
            made.update(retryIn=4.0, counters={key: 0 for key in made["counters"]}, firstThirtySeconds=None)
        if detail:
            made["detail"] = detail
        return {key: value for key, value in made.items() if value is not None}

    def run(self):
        began = time.monotonic()
        tick = 0
        while not self.closed:
            tick += 1
            time.sleep(max(0.0, began + tick - time.monotonic()))
            lapse = self.options.time_lapse
            self.sky_time += lapse
            moved, values, new_rows = [], [], []
            for one, old in zip(self.aircraft, self.rows):
                one.fly(self.sky_time, lapse)
                row = one.row(self.sky_time)
                new_rows.append(row)
                if one.positioned and one.heard == self.sky_time:
                    dlat, dlon = row["latitude"] - old["latitude"], row["longitude"] - old["longitude"]
                    if abs(dlat) > 32000 or abs(dlon) > 32000:
                        row["fresh"] = True
                    else:
                        moved.append({"address": one.address, "dlat": dlat, "dlon": dlon, "age": row["age"]})
                if any(row[name] != old[name] for name in frames.QUANTITIES):
                    values.append(row)
            # Every third second, as the contract allows an age to be wrong by two.
            heard = [row for one, row in zip(self.aircraft, new_rows) if not one.positioned and tick % 3 == 0]
            leaps = [row for row in new_rows if row.pop("fresh", False)]
            with self.condition:
                self.rows = new_rows
                self.sequence += 1
                self.latest = frames.change(self.sky_time * 1000, self.sequence, moved, values, leaps, [], self.flags, heard)
                self.condition.notify_all()

    def document(self):
        options = self.options
        provenance = "simulated" if self.simulated else "undetermined" if options.undetermined else "real"
        body = {
            "name": "Pelacak", "version": "0.1.0", "provenance": provenance, "now": self.sky_time, "wall": time.time(), "timeLapse": options.time_lapse,
            "choice": {"reason": "nothing-answered" if self.simulated else "configured", "sources": ["simulate:traffic"] if self.simulated else ["roof"]},
            "discretion": {"place": "blurred", "protection": "several", "ladd": "public", "delay": 900, "floor": 10000, "range": 150000, "considered": "2026-11-20", "contact": "desk@example.org", "decisions": [
                {"reason": "takedown", "granted": 3, "refused": 1, "withdrawn": 0, "lists": 0, "lastDay": "2026-11-24"}]},
            "vendor": VENDOR.exists() and not options.no_vendor, "writing": "token" if options.token else "open", "aircraft": len(self.aircraft),
            "positioned": sum(one.positioned for one in self.aircraft),
        }
        if self.history.realms:
            body["history"] = self.history.realms
        body["coverage"] = bool(self.history.realms) and not options.no_coverage
        if self.simulated:
            body["simulated"] = True
        if options.real:
            body["credits"] = [{"name": "adsb.lol", "text": mock_sources.LOL["credit"], "link": mock_sources.LOL["home"]}]
        if BASEMAP.exists() and not options.no_basemap:
            body["basemap"] = {"minzoom": 0, "maxzoom": 6, "format": "pbf", "attribution": "Natural Earth · GeoNames (CC BY 4.0) · OurAirports · airportsdata"}
        return body


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site = None

    def log_message(self, *_):
        pass

    def head(self, status, kind, length=None, extra=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if length is None:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(length))
        for name, value in extra:
            self.send_header(name, value)
        self.end_headers()

    def answer(self, status, body, kind="application/json", extra=()):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.head(status, kind, len(data), extra)
        self.wfile.write(data)

    def fail(self, status, text, code="error", field=None):
        body = {"error": text, "code": code}
        if field:
            body["field"] = field
        self.answer(status, body)

    def chunk(self, data):
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def do_GET(self):
        url = urlsplit(self.path)
        path = unquote(url.path)
        site = self.site
        if path in PAGES:
            return self.file(WEB, PAGES[path])
        if path.startswith("/web/"):
            return self.file(WEB, path[5:])
        if path.startswith("/vendor/") and not site.options.no_vendor:
            return self.file(VENDOR, path[8:])
        if path.startswith("/basemap/"):
            return self.tile(path)
        if path == "/api/v1/session":
            return self.answer(200, {"reading": "public", "writing": "token" if site.options.token else "open", **({"name": "desk", "scope": "write"} if self.writes() and site.options.token else {})})
        if self.visited("GET", url) or self.watched("GET", url):
            return None
        if path == "/api/v1/openapi.json":
            return self.file(WEB, "openapi.json")
        if path == "/api/v1/site":
            return self.answer(200, site.document())
        if path == "/api/v1/live":
            return self.live(parse_qs(url.query))
        if path == "/api/v1/aircraft":
            rows = [one.summary(site.sky_time) for one in site.aircraft]
            return self.answer(200, {"now": site.sky_time, "aircraft": rows, **({"simulated": True} if site.simulated else {})})
        if path.startswith("/api/v1/history/") or path.startswith("/api/v1/aircraft/") and path.endswith(("/history", "/days")):
            query = {name: values[0] for name, values in parse_qs(url.query).items()}
            return self.answer(*site.history.answer(path.split("/")[3:], query))
        if re.fullmatch("/api/v1/(aircraft/[^/]+/(flights|reach|between)|airports/[^/]+/movements|coverage)", path):
            if path == "/api/v1/coverage" and site.options.no_coverage:
                return self.fail(403, "who hears what is shown to the operator alone", "withheld")
            return self.answer(*site.flights.answer(path.split("/")[3:], {name: values[0] for name, values in parse_qs(url.query).items()}))
        if path == "/api/v1/places":
            return self.answer(*mock_places.search({name: values[0] for name, values in parse_qs(url.query).items()}))
        if path == "/api/v1/identity":
            return self.bearers(parse_qs(url.query).get("registration", [""])[0])
        if path.startswith("/api/v1/identity/"):
            return self.identity(path.split("/")[4], {name: values[0] for name, values in parse_qs(url.query).items()})
        if path.startswith("/api/v1/aircraft/"):
            return self.one(path.split("/")[4:])
        if path == "/api/v1/providers":
            return self.answer(200, {"providers": mock_sources.PROVIDERS})
        if path == "/api/v1/sources":
            body = {"config": "pelacak.yaml", "writing": "token" if site.options.token else "open", "sources": site.sources}
            return self.answer(200, {**body, **({"simulated": True} if site.simulated else {})})
        if re.fullmatch("/api/v1/sources/[^/]+/reception", path):
            if site.options.no_coverage:
                return self.fail(403, "what a receiver hears is shown to the operator alone", "withheld")
            return self.answer(*mock_reception.answer(site, path.split("/")[4], {name: values[0] for name, values in parse_qs(url.query).items()}))
        if path == "/mock/cut":
            site.cut = True
            with site.condition:
                site.condition.notify_all()
            return self.answer(200, {})
        if path == "/mock/heal":
            site.cut = False
            return self.answer(200, {})
        self.fail(404, "not found", "not-found")

    def one(self, parts):
        aircraft = self.site.by_hex.get(parts[0])
        if aircraft is None:
            return self.fail(404, "not in the sky", "not-found")
        now = self.site.sky_time
        if parts[1:] == ["trail"]:
            return self.answer(200, {"now": now, "hex": aircraft.hex, "points": aircraft.trail if aircraft.positioned else []})
        self.answer(200, aircraft.document(now, self.site.simulated))

    def identity(self, hexa, query):
        if not re.fullmatch("~?[0-9a-fA-F]{6}", hexa):
            return self.fail(400, "an address is six hexadecimal digits", "hex")
        body = mock_identity.identity(self.site.aircraft, hexa.lower(), self.site.history.heard(hexa.lower(), query.get("realm")))
        if "at" in query:
            body["at"] = mock_history.time_of(query["at"])
        self.answer(200, body)

    def bearers(self, registration):
        if not re.fullmatch("[A-Za-z0-9-]{2,12}", registration):
            return self.fail(400, "registration is 2 to 12 letters and digits", "query")
        self.answer(200, mock_identity.bearers(registration.upper()))

    def file(self, folder, name):
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            return self.fail(404, "not found", "not-found")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if path.suffix in (".js", ".mjs"):
            kind = "text/javascript"
        self.answer(200, path.read_bytes(), kind)

    def tile(self, path):
        try:
            z, x, y = (int(part.split(".")[0]) for part in path.split("/")[2:5])
            with sqlite3.connect(f"file:{BASEMAP}?mode=ro", uri=True) as store:
                found = store.execute(
                    "SELECT tile_data FROM tiles WHERE zoom_level=? AND tile_column=? AND tile_row=?", (z, x, 2**z - 1 - y)).fetchone()
        except (ValueError, sqlite3.Error):
            found = None
        if not found:
            return self.fail(404, "no tile", "not-found")
        extra = [("Content-Encoding", "gzip")] if found[0][:2] == b"\x1f\x8b" else []
        self.answer(200, found[0], "application/x-protobuf", extra)

    def live(self, query):
        site = self.site
        if site.cut:
            return self.fail(503, "cut", "cut")
        view = [float(part) for part in query["view"][0].split(",")] if "view" in query else None
        self.head(200, "application/octet-stream")
        try:
            with site.condition:
                sequence, rows = site.sequence, site.rows
            rows = [row for row in rows if view is None or inside(row, view)]
            self.chunk(frames.full(site.sky_time * 1000, sequence, rows, site.flags))
            self.chunk(frames.strings([one.strings() for one in site.aircraft], site.flags))
            while not site.cut:
                with site.condition:
                    site.condition.wait_for(lambda: site.sequence != sequence or site.cut, timeout=20)
                    sequence, latest = site.sequence, site.latest
                    if view is not None:
                        rows = [row for row in site.rows if inside(row, view)]
                        latest = frames.full(site.sky_time * 1000, sequence, rows, site.flags)
                self.chunk(latest)
        except (BrokenPipeError, ConnectionResetError):
            pass
        self.close_connection = True

    def writes(self):
        token = self.site.options.token
        return not token or self.headers.get("Authorization") == f"Bearer {token}"

    def allowed(self):
        if not self.writes():
            self.fail(401, "a token is needed", "token-needed")
        return self.writes()

    def visited(self, method, url, body=None):
        """Whether a request is one of visits; then it is answered."""
        if self.editioned(method, url, body or {}):
            return True
        parts = mock_visits.asked(url.path)
        if parts is None:
            return False
        if method != "GET" and not self.allowed():
            return True
        status, document, *kind = self.site.visits.answer(method, parts, {name: values[0] for name, values in parse_qs(url.query).items()}, body or {}, self.writes())
        if status == 204:
            self.head(204, "application/json", 0)
        else:
            self.answer(status, document.encode() if isinstance(document, str) else document, *kind)
        return True

    def editioned(self, method, url, body):
        """Whether a request is one of editions, but for those of a visit; then it is answered."""
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        editions = self.site.editions
        if method == "GET" and url.path == "/api/v1/editions":
            self.answer(*editions.list(query))
            return True
        if method == "GET" and (file := re.fullmatch(r"/editions/(\d+)/edition\.json", url.path)):
            self.answer(200, editions.content(int(file[1])))
            return True
        of_edition = re.fullmatch(r"/api/v1/editions/(\d+)/challenges(?:/([^/]+))?", url.path)
        of_aircraft = re.fullmatch(r"/api/v1/aircraft/([^/]+)/editions(?:/([^/]+))?", unquote(url.path))
        found = of_edition or of_aircraft
        if not found:
            return False
        # Objections are for who may write, also to be read.
        if (method != "GET" or of_edition) and not self.allowed():
            return True
        parts = [found[2]] if found[2] else []
        if of_edition:
            self.answer(*editions.of_edition(int(found[1]), method, parts, query, body))
        else:
            self.answer(*editions.of_aircraft(found[1], method, parts, query, body))
        return True

    def watched(self, method, url, body=None):
        """Whether a request is one of watches, alerts or outlets; then it is answered."""
        if not mock_watches.asked(url.path):
            return False
        if url.path == "/api/v1/alerts/live":
            self.head(200, "text/event-stream; charset=utf-8")
            try:
                self.site.watches.live(self.chunk, self.writes())
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True
            return True
        status, document = self.site.watches.answer(method, url.path, {name: values[0] for name, values in parse_qs(url.query).items()}, body or {}, self.writes())
        if status == 204:
            self.head(204, "application/json", 0)
        else:
            self.answer(status, document)
        return True

    def body(self):
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            return json.loads(data or b"{}")
        except ValueError:
            return {}

    def do_POST(self):
        body = self.body()
        if self.visited("POST", urlsplit(self.path), body) or self.watched("POST", urlsplit(self.path), body):
            return
        if not self.allowed():
            return
        address = str(body.get("address", ""))
        self.site.posted.append(body)
        if "specification" not in body and "poll" not in body and ":" not in address:
            return self.fail(422, "address must be HOST:PORT", "invalid", "address")
        if self.path == "/api/v1/sources/test":
            return self.test(address)
        if any(one["name"] == body.get("name") for one in self.site.sources):
            return self.fail(409, "the name is taken", "taken", "name")
        kind = body.get("format", "beast")
        made = self.site.source(body["name"], body.get("specification") or f"{kind}+tcp://{address}", kind, "connecting", True)
        made["hasPlace"] = "place" in body
        mock_sources.added(made, body)
        self.site.sources.append(made)
        self.answer(201, made)

    def test(self, address):
        self.head(200, "application/x-ndjson")
        try:
            for second in range(1, self.site.options.test_seconds + 1):
                time.sleep(min(1.0, 30 / self.site.options.test_seconds) * 0.2)
                dead = address.endswith(":1")
                line = {
                    "second": second, "state": "waiting" if dead else "connected", "bytes": 0 if dead else second * 4100, "frames": 0 if dead else second * 104,
                    "aircraft": 0 if dead else min(41, second * 3), "positions": 0 if dead else second * 30, "rejected": 0 if dead else second, "guess": "unknown" if dead else "beast",
                }
                if dead:
                    line["detail"] = "connection refused"
                if second == self.site.options.test_seconds:
                    line["done"] = True
                self.chunk(json.dumps(line).encode() + b"\n")
            self.wfile.write(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass

    def named(self):
        name = unquote(urlsplit(self.path).path.rsplit("/", 1)[1])
        return next((one for one in self.site.sources if one["id"] == name), None)

    def do_PUT(self):
        body = self.body()
        if not self.editioned("PUT", urlsplit(self.path), body) and not self.watched("PUT", urlsplit(self.path), body):
            self.fail(405, "this cannot be put", "method")

    def do_PATCH(self):
        body = self.body()
        if self.watched("PATCH", urlsplit(self.path), body):
            return
        if not self.allowed():
            return
        one = self.named()
        if one is None:
            return self.fail(404, "no such source", "not-found")
        if "confirm" in body:
            mock_sources.confirmed(one, body["confirm"])
        else:
            one["state"] = "paused" if body.get("paused") else "connected"
        self.answer(200, one)

    def do_DELETE(self):
        if self.visited("DELETE", urlsplit(self.path)) or self.watched("DELETE", urlsplit(self.path)):
            return
        if not self.allowed():
            return
        one = self.named()
        if one is None:
            return self.fail(404, "no such source", "not-found")
        self.site.sources.remove(one)
        self.head(204, "application/json", 0)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        """A browser that leaves is no error."""


def inside(row, view):
    """Whether a row has no position or one inside west, south, east, north."""
    latitude, longitude = row["latitude"], row["longitude"]
    if latitude == frames.I32:
        return True
    west, south, east, north = (edge * 1e6 for edge in view)
    return south <= latitude <= north and (west <= longitude <= east if west <= east else longitude >= west or longitude <= east)


def options(arguments=None):
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--aircraft", type=int, default=120)
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--undetermined", action="store_true")
    parser.add_argument("--no-history", action="store_true")
    parser.add_argument("--no-coverage", action="store_true")
    parser.add_argument("--no-vendor", action="store_true")
    parser.add_argument("--no-basemap", action="store_true")
    parser.add_argument("--token")
    parser.add_argument("--time-lapse", type=float, default=1)
    parser.add_argument("--test-seconds", type=int, default=10)
    return parser.parse_args(arguments)


def start(arguments=None):
    """Starts the mock in this process; returns the server, whose address is on loopback."""
    chosen = options(arguments)
    site = Site(chosen)
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = Server(("127.0.0.1", chosen.port), handler)
    server.site = site
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


if __name__ == "__main__":
    running = start()
    print(f"http://127.0.0.1:{running.server_address[1]}", flush=True)
    threading.Event().wait()
