"""Every answer of the built program against the OpenAPI document that it serves."""

import json
import os
import socket
import time
import urllib.request

from browser import Skip, wait
from contract import FILE, Contract
from openapi_spec_validator import validate
from test_program import RECORDING, served


def everything(contract, base, most):
    """Asks for every document of the sky, and for every aircraft that is in it."""
    aircraft = contract.ask(base, "/api/v1/aircraft")["aircraft"]
    for path in ("/api/v1/site", "/api/v1/receivers", "/api/v1/sources", "/data/aircraft.json", "/data/receiver.json"):
        contract.ask(base, path)
    points = 0
    for one in aircraft[:most]:
        # It may have left the sky meanwhile: 404 is described too.
        for what in ("", "/trail", "/track"):
            document = contract.ask(base, f"/api/v1/aircraft/{one['hex']}{what}")
        for column in document.get("columns", {}).values():
            assert len(column) == document["points"], document["hex"]
        points += document.get("points", 0)
    return len(aircraft), points


def examples(contract, base, hexa):
    """Asks for everything that is described, with the examples of its parameters; what is not answered here is no finding."""
    asked = 0
    for path, one in contract.json["paths"].items():
        # A stream has no end to wait for.
        if "get" not in one or path == "/api/v1/live" or "text/event-stream" in one["get"]["responses"]["200"].get("content", {}):
            continue
        target = path
        for parameter in map(contract.follow, one.get("parameters", [])):
            value = {"hex": hexa, "end": hexa[-2:]}.get(parameter["name"], str(parameter["example"]))
            target = target.replace("{" + parameter["name"] + "}", value)
        query = [(one["name"], one["example"]) for one in one["get"].get("parameters", []) if one.get("required")]
        target += "?" + "&".join(f"{name}={value}" for name, value in query) if query else "?all" if path == "/re-api/" else ""
        if not contract.has(base, target):
            continue
        contract.ask(base, target)
        asked += 1
    return asked


def test_contract_document_is_openapi_and_the_one_that_is_served(_browser, _base, _mock):
    document = json.loads(FILE.read_text(encoding="utf-8"))
    validate(document)
    names = [one["operationId"] for path in document["paths"].values() for key, one in path.items() if key != "parameters"]
    assert len(names) == len(set(names)), "an operationId stands twice"
    with served() as base:
        with urllib.request.urlopen(base + "/api/v1/openapi.json") as answer:
            assert answer.headers["Content-Type"] == "application/openapi+json;version=3.1"
            assert json.load(answer) == document


def test_contract_holds_for_a_simulated_sky(_browser, _base, _mock):
    contract = Contract()
    with served("--source", "simulate:traffic?aircraft=300") as base:
        end = time.monotonic() + 30
        points = 0
        while points < 30 and time.monotonic() < end:
            count, points = everything(contract, base, 60)
        assert count > 100 and points >= 30, f"{count} aircraft, {points} points"
        assert contract.frames(base, 5) >= 1
        hexa = contract.ask(base, "/api/v1/aircraft")["aircraft"][0]["hex"]
        assert examples(contract, base, hexa) > 10
        document = contract.ask(base, "/api/v1/receivers")
        assert document["simulated"] and document["receivers"][0]["kind"] == "simulated"
        assert document["receivers"][0]["lastMinute"]["frames"] > 0


def test_contract_holds_for_recorded_radio(_browser, _base, _mock):
    if not os.path.exists(RECORDING):
        raise Skip("needs recordings")
    contract = Contract()
    with served("--source", f"file:{RECORDING}?pace=max&name=book", "--receiver", "43.63,1.37") as base:
        end = time.monotonic() + 30
        while not contract.ask(base, "/api/v1/aircraft")["aircraft"] and time.monotonic() < end:
            time.sleep(0.2)
        everything(contract, base, 1000)
        receiver = contract.ask(base, "/api/v1/receivers")["receivers"][0]
        assert (receiver["name"], receiver["kind"]) == ("book", "recording")
        text = json.dumps(contract.ask(base, "/api/v1/receivers")) + json.dumps(contract.ask(base, "/api/v1/sources"))
        assert "43.63" not in text and "1.37" not in text


