"""Visits for the mock (the documents of docs/http-api.md): one drafted, one confirmed with candidates, both made up but for the places; and every change that the pages make."""

import base64
import copy
import datetime
import hashlib
import re

HOUR = 3600
T0 = 1_750_118_400.0  # 2025-06-17 00:00 UTC
TEXT = """NIVARA \u2013 Presiden Arvania Tomas Belk dijadwalkan mengunjungi Pyongyang mulai Selasa malam, kata kantornya.

Menurut Example Wire, Belk diperkirakan akan singgah di Yakutsk, Siberia Timur, sebelum menuju Pyongyang. Dia akan menghabiskan beberapa jam di sana.

Setelah itu dia melanjutkan perjalanan ke Vietnam. Pesawat yang digunakan masih menjadi teka-teki \u2014 waktu pastinya dirahasiakan \U0001f6e9.

"Tidak ada komentar," kata juru bicara, Selasa (17/6).
"""
LATER = """Kantor berita setempat: pesawat mendarat di Pyongyang pukul 02.22 waktu setempat pada hari Rabu.
"""
AIRPORTS = {
    "UEEE": ("Yakutsk", 62.0933, 129.7707, "Asia/Yakutsk"), "ZKPY": ("Pyongyang Sunan", 39.2241, 125.6700, "Asia/Pyongyang"), "ZKWS": ("Wonsan Kalma", 39.1668, 127.4860, "Asia/Pyongyang"),
    "VVNB": ("Noi Bai, Hanoi", 21.2212, 105.8072, "Asia/Ho_Chi_Minh"), "VVTS": ("Tan Son Nhat", 10.8188, 106.6520, "Asia/Ho_Chi_Minh"), "VVDN": ("Da Nang", 16.0439, 108.1990, "Asia/Ho_Chi_Minh"),
}
WORDS = {
    "en": {
        "dwell": "Said to stay several hours at Yakutsk.", "long": "4 h 48 min for 2,558 km; typical 3 h 30 min, slow 4 h 16 min: a detour, a hold, an unseen stop, or another aircraft or wrong time.",
        "supported": "The landing was observed 17:22 UTC, inside the time claimed.", "no-time": "It names no time, so nothing can be compared.", "confirmStop": "Stop {} confirmed", "confirmAll": "All stops confirmed", "editStop": "Stop {} changed",
        "addStop": "Stop added: {}", "removeStop": "Stop {} removed", "moveStop": "Stop {} moved", "confirmClaim": "Claim {} confirmed", "addClaim": "Claim added", "editClaim": "Claim {} changed", "setDateline": "It was said when report {} was written", "dateline": "The text does not say when it was written. When was it?", "removeClaim": "Claim {} removed", "setSubject": "Whose visit it is changed", "answer": "A question settled",
        "narrow": "Window of stop {} narrowed by a claim", "widen": "Window of stop {} widened again", "setStatus": "The visit is {}", "setPublic": "Who may see it changed", "setTitle": "Title changed", "takeBack": "Change {} taken back", "report": "Report added", "city": "Which city in Vietnam is meant?",
        "return": "When does he go home, and where to?", "aircraft": "No report names the aircraft.", "disagree": "One report has the arrival on Tuesday night, another at 02:22 on Wednesday by the clock of the place.",
        "notice": "Aircraft consistent with the announced visit; nothing here says who is aboard.", "group": "Two aircraft of one operator fit the announced stops best: both were heard landing where and when the reports say.",
        "other": "One aircraft fits one stop and is too early at the other.", "none": "The visit may have used an aircraft that was heard nowhere.", "home": "Assumed to start from the capital.", "prior": "Listed as part of the state fleet of Arvania.",
        "landed": "Landed at ZKPY 17:22 UTC; such landings: 1 in 40 days.", "gap": "Could have been at UEEE between 05:40 and 09:05 UTC, while nothing was heard of it.", "silence": "Never heard on the way, though 62 % of the route is covered.", "early": "Landed at ZKPY 19 hours before the window.",
        "out": "Was heard over Java at 16:10 UTC; ZKPY by then would have needed 2,140 km/h.", "settle": "Whether RA-style traffic is heard at VVNB between 18:30 and 19:30 UTC would change the order most.", "missing": "How often aircraft land at the stops is not known yet.", "missing2": "How well the stops are heard is not known yet.",
        "circle": "within 250 NM of Pyongyang", "registrations": "the state fleet and possible sisters", "cover": "Yakutsk lies outside every circle.", "told": "Asking by address tells the provider whom one watches.", "rule": "Tells when one of the fleet lands at a stop.", "evidence": "What the watches told is evidence; no verdict is made of it.", "type": "Which types the fleet has is taken from public lists.",
    },
    "id": {
        "dwell": "Disebut singgah beberapa jam di Yakutsk.", "long": "4 jam 48 menit untuk 2.558 km; lazimnya 3 jam 30 menit, lambat 4 jam 16 menit: memutar, menunggu, persinggahan tak terlihat, pesawat lain, atau waktu keliru.",
        "supported": "Pendaratan teramati pukul 17.22 UTC, di dalam waktu yang diklaim.", "no-time": "Tidak menyebut waktu, jadi tidak ada yang dapat dibandingkan.", "notice": "Pesawat yang cocok dengan kunjungan yang diumumkan; tidak ada yang menyebut siapa di dalamnya.", "city": "Kota mana di Vietnam yang dimaksud?",
        "return": "Kapan dan ke mana dia pulang?", "aircraft": "Tidak ada laporan yang menyebut pesawatnya.", "group": "Dua pesawat dari satu operator paling cocok: keduanya terdengar mendarat di tempat dan waktu yang disebut.", "none": "Kunjungan bisa saja memakai pesawat yang tidak terdengar di mana pun.",
        "landed": "Mendarat di ZKPY 17.22 UTC; pendaratan seperti itu: 1 dalam 40 hari.", "gap": "Bisa saja ada di UEEE antara 05.40 dan 09.05 UTC, ketika tidak terdengar.", "confirmStop": "Persinggahan {} dipastikan", "editClaim": "Klaim {} diubah", "setDateline": "Waktu penulisan laporan {} ditetapkan", "dateline": "Teks tidak menyebut kapan ditulis. Kapan?",
    },
}


