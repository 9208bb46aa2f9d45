"""Editions for the mock (the documents of docs/http-api.md): one of the confirmed visit, from which the visit differs by now; and those that the page publishes."""

import hashlib

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
        made = {"number": one["number"], "subject": "visit", "id": one["visit"], "title": self.site.visits.titled(visit) if visit else one["visit"], "published": one["published"], "world": "simulated" if one["simulated"] else "real", "aircraft": one["aircraft"], "digest": one["digest"],
                "page": f"/editions/{one['number']}/" + ("id.html" if language == "id" else "")}
        if one["simulated"]:
            made["simulated"] = True
        return made | {name: one[name] for name in ("earlier", "changes") if name in one}

    def list(self, query):
        found = [one for one in self.all if query.get("visit") in (None, one["visit"])]
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
