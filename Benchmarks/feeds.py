"""Beast over loopback to full tracks: messages a CPU second of the server, at the pace of the air and as fast as they are taken.

The stream is a few seconds of simulated traffic, Comm-B replies among it, played again and again with its clock going on: aircraft fall back by
less than a mile each time, which no position gate minds, so that all of them are positioned at any pace. The server connects to us; it runs on
one core, we on another where there is one. CPU is user + system of the whole server process from the first byte to the last message counted.
"""
import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(__file__))
from measure import PROGRAM, Server, process_cpu  # noqa: E402

WANTED = int(os.environ.get("AIRCRAFT", "4000"))
# So many exist where that many are in the air and in coverage at a time.
EXISTING = int(os.environ.get("EXISTING", str(WANTED * 19 // 10)))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
MESSAGES = int(os.environ.get("MESSAGES", "3000000"))
SECONDS_PACED = float(os.environ.get("SECONDS_PACED", "20"))
# Whether the server writes down what it hears meanwhile.
HISTORY = os.environ.get("HISTORY", "off")
SLICE = 4.0
ESCAPE = 0x1A


def frames_of(data):
    """Stamp, signal and bytes of each frame of a Beast file."""
    position, found = 0, []
    while position < len(data):
        kind = data[position + 1]
        size = {0x31: 2, 0x32: 7, 0x33: 14}[kind]
        position += 2
        content = bytearray()
        while len(content) < 7 + size:
            byte = data[position]
            position += 2 if byte == ESCAPE else 1
            content.append(byte)
        found.append((int.from_bytes(content[:6], "big"), content[6], bytes(content[7:])))
    return found


def beast(stamp, signal, frame):
    """One frame as it is sent."""
    content = stamp.to_bytes(6, "big") + bytes([signal]) + frame
    return bytes([ESCAPE, 0x33 if len(frame) == 14 else 0x32]) + content.replace(b"\x1a", b"\x1a\x1a")


def remainders():
    """What each byte value adds to the parity register of Mode S (generator 1FFF409)."""
    table = []
    for value in range(256):
        rest = value << 16
        for _ in range(8):
            rest = rest << 1 ^ (0x1FFF409 if rest & 0x800000 else 0)
        table.append(rest & 0xFFFFFF)
    return table


TABLE = remainders()


def parity(data):
    rest = 0
    for byte in data:
        rest = rest << 8 & 0xFFFFFF ^ TABLE[rest >> 16 ^ byte]
    return rest


def spread(address):
    """Simulated aircraft are numbered without gaps; real ones are strewn over the blocks of their states. An odd factor keeps them apart."""
    return address * 0x5F356B & 0xFFFFFF


def moved(frame):
    """The same frame of the aircraft with the spread address; the marker of simulated data stays."""
    kind = frame[0] >> 3
    if kind in (11, 17, 18):
        address = int.from_bytes(frame[1:4], "big")
        # No address, and the one of the marker that says that it is simulated.
        if address in (0, 0xDFFFFF):
            return frame
        head = frame[:1] + spread(address).to_bytes(3, "big") + frame[4:-3]
        return head + parity(head).to_bytes(3, "big")
    head, told = frame[:-3], int.from_bytes(frame[-3:], "big")
    return head + (parity(head) ^ spread(parity(head) ^ told)).to_bytes(3, "big")


def slice_of_sky(folder):
    """The frames of a few seconds of traffic, stamps from 0."""
    path = pathlib.Path(folder) / "traffic.beast"
    subprocess.run(
        [PROGRAM, "simulate", f"traffic?aircraft={EXISTING}", "--hours", str((SLICE + 60) / 3600), "--output", "beast", "--out", str(path)],
        check=True, stderr=subprocess.DEVNULL,
    )
    frames = frames_of(path.read_bytes())
    begin = frames[-1][0] - int(SLICE * 12e6)
    in_sequence = os.environ.get("ADDRESSES") == "in-sequence"
    return [
        (stamp - begin, signal, frame if in_sequence else moved(frame)) for stamp, signal, frame in frames if stamp >= begin
    ]


def stream(frames, turns):
    """The slice that many times, its clock going on; pieces of a tenth of a second."""
    length = int(SLICE * 12e6)
    for turn in range(turns):
        piece, edge = bytearray(), turn * length
        for stamp, signal, frame in frames:
            piece += beast(turn * length + stamp + 12_000_000, signal, frame)
            if turn * length + stamp >= edge + 1_200_000:
                yield bytes(piece)
                piece, edge = bytearray(), edge + 1_200_000
        yield bytes(piece)


def counts(server):
    """Frames and positions that the source counted."""
    counters = json.load(server.get("/api/v1/sources"))["sources"][0]["counters"]
    return counters["frames"], counters["positions"], counters["rejected"]


def positioned(server):
    aircraft = json.load(server.get("/api/v1/aircraft"))["aircraft"]
    return len(aircraft), sum(one.get("latitude") is not None for one in aircraft)


class Feed:
    """What the server connects to."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]

    def accept(self):
        self.connection, _ = self.listener.accept()

    def close(self):
        self.connection.close()
        self.listener.close()


def pin(pid, core):
    cores = sorted(os.sched_getaffinity(0))
    for thread in os.listdir(f"/proc/{pid}/task"):
        os.sched_setaffinity(int(thread), {cores[core % len(cores)]})


def run(pieces, expected, seconds):
    """Messages, positions, aircraft and CPU seconds of one run; at a pace if `seconds` says how long it lasts."""
    feed = Feed()
    with Server("--history", HISTORY, "--source", f"beast+tcp://127.0.0.1:{feed.port}?name=flood&clock=12mhz") as server:
        feed.accept()
        pin(server.pid, 0)
        # What the data are is clear after a moment of the stream; that is not measured.
        warm, rest = pieces[:40], pieces[40:]
        for piece in warm:
            feed.connection.sendall(piece)
            time.sleep(0.05)
        time.sleep(1)
        before, begin, cpu = counts(server), time.monotonic(), process_cpu(server.pid)
        for number, piece in enumerate(rest):
            if seconds:
                wait = begin + seconds * number / len(rest) - time.monotonic()
                if wait > 0:
                    time.sleep(wait)
            feed.connection.sendall(piece)
        last = None
        while (now := counts(server)) != last or now[0] < expected:
            last = now
            if time.monotonic() - begin > 300:
                raise SystemExit(f"only {now[0]} of {expected} messages came through")
            time.sleep(0.05)
        cpu, wall = process_cpu(server.pid) - cpu, time.monotonic() - begin
        result = (now[0] - before[0], now[1] - before[1], positioned(server), cpu, wall)
        feed.close()
    return result


def readsb(path, pieces, messages):
    """The same bytes into readsb, flooded: messages a CPU second."""
    feed = Feed()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [path, "--net-only", "--quiet", f"--net-connector=127.0.0.1,{feed.port},beast_in", f"--write-json={folder}", "--max-range=0"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        feed.accept()
        pin(process.pid, 0)
        for piece in pieces[:40]:
            feed.connection.sendall(piece)
            time.sleep(0.05)
        time.sleep(2)
        cpu = process_cpu(process.pid)
        for piece in pieces[40:]:
            feed.connection.sendall(piece)
        last = -1
        while (now := process_cpu(process.pid)) - last > 0.05:
            last = now
            time.sleep(1)
        time.sleep(2)
        known = json.loads((pathlib.Path(folder) / "aircraft.json").read_text())
        process.terminate()
        process.wait(10)
        feed.close()
    share = sum("lat" in one or "lastPosition" in one for one in known["aircraft"])
    print(f"readsb: {known['messages']:,} messages counted of {messages:,} sent, {share:,} aircraft positioned, {now - cpu:.2f} s of CPU")
    return known["messages"] / (now - cpu)


def main():
    with tempfile.TemporaryDirectory() as folder:
        frames = slice_of_sky(folder)
    kinds = {}
    for _, _, frame in frames:
        kinds[frame[0] >> 3] = kinds.get(frame[0] >> 3, 0) + 1
    turns = max(2, MESSAGES // len(frames))
    print(f"slice: {len(frames):,} messages in {SLICE:.0f} s; by format " + ", ".join(f"DF{kind} {kinds[kind]:,}" for kind in sorted(kinds)))
    pieces = list(stream(frames, turns))
    expected = turns * len(frames)
    flooded, paced = [], []
    for _ in range(ROUNDS):
        messages, fixes, (aircraft, placed), cpu, wall = run(pieces, expected, None)
        flooded.append(messages / cpu)
        print(f"flooded: {messages:,} messages, {fixes:,} positions, {aircraft:,} aircraft, {placed:,} positioned, {cpu:.2f} s of CPU in {wall:.2f} s: "
              f"{messages / cpu / 1e6:.2f} million a CPU second")
    short = list(stream(frames, max(2, int(SECONDS_PACED / SLICE) + 1)))
    for _ in range(ROUNDS):
        messages, fixes, (aircraft, placed), cpu, wall = run(short, len(frames) * max(2, int(SECONDS_PACED / SLICE) + 1), len(short[40:]) / 10)
        paced.append(messages / cpu)
        print(f"at its pace: {messages:,} messages, {fixes:,} positions, {aircraft:,} aircraft, {placed:,} positioned, {cpu:.2f} s of CPU in {wall:.2f} s: "
              f"{messages / cpu / 1e6:.2f} million a CPU second")
    print(f"medians of {ROUNDS}: flooded {statistics.median(flooded) / 1e6:.2f}, at its pace {statistics.median(paced) / 1e6:.2f} million messages a CPU second")
    if path := os.environ.get("READSB") or shutil.which("readsb"):
        others = [readsb(path, pieces, expected) for _ in range(ROUNDS)]
        median = statistics.median(others)
        print(f"readsb flooded: {median / 1e6:.2f} million messages a CPU second; ours {statistics.median(flooded) / median:.1f} times as many")


if __name__ == "__main__":
    main()
