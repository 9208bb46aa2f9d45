"""Flights of the mock's aircraft (docs/http-api.md): made of the same rows as its past, so that log, path and map agree."""

import math
import re

from mock_history import DAY, FLIGHT, PAUSE, STEP, time_of

DEGREES = 0.5
BANDS = [None, 1500, 3000, 6000, 9000]
CLASSES = ["off-likely", "no-coverage", "below-horizon", "receiver-down", "landed", "undetermined"]
DOUBTS = ["implied-speed", "integrity-zero", "beyond-horizon"]
LONGEST = 31 * DAY
# What the search of the mock finds; here everybody comes and goes.
HUB = "WIII"


class Flights:
    """What is told of flights; `history` knows where everybody was."""

    def __init__(self, history):
        self.history = history
        self.airports = {self.home(one): {
            "name": f"Made Field {one.index + 1}", "country": "NL", "latitude": round(history.homes[one.hex][0], 4), "longitude": round(history.homes[one.hex][1], 4)}
            for one in history.aircraft}
        self.airports[HUB] = {"name": "Soekarno-Hatta International Airport", "country": "ID", "latitude": -6.12557, "longitude": 106.656}

    def home(self, one):
        return f"ZZ{chr(65 + one.index // 26 % 26)}{chr(65 + one.index % 26)}"

    def named(self, ids, language):
        made = {one: dict(self.airports[one]) for one in sorted(set(ids)) if one in self.airports}
        if language == "id":
            for one in made.values():
                one["name"] = one["name"].replace("Made Field", "Lapangan Buatan").replace("Soekarno-Hatta International Airport", "Bandar Udara Internasional Soekarno-Hatta")
        return made

    def answer(self, parts, query):
        """`parts`: the path behind /api/v1/. A status and a document, or None where it is no question of these."""
        realm = query.get("realm", self.history.realms[0] if self.history.realms else "real")
        if realm not in self.history.realms:
            return 404, {"error": "this server keeps no history of that kind", "code": "no-history"}
        try:
            if parts[0] == "coverage":
                return 200, bare(self.coverage(query))
            if parts[0] == "airports":
                status, made = self.movements(parts[1], realm, query)
            elif not re.fullmatch("~?[0-9a-f]{6}", parts[1]):
                raise ValueError
            else:
                status, made = getattr(self, parts[2])(parts[1], realm, query)
            return status, bare(made)
        except (ValueError, KeyError):
            return 400, {"error": "this question makes no sense", "code": "query"}

    # The log.

    def legs(self, one, start, end):
        """Flights that touch a time: `(number, begin, end, first row, last row, is over)`."""
        shift = one.index * 1237
        number = math.floor((start - FLIGHT + shift) / (FLIGHT + PAUSE))
        while number * (FLIGHT + PAUSE) - shift < end:
            begin = number * (FLIGHT + PAUSE) - shift
            rows = self.history.rows(one, max(begin, 0), begin + FLIGHT, 300)
            if rows and begin + FLIGHT > start:
                yield number, begin, begin + FLIGHT, rows[0][0], rows[-1][0], begin + FLIGHT <= self.history.now()
            number += 1

    def takeoff(self, one, begin, first):
        if first - begin > STEP:
            return {"known": "unknown", "earliest": begin - 40_000.0, "latest": float(first), "airports": [], "heard": float(first)}
        return {"known": "observed", "earliest": begin + 0.0, "latest": begin + 5.0, "airports": [{"id": self.home(one), "probability": 1}], "runway": "25R", "heard": begin + 15.0}

    def landing(self, one, number, end, last):
        home = self.home(one)
        if end - last > 2 * STEP:
            return {"known": "unknown", "earliest": float(last), "latest": last + 30_000.0, "airports": [], "heard": float(last)}
        if number % 3 == 0:
            return {"known": "inferred", "earliest": end - 30.0, "latest": end + 1260.0, "airports": [{"id": home, "probability": 0.71}, {"id": HUB, "probability": 0.2}], "heard": end - 20.0}
        return {"known": "observed", "earliest": end - 8.0, "latest": end - 3.0, "airports": [{"id": home, "probability": 1}], "runway": "07L", "heard": end - 10.0}

    def point(self, row):
        time, latitude, longitude, altitude, speed, track, _rate, _source, flags = row
        return {"time": float(time), "latitude": latitude, "longitude": longitude, "altitude": altitude, "isOnGround": bool(flags & 1), "airport": None, "trend": "level", "groundSpeed": speed, "track": track}

    def sighting(self, row):
        return {name: value for name, value in self.point(row).items() if name in ("time", "latitude", "longitude", "altitude")}

    def gap(self, one, number, before, after, can_tell):
        home = self.home(one)
        end = {"known": "inferred", "airports": [{"id": home, "probability": 0.6}], "heard": None}
        made = {
            "id": f"{one.hex}-{before[0] * 1000}", "from": self.point(before), "to": self.point(after) if after else None, "seconds": (after or before)[0] - before[0] + 0.0, "doubtful": number % 2,
            "hypotheses": [] if after is None else [
                {"story": "flew-on", "airport": None, "probability": 0.8, "landing": None, "takeoff": None},
                {"story": "stopped", "airport": home, "probability": 0.2, "longestDwell": 240.0, "landing": {**end, "earliest": before[0] + 60.0, "latest": before[0] + 300.0}, "takeoff": {**end, "earliest": before[0] + 360.0, "latest": after[0] - 30.0}}],
            "verdict": self.verdict(number, before, after) if can_tell else None}
        return {name: value for name, value in made.items() if name != "verdict" or value is not None}

    def verdict(self, number, before, after):
        kind = CLASSES[number % len(CLASSES)]
        heard = {"off-likely": 12, "no-coverage": 0}.get(kind, 6)
        cells = []
        for step in range(3):
            south = math.floor((before[1] + step * 0.3) / DEGREES) * DEGREES
            west = math.floor(before[2] / DEGREES) * DEGREES
            looks = [
                {"listener": 1, "standing": "counted" if kind == "off-likely" else "too-few", "heard": heard + step + 0.4 if heard else 0, "missed": 0, "probability": 0.96 if heard else None, "low": 0.86 if heard else None, "high": 0.995 if heard else None, "taken": 0.93 if heard else 0.0},
                {"listener": 2, "standing": "down" if kind == "receiver-down" else "dependent", "heard": 3 if kind != "no-coverage" else 0, "missed": 2 if kind != "no-coverage" else 0, "probability": 0.58, "low": 0.28, "high": 0.85, "taken": 0.4}]
            cells.append({"south": south, "west": west, "degrees": DEGREES, "lowest": 9000 if step else None, "earliest": before[0] + step * 200.0, "latest": before[0] + step * 200.0 + 200.0, "looks": looks})
        return {
            "class": kind, "known": "unknown" if kind == "undetermined" else "inferred", "offAtLeast": 0.97 if kind == "off-likely" else 0.02, "judged": (after or before)[0] + 3600.0,
            "earlier": [{"class": "undetermined", "offAtLeast": 0.4, "judged": (after or before)[0] + 600.0}] if kind == "off-likely" else [],
            "path": "great-circle", "pathsTried": 10, "silentAtMost": 0.0006, "prior": 0.02, "passes": heard if kind == "off-likely" else 0, "listeners": 1 if kind == "off-likely" else 0, "cells": cells}

    def flights(self, hexa, realm, query):
        start, end = self.history.range(query)
        if end - start > LONGEST:
            raise ValueError
        one = self.history.by_hex.get(hexa)
        now = self.history.now()
        can_tell = one is not None and one.index % 6 != 5
        legs, stops, gaps, doubtful, revisions = [], [], [], [], []
        state, heard = "unknown", [None, None]
        for number, begin, over, first, last, is_over in self.legs(one, start, end) if one else ():
            is_lost = not is_over and one.index % 7 == 3
            leg = {"id": f"{hexa}-{int(max(begin + 15, first) * 1000)}", "takeoff": self.takeoff(one, begin, first), "landing": self.landing(one, number, over, last) if is_over else None, "isLost": is_lost,
                   "callsigns": [one.callsign] if one.callsign else [], "notes": [], "gaps": [], "greatCircle": None, "highest": 37_000, "fastest": round(self.history.homes[hexa][3], 1)}
            before, after = self.history.row(one, begin + 3000 - STEP), self.history.row(one, begin + 3600)
            if one.index % 4 == 0 and before and after:
                leg["gaps"].append(len(gaps))
                gaps.append(self.gap(one, number, before, after, can_tell))
                revisions.append({"gap": float(before[0]), "time": float(after[0]), "reason": "same-callsign", "before": gaps[-1]["hypotheses"], "after": gaps[-1]["hypotheses"]})
            if is_lost:
                leg["gaps"].append(len(gaps))
                gaps.append(self.gap(one, number, self.history.row(one, last // STEP * STEP), None, can_tell))
            if number % 5 == 1 and is_over:
                leg["notes"].append({"kind": "go-around", "airport": self.home(one), "runway": "07L", "earliest": over - 900.0, "latest": over - 880.0})
            if number % 4 == 2:
                doubtful.append({"reason": DOUBTS[number % 3], "earliest": begin + 1000.0, "latest": begin + 1100.0, "count": 7})
            legs.append(leg)
            if is_over and self.history.heard_on(one, int((over + PAUSE) // DAY)):
                stops.append({"airport": self.home(one), "kind": ["stop", "short", "uncertain"][number % 3], "known": "inferred" if number % 3 == 0 else "observed", "arrival": {"earliest": over - 8.0, "latest": over + 20.0}, "departure": {"earliest": over + PAUSE - 5.0, "latest": over + PAUSE + 5.0}})
            heard = [heard[0] or float(first), float(last)]
            state = "lost" if is_lost else "ground" if is_over else "airborne"
        days = [day for day in range(self.history.today - 39, self.history.today + 1) if one and self.history.heard_on(one, day)]
        ids = [chance["id"] for leg in legs for side in ("takeoff", "landing") for chance in (leg[side] or {"airports": []})["airports"]] + [stop["airport"] for stop in stops] + ([self.home(one)] if gaps else [])
        return 200, {
            **self.history.basis(realm, start, min(end, now)), "hex": hexa, "registration": getattr(one, "registration", None), "type": "B738" if one else None, "from": start, "to": end, "heardFrom": heard[0], "heardTo": heard[1], "state": state,
            "legs": legs, "stops": stops, "gaps": gaps, "revisions": revisions, "doubtful": doubtful,
            "first": {"heard": days[0] * DAY + 60.0 if days else None, "since": (self.history.today - 39) * DAY + 0.0, "days": 40, "complete": 38},
            "coverage": "learned" if can_tell else "withheld", "airports": self.named(ids, query.get("lang", "en"))}

    def named_at(self, hexa, kind, at):
        """The name of the flight or silence in which a moment lies; None where there is none."""
        one = self.history.by_hex.get(hexa)
        if one is None:
            return None
        _, log = self.flights(hexa, None, {"from": str(at - DAY), "to": str(at + DAY)})
        if kind == "gap":
            return next((gap["id"] for gap in log["gaps"] if gap["from"]["time"] <= at <= (gap["to"] or {"time": at})["time"]), None)
        return next((leg["id"] for leg in log["legs"] if (leg["takeoff"]["heard"] or leg["takeoff"]["latest"]) - 60 <= at <= (leg["landing"] or {"latest": at})["latest"]), None)

    # Reach.

    def last_row(self, one, at):
        """The last row at or before a time."""
        for back in range(3 * DAY // STEP):
            row = self.history.row(one, math.floor(at / STEP) * STEP - back * STEP)
            if row:
                return row
        return None

    def reach(self, hexa, realm, query):
        at = time_of(query["at"]) if "at" in query else self.history.now()
        one = self.history.by_hex.get(hexa)
        row = self.last_row(one, min(at, self.history.now())) if one else None
        made = {**self.history.basis(realm, at - 1, at), "hex": hexa, "at": at, "airports": {}}
        if row:
            hours = [row[0] + 1200.0 * step for step in range(1, 5)]
            # As GeoJSON writes areas: pieces of an outer ring and its holes.
            lines = [{"time": time, "polygons": [circle(row[1], row[2], (time - row[0]) / 3600 * 1110)], "everywhere": False} for time in hours]
            made.update({"from": self.sighting(row), "isOnGround": False, "speed": 1110, "end": at + 20_000.0, "isochrones": lines})
        return 200, made

    def between(self, hexa, realm, query):
        start, end = self.history.range(query)
        one = self.history.by_hex[hexa]
        before, after = self.last_row(one, start), self.history.row(one, end)
        home = self.home(one)
        middle = ((before[1] + after[1]) / 2, (before[2] + after[2]) / 2)
        return 200, {
            **self.history.basis(realm, start, end), "hex": hexa, "from": self.sighting(before), "to": self.sighting(after), "isPossible": True, "speed": 1110, "neededSpeed": 388,
            "region": {"everywhere": False, "polygons": [circle(*middle, (end - start) / 3600 * 1110 / 2)]},
            "stops": [{"id": home, "arrival": {"earliest": start + 100.0, "latest": start + 200.0}, "departure": {"earliest": end - 200.0, "latest": end - 100.0}, "longestDwell": end - start - 200.0}],
            "airports": self.named([home], query.get("lang", "en"))}

    # Airports and coverage.

    def movements(self, name, realm, query):
        start, end = self.history.range(query)
        if end - start > DAY:
            raise ValueError
        if name not in self.airports:
            return 404, {"error": "there is no airport of that code", "code": "not-found"}
        found, standing, ids = [], [], []
        for one in self.history.aircraft[:12] if name == HUB else [one for one in self.history.aircraft if self.home(one) == name]:
            for number, begin, over, first, last, is_over in self.legs(one, start, end):
                names = {"hex": one.hex, "registration": one.registration, "type": "B738", "callsign": one.callsign, "leg": f"{one.hex}-{int(max(begin + 15, first) * 1000)}"}
                takeoff, landing = self.takeoff(one, begin, first), self.landing(one, number, over, last) if is_over else None
                ids += [chance["id"] for side in (takeoff, landing) if side for chance in side["airports"]]
                if start <= takeoff["latest"] < end and takeoff["airports"]:
                    found.append({"kind": "takeoff", **names, "end": takeoff, "probability": 1, "other": landing})
                if landing and landing["airports"] and start <= landing["latest"] < end:
                    found.append({"kind": "landing", **names, "end": landing, "probability": 0.71 if number % 3 == 0 else 1, "other": takeoff})
            if one.index % 3 == 1:
                standing.append({"hex": one.hex, "registration": one.registration, "type": "B738", "since": {"earliest": end - 900.0, "latest": end - 600.0}, "last": end - 30.0})
        found.sort(key=lambda one: one["end"]["latest"])
        place = self.named([name], query.get("lang", "en"))[name]
        ends = [[place["latitude"] - 0.003, place["longitude"] - 0.018], [place["latitude"] + 0.003, place["longitude"] + 0.018]]
        return 200, {
            **self.history.basis(realm, start, end), "airport": {"id": name, **place, "elevation": 34, "runways": [{"name": "07L/25R", "length": 3600, "ends": ends}]}, "from": start, "to": end,
            "movements": found, "onGround": standing, "airports": self.named(ids, query.get("lang", "en"))}

    def coverage(self, query):
        band = int(query.get("band", 4))
        kind = query.get("kind", "squitter")
        if not 0 <= band < len(BANDS) or kind not in ("squitter", "replies", "universal-access"):
            raise ValueError
        rows = {}
        # Nobody sends UAT here.
        for one in [] if kind == "universal-access" else self.history.aircraft[:20]:
            latitude, longitude, *_ = self.history.homes[one.hex]
            for dy in range(-6, 7):
                for dx in range(-6, 7):
                    far = math.hypot(dx, dy) / (2 + band)
                    if far > 1.2:
                        continue
                    south, west = math.floor(latitude / DEGREES + dy) * DEGREES, math.floor(longitude / DEGREES + dx) * DEGREES
                    rows[south, (west + 540) % 360 - 180] = (round(40 * (1.3 - far)), max(0.03, 1 - far * 0.8))
        if "box" in query:
            west, south, east, north = (float(edge) for edge in query["box"].split(","))
            inside = lambda lon: west <= lon <= east if west <= east else lon >= west or lon <= east  # noqa: E731
            rows = {cell: row for cell, row in rows.items() if south <= cell[0] <= north and inside(cell[1])}
        cells = sorted(rows)
        return {
            "since": self.history.now() - 20 * DAY, "until": self.history.now(), "halfLifeDays": 30, "bands": [{"band": place, "lowest": lowest} for place, lowest in enumerate(BANDS)], "degrees": DEGREES, "listeners": 2, "kind": kind, "band": band, "isCut": False,
            "cells": {"latitude": [cell[0] for cell in cells], "longitude": [cell[1] for cell in cells], "passes": [rows[cell][0] for cell in cells], "probability": [round(rows[cell][1], 3) for cell in cells],
                      "low": [round(rows[cell][1] * 0.8, 3) for cell in cells], "high": [round(min(1, rows[cell][1] * 1.1), 3) for cell in cells]}}


def bare(value):
    """Without the members that are not known: the interface leaves them out."""
    if isinstance(value, dict):
        return {name: bare(one) for name, one in value.items() if one is not None}
    return [bare(one) for one in value] if isinstance(value, list) else value


def circle(latitude, longitude, kilometres):
    """A ring around a place, closed; none where it would cross the date line or a pole."""
    reach = kilometres / 111.2
    wide = reach / max(0.1, math.cos(math.radians(latitude)))
    if abs(latitude) + reach > 85 or abs(longitude) + wide > 180:
        return []
    return [[[round(longitude + wide * math.sin(turn * math.pi / 18), 4), round(latitude + reach * math.cos(turn * math.pi / 18), 4)] for turn in range(37)]]
