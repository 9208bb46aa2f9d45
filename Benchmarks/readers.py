"""200 readers of the whole sky at once: how late each frame comes, with and without readers that are stuck.

A reader's delay is taken from the frame's own time: the sky's clock against the wall's as `/api/v1/site` tells both. The delay of a
position counts from when the aircraft sent it, so that the wait for the next second's frame is in it. At most 16 streams come from one
address, as shipped: the readers spread over 127.0.0.0/8 and nothing is configured for them.
"""
import json
import os
import selectors
import socket
import struct
import sys
import time

sys.path.insert(0, os.path.dirname(__file__))
from measure import Server, process_cpu, process_memory  # noqa: E402

AIRCRAFT = int(os.environ.get("AIRCRAFT", "15000"))
READERS = int(os.environ.get("READERS", "200"))
STUCK = int(os.environ.get("STUCK", "5"))
SECONDS = int(os.environ.get("DURATION", "20"))
BUDGET = 1.5
PER_ADDRESS = 16


def sky_offset(server):
    """Seconds from the sky's clock to the wall's; the least of several looks, so that delays are rather too long than too short."""
    looks = []
    for _ in range(40):
        site = json.load(server.get("/api/v1/site"))
        looks.append(site["wall"] - site["now"])
        time.sleep(0.05)
    return min(looks)


