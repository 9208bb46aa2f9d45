"""The built program behind the page, from the command line to the picture. Needs its path in PELACAK."""

import os
import signal
import socket
import subprocess
import tempfile
import threading
from contextlib import contextmanager

import test_map
from browser import Skip, opened, ready, state, text, wait

PROGRAM = os.environ.get("PELACAK", "")
RECORDING = os.path.join(os.path.dirname(__file__), "../../../shared/data/modes/long_flight_first_half.beast")


@contextmanager
def served(*arguments, folder=False):
    """`pelacak serve` on a free port of loopback, stopped by its pid; its address, with its data folder if wanted."""
    if not os.access(PROGRAM, os.X_OK):
        raise Skip("needs the built program in PELACAK")
    with tempfile.TemporaryDirectory() as data:
        process = subprocess.Popen(
            [PROGRAM, "serve", "--listen", "127.0.0.1:0", "--data", data, *arguments],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
            # What answers on this machine must not decide a test.
            env={**{key: value for key, value in os.environ.items() if not key.startswith("PELACAK_")}, "PELACAK_PROBE": "none"})
        # One that does not say within a minute where it listens is asked with SIGABRT where it stands, and is no more.
        patience = threading.Timer(60, process.send_signal, [signal.SIGABRT])
        patience.start()
        try:
            said = []
            for line in process.stderr:
                said.append(line)
                if "open http://" in line:
                    address = line.split("open ")[1].split()[0]
                    break
            else:
                raise AssertionError(f"the program did not start: {' '.join(said[-3:])[:400]}")
            patience.cancel()
            threading.Thread(target=lambda: [None for _ in process.stderr], daemon=True).start()
            yield (address, data) if folder else address
        finally:
            patience.cancel()
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(30)
                raise


def test_simulate_to_file_to_page_keeps_the_label(browser, _base, _mock):
    if not os.access(PROGRAM, os.X_OK):
        raise Skip("needs the built program in PELACAK")
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "made.beast")
        subprocess.run([PROGRAM, "simulate", "traffic?aircraft=200", "--hours", "0.1", "--output", "beast", "--out", file],
                       check=True, timeout=200, stderr=subprocess.DEVNULL)
        with served("--source", f"file:{file}?pace=max") as address:
            test_map.test_simulated_is_in_the_picture(browser, address, None)
            with opened(browser, address, "/sources#lang=id") as page:
                wait(lambda: "SIMULASI" in text(page, "#notice-provenance"))
            with opened(browser, address, "/about#lang=en") as page:
                wait(lambda: "SIMULATED" in text(page, "#notice-provenance"))


def test_without_a_receiver_something_moves_within_a_minute(browser, _base, _mock):
    with served() as address:
        with opened(browser, address, "/#lang=id") as page:
            ready(page)
            wait(lambda: test_map.coloured(page) > 200)
            before = page.evaluate("fetch('/api/v1/aircraft').then((a) => a.json()).then((d) => Object.fromEntries(d.aircraft.map((a) => [a.hex, a.latitude])))")

            def moved():
                now = page.evaluate("fetch('/api/v1/aircraft').then((a) => a.json()).then((d) => Object.fromEntries(d.aircraft.map((a) => [a.hex, a.latitude])))")
                return sum(1 for key, value in now.items() if before.get(key) not in (None, value)) > 20

            wait(moved, step=1)
            assert "SIMULASI" in text(page, "#notice-provenance")
            assert "simulate:state-visit" in page.content()


def test_recorded_radio_is_on_the_map(browser, _base, _mock):
    if not os.path.exists(RECORDING):
        raise Skip("needs recordings")
    with served("--source", f"file:{RECORDING}?pace=max", "--receiver", "43.63,1.37") as address:
        with opened(browser, address, "/#a=486257&z=7&lat=48.1&lon=1.26&lang=en") as page:
            ready(page)
            wait(lambda: "KLM1302" in text(page, "#panel"))
            panel = text(page, "#panel")
            for word in ("observed", "DF17", "Netherlands", "Barometric altitude"):
                assert word.lower() in panel.lower(), f"panel without {word}: {panel[:400]}"
            assert "SIMULATED" not in text(page, "#notice-provenance")
            assert state(page)["a"] == "486257"


def test_a_source_is_tried_added_paused_and_removed_on_the_page(browser, _base, _mock):
    with served("--source", "beast+tcp://127.0.0.1:9?name=roof", "--sink", "beast+listen://127.0.0.1:0") as address:
        with opened(browser, address, "/sources#lang=en") as page:
            wait(lambda: len(page.query_selector_all(".card")) == 1)
            page.fill("#source-name", "garden")
            page.fill("#source-address", "127.0.0.1:9")
            page.fill("#source-latitude", "52.1234")
            page.fill("#source-longitude", "5.2345")
            page.click("#source-test")
            wait(lambda: text(page, "#test"))
            page.click("#source-save")
            wait(lambda: len(page.query_selector_all(".card")) == 2)
            card = page.query_selector_all(".card")[1]
            assert "garden" in card.inner_text()
            assert "52.1234" not in page.content().replace('value="52.1234"', ""), "the place is given back"
            card.query_selector(".pause").click()
            wait(lambda: "paused" in page.query_selector_all(".card")[1].inner_text().lower())
            page.query_selector_all(".card")[1].query_selector(".remove").click()
            wait(lambda: page.query_selector(".card .really"))
            page.click(".card .really")
            wait(lambda: len(page.query_selector_all(".card")) == 1)


@contextmanager
def speaking(words):
    """A server on a free port of loopback that says the same to everybody and then listens; its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held = []

        def serve():
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                connection.sendall(words)
                held.append(connection)

        threading.Thread(target=serve, daemon=True).start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)
            for connection in held:
                connection.close()


def test_a_server_that_is_no_rtl_tcp_is_told_on_the_page(browser, _base, _mock):
    beast = bytes([0x1A, 0x33]) + bytes(7) + bytes.fromhex("8D4840D6202CC371C32CE0576098")
    with speaking(b"HTTP/1.1 400 Bad Request\r\n\r\n") as web, speaking(beast) as feeder:
        with served("--source", f"rtltcp://127.0.0.1:{web}?name=web", "--source", f"rtltcp://127.0.0.1:{feeder}?name=feeder") as address:
            for language, words in (("en", ("no rtl_tcp server", "it sends Beast")), ("id", ("bukan server rtl_tcp", "pengirim Beast"))):
                with opened(browser, address, f"/sources#lang={language}") as page:
                    for index, word in enumerate(words):
                        wait(lambda: word in text(page, f".card:nth-child({index + 1}) .told.bad"))
                    assert int(text(page, '.card [data-counter="rejected"]')) >= 1
            with opened(browser, address, "/sources#lang=en") as page:
                page.select_option("#source-format", "rtltcp")
                page.fill("#source-name", "garden")
                page.fill("#source-address", f"127.0.0.1:{feeder}")
                page.click("#source-test")
                wait(lambda: "it sends Beast" in text(page, "#test"))
                page.click("#source-test")
                wait(lambda: "it sends Beast" in text(page, "#test .verdict"))


TESTS = [
    test_simulate_to_file_to_page_keeps_the_label,
    test_without_a_receiver_something_moves_within_a_minute,
    test_recorded_radio_is_on_the_map,
    test_a_source_is_tried_added_paused_and_removed_on_the_page,
    test_a_server_that_is_no_rtl_tcp_is_told_on_the_page,
]
