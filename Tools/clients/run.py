"""Runs inside the environment of the clients: one of them against the server, what it saw as JSON on standard output.

Usage: run.py WHO ARGUMENTS AS JSON. Nothing of a client is replaced but the address it asks.
"""
import asyncio
import collections
import json
import socket
import subprocess
import sys
import sysconfig
import threading
import time
import urllib.request


def read_json(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return json.load(answer)


# --- Streams: {hex: messages}


def pymodes(port, seconds):
    """pyModeS's own command `modes live`; its JSON lines, extended squitters only: other replies tell no address by themselves."""
    command = [f"{sysconfig.get_path('scripts')}/modes", "live", "--network", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    threading.Timer(seconds, process.terminate).start()
    seen = collections.Counter()
    for line in process.stdout:
        try:
            message = json.loads(line)
        except ValueError:
            continue
        if message.get("df") in (17, 18) and message.get("icao") and message.get("crc_valid", True):
            seen[message["icao"].lower()] += 1
    trouble = process.stderr.read()
    if "Traceback" in trouble:
        raise SystemExit(f"modes live: {trouble.strip().splitlines()[-1]}")
    return seen


def rs1090(port, seconds):
    """rs1090 decodes; its package has no client for sockets, so the Beast frames are taken off the wire here."""
    import rs1090 as decoder

    frames, times = [], []
    for data in beast(port, seconds):
        frames.append(data.hex())
        times.append(time.time())
    seen = collections.Counter()
    for message in decoder.decode(frames, times):
        if message.get("df") in ("17", "18", 17, 18) and message.get("icao24"):
            seen[message["icao24"].lower()] += 1
    return seen


def beast(port, seconds):
    """Data of the Mode S frames of a Beast stream."""
    end = time.monotonic() + seconds
    rest = b""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.settimeout(0.5)
        while time.monotonic() < end:
            try:
                part = connection.recv(65536)
            except TimeoutError:
                continue
            if not part:
                break
            frames, rest = beast_frames(rest + part)
            yield from frames


def beast_frames(text):
    """(data of the whole frames, what is left over). An escape that is doubled stands for itself."""
    frames, begin, place, body = [], None, 0, bytearray()
    lengths = {0x32: 7, 0x33: 14}
    while place < len(text):
        if text[place] != 0x1A:
            body.append(text[place])
            place += 1
        elif place + 1 == len(text):
            # It cannot be told yet what this escape is.
            break
        elif text[place + 1] == 0x1A:
            body.append(0x1A)
            place += 2
        else:
            begin, body = place, bytearray([text[place + 1]])
            place += 2
        if begin is not None and body and len(body) == 8 + lengths.get(body[0], -9):
            frames.append(bytes(body[8:]))
            begin, body = None, bytearray()
    return frames, text[place if begin is None else begin:]


def py1090(port, seconds):
    """py1090's `Connection` and `Message`."""
    import py1090 as client

    seen = collections.Counter()
    end = time.monotonic() + seconds
    with client.Connection("127.0.0.1", port) as connection:
        connection.socket.settimeout(seconds + 5)
        while time.monotonic() < end:
            line = connection.readline()
            if not line:
                break
            if line.strip():
                message = client.Message.from_string(line)
                if message.message_type == "MSG":
                    seen[message.hexident.lower()] += 1
    return seen


# --- Lists: what the client saw, and aircraft.json of the same second


def paired(base, ask):
    """What `ask(aircraft.json)` gives, together with the aircraft.json of the second in which it was asked."""
    for _ in range(20):
        before = read_json(f"{base}/data/aircraft.json")
        seen = ask(before)
        if read_json(f"{base}/data/aircraft.json")["now"] == before["now"]:
            return {"seen": seen, "served": before}
        time.sleep(0.3)
    raise SystemExit("no second was long enough for the questions")


def busiest(aircraft):
    """The aircraft with most others within some four degrees."""
    def neighbours(one):
        return sum(abs(one["lat"] - other["lat"]) < 4 and abs(one["lon"] - other["lon"]) < 4 for other in aircraft)

    return max(aircraft, key=neighbours)


def adsb_exchange(base):
    """adsb-exchange-python's `AdsbExchangeAPI`, its base address ours."""
    from adsb_exchange_python import AdsbExchangeAPI

    class Ours(AdsbExchangeAPI):
        BASE_URL = f"{base}/v2"

    client = Ours(api_key="none")

    def ask(sky):
        centre = busiest([one for one in sky["aircraft"] if "lat" in one])
        named = next(one for one in sky["aircraft"] if one.get("flight", "").strip())
        coded = next(one for one in sky["aircraft"] if "squawk" in one)
        registered = next((one for one in sky["aircraft"] if "r" in one), None)
        return {
            "centre": [centre["lat"], centre["lon"]],
            "nearby": client.get_nearby(centre["lat"], centre["lon"], 250),
            "hex": [named["hex"], client.get_by_hex(named["hex"])],
            "callsign": [named["flight"].strip(), client.get_by_callsign(named["flight"].strip())],
            "squawk": [coded["squawk"], client.get_by_squawk(coded["squawk"])],
            "registration": registered and [registered["r"], client.get_by_registration(registered["r"])],
            "military": client.get_military_aircraft(),
        }

    return paired(base, ask)


def opensky(base):
    """python-opensky's `OpenSky`; the origin of the addresses it builds is turned to ours in the session it is given."""
    import aiohttp
    from python_opensky import BoundingBox, OpenSky
    from yarl import URL

    class Turned:
        def __init__(self, session):
            self.session = session

        async def request(self, method, url, **rest):
            own = URL(base)
            return await self.session.request(method, url.with_scheme("http").with_host(own.host).with_port(own.port), **rest)

    async def states(box):
        async with aiohttp.ClientSession() as session:
            return await OpenSky(session=Turned(session)).get_states(bounding_box=box)

    def rows(found):
        return [
            [state.icao24, state.callsign, state.latitude, state.longitude, state.barometric_altitude, state.velocity]
            for state in found.states
        ]

    def ask(sky):
        everything = asyncio.run(states(None))
        north = asyncio.run(states(BoundingBox(0, 90, -180, 180)))
        return {"time": everything.time, "all": rows(everything), "north": rows(north)}

    return paired(base, ask)


CLIENTS = {"pymodes": pymodes, "rs1090": rs1090, "py1090": py1090, "adsb_exchange": adsb_exchange, "opensky": opensky}

if __name__ == "__main__":
    json.dump(CLIENTS[sys.argv[1]](**json.loads(sys.argv[2])), sys.stdout)
