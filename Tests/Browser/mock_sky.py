"""Made-up aircraft for the mock: a fixed set from a seed, moving on great circles, with every special case a page must show."""

import math
import random

from mock_frames import UNKNOWN, hex_of

HUBS = [
    (52.3, 4.8), (51.5, -0.5), (50.0, 8.6), (48.9, 2.4), (40.5, -3.6), (41.8, 12.3), (55.6, 37.4), (41.0, 29.0), (25.2, 55.4),
    (-6.1, 106.7), (-7.4, 112.8), (-8.7, 115.2), (1.4, 104.0), (3.1, 101.7), (13.7, 100.7), (35.6, 139.8), (37.5, 126.4), (22.3, 113.9),
    (40.1, 116.6), (28.6, 77.1), (-33.9, 151.2), (40.6, -73.8), (33.9, -118.4), (41.9, -87.9), (33.6, -84.4), (-23.4, -46.5), (61.2, -150.0),
    (21.3, -157.9), (30.1, 31.4), (-26.1, 28.2),
]
CATEGORIES = ["A3"] * 9 + ["A5"] * 3 + ["A2"] * 3 + ["A1"] * 3 + ["A4", "A6", "A7", "A7", "B1", "B2", "B6", "C1", "C2", "C3", None]
PREFIXES = ["KLM", "GIA", "BAW", "DLH", "AFR", "SIA", "QFA", "UAE", "AWQ", "LNI", "BTK", "CTV", "ANA", "KAL", "THY", "PAL"]


