#!/usr/bin/env python3
"""Our feeds against programs that others use: each reads what we write, or writes what we read, on loopback.

Usage: check_feeds.py [--seconds N] [--mlat-client DIR]
  --seconds      how long each connection is watched (20)
  --mlat-client  a folder with mlat-client's source, built in place (python3 setup.py build_ext --inplace); skipped without

dump1090-mutability comes from Debian: installed, or downloaded into .build and run from there. What cannot be had is skipped aloud. Status 1 if
a check fails. PELACAK names another program than .build/release/pelacak. The sky is simulated: every stream carries its label.
"""
import argparse
import contextlib
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from peers import dump1090  # noqa: E402
from peers.mlatserver import MlatServer  # noqa: E402
from provision.console import Problem, end_like_ctrl_c, say  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
AIRCRAFT = 40


def free_ports(count):
    """Ports nobody listens on now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_for(port, seconds=20):
    """Waits until something listens there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise Problem(f"nothing came to listen on port {port}")


class Running:
    """Programs of one check; all are ended with it, each by its own number."""

    def __init__(self, pelacak):
        self.pelacak = pelacak
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        self.processes = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.folder.cleanup()

    def start(self, command, environment=None, output=None):
        log = open(self.path / f"{len(self.processes)}.log", "wb")
        process = subprocess.Popen(command, env=environment, stdout=output or log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.path)
        self.processes.append(process)
        return process

    def serve(self, *arguments):
        """Starts `pelacak serve` and gives the address of its site."""
        (port,) = free_ports(1)
        data = self.path / f"data-{port}"
        environment = dict(os.environ, PELACAK_PROBE="none")
        self.start([self.pelacak, "serve", "--listen", f"127.0.0.1:{port}", "--data", data, *arguments], environment)
        wait_for(port)
        return f"http://127.0.0.1:{port}"


def fetch(site, path):
    with urllib.request.urlopen(site + path, timeout=10) as answer:
        return json.load(answer)


def addresses(document):
    """Those with a position."""
    return {one["hex"] for one in document["aircraft"] if "lat" in one}


def watch(seconds, read, enough):
    """Asks once a second until it is enough; gives the last answer."""
    answer = None
    for _ in range(seconds):
        time.sleep(1)
        with contextlib.suppress(OSError, ValueError):
            answer = read()
            if enough(answer):
                break
    return answer


class Checks:
    def __init__(self, options, pelacak):
        self.seconds = options.seconds
        self.mlat_client = options.mlat_client
        self.pelacak = pelacak
        self.failed = 0

    def report(self, name, is_good, figures):
        self.failed += not is_good
        print(f"{'ok     ' if is_good else 'FAILED '} {name}: {figures}", flush=True)

    def dump1090_both_ways(self):
        """Our Beast into dump1090's input port; its Beast, AVR and SBS into us; view1090 on our Beast port."""
        programs, environment = dump1090.provide()
        if programs is None:
            print("skipped  dump1090-mutability: not installed, and not to be had from Debian here", flush=True)
            return
        raw_in, raw_out, sbs_out, beast_in, beast_out, ours = free_ports(6)
        with Running(self.pelacak) as run:
            run.start(
                [programs["dump1090-mutability"], "--net-only", "--quiet", "--net-bind-address", "127.0.0.1", "--net-ri-port", str(raw_in),
                 "--net-ro-port", str(raw_out), "--net-sbs-port", str(sbs_out), "--net-bi-port", str(beast_in), "--net-bo-port",
                 str(beast_out), "--write-json", str(run.path)], environment)
            wait_for(beast_in)
            site = run.serve("--source", f"simulate:traffic?aircraft={AIRCRAFT}", "--sink", f"beast+tcp://127.0.0.1:{beast_in}",
                             "--sink", f"beast+listen://127.0.0.1:{ours}")
            wait_for(ours)
            readers = {
                "Beast out of dump1090 into us": run.serve("--source", f"beast+tcp://127.0.0.1:{beast_out}"),
                "AVR out of dump1090 into us": run.serve("--source", f"avr+tcp://127.0.0.1:{raw_out}"),
                "SBS out of dump1090 into us": run.serve("--source", f"sbs+tcp://127.0.0.1:{sbs_out}"),
            }
            with open(run.path / "view1090.out", "wb") as out:
                run.start([programs["view1090-mutability"], "--no-interactive", "--net-bo-port", str(ours)], environment, out)
                theirs = watch(self.seconds, lambda: addresses(json.loads((run.path / "aircraft.json").read_text())), lambda got: len(got) >= AIRCRAFT)
                own = addresses(fetch(site, "/data/aircraft.json"))
                common = len(own & (theirs or set()))
                self.report("our Beast into dump1090", common >= 0.9 * len(own) > 0, f"{common} of {len(own)} aircraft with a position there too")
                for name, reader in readers.items():
                    got = watch(self.seconds, lambda: addresses(fetch(reader, "/data/aircraft.json")), lambda got: len(got) >= 0.9 * len(own))
                    common = len(own & (got or set()))
                    self.report(name, common >= 0.9 * len(own), f"{common} of {len(own)} aircraft with a position here too")
            text = (run.path / "view1090.out").read_text(errors="replace")
            seen = {match.lower() for match in re.findall(r"ICAO Address:?\s*:?\s*([0-9A-Fa-f]{6})", text)}
            common = len(own & seen)
            self.report("our Beast into view1090", common >= 0.9 * len(own), f"{common} of {len(own)} aircraft there too")

    def mlat(self):
        """mlat-client on an output of one source: its clock must be coherent, or it would send no pairs and report resets."""
        name = "our Beast of one source into mlat-client"
        if self.mlat_client is None:
            print(f"skipped  {name}: name a folder with it, --mlat-client DIR", flush=True)
            return
        server = MlatServer()
        (port,) = free_ports(1)
        with Running(self.pelacak) as run:
            recording = run.path / "sky.beast"
            subprocess.run([self.pelacak, "simulate", f"traffic?aircraft={AIRCRAFT}", "--hours", "0.05", "--out", recording], check=True)
            run.serve("--source", f"file:{recording}?name=roof&pace=realtime&clock=12mhz", "--sink", f"beast+listen://127.0.0.1:{port}?source=roof")
            wait_for(port)
            client = "import sys; sys.path.insert(0, sys.argv.pop(1)); import mlat.client.cli; mlat.client.cli.main()"
            run.start(
                [sys.executable, "-c", client, self.mlat_client, "--input-type", "dump1090", "--input-connect", f"127.0.0.1:{port}",
                 "--server", f"127.0.0.1:{server.port}", "--no-udp", "--lat", "52", "--lon", "5", "--alt", "10", "--user", "check"])
            count = lambda: (server.count("sync"), server.count("mlat"), server.count("clock_reset"))  # noqa: E731
            pairs, others, resets = watch(2 * self.seconds + 20, count, lambda got: got[0] >= 100)
            self.report(name, pairs >= 100 and resets <= 1, f"{pairs} pairs of positions and {others} messages sent on, clock reset {resets} times")
        server.close()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--mlat-client")
    options = parser.parse_args()
    pelacak = os.environ.get("PELACAK", str(ROOT / ".build" / "release" / "pelacak"))
    if not os.access(pelacak, os.X_OK):
        raise Problem(f"{pelacak} is not built; run `make run` once, or name it in PELACAK")
    checks = Checks(options, pelacak)
    checks.dump1090_both_ways()
    checks.mlat()
    return 1 if checks.failed else 0


if __name__ == "__main__":
    end_like_ctrl_c()
    try:
        sys.exit(main())
    except Problem as problem:
        say(f"check_feeds: {problem}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