def connect(server, number, receive=None):
    """A reader's socket, its request sent; `receive` bounds what the kernel keeps for it."""
    one = socket.socket()
    if receive:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
    one.bind((f"127.0.1.{1 + number // PER_ADDRESS}", 0))
    one.connect(("127.0.0.1", server.port))
    one.sendall(f"GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
    return one


class Reader:
    """Takes one answer apart: head, chunks, frames."""

    def __init__(self, one):
        self.socket = one
        one.setblocking(False)
        self.raw, self.body, self.headed = bytearray(), bytearray(), False
        self.frames = self.dropped = 0
        self.sequence = None

    def count(self, kind, payload):
        """Notes a frame of the sky. A full one after the first, or a sequence that leaves one out, is an update that was dropped."""
        sequence = struct.unpack_from("<I", payload, 12 if kind == 1 else 8)[0]
        if self.sequence is not None:
            missed = sequence - self.sequence - 1
            self.dropped += max(1, missed) if kind == 1 else missed
        self.sequence = sequence
        self.frames += 1

    def take(self):
        """Reads what is there; yields (kind, payload) of the frames it completes."""
        try:
            data = self.socket.recv(1 << 20)
        except BlockingIOError:
            return
        if not data:
            raise EOFError("the server ended a stream")
        self.raw += data
        if not self.headed:
            end = self.raw.find(b"\r\n\r\n")
            if end < 0:
                return
            if b" 200 " not in self.raw[:16]:
                raise SystemExit(f"refused: {bytes(self.raw[:60])!r}")
            self.headed = True
            del self.raw[:end + 4]
        self.unchunk()
        while len(self.body) >= 8:
            length, kind = struct.unpack_from("<IB", self.body)
            if len(self.body) < 8 + length:
                break
            yield kind, bytes(self.body[8:8 + length])
            del self.body[:8 + length]

    def unchunk(self):
        while (end := self.raw.find(b"\r\n")) >= 0:
            length = int(self.raw[:end], 16)
            if len(self.raw) < end + 2 + length + 2:
                return
            self.body += self.raw[end + 2:end + 2 + length]
            del self.raw[:end + length + 4]


def position_ages(payload):
    """Ages in seconds of the positions a change frame moves."""
    moved, values, full, gone, heard = struct.unpack_from("<5I", payload, 12)
    at = 32 + 4 * (moved + values + 3 * full + gone + heard) + 4 * moved
    return [age / 10 for age in struct.unpack_from(f"<{moved}H", payload, at)]


def share(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def run(server, readers, offset, seconds):
    """Reads for a while; prints one line's worth of figures."""
    chooser = selectors.DefaultSelector()
    for reader in readers:
        chooser.register(reader.socket, selectors.EVENT_READ, reader)
        reader.frames = reader.dropped = 0
    frames, positions, ages = [], [], {}
    begin, before, own = time.monotonic(), process_cpu(server.pid), time.process_time()
    warm, measured, size = begin + 3, begin, 0
    while time.monotonic() - begin < seconds + 3:
        for key, _ in chooser.select(0.2):
            reader = key.data
            for kind, payload in reader.take():
                arrival = time.time()
                if kind in (1, 2):
                    reader.count(kind, payload)
                if time.monotonic() < warm:
                    before, own, measured = process_cpu(server.pid), time.process_time(), time.monotonic()
                    continue
                if kind not in (1, 2):
                    continue
                moment = struct.unpack_from("<d", payload)[0] / 1000
                delay = arrival - moment - offset
                frames.append(delay)
                size += len(payload)
                if kind == 2:
                    # All readers get the same frame: its ages are taken apart once.
                    sequence = struct.unpack_from("<I", payload, 8)[0]
                    if moment not in ages:
                        ages[moment] = position_ages(payload)
                    positions += [delay + age for age in ages[moment][sequence % 50::50]]
    spent = time.monotonic() - measured
    chooser.close()
    cpu, mine = (process_cpu(server.pid) - before) / spent, (time.process_time() - own) / spent
    now, peak = process_memory(server.pid)
    fewest = min(reader.frames for reader in readers)
    dropped = sum(reader.dropped for reader in readers)
    return {
        "line": f"frame p50 {share(frames, 0.5) * 1000:,.0f} ms, p99 {share(frames, 0.99) * 1000:,.0f} ms, worst {max(frames) * 1000:,.0f} ms; "
                f"position p50 {share(positions, 0.5) * 1000:,.0f} ms, p99 {share(positions, 0.99) * 1000:,.0f} ms; "
                f"{dropped} updates dropped, fewest frames of a reader {fewest} in {spent + warm - begin:.0f} s; {size / spent / 1e6:.1f} MB/s; "
                f"CPU server {cpu:.2f}, this client {mine:.2f} cores; memory {now:.0f} MiB, at most {peak:.0f}",
        "p99": share(positions, 0.99),
        "dropped": dropped,
    }


def was_ended(one):
    """Whether the server has let a stuck reader go: after what the kernel kept, nothing comes."""
    one.settimeout(3)
    try:
        # More than was ever kept for it.
        for _ in range(4096):
            if not one.recv(4096):
                return True
    except ConnectionError:
        return True
    except TimeoutError:
        pass
    return False


def main():
    with Server("--source", f"simulate:traffic?aircraft={AIRCRAFT}") as server:
        time.sleep(40)
        offset = sky_offset(server)
        now, _ = process_memory(server.pid)
        count = json.load(server.get("/api/v1/site"))["aircraft"]
        print(f"{count:,} aircraft, {READERS} readers of the whole sky, load {os.getloadavg()[0]:.1f}; memory before {now:.0f} MiB")
        readers = [Reader(connect(server, number)) for number in range(READERS)]
        without = run(server, readers, offset, SECONDS)
        print(f"nobody stuck:  {without['line']}")
        stuck = [connect(server, READERS + PER_ADDRESS + number, receive=4096) for number in range(STUCK)]
        with_ = run(server, readers, offset, SECONDS)
        print(f"{STUCK} stuck:      {with_['line']}")
        print(f"{sum(was_ended(one) for one in stuck)} of {STUCK} stuck readers were let go by the server")
        print(f"{without['dropped'] + with_['dropped']} updates dropped of {READERS} readers, counted by the sequence of the frames")
        print(f"position p99 {'within' if max(without['p99'], with_['p99']) <= BUDGET else 'ABOVE'} the budget of {BUDGET} s")
        for one in stuck + [reader.socket for reader in readers]:
            one.close()


if __name__ == "__main__":
    main()