def said(language, key, *values):
    """A line in a language; in English where the mock has no other."""
    return WORDS[language].get(key, WORDS["en"][key]).format(*values)


def sentence(language, key, *rests):
    return {"text": said(language, key), "rests": list(rests)}


def span(text, words, report=1):
    """Where words stand in a text, in bytes."""
    start = text.encode().find(words.encode())
    assert start >= 0, words
    return {"report": report, "start": start, "end": start + len(words.encode()), "words": words}


def airport(code, weight):
    name, latitude, longitude, zone = AIRPORTS[code]
    return {"code": code, "name": name, "latitude": latitude, "longitude": longitude, "weight": weight, "timeZone": zone}


def readings():
    """Tuesday night, 18 to 24, by three clocks."""
    return [{"from": T0 + (18 - offset) * HOUR, "to": T0 + (24 - offset) * HOUR, "zone": zone, "weight": weight} for zone, offset, weight in (("place", 9, 0.6), ("subject", 3, 0.25), ("outlet", 7, 0.15))]


def draft(identity, address="https://news.example.org/a?b=1"):
    """A visit as it is after its story was pasted; sentences stand in it as keys."""
    def stop(number, kind, name, country, airports, announced, words, **more):
        return {"id": number, "order": number, "kind": kind, "name": name, "country": country, "track": "official", "certainty": "expected" if number == 1 else "scheduled", "confirmed": False, "airports": airports, "announced": announced,
                "spans": [span(TEXT, one) for one in words], "claims": [], "mentions": [], **more}

    def claim(number, kind, text, words, certainty, stops=(), **more):
        return {"id": number, "kind": kind, "kindText": text, "report": 1, "certainty": certainty, "polarity": "affirmed", "stops": list(stops), "places": [], "aircraft": [], "entry": "drafter", "confirmed": False, "spans": [span(TEXT, words)], **more}

    stops = [
        stop(1, "transit", "Yakutsk", "RU", [airport("UEEE", 1)], {"to": T0 + 21 * HOUR, "readings": [], "lateTail": False}, ["singgah di Yakutsk"], dwellHours=[2, 9]),
        stop(2, "destination", "Pyongyang", "KP", [airport("ZKPY", 1)], {"from": T0 + 9 * HOUR, "to": T0 + 21 * HOUR, "readings": readings(), "lateTail": True}, ["mengunjungi Pyongyang"]),
        stop(3, "destination", "Vietnam", "VN", [airport("VVNB", 0.8), airport("VVTS", 0.15), airport("VVDN", 0.05)], {"from": T0 + 12 * HOUR, "readings": [], "lateTail": False}, ["melanjutkan perjalanan ke Vietnam"]),
    ]
    claims = [
        claim(1, "schedule", "schedule", "dijadwalkan mengunjungi Pyongyang mulai Selasa malam", "scheduled", [2], time={"from": T0 + 9 * HOUR, "to": T0 + 21 * HOUR}, speaker={"name": "kantornya", "unnamed": False}),
        claim(2, "stop", "a stop", "diperkirakan akan singgah di Yakutsk", "expected", [1], speaker={"name": "Example Wire", "unnamed": False}),
        claim(3, "dwell", "how long a stay is", "menghabiskan beberapa jam di sana", "expected", [1], speaker={"name": "Example Wire", "unnamed": False}, verdict={"outcome": "not_testable", "key": "no-time", "rests": [{"kind": "claim", "claim": 3}]}),
        claim(4, "stop", "a stop", "melanjutkan perjalanan ke Vietnam", "scheduled", [3]),
        claim(5, "aircraft", "which aircraft", "Pesawat yang digunakan masih menjadi teka-teki", "asserted", verdict={"outcome": "not_testable", "key": "no-time", "rests": [{"kind": "claim", "claim": 5}]}),
        claim(6, "secrecy", "that it is kept secret", "waktu pastinya dirahasiakan", "asserted"),
        claim(7, "no_comment", "no comment", "\"Tidak ada komentar,\"", "declined", speaker={"name": "juru bicara", "unnamed": True, "toldTo": "Example Daily"}),
    ]
    for one in stops:
        one["claims"] = [each["id"] for each in claims if one["id"] in each["stops"]]
    return {
        "id": identity, "title": None, "status": "draft", "public": False, "created": T0 + 2 * HOUR, "changed": T0 + 2 * HOUR,
        "subject": {"name": "Tomas Belk", "role": "Presiden Arvania", "state": "AR", "homes": [{"code": "UUWW", "name": "Vnukovo", "assumed": True, "latitude": 55.5915, "longitude": 37.2615}], "span": span(TEXT, "Presiden Arvania Tomas Belk")},
        "reports": [{"id": 1, "title": "Belk ke Pyongyang", "address": address, "outlet": "Example Daily", "published": T0 + HOUR, "publishedBasis": "given", "language": "id", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "addedAt": T0 + 2 * HOUR, "kind": "text",
                     "quotes": [one["spans"][0] for one in claims], "text": TEXT}],
        "stops": stops, "claims": claims, "openPoints": [{"kind": "city_absent", "key": "city", "stop": 3, "span": span(TEXT, "ke Vietnam")}, {"kind": "no_return", "key": "return"}, {"kind": "aircraft_unknown", "key": "aircraft"}],
        "disagreements": [], "changes": [], "assumptions": ["home"],
    }