def test_contract_holds_for_feeders_of_a_listener(_browser, _base, _mock):
    if not os.path.exists(RECORDING):
        raise Skip("needs recordings")
    with open(RECORDING, "rb") as file:
        data = file.read(60_000)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    contract = Contract()
    with served("--source", f"beast+listen://127.0.0.1:{port}?name=field&clock=none") as base:
        feeders = []
        for _ in range(2):
            # The site may be open before its listener is.
            feeders.append(wait(lambda: socket.create_connection(("127.0.0.1", port), 10)))
            feeders[-1].sendall(data)
        rows, end = [], time.monotonic() + 60
        while sum(row["totals"]["frames"] > 1000 and row["aircraft"] > 0 for row in rows) < 2 and time.monotonic() < end:
            rows = contract.ask(base, "/api/v1/receivers")["receivers"]
            time.sleep(0.2)
        assert len(rows) == 2 and {row["kind"] for row in rows} == {"feeder"}, rows
        assert all(row["source"] and row["aircraft"] > 0 and row["connected"] for row in rows), rows
        # What the second one gives the first one gave already.
        assert max(row.get("copyShare", 0) for row in rows) > 0.5, rows
        assert "127.0.0.1" not in json.dumps(rows)
        one = next(one for one in contract.ask(base, "/api/v1/aircraft")["aircraft"])
        contract.ask(base, f"/api/v1/aircraft/{one['hex']}")
        for feeder in feeders:
            feeder.close()


def test_contract_holds_while_sources_change(_browser, _base, _mock):
    contract = Contract()
    with served("--source", "beast+tcp://127.0.0.1:9?name=roof") as base:
        place = {"latitude": 52.1234, "longitude": 4.4321, "metres": 3}
        added = contract.ask(base, "/api/v1/sources", "POST", {"name": "garden", "address": "127.0.0.1:9", "format": "beast", "place": place})
        garden = "/api/v1/sources/" + added["id"]
        contract.ask(base, "/api/v1/sources", "POST", {"name": "garden", "address": "127.0.0.1:9", "format": "beast"})
        contract.ask(base, "/api/v1/sources", "POST", {"name": "field", "specification": "beast+listen://127.0.0.1:0"})
        contract.ask(base, "/api/v1/sources", "POST", {"name": "bad", "specification": "nothing://x"})
        contract.ask(base, "/api/v1/sources", "POST", {"name": "x"}, Origin="http://elsewhere.example")
        contract.ask(base, garden, "PATCH", {"paused": True})
        contract.ask(base, "/api/v1/sources/none", "PATCH", {"paused": True})
        listed = json.dumps(contract.ask(base, "/api/v1/sources")) + json.dumps(contract.ask(base, "/api/v1/receivers"))
        assert "52.1234" not in listed and "4.4321" not in listed
        contract.ask(base, garden, "DELETE")
        contract.ask(base, garden, "DELETE")
        for status in ("POST /api/v1/sources 201", "POST /api/v1/sources 409", "POST /api/v1/sources 422", "POST /api/v1/sources 403",
                       "PATCH /api/v1/sources/{id} 200", "PATCH /api/v1/sources/{id} 404", "DELETE /api/v1/sources/{id} 204",
                       "DELETE /api/v1/sources/{id} 404"):
            assert status in contract.seen, f"{status} was not seen: {sorted(contract.seen)}"


def test_contract_tells_an_answer_that_is_wrong(_browser, _base, _mock):
    contract = Contract()
    kind = {"Content-Type": "application/json; charset=utf-8"}
    right = {"now": 1.0, "aircraft": [{"hex": "484159", "source": "adsb_icao", "age": 0.1}]}
    contract.check("GET", "/api/v1/aircraft", 200, kind, json.dumps(right).encode())
    for wrong in ({**right, "new": 1}, {"aircraft": []}, {**right, "now": "x"}, {**right, "simulated": False},
                  {**right, "aircraft": [{"hex": "48415G", "source": "adsb_icao", "age": 0.1}]}):
        try:
            contract.check("GET", "/api/v1/aircraft", 200, kind, json.dumps(wrong).encode())
        except AssertionError:
            continue
        raise AssertionError(f"not found: {wrong}")


TESTS = [value for name, value in sorted(globals().items()) if name.startswith("test_contract")]
