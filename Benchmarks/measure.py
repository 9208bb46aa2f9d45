"""Shared by the benchmarks: CPU time of commands, interleaved runs, medians, and reading the live stream."""
import os
import resource
import statistics
import struct
import subprocess
import time
import urllib.request

PROGRAM = os.environ.get("PELACAK", ".build/release/pelacak")


def cpu_seconds(command, stdin=None):
    """Runs a command; returns user + system seconds of it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(os.devnull, "wb") as nothing:
        subprocess.run(command, stdin=stdin, stdout=nothing, stderr=nothing, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def interleaved(commands, rounds=5):
    """Median CPU seconds of each command, all of them run in turn `rounds` times."""
    seconds = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seconds[name].append(cpu_seconds(command))
    return {name: statistics.median(values) for name, values in seconds.items()}


def process_cpu(pid):
    """User + system seconds of a running process."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def process_memory(pid):
    """Resident MiB and peak resident MiB of a running process."""
    lines = dict(line.split(":", 1) for line in open(f"/proc/{pid}/status") if line.startswith("Vm"))
    return int(lines["VmRSS"].split()[0]) / 1024, int(lines["VmHWM"].split()[0]) / 1024


class Server:
    """`pelacak serve` on a free port of loopback, stopped by its pid."""

    def __init__(self, *arguments, program=None):
        import tempfile
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [program or PROGRAM, "serve", "--listen", "127.0.0.1:0", "--data", self.folder.name, *arguments],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        )
        self.port = None
        for line in self.process.stderr:
            if "open http://" in line:
                self.port = int(line.split("127.0.0.1:")[1].split()[0])
                break
        if self.port is None:
            raise SystemExit("the server did not start")
        # The log must be read on, or the server would wait for us.
        import threading
        threading.Thread(target=lambda: [None for _ in self.process.stderr], daemon=True).start()
        self.pid = self.process.pid

    def get(self, path):
        return urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def places(payload):
    """Latitude and longitude in degrees of each aircraft of a full frame (docs/http-api.md); `None` where it has no position."""
    count = struct.unpack_from("<I", payload, 8)[0]
    latitudes = struct.unpack_from(f"<{count}i", payload, 16 + 4 * count)
    longitudes = struct.unpack_from(f"<{count}i", payload, 16 + 8 * count)
    return [None if north == -0x80000000 else (north / 1e6, east / 1e6) for north, east in zip(latitudes, longitudes)]


def live_frames(server, seconds, view=""):
    """Reads the live stream for a while; yields (arrival, kind, payload bytes, payload)."""
    answer = server.get("/api/v1/live" + view)
    end = time.monotonic() + seconds

    def exactly(count):
        data = b""
        while len(data) < count:
            part = answer.read(count - len(data))
            if not part:
                raise EOFError
            data += part
        return data

    while time.monotonic() < end:
        length, kind, _, _ = struct.unpack("<IBBH", exactly(8))
        yield time.monotonic(), kind, length, exactly(length)
    answer.close()
