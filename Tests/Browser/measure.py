#!/usr/bin/env python3
"""What the map page costs: measure.py [--base-url URL] [--aircraft 10000] [--seconds 20] [--rounds 5]

Prints the page's main-thread time per update, long tasks while idle, frames a second while panning against the map without
aircraft, and bytes a second. Software drawing: ratios count more than figures. MOCK names the folder of another checkout's
mock_site.py, to measure its page in the same way.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from browser import DESKTOP, launch, ready
from playwright.sync_api import sync_playwright

LONG_TASKS = """window.__long = []; new PerformanceObserver((l) => { for (const e of l.getEntries()) window.__long.push(e.duration); }).observe({type: 'longtask'});"""
PAN = """(seconds) => new Promise((done) => {
    const surface = document.querySelector('.maplibregl-canvas') ?? document.querySelector('.plainmap');
    const box = surface.getBoundingClientRect(); const cx = box.left + box.width / 2, cy = box.top + box.height / 2;
    // MapLibre hears the rest of a drag on the document; what is sent to the window never gets there.
    const send = (type, x, y, buttons) => (type === 'mousedown' ? surface : document).dispatchEvent(new MouseEvent(type, {clientX: x, clientY: y, buttons, button: 0, bubbles: true}));
    send('mousedown', cx, cy, 1);
    const before = window.pelacakMetrics.frames; const start = performance.now();
    const step = () => { const t = (performance.now() - start) / 1000;
        send('mousemove', cx + 220 * Math.sin(t * 1.7), cy + 90 * Math.sin(t * 1.1), 1);
        // What counts is how often the picture was drawn in another place.
        if (t < seconds) requestAnimationFrame(step); else { send('mouseup', cx, cy, 0); done((window.pelacakMetrics.frames - before) / t); } };
    requestAnimationFrame(step);
})"""


def mock(count):
    """The mock in a process of its own, so that it does not take the measured one's time."""
    here = Path(os.environ.get("MOCK", Path(__file__).resolve().parent))
    process = subprocess.Popen([sys.executable, str(here / "mock_site.py"), "--port", "0", "--aircraft", str(count)], stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip()


def page_of(browser, base, fragment):
    context = browser.new_context(viewport=DESKTOP, color_scheme="dark")
    page = context.new_page()
    page.add_init_script(LONG_TASKS)
    page.goto(base + "/" + fragment)
    return page


def panned(browser, base, seconds=4):
    """Pictures a second while panning, and milliseconds of CPU that the drawing process spent on each.

    One page at a time: another one that is open draws too, and takes its time from the one that is measured.
    """
    page = page_of(browser, base, "#lat=30&lon=10&z=1.7")
    page.wait_for_timeout(4000)
    whole = browser.new_browser_cdp_session()

    def spent():
        return sum(one["cpuTime"] for one in whole.send("SystemInfo.getProcessInfo")["processInfo"] if one["type"] == "GPU")

    before, place = spent(), page.evaluate("location.hash")
    rate = page.evaluate(PAN, seconds)
    cost = 1000 * (spent() - before) / (rate * seconds)
    page.wait_for_timeout(500)
    assert page.evaluate("location.hash") != place, "the map was not panned"
    page.context.close()
    return rate, cost


def figures(values):
    values = sorted(values)
    return f"median {statistics.median(values):.2f}, 95 % {values[int(len(values) * 0.95) - 1]:.2f} ms ({len(values)})" if values else "none"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base-url")
    parser.add_argument("--aircraft", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    process, base = (None, options.base_url) if options.base_url else mock(options.aircraft)
    empty, empty_base = mock(0)
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright.chromium)
            start = time.monotonic()
            page = page_of(browser, base, "#lat=30&lon=10&z=1.7")
            count = ready(page)
            first = time.monotonic() - start
            page.wait_for_timeout(4000)
            page.evaluate("(() => { const m = window.pelacakMetrics; for (const k of ['decode','fill','draw','labels','table']) m[k].length = 0; m.bytes = 0; m.frames = 0; window.__long.length = 0; })()")
            page.wait_for_timeout(options.seconds * 1000)
            got = page.evaluate("({...window.pelacakMetrics, long: window.__long, heap: performance.memory?.usedJSHeapSize})")
            # Small frames (strings, times) also count as decoded; the updates are the large ones.
            per_update = [a + b for a, b in zip(sorted(got["decode"])[-options.seconds:], sorted(got["fill"])[-options.seconds:])]
            print(f"aircraft {count}, first aircraft after {first:.1f} s, load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
            for name in ("decode", "fill", "draw", "labels"):
                print(f"{name:7} {figures(got[name])}")
            if per_update and got["draw"]:
                print(f"decode + fill + draw per update: {statistics.median(per_update) + statistics.median(got['draw']):.2f} ms")
            print(f"long tasks while idle: {sum(got['long']) / options.seconds:.0f} ms/s ({len(got['long'])})")
            print(f"drawings {got['frames'] / options.seconds:.1f}/s, bytes {got['bytes'] / options.seconds / 1000:.1f} kB/s uncompressed, heap {(got['heap'] or 0) / 1e6:.0f} MB")
            page.context.close()
            rates, costs = {base: [], empty_base: []}, {base: [], empty_base: []}
            for _round in range(options.rounds):
                for address in (base, empty_base):
                    rate, cost = panned(browser, address)
                    rates[address].append(rate)
                    costs[address].append(cost)
            (with_, without), (dear, cheap) = [[statistics.median(found[one]) for one in (base, empty_base)] for found in (rates, costs)]
            print(f"pictures/s while panning: {with_:.1f} with aircraft, {without:.1f} without, ratio {with_ / without:.2f}")
            print(f"CPU of the drawing process a picture: {dear:.0f} ms with aircraft, {cheap:.0f} without; median of {options.rounds}, in turn")
            browser.close()
    finally:
        for one in (process, empty):
            if one:
                one.terminate()


if __name__ == "__main__":
    main()
