"""The program under check: started on loopback, ended by its own process."""
import json
import os
import pathlib
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager

from provision.console import Problem

ROOT = pathlib.Path(__file__).resolve().parents[2]


def path():
    """PELACAK, else the release build."""
    return os.environ.get("PELACAK") or str(ROOT / ".build" / "release" / "pelacak")


def _environment():
    # What answers on this machine, and what its owner configured, must not decide a check.
    return {**{key: value for key, value in os.environ.items() if not key.startswith("PELACAK_")}, "PELACAK_PROBE": "none"}


@contextmanager
def serving(folder, *arguments):
    """`pelacak serve` with tar1090's folder; its address without a slash at the end."""
    with tempfile.TemporaryDirectory() as data:
        process = subprocess.Popen(
            [path(), "serve", "--listen", "127.0.0.1:0", "--data", data, "--tar1090", str(folder), *arguments],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=_environment())
        try:
            said = []
            for line in process.stderr:
                said.append(line.rstrip())
                if "open http://" in line:
                    address = line.split("open ")[1].split()[0]
                    break
            else:
                raise Problem("the program did not start: " + (said[-1] if said else "it said nothing"))
            threading.Thread(target=lambda: [None for _ in process.stderr], daemon=True).start()
            yield address.rstrip("/")
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def simulated_recording(scene, hours):
    """A Beast file of the synthetic sky, labelled as it is."""
    with tempfile.TemporaryDirectory() as place:
        file = os.path.join(place, "sky.beast")
        run = subprocess.run(
            [path(), "simulate", scene, "--hours", str(hours), "--output", "beast", "--out", file], capture_output=True, text=True, env=_environment())
        if run.returncode != 0:
            raise Problem(f"simulate {scene} failed: {run.stderr.strip()[-300:]}")
        yield file


def fetch(address):
    """(status, headers, body); gzip is not asked for."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def document(address):
    """A JSON document that must be there."""
    status, _, body = fetch(address)
    if status != 200:
        raise Problem(f"{address} answers {status}")
    return json.loads(body)
