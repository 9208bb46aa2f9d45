#!/usr/bin/env python3
"""An unmodified tar1090 in headless Chromium against our server, in all its modes; a table of what was seen.

Usage: check_tar1090.py DIR [--only WORD,…] [--screenshots DIR] [--break KIND]
  DIR            tar1090's folder `html` (github.com/wiedehopf/tar1090), or one that holds it
  --only         rows whose name holds one of the words
  --screenshots  a folder for pictures of what was seen
  --break        spoils one thing on its way to the page: aircraft, traces, heat, script, tiles. The check must fail then

Status 1 if anything failed. Every run also spoils each thing once and fails if that goes unnoticed. PELACAK names another program than
.build/release/pelacak; the real recording of ../shared/data is used where it is.
"""
import argparse
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import setup  # noqa: E402
from provision.console import Problem, end_like_ctrl_c, say  # noqa: E402

ROOT = setup.ROOT
RECORDING = pathlib.Path(os.environ.get("PELACAK_RECORDINGS", ROOT.parent / "shared" / "data")) / "modes" / "long_flight_first_half.beast"


def html_folder(text):
    """The folder with tar1090's index.html and script.js."""
    for folder in (pathlib.Path(text), pathlib.Path(text) / "html"):
        if (folder / "index.html").is_file() and (folder / "script.js").is_file():
            return folder.resolve()
    raise Problem(f"{text} holds no index.html and script.js of tar1090; name its folder html with DIR=…")


def spoiler(kind):
    """What spoils a request: (route, address) -> whether it answered."""
    def aircraft(route, address):
        if address.path.endswith("/data/aircraft.json"):
            reply = route.fetch()
            document = reply.json()
            document["aircraft"] = [one for one in document["aircraft"] if "lat" not in one] + [one for one in document["aircraft"] if "lat" in one][1:]
            route.fulfill(response=reply, json=document)
            return True
        return False

    def missing(part, status):
        def spoil(route, address):
            if part in address.path:
                route.fulfill(status=status, body="")
                return True
            return False
        return spoil

    def script(route, address):
        if address.path.endswith("/formatter.js"):
            reply = route.fetch()
            route.fulfill(response=reply, body=reply.body() + b"\nsetTimeout(() => { throw new Error('spoiled'); }, 100);\n")
            return True
        return False

    kinds = {
        "aircraft": aircraft, "traces": missing("/traces/", 500), "heat": missing("/heatmap/", 500), "script": script,
        "tiles": missing("/data/globe_", 503),
    }
    return kinds[kind] if kind else None


#: Which row notices what was spoiled, and what it says then.
NOTICES = {
    "aircraft": ("mode plain", "in our list"), "traces": ("mode plain", "/traces/"), "heat": ("replay", "the half hour did not come"),
    "script": ("mode plain", "page error: spoiled"), "tiles": ("mode globe", "not drawn ['"),
}


class Table:
    """Rows as they come, and how many failed."""

    def __init__(self, only):
        self.only, self.passed, self.failed = only, 0, 0

    def wants(self, name):
        return not self.only or any(word in name for word in self.only)

    def row(self, sky, name, run):
        from tar1090.page import Failed
        full = f"{sky}: {name}"
        if not self.wants(full):
            return True
        try:
            told, good = run(), True
        except (Failed, Problem) as error:
            told, good = str(error), False
        except Exception as error:  # noqa: BLE001 - a row that fails is a row, and the rest goes on
            told, good = f"{type(error).__name__}: {str(error).splitlines()[0][:300]}", False
        self.passed, self.failed = self.passed + good, self.failed + (not good)
        print(f"{'ok    ' if good else 'FAILED'}  {sky:12} {name:22} {told}", flush=True)
        return good


def rows_of_now(check, table, sky, word, phone):
    from tar1090 import checks, page
    for mode in checks.MODES:
        table.row(sky, f"mode {mode}", lambda mode=mode: check.mode(mode))
    if phone:
        table.row(sky, "mode reapi-zstd phone", lambda: check.mode("reapi-zstd", page.PHONE))
    table.row(sky, "label", lambda: check.label(word))


