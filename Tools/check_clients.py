#!/usr/bin/env python3
"""Clients from PyPI against our server: each must see the aircraft that are served, all of them and no others.

Usage: check_clients.py [--only NAME,…]      names: pymodes rs1090 py1090 adsb_exchange opensky

Starts the program with a simulated sky on loopback, runs each client in an environment of its own (.build/clients) and compares. Every
comparison is then made once more with an aircraft taken away and with one made up, and must fail both times. Status 1 if a client sees
something else than is served or a comparison cannot fail. PELACAK names another program than .build/release/pelacak.
"""
import argparse
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from clients import verdict  # noqa: E402
from peers import venv  # noqa: E402
from provision.console import Problem, end_like_ctrl_c, say  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("PELACAK", str(ROOT / ".build" / "release" / "pelacak"))
REQUIREMENTS = ROOT / "Tools" / "client-requirements.txt"
SCENE = "simulate:traffic?aircraft=600&seed=4"
#: How long a client of a stream listens, and how much of its beginning and end does not count.
LISTEN, EDGE = 14.0, 2.0
#: Messages of an aircraft meanwhile that make it sure to be seen.
PLENTY = 15
MADE_UP = "abcdef"

STREAMS = {
    "pymodes": ("pyModeS 3.6.1, `modes live`, Beast", "beast"),
    "rs1090": ("rs1090 0.7.0, `decode`, Beast", "beast"),
    "py1090": ("py1090 1.1, `Connection`, SBS-1", "sbs"),
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The program with the simulated sky, ended by its process."""

    def __init__(self, formats):
        self._folder = tempfile.TemporaryDirectory()
        self.ports = {name: free_port() for name in formats}
        sinks = [f"--sink={name}+listen://127.0.0.1:{port}" for name, port in self.ports.items()]
        command = [PROGRAM, "serve", "--listen", "127.0.0.1:0", "--data", self._folder.name, "--source", SCENE, *sinks]
        try:
            self._process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        except OSError as error:
            raise Problem(f"{PROGRAM} cannot be started: {error.strerror}; build it first with make run") from None
        said = []
        self.base = None
        for line in self._process.stderr:
            said.append(line.strip())
            if found := re.search(r"open (http://127\.0\.0\.1:\d+)", line):
                self.base = found[1]
                break
        if self.base is None:
            raise Problem(f"the server did not start: {said[-1] if said else 'it said nothing'}")
        threading.Thread(target=lambda: [None for _ in self._process.stderr], daemon=True).start()

    def sky(self):
        with urllib.request.urlopen(f"{self.base}/data/aircraft.json", timeout=20) as answer:
            return json.load(answer)

    def stop(self):
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(10)
        self._folder.cleanup()


def run(python, who, **arguments):
    """What a client saw."""
    command = [python, ROOT / "Tools" / "clients" / "run.py", who, json.dumps(arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Problem(f"{who} failed: {(done.stderr.strip().splitlines() or ['it said nothing'])[-1]}")
    return json.loads(done.stdout)


def must_fail(what, wrong):
    """Each of these comparisons was made with something wrong in it."""
    for name, found in wrong.items():
        if found is None:
            raise Problem(f"{what}: the comparison passes {name}")


def check_stream(server, python, who):
    title, form = STREAMS[who]
    seen = {}
    listening = threading.Thread(target=lambda: seen.update(run(python, who, port=server.ports[form], seconds=LISTEN)))
    possible = {one["hex"] for one in server.sky()["aircraft"]}
    listening.start()
    time.sleep(EDGE)
    before = {one["hex"]: one["messages"] for one in server.sky()["aircraft"]}
    time.sleep(LISTEN - 2 * EDGE)
    after = server.sky()["aircraft"]
    listening.join()
    possible |= before.keys() | {one["hex"] for one in after} | {one["hex"] for one in server.sky()["aircraft"]}
    sure = {
        one["hex"] for one in after
        if one["type"] == "adsb_icao" and one["messages"] - before.get(one["hex"], one["messages"]) >= PLENTY
    }
    if trouble := verdict.of_stream(seen, sure, possible):
        raise Problem(f"{title}: {trouble}")
    must_fail(title, {
        "with one taken away": verdict.of_stream({one: count for one, count in seen.items() if one != min(sure)}, sure, possible),
        "with one made up": verdict.of_stream({**seen, MADE_UP: 9}, sure, possible),
    })
    return title, f"{len(sure)} of {len(sure)} aircraft that sent {PLENTY} messages or more, {len(seen)} in all, none that is not in the sky"


def hexes(answer, key="ac"):
    return {one["hex"] for one in answer[key]}


def check_adsb_exchange(server, python):
    title = "adsb-exchange-python 1.0.0, `AdsbExchangeAPI`, v2"
    found = run(python, "adsb_exchange", base=server.base)
    seen, aircraft = found["seen"], found["served"]["aircraft"]
    near = {
        one["hex"] for one in aircraft
        if "lat" in one and verdict.nautical_miles(seen["centre"], (one["lat"], one["lon"])) <= 250
    }
    expected = {
        "nearby": (near, hexes(seen["nearby"])),
        "hex": ({seen["hex"][0]}, hexes(seen["hex"][1])),
        "callsign": ({one["hex"] for one in aircraft if one.get("flight", "").strip() == seen["callsign"][0]}, hexes(seen["callsign"][1])),
        "squawk": ({one["hex"] for one in aircraft if one.get("squawk") == seen["squawk"][0]}, hexes(seen["squawk"][1])),
        "military": ({one["hex"] for one in aircraft if one.get("dbFlags", 0) & 1}, hexes(seen["military"])),
    }
    if seen["registration"]:
        name, answer = seen["registration"]
        expected["registration"] = {one["hex"] for one in aircraft if one.get("r") == name}, hexes(answer)
    for name, (served, got) in expected.items():
        if trouble := verdict.of_list(got, served, fewest=5 if name == "nearby" else 0):
            raise Problem(f"{title}, {name}: {trouble}")
    if not seen["nearby"].get("simulated"):
        raise Problem(f"{title}: the answer does not say that the sky is simulated")
    must_fail(title, {
        "with one taken away": verdict.of_list(hexes(seen["nearby"]) - {min(near)}, near, 5),
        "with one made up": verdict.of_list(hexes(seen["nearby"]) | {MADE_UP}, near, 5),
    })
    return title, f"{len(near)} of {len(near)} within 250 NM, and by address, callsign, squawk, registration and military"


def check_opensky(server, python):
    title = "python-opensky 1.0.1, `OpenSky.get_states`, OpenSky states"
    found = run(python, "opensky", base=server.base)
    seen, sky = found["seen"], found["served"]
    ours = {one["hex"]: one for one in sky["aircraft"] if not one["hex"].startswith("~")}
    # Whole seconds there, rounded to thousandths here.
    if not 0 <= sky["now"] - seen["time"] < 1.001:
        raise Problem(f"{title}: its time is {seen['time']} and not that of {sky['now']}")
    got = {row[0] for row in seen["all"]}
    if trouble := verdict.of_list(got, set(ours)):
        raise Problem(f"{title}: {trouble}")
    # Its positions are of the last 15 s.
    young = {name: one for name, one in ours.items() if one.get("seen_pos", 99) <= 14.5}
    north = {name for name, one in young.items() if one["lat"] >= 0}
    if missing := north - {row[0] for row in seen["north"]}:
        raise Problem(f"{title}: a box of the northern half lacks {' '.join(sorted(missing)[:5])}")
    pairs = []
    for name, _, latitude, longitude, altitude, speed in seen["all"]:
        one = ours[name]
        if name in young:
            pairs += [(f"latitude of {name}", latitude, one["lat"]), (f"longitude of {name}", longitude, one["lon"])]
        if isinstance(one.get("alt_baro"), int):
            pairs.append((f"altitude of {name}", altitude and altitude / 1000, one["alt_baro"] * 0.3048 / 1000))
        if "gs" in one:
            pairs.append((f"speed of {name}", speed and speed / 1000, one["gs"] * 1852 / 3600 / 1000))
    # 0.0001 degrees, 0.1 m, 0.1 m/s.
    if trouble := verdict.of_values(pairs, 1e-4):
        raise Problem(f"{title}: {trouble}")
    must_fail(title, {
        "with one taken away": verdict.of_list(got - {min(got)}, set(ours)),
        "with one made up": verdict.of_list(got | {MADE_UP}, set(ours)),
        "with a wrong number": verdict.of_values([*pairs, ("made up", 1.0, 1.001)], 1e-4),
    })
    return title, f"{len(got)} of {len(got)} aircraft, {len(pairs):,} positions, altitudes and speeds equal"


LISTS = {"adsb_exchange": check_adsb_exchange, "opensky": check_opensky}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", type=lambda text: text.split(","), help="clients, by comma")
    chosen = parser.parse_args().only or [*STREAMS, *LISTS]
    if unknown := [name for name in chosen if name not in STREAMS and name not in LISTS]:
        parser.error(f"there is no client {' '.join(unknown)}; there are {' '.join([*STREAMS, *LISTS])}")
    python = venv.provide("clients", REQUIREMENTS, "the clients", megabytes=25)
    server = Server(sorted({STREAMS[name][1] for name in chosen if name in STREAMS}))
    failed = 0
    try:
        say("the simulated sky fills …")
        deadline = time.monotonic() + 60
        while len(server.sky()["aircraft"]) < 5 * verdict.FEWEST and time.monotonic() < deadline:
            time.sleep(1)
        time.sleep(5)
        for name in chosen:
            try:
                check = LISTS.get(name)
                title, result = check(server, python) if check else check_stream(server, python, name)
                print(f"ok    {title}: {result}; wrong answers are noticed", flush=True)
            except Problem as problem:
                failed += 1
                print(f"FAIL  {problem}", flush=True)
    finally:
        server.stop()
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    end_like_ctrl_c()
    try:
        sys.exit(main())
    except Problem as problem:
        sys.exit(f"check-clients: {problem}")
