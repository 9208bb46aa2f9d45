"""Watches for the mock (the documents of docs/http-api.md): rules, alerts with their evidence, outlets, the live stream of alerts; and every change that the pages make."""

import hashlib
import json
import re
import threading
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "Lists/watches"
FIELDS = {"ntfy": {"topic", "server", "token", "priority"}, "telegram": {"token", "chat", "server"}, "webhook": {"url", "secret"}, "discord": {"url"}, "slack": {"url"}, "matrix": {"server", "room", "token"}, "mastodon": {"server", "token", "visibility"}, "feed": set()}
SECRETS = {"topic", "token", "url", "secret"}
SENTENCES = {
    "en": "Tells when A lands at UEEE or ZKPY (observed, inferred). A = list special-flights. At most once in 6 h.",
    "id": "Memberi tahu saat A mendarat di UEEE atau ZKPY (teramati, disimpulkan). A = daftar special-flights. Paling sering sekali dalam 6 jam.",
}
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" role="img"><path d="M12 180L40 170L80 150L120 118M190 82L230 60L280 40" fill="none" stroke="#c2410c" stroke-width="2"/><circle cx="280" cy="40" r="4" fill="#c2410c"/>'
    '<path d="M20 60L60 80L110 90" fill="none" stroke="#1d4ed8" stroke-width="2"/><circle cx="110" cy="90" r="4" fill="#1d4ed8"/></svg>'
)


def example_yaml(tree, indent=0):
    """A tree as text, as the server writes it: a line a member, what is short on one line."""
    lines = []
    for key, value in tree.items():
        short = not isinstance(value, (dict, list)) or len(json.dumps(value)) <= 60
        lines.append(" " * indent + key + ":" + (" " + json.dumps(value, ensure_ascii=False) + "\n" if short or isinstance(value, list) else "\n" + example_yaml(value, indent + 2)))
    return "".join(lines)


def identity(text):
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def words(english, indonesian):
    return {"en": english, "id": indonesian}


def trouble(english, indonesian):
    """Why something failed last, as documents have it."""
    return {"lastError": english, "lastErrorText": words(english, indonesian)}


BLOCKED = trouble("status 403 (it is not allowed)", "status 403 (tidak diizinkan)")


def refused(english, indonesian, **place):
    """What is wrong with a rule, as the server words it."""
    return 422, {"error": english, "errorText": words(english, indonesian), "code": "rule", **place}


