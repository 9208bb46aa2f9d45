"""What the made-up sources received, as docs/http-api.md has it: computed from the time, so that every question agrees with every other."""

import math

LENGTHS = {"hour": (60, 60), "day": (900, 96)}
#: Sources whose samples are demodulated here, those that stand somewhere, those that tell no level.
RADIO, PLACED, LEVELLESS = {"roof"}, {"roof"}, {"hill"}


def wave(start, period, shift=0.0):
    """A value from 0 to 1 that goes up and down with the time."""
    return 0.5 + 0.5 * math.sin(2 * math.pi * start / period + shift)


def slot(start, length, watched, name):
    """One minute, or quarter of an hour."""
    busy = 0.4 + 0.6 * wave(start, 86_400)
    count = int(watched * (120 + 500 * busy + 60 * wave(start, 700)))
    aircraft = int(20 + 60 * busy * (2 if length > 60 else 1))
    made = {
        "from": float(start), "watchedSeconds": round(float(watched), 1), "messages": count,
        "kinds": {"squitter": count * 6 // 10, "surveillance": count // 5, "comm-b": count // 12, "all-call": count // 10, "air-air": count // 60},
        "aircraft": aircraft, "positioned": aircraft * 7 // 10, "repaired": count // 40, "refused": count * 3, "dropped": 40 if start % 5400 < length else 0,
    }
    made["kinds"]["other"] = count - sum(made["kinds"].values())
    if watched >= 1:
        made["messagesPerSecond"] = round(count / watched, 1)
    if name in PLACED:
        made["farthestKilometres"] = round(180 + 150 * busy, 1)
    if name in RADIO:
        samples = int(watched * 2_400_000)
        made.update(
            samples=samples, lostSamples=samples // 300 if start % 4500 < length else 0, clippedSamples=samples // 20_000,
            noiseDBFS=round(-33 + 4 * wave(start, 5000), 1), noiseHighestDBFS=round(-28 + 4 * wave(start, 5000), 1), gainStep=20 + int(6 * wave(start, 9000)))
    return made


def answer(site, name, query):
    """Status and document."""
    one = next((source for source in site.sources if source["id"] == name and "poll" not in source), None)
    span = query.get("span", "hour")
    if span not in LENGTHS or set(query) - {"span"}:
        return 400, {"error": "span is hour or day", "code": "query"}
    if one is None:
        return 404, {"error": "there is no such source that hears", "code": "not-found"}
    length, number = LENGTHS[span]
    now = site.sky_time
    last = int(now // length) * length
    document = {
        "id": name, "name": one["name"], "span": span, "slotSeconds": length, "from": float(last - (number - 1) * length), "to": now,
        "hasRadio": name in RADIO, "counted": name != "club" or not site.options.real, "slots": [],
    }
    if site.simulated:
        document = {"simulated": True, **document}
    if one["state"] == "waiting":
        return 200, document
    for place in range(number):
        # It was paused for a while.
        if 12 <= place < 17 and name == "roof":
            continue
        start = last - (number - 1 - place) * length
        made = slot(start, length, min(length, now - start), name)
        if not document["counted"]:
            made = {key: made[key] for key in ("from", "watchedSeconds")}
        document["slots"].append(made)
    if document["counted"]:
        if name in PLACED:
            document["sectorDegrees"] = 10
            document["farthestKilometres"] = [
                None if 20 <= sector < 23 else round((1 if span == "day" else 0.8) * (190 + 130 * wave(sector, 36, 1) + 20 * wave(sector, 5)), 1) for sector in range(36)]
        if name not in LEVELLESS:
            document["levels"] = [int(9000 * math.exp(-(((level - 21) / 8) ** 2))) + (3 if level < 3 else 0) for level in range(60)]
    return 200, document
