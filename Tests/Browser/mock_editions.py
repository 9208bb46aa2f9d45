"""Editions for the mock (the documents of docs/http-api.md): one of the confirmed visit, from which the visit differs by now; those that pages publish; and objections."""

import hashlib
import re

OUTCOMES = {"en": {"open": "Nobody has decided yet.", "upheld": "Upheld.", "partly": "Upheld in part.", "rejected": "Rejected: the sentence stands."},
            "id": {"open": "Belum diputuskan.", "upheld": "Diterima.", "partly": "Diterima sebagian.", "rejected": "Ditolak: kalimat itu tetap."}}
LONGEST = 4_000

WORDS = {
    "en": {
        "claim": "Claim 8: an arrival was reported for 02:22 on Wednesday.", "before": "Stop 2, Pyongyang: between 09:00 and 21:00 UTC.", "after": "Stop 2, Pyongyang: between 17:12 and 17:36 UTC, as narrowed by claim 8.", "gone": "It is not known when the visit ends.",
        "subject-claim": "claim 8", "subject-stop": "stop 2", "subject-gone": "unknown-1",
    },
    "id": {
        "claim": "Klaim 8: kedatangan dilaporkan pukul 02.22 hari Rabu.", "before": "Persinggahan 2, Pyongyang: antara pukul 09.00 dan 21.00 UTC.", "after": "Persinggahan 2, Pyongyang: antara pukul 17.12 dan 17.36 UTC, dipersempit oleh klaim 8.", "gone": "Tidak diketahui kapan kunjungan berakhir.",
        "subject-claim": "klaim 8", "subject-stop": "singgahan 2", "subject-gone": "unknown-1",
    },
}