class Watches:
    """All of it."""

    def __init__(self, site):
        self.site = site
        self.rules = {}
        self.alerts = []
        self.condition = threading.Condition()
        self.previews = []
        self.preview_seconds = 0.0
        self.gaps = True
        self.outlets = {
            "browser": {"name": "browser", "kind": "browser", "settings": {}, "fixed": True, "state": "idle", "pending": 0, "dead": 0},
            "feed": {"name": "feed", "kind": "feed", "settings": {"key": "9f3a"}, "fixed": True, "state": "idle", "pending": 0, "dead": 0},
            "phone": {"name": "phone", "kind": "ntfy", "settings": {"topic": "kq7w", "server": "https://ntfy.sh"}, "state": "idle", "pending": 0, "dead": 0, "lastSuccess": site.sky_time - 900},
            "desk": {"name": "desk", "kind": "telegram", "settings": {"token": "x9Zq", "chat": "-1001234567890"}, "fixed": True, "state": "failing", "pending": 1, "dead": 2, "lastSuccess": site.sky_time - 90_000, "lastFailure": site.sky_time - 300, **BLOCKED},
        }
        first = json.loads((EXAMPLES / "visit-landed-at-first-stop.json").read_text())
        self.keep("landings", {**first, "name": "Landings at the stops", "version": 2, "then": {"title": "{A.registration} landed at {landing.airport}", "outlets": ["phone", "desk"]}}, 2, alerts30d=4, lastAlert=site.sky_time - 3_600, visit="v2")
        self.keep("silence", json.loads((EXAMPLES / "silent-over-covered-area.json").read_text()), 1, alerts30d=1, lastAlert=site.sky_time - 7_200, public=True)
        self.keep("everybody", {"name": "Everybody, always", "version": 1, "where": {"A": {}}, "when": {"heard": {"of": "A"}}}, 1, stopped=site.sky_time - 40_000, size=20_000)
        self.keep("resting", json.loads((EXAMPLES / "three-of-a-fleet.json").read_text()), 3, enabled=False)
        self.fill()

    def keep(self, name, tree, version, text=None, **more):
        self.rules[name] = {
            "id": name, "name": tree.get("name", name), "version": version, "enabled": True, "size": 12, "rule": tree, "yaml": text or example_yaml(tree), "sentence": SENTENCES, "alerts30d": 0, "public": False, "by": "desk", "made": self.site.sky_time - 500_000, **more,
        }
        return self.rules[name]

    def fill(self):
        """Alerts of now: a silence with its reason, a landing that is inferred and then corrected, an emergency code, and some years of others."""
        now = self.site.sky_time
        a, b = (one.hex for one in self.site.aircraft[:2])
        landing = self.alert("landings", now - 9_000, words("AR-96001 landed at UEEE", "AR-96001 mendarat di UEEE"), words("AR-96001 landed at UEEE: between 05:40 and 05:58 UTC (inferred)\nlast heard on its approach; that it landed follows from that, nobody heard it on the ground", "AR-96001 mendarat di UEEE: antara 05:40 dan 05:58 UTC (disimpulkan)\nterakhir terdengar saat mendekati bandara"), [a], visit="v2", deliveries=[
            {"outlet": "phone", "state": "delivered", "tries": 1}, {"outlet": "desk", "state": "dead", "tries": 3, **BLOCKED}])
        landing["evidence"] = self.evidence("landings", now - 9_000, [a], [{"time": now - 9_000, "nanoseconds": "1", "aircraft": a, "kind": "landing", "event": "7", "airport": "UEEE", "knowing": "inferred", "earliest": now - 9_900, "latest": now - 8_800, "airports": [{"airport": "UEEE", "share": 0.93}, {"airport": "UEMB", "share": 0.05}]}])
        correction = self.alert("landings", now - 8_000, words("Correction: AR-96001 landed at UEEE", "Koreksi: AR-96001 mendarat di UEEE"), words("AR-96001 did not land: it was heard in the air again", "AR-96001 tidak mendarat: ia terdengar lagi di udara"), [a], visit="v2", corrects=landing["id"], deliveries=[{"outlet": "phone", "state": "pending", "tries": 2, **trouble("timed out", "waktu tunggunya habis")}])
        landing["correctedBy"] = correction["id"]
        silence = self.alert("silence", now - 7_200, words("AR-96001 silent for 26 min", "AR-96001 tidak terdengar selama 26 menit"), words("AR-96001 has been silent for 26 min\nwhy: nobody is heard there, so the silence says nothing about its transponder (inferred)\nplace rounded to 0.1 degrees", "AR-96001 tidak terdengar selama 26 menit\nsebabnya: di sana tidak ada yang terdengar, jadi keheningan ini tidak berarti apa-apa tentang transpondernya (disimpulkan)"), [a, b], place=[40.3, 126.8], public=True, suppressedBefore=4, deliveries=[])
        silence["evidence"] = self.evidence("silence", now - 7_200, [a, b], [
            {"time": now - 7_200, "nanoseconds": "2", "aircraft": a, "kind": "silent", "event": "8", "since": now - 8_760, "gapClass": "noCoverage", "offAtLeast": 0.0, "judgedAt": now - 7_190},
            {"time": now - 7_100, "nanoseconds": "3", "aircraft": b, "kind": "sample", "event": "9", "receivers": ["roof", "hill"]}])
        silence["evidence"]["restricted"] = True
        silence["evidence"]["aircraft"][0]["heardBy"] = [{"minute": now - 8_820 + step * 60, "receivers": [1, 4]} for step in range(2)]
        code = self.alert("everybody", now - 600, words("PK-ABC squawks 7700", "PK-ABC memancarkan 7700"), words("PK-ABC sends code 7700, said by two messages at least a second apart", "PK-ABC memancarkan kode 7700, dikatakan dua pesan berjarak sekurangnya satu detik"), [b], deliveries=[{"outlet": "phone", "state": "delivered", "tries": 1}])
        code["evidence"] = {**self.evidence("everybody", now - 600, [b], [{"time": now - 600, "nanoseconds": "4", "aircraft": b, "kind": "squawk", "event": "10", "squawk": "7700", "agreed": True}]), "positions": [
            {"aircraft": b, "time": now - 700 + step * 20, "latitude": -6.2 + step * 0.01, "longitude": 106.8 + step * 0.02, "altitudeFeet": 12_000 - step * 300, "source": "adsb", "receivers": ["roof"]} for step in range(6)]}
        for number in range(70):
            self.alert("landings", now - 100_000 - number * 40_000, words(f"AR-96002 landed at ZKPY ({number + 1})", f"AR-96002 mendarat di ZKPY ({number + 1})"), words("observed", "teramati"), [b], deliveries=[{"outlet": "phone", "state": "delivered", "tries": 1}])

    def alert(self, rule, when, title, body, aircraft, **more):
        made = {
            "id": identity(f"{rule} {when} {title['en']}"), **({"simulated": True} if self.site.simulated else {}), "watch": rule, "version": self.rules[rule]["version"] if rule in self.rules else 1, "name": self.rules[rule]["name"] if rule in self.rules else rule, "time": when, "made": when + 7, "title": title, "body": body,
            "aircraft": aircraft, "link": f"/#a={','.join(aircraft)}&at={time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(when))}", "suppressedBefore": 0, "public": False, **more,
        }
        self.alerts.append(made)
        self.alerts.sort(key=lambda one: -one["time"])
        return made

    def evidence(self, rule, when, aircraft, events):
        facts = [("AR-96001", "IL96", "RSD"), ("AR-96002", "IL96", "RSD")]
        return {
            "rule": self.rules[rule]["rule"], "ruleVersion": self.rules[rule]["version"], "program": "0.1.0", "time": when, "bound": {"AB"[place]: [one] for place, one in enumerate(aircraft)}, "events": events,
            "aircraft": [{"hex": one, "registration": facts[place][0], "type": facts[place][1], "operator": facts[place][2], "country": "AR", "category": "state", "callsign": "RSD421", "lists": ["special-flights"], "latitude": 40.3412 - place, "longitude": 126.8123 + place, "positionTime": when - 1_500, "altitudeFeet": 35_000, "lastHeard": when - 1_400} for place, one in enumerate(aircraft)],
            "picture": PICTURE,
        }

    def tell(self, title="AR-96001 took off at UUWW", rings=True):
        """Another alert, as if live."""
        with self.condition:
            made = self.alert("landings", self.site.sky_time, words(title, title), words("observed", "teramati"), [self.site.aircraft[0].hex], deliveries=[{"outlet": "browser", "state": "delivered", "tries": 0}] if rings else [])
            self.condition.notify_all()
        return made

    def answer(self, method, path, query, body, writes):
        """Status and document of a path below /api/v1; `None` where it is none of these."""
        parts = path.split("/")[3:]
        handler = {"watches": self.watches, "watching": self.watching, "alerts": self.told, "outlets": self.where}.get(parts[0])
        if handler is None:
            return None
        if parts[0] != "alerts" and not writes:
            return 403 if method == "GET" else 401, {"error": "a token that may write is needed", "code": "token-needed"}
        return handler(method, parts[1:], query, body, writes)

    def watches(self, method, parts, query, body, writes):
        if not parts:
            if method == "GET":
                return 200, {"watches": list(self.rules.values())}
            return self.write(body, None)
        if parts == ["areas"]:
            return 200, {"areas": [{"name": "yakutsk", "area": {"circle": {"latitude": 62.0933, "longitude": 129.7706, "km": 150}}}]}
        if parts == ["examples"]:
            return 200, {"examples": [{"id": path.stem, "name": tree["name"], "rule": tree, "yaml": example_yaml(tree), "sentence": SENTENCES} for path in sorted(EXAMPLES.glob("*.json")) for tree in [json.loads(path.read_text())]]}
        if parts == ["preview"]:
            return self.preview(body)
        rule = self.rules.get(parts[0])
        if rule is None:
            return 404, {"error": "there is no watch of that id", "code": "not-found"}
        if method == "PUT":
            return self.write(body, rule)
        if method == "PATCH":
            rule["enabled"] = body["enabled"]
            rule.pop("stopped", None)
        if method == "DELETE":
            del self.rules[parts[0]]
            return 204, None
        return 200, rule

    def checked(self, body):
        """The tree of a rule that was given, or a refusal as the server words it."""
        import yaml

        text = body.get("yaml", "")
        try:
            tree = body.get("rule") or yaml.load(text, Loader=yaml.BaseLoader)
        except yaml.YAMLError as error:
            return None, refused("expected YAML", "seharusnya YAML", line=error.problem_mark.line + 1)
        line = lambda word: next((place + 1 for place, one in enumerate(text.split("\n")) if word in one), 1)  # noqa: E731
        if not isinstance(tree, dict) or not tree.get("name"):
            return None, refused("“name” is missing", "“name” tidak ada", field="name", line=1)
        if "ZZZZ" in text:
            path = "when.landing.at[0]" if "landing:" in text else "when.takeoff.at[0]"
            return None, refused("“ZZZZ” is not known here", "“ZZZZ” tidak dikenal di sini", field=path, line=line("ZZZZ"))
        if any(key not in ("name", "version", "where", "when", "limit", "then", "visit") for key in tree):
            stranger = next(key for key in tree if key not in ("name", "version", "where", "when", "limit", "then", "visit"))
            return None, refused(f"unknown key “{stranger}”", f"kunci “{stranger}” tidak dikenal", line=line(stranger))
        return (text, tree), None

    def write(self, body, old):
        found, refusal = self.checked(body)
        if refusal:
            return refusal
        text, tree = found
        name = old["id"] if old else re.sub("[^a-z0-9]+", "-", tree["name"].lower()).strip("-")[:40] or "rule"
        public = (tree.get("then") or {}).get("public") == "true"
        return 200 if old else 201, self.keep(name, tree, old["version"] + 1 if old else 1, text, public=public)

    def preview(self, body):
        found, refusal = self.checked(body)
        if refusal:
            return refusal
        time.sleep(self.preview_seconds)
        self.previews.append(body)
        now = self.site.sky_time
        days = body.get("days", 30)
        told = [{key: value for key, value in one.items() if key not in ("evidence", "deliveries", "visit")} for one in self.alerts if one["watch"] == "landings" and one["time"] > now - days * 86_400]
        return 200, {**({"simulated": True} if self.site.simulated else {}), "realm": "simulated" if self.site.simulated else "real", "count": len(told), "truncated": days == 30, "looked": {"from": now - days * 86_400, "to": now}, "cost": {"rows": 812_345, "aircraft": 3, "seconds": 1.52, "size": 240, "stopped": False}, "alerts": sorted(told, key=lambda one: one["time"])}

    def watching(self, method, parts, query, body, writes):
        now = self.site.sky_time
        since = float(query.get("since", now - 3_600))
        gaps = [{"from": now - 30_000, "to": now - 13_800, "why": "stopped"}, {"from": now - 900, "to": now - 500, "why": "noData"}] if self.gaps else []
        stopped = [{"id": one["id"], "name": one["name"], "at": one["stopped"]} for one in self.rules.values() if "stopped" in one]
        return 200, {"since": since, "watermark": now - 7, "alerts": sum(one["made"] >= float(query["made"]) if "made" in query else one["time"] >= since for one in self.alerts), "gaps": [one for one in gaps if one["to"] > since], "stopped": stopped, "lateFindings": 2, "lateRows": 120, **({"simulated": True} if self.site.simulated else {}), "wall": now + 6, "happened": 130, "happenings": [{"time": now - 300, "hex": self.site.aircraft[0].hex, "name": "AR-96001", "kind": "landing", "airport": "WIII", "knowing": "inferred"}, {"time": now - 900, "hex": self.site.aircraft[1].hex, "kind": "silent", "gapClass": "noCoverage"}], "aircraft": 14, "rules": sum(one["enabled"] for one in self.rules.values())}

    def shown(self, alert, writes, whole=False):
        hidden = set() if whole and writes else {"evidence"}
        if not writes:
            hidden |= {"deliveries", "visit"}
        return {key: value for key, value in alert.items() if key not in hidden}

    def told(self, method, parts, query, body, writes):
        seen = [one for one in self.alerts if writes or one["public"]]
        if parts[1:] == ["messages"]:
            if not writes:
                return 403, {"error": "a token that may write is needed", "code": "token-needed"}
            found = next((one for one in seen if one["id"] == parts[0]), None)
            return (200, self.messages(found)) if found else (404, {"error": "there is no alert of that id", "code": "not-found"})
        if parts:
            found = next((one for one in seen if one["id"] == parts[0]), None)
            return (200, self.shown(found, writes, whole=True)) if found else (404, {"error": "there is no alert of that id", "code": "not-found"})
        limit = int(query.get("limit", 100))
        fitting = [one for one in seen if query.get("watch", one["watch"]) == one["watch"] and query.get("visit") in (None, one.get("visit")) and float(query.get("since", 0)) <= one["time"] < float(query.get("before", 1e12))]
        return 200, {"alerts": [self.shown(one, writes) for one in fitting[:limit]], **({"next": fitting[limit - 1]["time"]} if len(fitting) > limit else {})}

    def messages(self, alert):
        """Identification and position of the aircraft of an alert, as two receivers heard them."""
        made = [("8d4840d6202cc371c32ce0576098", 3), ("8d40621d58c382d690c8ac2863a7", 3), ("8d40621d58c382d690c8ac2863a7", 7)]
        return {"kept": True, "cut": False, "messages": [{"time": alert["time"] - 3 + place, "receiver": receiver, "hex": alert["aircraft"][0], "form": "modeS", "message": message} for place, (message, receiver) in enumerate(made)]}

    def where(self, method, parts, query, body, writes):
        if not parts:
            return (200, {"outlets": sorted(self.outlets.values(), key=lambda one: one["name"])}) if method == "GET" else self.add(body)
        outlet = self.outlets.get(parts[0])
        if outlet is None:
            return 404, {"error": "there is no outlet of this name", "code": "not-found"}
        if parts[1:] == ["test"]:
            return 200, {"delivered": False, "error": BLOCKED["lastError"], "errorText": BLOCKED["lastErrorText"]} if outlet["state"] == "failing" else {"delivered": True}
        if parts[1:] == ["again"]:
            count, outlet["dead"] = outlet["dead"], 0
            outlet["pending"] += count
            return 200, {"again": count}
        if outlet.get("fixed"):
            return 409, {"error": "it stands in the configuration file", "code": "fixed"}
        del self.outlets[parts[0]]
        return 204, None

    def add(self, body):
        kind, name, settings = body.get("kind"), body.get("name"), body.get("settings", {})
        if name in self.outlets:
            return 409, {"error": "the name is taken", "code": "taken", "field": "name"}
        unknown = next((key for key in settings if key not in FIELDS[kind] | {"language", "per-minute", "simulated"}), None)
        if unknown:
            return 422, {"error": f"{kind} knows no such key", "code": "invalid", "field": unknown}
        if any("127.0.0.1" in value for value in settings.values()):
            return 422, {"error": "the host has a loopback address", "errorText": words("the host has a loopback address", "server itu punya alamat loopback"), "code": "invalid", "field": next(key for key, value in settings.items() if "127.0.0.1" in value)}
        made = {"name": name, "kind": kind, "settings": {key: value[-4:] if key in SECRETS else value for key, value in settings.items()}, "state": "idle", "pending": 0, "dead": 0}
        self.outlets[name] = made
        return 201, {**made, **({"feed": f"/feeds/{identity(name)}.atom"} if kind == "feed" else {})}

    def live(self, write, writes):
        """The stream of events: `write` takes bytes until it fails."""
        with self.condition:
            known = {one["id"] for one in self.alerts}
        write(b"retry: 5000\n\n")
        while not self.site.closed:
            with self.condition:
                self.condition.wait(timeout=1)
                fresh = [one for one in self.alerts if one["id"] not in known and (writes or one["public"])]
            known |= {one["id"] for one in fresh}
            for one in fresh:
                document = {"rings": any(each["outlet"] == "browser" for each in one.get("deliveries", [])), **self.shown(one, writes)}
                write(f"id: {one['id']}\nevent: alert\ndata: {json.dumps(document)}\n\n".encode())
            if not fresh:
                write(b":\n\n")


def asked(path):
    """Whether a path is one of these."""
    return re.match(r"/api/v1/(watches|watching|alerts|outlets)(/|$)", path) is not None
