#!/usr/bin/env python3
"""What the map page keeps in memory while it stands open: memory.py [--base-url URL | --program PELACAK] [--minutes 60]

Opens the map on the program's simulated sky (about 10,000 aircraft; AIRCRAFT=15000 exist), then once a minute collects garbage and
prints the page's heap and what its processes hold. The last line is the growth from minute 5 to the end, with the budget.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time

from browser import launch, ready
from playwright.sync_api import sync_playwright

#: docs/performance.md; of design's budgets for 10,000 aircraft.
BUDGET = 10.0
#: The first minutes fill caches and compile code.
WARM = 5


def proportional(pid):
    """MiB of a process, what it shares with others counted in parts; `None` when it is gone."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.MULTILINE).group(1)) / 1024
    except (OSError, AttributeError):
        return None


class Program:
    """`pelacak serve` with a simulated sky on a free port, ended by its pid."""

    def __init__(self, path):
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [path, "serve", "--listen", "127.0.0.1:0", "--data", self.folder.name, "--source",
             f"simulate:traffic?aircraft={os.environ.get('AIRCRAFT', '15000')}"],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self.address = next((line.split("open ")[1].split()[0] for line in self.process.stderr if "open http://" in line), None)
        if self.address is None:
            raise SystemExit("the program did not start")
        threading.Thread(target=lambda: [None for _ in self.process.stderr], daemon=True).start()

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.folder.cleanup()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base-url")
    parser.add_argument("--program", default=os.environ.get("PELACAK", ".build/release/pelacak"))
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--fragment", default="#lat=30&lon=10&z=1.7", help="the map's place, and what else the page's address says")
    parser.add_argument("--viewport", default="800x500", help="small, since software drawing costs by the pixel")
    options = parser.parse_args()
    program = None if options.base_url else Program(options.program)
    width, height = map(int, options.viewport.split("x"))
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright.chromium)
            page = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark").new_page()
            page.goto((options.base_url or program.address) + "/" + options.fragment)
            ready(page)
            session, whole = page.context.new_cdp_session(page), browser.new_browser_cdp_session()
            session.send("Performance.enable")
            heaps, held = {}, {}
            start = time.monotonic()
            print("minute  heap MB  renderer MiB  drawing MiB  nodes  listeners  aircraft", flush=True)
            for minute in range(options.minutes + 1):
                page.wait_for_timeout(max(0, start + minute * 60 - time.monotonic()) * 1000)
                session.send("HeapProfiler.collectGarbage")
                got = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
                processes = whole.send("SystemInfo.getProcessInfo")["processInfo"]
                sizes = {kind: sum(proportional(one["id"]) or 0 for one in processes if one["type"] == kind) for kind in ("renderer", "GPU")}
                heaps[minute], held[minute] = got["JSHeapUsedSize"] / 1e6, sizes["renderer"]
                count = page.evaluate("document.querySelector('#count-all')?.textContent ?? ''")
                print(f"{minute:6}  {heaps[minute]:7.2f}  {sizes['renderer']:12.1f}  {sizes['GPU']:11.1f}  {got['Nodes']:5.0f}  "
                      f"{got['JSEventListeners']:9.0f}  {count}", flush=True)
            warm = min(WARM, options.minutes)
            grown = heaps[options.minutes] - heaps[warm]
            print(f"growth from minute {warm} to {options.minutes}: heap {grown:+.2f} MB (budget {BUDGET:.0f}), "
                  f"renderer {held[options.minutes] - held[warm]:+.1f} MiB")
            browser.close()
            return 0 if grown <= BUDGET else 1
    finally:
        if program:
            program.stop()


if __name__ == "__main__":
    sys.exit(main())
