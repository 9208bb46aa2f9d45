"""The server with 10,000 aircraft in the sky, seen by none, one and twelve readers."""
import http.client
import json
import os
import statistics
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(__file__))
from measure import PROGRAM, Server, live_frames, places, process_cpu, process_memory  # noqa: E402

# Of 15,000 that exist a little over 10,000 are in the air and in coverage at a time.
AIRCRAFT = int(os.environ.get("AIRCRAFT", "15000"))


def share(server, seconds):
    """CPU seconds a second while nothing else is done."""
    before, begin = process_cpu(server.pid), time.monotonic()
    time.sleep(seconds)
    return (process_cpu(server.pid) - before) / (time.monotonic() - begin)


def busy_view(server, wanted=1000):
    """A view `W,S,E,N` around the busiest place that holds at least so many aircraft."""
    full = next(payload for _, kind, _, payload in live_frames(server, 5) if kind == 1)
    known = [place for place in places(full) if place]
    cells = {}
    for north, east in known:
        cell = (north // 10, east // 10)
        cells[cell] = cells.get(cell, 0) + 1
    north, east = (edge * 10 + 5 for edge in max(cells, key=cells.get))
    for half in range(4, 80):
        inside = sum(abs(one[0] - north) <= half and abs(one[1] - east) <= 1.5 * half for one in known)
        if inside >= wanted:
            break
    return f"?view={east - 1.5 * half},{max(-90, north - half)},{east + 1.5 * half},{min(90, north + half)}"


def view_bytes(server, view, seconds):
    """Bytes a second after the first frame to a reader of a view; aircraft in it with and without position."""
    total, begin, end, found = 0, None, None, None
    for moment, kind, length, payload in live_frames(server, seconds, view):
        if kind == 1:
            found = places(payload)
        elif kind == 2 and begin is None:
            begin = moment
        elif begin:
            total += length + 8
            end = moment
    return total / (end - begin), sum(one is not None for one in found), sum(one is None for one in found)


def compare_views(programs, rounds=3, seconds=20):
    """The same view of the same sky from each program, in turn."""
    servers = {program: Server("--source", f"simulate:traffic?aircraft={AIRCRAFT}", program=program) for program in programs}
    try:
        time.sleep(40)
        view = busy_view(next(iter(servers.values())))
        rates = {program: [] for program in programs}
        for _ in range(rounds):
            for program, server in servers.items():
                rates[program].append(view_bytes(server, view, seconds))
        for program, found in rates.items():
            rate, placed, without = sorted(found)[len(found) // 2]
            print(f"a view of {placed} aircraft (and {without} without a position) from {program}: {rate:,.0f} bytes a second, median of {rounds}")
    finally:
        for server in servers.values():
            server.stop()


def ask_often(server, path, times=300):
    """Median milliseconds of a question on one open connection, as a client sees it, and the size of the last answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    taken = []
    for _ in range(times):
        begin = time.monotonic()
        connection.request("GET", path)
        body = connection.getresponse().read()
        taken.append((time.monotonic() - begin) * 1000)
    connection.close()
    return statistics.median(taken), body


def queries(server):
    """Questions as clients of v2, re-api and OpenSky ask them, in the busiest place of this sky."""
    placed = [one for one in json.load(server.get("/data/aircraft.json"))["aircraft"] if "lat" in one]
    cells = {}
    for one in placed:
        cells.setdefault((int(one["lat"] // 4), int(one["lon"] // 4)), []).append(one)
    centre = max(cells.values(), key=len)[0]
    place = f"{centre['lat']}/{centre['lon']}"
    for path in (
        f"/v2/point/{place}/250", f"/v2/closest/{place}/250", f"/v2/hex/{centre['hex']}", f"/v2/callsign/{centre.get('flight', 'A').strip()}",
        f"/re-api/?box={centre['lat'] - 4},{centre['lat'] + 4},{centre['lon'] - 5},{centre['lon'] + 5}", "/api/states/all",
    ):
        taken, body = ask_often(server, path)
        answer = json.loads(body)
        found = next(len(answer[key]) for key in ("ac", "aircraft", "states") if key in answer)
        print(f"{path.split('?')[0]}: {found} aircraft, {len(body):,} B, {taken:.2f} ms as seen by a client, median of 300")


def main():
    # Another build to compare with may be named.
    compare_views([path for path in (os.environ.get("PELACAK_BEFORE"), PROGRAM) if path])
    with Server("--source", f"simulate:traffic?aircraft={AIRCRAFT}") as server:
        time.sleep(40)
        alone = share(server, 10)
        sizes, kinds = {}, {}
        first = None
        before, begin = process_cpu(server.pid), time.monotonic()
        for moment, kind, length, _ in live_frames(server, 20):
            first = first or moment
            sizes.setdefault(kind, []).append(length)
            kinds[kind] = kinds.get(kind, 0) + 1
        one = (process_cpu(server.pid) - before) / (time.monotonic() - begin)
        names = {1: "full", 2: "change", 3: "strings", 4: "event", 5: "time"}
        print(f"{AIRCRAFT} simulated aircraft, {(sizes[1][0] - 16) // 24:,} of them in the sky")
        print("frames in 20 s:", ", ".join(f"{names[kind]} {len(values)} of {sum(values) / len(values):,.0f} B" for kind, values in sorted(sizes.items())))
        change = sizes.get(2, [0])
        print(f"bytes a second to one reader after the first: {sum(change) / len(change):,.0f}")

        def read():
            for _ in live_frames(server, 15):
                pass

        readers = [threading.Thread(target=read) for _ in range(12)]
        for reader in readers:
            reader.start()
        time.sleep(3)
        twelve = share(server, 10)
        for reader in readers:
            reader.join()
        print(f"CPU of the server, simulation and tracking included: nobody {alone:.3f}, one reader {one:.3f}, twelve readers {twelve:.3f} cores")
        begin, before = time.monotonic(), process_cpu(server.pid)
        total = 0
        for _ in range(10):
            total += len(server.get("/data/aircraft.json").read())
        print(f"aircraft.json: {total / 10:,.0f} B, {(time.monotonic() - begin) * 100:.1f} ms each as seen by a client")
        queries(server)
        now, peak = process_memory(server.pid)
        print(f"memory of the server: {now:.0f} MiB now, {peak:.0f} MiB at most")


if __name__ == "__main__":
    main()