def rows_of_past(check, table, sky):
    table.row(sky, "showTrace", check.show_trace)
    table.row(sky, "replay", check.replay)
    table.row(sky, "heatmap", lambda: check.heat(False))
    table.row(sky, "realHeat", lambda: check.heat(True))
    table.row(sky, "pTracks", check.persistent_tracks)


def run_all(browser, folder, options):
    from tar1090 import program
    from tar1090.checks import Check
    table = Table([word for word in options.only.split(",") if word])
    breaks = spoiler(options.breaks)

    def check(base):
        return Check(browser, base, folder, breaks, options.screenshots)

    with program.serving(folder, "--source", "simulate:traffic?aircraft=1500&seed=3") as base:
        settle(base, 20)
        rows_of_now(check(base), table, "simulated", "SIMULATED", phone=True)
        table.row("simulated", "movement", check(base).moves)
    with program.simulated_recording("traffic?aircraft=100", 1.2) as file:
        with program.serving(folder, "--source", f"file:{file}?pace=max&start=2025-01-01T00:00:00Z") as base:
            settle(base, 20)
            rows_of_past(check(base), table, "past hour")
            if not options.breaks:
                for kind in NOTICES:
                    table.row("self-check", f"spoiled {kind}", lambda kind=kind: noticed(browser, base, folder, kind))
    if RECORDING.exists():
        with program.serving(folder, "--source", f"file:{RECORDING}?pace=max", "--receiver", "43.63,1.37") as base:
            settle(base, 1)
            rows_of_now(check(base), table, "recording", None, phone=False)
            rows_of_past(check(base), table, "recording")
    else:
        print("skipped: recording (needs ../shared/data)")
    print(f"{table.passed} passed, {table.failed} failed")
    return 1 if table.failed or not table.passed else 0


def noticed(browser, base, folder, kind):
    """Spoils one thing and sees that the row fails, for that reason."""
    from tar1090.checks import Check
    from tar1090.page import Failed
    name, says = NOTICES[kind]
    check = Check(browser, base, folder, spoiler(kind))
    try:
        check.replay() if name == "replay" else check.mode(name.removeprefix("mode "))
    except Failed as error:
        if says not in str(error):
            raise Failed(f"{name} fails, but says {error}") from None
        return f"noticed: {str(error)[:120]}"
    raise Failed(f"{name} does not notice it")


def settle(base, aircraft):
    """Waits until the sky holds so many aircraft with a place, and a recording has been read to its end."""
    from tar1090 import checks, page, program

    def ready():
        sources = program.document(base + "/api/v1/sources")["sources"]
        reading = any(source["specification"].startswith("file:") and source["state"] != "finished" for source in sources)
        return not reading and len(checks.served(base)) >= aircraft

    page.wait(ready, f"{aircraft} aircraft", timeout=120)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--screenshots")
    parser.add_argument("--break", dest="breaks", choices=sorted(NOTICES))
    options = parser.parse_args()
    try:
        if not options.folder:
            raise Problem("name tar1090's folder html: make check-tar1090 DIR=…")
        folder = html_folder(options.folder)
        if options.screenshots:
            pathlib.Path(options.screenshots).mkdir(parents=True, exist_ok=True)
        if sys.prefix == sys.base_prefix:
            return in_environment()
        from playwright.sync_api import sync_playwright
        from tar1090 import page
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or page.CHROMIUM, args=page.ARGUMENTS)
            try:
                return run_all(browser, folder, options)
            finally:
                browser.close()
    except Problem as problem:
        say(f"check-tar1090: {problem}")
        return 1


def in_environment():
    """Runs again with the tests' own Python, which has playwright, against a program that is built."""
    if "PELACAK" not in os.environ:
        if subprocess.run([sys.executable, ROOT / "Tools" / "setup.py", "run"]).returncode != 0:
            return 1
    setup.provide("test")
    environment = {**os.environ, "CHROMIUM": setup.chromium() or ""}
    return subprocess.run([setup.VENV / "bin" / "python", __file__, *sys.argv[1:]], env=environment).returncode


if __name__ == "__main__":
    end_like_ctrl_c()
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        say("\nstopped")
        sys.exit(130)
