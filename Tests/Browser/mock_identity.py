"""Made-up identities for the mock (docs/http-api.md, "Who is who"). The first aircraft has everything that can be said of one; the second is
called a privacy address; every third of the others stands in a made list; of the fifth three statements may not be handed on; of the rest
nobody says anything."""

KNOWN = 1_728_000_000.0
LIST = {"name": "made-list", "kind": "list", "licence": "ODbL", "version": "2024-10-04"}
DESK = {"name": "desk", "kind": "person", "licence": "own"}
OTHER = {"name": "other-list", "kind": "list", "licence": "unknown"}
SINGLE = ("registration", "serial", "type", "model", "operator", "operator-code", "built")


def fact(relation, value, source=LIST, **more):
    return {"relation": relation, "value": value, "known": "claimed", "source": source["name"], "kind": source["kind"], "licence": source["licence"],
            "confidence": "probable", "knownFrom": KNOWN, **more}


def conflict(kind, values, state="open", **more):
    return {"kind": kind, "values": values, "sources": ["made-list"], "since": KNOWN, "state": state, "settles": "another source", **more}


def identity(aircraft, hexa, heard):
    """The answer of `/api/v1/identity/{hex}`; `heard`: what the history says, or None."""
    place = next((index for index, one in enumerate(aircraft) if one.hex == hexa), None)
    one = None if place is None else aircraft[place]
    registration = None if one is None else one.registration
    body = {"hex": hexa, "address": {"state": "NL"}, "shown": [], "facts": [], "isCut": False, "withheld": 0, "sources": [], "conflicts": [], "sisters": []}
    if hexa.startswith("~"):
        body["address"] = {"range": "not-icao"}
    elif registration and place != 1:
        body["address"]["registration"] = {
            "value": registration, "known": "inferred", "rule": "D-A", "weak": False, "rightInLargeList": 0.958, "rightInStateList": 0.9966}
        body["facts"].append({"relation": "registration", "value": registration, "known": "inferred", "source": "arithmetic", "kind": "arithmetic",
                              "licence": "own", "confidence": "probable", "reason": "rule D-A"})
    if place == 0:
        body["sources"] = [DESK, LIST, OTHER]
        body["facts"] += [
            fact("registration", "XX-YYY", validFrom="2003-01", validTo="?"), fact("type", "B738"), fact("operator", "Made Airlines", reason="read in a made list"),
            fact("operator", "Old Airlines", knownTo=KNOWN + 86_400), fact("serial", "12345", DESK, airframe="af7", confidence="certain"),
            fact("list", "state aircraft", denies=True), fact("list", "state aircraft", OTHER, validFrom="2019"), fact("category", "military", OTHER),
            fact("category", "military", DESK, confidence="certain"), fact("category", "civil", knownTo=KNOWN + 86_400),
        ]
        body["conflicts"] = [
            conflict("arithmetic", ["XX-YYY", "484fff"], rule="D-A"), conflict("sources", ["XX-YYY", "XX-ZZZ"], "explained", reason="repainted"),
            conflict("two-addresses", ["XX-YYY", hexa, "484fff"]), conflict("outside-block", ["XX-YYY", "NL"]), conflict("spreadsheet", ["4.41E+11", "441e09"]),
            conflict("no-registration", ["TACTICAL"]),
        ]
        other = aircraft[2]
        body["sisters"] = [
            {"hex": other.hex, "registration": "XX-YYZ", "type": "B738", "operator": "Made Airlines", "ground": "neighbour"},
            {"hex": "484fff", "ground": "one-bit"},
            {"hex": other.hex, "registration": "XX-YYZ", "type": "B738", "operator": "Made Airlines", "ground": "one-bit"},
        ]
    elif place == 1:
        body["sources"] = [LIST]
        body["address"]["privacy"] = True
        body["facts"].append(fact("list", "PIA"))
    elif place == 4:
        body["withheld"] = 3
    elif place is not None and place % 3 == 0:
        body["sources"] = [LIST]
        body["facts"].append(fact("type", "A320"))
    for relation in SINGLE:
        held = [entry for entry in body["facts"] if entry["relation"] == relation and "knownTo" not in entry]
        if held:
            values = list(dict.fromkeys(entry["value"] for entry in held))
            body["shown"].append({**{key: held[0][key] for key in ("relation", "value", "known", "source", "confidence")}, "holds": "yes", "others": values[1:]})
    if heard:
        body["heard"] = heard
    return body


def bearers(registration):
    """The answer of `/api/v1/identity`: one aircraft that is not in the sky, and one that has the registration by a rule."""
    aircraft = []
    if registration.replace("-", "") == "XXYYW":
        aircraft = [{"hex": "484ffe", "registration": "XX-YYW", "known": "claimed", "sources": ["made-list"]},
                    {"hex": "484ffd", "registration": "XX-YYW", "known": "inferred", "sources": ["arithmetic"]}]
    return {"registration": registration, "aircraft": aircraft, "withheld": 0}
