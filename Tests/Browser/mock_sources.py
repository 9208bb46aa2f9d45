"""Made-up sources that are polled or have feeders, and the providers, as docs/http-api.md has them."""

import time

LOL = {
    "provider": "adsb.lol", "licence": "ODbL", "redistributable": True, "credit": "Data from adsb.lol and its feeders, ODbL 1.0", "home": "https://adsb.lol",
    "terms": "https://api.adsb.lol/docs", "termsRead": "2026-11-25", "purpose": "newsroom", "fit": "yes", "query": "circle", "interval": 10.0, "nextIn": 7.4,
    "lastStatus": 200, "polls": 412, "unchanged": 3, "failures": 1,
}
SKY = {
    "provider": "OpenSky", "licence": "non-commercial", "redistributable": False, "credit": "Data from The OpenSky Network, https://opensky-network.org",
    "home": "https://opensky-network.org", "terms": "https://opensky-network.org/about/terms-of-use", "termsRead": "2026-11-25", "purpose": "private", "fit": "unclear",
    "query": "box", "interval": 22.0, "nextIn": 1804.0, "creditsLeft": 312, "lastStatus": 429, "polls": 3688, "unchanged": 0, "failures": 2,
}
FI = {
    "provider": "adsb.fi", "licence": "no-redistribution", "redistributable": False, "credit": "Data from adsb.fi (https://adsb.fi)", "home": "https://adsb.fi",
    "terms": "https://github.com/adsbfi/opendata/blob/main/README.md", "query": "mil", "interval": 5.0, "polls": 0, "unchanged": 0, "failures": 0,
}
FEEDERS = [
    {"name": "balcony", "registered": True, "connected": True, "standing": "good", "score": 0.0, "frames": 81_234, "copies": 20_110, "positions": 22_001, "rejected": 12, "dropped": 0},
    {"name": "feeder 7", "registered": False, "connected": True, "standing": "quarantined", "score": 0.91,
     "reasons": [{"reason": "contradicts-others", "count": 41}, {"reason": "impossible-jump", "count": 9}, {"reason": "something-new", "count": 1}],
     "frames": 9120, "copies": 0, "positions": 800, "rejected": 3, "dropped": 5000},
    {"name": "feeder 8", "registered": False, "connected": False, "standing": "doubtful", "score": 0.3, "reasons": [{"reason": "impossible-value", "count": 3}],
     "frames": 12, "copies": 0, "positions": 0, "rejected": 0, "dropped": 0},
]
PROVIDERS = [
    {"id": "adsb-lol", "name": "adsb.lol", "formats": ["v2"], "queries": ["circle", "hex", "reg", "type", "mil"], "minimumInterval": 10.0, "usualInterval": 10.0,
     "largestRadius": 250, "licence": "ODbL", "redistributable": True, "credit": LOL["credit"], "home": LOL["home"], "terms": LOL["terms"], "termsRead": "2026-11-25",
     "source": "made up", "verified": True, "purposes": [{"purpose": one, "fit": "yes"} for one in ("newsroom", "private", "research")], "needsKey": False, "takesAccount": False,
     "note": "The provider asks to be told of production use, and may ask for a key later."},
    {"id": "adsb-fi", "name": "adsb.fi", "formats": ["v2"], "queries": ["circle", "hex", "reg", "mil"], "minimumInterval": 1.0, "usualInterval": 5.0, "largestRadius": 250,
     "licence": "no-redistribution", "redistributable": False, "credit": FI["credit"], "home": FI["home"], "terms": FI["terms"], "termsRead": "2026-11-25", "source": "made up",
     "verified": True, "purposes": [{"purpose": "newsroom", "fit": "no"}, {"purpose": "private", "fit": "yes"}, {"purpose": "research", "fit": "unclear"}], "needsKey": False,
     "takesAccount": False, "note": "For personal, non-commercial use only; adsb.fi must be cited with a link."},
    {"id": "opensky", "name": "OpenSky", "formats": ["opensky"], "queries": ["box", "icao24"], "minimumInterval": 10.0, "usualInterval": 10.0, "largestRadius": 250,
     "credits": {"anonymousPerDay": 400, "withAccountPerDay": 4000}, "licence": "non-commercial", "redistributable": False, "credit": SKY["credit"], "home": SKY["home"],
     "terms": SKY["terms"], "source": "made up", "verified": False, "needsKey": False, "takesAccount": True,
     "purposes": [{"purpose": "newsroom", "fit": "no"}, {"purpose": "private", "fit": "unclear"}, {"purpose": "research", "fit": "yes"}],
     "note": "For research and non-commercial use; running it in a service may need a written agreement."},
]


def sources(make):
    """The sources; `make` is that of the site."""
    now = time.time()
    lol = make("north", "v2+https://api.adsb.lol?every=10&terms=2026-11-25&purpose=newsroom", "v2", "connected", True)
    lol["poll"] = {**LOL, "lastAnswer": now - 3}
    sky = make("states", "opensky+https://opensky-network.org?terms=2026-11-25&purpose=private", "opensky", "waiting", True, "OpenSky: status 429 (too many requests)")
    sky.update(retryIn=1804.0, poll={**SKY, "lastAnswer": now - 40})
    fi = make("military", "v2+https://opendata.adsb.fi?mil=1", "v2", "refused", True, "adsb.fi is off until you confirm its terms: read the terms")
    fi["poll"] = dict(FI)
    club = make("club", "beast+listen://0.0.0.0:30004", "beast", "listening", True)
    club["feeders"] = [{**one, "lastHeard": now - 2 - 60 * index} for index, one in enumerate(FEEDERS)]
    roof = make("dongle", "rtltcp://127.0.0.1:1234?gain=adaptive", "rtltcp", "connected", True)
    roof["radio"] = {"samples": 71_998_000, "lostSamples": 131_072, "clippedSamples": 12, "noiseLevel": -33.1, "peakLevel": -1.2, "messagesPerSecond": 812.4, "gainStep": 26,
                     "frames": 24_372, "strongFrames": 80, "repaired": 1_904, "refused": 51_210, "levels": [0] * 50}
    return [lol, sky, fi, club, roof]


def added(made, body):
    """Gives a source that was added what its polling says."""
    poll = body.get("poll") or {}
    provider = next((one for one in PROVIDERS if one["id"] == poll.get("provider")), None)
    if body.get("format") not in ("readsb", "v2", "opensky"):
        return
    made["specification"] = f"{body['format']}+https://" + (provider["name"] if provider else str(body.get("address")))
    made["poll"] = {
        "provider": provider["name"] if provider else str(body.get("address")), "licence": provider["licence"] if provider else "unknown",
        "redistributable": bool(provider and provider["redistributable"]), "interval": poll.get("every", 10.0), "polls": 0, "unchanged": 0, "failures": 0,
    }
    if provider:
        made["poll"].update(credit=provider["credit"], home=provider["home"], terms=provider["terms"], termsRead=poll["terms"], purpose=poll["purpose"], query=poll["query"])


def confirmed(one, confirm):
    """Notes the operator's word."""
    one["poll"].update(termsRead=confirm["terms"], purpose=confirm["purpose"], fit="yes")
    one["state"] = "connecting"
    one.pop("detail", None)