def confirmed(identity):
    """The same with everything confirmed and a later report that narrows a window."""
    made = draft(identity)
    made.update(title="Belk to Pyongyang and Hanoi", status="confirmed", public=True)
    made["reports"].append({"id": 2, "title": "Mendarat di Pyongyang", "outlet": "Second Wire", "address": "javascript:alert(1)", "published": T0 + 20 * HOUR, "publishedBasis": "given", "language": "id", "sha256": hashlib.sha256(LATER.encode()).hexdigest(), "licence": "CC BY 4.0",
                            "addedAt": T0 + 21 * HOUR, "kind": "text", "quotes": [span(LATER, "mendarat di Pyongyang", 2)], "text": LATER})
    made["claims"].append({"id": 8, "kind": "arrival", "kindText": "arrival", "report": 2, "certainty": "reported", "polarity": "affirmed", "stops": [2], "places": [], "aircraft": [], "entry": "drafter", "confirmed": True, "spans": [span(LATER, "mendarat di Pyongyang pukul 02.22", 2)],
                           "time": {"from": T0 + 17.2 * HOUR, "to": T0 + 17.6 * HOUR}, "verdict": {"outcome": "supported", "key": "supported", "rests": [{"kind": "observation", "hex": "d00001", "time": T0 + 17.37 * HOUR}, {"kind": "claim", "claim": 8}]}})
    made["claims"].append({"id": 9, "kind": "departure", "kindText": "departure", "report": 2, "certainty": "alleged", "polarity": "affirmed", "stops": [1], "places": [], "aircraft": ["Il-96"], "entry": "person", "confirmed": False, "spans": [], "time": {"from": T0 + 12.5 * HOUR, "to": T0 + 12.6 * HOUR},
                           "verdict": {"outcome": "contradicted", "key": "long", "rests": [{"kind": "claim", "claim": 8}, {"kind": "claim", "claim": 9}]}})
    for one in made["stops"]:
        one["confirmed"] = True
    made["stops"][1]["claims"].append(8)
    made["stops"][1]["narrowed"] = {"from": T0 + 17.2 * HOUR, "to": T0 + 17.6 * HOUR, "claims": [8]}
    made["stops"][1]["mentions"] = [{"report": 2, "from": T0 + 17.2 * HOUR, "to": T0 + 17.6 * HOUR, "spans": [span(LATER, "mendarat di Pyongyang", 2)]}]
    made["disagreements"] = [{"stop": 2, "key": "disagree", "rests": [{"kind": "report", "report": 1}, {"kind": "report", "report": 2}]}]
    made["openPoints"] = []
    made["changes"] = [{"number": 1, "at": T0 + 3 * HOUR, "by": "desk", "key": "confirmAll"}, {"number": 2, "at": T0 + 21 * HOUR, "by": "desk", "key": "report"}, {"number": 3, "at": T0 + 21.2 * HOUR, "by": "desk", "key": "narrow", "value": 2}]
    return made