class Editions:
    """All editions of the mock."""

    def __init__(self, site):
        self.site = site
        self.all = []
        # What the page sent, in order.
        self.notes = []
        # Why nothing can be compared: status and code.
        self.trouble = None
        # Objections by edition.
        self.challenges = {}
        self.put("v2", 1_750_200_000, simulated=False)

    def put(self, visit, published, **more):
        number = len(self.all) + 1
        before = [one for one in self.all if one["visit"] == visit]
        made = {"number": number, "visit": visit, "published": published, "aircraft": True, "simulated": False, "differs": True, "digest": hashlib.sha256(f"edition {number}".encode()).hexdigest(), **more}
        if before:
            made.update(earlier=before[-1]["number"], changes=3)
            before[-1]["differs"] = False
        self.all.append(made)
        return made

    def shown(self, one, language):
        visit = self.site.visits.all.get(one["visit"])
        kind = one.get("kind", "visit")
        title = self.site.visits.titled(visit) if visit else {"visit": one["visit"], "flight": f"Flight of {one['visit']}", "gap": f"Silence of {one['visit']}"}[kind]
        made = {"number": one["number"], "subject": kind, "id": one["visit"], "title": title, "published": one["published"], "world": "simulated" if one["simulated"] else "real", "aircraft": one["aircraft"], "digest": one["digest"],
                "page": f"/editions/{one['number']}/" + ("id.html" if language == "id" else "")}
        if one["simulated"]:
            made["simulated"] = True
        return made | {name: one[name] for name in ("earlier", "changes") if name in one}

    def list(self, query):
        aircraft = query.get("aircraft")
        found = [one for one in self.all if query.get("visit") in (None, one["visit"]) and (aircraft is None or "kind" in one and one["visit"].startswith(f"{aircraft}-"))]
        return 200, {"editions": [self.shown(one, query.get("lang", "en")) for one in found]}

    def of_visit(self, visit, method, parts, query, body):
        """`parts`: behind the visit's `editions`."""
        language = query.get("lang", "en")
        if not parts and method == "POST":
            if self.trouble:
                return self.trouble[0], {"error": "nothing to compare", "code": self.trouble[1]}
            self.notes.append(body)
            made = self.put(visit["id"], 1_750_300_000, aircraft=body.get("aircraft", True), simulated=body.get("realm") == "simulated")
            made["differs"] = False
            return 201, self.shown(made, language)
        if parts != ["difference"] or method != "GET":
            return 404, {"error": "there is nothing here", "code": "not-found"}
        aircraft = query.get("aircraft") != "0"
        if self.trouble and aircraft:
            return self.trouble[0], {"error": "nothing to compare", "code": self.trouble[1]}
        last = next((one for one in reversed(self.all) if one["visit"] == visit["id"]), None)
        simulated = query.get("realm") == "simulated" or (query.get("realm") is None and last is not None and last["simulated"])
        changes = self.changes(language) if last and last["differs"] else []
        made = {"visit": visit["id"], "world": "simulated" if simulated else "real", "aircraft": aircraft, "sentences": 41 if aircraft else 17, "changedSentences": len(changes), "changesTotal": len(changes), "changes": changes}
        if simulated:
            made["simulated"] = True
        if last:
            made["since"] = self.shown(last, language)
        return 200, made

    def changes(self, language):
        said = WORDS[language]
        return [
            {"anchor": "stop-2", "part": "words", "subject": said["subject-stop"], "before": said["before"], "after": said["after"]}, {"anchor": "claim-8", "part": "words", "subject": said["subject-claim"], "after": said["claim"]},
            {"anchor": "unknown-1", "part": "words", "subject": said["subject-gone"], "before": said["gone"]},
        ]

    # Flights and silences.

    def of_aircraft(self, hexa, method, parts, query, body):
        """`parts`: behind the aircraft's `editions`."""
        language = query.get("lang", "en")
        publishes = not parts and method == "POST"
        if not publishes and (parts != ["difference"] or method != "GET"):
            return 404, {"error": "there is nothing here", "code": "not-found"}
        asked = body if publishes else query
        if self.trouble:
            return self.trouble[0], {"error": "nothing is told there", "code": self.trouble[1]}
        kind, at = asked["kind"], float(asked["at"])
        found = self.site.flights.named_at(hexa, kind, at)
        if found is None:
            return 404, {"error": "nothing of this aircraft is told at that time", "errorText": {"en": "nothing of this aircraft is told at that time", "id": "tidak ada yang disampaikan"}, "code": "no-flight"}
        simulated = self.site.simulated
        if publishes:
            self.notes.append(body)
            made = self.put(found, 1_750_300_000, kind=kind, aircraft=False, simulated=simulated)
            return 201, self.shown(made, language)
        last = next((one for one in reversed(self.all) if one["visit"] == found and one.get("kind") == kind), None)
        changes = self.changes(language) if last and last["differs"] else []
        made = {"subject": kind, "id": found, "world": "simulated" if simulated else "real", "sentences": 12, "changedSentences": len(changes), "changesTotal": len(changes), "changes": changes}
        if simulated:
            made["simulated"] = True
        if last:
            made["since"] = self.shown(last, language)
        return 200, made

    # What editions say, and objections to it.

    def content(self, number):
        """As much of `edition.json` as the page of objections reads."""
        said = {"claim-8": {language: WORDS[language]["claim"] for language in WORDS}, "stop-2": {language: WORDS[language]["before"] for language in WORDS},
                "unknown-1": {language: WORDS[language]["gone"] for language in WORDS}, "note-1": {"en": "A name <script>alert(1)</script> \u202eas it was read.", "id": "Nama <script>alert(1)</script> sebagaimana dibaca."}}
        section = lambda anchor, title, anchors: {"anchor": anchor, "title": title, "sentences": [{"anchor": one, "words": said[one], "rests": []} for one in anchors]}  # noqa: E731
        return {"format": 1, "number": number, "sections": [section("stops", {"en": "Stops", "id": "Persinggahan"}, ["stop-2"]), section("claims", {"en": "Claims", "id": "Klaim"}, ["claim-8", "note-1"]), section("unknown", {"en": "Not known", "id": "Tidak diketahui"}, ["unknown-1"])]}

    def words(self, number):
        return {one["anchor"]: one["words"] for section in self.content(number)["sections"] for one in section["sentences"]}

    def challenge(self, one, language):
        made = {**one, "outcomeText": OUTCOMES[language][one["outcome"]], "words": self.words(1)[one["sentence"]][language]}
        return {name: value for name, value in made.items() if value not in (None, "")}

    def of_edition(self, number, method, parts, query, body):
        """`parts`: behind the edition's `challenges`."""
        language = query.get("lang", "en")
        if not any(one["number"] == number for one in self.all):
            return 404, {"error": "there is no edition of this number", "code": "not-found"}
        book = self.challenges.setdefault(number, [])
        texts = [body.get(name) for name in ("objection", "evidence", "answer") if name in body]
        if any(len(one.encode()) > LONGEST or re.search("[\x00-\x09\x0b-\x1f\x7f]", one) for one in texts):
            return 422, {"error": "a text is 1 to 4000 bytes, without control characters", "code": "invalid", "field": "text"}
        if not parts and method == "GET":
            made = {"edition": number, "challenges": [self.challenge(one, language) for one in book]}
            return 200, made | ({"simulated": True} if next(one for one in self.all if one["number"] == number)["simulated"] else {})
        if not parts and method == "POST":
            if body.get("sentence") not in self.words(number):
                return 422, {"error": "the edition has no sentence under this anchor", "code": "invalid", "field": "sentence"}
            book.append({"number": len(book) + 1, "sentence": body["sentence"], "received": 1_750_310_000, "objection": body["objection"], "evidence": body.get("evidence"), "outcome": "open", "told": False})
            return 201, self.challenge(book[-1], language)
        if len(parts) == 1 and method == "PUT" and parts[0].isdigit() and 0 < int(parts[0]) <= len(book):
            one = book[int(parts[0]) - 1]
            if "outcome" in body:
                one.update(outcome=body["outcome"], answer=body["answer"], answered=1_750_320_000)
            if "told" in body:
                one["told"] = body["told"]
            return 200, self.challenge(one, language)
        return 404, {"error": "the edition has no objection of this number", "code": "not-found"}