class Aircraft:
    """One made-up aircraft; `address` 25 bits, angles in degrees, `altitude` ft, `speed` kt, `rate` ft/min."""

    def __init__(self, index, rng, start, regional):
        self.index = index
        not_icao = index % 41 == 7
        self.address = (0x1000000 | rng.randrange(0x200000, 0x2FFFFF)) if not_icao else 0xD00000 + index * 7
        self.hex = hex_of(self.address)
        home = HUBS[index % 3] if regional else HUBS[rng.randrange(len(HUBS))]
        spread = 3.5 if regional else 9
        self.latitude = max(-75, min(75, home[0] + rng.gauss(0, spread)))
        self.longitude = (home[1] + rng.gauss(0, spread * 1.4) + 540) % 360 - 180
        self.category = CATEGORIES[index % len(CATEGORIES)]
        self.callsign = None if index % 13 == 5 else f"{PREFIXES[rng.randrange(len(PREFIXES))]}{rng.randrange(10, 9999)}"
        self.registration = None if index % 5 == 2 else f"PH-{chr(65 + index % 26)}{chr(65 + index // 26 % 26)}{chr(65 + index // 676 % 26)}"
        self.squawk = None if index % 9 == 4 else f"{rng.randrange(0, 8)}{rng.randrange(0, 8)}{rng.randrange(0, 8)}{rng.randrange(0, 8)}"
        self.track = rng.random() * 360
        slow = self.category in ("A1", "A7", "B1", "B2", "B6")
        self.speed = rng.uniform(40, 140) if slow else rng.uniform(280, 500)
        self.altitude = rng.uniform(800, 6000) if slow else rng.choice([rng.uniform(2000, 20000), rng.uniform(28000, 41000)])
        self.rate = rng.choice([0, 0, 0, 1200, -1500, 2200])
        self.ground = (self.category or "")[:1] == "C" or index % 17 == 3
        if self.ground:
            self.speed = rng.uniform(0, 25)
            self.altitude = None
            self.rate = None
        self.source = 5 if index % 11 == 6 else 10 if not_icao else 0
        self.positioned = index % 10 != 9
        if not self.positioned:
            self.source = 7
        self.alert = index == 12 or index % 700 == 350
        if self.alert:
            self.squawk = "7700"
        self.doubtful = index % 29 == 11
        self.silent = index % 23 == 9
        self.heard = start
        self.first = start - rng.uniform(30, 4000)
        self.trail = self.past(start)

    def past(self, now):
        """A trail behind the aircraft, with one gap."""
        points = []
        for step in range(60, 0, -1):
            if 20 < step < 28:
                continue
            way = self.speed * step * 15 / 3600 / 60
            latitude = self.latitude - math.cos(math.radians(self.track)) * way
            longitude = self.longitude - math.sin(math.radians(self.track + step * 0.2)) * way / math.cos(math.radians(self.latitude))
            altitude = None if self.altitude is None else max(0, round(self.altitude - step * (self.rate or 0) / 8))
            flags = (1 if self.ground else 0) | (2 if step == 20 else 0) | (4 if self.source == 5 else 0)
            points.append([now - step * 15, latitude, (longitude + 540) % 360 - 180, altitude, flags])
        return points

    def fly(self, now, seconds):
        """Moves on; what is silent is not heard."""
        if self.silent and now - self.first > 20 and self.index % 2:
            return
        way = self.speed * seconds / 3600 / 60
        self.latitude += math.cos(math.radians(self.track)) * way
        self.longitude += math.sin(math.radians(self.track)) * way / math.cos(math.radians(self.latitude))
        self.longitude = (self.longitude + 540) % 360 - 180
        if abs(self.latitude) > 80:
            self.track = (180 - self.track) % 360
        self.track = (self.track + math.sin(self.index + now / 60) * 0.3) % 360
        if self.rate and self.altitude is not None:
            self.altitude += self.rate * seconds / 60
            if not 500 < self.altitude < 42000:
                self.rate = -self.rate
        self.heard = now

    def row(self, now):
        """The integers of the columns."""
        age = max(0, now - self.heard)
        flags = self.source | 16 | (32 if self.ground else 0) | (64 if self.alert else 0) | (128 if age > 15 and self.positioned else 0)
        flags |= 256 if self.doubtful else 0
        return {
            "address": self.address,
            "latitude": round(self.latitude * 1e6) if self.positioned else UNKNOWN["latitude"],
            "longitude": round(self.longitude * 1e6) if self.positioned else UNKNOWN["longitude"],
            "altitude": UNKNOWN["altitude"] if self.altitude is None else round(self.altitude / 25),
            "speed": round(self.speed * 10) if self.positioned else UNKNOWN["speed"],
            "track": int(self.track * 65536 / 360) % 65535 if self.positioned else UNKNOWN["track"],
            "rate": UNKNOWN["rate"] if self.rate is None else round(self.rate / 64),
            "flags": flags, "age": min(65534, round(age * 10)),
        }

    def strings(self):
        return [self.hex, self.callsign, self.registration, self.category, self.squawk]

    def document(self, now, simulated):
        """The answer of `/api/v1/aircraft/{hex}`."""
        fields = []

        def add(key, value, unit=None, source="DF17 TC11", known="observed", age=0.4):
            if value is not None:
                entry = {"key": key, "value": value, "time": self.heard - age, "age": round(now - self.heard + age, 1), "source": source, "known": known, "feed": "roof"}
                if unit:
                    entry["unit"] = unit
                fields.append(entry)

        add("callsign", self.callsign, source="DF17 TC4", age=3.1)
        add("category", self.category, source="DF17 TC4", age=3.1)
        add("squawk", self.squawk, source="DF5", age=5)
        add("emergency", "general" if self.alert else "none", source="DF17 TC28")
        add("barometricAltitude", None if self.altitude is None else round(self.altitude / 25) * 25, "ft")
        add("geometricAltitude", None if self.altitude is None else round(self.altitude / 25) * 25 + 350, "ft", "DF17 TC19", "inferred")
        add("groundSpeed", round(self.speed, 1), "kt", "DF17 TC19")
        add("track", round(self.track, 1), "deg", "DF17 TC19")
        add("trueAirspeed", round(self.speed * 0.97), "kt", "DF20 BDS 5,0", "inferred", 8)
        add("magneticHeading", round((self.track + 2) % 360, 1), "deg", "DF20 BDS 6,0", age=8)
        add("barometricRate", self.rate, "ft/min", "DF17 TC19")
        add("selectedAltitude", 36000 if not self.ground else None, "ft", "DF17 TC29")
        add("qnh", 1013.2, "hPa", "DF17 TC29")
        add("modes", ["autopilot", "vnav"] if not self.ground else None, source="DF17 TC29")
        add("onGround", self.ground)
        add("version", 2, source="DF17 TC31")
        add("nic", 8)
        add("nacP", 9, source="DF17 TC31")
        add("sil", 3, source="DF17 TC31")
        add("silType", "perHour", source="DF17 TC31")
        add("nicBaro", True, source="DF17 TC29")
        add("level", -18.4, "dBFS", "", "observed")
        answer = {
            "now": now, "hex": self.hex, "firstSeen": self.first, "lastSeen": self.heard, "messages": 1200 + self.index, "source": "adsb_icao",
            "fields": fields, "refusals": [{"reason": "too-fast", "count": 2, "last": now - 900}] if self.doubtful or self.index == 0 else [],
            "feeds": [{"name": "roof", "messages": 1200 + self.index}],
        }
        if simulated:
            answer["simulated"] = True
        if self.registration:
            answer["registration"] = {"value": self.registration, "known": "inferred", "how": "address-arithmetic"}
        answer["state"] = {"value": "NL", "known": "inferred", "how": "address-block"}
        if self.positioned:
            answer["position"] = {
                "latitude": self.latitude, "longitude": self.longitude, "time": self.heard, "age": now - self.heard, "source": "DF17 TC11",
                "known": "observed", "nic": 8, "containmentMetres": 185.2, "doubtful": self.doubtful,
            }
        return answer

    def summary(self, now):
        """A row of `/api/v1/aircraft`."""
        row = {"hex": self.hex, "callsign": self.callsign, "registration": self.registration, "category": self.category, "squawk": self.squawk, "onGround": self.ground, "source": "adsb_icao", "age": now - self.heard}
        if self.positioned:
            row.update(latitude=self.latitude, longitude=self.longitude, groundSpeed=self.speed, track=self.track)
        return {key: value for key, value in row.items() if value is not None}


def make(count, start, seed=7):
    """`count` aircraft; few of them stand close together, many all over the world."""
    rng = random.Random(seed)
    return [Aircraft(index, rng, start, count <= 400) for index in range(count)]