CERTAIN = {"en": {"declined": "declined to say"}, "id": {"scheduled": "dijadwalkan", "expected": "diperkirakan", "reported": "dilaporkan", "asserted": "dinyatakan", "declined": "menolak menjawab", "alleged": "dituduhkan"}}


class Visits:
    """All visits of the mock, and every change of them."""

    def __init__(self, site):
        self.site = site
        self.all = {}
        self.next = 1
        self.undone = {}
        self.young = False
        # Whether the rules of a visit are kept and watch.
        self.keeps = False
        self.files = {}
        self.put(draft)
        self.put(confirmed)

    def put(self, make):
        identity = f"v{self.next}"
        self.next += 1
        self.all[identity] = make(identity)
        return self.all[identity]

    def answer(self, method, parts, query, body, writes):
        """`parts`: the path behind /api/v1/visits. Status, document, and the type where it is not JSON."""
        language = query.get("lang", "en")
        if not parts:
            if method == "POST":
                return self.make(body, language, writes)
            return 200, {"mayWrite": writes, "visits": [self.summary(one) for one in self.all.values() if writes or one["public"]]}
        visit = self.all.get(parts[0])
        if visit is None or not (writes or visit["public"]):
            return 404, {"error": "there is no such visit", "code": "not-found"}
        if method == "DELETE":
            del self.all[parts[0]]
            return 204, None
        if len(parts) == 1:
            return 200, self.told(visit, language, writes)
        what = parts[1]
        if what == "editions":
            return self.site.editions.of_visit(visit, method, parts[2:], query, body)
        if what == "changes":
            return self.change(visit, body, language)
        if what == "reports" and len(parts) == 4:
            found = next((one for one in visit["reports"] if str(one["id"]) == parts[2]), None)
            if writes and (visit["id"], int(parts[2])) in self.files:
                return 200, self.files[visit["id"], int(parts[2])], "application/octet-stream"
            return (200, found["text"], "text/plain; charset=utf-8") if writes and found and "text" in found else (404, {"error": "no text", "code": "not-found"})
        if what == "reports":
            return self.report(visit, body, language)
        if what == "candidates":
            return 200, self.candidates(visit, query, language)
        if what == "plan":
            return (200, self.plan(language)) if writes else (403, {"error": "this is told to who may write", "code": "withheld"})
        if what == "watches":
            if self.keeps:
                self.site.watches.rules["landings"]["visit"] = visit["id"]
                visit["watched"] = True
            return 200, {"kept": self.keeps, "version": len(visit["changes"]), "assumptions": [], "rules": self.rules(visit, language)}
        if what == "export":
            kind = {"json": "application/json", "geojson": "application/geo+json", "csv": "text/csv"}.get(query.get("format"))
            return (200, "{}" if kind != "text/csv" else "visit\n", kind) if kind else (400, {"error": "json, geojson or csv", "code": "query"})
        return 404, {"error": "not found", "code": "not-found"}

    def titled(self, visit):
        """As it is called: the name somebody gave it, or whose it is and where it goes."""
        return visit["title"] or ": ".join(filter(None, (visit["subject"].get("name"), ", ".join(one["name"] for one in visit["stops"]))))

    def summary(self, visit):
        times = [one["announced"].get(side) for one in visit["stops"] for side in ("from", "to") if one["announced"].get(side)]
        made = {"id": visit["id"], "title": self.titled(visit), "subject": {name: visit["subject"].get(name) for name in ("name", "role", "state")}, "status": visit["status"], "public": visit["public"], "stops": [one["name"] for one in visit["stops"]],
                "changed": visit["changed"], "changes": len(visit["changes"])}
        if times:
            made.update({"from": min(times), "to": max(times)})
        return {name: value for name, value in made.items() if value is not None}

    def told(self, visit, language, writes):
        """The document of a visit: keys become sentences, and what is the operator's alone stays here."""
        made = copy.deepcopy(visit)
        for one in made["claims"]:
            if "verdict" in one:
                verdict = one["verdict"]
                one["verdict"] = {"outcome": verdict["outcome"], "outcomeText": verdict["outcome"].replace("_", " "), "sentence": sentence(language, verdict["key"], *verdict["rests"])}
        made["openPoints"] = [{"index": place, "kind": one["kind"], "sentence": sentence(language, one["key"], {"kind": "report", "report": 1}), **{name: one[name] for name in ("stop", "span") if name in one}} for place, one in enumerate(made["openPoints"])]
        made["disagreements"] = [{"stop": one["stop"], "sentence": sentence(language, one["key"], *one["rests"])} for one in made["disagreements"]]
        last = max((one["number"] for one in made["changes"] if not one.get("takenBack") and one["key"] != "takeBack"), default=0)
        made["changes"] = [{"number": one["number"], "at": one["at"], "what": {"text": said(language, one["key"], one.get("value", "")), "rests": [{"kind": "change", "change": one["number"]}]}, "takenBack": one.get("takenBack", False), "canTakeBack": writes and one["number"] == last and one["number"] in self.undone.get(visit["id"], {}),
                            **({"by": one["by"]} if writes else {})} for one in made["changes"]]
        made.update(version=len(visit["changes"]), mayWrite=writes, title=self.titled(visit), named=visit["title"] is not None)
        made["assumptions"] = [{"id": key, "text": said(language, key)} for key in made["assumptions"]]
        for one in made["stops"] + made["claims"]:
            one["certaintyText"] = CERTAIN[language].get(one["certainty"], one["certainty"])
        for one in made["reports"]:
            one["quotes"] = [{name: each[name] for name in ("start", "end", "words")} for each in one["quotes"]]
            if not writes:
                one.pop("text", None)
        made["rules"] = []
        if made.pop("watched", False):
            told = [one for one in self.site.watches.alerts if one.get("visit") == visit["id"]]
            made.update(rules=self.rules(visit, language), alerts=[self.site.watches.shown(one, writes) for one in told if writes or one["public"]], alertsNotice=sentence(language, "evidence"), moreAlerts=False)
        return {name: value for name, value in made.items() if value is not None}

    def rules(self, visit, language):
        """The rules of a visit; where they are kept, each names its watch."""
        rule = "name: Fleet of Arvania at the stops\nwhen:\n  - landing:\n      at: [UEEE, ZKPY, VVNB]\n"
        watch = {"watch": "landings", "enabled": True} if visit.get("watched") else {}
        return [{"id": "1", "kind": "fleet", "name": "Fleet of Arvania at the stops", "rule": {}, "yaml": rule, "sentence": sentence(language, "rule", {"kind": "list", "source": "state fleets"}), **watch}]

    def make(self, body, language, writes):
        text = body.get("text")
        if text is not None and not text.strip():
            return 422, {"error": "the text is empty", "code": "invalid", "field": "text"}
        made = self.put(draft)
        if text is None:
            made.update(subject={}, reports=[], stops=[], claims=[], openPoints=[], assumptions=[])
        else:
            made["reports"][0].update({name: body[name] for name in ("title", "outlet", "address", "licence") if body.get(name)})
        return 201, self.told(made, language, writes)

    def note(self, visit, key, value, before):
        number = len(visit["changes"]) + 1
        visit["changes"].append({"number": number, "at": visit["changed"] + 60, "by": "desk", "key": key, "value": value})
        visit["changed"] += 60
        self.undone.setdefault(visit["id"], {})[number] = before

    def report(self, visit, body, language):
        before = copy.deepcopy(visit)
        number = len(visit["reports"]) + 1
        data = base64.b64decode(body["data"]) if "data" in body else str(body.get("text", "")).encode()
        made = {"id": number, "title": body.get("title"), "name": body.get("name"), "outlet": body.get("outlet"), "address": body.get("address"), "licence": body.get("licence"), "kind": body.get("kind", "text"), "sha256": hashlib.sha256(data).hexdigest(), "addedAt": visit["changed"], "quotes": []}
        if made["kind"] == "text":
            made["text"] = body["text"]
        else:
            made["mediaType"] = body.get("mediaType")
            self.files[visit["id"], number] = data
        visit["reports"].append({name: value for name, value in made.items() if value is not None})
        if made["kind"] in ("sighting", "picture"):
            self.claimed(visit, {"claimKind": "sighting", "report": number, "certainty": "reported", **{name: body[name] for name in ("stop", "aircraft") if name in body}}, [])
        self.note(visit, "report", None, before)
        return 200, self.told(visit, language, True)

    def change(self, visit, body, language):
        act = body.get("act", {})
        if body.get("after") != len(visit["changes"]):
            return 409, {"error": "somebody changed the visit meanwhile", "code": "changed-meanwhile"}
        before = copy.deepcopy(visit)
        kind = act.get("kind", "")
        value = act.get("stop", act.get("claim", act.get("change", act.get("status", act.get("place", act.get("report"))))))
        if not hasattr(self, f"do_{kind}"):
            return 422, {"error": "there is no such act", "code": "invalid"}
        try:
            getattr(self, f"do_{kind}")(visit, act)
        except (KeyError, IndexError, StopIteration):
            return 422, {"error": "there is no such stop or claim", "code": "invalid", "field": "stop"}
        self.note(visit, kind, value, before)
        return 200, self.told(visit, language, True)

    # Acts.

    def stop(self, visit, act):
        return next(one for one in visit["stops"] if one["id"] == act["stop"])

    def do_confirmStop(self, visit, act):  # noqa: N802
        self.stop(visit, act)["confirmed"] = True

    def do_confirmAll(self, visit, _):  # noqa: N802
        for one in visit["stops"]:
            one["confirmed"] = True

    def do_editStop(self, visit, act):  # noqa: N802
        found = self.stop(visit, act)
        if "airports" in act:
            found.update(name=act.get("placeName", act["airports"][0]), airports=[airport(one, round(1 / len(act["airports"]), 3)) for one in act["airports"]])
        if "place" in act:
            if act["place"] in AIRPORTS:
                found["airports"] = [airport(act["place"], 1)]
            else:
                found.update(name=act["place"], airports=[])
        if "stopKind" in act:
            found["kind"] = act["stopKind"]
        if "from" in act or "to" in act:
            found["announced"] = {"readings": [{"from": act.get("from"), "to": act.get("to"), "zone": "stated", "weight": 1}], "lateTail": False, "from": act.get("from"), "to": act.get("to")}
        if "dwellHours" in act:
            found["dwellHours"] = act["dwellHours"]

    def do_addStop(self, visit, act):  # noqa: N802
        name = act.get("placeName") or act["place"]
        codes = act.get("airports") or ([name.upper()] if name.upper() in AIRPORTS else [])
        visit["stops"].insert(act["at"], {
            "id": max((one["id"] for one in visit["stops"]), default=0) + 1, "order": act["at"] + 1, "kind": act["stopKind"], "name": name, "track": "official", "certainty": "asserted", "confirmed": False, "airports": [airport(one, round(1 / len(codes), 3)) for one in codes],
            "announced": {"from": act.get("from"), "to": act.get("to"), "readings": [], "lateTail": False}, "claims": [], "mentions": [],
            "spans": [{"report": act["report"], "start": act["span"][0], "end": act["span"][1], "words": TEXT.encode()[act["span"][0]:act["span"][1]].decode()}] if "span" in act else []})

    def do_removeStop(self, visit, act):  # noqa: N802
        visit["stops"].remove(self.stop(visit, act))

    def do_moveStop(self, visit, act):  # noqa: N802
        found = self.stop(visit, act)
        visit["stops"].remove(found)
        visit["stops"].insert(act["to"], found)

    def do_confirmClaim(self, visit, act):  # noqa: N802
        next(one for one in visit["claims"] if one["id"] == act["claim"])["confirmed"] = True

    def do_addClaim(self, visit, act):  # noqa: N802
        start, end = act["span"]
        self.claimed(visit, act, [{"report": act["report"], "start": start, "end": end, "words": TEXT.encode()[start:end].decode()}])

    def claimed(self, visit, act, spans):
        visit["claims"].append({
            "id": max((one["id"] for one in visit["claims"]), default=0) + 1, "kind": act["claimKind"], "report": act["report"], "certainty": act["certainty"], "polarity": act.get("polarity", "affirmed"), "stops": [act["stop"]] if "stop" in act else [], "places": [], "aircraft": act.get("aircraft", []),
            "entry": "person", "confirmed": True, "spans": spans, **({"speaker": {"name": act["speaker"], "unnamed": False}} if "speaker" in act else {}),
            **({"time": {"from": act.get("from"), "to": act.get("to")}} if "from" in act or "to" in act else {})})

    def do_editClaim(self, visit, act):  # noqa: N802
        found = next(one for one in visit["claims"] if one["id"] == act["claim"])
        found.update({name: act[name] for name in ("certainty", "polarity") if name in act}, confirmed=False)
        if "claimKind" in act:
            found.update(kind=act["claimKind"], kindText=act["claimKind"])
        if "aircraft" in act:
            found["aircraft"] = act["aircraft"] or []
        if "stop" in act:
            found["stops"] = [] if act["stop"] is None else [self.stop(visit, act)["id"]]
            for one in visit["stops"]:
                one["claims"] = [each["id"] for each in visit["claims"] if one["id"] in each["stops"]]
        if "speaker" in act:
            found["speaker"] = {"name": act["speaker"], "unnamed": False} if act["speaker"] else None
        if "from" in act or "to" in act:
            found["time"] = {name: act[name] for name in ("from", "to") if act.get(name) is not None} or None
        for name in ("speaker", "time"):
            if found.get(name, 0) is None:
                del found[name]

    def do_setDateline(self, visit, act):  # noqa: N802
        report = next(one for one in visit["reports"] if one["id"] == act["report"])
        moved = datetime.datetime.fromisoformat(act["published"]).timestamp()
        days = round((moved - report["published"]) / (24 * HOUR)) * 24 * HOUR
        for one in visit["stops"]:
            if one["announced"]["readings"]:
                one["announced"] = {"from": one["announced"]["from"] + days, "to": one["announced"]["to"] + days, "lateTail": True, "readings": [{**each, "from": each["from"] + days, "to": each["to"] + days} for each in one["announced"]["readings"]]}
                one["confirmed"] = False
        report.update(published=moved, publishedBasis="given")
        visit["openPoints"] = [one for one in visit["openPoints"] if one["kind"] not in ("no_dateline", "year_inferred")]

    def do_removeClaim(self, visit, act):  # noqa: N802
        visit["claims"].remove(next(one for one in visit["claims"] if one["id"] == act["claim"]))

    def do_setSubject(self, visit, act):  # noqa: N802
        visit["subject"] = {**visit["subject"], **{name: act.get(name) for name in ("name", "role", "state")}}

    def do_answer(self, visit, act):
        del visit["openPoints"][act["point"]]

    def do_narrow(self, visit, act):
        claim = next(one for one in visit["claims"] if one["id"] == act["claim"])
        self.stop(visit, act)["narrowed"] = {**claim["time"], "claims": [claim["id"]]}

    def do_widen(self, visit, act):
        self.stop(visit, act).pop("narrowed")

    def do_setStatus(self, visit, act):  # noqa: N802
        visit["status"] = act["status"]

    def do_setPublic(self, visit, act):  # noqa: N802
        visit["public"] = act["public"]

    def do_setTitle(self, visit, act):  # noqa: N802
        visit["title"] = act["title"]

    def do_takeBack(self, visit, act):  # noqa: N802
        before = self.undone[visit["id"]][act["change"]]
        changes = visit["changes"]
        visit.update(copy.deepcopy(before))
        visit["changes"] = [{**one, "takenBack": True} if one["number"] == act["change"] else one for one in changes]

    # What is compared.

    def candidates(self, visit, query, language):
        used = [one["id"] for one in visit["stops"] if one["confirmed"] and one["airports"]]
        realm = query.get("realm", self.site.history.realms[0] if self.site.history.realms else "real")
        later = query.get("later") == "1"
        share = (lambda value: {}) if self.young else (lambda value: {"probability": value})
        names = [one.hex for one in self.site.aircraft if not one.ground][:4] if used else []
        made = {"visit": visit["id"], "realm": realm, "computed": self.site.sky_time, "watched": {"from": T0 - 86400, "to": T0 + 3 * 86400}, "unkept": [], "claims": [], "later": later, "young": self.young, "archiveDays": 3 if self.young else 40, "compared": 5212 if used else 0, "checked": {"visits": 4, "text": "Calibrated on simulations, checked on 4 real visits." if language == "en" else "Dikalibrasi dengan simulasi, diperiksa pada 4 kunjungan nyata."}, "notice": sentence(language, "notice", {"kind": "assumption", "assumption": "type"}),
                "missing": [sentence(language, one, {"kind": "assumption", "assumption": "type"}) for one in ("missing", "missing2")] if self.young else [], "usedStops": used, "groups": [], "candidates": [], "none": {**({} if self.young else {"probability": 0.12 if later else 0.31, "nobody": 0.02}), "sentence": sentence(language, "none", {"kind": "assumption", "assumption": "type"})}, "excluded": [], "excludedTotal": 0, "licences": [], "incompleteDays": [], "candidatesTotal": 3 if used else 0,
                "settling": [], "assumptions": [{"id": "type", "text": said(language, "type")}], "credits": []}
        if realm == "simulated":
            made["simulated"] = True
        if not used:
            return made
        landing = T0 + 17.37 * HOUR

        def term(name, stop, times, key, *observations, hexa=names[0]):
            return {"term": name, **({"stop": stop} if stop else {}), "strength": 3 if times > 12 else 2 if times > 2.7 else 1 if times > 1 else -1 if times > 0.37 else -3, **({} if self.young else {"weight": round(__import__("math").log(times), 3), "times": times}), "sentence": sentence(language, key, *({"kind": "observation", "hex": hexa, "time": one} for one in observations), *([] if observations else [{"kind": "list", "source": "state fleets"}])), "observations": list(observations)}

        def one(place, group, value, terms, stops, **more):
            return {"hex": names[place], "role": "subject_fleet" if place < 2 else "airliner", "roleText": said(language, "prior") if place < 2 else "of an airline", "group": group, **({} if self.young else {"probability": value, "accompanying": value / 2}), "lists": [{"source": "example.org", "list": "state fleets", "date": "2025-05"}] if place < 2 else [], "terms": terms,
                    "stops": [each for each in stops if each["stop"] in used], **more}

        observed = [{"stop": 1, "known": "inferred", "airport": "UEEE", "from": T0 + 5.67 * HOUR, "to": T0 + 9.1 * HOUR}, {"stop": 2, "known": "observed", "airport": "ZKPY", "from": landing, "to": landing + 200}, {"stop": 3, "known": "unknown"}]
        made["candidates"] = [
            one(0, 0, 0.44, [term("prior", None, 22, "prior"), term("seenAtStop", 2, 4210, "landed", landing), term("stopInSilence", 1, 1.9, "gap", T0 + 5.5 * HOUR), term("routeSilence", 3, 0.4, "silence")], observed, registration="AR-96001", type="IL96", operator="Special Flight Unit"),
            one(1, 0, 0.2, [term("seenAtStop", 2, 310, "landed", landing + 900, hexa=names[1])], observed[1:], registration="AR-96002", type="IL96", operator="Special Flight Unit"),
            one(2, 1, 0.05, [term("seenAtStop", 2, 0.05, "early", T0 - 10 * HOUR, hexa=names[2])], [{"stop": 2, "known": "impossible", "airport": "ZKPY", "from": T0 + 9 * HOUR, "to": T0 + 15 * HOUR}], type="A332"),
        ]
        made["groups"] = [{"id": 0, "members": names[:2], **share(0.64), "ground": "together", "sentence": sentence(language, "group", {"kind": "observation", "hex": names[0], "time": landing}, {"kind": "claim", "claim": 1})},
                          {"id": 1, "members": names[2:3], **share(0.05), "ground": "alone", "sentence": sentence(language, "other", {"kind": "observation", "hex": names[2], "time": T0 - 10 * HOUR})}]
        made["excluded"] = [{"hex": names[3], "registration": "PK-ABC", "sentence": sentence(language, "out", {"kind": "observation", "hex": names[3], "time": T0 + 16.17 * HOUR})}]
        made["excludedTotal"] = 4870
        made["claims"] = [{"claim": one["id"], "outcome": "supported" if 2 in one["stops"] else "not_testable", "outcomeText": "supported" if 2 in one["stops"] else "not testable", **({"hex": names[0]} if 2 in one["stops"] else {}),
                           "sentence": sentence(language, "supported", {"kind": "claim", "claim": one["id"]}, {"kind": "observation", "hex": names[0], "time": landing}) if 2 in one["stops"] else sentence(language, "no-time", {"kind": "claim", "claim": one["id"]})} for one in visit["claims"]]
        made["settling"] = [{"stop": 3, "airport": "VVNB", "from": T0 + 42.5 * HOUR, "to": T0 + 43.5 * HOUR, "bits": 0.61, "sentence": sentence(language, "settle", {"kind": "claim", "claim": 4})}]
        return made

    def plan(self, language):
        return {"configured": True, "assumptions": [{"id": "type", "text": said(language, "type")}], "queries": [{"provider": "adsb.lol", "kind": "circle", "what": said(language, "circle"), "perHour": 12}, {"provider": "adsb.lol", "kind": "fleet", "what": said(language, "registrations"), "perHour": 6}], "perHour": 18, "notCovered": [sentence(language, "cover", {"kind": "claim", "claim": 2})], "notice": sentence(language, "told", {"kind": "assumption", "assumption": "type"})}


def asked(path):
    """The parts of a path behind /api/v1/visits, or `None` where it is none of these."""
    found = re.fullmatch(r"/api/v1/visits((?:/[A-Za-z0-9_-]+)*)", path)
    return None if found is None else [one for one in found[1].split("/") if one]
