"""A made-up past for the mock (docs/http-api.md, "The past"): the mock's aircraft fly up and down near where they are now, every day of
the last forty but every third. Nothing is stored: a row is computed from its time, so every question agrees with every other."""

import math
from datetime import datetime, timezone

DAY = 86_400
STEP = 10
DAYS = 40
FLIGHT, PAUSE = 9000, 1800
SOURCES = ["adsb_icao", "adsb_icao_nt", "adsr_icao", "tisb_icao", "adsc", "mlat", "other", "mode_s", "adsb_other", "adsr_other",
           "tisb_trackfile", "tisb_other", "mode_ac"]


def day_text(day):
    return datetime.fromtimestamp(day * DAY, timezone.utc).strftime("%Y-%m-%d")


def time_of(text):
    """Seconds since 1970 of a time as questions write it; ValueError for what is none."""
    try:
        return float(text)
    except ValueError:
        whole = {10: "T00:00:00", 16: ":00", 17: "", 19: "", 20: ""}[len(text)] if len(text) in (10, 16, 19, 20) else None
        if whole is None:
            raise
        return datetime.fromisoformat(text.rstrip("Z") + whole).replace(tzinfo=timezone.utc).timestamp()


class History:
    """The past of the mock's aircraft up to a time."""

    def __init__(self, aircraft, now, realms):
        self.aircraft = [one for one in aircraft if one.positioned]
        self.by_hex = {one.hex: one for one in self.aircraft}
        self.homes = {one.hex: (one.latitude, one.longitude, one.track, one.speed) for one in self.aircraft}
        self.now = now
        self.today = int(now() // DAY)
        self.realms = realms

    def heard_on(self, one, day):
        return self.today - DAYS < day <= self.today and (one.index + day) % 3 != 0

    def row(self, one, time):
        """Where it was, or None: `(time, latitude, longitude, altitude ft, speed kt, track, rate, source, flags)`."""
        if time > self.now() or not self.heard_on(one, int(time // DAY)):
            return None
        phase = (time + one.index * 1237) % (FLIGHT + PAUSE)
        if phase >= FLIGHT or one.index % 4 == 0 and 3000 <= phase < 3600:
            return None
        home = self.homes[one.hex]
        way = (phase if phase < FLIGHT / 2 else FLIGHT - phase) * 0.0011
        turn = math.radians(home[2])
        # Out on one side and back on the other.
        aside = 0.4 * math.sin(2 * math.pi * phase / FLIGHT)
        latitude = max(-84.0, min(84.0, home[0] + math.cos(turn) * way * 0.6 - math.sin(turn) * aside))
        longitude = (home[1] + (math.sin(turn) * way + math.cos(turn) * aside) / max(0.2, math.cos(math.radians(home[0]))) + 540) % 360 - 180
        altitude = None if one.ground else int(min(37_000, min(phase, FLIGHT - phase) * 25) // 25 * 25)
        track = (home[2] + (0 if phase < FLIGHT / 2 else 180)) % 360
        begins = phase < STEP or one.index % 4 == 0 and 3600 <= phase < 3600 + STEP
        flags = (1 if one.ground else 0) | (2 if begins else 0) | (4 if one.source == 5 else 0)
        return time, round(latitude, 5), round(longitude, 5), altitude, round(home[3], 1), round(track, 1), 0, one.source, flags

    def heard(self, hexa, realm):
        """What `/api/v1/identity/{hex}` tells of when it was heard; None where nothing is kept."""
        realm = realm or (self.realms[0] if self.realms else None)
        if realm not in self.realms:
            return None
        one = self.by_hex.get(hexa)
        days = [] if one is None else [day for day in range(self.today - DAYS + 1, self.today + 1) if self.heard_on(one, day)]
        made = {"realm": realm, "days": len(days), "callsigns": []}
        if days:
            made.update(first=days[0] * DAY, last=days[-1] * DAY + 3600)
            if one.callsign:
                made["callsigns"] = [{"callsign": one.callsign, "first": days[0] * DAY, "last": days[-1] * DAY, "days": len(days)}]
        return {"simulated": True, **made} if realm == "simulated" else made

    def rows(self, one, start, end, spacing=0):
        first = math.ceil(start / STEP) * STEP
        made, last = [], -math.inf
        for number in range(max(0, math.ceil((end - first) / STEP))):
            row = self.row(one, first + number * STEP)
            if row and (row[0] - last >= spacing or row[8] & 2 or self.row(one, row[0] + STEP) is None):
                made.append(row)
                last = row[0]
        return made

    def basis(self, realm, start, end, **more):
        incomplete = [day_text(day) for day in range(int(start // DAY), int((end - 1) // DAY) + 1) if day == self.today - 1]
        made = {"realm": realm, "licences": ["ODbL"] if realm == "imported" else ["own"], "credits": ["adsb.lol"] if realm == "imported" else [],
                "incompleteDays": incomplete, "damagedChunks": 0, "withheld": 0, "withheldRows": 0, "isCut": False, **more}
        return {"simulated": True, **made} if realm == "simulated" else made

    def identity(self, one):
        made = {"hex": one.hex, "callsign": one.callsign, "registration": one.registration, "category": one.category, "squawk": one.squawk}
        return {key: value for key, value in made.items() if value is not None}

    # One method a question; each gives a status and a document.

    def answer(self, parts, query):
        """`parts`: the path behind /api/v1/; `query`: first values by name."""
        realm = query.get("realm", self.realms[0] if self.realms else "real")
        if realm not in ("real", "imported", "simulated"):
            return 400, {"error": "realm is real, imported or simulated", "code": "query"}
        if realm not in self.realms:
            return 404, {"error": "this server keeps no history of that kind", "code": "no-history"}
        try:
            if parts[0] == "aircraft":
                return self.path(parts[1], realm, query) if parts[2] == "history" else self.days_of(parts[1], realm)
            if parts[1:] == ["days"]:
                return self.days(realm, *self.range(query))
            if parts[1] == "days" and len(parts) == 3:
                return self.day(parts[2], realm)
            if parts[1:] == ["area"]:
                return self.area(realm, query)
            if parts[1:] == ["callsigns"]:
                return self.callsigns(realm, query)
            if parts[1:] == ["replay"]:
                return self.replay(realm, query)
        except (ValueError, KeyError):
            return 400, {"error": "this question makes no sense", "code": "query"}
        return 404, {"error": "there is nothing here", "code": "not-found"}

    def range(self, query):
        start, end = time_of(query["from"]), time_of(query["to"])
        if not start < end:
            raise ValueError
        return start, end

    def inside(self, row, query):
        if "box" not in query:
            return True
        west, south, east, north = (float(edge) for edge in query["box"].split(","))
        across = row[2] >= west and row[2] <= east if west <= east else row[2] >= west or row[2] <= east
        return south <= row[1] <= north and across

    def path(self, hexa, realm, query):
        start, end = self.range(query)
        one = self.by_hex.get(hexa)
        rows = self.rows(one, start, end) if one else []
        names = ["time", "latitude", "longitude", "altitude", "groundSpeed", "track", "verticalRate", "source", "flags"]
        columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
        columns["source"] = [SOURCES[number] for number in columns["source"]]
        columns.update(geometricAltitude=[None] * len(rows), receivers=[1] * len(rows))
        claimed = sum(row[8] >> 2 & 1 for row in rows)
        return 200, {
            **self.basis(realm, start, end), **(self.identity(one) if one else {"hex": hexa}), "from": start, "to": end, "points": len(rows), "names": [],
            "gaps": sum(row[8] >> 1 & 1 for row in rows[1:]), "known": {"observed": len(rows) - claimed, "claimed": claimed}, "columns": columns}

    def days_of(self, hexa, realm):
        one = self.by_hex.get(hexa)
        days = [day for day in range(self.today - DAYS + 1, self.today + 1) if one and self.heard_on(one, day)]
        made = {"realm": realm, "hex": hexa, "days": [
            {"day": day_text(day), "positions": 400 + day % 7 * 900, "otherObservations": 12, "isComplete": day != self.today - 1} for day in days]}
        if realm == "simulated":
            made["simulated"] = True
        if days:
            made.update(firstHeard=days[0] * DAY + 60.0, lastHeard=days[-1] * DAY + 3600.0)
        return 200, made

    def days(self, realm, start, end):
        days = range(max(self.today - DAYS + 1, math.ceil(start / DAY)), min(self.today + 1, math.ceil(end / DAY)))
        made = {"realm": realm, "from": start, "to": end, "days": [
            {"day": day_text(day), "aircraft": sum(self.heard_on(one, day) for one in self.aircraft), "positions": 90_000, "otherObservations": 400,
             "isComplete": day != self.today - 1} for day in days]}
        return 200, {**({"simulated": True} if realm == "simulated" else {}), **made}

    def day(self, text, realm):
        day = int(time_of(text) // DAY)
        if not self.today - DAYS < day < self.today:
            return 404, {"error": "this day has no manifest", "code": "not-found"}
        gap = {"from": day * DAY + 7200.0, "to": day * DAY + 12_600.0, "reason": "process-down"}
        whole = day != self.today - 1
        return 200, {
            **({"simulated": True} if realm == "simulated" else {}), "realm": realm, "day": text, "isComplete": whole, "gaps": [] if whole else [gap],
            "aircraft": len(self.aircraft), "positions": 90_000, "otherObservations": 400, "receivers": 2,
            "programUp": [{"from": day * DAY, "to": (day + 1.0) * DAY}] if whole else [{"from": day * DAY, "to": gap["from"]}, {"from": gap["to"], "to": (day + 1.0) * DAY}], "damagedChunks": 0, "licences": ["own"], "credits": []}

    def area(self, realm, query):
        start, end = self.range(query)
        if end - start > DAY:
            raise ValueError
        found = []
        for one in self.aircraft:
            rows = [row for row in self.rows(one, start, end, 60) if self.inside(row, query)]
            if not rows:
                continue
            found.append(self.entry(one, rows))
        found.sort(key=lambda entry: entry["first"]["time"])
        made = {**self.basis(realm, start, end), "from": start, "to": end, "aircraft": found}
        if query.get("silent") == "1":
            # One that answers and never says where it is.
            made.update(silent=[{
                "hex": "~3c0001", "callsign": "MUTE1", "first": {"time": start + 60.0}, "last": {"time": end - 60.0}, "observations": 12,
                "claimed": 0, "lowestAltitude": 3000, "highestAltitude": 3500, "sources": ["mode_s"]}] if end - start > 120 else [], isSilentCut=False)
        return 200, made

    def entry(self, one, rows):
        """One aircraft and its rows as a line."""
        place = lambda row: {"time": float(row[0]), "latitude": row[1], "longitude": row[2]}  # noqa: E731
        heights = [row[3] for row in rows if row[3] is not None]
        made = {**self.identity(one), "first": place(rows[0]), "last": place(rows[-1]), "positions": len(rows),
                "claimed": sum(row[8] >> 2 & 1 for row in rows), "sources": [SOURCES[one.source]]}
        if heights:
            made.update(lowestAltitude=min(heights), highestAltitude=max(heights))
        return made

    def callsigns(self, realm, query):
        """A use is a day's rows: every aircraft here has one callsign."""
        start, end = self.range(query)
        asked = query["callsign"].upper()
        name = asked.removesuffix("*")
        if not 1 <= len(name) <= 8 or not name.isalnum():
            raise ValueError
        found = []
        for one in self.aircraft:
            if not one.callsign or (not one.callsign.startswith(name) if asked.endswith("*") else one.callsign != name):
                continue
            for day in range(max(self.today - DAYS + 1, int(start // DAY)), min(self.today, int((end - 1) // DAY)) + 1):
                rows = self.rows(one, max(start, day * DAY), min(end, (day + 1) * DAY), 60)
                if rows:
                    found.append(self.entry(one, rows))
        found.sort(key=lambda entry: entry["first"]["time"])
        return 200, {**self.basis(realm, start, end), "from": start, "to": end, "callsign": asked, "uses": found[:int(query.get("limit", 100))]}

    def replay(self, realm, query):
        start, end = self.range(query)
        spacing = float(query.get("spacing", 0))
        if end - start > 6 * 3600 or not 0 <= spacing <= 600:
            raise ValueError
        found, points = [], 0
        for one in self.aircraft:
            rows = [row for row in self.rows(one, start, end, spacing) if self.inside(row, query)]
            if not rows:
                continue
            points += len(rows)
            found.append({
                **self.identity(one), "time": differences([round((row[0] - start) * 10) for row in rows]),
                "latitude": differences([round(row[1] * 1e5) for row in rows]), "longitude": differences([round(row[2] * 1e5) for row in rows]),
                "altitude": [None if row[3] is None else row[3] // 25 for row in rows], "groundSpeed": [round(row[4] * 10) for row in rows],
                "track": [round(row[5] * 10) % 3600 for row in rows], "verticalRate": [0] * len(rows), "source": [row[7] for row in rows],
                "flags": [row[8] for row in rows]})
        return 200, {**self.basis(realm, start, end), "from": start, "to": end, "spacing": spacing, "points": points, "aircraft": found}


def differences(values):
    return [value - before for value, before in zip(values, [0, *values])]
